"""What is in a note and what isn't, stage by stage: the one list both faces show and move."""

from __future__ import annotations

from dataclasses import dataclass

from reflect_tui.notes.standing import ACTIONS_STAND_IN, ALWAYS, NOT_SHOWN, may_stand, why_not
from reflect_tui.notes.words import saying
from reflect_tui.practice.exercise import Kind, Prompt
from reflect_tui.practice.sections import heading
from reflect_tui.session.address import Address
from reflect_tui.session.course import Course, page_title
from reflect_tui.session.endings import said_of, what_of
from reflect_tui.session.model import Response, Session
from reflect_tui.session.noting import Note, is_in


@dataclass(frozen=True, slots=True)
class Movable:
    """One response or action, and whether it is in that note."""

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


def plan(session: Session, note: Note = Note.SUPERVISION) -> tuple[Movable, ...]:
    """What was written and may stand in a note, in the order of the session, actions last.

    For the supervision note and the own copy that is everything; into the own copy nothing is
    moved, because it holds all. What became of what was agreed before stands where it is asked,
    or first.
    """
    course = Course(session.way, session.service, session.exercises)
    found: list[Movable] = []
    placed = False
    for page in course.every_page(session):
        stage = page_title(page, session)
        for prompt in page.prompts:
            if prompt.kind is Kind.AGREED and not placed:
                placed = True
                found += _endings(session, stage, note)
            response = session.response(page.address(prompt))
            if response is not None and may_stand(note, session, page, prompt):
                found.append(_answer(stage, prompt, response, note))
    if not placed:
        found[:0] = _endings(session, heading("since", session.service), note)
    return (*found, *_actions(session, note))


def _answer(stage: str, prompt: Prompt, response: Response, note: Note) -> Movable:
    why = why_not(note, prompt, response.value)
    return Movable(
        stage,
        response.asked,
        " · ".join(saying(prompt, response.value)),
        is_in(response, note) and why != NOT_SHOWN,
        response.prompt,
        why_not=why,
    )


def _endings(session: Session, stage: str, note: Note) -> list[Movable]:
    if note not in ACTIONS_STAND_IN:
        return []
    return [
        Movable(
            stage,
            f"Agreed: {what_of(kept)}",
            " · ".join(said_of(kept)),
            is_in(kept, note),
            ending=kept.action,
            why_not=ALWAYS if note is Note.OWN else "",
        )
        for kept in session.endings
    ]


def _actions(session: Session, note: Note) -> list[Movable]:
    if note not in ACTIONS_STAND_IN:
        return []
    return [
        Movable(
            "Actions",
            "What will be done",
            kept.what,
            is_in(kept, note),
            action=kept.id,
            why_not=ALWAYS if note is Note.OWN else "",
        )
        for kept in session.actions
    ]
