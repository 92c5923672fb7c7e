"""What could say who somebody is, in a note as it will read: typed words, and where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reflect_tui.notes.identifiers import Kind as Sort
from reflect_tui.notes.look import look
from reflect_tui.notes.other_words import in_other_words
from reflect_tui.notes.plan import Movable, plan
from reflect_tui.practice.exercise import Kind
from reflect_tui.session.address import Address
from reflect_tui.session.course import Course
from reflect_tui.session.model import Action, Session
from reflect_tui.session.noting import Note

_CHOSEN = (Kind.CHOOSE, Kind.CHOOSE_MANY, Kind.PLACE)
"""Kinds whose answers are words of an exercise's file."""
_CODE_NAME = "The name for what is brought"


@dataclass(frozen=True, slots=True)
class Spotted:
    """Words of a note that could say who somebody is: `text[start:end] == words`."""

    sort: Sort
    words: str
    text: str
    """All that was written there, as the note says it."""
    start: int
    end: int
    asked: str
    """What it answers."""
    address: Address | None = None
    """Where it was written, when that is an answer."""
    action: str = ""
    ending: str = ""


def to_look_at(session: Session, note: Note) -> tuple[Spotted, ...]:
    """Every place of it, in the order of the session; may take a moment: in a thread.

    What stands as other words in the notes is as they say it, and so isn't pointed at again.
    """
    worded = session if note is Note.OWN else in_other_words(session)
    found: list[Spotted] = []
    if note in (Note.SUPERVISION, Note.OWN):
        found += _in(worded.brought, _CODE_NAME)
    course = Course(worded.way, worded.service, worded.exercises)
    for piece in plan(worded, note):
        if piece.in_note:
            for text in _typed(piece, worded, course):
                found += _in(text, piece.asked, piece)
    if note is Note.SUPERVISION:
        for kept in worded.agreements:
            found += _in(kept.words, f"What the {kept.role} says of the note")
    return tuple(found)


def _typed(piece: Movable, session: Session, course: Course) -> Iterator[str]:
    """What somebody typed of a piece. By when an action is due points at nobody."""
    if piece.address is not None:
        prompt = course.prompt(piece.address)
        if prompt is not None and prompt.kind not in _CHOSEN:
            yield piece.first_words
        return
    for ending in session.endings:
        if ending.action == piece.ending:
            yield from (ending.what, ending.who, ending.told, ending.words)
    action = next((kept for kept in session.actions if kept.id == piece.action), None)
    if isinstance(action, Action):
        yield from (action.what, action.who, action.told)


def _in(text: str, asked: str, piece: Movable | None = None) -> Iterator[Spotted]:
    for each in look(text):
        yield Spotted(
            each.kind,
            each.text,
            text,
            each.start,
            each.end,
            asked,
            piece.address if piece else None,
            piece.action if piece else "",
            piece.ending if piece else "",
        )
