"""What is in the note and what isn't, stage by stage: the one list both faces show and move."""

from __future__ import annotations

from dataclasses import dataclass

from reflect_tui.notes.words import saying
from reflect_tui.practice.exercise import Imagined, Kind, Prompt
from reflect_tui.practice.sections import heading
from reflect_tui.session.address import Address
from reflect_tui.session.course import Course, page_title
from reflect_tui.session.endings import said_of, what_of
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
    """Where the response stands; None for an action or an ending."""
    action: str = ""
    """The action's id; empty for anything else."""
    ending: str = ""
    """The id of the earlier action that something is said of; empty for anything else."""
    why_not: str = ""
    """Why it can't be moved, in a few words; empty when it can."""


def plan(session: Session) -> tuple[Movable, ...]:
    """Everything written, in the order of the session, actions last.

    What became of what was agreed before stands where it is asked, or first.
    """
    course = Course(session.way, session.service, session.exercises)
    found: list[Movable] = []
    placed = False
    for page in course.every_page(session):
        stage = page_title(page, session)
        for prompt in page.prompts:
            if prompt.kind is Kind.AGREED and not placed:
                placed = True
                found += _endings(session, stage)
            address = page.address(prompt)
            response = session.response(address)
            if response is not None:
                words = " · ".join(saying(prompt, response.value))
                why_not = _why_not(prompt, response.value)
                found.append(
                    Movable(
                        stage, response.asked, words, response.in_note, address, why_not=why_not
                    )
                )
    if not placed:
        found[:0] = _endings(session, heading("since", session.service))
    found += [
        Movable("Actions", "What will be done", action.what, action.in_note, action=action.id)
        for action in session.actions
    ]
    return tuple(found)


def _endings(session: Session, stage: str) -> list[Movable]:
    return [
        Movable(
            stage,
            f"Agreed: {what_of(kept)}",
            " · ".join(said_of(kept)),
            kept.in_note,
            ending=kept.action,
        )
        for kept in session.endings
    ]


def _why_not(prompt: Prompt, value: Value) -> str:
    """Why something written can never stand in the note, or not yet."""
    if prompt.kind is Kind.PLACE:
        return "the map stays here"
    if prompt.imagined is Imagined.ALL:
        return "imagined, so it stays here"
    if isinstance(value, Round) and not value.shown:
        return "not shown together yet"
    return "" if saying(prompt, value) else "imagined, so it stays here"
