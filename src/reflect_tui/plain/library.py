"""Looking through the exercises, a line at a time: what each is for, and all it asks."""

from __future__ import annotations

from reflect_tui.plain.beginning import WAYS, begun, say_grouped, service_of
from reflect_tui.plain.talk import Talk
from reflect_tui.plain.world import World
from reflect_tui.practice.exercise import Exercise, Role
from reflect_tui.practice.library import (
    audience_said,
    by_file,
    library,
    minutes_said,
    services_said,
    source_said,
)
from reflect_tui.practice.preview import Piece, Sort, preview
from reflect_tui.practice.shelf import Shelved
from reflect_tui.session.model import Session

LIBRARY = "Look through the exercises"
_AGAIN = "Read the folder again"


def looked(talk: Talk, world: World, *, may_write: bool) -> Session | None:
    """The session somebody began with an exercise they looked at, or None."""
    while True:
        _say_problems(talk, world)
        shelved = say_grouped(talk, library(world.shelf), _named)
        talk.say("", f"{len(shelved) + 1}. {_AGAIN}")
        session, again = _among(talk, world, shelved, may_write)
        if not again:
            return session
        world.read_shelf_anew()
        talk.say("Read again.")


def _among(
    talk: Talk, world: World, shelved: list[Shelved], may_write: bool
) -> tuple[Session | None, bool]:
    """One exercise after the other; and whether everything is to be read again."""
    titles = [*(kept.exercise.title for kept in shelved), _AGAIN]
    while True:
        chosen = talk.choose(titles, blank="go back", listed=False)
        if chosen is None:
            return None, False
        if chosen == len(shelved):
            return None, True
        session = _look(talk, world, shelved[chosen], may_write)
        if session is not None:
            return session, False
        talk.say("", "Another exercise?")


def _look(talk: Talk, world: World, kept: Shelved, may_write: bool) -> Session | None:
    """All that is said of one; then its questions, or a session with it."""
    exercise, clauses = kept.exercise, world.shelf.clauses
    talk.say("", exercise.title, exercise.summary)
    for words in (exercise.introduction, exercise.standing):
        talk.say(*["", words] * bool(words))
    talk.say("")
    talk.say(f"For: {audience_said(exercise)}.")
    minutes = minutes_said(exercise)
    talk.say(*[f"About: {minutes}."] * bool(minutes))
    for number in exercise.clauses:
        clause = clauses.get(number)
        if clause is not None:
            talk.say(f"Standard {clause.number}: {clause.title}")
    talk.say(*source_said(kept))
    deeds = ["Hear its questions"]
    if may_write and exercise.role is Role.EXERCISE:
        deeds.append("Begin with this")
    while True:
        chosen = talk.choose(deeds, blank="go back to the exercises")
        if chosen is None:
            return None
        if chosen == 1:
            session = begun(talk, world, only=exercise)
            if session is not None:
                return session
        else:
            _say_questions(talk, world, exercise)


def _say_questions(talk: Talk, world: World, exercise: Exercise) -> None:
    """Its steps and questions, as one way of working in one service walks them."""
    talk.say("As it is walked:")
    ways = [(words, way) for words, way in WAYS if way in exercise.meets.ways]
    which = talk.choose([words for words, _ in ways], blank="take the first")
    service = service_of(talk, world, exercise)
    short = exercise.has_short_form() and talk.yes("The short form?")
    for piece in preview(exercise.played(ways[which or 0][1], service, short=short)):
        _say_piece(talk, piece)
    talk.say("")


def _say_piece(talk: Talk, piece: Piece) -> None:
    if piece.sort in (Sort.STAGE, Sort.CARD):
        talk.say("", f"Step: {piece.text}" if piece.sort is Sort.STAGE else f"Card: {piece.text}")
    elif piece.sort is Sort.PROMPT:
        talk.say("", f"Question: {piece.text}")
    elif piece.sort in (Sort.OPTION, Sort.PROBE):
        talk.say(f"- {piece.text}")
    else:
        talk.say(piece.text)


def _say_problems(talk: Talk, world: World) -> None:
    """What has to be mended before it can be used."""
    found = by_file(world.shelf.problems)
    if found:
        talk.say("", "Something in these files has to be mended. Until then it is left out.")
    for file, lines in found:
        talk.say(file, *lines)


def _named(kept: Shelved) -> str:
    """An exercise as the list says it."""
    exercise = kept.exercise
    told = [services_said(exercise), minutes_said(exercise)]
    about = [f"{part}." for part in told if part]
    changed = ["What it stands in for has changed since."] * kept.has_newer_below
    return " ".join([f"{exercise.title}: {exercise.summary}", *about, *changed])
