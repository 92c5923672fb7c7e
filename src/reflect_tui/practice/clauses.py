"""The clauses of the standards, summarised in our own words, with their sections and terms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from reflect_tui.practice.exercise import ALL_SERVICES, Service
from reflect_tui.practice.problems import Found, Problem, meant, nearest, shown
from reflect_tui.practice.schema import Fields, open_table

_PLAIN = re.compile(r"[0-9]+\.[0-9]+")
"""Numbers as most clauses have them."""
_NUMBER = re.compile(r"[A-Za-z0-9][A-Za-z0-9.-]*")


@dataclass(frozen=True, slots=True)
class Clause:
    """A numbered paragraph of the standards."""

    number: str
    """As the standards number it, such as 2.13."""
    title: str
    summary: str
    """One to three plain sentences; never the standards' own."""
    section: str
    """The number of its section."""
    services: frozenset[Service] = ALL_SERVICES
    """The services it speaks to."""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the standards."""

    number: str
    title: str


@dataclass(frozen=True, slots=True)
class Term:
    """A word that needs explaining where it first stands."""

    term: str
    plain: str


@dataclass(frozen=True)
class Clauses:
    """All clauses, in the standards' order; those an organisation added come last."""

    clauses: tuple[Clause, ...] = ()
    sections: tuple[Section, ...] = ()
    terms: tuple[Term, ...] = ()
    problems: tuple[Problem, ...] = ()

    def __iter__(self) -> Iterator[Clause]:
        return iter(self.clauses)

    def __len__(self) -> int:
        return len(self.clauses)

    def __contains__(self, number: object) -> bool:
        return number in self._by_number

    @cached_property
    def numbers(self) -> frozenset[str]:
        """Every clause's number."""
        return frozenset(self._by_number)

    @cached_property
    def _by_number(self) -> dict[str, Clause]:
        return {clause.number: clause for clause in self.clauses}

    def get(self, number: str) -> Clause | None:
        """The clause with this number, or None."""
        return self._by_number.get(number)

    def within(self, section: str) -> tuple[Clause, ...]:
        """The clauses of a section, by its number."""
        return tuple(clause for clause in self.clauses if clause.section == section)

    def section(self, number: str) -> Section | None:
        """The section with this number, or None."""
        return next((section for section in self.sections if section.number == number), None)

    def term(self, term: str) -> Term | None:
        """What explains a word, however it is written, or None."""
        wanted = term.casefold()
        return next((known for known in self.terms if known.term.casefold() == wanted), None)


def meant_clause(number: str, known: Iterable[str]) -> str:
    """The mend for a number the standards don't have: a near one of its section, else their span.

    Another section is never suggested: that would be a guess.
    """
    numbers = sorted(
        (each for each in known if _PLAIN.fullmatch(each)),
        key=lambda each: [int(part) for part in each.split(".")],
    )
    section = number.strip().partition(".")[0]
    beside = [each for each in numbers if each.partition(".")[0] == section]
    close = nearest(number, beside)
    if close:
        return f"write {close}"
    if beside:
        return f"section {section} goes from {beside[0]} to {beside[-1]}"
    if not number.strip()[:1].isdecimal() and (close := nearest(number, known)):
        return f"write {close}"
    return f"the standards go from {numbers[0]} to {numbers[-1]}" if numbers else ""


def load_clauses(paths: Sequence[Path], base: Clauses | None = None) -> Clauses:
    """Read files of clauses, on top of `base`; a later file adds to and overrides the earlier.

    An entry with a problem is left out, so that what it would have replaced stays. Never raises.
    """
    base = base or Clauses()
    clauses = {clause.number: clause for clause in base.clauses}
    sections = {section.number: section for section in base.sections}
    terms = {term.term.casefold(): term for term in base.terms}
    problems: list[Problem] = []
    for path in paths:
        fields, found = open_table(path)
        if fields is not None:
            fields.only(("sections", "clauses", "terms"))
            sections |= {s.number: s for s in _sections(fields, found)}
            clauses |= {c.number: c for c in _clauses(fields, tuple(sections), found)}
            terms |= {t.term.casefold(): t for t in _terms(fields, found)}
        problems += found.sorted()
    return Clauses(
        tuple(clauses.values()), tuple(sections.values()), tuple(terms.values()), tuple(problems)
    )


def _sections(fields: Fields, found: Found) -> Iterator[Section]:
    seen: dict[str, int] = {}
    for entry in fields.tables("sections"):
        entry.only(("number", "title"))
        section = Section(entry.text("number", required=True), entry.text("title", required=True))
        if _first(section.number, seen, entry, "number", found) and section.title:
            yield section


def _clauses(fields: Fields, sections: Sequence[str], found: Found) -> Iterator[Clause]:
    seen: dict[str, int] = {}
    for entry in fields.tables("clauses"):
        entry.only(("number", "title", "summary", "section", "services"))
        number = entry.text("number", required=True)
        title = entry.text("title", required=True)
        summary = entry.text("summary", required=True)
        section = entry.text("section", required=True)
        services = entry.some_of("services", tuple(Service))
        if section and section not in sections:
            line = entry.line_of("section")
            message = f'there is no section "{shown(section)}"'
            found.add(line, "unknown-section", message, meant(section, sections))
            section = ""
        if number and not _NUMBER.fullmatch(number):
            line = entry.line_of("number")
            message = f'"{shown(number)}" is no number of a clause'
            found.add(line, "bad-number", message, 'write number: "1.1"')
            number = ""
        if _first(number, seen, entry, "number", found) and title and summary and section:
            kept = frozenset(Service(service) for service in services)
            yield Clause(number, title, summary, section, kept or ALL_SERVICES)


def _terms(fields: Fields, found: Found) -> Iterator[Term]:
    seen: dict[str, int] = {}
    for entry in fields.tables("terms"):
        entry.only(("term", "plain"))
        term = Term(entry.text("term", required=True), entry.text("plain", required=True))
        if _first(term.term.casefold(), seen, entry, "term", found) and term.plain:
            yield term


def _first(name: str, seen: dict[str, int], entry: Fields, key: str, found: Found) -> bool:
    """Whether a name is there and stands for the first time in its list; tells the second."""
    if not name:
        return False
    line = entry.line_of(key)
    if name in seen:
        message = f'"{shown(name)}" stands in line {seen[name]} too'
        found.add(line, f"repeated-{key}", message, "keep one of them")
        return False
    seen[name] = line
    return True
