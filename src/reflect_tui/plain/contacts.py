"""Local contacts, a line at a time: what only an organisation can say."""

from __future__ import annotations

from pathlib import Path

from reflect_tui import paths
from reflect_tui.errors import ReflectError
from reflect_tui.plain.talk import Talk
from reflect_tui.plain.world import World
from reflect_tui.practice.contacts import CONTACTS, Contact, comes_from, question, tidy
from reflect_tui.practice.local_file import Own, fill_in, read_own
from reflect_tui.practice.shelf import LOCAL

_INTRO = (
    "These lines stand on “Someone may be at risk”, where people are frightened and in a hurry, "
    "and on notes. Keep each short: number first, roles rather than names. Ring each yourself."
)
_LEAVE, _EMPTY = ".", "-"


class PlainContacts:
    """The lines, one of which is filled in at a time."""

    def __init__(self, talk: Talk, world: World, folder: Path) -> None:
        """`folder` is the user's own practice folder."""
        self._talk = talk
        self._world = world
        self._folder = folder

    def run(self) -> None:
        """Say every line, and have them filled in until nobody wants another."""
        own = read_own(self._folder)
        if not own.problems:
            made = "" if own.file.exists() else ", which is made when you write the first line"
            self._talk.say("", _INTRO, f"Kept in {own.file}{made}.")
        while not own.problems:
            chosen = self._talk.choose([self._line(one, own) for one in CONTACTS], blank="go back")
            if chosen is None:
                return
            self._fill_in(CONTACTS[chosen])
            own = read_own(self._folder)
        self._talk.say("The file of the local contacts has a mistake in it. It was left as it is.")
        for problem in own.problems:
            self._talk.say(f"{problem.file}, line {problem.line}: {problem.message}.")
        self._talk.say("Mend it with any editor that saves plain text, then come here again.")

    def one(self, key: str) -> None:
        """One of the lines alone; with a mistake in the file, that is said instead."""
        if read_own(self._folder).problems:
            self.run()
        else:
            self._fill_in(next(contact for contact in CONTACTS if contact.key == key))

    def _line(self, contact: Contact, own: Own) -> str:
        local = self._world.shelf.local
        if contact.key in own.lines:
            return f"{contact.label}: {own.lines[contact.key]} (yours)"
        words, whose = local.get(contact.key), comes_from(contact, local, own.file)
        return f"{contact.label}: {words} ({whose})" if words else f"{contact.label}: {whose}"

    def _fill_in(self, contact: Contact) -> None:
        talk = self._talk
        talk.say("", contact.label, contact.about, f"For example: {contact.example}")
        talk.say("Type the line. A full stop leaves it as it is; a single hyphen empties it.")
        while True:
            typed = tidy(talk.line())
            if typed in ("", _LEAVE):
                return
            words = "" if typed == _EMPTY else typed
            asked = question(contact, words)
            if not asked or talk.yes(asked):
                break
            talk.say("Type it once more, or a full stop to leave the line as it was.")
        try:
            fill_in(self._folder, {contact.key: words}, paths.shipped_data() / LOCAL)
        except ReflectError as error:
            talk.say(str(error))
            return
        self._world.read_shelf_anew()
        talk.say("Kept.")
