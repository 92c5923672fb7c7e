"""What is in the note and what isn't, stage by stage: the one list both faces show and move."""

from __future__ import annotations

from dataclasses import dataclass

from reflect_tui.notes.words import saying
from reflect_tui.practice.exercise import Imagined, Kind, Prompt
from reflect_tui.session.address import Address
from reflect_tui.session.course import Course, page_title
from reflect_tui.session.model import Session
from reflect_tui.session.values import Round, Value


@dataclass(frozen=True, slots=True)
class Movable:
    """One response or action, and whether it is in the note."""

    stage: str
    """The title of its stage, with the entry's name inside a round; for actions: Actions."""
    asked: str
    first_words: str
    in_note: bool
    address: Address | None = None
    """Where the response stands; None for an action."""
    action: str = ""
    """The action's id; empty for a response."""
    why_not: str = ""
    """Why it can't be moved, in a few words; empty when it can."""


def plan(session: Session) -> tuple[Movable, ...]:
    """Everything written, in the order of the session, actions last."""
    course = Course(session.way, session.service, session.exercises)
    found: list[Movable] = []
    for page in course.every_page(session):
        stage = page_title(page, session)
        for prompt in page.prompts:
            address = page.address(prompt)
            response = session.response(address)
            if response is not None:
                words = " · ".join(saying(prompt, response.value))
                why_not = _why_not(prompt, response.value)
                found.append(
                    Movable(stage, response.asked, words, response.in_note, address, "", why_not)
                )
    found += [
        Movable("Actions", "What will be done", action.what, action.in_note, action=action.id)
        for action in session.actions
    ]
    return tuple(found)


def _why_not(prompt: Prompt, value: Value) -> str:
    """Why something written can never stand in the note, or not yet."""
    if prompt.kind is Kind.PLACE:
        return "the map stays here"
    if prompt.imagined is Imagined.ALL:
        return "imagined, so it stays here"
    if isinstance(value, Round) and not value.shown:
        return "not shown together yet"
    return "" if saying(prompt, value) else "imagined, so it stays here"
