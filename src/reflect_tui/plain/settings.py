"""Settings, a line at a time: what can be chosen, and what holds now."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from reflect_tui import paths
from reflect_tui.errors import ReflectError
from reflect_tui.plain.contacts import PlainContacts
from reflect_tui.plain.locking import Locking
from reflect_tui.plain.talk import Talk
from reflect_tui.plain.world import World
from reflect_tui.settings import LONGEST_IDLE, SERVICES, THEMES, Settings

SETTINGS = "Settings"
_COLOURS = dict(zip(THEMES, ("dark", "light", "high contrast"), strict=True))


class PlainSettings:
    """Says what holds, and asks anew for the one somebody wants to change."""

    def __init__(self, talk: Talk, world: World, locking: Locking) -> None:
        self._talk = talk
        self._world = world
        self._locking = locking

    def run(self) -> None:
        """Offer it until nobody wants to change anything more."""
        contacts = PlainContacts(self._talk, self._world, paths.own_practice_folder())
        while True:
            now = self._world.settings
            deeds: list[tuple[str, Callable[[], None]]] = [
                ("Local contacts, for “Someone may be at risk” and for notes", contacts.run),
                (f"Services: {' and '.join(now.services)}", self._services),
                (f"Hide what was said after: {_minutes(now.hide_after)}", self._hide),
                (f"Lock it, once hidden, after: {_minutes(now.lock_after)}", self._lock),
                (f"Your organisation's folder: {now.practice_folder or 'none'}", self._practice),
                (f"Notes are written to: {self._world.notes_folder}", self._notes),
                (f"Colours of the full screen: {_COLOURS[now.theme]}", self._theme),
                (f"Clock on the full screen: {'shown' if now.clock else 'hidden'}", self._clock),
            ]
            self._talk.say("", "The password is under “Look after the notebook”.")
            chosen = self._talk.choose([words for words, _ in deeds], blank="go back")
            if chosen is None:
                return
            deeds[chosen][1]()

    def _services(self) -> None:
        chosen = self._talk.choose(("children", "adults", "both"), blank="leave it as it is")
        if chosen is not None:
            self._choose(services=SERVICES if chosen == 2 else (SERVICES[chosen],))

    def _hide(self) -> None:
        self._ask_minutes("hide_after")

    def _lock(self) -> None:
        self._ask_minutes("lock_after")

    def _ask_minutes(self, name: str) -> None:
        self._talk.say("How many minutes? 0 is never; a full stop leaves it as it is.")
        while (typed := self._talk.line().strip()) not in ("", "."):
            if typed.isdecimal() and int(typed) <= LONGEST_IDLE:
                self._choose(**{name: int(typed)})
                return
            self._talk.say(f"Please type a number up to {LONGEST_IDLE}, or a full stop.")

    def _practice(self) -> None:
        folder = self._ask_folder("none")
        if folder is not None and self._choose(practice_folder=folder):
            self._world.read_shelf_anew()

    def _notes(self) -> None:
        folder = self._ask_folder("the usual place")
        if folder is not None and self._choose(notes_folder=folder):
            self._world.notes_folder = paths.notes_folder(folder)

    def _ask_folder(self, none: str) -> str | None:
        """A folder that was typed, empty for a hyphen; None to leave it as it is."""
        self._talk.say(
            "Type the folder, from its beginning. A full stop leaves it as it is; a single "
            f"hyphen is for {none}."
        )
        typed = self._talk.line().strip()
        return None if typed in ("", ".") else "" if typed == "-" else typed

    def _theme(self) -> None:
        chosen = self._talk.choose(list(_COLOURS.values()), blank="leave it as it is")
        if chosen is not None:
            self._choose(theme=THEMES[chosen])

    def _clock(self) -> None:
        self._choose(clock=not self._world.settings.clock)

    def _choose(self, **changes: Any) -> bool:
        """Keep what was chosen, and let it hold from now on; whether it was kept."""
        chosen: Settings = replace(self._world.settings, **changes)
        try:
            paths.notes_folder(chosen.notes_folder)
            self._world.keep_settings(chosen)
        except ReflectError as error:
            self._talk.say(str(error))
            return False
        self._world.settings = chosen
        self._locking.wait(chosen.hide_after, chosen.lock_after)
        self._talk.say("Kept.")
        return True


def _minutes(many: int) -> str:
    return f"{many} minutes" if many else "never"
