"""A new session: its exercises stamped as they stand, each round with its first entry."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from reflect_tui.practice.exercise import Exercise, Service, Way
from reflect_tui.session.course import Course, first_entries
from reflect_tui.session.model import Entry, Person, Session, Stamped, new_id, new_session_id
from reflect_tui.session.sitting import Clock, utc_now

PEOPLE: Mapping[Way, tuple[Person, ...]] = {
    Way.ONE_TO_ONE: (Person(role="practitioner"), Person(role="supervisor")),
    Way.GROUP: (),
    Way.SOLO: (Person(role="practitioner"),),
}
"""Who is there, by role; a group says its roles in the session itself."""


def begin(
    way: Way,
    service: Service,
    exercises: Mapping[str, tuple[Exercise, bool]],
    *,
    brought: str = "",
    whose: str = "practitioner",
    people: tuple[Person, ...] = (),
    follows: Session | None = None,
    now: Clock = utc_now,
    session_id: Callable[[], str] = new_session_id,
    entry_id: Callable[[], str] = new_id,
) -> Session:
    """A new session: each exercise stamped as it stands, each repeating stage with one entry.

    `exercises` maps ids, in the order they are walked, to an exercise and whether its short form
    is taken.
    """
    began = now()
    stamped: list[Stamped] = []
    entries: list[Entry] = []
    for exercise, short in exercises.values():
        short = short and exercise.has_short_form()
        stamped.append(
            Stamped(
                id=exercise.id,
                version=exercise.version,
                role=exercise.role,
                hash=exercise.hash,
                text=exercise.text,
                short=short,
            )
        )
        for stage in first_entries(exercise.played(way, service, short=short)):
            entries.append(Entry(id=entry_id(), exercise=exercise.id, stage=stage))
    own = session_id()
    session = Session(
        id=own,
        way=way,
        service=service,
        thread=follows.thread if follows else own,
        follows=follows.id if follows else "",
        whose=whose,
        brought=brought.strip(),
        people=people,
        began=began,
        changed=began,
        exercises=tuple(stamped),
        entries=tuple(entries),
    )
    course = Course(way, service, session.exercises, carries=follows is not None)
    first = course.after(None, session)
    return session.model_copy(update={"left_at": first.place if first else None})
