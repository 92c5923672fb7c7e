"""Exercises and sessions to act on: everything a course can meet, in one small file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from itertools import count

from reflect_tui.practice.exercise import Exercise, Service, Way
from reflect_tui.practice.reading import read_text
from reflect_tui.session.address import Address, Place, parse_address, parse_place
from reflect_tui.session.agreed import AgreedAction
from reflect_tui.session.beginning import begin
from reflect_tui.session.course import page_title
from reflect_tui.session.model import Session
from reflect_tui.session.sitting import Sitting
from reflect_tui.session.values import Value

WALK = """\
---
exercise: walk
version: 1
title: A walk
summary: Rounds, a board, conditions and every kind of prompt.
clauses: ["2.7"]
---

# A walk

Only for tests.

## Talk {#talk .short}

### What words are being used? {#words .text .short}

### In one line? {#line .line}

### Whose words are they? {#whose .choose-many .short}

- Ours {#ours}
- A record's {#record}

### Have they seen that record? {#answered .text .short when="talk/whose has record"}

### Which is it? {#which .choose}

- A worry {#worry}
- A strength {#strength}

### What did you expect? {#expected .text starts="I expected to see"}

### Pick one or two {#few .choose-many max=2}

- One {#one}
- Two {#two}
- Three {#three}

### What is a day like? {#day .day}

- Morning {#morning}
- Night {#night}

### Write in turn {#round .round}

### What will be done? {#next .actions}

### What became of what was agreed? {#became .agreed}

## Only a worry {#only when="talk/which is worry"}

### What is the worry? {#worried .text}

## One change {#swap .repeat named-by=what .short}

### What will you change? {#what .line .short}

### Say it again {#again .contrast left="As it is" right="With one thing changed" imagined=right}

### What sort is it? {#sort .choose .short}

- Harsh {#harsh}
- Lenient {#lenient}

## What happens {#happens for=swap .short}

### Where did you want another word? {#changes .text .short}

### What has it cost? {#cost .text .short when="swap/sort is harsh"}

## How to mend it {#mend for=swap when="swap/sort is harsh"}

### What will mend it? {#mending .text}

## Side by side {#sides .gather for=swap by=sort}

## The board {#board .board}

### Where will you start? {#start .choose from=board}

### What would you pass by? {#pass .choose-many from=board max=2}

## Class {#class .card}

### What does it do here? {#does .text}

### Where does it stand? {#place .place}

## Age {#age .card}

### What does it do here? {#does .text}

### Where does it stand? {#place .place}

## Faith {#faith .card}

### What does it do here? {#does .text}

## Where they stand {#map .map of=board}

## By yourself {#alone .alone}

### What would you not say aloud? {#unsaid .text}

## Last words {#last .short modes="solo,one-to-one"}

### What will you ask the child? {#ask .text services=children}

### What will you ask the person? {#ask .text services=adults}

## Last words, together {#last .short modes=group}

### What will we ask? {#ask .text}
"""
"""One exercise with all that a course can meet."""

BEGAN = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


@lru_cache
def read(text: str = WALK) -> Exercise:
    """The exercise a text holds; fails with its problems where it isn't sound."""
    reading = read_text(text, "walk.md")
    assert reading.exercise is not None, [str(problem) for problem in reading.problems]
    return reading.exercise


def clock() -> Iterator[datetime]:
    """A second later each time it is asked."""
    return (BEGAN + timedelta(seconds=passed) for passed in count())


def a_session(
    way: Way = Way.SOLO,
    service: Service = Service.CHILDREN,
    *texts: str,
    short: bool = False,
) -> Session:
    """A new session over the walk, or over other exercises."""
    ids = (f"entry{number}" for number in count(1))
    ticks = clock()
    exercises = [read(text) for text in texts or (WALK,)]
    return begin(
        way,
        service,
        {exercise.id: (exercise, short) for exercise in exercises},
        brought="the blue folder",
        now=lambda: next(ticks),
        session_id=lambda: "aaaaaaaaaaaaaaaa",
        entry_id=lambda: next(ids),
    )


class Sat:
    """A sitting over a session, with all that it handed on to be kept."""

    def __init__(
        self, session: Session | None = None, carried: tuple[AgreedAction, ...] = ()
    ) -> None:
        self.kept: list[Session] = []
        ids = (f"made{number}" for number in count(1))
        ticks = clock()
        self.sitting = Sitting(
            session or a_session(),
            self.kept.append,
            carried=carried,
            now=lambda: next(ticks),
            entry_id=lambda: next(ids),
        )

    @property
    def session(self) -> Session:
        return self.sitting.session

    def write(self, address: str, value: Value) -> Address:
        """Write at an address as text; gives the address."""
        parsed = parse_address(address)
        self.sitting.write(parsed, value)
        return parsed

    def value(self, address: str) -> Value | None:
        return self.sitting.value(parse_address(address))

    def go(self, place: str) -> Place:
        return self.sitting.go(parse_place(place)).place

    def pages(self) -> list[str]:
        """Where Next leads, from the first page to the last."""
        return [str(page.place) for page in self.sitting.course.pages(self.session)]

    def every_page(self) -> list[str]:
        """Wherever one can go."""
        return [str(page.place) for page in self.sitting.course.every_page(self.session)]

    def shown(self, place: str) -> list[str]:
        """The ids of the prompts shown on a page."""
        page = self.sitting.course.page(parse_place(place), self.session)
        assert page is not None, place
        return [prompt.id for prompt in page.prompts]

    def title(self, place: str) -> str:
        """What a page is called now."""
        page = self.sitting.course.page(parse_place(place), self.session)
        assert page is not None, place
        return page_title(page, self.session)
