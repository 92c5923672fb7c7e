"""The exercises as one looks through them: by what they are for, with what is said of each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reflect_tui.practice.clauses import Clauses
from reflect_tui.practice.exercise import Exercise, Role, Service, Way
from reflect_tui.practice.problems import Problem
from reflect_tui.practice.shelf import Shelf, Shelved
from reflect_tui.practice.source import named

FRAME = "What every session begins and ends with"
"""The heading over the opening and the closing."""
OTHERS = "Beside the standards"
"""The heading over exercises that name no clause."""
WAYS = {Way.SOLO: "on your own", Way.ONE_TO_ONE: "one-to-one", Way.GROUP: "in a group"}
SERVICES = {Service.CHILDREN: "children's", Service.ADULTS: "adults'"}


@dataclass(frozen=True, slots=True)
class Group:
    """Exercises that are for the same thing."""

    title: str
    shelved: tuple[Shelved, ...]


def library(shelf: Shelf) -> tuple[Group, ...]:
    """Every exercise, grouped; what every session begins and ends with comes last."""
    exercises = [kept for kept in shelf.exercises() if kept.exercise.role is Role.EXERCISE]
    frame = tuple(kept for kept in (shelf.opening, shelf.closing) if kept is not None)
    groups = grouped(exercises, shelf.clauses)
    return (*groups, Group(FRAME, frame)) if frame else groups


def grouped(exercises: Iterable[Shelved], clauses: Clauses) -> tuple[Group, ...]:
    """Exercises under the section of their first clause, in the standards' order.

    Numbered sections come first: what a preface asks of leaders is not what most come for.
    """
    order = {clause.number: place for place, clause in enumerate(clauses)}
    numbered = sorted(clauses.sections, key=lambda section: not section.number[:1].isdecimal())
    sections = {section.number: section.title for section in numbered}

    def first(kept: Shelved) -> str:
        return next((n for n in kept.exercise.clauses if n in clauses), "")

    found: dict[str, list[Shelved]] = {section: [] for section in sections}
    others: list[Shelved] = []
    for kept in sorted(exercises, key=lambda kept: (order.get(first(kept), -1), kept.id)):
        clause = clauses.get(first(kept))
        found.get(clause.section if clause else "", others).append(kept)
    groups = [Group(sections[name], tuple(some)) for name, some in found.items() if some]
    return (*groups, Group(OTHERS, tuple(others))) if others else tuple(groups)


def minutes_said(exercise: Exercise) -> str:
    """How long it takes in each way of working and in its short form, where it says so."""
    minutes = exercise.minutes
    times = [
        (words, minutes.for_way(way)) for way, words in WAYS.items() if way in exercise.meets.ways
    ]
    if exercise.has_short_form():
        times.append(("short form", minutes.short))
    told = " · ".join(f"{words} {about}" for words, about in times if about)
    return f"{told} min" if told else ""


def services_said(exercise: Exercise) -> str:
    """The service it is for where that is one only, or empty."""
    only = exercise.meets.services
    return f"{SERVICES[next(iter(only))]} services only" if len(only) == 1 else ""


def audience_said(exercise: Exercise) -> str:
    """For which ways of working and services it is."""
    ways = [words for way, words in WAYS.items() if way in exercise.meets.ways]
    services = [words for kept, words in SERVICES.items() if kept in exercise.meets.services]
    return f"{_listed(ways)}; {_listed(services)} services"


def source_said(kept: Shelved) -> tuple[str, ...]:
    """Where an exercise comes from, and what it stands in for, a sentence each."""
    said = [f"{kept.place}: {named(kept.file)}"]
    below = kept.replaced
    if below is not None:
        said.append(f"It stands in for “{below.exercise.title}” ({below.place}).")
        if kept.has_newer_below:
            said.append(
                f"That one has changed since: it has version {below.exercise.version} now, and "
                f"this one is version {kept.exercise.version}. What changed may be worth having."
            )
    return tuple(said)


def left_out(problems: Iterable[Problem]) -> tuple[str, ...]:
    """The files of exercises that are not offered because something in them is wrong."""
    files = dict.fromkeys(problem.file for problem in problems)
    return tuple(file for file in files if file.endswith(".md"))


def by_file(problems: Iterable[Problem]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Each file with what is wrong in it: the line, what is wrong and what to write instead."""
    found: dict[str, list[str]] = {}
    for problem in problems:
        found.setdefault(problem.file, []).append(f"line {problem.line}: {problem.message}")
    return tuple((file, tuple(lines)) for file, lines in found.items())


def _listed(words: list[str]) -> str:
    """Words as a sentence lists them."""
    return " and ".join(filter(None, [", ".join(words[:-1]), *words[-1:]]))
