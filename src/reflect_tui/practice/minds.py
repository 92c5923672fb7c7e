"""What somebody with a quarter of an hour may have in mind, and the exercise each leads to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from reflect_tui.practice.exercise import Exercise, Role, Service, Way
from reflect_tui.practice.own_ids import own_id
from reflect_tui.practice.problems import Found, Problem, meant, shown
from reflect_tui.practice.schema import Fields, open_table

_MEND = "write minds: and below it at least one entry without a mistake"


@dataclass(frozen=True, slots=True)
class Mind:
    """One thing to have in mind."""

    id: str
    words: str
    """As the worker would say it."""
    exercise: str
    """The id of the exercise whose short form it leads to."""
    services: frozenset[Service]
    """The services in which it is offered."""


@dataclass(frozen=True, slots=True)
class Minds:
    """All of them, in the order in which they are shown."""

    minds: tuple[Mind, ...] = ()
    problems: tuple[Problem, ...] = ()

    def __iter__(self) -> Iterator[Mind]:
        return iter(self.minds)


def alone_in(exercise: Exercise) -> frozenset[Service]:
    """The services in which an exercise has a short form for somebody on their own."""
    if exercise.role is not Role.EXERCISE or not exercise.has_short_form():
        return frozenset()
    return frozenset(
        service
        for service in Service
        if exercise.meets.includes(Way.SOLO, service)
        and exercise.played(Way.SOLO, service, short=True).stages
    )


def load_minds(paths: Sequence[Path], exercises: Mapping[str, Exercise] | None = None) -> Minds:
    """Read files of them: the last one that offers anything is used, whole. Never raises.

    `exercises` are those on the shelf, by id; without them, what an entry leads to isn't looked
    for. An entry with a problem is left out.
    """
    kept: tuple[Mind, ...] = ()
    problems: list[Problem] = []
    for path in paths:
        fields, found = open_table(path)
        read = tuple(_minds(fields, exercises, found)) if fields is not None else ()
        if not read:
            stays = "what comes before it stays in use" if kept else "nothing is offered"
            found.add(1, "not-used", f"nothing in this file can be offered: {stays}", _MEND)
        kept = read or kept
        problems += found.sorted()
    return Minds(kept, tuple(problems))


def _minds(
    fields: Fields, exercises: Mapping[str, Exercise] | None, found: Found
) -> Iterator[Mind]:
    fields.only(("minds",))
    seen: dict[str, int] = {}
    for entry in fields.tables("minds"):
        entry.only(("id", "words", "exercise", "services"))
        own = own_id(entry, seen, found)
        words = entry.text("words", required=True)
        named = entry.text("exercise", required=True)
        wanted = entry.some_of("services", tuple(Service))
        services = _services(entry, named, frozenset(map(Service, wanted)), exercises, found)
        misspelt = len(entry.items("services")) != len(wanted)
        if own and words and named and services and not misspelt:
            yield Mind(own, words, named, services)


def _services(
    entry: Fields,
    named: str,
    wanted: frozenset[Service],
    exercises: Mapping[str, Exercise] | None,
    found: Found,
) -> frozenset[Service]:
    """Where an entry can be offered; nowhere, and told, when its exercise can't be begun alone."""
    if exercises is None or not named:
        return wanted or frozenset(Service)
    offered = alone_in(exercises[named]) if named in exercises else frozenset()
    able = {exercise.id for exercise in exercises.values() if alone_in(exercise)}
    line = entry.line_of("exercise")
    if named not in exercises:
        found.add(line, "no-exercise", f'there is no exercise "{shown(named)}"', meant(named, able))
    elif not offered:
        message = f'"{named}" has no short form for somebody on their own'
        found.add(line, "not-alone", message, "name another exercise")
    elif wanted - offered:
        message = f'"{named}" is for {" and ".join(sorted(offered))} only, on one\'s own'
        found.add(entry.line_of("services"), "not-alone", message, "take the other service out")
        return frozenset()
    return wanted or offered if offered else frozenset()
