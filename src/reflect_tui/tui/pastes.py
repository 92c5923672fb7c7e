"""Pasted text on its way in: Textual reads an escape in it as its end, and loses what follows."""

from __future__ import annotations

import re
import time
from collections.abc import Callable

_BEGINS, _ENDS = "\x1b[200~", "\x1b[201~"
_ACTING = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_UNENDED = 2.0
"""Seconds without a word after which a paste that never ended is over."""


class Pastes:
    """Takes out of pasted text what could act; what is typed passes as it is."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._inside = False
        self._held = ""
        """The beginning of a mark whose rest has not come yet."""
        self._heard = clock()

    def made_harmless(self, text: str) -> str:
        """What the terminal sent next, with every paste in it made harmless."""
        made: list[str] = []
        now = self._clock()
        if self._inside and text and now - self._heard > _UNENDED:
            # The terminal never said that it ended: what comes now is typed again.
            made.append(_ACTING.sub("", self._held) + _ENDS)
            self._inside, self._held = False, ""
        self._heard = now if text else self._heard
        text, self._held = self._held + text, ""
        while text:
            mark = _ENDS if self._inside else _BEGINS
            before, found, text = text.partition(mark)
            if not found and self._inside:
                before, self._held = _split_mark(before, mark)
            made.append(_ACTING.sub("", before) if self._inside else before)
            if found:
                made.append(mark)
                self._inside = not self._inside
        return "".join(made)


def _split_mark(text: str, mark: str) -> tuple[str, str]:
    """A text, and what it ends with if that may be the beginning of a mark."""
    for length in range(len(mark) - 1, 0, -1):
        if text.endswith(mark[:length]):
            return text[:-length], text[-length:]
    return text, ""
