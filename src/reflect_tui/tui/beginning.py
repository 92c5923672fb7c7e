"""What beginning a session asks for, and what its answers come to. Knows no widget."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reflect_tui.notebook.summary import Summary
from reflect_tui.practice.exercise import Exercise, Role, Service, Shape, Way
from reflect_tui.practice.library import Group, grouped
from reflect_tui.practice.shelf import Shelf
from reflect_tui.session.beginning import PEOPLE, begin
from reflect_tui.session.model import Session

WHOSE = {
    Way.ONE_TO_ONE: (
        ("practitioner", "The practitioner's"),
        ("supervisor", "The supervisor's"),
    ),
    Way.GROUP: (
        ("practitioner", "The presenter's"),
        ("facilitator", "The facilitator's"),
    ),
    Way.SOLO: (("practitioner", "Mine"),),
}
"""Whose notebook can keep a session, by role; the practitioner's unless somebody says otherwise."""


_USUAL = "counterfactual"
"""What is chosen until somebody chooses something else, where it is on the shelf."""


@dataclass(frozen=True, slots=True)
class Start:
    """What somebody chose already, before the questions are asked."""

    exercise: str
    """Its id."""
    way: Way
    service: Service
    short: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the running order."""

    title: str
    minutes: int | None
    """About how long it takes, where the exercise says."""
    stages: tuple[str, ...]
    """The titles of its stages; the cards of a board are left out, since nobody walks them all."""


def offered(shelf: Shelf) -> tuple[Group, ...]:
    """The exercises one can choose among, by what they are for."""
    exercises = [kept for kept in shelf.exercises() if kept.exercise.role is Role.EXERCISE]
    return grouped(exercises, shelf.clauses)


def usual(shelf: Shelf) -> str:
    """The id of the exercise that is chosen to begin with, or empty when there is none."""
    ids = [kept.id for group in offered(shelf) for kept in group.shelved]
    return _USUAL if _USUAL in ids else next(iter(ids), "")


def chosen_exercises(shelf: Shelf, chosen: Mapping[str, bool]) -> dict[str, tuple[Exercise, bool]]:
    """What will be walked, in order: opening, the exercises chosen, closing.

    `chosen` maps ids to whether the short form is taken. Opening and closing are short when all
    that is chosen is.
    """
    short = bool(chosen) and all(chosen.values())
    walked: dict[str, tuple[Exercise, bool]] = {}
    if shelf.opening is not None:
        walked[shelf.opening.id] = (shelf.opening.exercise, short)
    for exercise_id, short_form in chosen.items():
        found = shelf.get(exercise_id)
        if found is not None:
            walked[exercise_id] = (found.exercise, short_form)
    if shelf.closing is not None:
        walked[shelf.closing.id] = (shelf.closing.exercise, short)
    return walked


def running_order(
    walked: Mapping[str, tuple[Exercise, bool]], way: Way, service: Service
) -> tuple[Part, ...]:
    """What the time will look like."""
    return tuple(
        Part(
            exercise.title,
            exercise.minutes.for_way(way, short=short),
            tuple(
                stage.title
                for stage in exercise.played(way, service, short=short).stages
                if stage.shape is not Shape.CARD
            ),
        )
        for exercise, short in walked.values()
    )


def new_session(
    shelf: Shelf,
    chosen: Mapping[str, bool],
    way: Way,
    service: Service,
    *,
    whose: str,
    brought: str,
    follows: Session | None,
) -> Session:
    """The session the answers come to."""
    return begin(
        way,
        service,
        chosen_exercises(shelf, chosen),
        brought=brought,
        whose=whose,
        people=PEOPLE[way],
        follows=follows,
    )


def latest_of_threads(sessions: Iterable[Summary], at_most: int = 6) -> tuple[Summary, ...]:
    """The newest session of each thread, newest first; another copy follows on from nothing."""
    found: dict[str, Summary] = {}
    for summary in sessions:
        if summary.trouble is None and not summary.other_of:
            found.setdefault(summary.thread, summary)
    return tuple(found.values())[:at_most]
