"""What was moved into a note and may stand there, piece by piece, as blocks of a document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from reflect_tui.notes.document import Done, Said
from reflect_tui.notes.standing import ACTIONS_STAND_IN, is_racism_row, may_stand
from reflect_tui.notes.words import one_side, saying
from reflect_tui.practice.exercise import Kind, Prompt
from reflect_tui.session.address import Place
from reflect_tui.session.agreed import details
from reflect_tui.session.course import Course, Page, entry_name
from reflect_tui.session.endings import said_of, what_of
from reflect_tui.session.model import Ending, Session
from reflect_tui.session.noting import Note, is_in
from reflect_tui.session.values import Value

LISTED = frozenset((Kind.CHOOSE_MANY, Kind.DAY, Kind.ROUND))
"""Kinds whose answers stand as a list."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One answer that stands in a note."""

    page: Page
    prompt: Prompt
    said: Said

    @property
    def is_racism_row(self) -> bool:
        """Whether it says what was done about racism: that stands in rows of its own."""
        return is_racism_row(self.page, self.prompt)

    @property
    def names_a_round(self) -> bool:
        """Whether it is what a round is called."""
        return self.prompt.id == self.page.stage.named_by


def moved(session: Session, course: Course, note: Note) -> Iterator[Piece]:
    """Every answer that was moved into a note and may stand there, in the order of the session."""
    for page in course.every_page(session):
        about = _about(page, course, session, note)
        for prompt in page.prompts:
            response = session.response(page.address(prompt))
            if response is None or not is_in(response, note):
                continue
            words = saying(prompt, response.value)
            if words and may_stand(note, session, page, prompt):
                said = Said(
                    asked=response.asked,
                    said=words,
                    about=about if prompt.id != page.stage.named_by else "",
                    listed=prompt.kind in LISTED,
                    own_words=prompt.own_words,
                )
                yield Piece(page, prompt, _as_it_is(prompt, response.value, said))


def actions_in(session: Session, note: Note) -> tuple[Done, ...]:
    """The actions that stand in a note."""
    if note not in ACTIONS_STAND_IN:
        return ()
    return tuple(
        Done(action.what, action.who, action.by, action.told)
        for action in session.actions
        if is_in(action, note)
    )


def endings_in(session: Session, note: Note) -> tuple[Said, ...]:
    """What became of what was agreed before, each under what was agreed, as far as moved in."""
    if note not in ACTIONS_STAND_IN:
        return ()
    return tuple(ending_said(ending) for ending in session.endings if is_in(ending, note))


def ending_said(ending: Ending) -> Said:
    """What became of one thing agreed before."""
    return Said(
        asked=f"Agreed: {what_of(ending)}",
        said=said_of(ending),
        about=details(ending.who, ending.by, ending.told),
    )


def _as_it_is(prompt: Prompt, value: Value, said: Said) -> Said:
    """Of two sides one of which was imagined: the other, under its own heading.

    What was asked, and the name of what was changed, would make it read as the imagined one.
    """
    side = one_side(prompt, value)
    return said if side is None else replace(said, asked=side[0], said=(side[1],), about="")


def _about(page: Page, course: Course, session: Session, note: Note) -> str:
    """The name of a page's entry, once that was moved in as well: it too is somebody's words."""
    stage = course.round_of(page.place)
    prompt = stage.prompt(stage.named_by) if stage else None
    if stage is None or prompt is None:
        return ""
    at = Place(page.exercise.id, stage.id, page.place.entry)
    naming = session.response(at.prompt(prompt.id))
    if naming is None or not is_in(naming, note) or not saying(prompt, naming.value):
        return ""
    naming_page = course.page(at, session)
    if naming_page is None or not may_stand(note, session, naming_page, prompt):
        return ""
    return entry_name(session, page.exercise, page.place)
