"""A board as it stands: its cards, what was picked, and what comes after them. Pure.

The cards are shown together, unranked and uncounted (1.7); nothing marks one that is empty.
"""

from __future__ import annotations

from dataclasses import dataclass

from reflect_tui.practice.exercise import Exercise, Kind, Prompt, Shape, Stage
from reflect_tui.session.address import Place
from reflect_tui.session.course import Page
from reflect_tui.session.model import Session
from reflect_tui.session.values import Choice, Choices

_ENOUGH_TO_JOIN = 2
"""Cards something has to be written on before what comes after them is offered."""


@dataclass(frozen=True, slots=True)
class Card:
    """One card of a board."""

    place: Place
    title: str
    meaning: str
    """What it means, in a sentence or two: the first paragraph of its guidance, as Markdown."""
    written: bool
    """Whether something is written on it."""
    picked: bool
    """Whether one of the board's questions has picked it."""


def board_of(page: Page) -> Stage | None:
    """The board a page is, or that its card lies on; None for any other page."""
    if page.stage.shape is Shape.BOARD:
        return page.stage
    if page.stage.shape is not Shape.CARD:
        return None
    boards = (stage for stage in page.exercise.stages if stage.shape is Shape.BOARD)
    return next(
        (b for b in boards if any(c.id == page.stage.id for c in page.exercise.cards_of(b.id))),
        None,
    )


def cards(exercise: Exercise, board: Stage, session: Session) -> tuple[Card, ...]:
    """The cards of a board, in their order."""
    picked = {
        option for prompt in picks(board) for option in picked_by(exercise, board, prompt, session)
    }
    written = {kept.prompt.place for kept in session.responses}
    found = []
    for stage in exercise.cards_of(board.id):
        place = Place(exercise.id, stage.id)
        meaning = " ".join(stage.guidance.strip().split("\n\n")[0].split())
        found.append(Card(place, stage.title, meaning, place in written, stage.id in picked))
    return tuple(found)


def picks(board: Stage) -> tuple[Prompt, ...]:
    """The questions of a board that pick from its own cards."""
    return tuple(prompt for prompt in board.prompts if prompt.from_board == board.id)


def picked_by(
    exercise: Exercise, board: Stage, prompt: Prompt, session: Session
) -> tuple[str, ...]:
    """The ids of the cards that one of those questions has picked."""
    response = session.response(Place(exercise.id, board.id).prompt(prompt.id))
    value = response.value if response else None
    if isinstance(value, Choice):
        return (value.option,)
    return value.options if isinstance(value, Choices) else ()


def with_pick(prompt: Prompt, picked: tuple[str, ...], card: str) -> Choice | Choices | None:
    """What a question says once a card is picked, or let go of; None where it has no room."""
    if prompt.kind is Kind.CHOOSE:
        return Choice(option="" if card in picked else card)
    if card in picked:
        return Choices(options=tuple(option for option in picked if option != card))
    if prompt.at_most is not None and len(picked) >= prompt.at_most:
        return None
    return Choices(options=(*picked, card))


def after_cards(exercise: Exercise, board: Stage, session: Session) -> Stage | None:
    """What a board leads to once two of its cards say something: to join two (graces), or None."""
    laid = cards(exercise, board, session)
    if sum(card.written for card in laid) < _ENOUGH_TO_JOIN:
        return None
    ids = [stage.id for stage in exercise.stages]
    last = max(ids.index(card.place.stage) for card in laid)
    following = exercise.stages[last + 1 :]
    return next((stage for stage in following if stage.shape is Shape.PLAIN), None)
