"""What differs between two texts, word by word: for the eye and, in words, for the ear (2.7)."""

from __future__ import annotations

import difflib
import re

_PIECE = re.compile(r"\w+(?:['’\-]\w+)*|[^\w\s]")
"""A word with its apostrophes and hyphens, or one mark of punctuation."""
_MOST = 2_000
"""Beyond so many pieces comparing is too slow to do while somebody writes."""


def differences(left: str, right: str) -> list[tuple[str, str]]:
    """Pairs of what was said and what is said instead; one of a pair may be empty.

    Nothing where either text is blank, both are alike, or they are too long to compare. Case
    counts; punctuation only separates, so that "age, she manages" and "wise, he controls" are
    told as two differences.
    """
    before, after = (list(_PIECE.finditer(text)) for text in (left, right))
    if not before or not after or len(before) + len(after) > _MOST:
        return []
    matcher = difflib.SequenceMatcher(
        None, [m.group() for m in before], [m.group() for m in after], autojunk=False
    )
    pairs = (
        (_between(left, before[a:b]), _between(right, after[c:d]))
        for tag, a, b, c, d in matcher.get_opcodes()
        if tag != "equal"
    )
    return [pair for pair in pairs if re.search(r"\w", "".join(pair))]


def _between(text: str, pieces: list[re.Match[str]]) -> str:
    """The stretch of text from the first piece to the last, on one line."""
    if not pieces:
        return ""
    return " ".join(text[pieces[0].start() : pieces[-1].end()].split())
