"""Checks files that practice wrote, by their names: what `reflect-tui check FILE…` runs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from reflect_tui.practice.clauses import Clauses, load_clauses
from reflect_tui.practice.exercise import Exercise
from reflect_tui.practice.facilitator import load_facilitator
from reflect_tui.practice.local import load_local, load_risk
from reflect_tui.practice.minds import load_minds
from reflect_tui.practice.passed_over import passed_over
from reflect_tui.practice.problems import Problem
from reflect_tui.practice.reading import read_exercise
from reflect_tui.practice.shelf import (
    BESIDE,
    CLAUSES,
    FACILITATOR,
    HINTS,
    LOCAL,
    MINDS,
    RISK,
    Place,
    Shelf,
    is_exercise,
)
from reflect_tui.practice.source import named

_README = "readme.md"
WHERE_THEY_LIE = (
    "their names must end in .md, and they must lie in the folder itself or, if it has one, in "
    "its prompts folder"
)
"""What files must be to be read as exercises."""


def check_paths(
    paths: Iterable[Path],
    clauses: Clauses | None = None,
    exercises: Mapping[str, Exercise] | None = None,
    hint_files: Sequence[Path] = (),
) -> list[Problem]:
    """Every problem of these files, sorted; of a folder, those of all it holds.

    With `clauses`, the clauses a file names must be among them, or in a clauses.yaml that is
    checked together with it; likewise the exercises that a minds.yaml names. A hints.yaml is read
    on top of those of `hint_files` that stand before it. Never raises.
    """
    paths = list(paths)
    wanted = list(dict.fromkeys(file for path in paths for file in _files(path)))
    own = load_clauses([path for path in wanted if path.name == CLAUSES], clauses)
    numbers = own.numbers or None
    problems: set[Problem] = set(own.problems)
    ids: dict[tuple[Path, str], Path] = {}
    known = dict(exercises or {})
    for folder in paths:
        problems.update(_passed_over(folder))
    for path in wanted:
        if path.name == LOCAL:
            problems.update(load_local([path]).problems)
        elif path.name == RISK:
            problems.update(load_risk([path], numbers).problems)
        elif path.name == FACILITATOR:
            problems.update(load_facilitator([path], numbers).problems)
        elif path.name.lower() == _README or path.name in (CLAUSES, MINDS, HINTS):
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
    problems.update(_hints([path for path in wanted if path.name == HINTS], numbers, hint_files))
    return sorted(problems)


def _hints(
    wanted: Sequence[Path], clauses: frozenset[str] | None, known: Sequence[Path]
) -> tuple[Problem, ...]:
    """What is wrong in files of rules about wording, all their examples tried."""
    if not wanted:
        return ()
    from reflect_tui.practice.hint_file import load_hints

    same = [file.resolve() for file in wanted]
    before: list[Path] = []
    for file in known:
        if file.resolve() in same:
            break
        before.append(file)
    base = load_hints(before, clauses)
    return load_hints(wanted, clauses, base=base, try_all=True).problems


def _files(path: Path) -> Iterator[Path]:
    """A file; or what there is to check in a folder."""
    if not path.is_dir():
        yield path
        return
    place = Place(path, "")
    beside = [place.data(name) for name in BESIDE]
    found = [file for file in beside if file is not None]
    try:
        found += place.exercises()
    except OSError:
        found = []
    # A folder with nothing in it, or that may not be read, is told of itself.
    yield from found or [path]


def read_among(paths: Iterable[Path], shipped: Path) -> list[str]:
    """The names of the exercises that `check_paths` read, but for those that are shipped."""
    files = (file for path in paths for file in _files(path) if is_exercise(file))
    ours = (file for file in files if not file.resolve().is_relative_to(shipped.resolve()))
    return sorted({named(Path(file.name)) for file in ours})


def read_beside(shelf: Shelf, shipped: Path) -> list[str]:
    """The names of the exercises on the shelf, but for those that are shipped."""
    files = (kept.file for kept in shelf.exercises() if not kept.file.is_relative_to(shipped))
    return sorted({named(Path(file.name)) for file in files})


def holds_none(folder: Path) -> bool:
    """Whether a practice folder, other than one of local lines alone, holds no exercise."""
    try:
        if Place(folder, "").exercises():
            return False
        names = {path.name for path in folder.iterdir()}
    except OSError:
        return False  # That is told as a problem.
    return not names or not names <= {*BESIDE, "data"}


def _passed_over(folder: Path) -> list[Problem]:
    try:
        return list(passed_over(folder, BESIDE)) if folder.is_dir() else []
    except OSError:
        return []  # That it can't be read is told of the folder itself.


def _no_kind(path: Path) -> Problem:
    if path.is_dir():
        message = "this folder holds nothing that can be checked"
        mend = f"of exercises, {WHERE_THEY_LIE}"
        return Problem(named(path), 1, "unknown-file", f"{message} ({mend})")
    message = "this is nothing that can be checked"
    others = f"{CLAUSES}, {LOCAL}, {RISK}, {FACILITATOR}, {MINDS} or {HINTS}"
    mend = f"name an exercise, which ends in .md, or {others}"
    return Problem(named(path), 1, "unknown-file", f"{message} ({mend})")


def _twins(path: Path, first: Path, exercise_id: str) -> Iterator[Problem]:
    if path != first:
        message = f'{named(first)} has the id "{exercise_id}" too (write another id in one of them)'
        yield Problem(named(path), 1, "repeated-exercise", message)
