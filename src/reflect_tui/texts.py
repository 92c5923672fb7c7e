"""A text that somebody hands the command line to be looked at: a file, or what is piped in."""

from __future__ import annotations

import io
import sys
from pathlib import Path

from reflect_tui import files, paths
from reflect_tui.errors import ReflectError

LARGEST = 5_000_000
"""Bytes a text may have; a long note has some 30,000."""
PIPED = Path("-")
"""The name that stands for what is piped in or typed."""

_AS_TEXT = "In Word or Notepad: Save as, plain text, with the coding UTF-8; then name that file."
_NO_TEXT = {
    b"PK\x03\x04": "This is a Word document, or another packed file, not plain text",
    b"\xd0\xcf\x11\xe0": "This is an old Word document, not plain text",
    b"%PDF": "This is a PDF, not plain text",
    b"{\\rtf": "This is an RTF document, not plain text",
}
_OTHER_CODING = (b"\xff\xfe", b"\xfe\xff")


def read_text(named: Path | None) -> str:
    """The text of a file, or for None and `-` of what is piped in, every character as it stands.

    Raises ReflectError for what isn't there, is no text, or is too large.
    """
    piped = named is None or named == PIPED
    where = "what was piped in" if piped else str(named)
    return _decoded(_piped_in() if piped else _bytes_of(paths.full(named or PIPED)), where)


def _bytes_of(path: Path) -> bytes:
    try:
        return files.read(path, at_most=LARGEST)
    except FileNotFoundError:
        raise ReflectError(
            "There is no such file",
            where=str(path),
            do="Check its name and folder; a name with spaces needs quotation marks round it.",
        ) from None


def _piped_in() -> bytes:
    if sys.stdin is None:
        raise ReflectError("There is nothing to read from", do="Name a file.")
    if sys.stdin.isatty():
        # Otherwise it would stand there without a word, as if it hung.
        say = "Paste or type the text, then press Ctrl+D on a line of its own"
        print(f"{say} (on Windows Ctrl+Z and Enter).", file=sys.stderr)
    data: bytes
    if isinstance(sys.stdin, io.TextIOWrapper):
        data = sys.stdin.buffer.read(LARGEST + 1)
    else:
        data = sys.stdin.read(LARGEST + 1).encode("utf-8", "surrogatepass")
    if len(data) > LARGEST:
        raise ReflectError(
            f"This text is larger than {LARGEST // 1_000_000} MB",
            where="what was piped in",
            do="Hand it over in smaller parts.",
        )
    return data


def _decoded(data: bytes, where: str) -> str:
    for begins, what in _NO_TEXT.items():
        if data.startswith(begins):
            raise ReflectError(what, where=where, do=_AS_TEXT)
    if data.startswith(_OTHER_CODING):
        raise ReflectError("This text is in the coding UTF-16", where=where, do=_AS_TEXT)
    if b"\x00" in data:
        raise ReflectError("This is not text", where=where, do="Choose a text file.")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ReflectError(
            "This text is not in the coding UTF-8", where=f"{where}, line {line}", do=_AS_TEXT
        ) from None
