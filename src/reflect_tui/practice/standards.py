"""The standards as one reads them: by section, found by a number or a word, each with its terms."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reflect_tui.practice.behind import meeting, named_by, terms_in
from reflect_tui.practice.clauses import Clause, Clauses, Section, Term
from reflect_tui.practice.exercise import Exercise, Role
from reflect_tui.practice.library import SERVICES
from reflect_tui.practice.shelf import Shelf

_UNDER = re.compile(r"(\d+\.\d+)-")


@dataclass(frozen=True, slots=True)
class Part:
    """A section with those of its clauses that were looked for."""

    section: Section
    clauses: tuple[Clause, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """All that is said of a clause."""

    clause: Clause
    where: str
    """Where the original is found."""
    only: str
    """The service it speaks to where that is one only, or empty."""
    terms: tuple[Term, ...]
    exercises: tuple[str, ...]
    """The titles of the exercises that meet it."""
    frame: tuple[str, ...]
    """The titles of what opens and closes every session, where that meets it too."""


def parts(clauses: Clauses, typed: str = "") -> tuple[Part, ...]:
    """The clauses that have every word that was typed, under their sections; all without one."""
    words = typed.casefold().split()
    found: list[Part] = []
    for section in clauses.sections:
        within = clauses.within(section.number)
        kept = tuple(clause for clause in within if _has(clauses, clause, words))
        if kept:
            found.append(Part(section, kept))
    return tuple(found)


def said_of(shelf: Shelf, clause: Clause) -> Said:
    """All that is said of a clause."""
    only = ""
    if len(clause.services) == 1:
        only = f"For {SERVICES[next(iter(clause.services))]} services."
    frame = (shelf.opening, shelf.closing)
    return Said(
        clause,
        where_found(shelf.clauses, clause),
        only,
        _terms(shelf.clauses, clause),
        tuple(exercise.title for exercise in foremost(shelf, clause.number)),
        tuple(
            kept.exercise.title
            for kept in frame
            if kept is not None and clause.number in named_by(kept.exercise)
        ),
    )


def foremost(shelf: Shelf, number: str) -> tuple[Exercise, ...]:
    """The exercises that meet a clause, those first that name it first."""
    met = [kept for kept in meeting(shelf, number) if kept.role is Role.EXERCISE]

    def place(exercise: Exercise) -> int:
        named = exercise.clauses
        return named.index(number) if number in named else len(named)

    return tuple(sorted(met, key=place))


def where_found(clauses: Clauses, clause: Clause) -> str:
    """Where a clause's original is found: by its number, or near which one that has none."""
    under = _UNDER.match(clause.number)
    if under is not None:
        place = f"it stands under {under[1]}, without a number of its own"
    elif clause.number.startswith(f"{clause.section}-"):
        section = clauses.section(clause.section)
        title = section.title.partition(":")[0] if section is not None else clause.section
        place = f"it stands in the part called “{title}”, where the counting is ours"
    else:
        place = f"it is number {clause.number}"
    return f"In our words. In the standards themselves {place}."


def _has(clauses: Clauses, clause: Clause, words: list[str]) -> bool:
    """Whether a clause has every word; one that begins with a digit is looked for as a number."""
    if not words:
        return True
    text = " ".join(
        [clause.number, clause.title, clause.summary]
        + [f"{term.term} {term.plain}" for term in _terms(clauses, clause)]
    ).casefold()
    return all(
        clause.number.casefold().startswith(word) if word[0].isdecimal() else word in text
        for word in words
    )


def _terms(clauses: Clauses, clause: Clause) -> tuple[Term, ...]:
    return terms_in(clauses, (clause.title, clause.summary))
