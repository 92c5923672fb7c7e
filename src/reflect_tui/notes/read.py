"""A whole session as text, for its owner to read: everything written, with what was asked."""

from __future__ import annotations

from dataclasses import replace

from reflect_tui.clean import clean
from reflect_tui.notes.agreement import how_it_stands
from reflect_tui.notes.head import SERVICES, WAYS
from reflect_tui.notes.own_copy import IMAGINED
from reflect_tui.notes.words import placement_words, saying
from reflect_tui.practice.exercise import Kind, Prompt
from reflect_tui.session.address import Place
from reflect_tui.session.agreed import details
from reflect_tui.session.course import Course, page_title
from reflect_tui.session.endings import said_of, what_of
from reflect_tui.session.model import Ending, Response, Session
from reflect_tui.session.values import Contrast, Placement, Round


def as_text(session: Session) -> str:
    """Title, then every stage something was written on, each answer under its question."""
    course = Course(session.way, session.service, session.exercises)
    when = session.began.astimezone()
    head = [f"{when.day} {when:%B %Y}, {when:%H:%M}", WAYS[session.way], SERVICES[session.service]]
    parts = [session.brought or "A session", " · ".join(head)]
    exercise = ""
    place: Place | None = None
    endings = [_ending(kept) for kept in session.endings]
    for page in course.every_page(session):
        title = page_title(page, session)
        for prompt in page.prompts:
            said = _said(prompt, session.response(page.address(prompt)))
            if prompt.kind is Kind.AGREED:
                said, endings = endings, []
            if not said:
                continue
            if page.exercise.title != exercise:
                exercise = page.exercise.title
                parts.append(exercise.upper())
            if page.place != place:
                place = page.place
                parts.append(f"{title}\n{'-' * len(title)}")
            parts += said
    parts += endings
    for action in session.actions:
        by = f"by {action.by}" if action.by else "no date"
        rest = ", ".join(part for part in (action.who, by, action.told) if part)
        parts.append(f"Action: {action.what} ({rest}){_where(action.in_note)}")
    for kept in session.agreements:
        said_of_note = f"Of the note, the {kept.role}: {how_it_stands(session, kept)}"
        parts.append("\n".join(filter(None, (said_of_note, kept.words))))
    return clean("\n\n".join(parts))


def _said(prompt: Prompt, response: Response | None) -> list[str]:
    return [] if response is None else [_answer(prompt, response)]


def _ending(ending: Ending) -> str:
    """What became of what was agreed before, under what was agreed."""
    more = details(ending.who, ending.by, ending.told)
    agreed = f"Agreed: {what_of(ending)}{f' ({more})' if more else ''}"
    return "\n".join([f"{agreed}{_where(ending.in_note)}", *said_of(ending)])


def _answer(prompt: Prompt, response: Response) -> str:
    value = response.value
    if isinstance(value, Contrast):
        words = f"{prompt.left}: {value.left.strip()}\n{prompt.right}: {value.right.strip()}"
    elif isinstance(value, Placement):
        words = placement_words(value)
    elif isinstance(value, Round) and not value.shown:
        words = "Written in turn, and not shown together yet."
    else:
        said = saying(replace(prompt, imagined=None), value)
        mark = "- " if prompt.kind in (Kind.CHOOSE_MANY, Kind.DAY, Kind.ROUND) else ""
        words = "\n".join(f"{mark}{line}" for line in said)
    if prompt.imagined:
        words += f"\n({IMAGINED})"
    return f"{response.asked}{_where(response.in_note)}\n{words}"


def _where(in_note: bool) -> str:
    return " [in the note]" if in_note else ""
