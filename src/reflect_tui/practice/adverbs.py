"""Adverbs that may stand within an expression and change nothing of it: emotionally quite cold."""

from __future__ import annotations

from reflect_tui.practice.pieces import Pieces, words_of

_MOST = 2
"""Adverbs in one place."""
_DEGREE = words_of(
    "quite really very rather so too fairly pretty somewhat almost nearly well even indeed all"
)
_HOW_OFTEN = words_of(
    "often sometimes always usually frequently occasionally continually constantly regularly "
    "again still also already once twice now then generally necessarily exclusively solely entirely"
)
_OF_TWO = frozenset(
    tuple(words.split())
    for words in ("at times", "a bit", "a little", "on occasion", "in part", "in fact", "of late")
)
_IN_LY = 6
"""Letters of a word in -ly that is an adverb most likely."""
_NO_ADVERBS = words_of(
    "family elderly lonely lovely lively friendly likely unlikely assembly anomaly homely costly "
    "deadly monthly weekly yearly quarterly hourly simply merely hardly barely scarcely rarely "
    "bodily sickly supply multiply orderly cowardly motherly fatherly brotherly sisterly"
)
_NOT = words_of("not never hardly neither nor without no")


def behind_adverbs(pieces: Pieces, at: int) -> int:
    """The number of the word behind the adverbs that begin with this one; itself if it is none.

    Behind "not" only those stay that leave it a no: not very, but never not always.
    """
    before = pieces.words[at - 1] if at else ""
    denied = before in _NOT or before.endswith("n't")
    for _ in range(_MOST):
        words = _length(pieces, at)
        if not words or (denied and pieces.words[at] in _HOW_OFTEN):
            break
        at += words
    return at


def before_adverbs(pieces: Pieces, at: int) -> int:
    """The number of the word before the adverbs that end with this one; itself if it is none."""
    for _ in range(_MOST):
        if at < 1 or not pieces.follows[at]:
            return at
        if (pieces.words[at - 1], pieces.words[at]) in _OF_TWO and pieces.follows[at - 1]:
            at -= 2
        elif _is_one(pieces.words[at]):
            at -= 1
        else:
            return at
    return at


def _length(pieces: Pieces, at: int) -> int:
    """Words of the adverb that begins here; "or physically" is one of two."""
    if not _stands(pieces, at):
        return 0
    word = pieces.words[at]
    if word == "," and _stands(pieces, at + 2) and pieces.words[at + 2] == ",":
        return 3 if _is_one(pieces.words[at + 1]) else 0  # failed, again, to
    if _stands(pieces, at + 1):
        behind = pieces.words[at + 1]
        if (word, behind) in _OF_TWO or (word in ("and", "or") and _in_ly(behind)):
            return 2
    return int(_is_one(word))


def _stands(pieces: Pieces, at: int) -> bool:
    return at < len(pieces) and pieces.follows[at]


def _is_one(word: str) -> bool:
    return word in _DEGREE or word in _HOW_OFTEN or _in_ly(word)


def _in_ly(word: str) -> bool:
    return word.endswith("ly") and len(word) >= _IN_LY and word not in _NO_ADVERBS
