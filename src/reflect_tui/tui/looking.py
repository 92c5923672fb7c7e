"""The way through the library: all exercises, one of them, beginning with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import App

from reflect_tui.tui.world import World

if TYPE_CHECKING:
    from reflect_tui.practice.shelf import Shelved
    from reflect_tui.tui.beginning import Start
    from reflect_tui.tui.flow import Flow


class Looking:
    """Leads through the exercises."""

    def __init__(self, app: App[None], world: World, flow: Flow) -> None:
        self._app = app
        self._world = world
        self._flow = flow

    def library(self) -> None:
        """All of them."""
        from reflect_tui.tui.screens.library import LibraryScreen

        self._app.push_screen(LibraryScreen(self._world, look=self._look))

    def _look(self, kept: Shelved) -> None:
        """One of them; a session is begun from here only while none is open."""
        from reflect_tui.tui.screens.preview import PreviewScreen

        begin = self._begin if self._flow.sitting is None else None
        self._app.push_screen(PreviewScreen(self._world, kept, begin=begin))

    def _begin(self, chosen: Start) -> None:
        """The questions every session begins with, where this window may write."""
        from reflect_tui.tui.screens.begin import BeginScreen

        if self._flow.guard.may_write():
            begin = BeginScreen(self._world, start=self._flow.start_session, chosen=chosen)
            self._app.push_screen(begin)
