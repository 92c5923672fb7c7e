"""When nobody has touched a key for a while: the screen hides itself, and later locks. Pure."""

from __future__ import annotations

import time
from collections.abc import Callable
from enum import Enum
from typing import Final

TICK: Final = 2.0
"""Seconds between two looks at the clock."""
_SLEPT: Final = 60.0
"""Seconds by which the wall clock runs ahead when the computer was asleep between two looks."""


class Due(Enum):
    """What is due now."""

    NOTHING = "nothing"
    HIDE = "hide"
    LOCK = "lock"


class Idle:
    """Knows when something was touched last, and what is due.

    A computer that was asleep comes back locked: whoever opens the lid may be somebody else.
    """

    def __init__(
        self,
        hide_after: int,
        lock_after: int,
        *,
        clock: Callable[[], float] = time.monotonic,
        wall: Callable[[], float] = time.time,
    ) -> None:
        """Minutes untouched until it hides, and hidden until it locks; 0: never."""
        self.wait(hide_after, lock_after)
        self._clock = clock
        self._wall = wall
        self._touched = clock()
        self._hidden_at: float | None = None
        self._looked = (clock(), wall())

    def wait(self, hide_after: int, lock_after: int) -> None:
        """From now on wait as many minutes as somebody chose; 0: never."""
        self._hide_after = hide_after * 60
        self._lock_after = lock_after * 60

    def touched(self) -> None:
        """A key was pressed, or the mouse moved."""
        self._touched = self._clock()

    def due(self, *, hidden: bool) -> Due:
        """What is due now, the screen being hidden or not."""
        now, wall = self._clock(), self._wall()
        ahead = (wall - self._looked[1]) - (now - self._looked[0])
        self._looked = (now, wall)
        if not hidden:
            self._hidden_at = None
        elif self._hidden_at is None:
            self._hidden_at = now
        if ahead > _SLEPT:
            return Due.LOCK
        if self._hidden_at is not None:
            waits = self._lock_after and now - self._hidden_at >= self._lock_after
            return Due.LOCK if waits else Due.NOTHING
        if self._hide_after and now - self._touched >= self._hide_after:
            self._hidden_at = now
            return Due.HIDE
        return Due.NOTHING
