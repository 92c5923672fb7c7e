"""What typed words come to: paragraphs, lists, line breaks, emphasis, and nothing else.

Every format but Markdown draws from this, and this is read from the Markdown: so a note says the
same whatever it is written as.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from markdown_it import MarkdownIt
from markdown_it.token import Token

from reflect_tui.clean import clean
from reflect_tui.notes.markdown import inline, paragraphs

_MAY_ACT = ["list", "emphasis", "newline", "escape"]
"""All that typed words may be read as; no link, image, heading, table, code or HTML."""

_LONG = 1500
"""Letters in a cell, from about half a page on."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words that look alike."""

    text: str
    emphasis: bool = False
    strong: bool = False


Line = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that belong together; never without one."""

    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """Items of one list."""

    items: tuple[Line, ...]
    first: int | None = None
    """The number of the first item, as it was typed; None for a list with dots."""

    def numbered(self) -> Iterator[tuple[str, Line]]:
        """Each item with the mark it has as plain text."""
        for count, item in enumerate(self.items):
            yield ("-" if self.first is None else f"{self.first + count}."), item


Piece = Paragraph | Listed


def pieces(words: str) -> tuple[Piece, ...]:
    """Typed words as they were laid out."""
    return tuple(_pieces(_reader().parse(paragraphs(words))))


def line(words: str) -> Line:
    """Typed words for one line: a cell, an item, a heading."""
    tokens = _reader().parse(inline(words))
    return tuple(run for token in tokens for each in _lines(token) for run in each)


def unmarked(words: str) -> str:
    """Typed words for one line where they stand beside words of ours, without any emphasis."""
    return " ".join(clean(words).split())


def right_to_left(words: str) -> bool:
    """Whether words begin in a script that runs from right to left."""
    for letter in words:
        way = unicodedata.bidirectional(letter)
        if way in ("L", "R", "AL"):
            return way != "L"
    return False


def text_of(runs: Line) -> str:
    """The words alone."""
    return "".join(run.text for run in runs)


def over_a_page(cells: Iterable[Line]) -> bool:
    """Whether a row of a table is so long that it may go over the end of a page."""
    return max(len(text_of(cell)) for cell in cells) > _LONG


@lru_cache(maxsize=1)
def _reader() -> MarkdownIt:
    return MarkdownIt("zero").enable(_MAY_ACT)


def _pieces(tokens: list[Token]) -> Iterator[Piece]:
    items: list[Line] = []
    first: int | None = None
    depth = 0
    for token in tokens:
        if token.type in ("bullet_list_open", "ordered_list_open"):
            depth, items = depth + 1, []
            start = token.attrGet("start")  # which the parser leaves out where it is 1
            first = int(1 if start is None else start) if token.type[0] == "o" else None
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            depth -= 1
            yield Listed(tuple(items), first)
        elif token.type == "inline":
            lines = _lines(token)
            if depth:
                items.append(tuple(run for each in lines for run in each))
            else:
                yield Paragraph(lines)


def _lines(inlined: Token) -> tuple[Line, ...]:
    """The lines of one paragraph, each as its runs."""
    lines: list[list[Run]] = [[]]
    emphasis = strong = 0
    for token in inlined.children or ():
        if token.type in ("hardbreak", "softbreak"):
            lines.append([])
        elif token.type in ("em_open", "em_close"):
            emphasis += token.nesting
        elif token.type in ("strong_open", "strong_close"):
            strong += token.nesting
        elif token.content:
            lines[-1].append(Run(token.content, emphasis > 0, strong > 0))
    return tuple(tuple(_joined(runs)) for runs in lines)


def _joined(runs: list[Run]) -> Iterator[Run]:
    """Neighbours that look alike as one run."""
    for (emphasis, strong), alike in groupby(runs, key=lambda run: (run.emphasis, run.strong)):
        yield Run("".join(run.text for run in alike), emphasis, strong)
