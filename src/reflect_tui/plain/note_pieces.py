"""What is in a note and what isn't, a line at a time: said once, and moved by number."""

from __future__ import annotations

from collections.abc import Sequence

from reflect_tui.notes.plan import Movable, plan
from reflect_tui.plain.talk import Talk
from reflect_tui.session.noting import Note
from reflect_tui.session.sitting import Sitting

_FIRST_WORDS = 60


def move_pieces(talk: Talk, sitting: Sitting, note: Note) -> None:
    """Say what is in and what isn't, and let it be moved, until somebody goes on to the note."""
    known: Sequence[Movable] = ()
    lines: list[str] = []
    while True:
        things = plan(sitting.shown, note)
        if things != known:
            # Not after each move: the list is long to hear, and the numbers stay.
            known = things
            lines = [_line(thing, note) for thing in things]
            talk.say("", f"What goes into the {note}. A number moves one in or out.")
            talk.say(*(f"{at}. {line}" for at, line in enumerate(lines, 1)))
        chosen = talk.choose_some(lines, blank="go on to the note", listed=False)
        if not chosen:
            return
        if plan(sitting.shown, note) != known:
            # Something was taken back meanwhile: nobody's number may mean another piece.
            continue
        for index in chosen:
            _move(talk, sitting, note, index + 1, known[index])
        known = plan(sitting.shown, note)


def _line(thing: Movable, note: Note) -> str:
    if thing.why_not and not thing.in_note:
        return f"{thing.stage}, {thing.asked} ({thing.why_not})"
    where = f"in the {note}" if thing.in_note else f"not in the {note}"
    words = thing.first_words.replace("\n", " ")
    short = words if len(words) <= _FIRST_WORDS else f"{words[:_FIRST_WORDS].rsplit(' ', 1)[0]} …"
    return f"{where}: {thing.stage}, {thing.asked} {short}"


def _move(talk: Talk, sitting: Sitting, note: Note, number: int, thing: Movable) -> None:
    if thing.why_not and not thing.in_note:
        talk.say(f"{number}. It can't be moved: {thing.why_not}.")
        return
    in_note = not thing.in_note
    if thing.address is not None:
        sitting.move(thing.address, in_note=in_note, note=note)
    elif thing.ending:
        sitting.move_ending(thing.ending, in_note=in_note, note=note)
    else:
        sitting.move_action(thing.action, in_note=in_note, note=note)
    talk.say(f"{number}. {'In' if in_note else 'Out of'} the {note}: {thing.asked}")
