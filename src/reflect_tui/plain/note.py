"""The note, a line at a time: what is in it, moving, reading it whole, writing it."""

from __future__ import annotations

from collections.abc import Callable

from reflect_tui.errors import ReflectError
from reflect_tui.notebook.bin import BEFORE, STILL_HELD
from reflect_tui.notes import write
from reflect_tui.notes.markdown import to_markdown
from reflect_tui.notes.plan import Movable, plan
from reflect_tui.notes.supervision import build, who_agrees
from reflect_tui.notes.write import refuse_empty
from reflect_tui.plain.agreeing import say_who_agrees
from reflect_tui.plain.giving import give_session
from reflect_tui.plain.talk import Talk
from reflect_tui.plain.world import World
from reflect_tui.practice.exercise import Way
from reflect_tui.session.agreeing import still_to_say, the_other
from reflect_tui.session.model import Session
from reflect_tui.session.sitting import Sitting

_FIRST_WORDS = 60


class OnlyTheNote(Exception):
    """The note is written, and the session is to be put down and in the bin."""


def say_note(talk: Talk, sitting: Sitting, world: World) -> None:
    """Say what is in and what isn't, and let it be moved, until there is nothing more to move."""
    while True:
        things = plan(sitting.shown)
        if not things:
            talk.say("Nothing is written yet, so there is no note.")
            return
        talk.say("", "What goes into the note. A number moves one in or out.")
        chosen = talk.choose([_line(thing) for thing in things], blank="go on to the note")
        if chosen is None:
            break
        _move(talk, sitting, things[chosen])
    say_note_only(talk, sitting.session, world)


def say_note_only(talk: Talk, session: Session, world: World) -> None:
    """Say the note as it stands, and nothing that would change the session."""
    document = build(session, world.shelf.local)
    talk.say("", "The note as it will read:", "", to_markdown(document))


def write_note(talk: Talk, sitting: Sitting, world: World) -> None:
    """Write the note, when somebody says so; in company, what else becomes of it.

    Raises OnlyTheNote when the session is to go in the bin.
    """
    if not plan(sitting.shown):
        return
    if talk.yes("Write this note to a file?"):
        _tried(talk, lambda: _write(talk, sitting, world))
    if sitting.session.way is not Way.SOLO:
        _more(talk, sitting, world)


def _more(talk: Talk, sitting: Sitting, world: World) -> None:
    """A draft, who agrees, a copy, only the note: until there is nothing more to do."""
    while True:
        session = sitting.session
        deeds: list[tuple[str, Callable[[], None]]] = [
            ("Say who agrees", lambda: say_who_agrees(talk, sitting))
        ]
        if still_to_say(session):
            draft = ("Write a draft to take away", lambda: _write_draft(talk, sitting, world))
            deeds.insert(0, draft)
        if session.way is Way.ONE_TO_ONE:
            other = the_other(session)
            deeds += [
                (
                    f"Give the {other} a copy of the note",
                    lambda: _write(talk, sitting, world),
                ),
                (
                    f"Give the {other} the session in a locked file, for a notebook of their own",
                    lambda: give_session(talk, sitting.session, world),
                ),
            ]
        deeds.append(
            (
                "Keep only the note, and put the session in the bin",
                lambda: _only(talk, sitting, world),
            )
        )
        talk.say("", who_agrees(session), "What else?")
        chosen = talk.choose([words for words, _ in deeds], blank="go on")
        if chosen is None:
            return
        _tried(talk, deeds[chosen][1])


def _tried(talk: Talk, deed: Callable[[], None]) -> None:
    try:
        deed()
    except ReflectError as error:
        talk.say(str(error))


def _write(talk: Talk, sitting: Sitting, world: World) -> None:
    document = build(sitting.session, world.shelf.local)
    talk.say(f"Written to {write.write_note(document, sitting.session, world.notes_folder)}")


def _write_draft(talk: Talk, sitting: Sitting, world: World) -> None:
    document = build(sitting.session, world.shelf.local, to_take_away=True)
    path = write.write_note(document, sitting.session, world.notes_folder)
    talk.say(f"{who_agrees(sitting.session)} Take two working days with it.", f"Written to {path}")


def _only(talk: Talk, sitting: Sitting, world: World) -> None:
    """Keep only the note, once that was asked; raises OnlyTheNote."""
    refuse_empty(build(sitting.session, world.shelf.local))
    talk.say("The note is written first.", STILL_HELD, BEFORE)
    if talk.yes("Keep only the note, and put the session in the bin?"):
        _write(talk, sitting, world)
        raise OnlyTheNote


def _line(thing: Movable) -> str:
    if thing.why_not and not thing.in_note:
        return f"{thing.stage}, {thing.asked} ({thing.why_not})"
    where = "in the note" if thing.in_note else "not in the note"
    words = thing.first_words.replace("\n", " ")
    short = words if len(words) <= _FIRST_WORDS else f"{words[:_FIRST_WORDS].rsplit(' ', 1)[0]} …"
    return f"{where}: {thing.stage}, {thing.asked} {short}"


def _move(talk: Talk, sitting: Sitting, thing: Movable) -> None:
    if thing.why_not and not thing.in_note:
        talk.say(f"It can't be moved: {thing.why_not}.")
    elif thing.address is not None:
        sitting.move(thing.address, in_note=not thing.in_note)
    elif thing.ending:
        sitting.move_ending(thing.ending, in_note=not thing.in_note)
    else:
        sitting.move_action(thing.action, in_note=not thing.in_note)
