"""What was written, gathered: entries side by side, and cards by where they stand. Pure.

A gathering adds nothing and leaves nothing out; an empty side is shown as empty, so that
strengths get the same room as worries (2.13).
"""

from __future__ import annotations

from dataclasses import dataclass

from reflect_tui.practice.exercise import Shape, Stage
from reflect_tui.session.address import Address, Place
from reflect_tui.session.course import Page, entry_name
from reflect_tui.session.model import Session
from reflect_tui.session.values import Choice, Placement


@dataclass(frozen=True, slots=True)
class Group:
    """One side of a gathering, or one place of a map."""

    title: str
    names: tuple[str, ...]
    """What stands there; may be empty."""


def gathered(page: Page, session: Session) -> tuple[Group, ...]:
    """The groups a gather or map page shows; none for any other page."""
    if page.stage.shape is Shape.GATHER:
        return _by_choice(page, session)
    if page.stage.shape is Shape.MAP:
        return _by_place(page, session)
    return ()


def _by_choice(page: Page, session: Session) -> tuple[Group, ...]:
    """Entries under the option chosen for each, every option with its own room."""
    exercise = page.exercise
    asked = next(
        (
            (stage, prompt)
            for stage in exercise.stages
            if page.stage.for_stage in (stage.for_stage, stage.id)
            for prompt in stage.prompts
            if prompt.id == page.stage.gathered_by
        ),
        None,
    )
    if asked is None:
        return ()
    stage, prompt = asked
    names: dict[str, list[str]] = {option.id: [] for option in prompt.options}
    unsorted: list[str] = []
    for number, entry in enumerate(session.entries_of(exercise.id, page.stage.for_stage), 1):
        place = Place(exercise.id, stage.id, entry.id)
        if not any(kept.prompt.entry == entry.id for kept in session.responses):
            continue
        name = entry_name(session, exercise, place) or f"number {number}"
        response = session.response(place.prompt(prompt.id))
        value = response.value if response else None
        chosen = value.option if isinstance(value, Choice) else ""
        names.get(chosen, unsorted).append(name)
    groups = [Group(option.label, tuple(names[option.id])) for option in prompt.options]
    if unsorted:
        groups.append(Group("Not sorted yet", tuple(unsorted)))
    return tuple(groups)


_WHERE = {
    (True, True): "Seen, and said",
    (False, True): "Unseen, and said",
    (True, False): "Seen, and not said",
    (False, False): "Unseen, and not said",
}
_WHO = {"me": "for me", "them": "for them", "between": "between us"}


def _by_place(page: Page, session: Session) -> tuple[Group, ...]:
    """Cards under the place each stands at; one that moves says so."""
    names: dict[tuple[bool, bool], list[str]] = {where: [] for where in _WHERE}
    moving: list[str] = []
    for card in page.exercise.cards_of(page.stage.map_of):
        placement = _placement(page.exercise.id, card, session)
        if placement is None:
            continue
        for who, words in _WHO.items():
            spot = getattr(placement, who)
            if spot is not None:
                names[spot.seen, spot.said].append(f"{card.title}, {words}")
        if placement.moves:
            moving.append(card.title)
    groups = [Group(title, tuple(names[where])) for where, title in _WHERE.items()]
    if moving:
        groups.append(Group("It moves, depending on who is in the room", tuple(moving)))
    return tuple(groups)


def _placement(exercise: str, card: Stage, session: Session) -> Placement | None:
    for prompt in card.prompts:
        response = session.response(Address(exercise, card.id, prompt.id))
        if response is not None and isinstance(response.value, Placement):
            return response.value
    return None
