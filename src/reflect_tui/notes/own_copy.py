"""The own copy: everything its owner wrote, moved or not, with what is imagined said to be so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reflect_tui.notes.agreement import how_it_stands
from reflect_tui.notes.document import (
    HANDLING,
    Actions,
    Block,
    Document,
    Done,
    Heading,
    Ours,
    Rows,
    Said,
)
from reflect_tui.notes.head import (
    MARK_IT,
    SERVICES,
    WAYS,
    exercises_in,
    filled,
    first_large,
    when,
    with_standards,
)
from reflect_tui.notes.moved import LISTED, ending_said
from reflect_tui.notes.words import placement_words, saying
from reflect_tui.practice.exercise import Imagined, Kind, Prompt
from reflect_tui.practice.local import Local
from reflect_tui.practice.sections import heading
from reflect_tui.session.course import Course, Page, entry_name
from reflect_tui.session.model import Response, Session
from reflect_tui.session.values import Contrast, Placement, Value

IMAGINED = "Imagined for reflection; not about this person."
_WHOSE = (
    "Everything written in this session, for its owner: nobody agreed to it, and it is not the "
    "case record. A court, or a person it is about, may still be able to see it."
)


def build(session: Session, local: Local | None = None) -> Document:
    """The own copy of a session as it stands now; what a group has not shown yet stays out."""
    course = Course(session.way, session.service, session.exercises)
    written = list(_written(session, course))
    return Document(
        title="Own copy",
        blocks=(Ours(_WHOSE), Rows(_head(session, course, local or Local())), *written),
        empty=not written,
        name="Own copy",
        nothing_in="Nothing is written in this session yet",
        to_fill="Write something first.",
    )


def _head(session: Session, course: Course, local: Local) -> tuple[tuple[str, str], ...]:
    return filled(
        ("Date and time", when(session.began, session.changed)),
        ("Way of working, service", f"{WAYS[session.way]}, {SERVICES[session.service]}"),
        ("Exercise", "; ".join(map(with_standards, exercises_in(course)))),
        ("Present, by role", ", ".join(person.role for person in session.people)),
        ("What was brought, by its code name", session.brought),
        (HANDLING, local.get("handling") or MARK_IT),
    )


def _written(session: Session, course: Course) -> Iterator[Block]:
    """Every answer under its exercise and step, then actions and what was said of the note."""
    under: tuple[object, ...] = ()
    endings = [ending_said(kept) for kept in session.endings]
    for page in course.every_page(session):
        answers = list(_on(page, session))
        if endings and any(prompt.kind is Kind.AGREED for prompt in page.prompts):
            answers, endings = [*endings, *answers], []
        if answers and under != (page.exercise.id, page.stage.title):
            under = (page.exercise.id, page.stage.title)
            yield Heading(f"{page.exercise.title} · {page.stage.title}")
        yield from answers
    if endings:
        yield Heading(heading("since", session.service))
        yield from endings
    if session.actions:
        yield Heading(heading("actions", session.service))
        yield Actions(
            tuple(Done(kept.what, kept.who, kept.by, kept.told) for kept in session.actions)
        )
    if session.agreements:
        yield Heading("What was said of the note")
        for kept in session.agreements:
            stands = f"{first_large(kept.role)}: {how_it_stands(session, kept)}"
            yield Said(stands, (kept.words,)) if kept.words else Ours(stands)


def _on(page: Page, session: Session) -> Iterator[Said]:
    entry = entry_name(session, page.exercise, page.place) if page.place.entry else ""
    for prompt in page.prompts:
        response = session.response(page.address(prompt))
        if response is not None:
            about = entry if prompt.id != page.stage.named_by else ""
            yield from _answer(prompt, response, about)


def _answer(prompt: Prompt, response: Response, about: str) -> Iterator[Said]:
    """One answer; of a contrast each side by itself, so that what is imagined is said of it."""
    value = response.value
    if isinstance(value, Contrast):
        sides = (
            (Imagined.LEFT, prompt.left, value.left),
            (Imagined.RIGHT, prompt.right, value.right),
        )
        for side, name, text in sides:
            imagined = IMAGINED if prompt.imagined in (side, Imagined.ALL) else ""
            if text.strip():
                yield Said(response.asked, (text.strip(),), _joined(about, name, imagined))
        return
    words = _words(prompt, value)
    if words:
        yield Said(
            response.asked,
            words,
            _joined(about, IMAGINED if prompt.imagined else ""),
            listed=prompt.kind in LISTED,
            own_words=prompt.own_words,
        )


def _words(prompt: Prompt, value: Value) -> tuple[str, ...]:
    if isinstance(value, Placement):
        return (placement_words(value),)
    return saying(replace(prompt, imagined=None), value)


def _joined(*parts: str) -> str:
    return " · ".join(part.rstrip(".") for part in parts if part)
