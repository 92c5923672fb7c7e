"""The shelf: every exercise on offer, with the clauses and the other files beside them.

There are up to three places: what comes with the program, an organisation's folder, a user's own.
A later place wins, whatever its version; what is broken is not offered, and hides nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from reflect_tui import files, paths
from reflect_tui.practice.clauses import Clauses, load_clauses
from reflect_tui.practice.exercise import Exercise, Role, Service, Way
from reflect_tui.practice.facilitator import FacilitatorPage, load_facilitator
from reflect_tui.practice.local import Local, RiskCard, load_local, load_risk
from reflect_tui.practice.minds import Minds, load_minds
from reflect_tui.practice.passed_over import passed_over
from reflect_tui.practice.problems import Problem
from reflect_tui.practice.reading import Reading, read_exercise
from reflect_tui.practice.source import named

if TYPE_CHECKING:
    from reflect_tui.practice.hints import Hints

CLAUSES, LOCAL, RISK, HINTS = "clauses.yaml", "local.yaml", "risk.yaml", "hints.yaml"
FACILITATOR = "facilitator.yaml"
MINDS = "minds.yaml"
BESIDE = (CLAUSES, LOCAL, RISK, FACILITATOR, MINDS, HINTS)
"""What the files beside the exercises are called."""

_README = "readme.md"


@dataclass(frozen=True, slots=True)
class Place:
    """A folder that holds exercises and the files that go with them."""

    folder: Path
    label: str
    """Whose it is, such as "shipped with reflect-tui"."""

    def exercises(self) -> tuple[Path, ...]:
        """Its exercise files, by name: those of its `prompts` folder, or its own without one.

        Raises OSError when the folder is not there or may not be read.
        """
        inside = self.folder / "prompts"
        folder = inside if inside.is_dir() else self.folder
        return tuple(sorted(path for path in folder.iterdir() if is_exercise(path)))

    def data(self, name: str) -> Path | None:
        """One of the files beside the exercises, in its `data` folder or its own; or None."""
        for path in (self.folder / "data" / name, self.folder / name):
            if path.is_file():
                return path
        return None


def is_exercise(path: Path) -> bool:
    """Whether a file is meant as an exercise, by its name."""
    name = path.name.lower()
    hidden = name.startswith((".", "~"))
    return name.endswith(".md") and name != _README and not hidden and not path.is_dir()


@dataclass(frozen=True, slots=True)
class Shelved:
    """An exercise and where it comes from."""

    exercise: Exercise
    file: Path
    place: str
    """The label of its place."""
    replaced: Shelved | None = None
    """What it stands in for: the exercise with its id from an earlier place."""

    @property
    def id(self) -> str:
        """The exercise's id."""
        return self.exercise.id

    @property
    def has_newer_below(self) -> bool:
        """Whether what it replaced has a higher version: the shipped one has changed since."""
        below = self.replaced
        return below is not None and below.exercise.version > self.exercise.version


