"""Checks files that practice wrote, by their names: what `reflect-tui check FILE…` runs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from reflect_tui.practice.clauses import Clauses, load_clauses
from reflect_tui.practice.exercise import Exercise
from reflect_tui.practice.facilitator import load_facilitator
from reflect_tui.practice.local import load_local, load_risk
from reflect_tui.practice.minds import load_minds
from reflect_tui.practice.problems import Problem
from reflect_tui.practice.reading import read_exercise
from reflect_tui.practice.shelf import CLAUSES, FACILITATOR, LOCAL, MINDS, RISK, Place
from reflect_tui.practice.source import named

_README = "readme.md"


def check_paths(
    paths: Iterable[Path],
    clauses: Clauses | None = None,
    exercises: Mapping[str, Exercise] | None = None,
) -> list[Problem]:
    """Every problem of these files, sorted; of a folder, those of all it holds.

    With `clauses`, the clauses a file names must be among them, or in a clauses.yaml that is
    checked together with it; likewise the exercises that a minds.yaml names. Never raises.
    """
    wanted = list(dict.fromkeys(file for path in paths for file in _files(path)))
    own = load_clauses([path for path in wanted if path.name == CLAUSES], clauses)
    numbers = own.numbers or None
    problems: set[Problem] = set(own.problems)
    ids: dict[tuple[Path, str], Path] = {}
    known = dict(exercises or {})
    for path in wanted:
        if path.name == LOCAL:
            problems.update(load_local([path]).problems)
        elif path.name == RISK:
            problems.update(load_risk([path], numbers).problems)
        elif path.name == FACILITATOR:
            problems.update(load_facilitator([path], numbers).problems)
        elif path.name.lower() == _README or path.name in (CLAUSES, MINDS):
            continue
        elif path.suffix.lower() != ".md" and path.exists():
            problems.add(_no_kind(path))
        else:
            reading = read_exercise(path, numbers)
            problems.update(reading.problems)
            if reading.id:
                first = ids.setdefault((path.parent, reading.id), path)
                problems.update(_twins(path, first, reading.id))
            if reading.exercise is not None:
                known[reading.id] = reading.exercise
    for path in wanted:
        if path.name == MINDS:
            problems.update(load_minds([path], known or None).problems)
    return sorted(problems)


def _files(path: Path) -> Iterator[Path]:
    """A file; or what there is to check in a folder."""
    if not path.is_dir():
        yield path
        return
    place = Place(path, "")
    beside = [place.data(name) for name in (CLAUSES, LOCAL, RISK, FACILITATOR, MINDS)]
    found = [file for file in beside if file is not None]
    try:
        found += place.exercises()
    except OSError:
        found = []
    # A folder with nothing in it, or that may not be read, is told of itself.
    yield from found or [path]


def _no_kind(path: Path) -> Problem:
    message = "this is nothing that can be checked"
    others = f"{CLAUSES}, {LOCAL}, {RISK}, {FACILITATOR} or {MINDS}"
    mend = f"name an exercise, which ends in .md, or {others}"
    return Problem(named(path), 1, "unknown-file", f"{message} ({mend})")


def _twins(path: Path, first: Path, exercise_id: str) -> Iterator[Problem]:
    if path != first:
        message = f'{named(first)} has the id "{exercise_id}" too (write another id in one of them)'
        yield Problem(named(path), 1, "repeated-exercise", message)
