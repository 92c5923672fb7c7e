"""What somebody chooses for themselves: the way to the settings, and what a choice changes."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from textual.app import App

from reflect_tui import paths
from reflect_tui.errors import ReflectError
from reflect_tui.settings import Loaded, Settings
from reflect_tui.tui.keymap import keymap
from reflect_tui.tui.widgets.foot import Foot
from reflect_tui.tui.world import World

if TYPE_CHECKING:
    from reflect_tui.tui.flow import Flow
    from reflect_tui.tui.screens.everything import Deed


class Choosing:
    """Leads to the settings and makes what is chosen there hold at once."""

    def __init__(self, app: App[None], world: World, flow: Flow) -> None:
        self._app = app
        self._world = world
        self._flow = flow

    def settings(self) -> None:
        """All that can be chosen."""
        from reflect_tui.tui.screens.settings import SettingsScreen

        self._app.push_screen(
            SettingsScreen(
                self._world,
                contacts=self.contacts,
                review=self._review,
                to_keys=self.keys,
                to_wording=self.wording,
                passwords=self._passwords,
                choose=self.choose,
                look_again=self._look_again,
            )
        )

    def contacts(self, at: str = "") -> None:
        """The lines only an organisation can say; `at` is the one to open."""
        from reflect_tui.tui.screens.contacts import ContactsScreen

        self._app.push_screen(ContactsScreen(self._world, paths.own_practice_folder(), at=at))

    def _review(self) -> str:
        """The review period, as the user's own file has it now, else the organisation's."""
        from reflect_tui.practice.local_file import read_own
        from reflect_tui.tui.screens.settings import REVIEW

        own = read_own(paths.own_practice_folder()).lines.get(REVIEW, "")
        return own or self._world.shelf().local.get(REVIEW)

    def keys(self) -> None:
        """Which keys do what."""
        from reflect_tui.tui.screens.keys import KeysScreen

        self._app.push_screen(KeysScreen(self._world, choose=self.choose))

    def wording(self) -> None:
        """Which questions about wording are asked."""
        from reflect_tui.tui.screens.hints import HintsScreen

        self._app.push_screen(HintsScreen(self._world, choose=self.choose))

    def _look_again(self) -> Loaded:
        """Read the file, which somebody may have changed by hand, and let it hold."""
        before, loaded = self._world.settings, self._world.read_settings()
        if loaded.file and not loaded.faults and loaded.settings != before:
            self._world.settings = loaded.settings
            self._hold(before)
        return loaded

    def _passwords(self) -> list[Deed]:
        from reflect_tui.tui.deeds import Deeds

        return Deeds(self._app, self._world, self._flow).passwords()

    def choose(self, chosen: Settings) -> bool:
        """Keep what was chosen, and let it hold from now on; whether it was kept."""
        before = self._world.settings
        try:
            paths.notes_folder(chosen.notes_folder)
            self._world.save_settings(chosen)
        except ReflectError as error:
            self._world.settings = before
            self._flow.say(error)
            return False
        self._hold(before)
        return True

    def _hold(self, before: Settings) -> None:
        """Let what differs from before hold from now on."""
        chosen = self._world.settings
        self._app.theme = chosen.theme
        self._flow.guard.idle.wait(chosen.hide_after, chosen.lock_after)
        if chosen.notes_folder != before.notes_folder:
            with contextlib.suppress(ReflectError):  # A folder of nobody's home: as it was.
                self._world.notes = paths.notes_folder(chosen.notes_folder)
        if chosen.practice_folder != before.practice_folder:
            self._app.run_worker(self._world.read_shelf_anew, thread=True, group="shelf")
        if chosen.keys != before.keys:
            self._app.set_keymap(keymap(chosen.keys))
            for screen in self._app.screen_stack:
                for foot in screen.query(Foot):
                    foot.say_again()
