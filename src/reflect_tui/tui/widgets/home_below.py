"""The bottom of home: what there is to read, what can be chosen, and the ways out as buttons."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal

from reflect_tui.tui.widgets.press import Press


class HomeBelow(Horizontal):
    """One line of buttons where there is room, two where there isn't."""

    DEFAULT_CSS = """
    HomeBelow {
        height: auto; margin: 1 0 1 0; padding-left: 1;
        Horizontal { width: 1fr; height: 1; }
        #to-read { width: 48; }
    }
    """
    _ACTIONS: ClassVar[dict[str, str]] = {
        "help": "help",
        "everything": "everything",
        "leave": "quit",
    }

    def __init__(
        self,
        *,
        standards: Callable[[], None],
        library: Callable[[], None],
        settings: Callable[[], None],
    ) -> None:
        super().__init__(id="below")
        self._deeds = {"standards": standards, "library": library, "settings": settings}

    def compose(self) -> ComposeResult:
        """What is read, then all else."""
        with Horizontal(id="to-read"):
            yield Press("Read the standards", id="standards", classes="-quiet")
            yield Press("Look through the exercises", id="library", classes="-quiet")
        with Horizontal():
            yield Press("Settings", id="settings", classes="-quiet")
            yield Press("Help", id="help", classes="-quiet")
            yield Press("Everything by name", id="everything", classes="-quiet")
            yield Press("Leave", id="leave", classes="-quiet")

    @on(Press.Pressed)
    async def _pressed(self, event: Press.Pressed) -> None:
        """Do what the button says."""
        event.stop()
        named = event.press.id or ""
        if named in self._deeds:
            self._deeds[named]()
        else:
            await self.app.run_action(self._ACTIONS[named])
