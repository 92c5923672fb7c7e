"""An exercise with a question for every heading of a note, and words that can be found again."""

from __future__ import annotations

from functools import lru_cache

from reflect_tui.notes.markdown import to_markdown
from reflect_tui.notes.supervision import build
from reflect_tui.practice.exercise import Imagined, Kind, Prompt, Service, Way
from reflect_tui.practice.local import Local
from reflect_tui.practice.sections import SECTIONS
from reflect_tui.session.address import Address
from reflect_tui.session.model import Session
from reflect_tui.session.values import (
    Choice,
    Choices,
    Contrast,
    Day,
    Line,
    Moment,
    Placement,
    Round,
    Spot,
    Text,
    Value,
)
from tests.unit.session.making import WALK, Sat, a_session

_OF_EVERY_SECTION = "\n\n".join(
    f"### Asked for {section} {{#{section} .text section={section}}}"
    for section in reversed(SECTIONS)
)

SECTIONED = f"""\
---
exercise: sectioned
version: 1
title: A talk
summary: A question for every heading.
clauses: ["2.6", "2.7"]
---

# A talk

Only for tests.

## Talk {{#talk}}

{_OF_EVERY_SECTION}

## In their words {{#own}}

### What did they say? {{#said .text .own-words section=voice}}

### Which lamp? {{#lamp .choose}}

- The amber lamp {{#amber}}
- The green lamp {{#green}}

### Which boats? {{#boats .choose-many}}

- The long boat {{#long}}
- The flat boat {{#flat}}

## Only imagined {{#dreamt}}

### What if it were you? {{#mine .text imagined=all}}

### Which lamp would it be? {{#which .choose imagined=all}}

- The violet lamp {{#violet}}
- The copper lamp {{#copper}}

### What would the day be? {{#dreamt-day .day imagined=all}}

- Noon {{#noon}}
- Dusk {{#dusk}}
"""
"""A question for every section, the last section first, and answers that are all imagined."""

TALK = "sectioned/talk"
SAID = "sectioned/own/said"


@lru_cache
def _begun(way: Way, service: Service) -> Session:
    return a_session(way, service, SECTIONED, WALK)


def sat(way: Way = Way.SOLO, service: Service = Service.CHILDREN) -> Sat:
    """A sitting through both the sectioned exercise and the walk."""
    return Sat(_begun(way, service))


def moved(sitting: Sat, address: str, value: Value) -> Address:
    """Write something and move it into the note."""
    at = sitting.write(address, value)
    sitting.sitting.move(at, in_note=True)
    return at


def note(session: Session, local: Local | None = None) -> str:
    """The supervision note as Markdown."""
    return to_markdown(build(session, local))


def headings(session: Session) -> list[str]:
    """The headings of the supervision note, in order."""
    return [line[3:] for line in note(session).splitlines() if line.startswith("## ")]


def marked(prompt: Prompt, word: str) -> Value:
    """An answer to any prompt, with `word` in all that can be typed to it."""
    first, second = ([option.id for option in prompt.options] * 2 or ["", ""])[:2]
    values: dict[Kind, Value] = {
        Kind.TEXT: Text(text=f"{word}a"),
        Kind.LINE: Line(text=f"{word}a"),
        Kind.CHOOSE: Choice(option=first),
        Kind.CHOOSE_MANY: Choices(options=tuple(option.id for option in prompt.options[:1])),
        Kind.CONTRAST: Contrast(left=f"{word}a", right=f"{word}b"),
        Kind.PLACE: Placement(me=Spot(seen=True, said=False), moves=True),
        Kind.DAY: Day(
            moments=(
                Moment(part=second, text=f"{word}a", known="told"),
                Moment(part=first, text=f"{word}b"),
            )
        ),
        Kind.ROUND: Round(pieces=(f"{word}a", f"{word}b"), shown=True),
    }
    return values[prompt.kind]


def typed(prompt: Prompt, word: str) -> set[str]:
    """The words that `marked` typed."""
    if prompt.kind in (Kind.TEXT, Kind.LINE):
        return {f"{word}a"}
    two = prompt.kind in (Kind.CONTRAST, Kind.DAY, Kind.ROUND)
    return {f"{word}a", f"{word}b"} if two else set()


def may_go_out(prompt: Prompt, word: str) -> set[str]:
    """Those of them that may stand in a note: nothing that is only imagined (2.7)."""
    if prompt.imagined is Imagined.ALL:
        return set()
    imagined = {Imagined.LEFT: {f"{word}a"}, Imagined.RIGHT: {f"{word}b"}}
    return typed(prompt, word) - (imagined[prompt.imagined] if prompt.imagined else set())
