"""A text cut into words, with the sentences and blocks they stand in: what hints are looked for in.

A block is what stands together: a paragraph, an item of a list, a row of a table. Nothing is
looked for across the end of a block or of a sentence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

Span = tuple[int, int]


def words_of(text: str) -> frozenset[str]:
    """The words of a text that is nothing but words."""
    return frozenset(text.split())


_WORD = (
    r"(?:[A-Za-z]\.){2,6}(?![^\W_])"  # L.A.C.
    r"|[Ss]\.\s?\d+"  # s.47
    r"|[^\W_](?:[^\W_]|[\u0300-\u036f\u00ad\u200b-\u200d])*"
    r"(?:['’ʼ＇][^\W_](?:[^\W_]|[\u0300-\u036f\u00ad])*)*"
)
_PIECE = re.compile(rf"{_WORD}|[:=(),%]")
_INSIDE = re.compile(r"[\u00ad\u200b-\u200d]")
_BETWEEN = re.compile(r"[\s\-‐‑–/*_'’\u00ad\u200b-\u200d]*")
"""What may stand between two words of one expression."""
_END = re.compile(r"[.!?…]+[\"'”’»)\]*_]*(?:\s|$)")
_TITLES = words_of("mr mrs ms miss dr st prof etc vs approx cf inc rev fr eg ie")
_LONGEST_GAP = 80
"""Characters between two words beyond which they have nothing to do with each other."""

_LIST = re.compile(r"\s*(?:[-*+•–]|\d{1,3}[.)])\s")
_HEADING = re.compile(r" {0,3}#{1,6}(?:\s|$)")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_RULED = re.compile(r" {0,3}(?:=+|-{2,})\s*")


@dataclass(slots=True)
class Pieces:
    """The words of a text, each by its number; marks such as `:` count as words."""

    text: str
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    """Each in small letters, with straight apostrophes."""
    follows: list[bool] = field(default_factory=list)
    """Whether it stands right behind the one before, as two words of one expression do."""
    sentences: list[int] = field(default_factory=list)
    """The number of the sentence it stands in."""
    blocks: list[Span] = field(default_factory=list)
    """Where each block begins and ends."""
    apart: list[Span] = field(default_factory=list)
    """Block quotes, headings and fenced code."""

    def __len__(self) -> int:
        return len(self.words)

    def raw(self, number: int) -> str:
        """A word as it stands in the text."""
        return self.text[self.starts[number] : self.ends[number]]


def cut(text: str) -> Pieces:
    """The words of a text. Never raises."""
    pieces = Pieces(text)
    _find_blocks(pieces)
    begins = iter([start for start, _ in pieces.blocks])
    next_block = next(begins, len(text) + 1)
    sentence, before = 0, 0
    add = pieces.words.append
    for found in _PIECE.finditer(text):
        start, end = found.span()
        new_block = False
        while start >= next_block:
            next_block, new_block = next(begins, len(text) + 1), True
        joined = bool(pieces.words) and not new_block
        if joined and start != before:
            gap = text[before:start]
            near = len(gap) <= _LONGEST_GAP
            joined = gap == " " or (near and _BETWEEN.fullmatch(gap) is not None)
            if not joined and (not near or _ends(gap, pieces.words[-1])):
                sentence += 1
        elif new_block:
            sentence += 1
        pieces.starts.append(start)
        pieces.ends.append(end)
        add(_plain(found.group()))
        pieces.follows.append(joined)
        pieces.sentences.append(sentence)
        before = end
    return pieces


def _plain(word: str) -> str:
    """A word as it is looked up."""
    if not word.isascii():
        word = _INSIDE.sub("", word).replace("’", "'").replace("ʼ", "'").replace("＇", "'")
    elif "." in word:
        word = "".join(word.replace(".", "").split())
    return word.casefold()


def _ends(gap: str, last: str) -> bool:
    """Whether a sentence ends in what stands between two words, of which `last` is the first."""
    if "|" in gap:
        return True
    if not _END.search(gap):
        return False
    abbreviated = last in _TITLES or (len(last) == 1 and last.isalpha())
    return not (gap.startswith(".") and abbreviated)


def _find_blocks(pieces: Pieces) -> None:
    """Cut a text into blocks, and note those in which nothing is looked for."""
    at, fence = 0, ""
    start: int | None = None
    kind = ""
    lines = 0

    def close(end: int) -> None:
        nonlocal start, lines
        if start is not None:
            pieces.blocks.append((start, end))
            if kind in ("quote", "heading", "code"):
                pieces.apart.append((start, end))
        start, lines = None, 0

    for line in pieces.text.splitlines(keepends=True):
        stripped = line.strip()
        fenced = _FENCE.match(line)
        if fence:
            if fenced and fenced[1].startswith(fence) and not stripped.strip("`~"):
                fence = ""
                at += len(line)
                close(at)
                kind = ""
                continue
            at += len(line)
            continue
        if fenced:
            close(at)
            start, kind, fence = at, "code", fenced[1]
        elif not stripped:
            close(at)
            kind = ""
        elif stripped.startswith(">"):
            if kind != "quote" or start is None:
                close(at)
                start, kind = at, "quote"
        elif _HEADING.match(line):
            close(at)
            start, kind = at, "heading"
        elif (
            kind == "text" and start is not None and lines == 1 and _RULED.fullmatch(line.rstrip())
        ):
            kind = "heading"
        elif kind != "text" or start is None or _LIST.match(line) or stripped.startswith("|"):
            close(at)
            start, kind, lines = at, "text", 1
        else:
            lines += 1
        at += len(line)
    close(len(pieces.text))
