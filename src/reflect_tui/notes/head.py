"""What stands at the head of every note: when, how, with which exercises, and blanks to fill."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from reflect_tui.practice.exercise import Exercise, Role, Service, Way
from reflect_tui.session.course import Course

WAYS = {Way.ONE_TO_ONE: "one-to-one", Way.GROUP: "group", Way.SOLO: "on my own"}
SERVICES = {Service.CHILDREN: "children's", Service.ADULTS: "adults'"}
BLANK = "………………"
"""Where somebody writes by hand."""
MARK_IT = f"Personal data. Marking: {BLANK}"
"""How a note is marked where the organisation hasn't said how."""

_CLAUSES = 3
"""As many of an exercise's standards as are named beside it."""


def when(began: datetime, changed: datetime) -> str:
    """In local time; one day and two times, or two days when it was gone on with later."""
    first, last = began.astimezone(), changed.astimezone()
    if first.date() == last.date():
        return f"{day(began)}, {first:%H:%M} to {last:%H:%M}"
    return f"{day(began)}, {first:%H:%M}; gone on with until {day(changed)}, {last:%H:%M}"


def day(moment: datetime) -> str:
    """The day alone, in local time."""
    return day_of(moment.astimezone().date())


def day_of(date_: date) -> str:
    """A date in words."""
    return f"{date_.day} {date_:%B %Y}"


def exercises_in(course: Course) -> tuple[Exercise, ...]:
    """The exercises of a session, without what opens and closes every one."""
    return tuple(kept for kept in course.exercises if kept.role is Role.EXERCISE)


def with_standards(exercise: Exercise) -> str:
    """An exercise's title and the first standards it meets."""
    met = standards((exercise,))
    return f"{exercise.title} ({met})" if met else exercise.title


def standards(exercises: Iterable[Exercise]) -> str:
    """The first standards that exercises meet, as they are numbered there; empty for none."""
    clauses = [clause for kept in exercises for clause in kept.clauses[:_CLAUSES]]
    # What stands in them without a number has an id of ours: "1.8-rights", "preface-9".
    numbers = list(dict.fromkeys(c.partition("-")[0] for c in clauses if c[0].isdigit()))
    said = f"standard{'s' if len(numbers) > 1 else ''} {', '.join(numbers)}" if numbers else ""
    if all(clause[0].isdigit() for clause in clauses):
        return said
    return f"{said} and the preface" if said else "the standards' preface"


def filled(*rows: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    """The rows that say something."""
    return tuple((label, value) for label, value in rows if value)


def first_large(role: str) -> str:
    """A role as a row begins with it; the rest stays as it was typed."""
    return role[:1].upper() + role[1:]
