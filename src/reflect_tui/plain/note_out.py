"""A note out of the program, a line at a time: a file, a copy, and another way where one fails."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from reflect_tui import clipboard, paths
from reflect_tui.errors import ReflectError
from reflect_tui.notes.building import FILE_NAMES
from reflect_tui.notes.document import Document
from reflect_tui.notes.formats import Format
from reflect_tui.notes.text import to_text
from reflect_tui.notes.write import refuse_empty, write_note
from reflect_tui.plain.talk import Talk
from reflect_tui.plain.world import World
from reflect_tui.session.model import Session
from reflect_tui.session.noting import Note

COPY: Final = "copy"
LOOK: Final = "look"
_ELSEWHERE: Final = "Write it into another folder, this time only"
_BY_HAND: Final = "There is no clipboard here. This is the note, unchanged, to copy by hand:"


def write_as(
    talk: Talk, session: Session, note: Note, document: Document, fmt: Format, world: World
) -> bool:
    """Write it as a file of this format, and say where it went; whether it was.

    Where that can't be done it says why, and offers other ways until one does, or none is wanted.
    Raises ReflectError for a note with nothing in it.
    """
    refuse_empty(document)
    folder = world.notes_folder
    while True:
        try:
            path = write_note(document, session, folder, fmt, note=FILE_NAMES[note])
        except ReflectError as error:
            talk.say(str(error))
        else:
            _say_where(talk, path, fmt)
            return True
        others = [other for other in Format if other is not fmt]
        options = ["Try again", _ELSEWHERE, *(f"Write it as: {other.words}" for other in others)]
        chosen = talk.choose([*options, "Copy it"], blank="leave it for now")
        if chosen is None:
            return False
        if chosen == len(options):
            copy_note(talk, document)
            return True
        if options[chosen] == _ELSEWHERE:
            folder = _another(talk) or folder
        elif chosen:
            fmt = others[chosen - 2]


def copy_note(talk: Talk, document: Document) -> None:
    """Copy it as plain text; without a clipboard it is said, to be copied by hand.

    Raises ReflectError for a note with nothing in it.
    """
    refuse_empty(document)
    text = to_text(document)
    copied = clipboard.copy(text)
    if copied is clipboard.Copied.NOWHERE:
        talk.say(_BY_HAND, "")
        talk.say_unfolded(text)
    else:
        talk.say(copied.value, clipboard.KEPT)


def ask_how(talk: Talk, world: World) -> str:
    """What to do with a note: a format's key, COPY, LOOK, or nothing.

    Yes is what was chosen last, as long as the program runs; a Word document at first.
    """
    usual = world.note_as
    others = ", ".join([fmt.key for fmt in Format if fmt is not usual] + [COPY])
    talk.say(
        f"Write this note to a file? Type yes for {_A[usual]}; {others} for that instead; look to "
        "look first at what could identify someone, and at wording; or no."
    )
    known = {"yes": usual.key, "y": usual.key, "no": "", "n": "", ".": "", "": ""}
    known |= {word: word for word in (COPY, LOOK, *(fmt.key for fmt in Format))}
    while (answer := talk.line().strip().lower()) not in known:
        talk.say(f"Please type yes, {others}, {LOOK} or no.")
    return known[answer]


_A: Final = {
    Format.WORD: "a Word document",
    Format.MARKDOWN: "Markdown",
    Format.WEB: "a web page",
    Format.TEXT: "plain text",
}


def _say_where(talk: Talk, path: Path, fmt: Format) -> None:
    from reflect_tui.doctor import synced  # here, because most sessions write no note

    talk.say(f"Written to {path}", fmt.use)
    name = synced(path)
    if name:
        talk.say(f"That folder is in {name}, so the note is copied there too.")


def _another(talk: Talk) -> Path | None:
    """A folder that is typed, or None for the one as before."""
    talk.say("Type the folder, from its beginning. A full stop keeps the one as before.")
    typed = talk.line(path=True).strip()
    if typed in ("", "."):
        return None
    try:
        return paths.full(Path(typed))
    except ReflectError as error:
        talk.say(str(error))
        return None
