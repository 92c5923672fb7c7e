"""What is due when nobody has touched a key."""

from __future__ import annotations

from reflect_tui.idle import Due, Idle


class Clocks:
    """Two clocks that are turned by hand."""

    def __init__(self, hide: int = 15, lock: int = 30) -> None:
        self.now = 0.0
        self.ahead = 0.0
        self.idle = Idle(hide, lock, clock=lambda: self.now, wall=lambda: self.now + self.ahead)

    def after(self, minutes: float, *, hidden: bool = False) -> Due:
        """What is due some minutes later."""
        self.now += minutes * 60
        return self.idle.due(hidden=hidden)


def test_it_hides_and_locks_half_an_hour_after_it_hid() -> None:
    clocks = Clocks()
    assert clocks.after(14.9) is Due.NOTHING
    assert clocks.after(0.1) is Due.HIDE
    assert clocks.after(29.9, hidden=True) is Due.NOTHING
    assert clocks.after(0.1, hidden=True) is Due.LOCK


def test_twenty_five_minutes_untouched_ask_for_no_password() -> None:
    clocks = Clocks()
    assert Due.LOCK not in [clocks.after(1, hidden=minute >= 15) for minute in range(25)]


def test_one_that_was_hidden_by_hand_locks_as_well() -> None:
    clocks = Clocks()
    assert clocks.after(1, hidden=True) is Due.NOTHING
    assert clocks.after(30, hidden=True) is Due.LOCK


def test_coming_back_starts_both_anew() -> None:
    clocks = Clocks()
    clocks.after(16)
    clocks.after(20, hidden=True)
    clocks.idle.touched()
    assert clocks.after(14) is Due.NOTHING
    assert clocks.after(20, hidden=True) is Due.NOTHING


def test_nought_means_never() -> None:
    clocks = Clocks(hide=0, lock=0)
    assert clocks.after(10_000) is Due.NOTHING
    assert clocks.after(10_000, hidden=True) is Due.NOTHING


def test_sleep_locks_at_once_and_only_once() -> None:
    clocks = Clocks(hide=0, lock=0)
    clocks.ahead = 3_600
    assert clocks.after(0.05) is Due.LOCK
    assert clocks.after(0.05) is Due.NOTHING


def test_a_clock_that_is_set_back_locks_nothing() -> None:
    clocks = Clocks()
    clocks.ahead = -365 * 86_400
    assert clocks.after(0.05) is Due.NOTHING
