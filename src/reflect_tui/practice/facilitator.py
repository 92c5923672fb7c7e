"""The facilitator's page: cautions for whoever leads a group, and how they read on paper.

Whoever leads reads it alone. It is content like the exercises, so an organisation's own stands in
the place of ours; one with a mistake in it leaves the page before it in use.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from reflect_tui.practice.clauses import meant_clause
from reflect_tui.practice.frontmatter import ID, id_from
from reflect_tui.practice.problems import Found, Problem, shown
from reflect_tui.practice.schema import Fields, open_table

ALONE = "Only I can see the screen now"
"""What whoever leads says before any of it is shown."""
ASKED = (
    "This page is for whoever leads the group, and for nobody else. Turn the screen away, stop "
    "sharing it, or read the page on paper instead."
)
"""What stands there until they have said so."""


@dataclass(frozen=True, slots=True)
class Caution:
    """One thing to do, or to keep from doing."""

    text: str
    clause: str = ""
    """The standard it rests on; may be empty."""


@dataclass(frozen=True, slots=True)
class Part:
    """Cautions that belong together."""

    id: str
    title: str
    cautions: tuple[Caution, ...]


@dataclass(frozen=True, slots=True)
class FacilitatorPage:
    """All of it, in the order in which a meeting goes."""

    title: str
    intro: str
    parts: tuple[Part, ...]
    problems: tuple[Problem, ...] = ()


LAST_RESORT = FacilitatorPage(
    title="For whoever leads the group",
    intro="The page that was written for you cannot be read. These hold until it can.",
    parts=(
        Part(
            "holds",
            "What always holds",
            (
                Caution(
                    "People offer or pass. Nobody speaks for a group or is asked to teach one."
                ),
                Caution("You and the most senior person say last what you think of the case."),
                Caution("Something racist is said: pause, and name it. Ctrl+T has every step."),
                Caution("Check in privately today with anyone who was harmed.", "5.17"),
            ),
        ),
    ),
)
"""Shown when no page at all can be read."""


def load_facilitator(
    paths: Sequence[Path], clauses: frozenset[str] | None = None
) -> FacilitatorPage:
    """Read facilitator's pages: the last one without a problem, else our own. Never raises."""
    page = LAST_RESORT
    problems: list[Problem] = []
    for path in paths:
        fields, found = open_table(path)
        read = _page(fields, clauses, found) if fields is not None else None
        if read is not None and not found:
            page = read
        elif found:
            kept = "the page before it stays in use"
            found.add(1, "not-used", f"this page is not used: {kept}", "mend its problems")
        problems += found.sorted()
    return replace(page, problems=tuple(problems))


def _page(fields: Fields, clauses: frozenset[str] | None, found: Found) -> FacilitatorPage:
    fields.only(("title", "intro", "parts"))
    parts = fields.table("parts")
    page = FacilitatorPage(
        fields.text("title", required=True),
        fields.text("intro"),
        tuple(_parts(parts, clauses, found)) if parts is not None else (),
    )
    if not page.parts and not found:
        line = fields.line_of("parts")
        found.add(line, "missing-key", "this page has no parts", "write parts: …")
    return page


def _parts(fields: Fields, clauses: frozenset[str] | None, found: Found) -> Iterator[Part]:
    for part_id in fields.names():
        if not ID.fullmatch(part_id):
            message = f'"{shown(part_id)}" is no id: small letters, digits and hyphens'
            found.add(fields.line_of(part_id), "bad-id", message, f"write {id_from(part_id)}:")
        part = fields.table(part_id)
        if part is None:
            continue
        part.only(("title", "cautions"))
        cautions = tuple(_cautions(part, clauses, found))
        if not cautions:
            message = f'the part "{shown(part_id)}" has no cautions'
            found.add(part.line_of("cautions"), "missing-key", message, "write cautions: …")
        yield Part(part_id, part.text("title", required=True), cautions)


def _cautions(part: Fields, clauses: frozenset[str] | None, found: Found) -> Iterator[Caution]:
    for entry in part.tables("cautions"):
        entry.only(("text", "clause"))
        clause = entry.text("clause")
        if clause and clauses is not None and clause not in clauses:
            message = f'the standards have no clause "{shown(clause)}"'
            found.add(
                entry.line_of("clause"), "unknown-clause", message, meant_clause(clause, clauses)
            )
        yield Caution(entry.text("text", required=True), clause)


def standard_of(caution: Caution) -> str:
    """The standard a caution rests on, as it is cited; may be empty."""
    return standard_named(caution.clause) if caution.clause else ""


def standard_named(number: str) -> str:
    """A standard as it is cited in the middle of a sentence."""
    return f"standard {number}" if number[:1].isdecimal() else "the standards’ preface"


def cited(caution: Caution) -> str:
    """A caution as it is read aloud or on paper: its words, and the standard in brackets."""
    standard = standard_of(caution)
    return f"{caution.text} ({standard})" if standard else caution.text
