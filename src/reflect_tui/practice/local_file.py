"""Filling in the user's own local.yaml: only the values change, and nothing else of the file.

A file written by hand keeps its comments, its order and its line ends. One with a mistake in it is
left alone, and the mistake is told by file and line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from reflect_tui import files
from reflect_tui.errors import ReflectError
from reflect_tui.practice import source
from reflect_tui.practice.contacts import tidy
from reflect_tui.practice.local import KEYS, lines_in
from reflect_tui.practice.problems import Found, Problem
from reflect_tui.practice.schema import table_of
from reflect_tui.practice.shelf import LOCAL, Place

_BLOCK_HEAD = re.compile(r"[|>][-+0-9]*[ \t]*(?P<comment>#[^\r\n]*)?")
BY_HAND = "Write the line into it with any editor that saves plain text."


@dataclass(frozen=True, slots=True)
class Own:
    """The user's own file: what is filled in there, and what is wrong with it."""

    file: Path
    lines: dict[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def own_file(folder: Path) -> Path:
    """The local.yaml of a practice folder: the one that is there, or where it would be."""
    return Place(folder, "").data(LOCAL) or folder / LOCAL


def read_own(folder: Path) -> Own:
    """What is filled in in a practice folder's local.yaml; nothing when there is none.

    Never raises: what can't be read is a problem.
    """
    try:
        file = own_file(folder)
        if not file.exists():
            return Own(file)
    except OSError as error:
        told = f"it cannot be read: {files.reason(error)[0]}"
        place = source.named(folder / LOCAL)
        return Own(folder / LOCAL, {}, (Problem(place, 1, "cannot-read", told),))
    text, found = source.read(file)
    lines = _lines(text, found) if text is not None else {}
    return Own(file, lines, found.sorted())


def fill_in(folder: Path, values: Mapping[str, str], shipped: Path) -> Path:
    """Write lines into the local.yaml of a practice folder, and give its path.

    Where there is none yet it is made of `shipped`, whose comments say what each line is. Raises
    ReflectError for a file with a mistake in it, which is left as it is, and NotKept.
    """
    try:
        # A link to a file the team shares stays a link.
        file = own_file(folder).resolve()
        is_new = not file.exists()
    except OSError as error:
        raise files.cannot_read("This file", folder / LOCAL, error) from error
    text, found = source.read(shipped if is_new else file)
    refuse_mistakes(Own(file, {}, found.sorted()))
    new = changed(text or "", values, file)
    if new != text or is_new:
        files.private_folder(file.parent)
        files.replace(file, new.encode("utf-8"))
    return file


def refuse_mistakes(own: Own) -> None:
    """Raise ReflectError when a file has a mistake in it: the first, with its line."""
    if own.problems:
        first = own.problems[0]
        raise ReflectError(
            f"Nothing was written, because this file has a mistake in it: {first.message}",
            where=f"{first.file}, line {first.line}",
            do="Mend it there first; nothing of it was changed.",
        )


def changed(text: str, values: Mapping[str, str], file: Path = Path(LOCAL)) -> str:
    """The text of a local.yaml with some of its lines filled in anew, all else as it was.

    Raises ReflectError for a mistake in it, and when it is written in a way we can't change.
    """
    name = source.named(file)
    found = Found(name, text.count("\n") + (not text.endswith("\n")))
    before = _lines(text, found)
    refuse_mistakes(Own(file, before, found.sorted()))
    wanted = {key: tidy(words) for key, words in values.items()}
    differing = {key: words for key, words in wanted.items() if words != before.get(key, "")}
    new = _put(text, differing)
    # Nothing is trusted that was not read again.
    after = {key: words for key, words in {**before, **differing}.items() if words}
    found = Found(name)
    if _lines(new, found) != after or found:
        raise ReflectError(
            "Nothing was written, because this file is laid out in a way we can't change",
            where=name,
            do=BY_HAND,
        )
    return new


def _put(text: str, values: Mapping[str, str]) -> str:
    """The text with values in the place of those that stand there; the rest is up to the caller."""
    try:
        layout = _Layout(text)
    except yaml.YAMLError:
        return text
    for start, end, put in sorted(layout.pieces(values), reverse=True):
        text = text[:start] + put + text[end:]
    return text


def _lines(text: str, found: Found) -> dict[str, str]:
    fields = table_of(text, found)
    return lines_in(fields) if fields is not None else {}


@dataclass(frozen=True, slots=True)
class _Span:
    """Where a value stands in the text."""

    start: int
    end: int
    is_block: bool


class _Layout:
    """Where everything stands in a local.yaml without a mistake."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._spans: dict[str, _Span] = {}
        self._inside = -1
        """Just behind the opening brace of keys in braces, or -1."""
        self._margin = ""
        """What stands before a key."""
        self._end = len(text)
        """Where a further line can be put."""
        self._read()

    def _read(self) -> None:
        # The reader in Python, because its marks count the characters of just this text.
        depth, key = 0, ""
        for event in yaml.parse(self._text, Loader=yaml.SafeLoader):
            start, end = event.start_mark, event.end_mark
            if start is None or end is None:
                continue
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
                if depth == 1 and event.flow_style:
                    self._inside = start.index + 1
                elif depth == 1:
                    self._margin = " " * start.column
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
            elif isinstance(event, yaml.ScalarEvent) and depth == 1:
                if key:
                    self._spans[key] = _Span(start.index, end.index, event.style in ("|", ">"))
                key = "" if key else event.value
            elif isinstance(event, yaml.DocumentEndEvent) and event.explicit:
                self._end = start.index

    def pieces(self, values: Mapping[str, str]) -> Iterator[tuple[int, int, str]]:
        """What to put in place of what, so that each key says its words."""
        quoted = {key: f'"{_escaped(words)}"' for key, words in values.items()}
        for key in quoted.keys() & self._spans.keys():
            yield self._piece(self._spans[key], quoted[key])
        added = [f"{key}: {quoted[key]}" for key in KEYS if key in quoted.keys() - self._spans]
        if added and self._inside >= 0:
            yield self._inside, self._inside, "".join(f"{line}, " for line in added)
        elif added:
            line_end = "\r\n" if "\r\n" in self._text else "\n"
            whole = self._end == 0 or self._text[self._end - 1] in "\r\n"
            lines = "".join(f"{self._margin}{line}{line_end}" for line in added)
            yield self._end, self._end, lines if whole else line_end + lines

    def _piece(self, span: _Span, quoted: str) -> tuple[int, int, str]:
        if span.start == span.end:
            return span.start, span.end, f" {quoted}"
        written = self._text[span.start : span.end]
        if not span.is_block:
            return span.start, span.end, quoted
        head = _BLOCK_HEAD.match(written)
        comment = head["comment"] if head else None
        end = span.start + len(written.rstrip())
        return span.start, end, f"{quoted} {comment}" if comment else quoted


def _escaped(words: str) -> str:
    return words.replace("\\", "\\\\").replace('"', '\\"')
