"""The CPD text, in the fields that Social Work England's account asks for: learning alone.

It is copied from here by whoever learned it. Nothing about the case or the people it concerns,
nothing a group wrote in turn, and nothing that another person said of themselves.
"""

from __future__ import annotations

from reflect_tui.notes.document import Block, Document, Heading, Ours, Rows, Said
from reflect_tui.notes.head import BLANK, day, exercises_in, standards
from reflect_tui.notes.moved import moved
from reflect_tui.notes.other_words import in_other_words
from reflect_tui.practice.exercise import Cpd, Exercise, Way
from reflect_tui.session.course import Course
from reflect_tui.session.model import Session
from reflect_tui.session.noting import Note

_ACTIVITY = {
    Way.ONE_TO_ONE: "Reflective supervision, one-to-one",
    Way.GROUP: "Reflective supervision in a group",
    Way.SOLO: "Reflection on my own practice",
}
_WITH = {Way.ONE_TO_ONE: "in one-to-one supervision", Way.GROUP: "with colleagues in a group"}
_WHOSE = (
    "Learning only: nothing in it may tell whom it was about. Read it once as a stranger would, "
    "then copy each part into your own account, in your own words."
)


def build(session: Session) -> Document:
    """The CPD text of a session as it stands now."""
    course = Course(session.way, session.service, session.exercises)
    fields = _fields(in_other_words(session), course)
    exercises = exercises_in(course)
    blocks: list[Block] = [
        Ours(_WHOSE),
        Rows(_head(session, exercises)),
        Heading("Short description, and why it matters to my work"),
        *_description(exercises),
    ]
    for name, said in (
        ("What I learnt", fields[Cpd.LEARNT]),
        ("The difference it makes to my practice and to people", fields[Cpd.IMPACT]),
    ):
        if said:
            blocks += [Heading(name), *said]
    blocks += _with_a_peer(session, fields[Cpd.PEER])
    return Document(
        title="CPD text",
        blocks=tuple(blocks),
        empty=not any(fields.values()),
        name="CPD text",
        nothing_in="Nothing was moved into the CPD text yet",
        to_fill="Move it there in the note's page.",
    )


def _head(session: Session, exercises: tuple[Exercise, ...]) -> tuple[tuple[str, str], ...]:
    titles = " · ".join(exercise.title for exercise in exercises)
    return (
        ("Title", titles or _ACTIVITY[session.way]),
        ("Type of activity", _ACTIVITY[session.way]),
        ("Date", day(session.began)),
    )


def _description(exercises: tuple[Exercise, ...]) -> list[Block]:
    """What was done, in our words and the exercises' own; why is for the writer to add."""
    said: list[Block] = []
    if exercises:
        what = tuple(f"{_ended(kept.title)} {kept.summary}" for kept in exercises)
        said.append(Said("Guided reflection on anti-racist practice", what, listed=True))
    met = standards(exercises)
    if met:
        said.append(Ours(f"Based on my service's anti-racism practice: {met}."))
    said.append(Ours(f"Why it matters to my work: {BLANK}"))
    return said


def _ended(title: str) -> str:
    return title if title.endswith(("?", "!", ".", ":")) else f"{title}:"


def _fields(session: Session, course: Course) -> dict[Cpd, list[Said]]:
    """What was moved in, by the field that it answers."""
    fields: dict[Cpd, list[Said]] = {field: [] for field in Cpd}
    for piece in moved(session, course, Note.CPD):
        fields[piece.prompt.cpd or Cpd.LEARNT].append(piece.said)
    return fields


def _with_a_peer(session: Session, said: list[Said]) -> list[Block]:
    """The part with a peer, which one piece a year needs; alone there was none."""
    if session.way is Way.SOLO:
        return [Heading("What I learnt with a peer"), *said] if said else []
    where = f"I talked this through {_WITH[session.way]}, which can be the part with a peer."
    more = "" if said else f" What I learnt from that: {BLANK}"
    return [Heading("What I learnt with a peer"), *said, Ours(where + more)]
