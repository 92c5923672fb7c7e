"""A quarter of an hour on one's own: one exercise in its short form, and nothing asked before."""

from __future__ import annotations

from reflect_tui.practice.exercise import Exercise, Service, Way
from reflect_tui.practice.shelf import Shelf
from reflect_tui.session.beginning import PEOPLE, begin
from reflect_tui.session.model import Session


def begin_alone(shelf: Shelf, exercise: Exercise, service: Service) -> Session:
    """A new session with the short forms of an exercise and of what opens and closes it.

    What is brought gets no name: none is asked for, and the program makes none up.
    """
    opening, closing = shelf.opening, shelf.closing
    walked = [kept.exercise for kept in (opening,) if kept is not None]
    walked += [exercise]
    walked += [kept.exercise for kept in (closing,) if kept is not None]
    return begin(
        Way.SOLO,
        service,
        {kept.id: (kept, True) for kept in walked},
        people=PEOPLE[Way.SOLO],
    )
