"""The invented notebook of `reflect-tui demo`: nobody in it is real, and it is thrown away.

What it holds is written in `data/demo/sessions.json` and played through a `Sitting`, so that it
passes every check that a person's own words pass.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from reflect_tui import files
from reflect_tui.errors import ReflectError
from reflect_tui.notebook.notebook import Notebook
from reflect_tui.practice.exercise import Exercise, Kind, Prompt, Service, Way
from reflect_tui.practice.shelf import Shelf
from reflect_tui.session import values
from reflect_tui.session.address import Place
from reflect_tui.session.beginning import begin
from reflect_tui.session.model import Person, Session
from reflect_tui.session.sitting import Sitting


def fill(notebook: Notebook, shelf: Shelf, folder: Path) -> None:
    """Write the invented sessions into a notebook, dated back from now.

    Raises ReflectError when the file says something an exercise doesn't have.
    """
    told = json.loads(files.read(folder / "sessions.json"))
    before: dict[str, Session] = {}
    for written in told["sessions"]:
        session = _played(written, shelf, before, notebook)
        before[session.brought] = notebook.save(session)


def _played(
    told: Mapping[str, Any], shelf: Shelf, before: Mapping[str, Session], notebook: Notebook
) -> Session:
    """One session of the file, as a sitting leaves it."""
    hour, minute = (int(part) for part in told["at"].split(":"))
    today = datetime.now(UTC).astimezone()
    day = today - timedelta(days=told["days_ago"])
    clock = _Clock(day.replace(hour=hour, minute=minute, second=0, microsecond=0))
    way, service = Way(told["way"]), Service(told["service"])
    short = bool(told.get("short"))
    ids = ["opening", *told["exercises"], "closing"]
    exercises: dict[str, tuple[Exercise, bool]] = {}
    for exercise_id in ids:
        found = shelf.get(exercise_id)
        if found is not None:
            exercises[exercise_id] = (found.exercise, short)
    session = begin(
        way,
        service,
        exercises,
        brought=told["brought"],
        whose=told.get("whose", "practitioner"),
        people=tuple(Person(role=role) for role in told.get("people", ())),
        follows=before.get(told["brought"]),
        now=clock,
    )
    carried = notebook.carried_to(session)
    sitting = Sitting(session, keep=lambda _: None, carried=carried, now=clock)
    for ending in told.get("endings", ()):
        _end(sitting, ending)
    for step in told.get("written", ()):
        _write(sitting, step)
    for action in told.get("actions", ()):
        sitting.add_action(
            action["what"],
            who=action.get("who", ""),
            by=action.get("by", ""),
            told=action.get("told", ""),
            in_note=bool(action.get("note")),
        )
    if "left_at" in told:
        exercise, stage = told["left_at"].split("/")
        sitting.go(_place(sitting, exercise, stage, told.get("left_entry", 1)))
    return sitting.session


def _end(sitting: Sitting, told: Mapping[str, Any]) -> None:
    """What became of an action, named by its words; raises ReflectError for one not carried."""
    of = next((kept.id for kept in sitting.carried if kept.what == told["of"]), "")
    sitting.end_action(of, told["became"], told.get("words", ""))
    sitting.move_ending(of, in_note=bool(told.get("note")))


def _write(sitting: Sitting, step: Mapping[str, Any]) -> None:
    exercise, stage, prompt_id = step["at"].split("/")
    place = _place(sitting, exercise, stage, step.get("entry", 1))
    address = place.prompt(prompt_id)
    sitting.write(address, _value(sitting.prompt(address), step))
    if step.get("note"):
        sitting.move(address, in_note=True)


def _place(sitting: Sitting, exercise: str, stage: str, number: int) -> Place:
    """A page by its stage; in a round, of the entry with this number, made when it isn't there."""
    found = sitting.course.exercise(exercise)
    part = found.stage(stage) if found else None
    if part is None:
        raise ReflectError(f"The invented notebook names a step that isn't there: {stage}")
    repeating = part.for_stage or (stage if part.named_by else "")
    if not repeating:
        return Place(exercise, stage)
    while len(sitting.session.entries_of(exercise, repeating)) < number:
        sitting.add_entry(exercise, repeating)
    return Place(exercise, stage, sitting.session.entries_of(exercise, repeating)[number - 1].id)


def _value(prompt: Prompt, step: Mapping[str, Any]) -> values.Value:
    """The value a step of the file spells, of the prompt's own kind."""
    if prompt.kind is Kind.TEXT:
        return values.Text(text=step["text"])
    if prompt.kind is Kind.LINE:
        return values.Line(text=step["text"])
    if prompt.kind is Kind.CHOOSE:
        return values.Choice(option=step["option"])
    if prompt.kind is Kind.CHOOSE_MANY:
        return values.Choices(options=tuple(step["options"]))
    if prompt.kind is Kind.CONTRAST:
        return values.Contrast(left=step["left"], right=step["right"])
    if prompt.kind is Kind.DAY:
        moments = [
            values.Moment(part=part, known=told["known"], text=told["text"])
            for part, told in sorted(step["day"].items())
        ]
        return values.Day(moments=tuple(moments))
    if prompt.kind is Kind.PLACE:
        where = {who: _spot(told) for who, told in step["place"].items() if who != "moves"}
        return values.Placement(**where, moves=bool(step["place"].get("moves")))
    if prompt.kind is Kind.ROUND:
        return values.Round(pieces=tuple(step["pieces"]), shown=True)
    raise ReflectError(f"The invented notebook has no words for a {prompt.kind} prompt")


def _spot(told: str) -> values.Spot:
    seen, said = told.split()
    return values.Spot(seen=seen == "seen", said=said == "said")


class _Clock:
    """A clock that starts at a time and goes on by a few seconds each time it is read."""

    def __init__(self, begins: datetime) -> None:
        self._next = begins.astimezone(UTC)

    def __call__(self) -> datetime:
        self._next += timedelta(seconds=40)
        return self._next
