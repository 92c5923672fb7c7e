"""What may stand in which note at all, whoever moved it there and whatever a file says.

A case insert goes into somebody's record: only what its exercise marks for that (`case=ask`) may
stand there, and never what a worker said of themselves, what was imagined, or what a group wrote
in turn. A CPD text goes to a regulator: learning alone.
"""

from __future__ import annotations

from typing import Final

from reflect_tui.notes.words import saying
from reflect_tui.practice.exercise import Imagined, Kind, Prompt, Role, Way
from reflect_tui.session.course import Page
from reflect_tui.session.model import Session
from reflect_tui.session.noting import Note
from reflect_tui.session.values import Round, Value

WORKERS_OWN: Final = frozenset(
    ("present", "wellbeing", "assumptions", "expectations", "aftercare", "learning", "comments")
)
"""Sections in which those who work here speak of themselves: never part of a person's record."""
ACTIONS_STAND_IN: Final = frozenset((Note.SUPERVISION, Note.INSERT, Note.OWN))
"""Notes that may hold actions, and what became of them; those are about a person's case."""

NOT_SHOWN: Final = "not shown together yet"
ALWAYS: Final = "always in your own copy"


def may_stand(note: Note, session: Session, page: Page, prompt: Prompt) -> bool:
    """Whether answers to a prompt have a place in a note."""
    if note is Note.INSERT:
        return _in_insert(session, page, prompt)
    if note is Note.CPD:
        return _in_cpd(session, prompt)
    return True


def why_not(note: Note, prompt: Prompt, value: Value) -> str:
    """Why something written can never be moved into a note, or not yet; empty when it can."""
    if isinstance(value, Round) and not value.shown:
        return NOT_SHOWN
    if note is Note.OWN:
        return ALWAYS
    if prompt.kind is Kind.PLACE:
        return "the map stays here"
    if prompt.imagined is Imagined.ALL:
        return "imagined, so it stays here"
    return "" if saying(prompt, value) else "imagined, so it stays here"


def is_racism_row(page: Page, prompt: Prompt) -> bool:
    """Whether a prompt of the closing says what was done about racism, and when."""
    return (
        page.exercise.role is Role.CLOSING
        and prompt.section == "racism"
        and prompt.kind in (Kind.CHOOSE_MANY, Kind.LINE)
    )


def _in_insert(session: Session, page: Page, prompt: Prompt) -> bool:
    if prompt.kind in (Kind.ROUND, Kind.PLACE) or prompt.imagined:
        return False
    if page.stage.alone or prompt.alone or prompt.section in WORKERS_OWN:
        return False
    if prompt.by == "supervisor" and session.way is not Way.GROUP:
        return False  # it is asked of the two who work here
    return prompt.case_ask or is_racism_row(page, prompt)


def _in_cpd(session: Session, prompt: Prompt) -> bool:
    if prompt.kind in (Kind.ROUND, Kind.PLACE) or prompt.imagined or prompt.own_words:
        return False
    if session.way is Way.ONE_TO_ONE and prompt.by not in ("", session.whose):
        return False  # what another said of themselves is theirs
    return prompt.cpd is not None or prompt.section == "learning"
