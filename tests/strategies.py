"""Made-up sessions for property tests: every kind of value, and any text a person could type."""

from __future__ import annotations

import hashlib
from datetime import UTC, date, datetime
from typing import Any

from hypothesis import strategies as st

from reflect_tui.practice.exercise import Role, Service, Way
from reflect_tui.session.address import Address, Place
from reflect_tui.session.model import (
    Action,
    Agreement,
    Ending,
    Entry,
    Person,
    Replaced,
    Response,
    Session,
    Stamped,
)
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

EXERCISE = """\
---
exercise: small
version: 1
title: A small exercise
summary: One prompt of each kind.
clauses: ["2.7"]
---

# A small exercise

Only for tests.

## Talk {#talk}

### What words are being used? {#words .text}

### In one line? {#line .line}

### Whose words are they? {#whose .choose}

- Ours {#ours}
- A record's {#record}

### What else is there? {#also .choose-many}

- A worry {#worry}
- A strength {#strength}

### What is a day like? {#day .day}

- Morning {#morning}
- Night {#night}

### Write in turn {#round .round}

### What will be done? {#next .actions}

## The board {#board .board}

### Where will you start? {#start .choose from=board}

## Class {#class .card}

### Where does it stand? {#place .place}

## One change {#swap .repeat named-by=what}

### What will you change? {#what .line}

### Say it again {#again .contrast left="As it is" right="With one thing changed"}
"""
"""A small exercise with a prompt of each kind."""

ID_LETTERS = "abcdefghijklmnopqrstuvwxyz234567"
WORDS = st.text(max_size=60)
"""Anything a terminal can hand over in UTF-8, control characters too."""
MOMENTS = st.datetimes(datetime(2000, 1, 1), datetime(2200, 1, 1), timezones=st.just(UTC))
SESSION_IDS = st.text(alphabet=ID_LETTERS, min_size=16, max_size=16)
SHORT_IDS = st.text(alphabet=ID_LETTERS, min_size=8, max_size=8)
SPOTS = st.none() | st.builds(Spot)

VALUES: dict[tuple[str, str], st.SearchStrategy[Value]] = {
    ("talk", "words"): st.builds(Text, text=WORDS),
    ("talk", "line"): st.builds(Line, text=WORDS),
    ("talk", "whose"): st.builds(Choice, option=st.sampled_from(["ours", "record"])),
    ("talk", "also"): st.builds(
        Choices,
        options=st.lists(st.sampled_from(["worry", "strength"]), unique=True).map(tuple),
    ),
    ("talk", "day"): st.builds(
        Day,
        moments=st.lists(
            st.builds(Moment, part=st.sampled_from(["morning", "night"]), text=WORDS),
            max_size=2,
            unique_by=lambda moment: moment.part,
        ).map(tuple),
    ),
    ("talk", "round"): st.builds(Round, pieces=st.lists(WORDS, max_size=3).map(tuple)),
    ("board", "start"): st.just(Choice(option="class")),
    ("class", "place"): st.builds(Placement, me=SPOTS, them=SPOTS, between=SPOTS),
}
"""What can be written at each place outside a round."""

VALUES_OF_AN_ENTRY: dict[tuple[str, str], st.SearchStrategy[Value]] = {
    ("swap", "what"): st.builds(Line, text=WORDS),
    ("swap", "again"): st.builds(Contrast, left=WORDS, right=WORDS),
}
"""What can be written at each place of a round."""

REPLACED = st.builds(Replaced, words=WORDS.filter(bool), by=WORDS)


def stamped(text: str = EXERCISE, exercise: str = "small") -> Stamped:
    """An exercise as a session is stamped with it."""
    return Stamped(
        id=exercise,
        version=1,
        role=Role.EXERCISE,
        hash=hashlib.sha256(text.encode()).hexdigest(),
        text=text,
    )


@st.composite
def responses(draw: st.DrawFn, entries: tuple[Entry, ...]) -> tuple[Response, ...]:
    """Some of the places of the small exercise, written to."""
    places = {Address("small", *at): value for at, value in VALUES.items()}
    for entry in entries:
        for (stage, prompt), value in VALUES_OF_AN_ENTRY.items():
            places[Address("small", stage, prompt, entry.id)] = value
    chosen = draw(st.lists(st.sampled_from(sorted(places, key=str)), unique=True))
    return tuple(
        Response(
            prompt=address,
            asked=draw(WORDS),
            value=draw(places[address]),
            in_note=draw(st.booleans()),
            in_insert=draw(st.booleans()),
            in_cpd=draw(st.booleans()),
            at=draw(st.none() | MOMENTS),
        )
        for address in chosen
    )


@st.composite
def sessions(draw: st.DrawFn) -> Session:
    """A session over the small exercise, with anything in it that a session can hold."""
    own = draw(SESSION_IDS)
    follows = draw(st.just("") | SESSION_IDS)
    entry = st.builds(Entry, id=SHORT_IDS, exercise=st.just("small"), stage=st.just("swap"))
    entries = tuple(draw(st.lists(entry, max_size=2, unique_by=lambda kept: kept.id)))
    action = st.builds(
        Action,
        id=SHORT_IDS,
        what=WORDS,
        who=WORDS,
        by=WORDS,
        by_date=st.none() | st.dates(date(2000, 1, 1), date(2200, 1, 1)),
        told=WORDS,
    )
    return Session(
        id=own,
        revision=draw(st.integers(0, 10_000)),
        way=draw(st.sampled_from(Way)),
        service=draw(st.sampled_from(Service)),
        thread=follows or own,
        follows=follows,
        brought=draw(WORDS),
        people=tuple(draw(st.lists(st.builds(Person, role=WORDS), max_size=3))),
        began=draw(MOMENTS),
        changed=draw(MOMENTS),
        exercises=(stamped(),),
        entries=entries,
        responses=draw(responses(entries)),
        actions=tuple(draw(st.lists(action, max_size=3, unique_by=lambda kept: kept.id))),
        endings=tuple(draw(st.lists(st.builds(Ending, action=SHORT_IDS, words=WORDS), max_size=2))),
        agreements=tuple(draw(st.lists(st.builds(Agreement, role=WORDS, words=WORDS), max_size=2))),
        replaced=tuple(draw(st.lists(REPLACED, max_size=2))),
        left_at=draw(st.none() | st.just(Place("small", "talk"))),
        other_of=draw(st.just("") | SESSION_IDS),
    )


def a_session(words: str = "", **changes: Any) -> Session:
    """One plain session, for stories: on one's own, with `words` at the first prompt."""
    own = changes.pop("id", "aaaaaaaaaaaaaaaa")
    began = changes.pop("began", datetime(2026, 3, 2, 9, 30, tzinfo=UTC))
    written = Response(
        prompt=Address("small", "talk", "words"),
        asked="What words are being used?",
        value=Text(text=words),
        at=began,
    )
    made = Session(
        id=own,
        way=Way.SOLO,
        service=Service.CHILDREN,
        thread=own,
        brought="the blue folder",
        began=began,
        changed=began,
        exercises=(stamped(),),
        responses=(written,) if words else (),
        left_at=Place("small", "talk"),
    )
    return made.model_copy(update=changes)


def with_words(session: Session, words: str) -> Session:
    """The same session with other words at the first prompt, as a sitting hands it over."""
    return session.model_copy(update={"responses": a_session(words).responses})


def words_of(session: Session) -> str:
    """What stands at the first prompt."""
    response = session.response(Address("small", "talk", "words"))
    return response.value.text if response and isinstance(response.value, Text) else ""
