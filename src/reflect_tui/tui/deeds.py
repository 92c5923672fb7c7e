"""Every action by name: what can be done on a screen, and its keys as a person reads them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from textual.app import App
from textual.dom import DOMNode

from reflect_tui.errors import ReflectError
from reflect_tui.keys import renamed
from reflect_tui.settings import Settings
from reflect_tui.tui.screens.everything import Deed
from reflect_tui.tui.screens.frame import Frame
from reflect_tui.tui.screens.password import Wanted
from reflect_tui.tui.themes import SPOKEN
from reflect_tui.tui.words import MAKE, PRINT
from reflect_tui.tui.world import World

if TYPE_CHECKING:
    from reflect_tui.tui.flow import Flow

_SPOKEN_KEYS = {"question_mark": "?", "enter": "Enter", "escape": "Esc", "space": "Space"}
_LEAVE = "Leave; everything is kept"
_NOT_LISTED = {"everything", "leave", "copy", "help"}


def keys_on(screen: Frame[object]) -> list[tuple[str, str]]:
    """The keys that work on a screen and what they do, as a person reads them."""
    found: dict[str, str] = {}
    for key, active in screen.active_bindings.items():
        if active.binding.description and active.binding.id:
            already = found.get(active.binding.description)
            spoken = _SPOKEN_KEYS.get(key) or "+".join(part.capitalize() for part in key.split("+"))
            found[active.binding.description] = f"{already} or {spoken}" if already else spoken
    return [(keys, description) for description, keys in found.items()]


class Deeds:
    """What the list of everything offers."""

    def __init__(self, app: App[None], world: World, flow: Flow) -> None:
        self._app = app
        self._world = world
        self._flow = flow

    def on(self, screen: Frame[object]) -> list[Deed]:
        """This screen's own actions first, then what always works."""
        deeds = self._handing_over(screen, self._bound(screen))
        if self._flow.sitting is not None:
            deeds.append(Deed("Earlier states of this session", "", self._flow.earlier))
            deeds.append(Deed("Put it down and go home", "Esc", self._flow.home))
        else:
            deeds += self._keeping()
        deeds.append(Deed("Read the standards", "", self._flow.looking.standards))
        deeds += self._facilitating(deeds)
        deeds.append(Deed("Look through the exercises", "", self._flow.looking.library))
        deeds.append(Deed("Settings", "", self._flow.choosing.settings))
        deeds.append(Deed("Local contacts", "", self._flow.choosing.contacts))
        company = self._flow.company
        if self._world.company:
            deeds.append(Deed("I'm alone now", "", company.alone))
        else:
            deeds.append(Deed("Somebody is beside me", "", company.beside))
        if self._world.has_password:
            deeds.append(Deed("Lock the notebook", self._twice(), self._flow.guard.lock))
        for name, spoken in SPOKEN.items():
            deeds.append(Deed(f"Colours: {spoken.lower()}", "", self._colours(name)))
        clock = "Hide the clock" if self._world.settings.clock else "Show the clock"
        deeds.append(Deed(clock, "", self._turn_clock))
        return deeds + self._leaving(screen)

    def _handing_over(self, screen: Frame[object], bound: list[Deed]) -> list[Deed]:
        """In a session the note comes first, whatever screen one is on."""
        if self._flow.sitting is None:
            return bound
        keys = next((deed.help for deed in bound if deed.name == MAKE), "")
        first = [
            Deed(MAKE, keys, lambda: self._flow.hand_over("write")),
            Deed(PRINT, "", lambda: self._flow.hand_over("print")),
        ]
        return first + [deed for deed in bound if deed.name != MAKE]

    def _facilitating(self, already: list[Deed]) -> list[Deed]:
        """What whoever leads a group asks for; on a group's own page one of them has a key."""
        facilitating = self._flow.facilitating
        if not facilitating.offered:
            return []
        page = Deed("The facilitator's page", "", facilitating.page)
        there = any(deed.name == page.name for deed in already)
        write = Deed("Write the facilitator's page to a file", "", facilitating.write)
        return [write] if there else [page, write]

    def _twice(self) -> str:
        return renamed("Ctrl+L twice", self._world.settings.keys)

    def _keeping(self) -> list[Deed]:
        """What looks after the notebook itself, while no session is open."""
        deeds = [
            Deed("Fifteen minutes on your own", "", self._flow.looking.alone),
            Deed("The bin", "", self._flow.bin),
            Deed("Make a backup", "", self._flow.upkeep.back_up),
        ]
        if not self._world.is_open or self._world.notebook().key.locked:
            return []
        take = Deed("Take in a session somebody gave you", "", self._take_in)
        return [*deeds, take, *self.passwords()]

    def _take_in(self) -> None:
        # The files that lie there may be of sessions with somebody else.
        if self._flow.company.first_alone(self._take_in):
            self._flow.upkeep.take_in()

    def passwords(self) -> list[Deed]:
        """What can be done with the password now; nothing while a session is open, or locked."""
        if self._flow.sitting is not None or not self._world.is_open:
            return []
        if not self._world.has_password:
            return [self._password(Wanted.GIVE)]
        if self._world.notebook().key.locked:
            return []
        return [
            self._password(Wanted.CHANGE),
            self._password(Wanted.NEW_RECOVERY),
            Deed("Take the password off", "", self._flow.upkeep.take_password_off),
        ]

    def _password(self, wanted: Wanted) -> Deed:
        return Deed(wanted.value[0], "", lambda: self._flow.upkeep.password(wanted))

    def _bound(self, screen: Frame[object]) -> list[Deed]:
        """Each named action of the screen and of the app, once."""
        spoken = {description: keys for keys, description in keys_on(screen)}
        deeds: dict[str, Deed] = {}
        for active in screen.active_bindings.values():
            binding = active.binding
            owned = active.node is screen or active.node is self._app
            # Textual's own bindings, Tab's among them, have no id.
            named = bool(binding.description and binding.id) and binding.id not in _NOT_LISTED
            if owned and named:
                name = binding.description
                deeds.setdefault(
                    name,
                    Deed(name, spoken.get(name, ""), self._running(binding.action, active.node)),
                )
        own = [deed for name, deed in deeds.items() if self._is_own(screen, name)]
        rest = [deed for name, deed in deeds.items() if deed not in own and name != _LEAVE]
        # Last, so that Enter pressed by habit at the top of the list never ends the program.
        return own + rest

    def _leaving(self, screen: Frame[object]) -> list[Deed]:
        """The way out of the program."""
        spoken = {description: keys for keys, description in keys_on(screen)}
        return [Deed(_LEAVE, spoken.get(_LEAVE, ""), self._running("quit", self._app))]

    def _is_own(self, screen: Frame[object], name: str) -> bool:
        return any(
            active.node is screen and active.binding.description == name
            for active in screen.active_bindings.values()
        )

    def _running(self, action: str, node: DOMNode) -> Callable[[], None]:
        def run() -> None:
            # Once the list has gone, so that the action meets the screen it belongs to.
            self._app.call_later(self._app.run_action, action, node)

        return run

    def _colours(self, name: str) -> Callable[[], None]:
        def change() -> None:
            self._app.theme = name
            self._keep(replace(self._world.settings, theme=name))

        return change

    def _turn_clock(self) -> None:
        settings = self._world.settings
        self._keep(replace(settings, clock=not settings.clock))
        for screen in self._app.screen_stack:
            if isinstance(screen, Frame):
                screen.settings_changed()

    def _keep(self, settings: Settings) -> None:
        try:
            self._world.save_settings(settings)
        except ReflectError as error:
            self._flow.say(error)
