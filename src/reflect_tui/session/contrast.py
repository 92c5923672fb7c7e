"""What differs between two texts, word by word: for the eye and, in words, for the ear (2.7)."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence

_PIECE = re.compile(r"\w+(?:['’\-]\w+)*|[^\w\s]")
"""A word with its apostrophes and hyphens, or one mark of punctuation."""
_ENDS = frozenset(".!?")
"""The marks that end a sentence."""
_WORDS = 700
"""Beyond so many pieces a stretch is compared by sentences first: somebody is writing."""
_MOST = 60_000
"""Beyond so many pieces nothing is compared: no conversation is that long."""

Pieces = Sequence[re.Match[str]]


def differences(left: str, right: str) -> list[tuple[str, str]]:
    """Pairs of what was said and what is said instead, in order; one of a pair may be empty.

    Nothing where either text is blank, both are alike, or they are too long to compare. Case
    counts; punctuation only separates, so that "age, she manages" and "wise, he controls" are
    told as two differences.
    """
    before, after = (list(_PIECE.finditer(text)) for text in (left, right))
    if not before or not after or len(before) + len(after) > _MOST:
        return []
    pairs = (
        (_between(left, one), _between(right, other)) for one, other in _differing(before, after)
    )
    return [(one, other) for one, other in pairs if one != other]


def arrow(pair: tuple[str, str]) -> str:
    """A difference as it is said on one line; three dots stand for nothing."""
    before, after = pair
    return f"{before or '…'} → {after or '…'}"


def _differing(before: Pieces, after: Pieces) -> Iterator[tuple[Pieces, Pieces]]:
    """The stretches that differ, word by word; long texts are laid beside each other first."""
    before, after = _without_ends(before, after)
    if len(before) + len(after) <= _WORDS:
        yield from _matched(before, after)
        return
    one, other = _sentences(before), _sentences(after)
    for some, others in _matched_sentences(one, other):
        first, second = _joined(some), _joined(others)
        if len(first) + len(second) <= _WORDS:
            yield from _matched(first, second)
        else:
            yield first, second


def _without_ends(before: Pieces, after: Pieces) -> tuple[Pieces, Pieces]:
    """What is left of both without the beginning and the end that they share."""
    most = min(len(before), len(after))
    head = next((n for n in range(most) if before[n].group() != after[n].group()), most)
    most -= head
    tail = next((n for n in range(most) if before[-1 - n].group() != after[-1 - n].group()), most)
    return before[head : len(before) - tail], after[head : len(after) - tail]


def _matched(before: Pieces, after: Pieces) -> Iterator[tuple[Pieces, Pieces]]:
    matcher = difflib.SequenceMatcher(
        None, [m.group() for m in before], [m.group() for m in after], autojunk=False
    )
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag != "equal":
            yield before[a:b], after[c:d]


def _sentences(pieces: Pieces) -> list[Pieces]:
    """The pieces sentence by sentence."""
    found: list[Pieces] = []
    start = 0
    for at, piece in enumerate(pieces):
        if piece.group() in _ENDS:
            found.append(pieces[start : at + 1])
            start = at + 1
    return [*found, pieces[start:]] if start < len(pieces) else found


def _matched_sentences(
    before: list[Pieces], after: list[Pieces]
) -> Iterator[tuple[list[Pieces], list[Pieces]]]:
    matcher = difflib.SequenceMatcher(
        None, [_words(one) for one in before], [_words(one) for one in after], autojunk=False
    )
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            continue
        if b - a == d - c:
            # As many sentences on either side: each was said another way.
            yield from (([x], [y]) for x, y in zip(before[a:b], after[c:d], strict=True))
        else:
            yield before[a:b], after[c:d]


def _words(sentence: Pieces) -> tuple[str, ...]:
    return tuple(piece.group() for piece in sentence)


def _joined(sentences: list[Pieces]) -> Pieces:
    return [piece for sentence in sentences for piece in sentence]


def _between(text: str, pieces: Pieces) -> str:
    """The stretch of text from the first word to the last, on one line; empty without a word."""
    words = [piece for piece in pieces if re.match(r"\w", piece.group())]
    return " ".join(text[words[0].start() : words[-1].end()].split()) if words else ""
