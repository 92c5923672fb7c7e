"""The running order of a session and how long one has been at a step. Tells; ends nothing.

Nothing of it is kept: how long a group took over something is nobody's to read later.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from reflect_tui.session.address import Place
from reflect_tui.session.course import Course, Page
from reflect_tui.session.model import Session


class Pace:
    """How long one has been at each step since one sat down; a step gone back to goes on."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._gone: dict[Place, timedelta] = {}
        self._at: Place | None = None
        self._since = now()

    def at(self, place: Place) -> None:
        """Somebody is at a step now."""
        if place == self._at:
            return
        if self._at is not None:
            self._gone[self._at] = self._total(self._at)
        self._at, self._since = place, self._now()

    def minutes(self) -> int:
        """Whole minutes gone at the step one is at."""
        return int(self._total(self._at).total_seconds() // 60) if self._at is not None else 0

    def _total(self, place: Place) -> timedelta:
        here = self._now() - self._since if place == self._at else timedelta()
        # A clock that is set back takes nothing away.
        return self._gone.get(place, timedelta()) + max(here, timedelta())


@dataclass(frozen=True, slots=True)
class Order:
    """Where one is in the running order."""

    meant: int | None
    """About how many minutes the step one is at was meant to take, where that is said."""
    then: str
    """The title of the step after it; empty at the end."""
    then_meant: int | None

    @property
    def what_follows(self) -> str:
        """The next step with its minutes, or nothing."""
        about = f" (about {self.then_meant})" if self.then and self.then_meant else ""
        return f"{self.then}{about}"


def order(course: Course, page: Page, session: Session) -> Order:
    """The step one is at, and the one after it."""
    after = course.after(page.place, session)
    if after is None:
        return Order(page.stage.minutes, "", None)
    return Order(page.stage.minutes, after.stage.title, after.stage.minutes)


def time_said(minutes: int | None, meant: int | None) -> str:
    """The minutes gone beside those that were meant; `minutes` None: the clock is hidden."""
    about = f"about {meant}" if meant else ""
    if minutes is None:
        return f"{about} min" if about else ""
    return " · ".join(part for part in (f"{minutes} min", about) if part)
