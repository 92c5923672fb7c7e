"""What can be begun at once on one's own: exercises in their short form, and what leads there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reflect_tui.practice.exercise import Exercise, Service
from reflect_tui.practice.minds import alone_in
from reflect_tui.practice.shelf import Shelf
from reflect_tui.practice.standards import foremost

QUESTION = "What do you have in mind?"
"""The one question before fifteen minutes on one's own."""
WHICH = "Which exercise?"
"""What is asked where several exercises meet a standard."""
SERVICE = "In which service?"
"""What is asked of somebody who works in both, where it can make a difference."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A line one can choose, and the exercise that begins then."""

    words: str
    about: str
    """What is said beside or below it."""
    exercise: Exercise
    services: tuple[Service, ...]
    """The services it may be begun in; more than one: to be asked."""


def in_mind(shelf: Shelf, services: Iterable[str]) -> tuple[Offer, ...]:
    """What somebody who works in these services may have in mind, in the file's order."""
    own = [service for service in Service if service in set(services)]
    offers: list[Offer] = []
    for mind in shelf.minds:
        kept = shelf.get(mind.exercise)
        here = tuple(service for service in own if service in mind.services)
        if kept is not None and here:
            offers.append(Offer(mind.words, kept.exercise.title, kept.exercise, here))
    return tuple(offers)


def reflecting_on(shelf: Shelf, number: str, services: Iterable[str]) -> tuple[Offer, ...]:
    """The exercises that meet a clause and have a short form for somebody on their own.

    Where none of them is for these services they are offered in their own: whoever reads of a
    standard may want to think about it.
    """
    own = set(services)
    able = [(exercise, alone_in(exercise)) for exercise in foremost(shelf, number)]
    here = [(exercise, able & own) for exercise, able in able]
    return tuple(
        Offer(
            exercise.title,
            exercise.summary,
            exercise,
            tuple(service for service in Service if service in kept),
        )
        for exercise, kept in (here if any(kept for _, kept in here) else able)
        if kept
    )
