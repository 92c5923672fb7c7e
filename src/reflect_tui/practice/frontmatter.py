"""The front matter of an exercise: what it is called, whom it is for, how long it takes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from reflect_tui.practice.exercise import (
    ALL_SERVICES,
    ALL_WAYS,
    Meets,
    Minutes,
    Role,
    Service,
    Way,
)
from reflect_tui.practice.plain_yaml import Pairs, Scalar, load
from reflect_tui.practice.problems import Found
from reflect_tui.practice.schema import Fields

ID = re.compile(r"[a-z][a-z0-9-]*")
"""How every id is formed."""

_KEYS = (
    "exercise",
    "version",
    "title",
    "summary",
    "role",
    "clauses",
    "services",
    "modes",
    "minutes",
    "standing",
)
_MARK = "---"
_TITLE = re.compile(r"#{1,3} ")


@dataclass(frozen=True, slots=True)
class Head:
    """What the front matter says; with a problem in it, as much as could be read."""

    id: str = ""
    version: int = 1
    title: str = ""
    summary: str = ""
    role: Role = Role.EXERCISE
    standing: str = ""
    clauses: tuple[Scalar, ...] = ()
    """With their lines, for whoever knows which clauses there are."""
    meets: Meets = field(default_factory=Meets)
    minutes: Minutes = field(default_factory=Minutes)


def id_from(words: str) -> str:
    """An id as these words would give one: what a message offers when an id is wrong."""
    letters = re.sub(r"[^a-z0-9]+", "-", words.lower().replace("'", "")).strip("-")
    parts = letters.lstrip("0123456789-").split("-")[:3]
    return "-".join(part for part in parts if part) or "an-id"


def read_head(lines: list[str], found: Found) -> tuple[Head, int]:
    """The front matter of a file and the number of lines it takes from the top."""
    if lines[0].rstrip() != _MARK:
        found.add(
            1, "no-front-matter", "the front matter is missing", "write --- in the first line"
        )
        return Head(), 0
    end = next((at for at, line in enumerate(lines[1:], 1) if line.rstrip() == _MARK), None)
    if end is None:
        found.add(
            1,
            "front-matter-open",
            "the front matter never closes",
            "write --- in a line of its own below its last key",
        )
        # What looks like the title ends it, so that the rest of the file is checked too.
        titled = (at for at, line in enumerate(lines[1:], 1) if _TITLE.match(line))
        end = next(titled, len(lines))
        return _head(lines[1:end], found), end
    return _head(lines[1:end], found), end + 1


def _head(lines: list[str], found: Found) -> Head:
    node = load("\n".join(lines), found, first_line=2)
    if node is None:
        return Head()
    if not isinstance(node, Pairs):
        found.add(node.line, "wrong-type", "the front matter must be keys", "write `key: words`")
        return Head()
    node.line = 1
    fields = Fields(node, found)
    fields.only(_KEYS)
    identity, version, title, summary = _required(fields)
    ways = fields.some_of("modes", tuple(Way))
    services = fields.some_of("services", tuple(Service))
    return Head(
        id=identity,
        version=version,
        title=title,
        summary=summary,
        role=Role(fields.one_of("role", tuple(Role), Role.EXERCISE)),
        standing=fields.text("standing"),
        clauses=fields.items("clauses"),
        meets=Meets(
            frozenset(Way(way) for way in ways) or ALL_WAYS,
            frozenset(Service(service) for service in services) or ALL_SERVICES,
        ),
        minutes=_minutes(fields.table("minutes")),
    )


def _required(fields: Fields) -> tuple[str, int, str, str]:
    identity = fields.text("exercise", required=True)
    if identity and not ID.fullmatch(identity):
        fields.bad_id(identity, "exercise", f"write exercise: {id_from(identity)}")
    return (
        identity,
        fields.whole("version", required=True) or 1,
        fields.text("title", required=True),
        fields.text("summary", required=True),
    )


def _minutes(fields: Fields | None) -> Minutes:
    if fields is None:
        return Minutes()
    fields.only(("solo", "one-to-one", "group", "short"))
    return Minutes(
        solo=fields.whole("solo"),
        one_to_one=fields.whole("one-to-one"),
        group=fields.whole("group"),
        short=fields.whole("short"),
    )
