"""What somebody chooses for themselves: the way to the settings, and what a choice changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import App

from reflect_tui import paths
from reflect_tui.errors import ReflectError
from reflect_tui.settings import Settings
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
                passwords=self._passwords,
                choose=self.choose,
            )
        )

    def contacts(self) -> None:
        """The lines only an organisation can say."""
        from reflect_tui.tui.screens.contacts import ContactsScreen

        self._app.push_screen(ContactsScreen(self._world, paths.own_practice_folder()))

    def _passwords(self) -> list[Deed]:
        from reflect_tui.tui.deeds import Deeds

        return Deeds(self._app, self._world, self._flow).passwords()

    def choose(self, chosen: Settings) -> bool:
        """Keep what was chosen, and let it hold from now on; whether it was kept."""
        before = self._world.settings
        try:
            notes = paths.notes_folder(chosen.notes_folder)
            self._world.save_settings(chosen)
        except ReflectError as error:
            self._world.settings = before
            self._flow.say(error)
            return False
        self._app.theme = chosen.theme
        self._flow.guard.idle.wait(chosen.hide_after, chosen.lock_after)
        if chosen.notes_folder != before.notes_folder:
            self._world.notes = notes
        if chosen.practice_folder != before.practice_folder:
            self._app.run_worker(self._world.read_shelf_anew, thread=True, group="shelf")
        return True
