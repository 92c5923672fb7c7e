"""The clock of a step: time gone beside time meant, and nothing that ends anything."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from reflect_tui.session.address import Place
from reflect_tui.session.pace import Pace, time_said

TALK, SWAP = Place("walk", "talk"), Place("walk", "swap", "one")


class Watch:
    def __init__(self) -> None:
        self.now = datetime(2026, 11, 23, 14, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def on(self, minutes: float) -> None:
        self.now += timedelta(minutes=minutes)


def test_each_step_has_its_own_time_and_goes_on_with_it_when_one_comes_back() -> None:
    watch = Watch()
    pace = Pace(watch)
    assert pace.minutes() == 0
    pace.at(TALK)
    watch.on(12.5)
    pace.at(TALK)
    assert pace.minutes() == 12
    pace.at(SWAP)
    assert pace.minutes() == 0
    watch.on(3)
    pace.at(TALK)
    watch.on(1)
    assert pace.minutes() == 13


def test_a_clock_that_is_set_back_takes_nothing_away() -> None:
    watch = Watch()
    pace = Pace(watch)
    pace.at(TALK)
    watch.on(-90)
    assert pace.minutes() == 0


def test_time_is_said_the_same_way_before_and_after_what_was_meant() -> None:
    assert time_said(12, 20) == "12 min · about 20"
    assert time_said(45, 20) == "45 min · about 20"
    assert time_said(4, None) == "4 min"
    assert time_said(None, 20) == "about 20 min"
    assert time_said(None, None) == ""
