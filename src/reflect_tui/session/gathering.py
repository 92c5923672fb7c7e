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
from reflect_tui.session.values import Choice, Line, Placement, Text


@dataclass(frozen=True, slots=True)
class Item:
    """One thing in a heap."""

    name: str
    words: str = ""
    """What was written of it, where the gathering shows that; may be empty."""


@dataclass(frozen=True, slots=True)
class Group:
    """One side of a gathering, or one place of a map."""

    title: str
    items: tuple[Item, ...]
    """What stands there; may be empty."""
    level: bool = False
    """Whether it is one of the two that stand beside each other (2.13)."""


def in_words(group: Group) -> list[str]:
    """A group a line at a time, an empty one said to be empty."""
    if not group.items:
        return [f"{group.title}: empty"]
    if not any(item.words for item in group.items):
        return [f"{group.title}: {'; '.join(item.name for item in group.items)}"]
    items = (f"{item.name}: {item.words}" if item.words else item.name for item in group.items)
    return [f"{group.title}:", *(f"- {item}" for item in items)]


@dataclass(frozen=True, slots=True)
class Placed:
    """A card and where it stands, for the picture of a map."""

    title: str
    placement: Placement


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
    heaps: dict[str, list[Item]] = {option.id: [] for option in prompt.options}
    unsorted: list[Item] = []
    for number, entry in enumerate(session.entries_of(exercise.id, page.stage.for_stage), 1):
        place = Place(exercise.id, stage.id, entry.id)
        if not any(kept.prompt.entry == entry.id for kept in session.responses):
            continue
        name = entry_name(session, exercise, place) or f"number {number}"
        response = session.response(place.prompt(prompt.id))
        value = response.value if response else None
        chosen = value.option if isinstance(value, Choice) else ""
        item = Item(name, _shown(page, entry.id, session))
        heaps.get(chosen, unsorted).append(item)
    labels = {option.id: option.label for option in prompt.options}
    level = [option for option in page.stage.level if option in labels]
    order = [*level, *(option for option in labels if option not in level)]
    groups = [Group(labels[one], tuple(heaps[one]), one in level) for one in order]
    if unsorted:
        groups.append(Group("Not sorted yet", tuple(unsorted)))
    return tuple(groups)


def _shown(page: Page, entry: str, session: Session) -> str:
    """The words that the gathering shows of an entry."""
    for stage in page.exercise.stages:
        if page.stage.for_stage not in (stage.for_stage, stage.id):
            continue
        prompt = stage.prompt(page.stage.showing)
        response = prompt and session.response(
            Place(page.exercise.id, stage.id, entry).prompt(prompt.id)
        )
        if response and isinstance(response.value, Text | Line):
            return response.value.text.strip()
    return ""


_WHERE = {
    (True, True): "Seen, and said",
    (False, True): "Unseen, and said",
    (True, False): "Seen, and not said",
    (False, False): "Unseen, and not said",
}
_WHO = {"me": "for me", "them": "for them", "between": "between us"}


def _by_place(page: Page, session: Session) -> tuple[Group, ...]:
    """Cards under the place each stands at; one that moves says so."""
    heaps: dict[tuple[bool, bool], list[Item]] = {where: [] for where in _WHERE}
    moving: list[Item] = []
    for card in placed(page, session):
        for who, words in _WHO.items():
            spot = getattr(card.placement, who)
            if spot is not None:
                heaps[spot.seen, spot.said].append(Item(f"{card.title}, {words}"))
        if card.placement.moves:
            moving.append(Item(card.title))
    groups = [Group(title, tuple(heaps[where])) for where, title in _WHERE.items()]
    if moving:
        groups.append(Group("It moves, depending on who is in the room", tuple(moving)))
    return tuple(groups)


def placed(page: Page, session: Session) -> tuple[Placed, ...]:
    """The cards that were placed, in the board's order; none for a page that is no map."""
    if page.stage.shape is not Shape.MAP:
        return ()
    cards = page.exercise.cards_of(page.stage.map_of)
    found = ((card.title, _placement(page.exercise.id, card, session)) for card in cards)
    return tuple(Placed(title, placement) for title, placement in found if placement is not None)


def _placement(exercise: str, card: Stage, session: Session) -> Placement | None:
    for prompt in card.prompts:
        response = session.response(Address(exercise, card.id, prompt.id))
        if response is not None and isinstance(response.value, Placement):
            return response.value
    return None
