"""Where no question about wording is asked: what somebody else said, and what is only quoted.

Quotations are found block by block, with straight or curly marks; an apostrophe is no mark. Words
in quotation marks, block quotes, headings, code, links and e-mail addresses are always left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reflect_tui.practice.pieces import Pieces, Span, words_of

_CODE = re.compile(r"(?<!`)(`{1,3})(?!`)([^`\n]{1,2000})\1(?!`)")
_LINK = re.compile(
    r"(?:https?|ftp|mailto|file):[^\s<>\"]+|\bwww\.[^\s<>\"]+|\]\([^()\s]*\)|<[a-z][^<>\s]{0,300}>"
    r"|[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+",
    re.IGNORECASE,
)
_ITALIC = re.compile(r"(?<![*_\w])([*_])(?=[^\W\d_a-z])([^*_\n]{8,200})\1(?![*_\w])")
"""Three words or more in italics that begin with a capital: a title."""
_MARK = re.compile("[\"“”„‟«»'‘’‚‛＇＂]")
_DOUBLE = {"“": '”"“‟', "„": '“”"', "‟": '”"', "«": "»", "»": "«", '"': '"”“', "＂": "＂"}
_SINGLE_OPEN = "'‘‚‛＇"
_SINGLE_CLOSE = "'’＇‘"
_BEFORE_OPENING = re.compile(r"[\s(\[{—–\-:/,*_\"“„«]")
_FAR = 12
"""Marks further on than this are none of a quotation that may have ended already."""
_SHORTENED = re.compile(
    r"(?:\d0s|em|til|till|tis|twas|cause|cos|coz|cuz|n|bout|ere|round|ood)(?![^\W_])", re.IGNORECASE
)
"""What begins with an apostrophe where letters are left out."""

TITLE_WORDS = words_of(
    "act bill standard standards framework report review commission committee board council "
    "guidance policy strategy regulation regulations order convention code charter inquiry enquiry "
    "survey census trust network forum association alliance service services foundation institute "
    "society group groups project centre center unit team department directorate office programme "
    "audit toolkit handbook guide manual journal federation union partnership fund charity "
    "consortium coalition agency authority tribunal statement declaration index paper college "
    "academy university caucus champions procedure protocol bulletin dataset profile"
)
"""Words that a law, a body or a document is known by, written with a capital."""
_ANNOUNCE = words_of("report book article paper study titled called entitled chapter film")
_JOINING = words_of("of and on for the in to with by at into a an")


def quotations(text: str, blocks: list[Span]) -> Iterator[Span]:
    """Where words stand in quotation marks, block by block."""
    for start, end in blocks:
        yield from _in_block(text, start, end)


def _in_block(text: str, start: int, end: int) -> Iterator[Span]:
    marks = [found.start() for found in _MARK.finditer(text, start, end)]
    nothing_closes: set[str] = set()
    place = 0
    while place < len(marks):
        at = marks[place]
        mark, closing = text[at], None
        if mark not in nothing_closes:
            if mark in _DOUBLE and _opens_double(text, at, start, end):
                closing = _double_end(text, marks, place, _DOUBLE[mark])
            elif mark in _SINGLE_OPEN and _opens_single(text, at, start, end):
                closing = _single_end(text, marks, place, end)
            else:
                place += 1
                continue
            if closing is None:
                # What nothing closes here, nothing closes further on either.
                nothing_closes.add(mark)
        if closing is None:
            place += 1
            continue
        yield at, marks[closing] + 1
        place = closing + 1


def _opens_double(text: str, at: int, start: int, end: int) -> bool:
    """Whether a double mark opens: not one behind a number, such as inches, or before a space."""
    if text[at] not in '"＂':
        return True
    after = text[at + 1] if at + 1 < end else " "
    before = text[at - 1] if at > start else " "
    return not (before.isalnum() and (after.isspace() or not after.isalnum()))


def _double_end(text: str, marks: list[int], place: int, closes: str) -> int | None:
    for later in range(place + 1, len(marks)):
        if text[marks[later]] in closes:
            return later
    return None


def _opens_single(text: str, at: int, start: int, end: int) -> bool:
    if at > start and not _BEFORE_OPENING.match(text[at - 1]):
        return False
    after = text[at + 1] if at + 1 < end else " "
    return not after.isspace() and after not in "'’" and not _SHORTENED.match(text, at + 1)


def _single_end(text: str, marks: list[int], place: int, end: int) -> int | None:
    """The mark that closes; one behind an s may be a possessive, if a better one follows."""
    doubtful: int | None = None
    for later in range(place + 1, len(marks)):
        at = marks[later]
        if doubtful is not None and later > doubtful + _FAR:
            break
        if text[at] not in _SINGLE_CLOSE:
            continue
        before, after = text[at - 1], text[at + 1] if at + 1 < end else " "
        if doubtful is not None and _opens_single(text, at, marks[place], end):
            return doubtful
        if before.isspace() or after.isalnum():
            continue
        owns = before in "sSzZ" and after.isspace() and text[at + 2 : at + 3].islower()
        if not owns:
            return later
        doubtful = later if doubtful is None else doubtful
    return doubtful


def links_and_code(text: str) -> Iterator[Span]:
    """Where code, links and e-mail addresses stand, and titles in italics."""
    if "`" in text:
        yield from (found.span() for found in _CODE.finditer(text))
    if any(sign in text for sign in ("://", "www.", "@", "](", "<", "mailto:")):
        yield from (found.span() for found in _LINK.finditer(text))


def titles(pieces: Pieces) -> Iterator[Span]:
    """Where laws, bodies and documents are named: capitalised words with one that says what it is.

    And what stands in italics like a title.
    """
    if "*" in pieces.text or "_" in pieces.text:
        for found in _ITALIC.finditer(pieces.text):
            if len(found[2].split()) > 2:
                yield found.span()
    at, count = 0, len(pieces)
    while at < count:
        if not _capital(pieces, at):
            at += 1
            continue
        last = _run_end(pieces, at)
        if _is_title(pieces, at, last):
            yield pieces.starts[at], pieces.ends[last]
        at = last + 1


def _capital(pieces: Pieces, at: int) -> bool:
    return pieces.text[pieces.starts[at]].isupper()


def _run_end(pieces: Pieces, at: int) -> int:
    """The last word of a run of capitalised words and the small ones that join them."""
    last, sentence = at, pieces.sentences[at]
    for after in range(at + 1, len(pieces)):
        if pieces.sentences[after] != sentence:
            break
        joins = pieces.words[after] in _JOINING or pieces.words[after] in (",", "(", ")", ":")
        numbered = pieces.words[after].isdecimal()
        if _capital(pieces, after) or (numbered and after == last + 1):
            last = after
        elif not joins or after - last > 3:
            break
    return last


def _is_title(pieces: Pieces, first: int, last: int) -> bool:
    run = range(first, last + 1)
    capitals = [at for at in run if _capital(pieces, at)]
    if len(capitals) < 2:
        return False
    starts = first == 0 or pieces.sentences[first - 1] != pieces.sentences[first]
    # A capital at the beginning of a sentence says nothing.
    telling = capitals[1:] if starts else capitals
    if any(pieces.words[at].partition("'")[0] in TITLE_WORDS for at in telling):
        return True
    behind = last + 1 < len(pieces) and pieces.follows[last + 1]
    if behind and len(telling) > 1 and pieces.words[last + 1] in TITLE_WORDS:
        return True
    announced = range(max(0, first - 2), first)
    return any(pieces.words[at] in _ANNOUNCE for at in announced)


def merged(spans: Iterator[Span] | list[Span]) -> list[Span]:
    """Spans in order, those that meet joined."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(joined[-1][1], end)
        else:
            joined.append((start, end))
    return joined


def covered(pieces: Pieces, spans: list[Span]) -> list[bool]:
    """For each word, whether it stands in one of these spans."""
    inside = [False] * len(pieces)
    at, count = 0, len(pieces)
    for start, end in merged(spans):
        while at < count and pieces.ends[at] <= start:
            at += 1
        while at < count and pieces.starts[at] < end:
            inside[at] = True
            at += 1
    return inside
