"""Which lines of a text are headings, so that their capitals say nothing."""

from __future__ import annotations

import re
from functools import lru_cache

_LONG = re.compile(r"[^\W\d_]{4,}")
_FAR = 120
"""Characters of a line that are looked at."""


class Headings:
    """The headings of one text; each line is read once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._is_one = lru_cache(maxsize=None)(self._all_capitals)

    def has(self, start: int) -> bool:
        """Whether the character with this number stands in one."""
        begins = self._text.rfind("\n", 0, start) + 1
        ends = self._text.find("\n", start)
        return self._is_one(begins, len(self._text) if ends < 0 else ends)

    def _all_capitals(self, begins: int, ends: int) -> bool:
        said = self._text[begins : min(ends, begins + _FAR)].strip()
        if said.startswith("#"):
            return True
        long = _LONG.findall(said)
        return len(long) > 1 and said[-1] not in ".?!" and all(word[0].isupper() for word in long)
