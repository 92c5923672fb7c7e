"""Giving the other a session, and taking one in, a line at a time."""

from __future__ import annotations

from pathlib import Path

from reflect_tui import paths
from reflect_tui.notebook import giving
from reflect_tui.plain.locking import new_password
from reflect_tui.plain.talk import Talk
from reflect_tui.plain.world import World
from reflect_tui.session.agreeing import the_other
from reflect_tui.session.model import Session

TAKE_IN = "Take in a session somebody gave you"


def give_session(talk: Talk, session: Session, world: World) -> None:
    """The session in one locked file; whoever receives it types its password, twice.

    Raises ReflectError.
    """
    talk.say(
        f"Let the {the_other(session)} sit at the keyboard, and choose a password for the file. "
        "Nothing of it is kept here."
    )
    password = new_password(talk)
    if not password:
        return
    path = giving.write_into(world.notes_folder, session, giving.make(session, password))
    talk.say(f"Written to {path}", "Its password opens it, and nothing else does.")


def take_in(talk: Talk, world: World) -> None:
    """Put a session that was given beside what is in the notebook; raises ReflectError."""
    talk.say("It is put beside what is in your notebook, never over it. Which file?")
    named = _named(talk, giving.found_in([*paths.arrivals(), world.notes_folder]))
    if not named:
        return
    path = giving.as_dropped(named)
    kept = giving.read(path)
    words = talk.secret("Its password, the one you typed when it was made:")
    talk.say(giving.in_words(giving.take(world.notebook, giving.opened(kept, words, str(path)))))


def _named(talk: Talk, found: list[Path]) -> str:
    """The file that is meant; empty when somebody would rather not."""
    if found:
        names = [f"{path.name}, in {path.parent}" for path in found]
        chosen = talk.choose([*names, "Another file"], blank="go back")
        if chosen is None:
            return ""
        if chosen < len(found):
            return str(found[chosen])
    talk.say("Type where it lies, or a full stop to go back.")
    named = talk.line(path=True).strip()
    return "" if named == "." else named
