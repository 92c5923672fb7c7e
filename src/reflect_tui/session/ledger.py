"""A round's entries as lines to look over and compare, and what another one may be called. Pure.

A line says what the entry is called and, to compare it by, what somebody wrote: what differs
between the two texts of a swap (2.7), or the option they chose for an expectation (2.13).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reflect_tui.practice.exercise import Exercise, Kind, Prompt, Shape, Stage
from reflect_tui.session.address import Place
from reflect_tui.session.contrast import arrow, differences
from reflect_tui.session.course import Page, entry_name
from reflect_tui.session.model import Session
from reflect_tui.session.values import Choice, Contrast, Value

_LONGEST = 1_000
"""Characters of a text beyond which two are not compared for a line: a ledger has many."""


@dataclass(frozen=True, slots=True)
class EntryLine:
    """One entry of a round, as one line."""

    place: Place
    """Its first page."""
    name: str
    """What it is called; empty while nothing names it."""
    words: str = ""
    """What it is compared by; may be empty."""
    imagined: bool = False
    """Whether some of `words` is imagined, which has to stand beside them."""
    here: bool = False
    """Whether it is the one somebody is at."""


def ledger(page: Page, session: Session) -> tuple[EntryLine, ...]:
    """The entries of the round a page belongs to, oldest first; none outside a round."""
    repeat = _repeat_of(page)
    if repeat is None:
        return ()
    entries = session.entries_of(page.exercise.id, repeat.id)
    return tuple(_line(page, repeat, entry.id, session) for entry in entries)


def line_here(page: Page, session: Session) -> EntryLine | None:
    """The line of the entry somebody is at, alone: it changes while they write."""
    repeat = _repeat_of(page)
    return None if repeat is None else _line(page, repeat, page.place.entry, session)


def _line(page: Page, repeat: Stage, entry: str, session: Session) -> EntryLine:
    exercise = page.exercise
    first = Place(exercise.id, repeat.id, entry)
    words, imagined = _words(exercise, tuple(_compared_by(exercise, repeat)), entry, session)
    name = entry_name(session, exercise, first)
    return EntryLine(first, name, words, imagined, page.place.entry == entry)


def earlier_left(page: Page, session: Session, prompt: Prompt) -> str:
    """The left text of the newest other entry that has one: "say the same sentence again" (2.7).

    Only where the other side is imagined: a round over several records has another text each time.
    """
    repeat = _repeat_of(page) if prompt.imagined is not None else None
    for entry in session.entries_of(page.exercise.id, repeat.id)[::-1] if repeat else ():
        if entry.id != page.place.entry:
            place = Place(page.exercise.id, page.stage.id, entry.id)
            response = session.response(place.prompt(prompt.id))
            if response is not None and isinstance(response.value, Contrast):
                left = response.value.left
                if left.strip():
                    return left
    return ""


def more_rounds(page: Page, session: Session) -> tuple[str, ...]:
    """What another entry may be called here: the plain one first, then those it is time for."""
    repeat = _repeat_of(page)
    if repeat is None:
        return ()
    called = repeat.again or (f"another {repeat.id.replace('-', ' ')}",)
    written = {kept.prompt.entry for kept in session.responses}
    begun = [e for e in session.entries_of(page.exercise.id, repeat.id) if e.id in written]
    return tuple(label for at, label in enumerate(called) if not at or at <= len(begun))


def _repeat_of(page: Page) -> Stage | None:
    if not page.place.entry:
        return None
    if page.stage.shape is Shape.REPEAT:
        return page.stage
    return page.exercise.stage(page.stage.for_stage)


def _compared_by(exercise: Exercise, repeat: Stage) -> Iterator[tuple[Stage, Prompt]]:
    """Where a round's lines take their words from: its contrast, and what gathers it."""
    gathers = {
        stage.gathered_by
        for stage in exercise.stages
        if stage.shape is Shape.GATHER and stage.for_stage == repeat.id
    }
    for stage in exercise.stages:
        if stage.id == repeat.id or (stage.shape is Shape.PLAIN and stage.for_stage == repeat.id):
            for prompt in stage.prompts:
                if prompt.kind is Kind.CONTRAST or prompt.id in gathers:
                    yield stage, prompt


def _words(
    exercise: Exercise, compared: tuple[tuple[Stage, Prompt], ...], entry: str, session: Session
) -> tuple[str, bool]:
    told: list[str] = []
    imagined = False
    for stage, prompt in compared:
        response = session.response(Place(exercise.id, stage.id, entry).prompt(prompt.id))
        words = _said(prompt, response.value) if response is not None else ""
        if words:
            told.append(words)
            imagined = imagined or prompt.imagined is not None
    return " · ".join(told), imagined


def _said(prompt: Prompt, value: Value) -> str:
    if isinstance(value, Choice):
        return next((o.label for o in prompt.options if o.id == value.option), "")
    if not isinstance(value, Contrast):
        return ""
    if len(value.left) + len(value.right) > _LONGEST:
        return ""
    return " · ".join(arrow(pair) for pair in differences(value.left, value.right))
