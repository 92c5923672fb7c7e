"""Settings, a line at a time: what can be chosen, and what holds now."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from reflect_tui import keys, paths
from reflect_tui.errors import ReflectError
from reflect_tui.plain.contacts import PlainContacts
from reflect_tui.plain.locking import Locking
from reflect_tui.plain.looking_after import password_deeds
from reflect_tui.plain.talk import Talk
from reflect_tui.plain.world import World
from reflect_tui.practice.facilitator import standard_named
from reflect_tui.session.hints_chosen import choose, in_words, is_asked, title
from reflect_tui.settings import LONGEST_IDLE, SERVICES, THEMES, Settings

SETTINGS = "Settings"
_COLOURS = dict(zip(THEMES, ("dark", "light", "high contrast"), strict=True))
_REVIEW = "review-period"
_LOOK_AGAIN = "Look at the settings file again"


class PlainSettings:
    """Says what holds, and asks anew for the one somebody wants to change."""

    def __init__(self, talk: Talk, world: World, locking: Locking) -> None:
        self._talk = talk
        self._world = world
        self._locking = locking
        self._contacts = PlainContacts(talk, world, paths.own_practice_folder())

    def run(self) -> None:
        """Offer it until nobody wants to change anything more."""
        wrong = self._say_file()
        while True:
            deeds = self._deeds()
            if wrong:
                deeds.append((_LOOK_AGAIN, self._look_again))
            self._talk.say("")
            chosen = self._talk.choose([words for words, _ in deeds], blank="go back")
            if chosen is None:
                return
            deeds[chosen][1]()
            if deeds[chosen][0] == _LOOK_AGAIN:
                wrong = self._say_file()

    def _deeds(self) -> list[tuple[str, Callable[[], None]]]:
        """What can be changed, and what holds now."""
        now = self._world.settings
        review = self._world.shelf.local.get(_REVIEW) or "empty"
        return [
            ("Local contacts, for “Someone may be at risk” and for notes", self._contacts.run),
            (f"Review period of notes: {review}", lambda: self._contacts.one(_REVIEW)),
            (f"Services: {' and '.join(now.services)}", self._services),
            (f"Hide what was said after: {_minutes(now.hide_after)}", self._hide),
            (f"Lock it, once hidden, after: {_minutes(now.lock_after)}", self._lock),
            (f"Your organisation's folder: {now.practice_folder or 'none'}", self._practice),
            (f"Notes are written to: {self._world.notes_folder}", self._notes),
            (f"Colours of the full screen: {_COLOURS[now.theme]}", self._theme),
            (f"Clock on the full screen: {'shown' if now.clock else 'hidden'}", self._clock),
            (f"Keys of the full screen: {_keys(now.keys)}", self._keys),
            (f"Questions about wording: {in_words(now)}", self._wording),
            *((words, self._writing(deed)) for words, deed in self._passwords()),
        ]

    def _passwords(self) -> list[tuple[str, Callable[[], None]]]:
        return password_deeds(self._world, self._locking)

    def _writing(self, deed: Callable[[], None]) -> Callable[[], None]:
        """Something that changes the notebook, where this window may."""

        def run() -> None:
            try:
                if self._world.notebook.take_over():
                    deed()
                else:
                    self._talk.say(f"{self._world.notebook.hold.why_not}.")
            except ReflectError as error:
                self._talk.say(str(error))

        return run

    # -- the file -------------------------------------------------------------------------

    def _say_file(self) -> bool:
        """Say where it is all kept, and what is wrong there; whether anything is."""
        loaded = self._world.read_settings()
        if loaded.faults:
            self._talk.say(
                "Something in the settings file has to be mended. Until then those lines are "
                "passed over.",
                *(f"{problem}." for problem in loaded.problems),
            )
        elif loaded.file:
            self._talk.say(f"Kept in {loaded.file}, which can be written by hand too.")
        return bool(loaded.faults)

    def _look_again(self) -> None:
        """What somebody mended in the file holds from now on."""
        loaded, before = self._world.read_settings(), self._world.settings
        if loaded.file and not loaded.faults:
            self._world.settings = loaded.settings
            try:
                self._hold(before)
            except ReflectError as error:
                self._talk.say(str(error))

    # -- each of them ---------------------------------------------------------------------

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
        self._ask_folder("practice_folder", "none")

    def _notes(self) -> None:
        self._ask_folder("notes_folder", "the usual place")

    def _ask_folder(self, name: str, none: str) -> None:
        """A folder that is typed; empty for a hyphen."""
        self._talk.say(
            "Type the folder, from its beginning. A full stop leaves it as it is; a single "
            f"hyphen is for {none}."
        )
        typed = self._talk.line().strip()
        if typed not in ("", "."):
            self._choose(**{name: "" if typed == "-" else typed})

    def _theme(self) -> None:
        chosen = self._talk.choose(list(_COLOURS.values()), blank="leave it as it is")
        if chosen is not None:
            self._choose(theme=THEMES[chosen])

    def _clock(self) -> None:
        self._choose(clock=not self._world.settings.clock)

    def _wording(self) -> None:
        """Each question about wording, asked or not."""
        rules = self._world.shelf.hints.rules
        while True:
            now = self._world.settings
            asked = ["asked" if is_asked(now, rule) else "not asked" for rule in rules]
            lines = [
                f"{how}: {title(rule.id)}, {standard_named(rule.clause)}"
                for how, rule in zip(asked, rules, strict=True)
            ]
            chosen = self._talk.choose(lines, blank="go back")
            if chosen is None:
                return
            rule, before = rules[chosen], is_asked(now, rules[chosen])
            self._talk.say(rule.ask)
            if self._talk.yes("Leave it unasked from now on?" if before else "Ask it from now on?"):
                self._keep(choose(now, rule, asked=not before))

    def _keys(self) -> None:
        """Other keys, for one action after the other."""
        while True:
            now = keys.holding(self._world.settings.keys)
            actions = [f"{each.words}: {keys.all_said(now[each.name])}" for each in keys.ACTIONS]
            chosen = self._talk.choose(actions, blank="go back")
            if chosen is None:
                return
            self._ask_keys(keys.ACTIONS[chosen])

    def _ask_keys(self, action: keys.Action) -> None:
        free = ", ".join(map(keys.said, keys.free(self._world.settings.keys)))
        self._talk.say(
            f"Type the keys, such as F10, or F10 and F11. Free: {free or 'none'}. A full stop "
            f"leaves them as they are; a single hyphen is for {keys.all_said(action.usual)}."
        )
        while (typed := self._talk.line().strip()) not in ("", "."):
            words = "" if typed == "-" else typed
            chosen, mistake = keys.chosen_anew(self._world.settings.keys, action.name, words)
            if not mistake:
                self._choose(keys=chosen)
                return
            self._talk.say(mistake)

    # -- what is chosen -------------------------------------------------------------------

    def _choose(self, **changes: Any) -> None:
        """Keep what was chosen, and let it hold from now on."""
        self._keep(replace(self._world.settings, **changes))

    def _keep(self, chosen: Settings) -> None:
        before = self._world.settings
        try:
            paths.notes_folder(chosen.notes_folder)
            self._world.keep_settings(chosen)
            self._world.settings = chosen
            self._hold(before)
        except ReflectError as error:
            self._talk.say(str(error))
        else:
            self._talk.say("Kept.")

    def _hold(self, before: Settings) -> None:
        """Let what differs from before hold from now on. Raises ReflectError."""
        now = self._world.settings
        self._locking.wait(now.hide_after, now.lock_after)
        if now.notes_folder != before.notes_folder:
            self._world.notes_folder = paths.notes_folder(now.notes_folder)
        if now.practice_folder != before.practice_folder:
            self._world.read_shelf_anew()


def _keys(chosen: keys.Chosen) -> str:
    return ", ".join(keys.all_said(some) for _, some in chosen) or "as usual"


def _minutes(many: int) -> str:
    return f"{many} minutes" if many else "never"
