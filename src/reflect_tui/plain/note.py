"""The note, a line at a time: what is in it, moving, reading it whole, writing it."""

from __future__ import annotations

from reflect_tui.errors import ReflectError
from reflect_tui.notes.markdown import to_markdown
from reflect_tui.notes.plan import Movable, plan
from reflect_tui.notes.supervision import build
from reflect_tui.notes.write import write_markdown
from reflect_tui.plain.talk import Talk
from reflect_tui.plain.world import World
from reflect_tui.session.model import Session
from reflect_tui.session.sitting import Sitting

_FIRST_WORDS = 60


def say_note(talk: Talk, sitting: Sitting, world: World) -> None:
    """Say what is in and what isn't, and let it be moved, until there is nothing more to move."""
    while True:
        things = plan(sitting.session)
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
    """Write the note, when somebody says so."""
    if not plan(sitting.session) or not talk.yes("Write this note to a file?"):
        return
    try:
        document = build(sitting.session, world.shelf.local)
        path = write_markdown(document, sitting.session, world.notes_folder)
    except ReflectError as error:
        talk.say(str(error))
    else:
        talk.say(f"Written to {path}")


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