@dataclass(frozen=True)
class Shelf:
    """What practice wrote, read once."""

    clauses: Clauses
    local: Local
    risk: RiskCard
    facilitator: FacilitatorPage
    opening: Shelved | None = None
    """What every session begins with."""
    closing: Shelved | None = None
    """What every session ends with."""
    minds: Minds = field(default_factory=Minds)
    """What somebody may have in mind, and the exercise each leads to."""
    hint_files: tuple[Path, ...] = ()
    """The files of rules about wording, a later one winning."""
    _shelved: tuple[Shelved, ...] = ()
    _problems: tuple[Problem, ...] = ()

    @classmethod
    def open(cls, places: Sequence[Place]) -> Shelf:
        """Read every place, later ones winning. Never raises: what can't be read is a problem."""
        clauses = load_clauses(_data(places, CLAUSES))
        local = load_local(_data(places, LOCAL))
        numbers = clauses.numbers or None
        risk = load_risk(_data(places, RISK), numbers)
        page = load_facilitator(_data(places, FACILITATOR), numbers)
        stack = _Stack(numbers)
        for place in places:
            stack.add(place)
        exercises = {name: kept.exercise for name, kept in stack.shelved.items()}
        minds = load_minds(_data(places, MINDS), exercises)
        read = (clauses, local, risk, page, minds)
        problems = [*(problem for each in read for problem in each.problems), *stack.problems]
        return cls(
            clauses=clauses,
            local=local,
            risk=risk,
            facilitator=page,
            opening=stack.frame(Role.OPENING),
            closing=stack.frame(Role.CLOSING),
            minds=minds,
            hint_files=tuple(_data(places, HINTS)),
            _shelved=tuple(stack.shelved.values()),
            _problems=tuple(sorted(set(problems))),
        )

    @cached_property
    def hints(self) -> Hints:
        """The rules about wording; read when they are first wanted, for no start needs them."""
        from reflect_tui.practice.hint_file import load_hints

        return load_hints(self.hint_files, self.clauses.numbers or None)

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """All that is wrong in any place, sorted by file and line.

        Ours about wording are not read for it: their examples were tried before they left us.
        """
        shipped = paths.shipped_data()
        others = any(not file.is_relative_to(shipped) for file in self.hint_files)
        more = self.hints.problems if others else ()
        return tuple(sorted({*self._problems, *more}))

    def exercises(self) -> tuple[Shelved, ...]:
        """Every exercise, what opens and closes a session included."""
        return self._shelved

    def get(self, exercise_id: str) -> Shelved | None:
        """The exercise with this id, or None."""
        return next((kept for kept in self._shelved if kept.id == exercise_id), None)

    def offered(self, way: Way, service: Service) -> tuple[Shelved, ...]:
        """The exercises one can choose in this way of working in this service."""
        return tuple(
            kept
            for kept in self._shelved
            if kept.exercise.role is Role.EXERCISE
            and kept.exercise.meets.includes(way, service)
            and kept.exercise.played(way, service).stages
        )


def _data(places: Sequence[Place], name: str) -> list[Path]:
    found = (place.data(name) for place in places)
    return [path for path in found if path is not None]


class _Stack:
    """Lays places on top of each other."""

    def __init__(self, clauses: frozenset[str] | None) -> None:
        self.shelved: dict[str, Shelved] = {}
        self.problems: list[Problem] = []
        self._clauses = clauses
        self._frames: dict[Role, tuple[Place, Path]] = {}
        """For opening and closing, the latest place that has one, and its first file."""

    def add(self, place: Place) -> None:
        """Lay a place on top."""
        try:
            paths = place.exercises()
            self.problems += passed_over(place.folder, BESIDE)
        except OSError as error:
            why, _ = files.reason(error)
            message = f"this folder ({place.label}) cannot be read: {why} (mend its path)"
            self.problems.append(Problem(named(place.folder), 1, "cannot-read", message))
            return
        here: dict[str, Path] = {}
        for path in paths:
            reading = read_exercise(path, self._clauses)
            self.problems += reading.problems
            told = self._refusal(reading, place, here)
            if told:
                self.problems.append(Problem(named(path), 1, *told))
            elif reading.exercise is not None:
                below = self.shelved.get(reading.id)
                self.shelved[reading.id] = Shelved(reading.exercise, path, place.label, below)
                here[reading.id] = path
                if reading.exercise.role is not Role.EXERCISE:
                    self._frames[reading.exercise.role] = place, path

    def frame(self, role: Role) -> Shelved | None:
        """The opening or closing: that of the latest place which has one."""
        _, path = self._frames.get(role, (None, None))
        return next((kept for kept in self.shelved.values() if kept.file == path), None)

    def _refusal(
        self, reading: Reading, place: Place, here: dict[str, Path]
    ) -> tuple[str, str] | None:
        """Why an exercise is not put on the shelf (code and message), or None."""
        below = self.shelved.get(reading.id)
        if reading.exercise is None:
            stays = f"; the one it would replace ({below.place}) stays" if below else ""
            return "not-offered", f"this exercise is not offered{stays} (mend its problems)"
        if reading.id in here:
            message = f'{named(here[reading.id])} has the id "{reading.id}" too and is offered'
            return "repeated-exercise", f"{message} (write another id in one of them)"
        role = reading.exercise.role
        if below is not None and below.exercise.role is not role:
            wanted = below.exercise.role.value
            message = f"this stands in for one whose role is {wanted}, which stays offered"
            return "other-role", f"{message} (write role: {wanted}, or another id)"
        first = self._frames.get(role)
        if first is not None and first[0] == place:
            message = f"{named(first[1])} is the {role.value} already and is offered"
            return "second-frame", f"{message} (keep one of them in this folder)"
        return None
