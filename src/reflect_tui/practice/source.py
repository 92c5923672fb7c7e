"""A file's bytes as text: its coding, its line ends, its size, and characters that don't belong.

A mark at the beginning (BOM) and Windows line ends are accepted and taken off, so that the same
words give the same text, and the same hash, however an editor saved them.
"""

from __future__ import annotations

import re
from pathlib import Path

from reflect_tui import files
from reflect_tui.errors import CannotRead
from reflect_tui.practice.problems import Found

MAX_BYTES = 1_000_000
"""The most a file that practice wrote may hold."""

REPLACEMENT = "\ufffd"

_WORD = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf")
"""How the files of Word and its like begin, whatever they are called."""
_NOT_UTF_8 = ("this is not written in UTF-8", "save the file as UTF-8")

# C0 but tab and line feed, DEL, C1, line and paragraph separators, the marks that turn the writing
# direction, a BOM inside the text, tag characters, lone surrogates, and the two that are none.
_UNWANTED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb"
    "\ufffe\uffff\U000e0000-\U000e007f\ud800-\udfff]"
)


def normal(text: str) -> str:
    """Text without a mark at its beginning and with `\\n` line ends."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def named(path: Path) -> str:
    """A file's name as a message may print it, whatever its letters do to a terminal."""
    return _UNWANTED.sub(REPLACEMENT, str(path)).replace("\n", REPLACEMENT)


def read(path: Path) -> tuple[str | None, Found]:
    """The text of a file and what is wrong with its bytes; None when there is nothing to read."""
    found = Found(named(path))
    try:
        if path.exists() and not path.is_file():
            # A pipe would be waited on for ever.
            found.add(1, "cannot-read", "this is no file", "check its name")
            return None, found
        if path.exists() and path.stat().st_size > MAX_BYTES:
            _too_large(found)
            return None, found
        data = files.read(path, at_most=MAX_BYTES)
    except FileNotFoundError:
        found.add(1, "no-file", "there is no such file", "check its name and folder")
        return None, found
    except CannotRead as error:
        found.add(1, "cannot-read", f"{error.what[0].lower()}{error.what[1:]}", "try again")
        return None, found
    except OSError as error:
        found.add(1, "cannot-read", f"this file cannot be read: {files.reason(error)[0]}")
        return None, found
    if data.startswith(_WORD):
        mend = f"in Word: Save as, Plain text, and let its name end in {path.suffix or '.md'}"
        found.add(1, "word-document", "this is a Word document, not text", mend)
        return None, found
    return _decoded(data, named(path))


def _decoded(data: bytes, name: str) -> tuple[str | None, Found]:
    lines = data.count(b"\n") + (not data.endswith(b"\n"))
    found = Found(name, lines)
    if data.count(b"\x00") > max(1, len(data) // 3):
        # UTF-16 without its mark: each letter of ours is told by a zero beside it.
        found.add(1, "not-utf-8", *_NOT_UTF_8)
        return None, found
    try:
        return data.decode("utf-8"), found
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        sixteen = data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" in data
        found.add(line, "not-utf-8", *_NOT_UTF_8)
        # Two bytes a letter: nothing else that could be said of it would be true.
        return (None if sixteen else data.decode("utf-8", errors="replace")), found


def clean(text: str, found: Found) -> str:
    """The text with every character that doesn't belong made harmless, each line told once."""
    for number, line in enumerate(text.split("\n"), 1):
        unwanted = _UNWANTED.search(line)
        if unwanted:
            code = ord(unwanted.group())
            found.add(
                number,
                "control-character",
                f"a character that cannot be seen stands here, U+{code:04X}",
                "take it out, or write the line again",
            )
    return _UNWANTED.sub(REPLACEMENT, text)


def within_size(text: str, found: Found) -> bool:
    """Whether a text is small enough to be read; says so when it isn't."""
    if len(text) > MAX_BYTES:
        _too_large(found)
        return False
    return True


def _too_large(found: Found) -> None:
    found.add(
        1, "too-large", "this file is larger than 1 MB", "make it shorter, or two files of it"
    )
