"""What differs between two texts, word by word: for the eye and, in words, for the ear."""

from __future__ import annotations

import difflib

_NEAR = 1
"""Words that stay the same between two changes and are still told with them."""
_MOST = 2_000
"""Beyond this many words comparing is too slow to do while somebody types."""


def differences(left: str, right: str) -> list[tuple[str, str]]:
    """Pairs of what was said and what is said instead; either may be empty. None when one is.

    Case and punctuation count: they are how a sentence sounds.
    """
    before, after = left.split(), right.split()
    if not before or not after or len(before) + len(after) > _MOST:
        return []
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    pairs: list[tuple[int, int, int, int]] = []
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            continue
        if pairs and a - pairs[-1][1] <= _NEAR and c - pairs[-1][3] <= _NEAR:
            first = pairs.pop()
            a, c = first[0], first[2]
        pairs.append((a, b, c, d))
    return [(" ".join(before[a:b]), " ".join(after[c:d])) for a, b, c, d in pairs]
