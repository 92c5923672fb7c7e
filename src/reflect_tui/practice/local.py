"""What only an organisation can say: its numbers and routes, and the risk card that shows them.

Nothing that is wrong in a file may ever take "Someone may be at risk" from the screen: a broken
risk card leaves the one before it in place, and under all of them lies one of our own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from reflect_tui.practice.clauses import meant_clause
from reflect_tui.practice.exercise import ALL_WAYS, Way
from reflect_tui.practice.frontmatter import ID, id_from
from reflect_tui.practice.problems import Found, Problem, shown
from reflect_tui.practice.schema import Fields, open_table

KEYS = (
    "duty-number",
    "head-of-service",
    "lado",
    "safeguarding-adults",
    "escalation",
    "complaints",
    "advocacy",
    "interpreters",
    "staff-support",
    "health-and-safety",
    "handling",
    "filed-in",
    "review-period",
    "review-schedule",
    "information-team",
)
"""The lines that local.yaml may have."""

_ALWAYS = ("anyone", "us")
"""The roads that every risk card has."""


@dataclass(frozen=True, slots=True)
class Local:
    """The lines an organisation filled in."""

    lines: dict[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    files: dict[str, Path] = field(default_factory=dict)
    """The file each line that is filled in comes from."""

    def get(self, key: str) -> str:
        """What was filled in; empty when nothing was. Raises KeyError for a key there isn't."""
        if key not in KEYS:
            raise KeyError(key)
        return self.lines.get(key, "")


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do."""

    text: str
    clause: str = ""
    """The standard it rests on; may be empty."""
    local: str = ""
    """The local line that is shown under it; may be empty."""


@dataclass(frozen=True, slots=True)
class Road:
    """One way through the risk card."""

    id: str
    title: str
    steps: tuple[Step, ...]
    intro: str = ""
    ways: frozenset[Way] = ALL_WAYS
    """The ways of working in which it is offered."""


@dataclass(frozen=True, slots=True)
class RiskCard:
    """The page "Someone may be at risk": procedure, not reflection."""

    title: str
    intro: str
    unfilled: str
    """What stands under a step whose local line is empty."""
    roads: tuple[Road, ...]
    problems: tuple[Problem, ...] = ()

    def road(self, road_id: str) -> Road | None:
        """The road with this id, or None."""
        return next((road for road in self.roads if road.id == road_id), None)

    def roads_for(self, way: Way | None) -> tuple[Road, ...]:
        """The roads offered in a way of working; outside a session those offered in every one."""
        return tuple(
            road for road in self.roads if (way in road.ways if way else road.ways == ALL_WAYS)
        )

    def line_under(self, step: Step, local: Local) -> str:
        """What stands under a step: its local line, or that it isn't filled in; may be empty."""
        return (local.get(step.local) or self.unfilled) if step.local else ""


LAST_RESORT = RiskCard(
    title="Someone may be at risk",
    intro="Reflection can wait. What you have written is kept.",
    unfilled="Your service hasn't filled this in: ring your duty manager.",
    roads=(
        Road(
            "anyone",
            "A child or adult may be at risk, or has told us about racism",
            (
                Step("Danger now: ring 999."),
                Step("Listen. Don't look into it in front of them.", "5.7"),
                Step("Tell the duty number today, and your manager.", "5.5", "duty-number"),
                Step("Write their exact words in their record today.", "5.12"),
            ),
        ),
        Road(
            "us",
            "It happened to me or a colleague",
            (
                Step("Danger now: ring 999."),
                Step("You can stop here, and you needn't explain it now."),
                Step("Talk to someone who isn't in this room.", "5.17", "staff-support"),
            ),
        ),
    ),
)
"""Shown when no risk card at all can be read."""


def load_local(paths: Sequence[Path]) -> Local:
    """Read files of local lines; a later file's lines win, but an empty line wipes nothing out.

    What is wrong in one line leaves the others of its file in use. Never raises.
    """
    lines: dict[str, str] = {}
    files: dict[str, Path] = {}
    problems: list[Problem] = []
    for path in paths:
        fields, found = open_table(path)
        written = lines_in(fields) if fields is not None else {}
        lines |= written
        files |= dict.fromkeys(written, path)
        problems += found.sorted()
    return Local(lines, tuple(problems), files)


def lines_in(fields: Fields) -> dict[str, str]:
    """The lines that are filled in in one file; what else stands there is told as a problem."""
    fields.only(KEYS)
    written = {key: fields.text(key) for key in KEYS}
    return {key: text for key, text in written.items() if text}


def load_risk(paths: Sequence[Path], clauses: frozenset[str] | None = None) -> RiskCard:
    """Read risk cards: the last one without a problem, else our own last resort. Never raises."""
    card = LAST_RESORT
    problems: list[Problem] = []
    for path in paths:
        fields, found = open_table(path)
        read = _card(fields, clauses, found) if fields is not None else None
        if read is not None and not found:
            card = read
        elif found:
            kept = "the risk card before it stays in use"
            found.add(1, "not-used", f"this risk card is not used: {kept}", "mend its problems")
        problems += found.sorted()
    return RiskCard(card.title, card.intro, card.unfilled, card.roads, tuple(problems))


def _card(fields: Fields, clauses: frozenset[str] | None, found: Found) -> RiskCard:
    fields.only(("title", "intro", "unfilled", "roads"))
    roads = fields.table("roads")
    card = RiskCard(
        fields.text("title", required=True),
        fields.text("intro"),
        fields.text("unfilled", required=True),
        tuple(_roads(roads, clauses, found)) if roads is not None else (),
    )
    for wanted in _ALWAYS:
        if card.road(wanted) is None:
            line = fields.line_of("roads")
            found.add(line, "missing-road", f'the road "{wanted}" is missing', f"write {wanted}:")
    return card


def _roads(fields: Fields, clauses: frozenset[str] | None, found: Found) -> Iterator[Road]:
    for road_id in fields.names():
        if not ID.fullmatch(road_id):
            line = fields.line_of(road_id)
            message = f'"{shown(road_id)}" is no id: small letters, digits and hyphens'
            found.add(line, "bad-id", message, f"write {id_from(road_id)}:")
        road = fields.table(road_id)
        if road is None:
            continue
        road.only(("title", "intro", "modes", "steps"))
        ways = frozenset(Way(way) for way in road.some_of("modes", tuple(Way)))
        steps = tuple(_steps(road, clauses, found))
        if not steps:
            line = road.line_of("steps")
            found.add(line, "missing-key", f'the road "{road_id}" has no steps', "write steps: …")
        yield Road(
            road_id, road.text("title", required=True), steps, road.text("intro"), ways or ALL_WAYS
        )


def _steps(road: Fields, clauses: frozenset[str] | None, found: Found) -> Iterator[Step]:
    for entry in road.tables("steps"):
        entry.only(("text", "clause", "local"))
        clause = entry.text("clause")
        if clause and clauses is not None and clause not in clauses:
            line = entry.line_of("clause")
            message = f'the standards have no clause "{shown(clause)}"'
            found.add(line, "unknown-clause", message, meant_clause(clause, clauses))
        yield Step(entry.text("text", required=True), clause, entry.one_of("local", KEYS))
