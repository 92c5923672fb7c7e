"""The app: start, themes, the keys that always work, and what happens when something breaks.

It holds nothing of any screen. Heavy parts are imported after the first screen was painted.
"""

from __future__ import annotations

import asyncio
import contextlib
import gc
import os
import signal
import sys
from collections.abc import Iterable
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.events import Event, InputEvent, Paste
from textual.screen import Screen

from reflect_tui.tui.early_keys import LONGEST, EarlyKeys
from reflect_tui.tui.flow import Flow
from reflect_tui.tui.keymap import learn
from reflect_tui.tui.removing import survive_waiting_cut_off
from reflect_tui.tui.screens.frame import Frame
from reflect_tui.tui.terminal import Clean, survive_a_closed_window, survive_odd_bytes
from reflect_tui.tui.themes import THEMES
from reflect_tui.tui.world import World

if TYPE_CHECKING:
    from types import FrameType

_READING = 0.05
"""Seconds within which bytes that have reached the terminal are read."""


class ReflectApp(App[None]):
    """The full-screen face."""

    TITLE = "reflect"
    ENABLE_COMMAND_PALETTE = False
    # Text is selected in editors. Elsewhere the terminal's own way (Shift and the mouse) works;
    # Textual's stops the program when the widget under the mouse has just gone.
    ALLOW_SELECT = False
    COMMAND_PALETTE_BINDING = "f24"
    # Home's stylesheet stands here too: Textual reads none of a screen nobody pushed.
    CSS_PATH: ClassVar[list[str | PurePath]] = ["styles/app.tcss", "styles/home.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+t,f8", "risk", "Someone may be at risk", id="risk", priority=True),
        Binding("ctrl+l,f9", "hide", "Hide screen", id="hide", priority=True),
        Binding("f1,question_mark", "help", "Help for this screen", id="help"),
        Binding("ctrl+p", "everything", "Everything by name", id="everything", priority=True),
        Binding("ctrl+q", "quit", "Leave; everything is kept", id="quit", priority=True),
        Binding("ctrl+c", "copy_hint", "Copy", show=False, id="copy", system=True),
    ]

    def __init__(self, world: World, reports: Path) -> None:
        survive_waiting_cut_off()
        super().__init__()
        self._reports = reports
        self._leaving = False
        self._early = EarlyKeys()
        self.flow = Flow(self, world)
        """Which screen leads to which."""
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = world.settings.theme
        # A page that slides is harder to follow than one that stands.
        self.animation_level = "none"
        self._filters.append(Clean())

    # -- start and end --------------------------------------------------------------------

    def get_default_screen(self) -> Screen[None]:
        """The first screen, instead of an empty one that would be drawn beneath it."""
        return self.flow.first()

    def on_mount(self) -> None:
        """Catch what ends a program; welcome somebody new."""
        self._catch_signals()
        self.flow.welcome()
        self.flow.guard.watch()
        self.call_after_refresh(self._painted)

    def _painted(self) -> None:
        """The first screen stands: what was made until now need not be looked through again.

        Frozen, not collected: looking for garbage now would hold up the paint it waits for.
        """
        gc.freeze()
        gc.enable()
        if not self.is_headless and sys.__stdout__ is not None:
            # Textual hides the terminal's cursor; braille displays follow it.
            with contextlib.suppress(OSError, ValueError):
                self._driver and self._driver.write("\x1b[?25h")

    async def action_quit(self) -> None:
        """Leave; whatever was written is on the disk before the screen goes."""
        self._leaving = True
        self.run_worker(self._leave, group="leave", exclusive=True)  # type: ignore[arg-type]  # a coroutine made only when it runs

    async def _leave(self) -> None:
        await self.flow.all_written()
        self._leaving = self.flow.put_down("out")
        if self._leaving:
            self.exit()

    async def on_event(self, event: Event) -> None:
        """Nothing acts once somebody is leaving; keys wait for a page that is being drawn."""
        acting = isinstance(event, InputEvent | Paste)
        if acting:
            self.flow.guard.idle.touched()
        if self._leaving and acting and not event.is_forwarded:
            return
        if not event.is_forwarded and self.screen_stack:
            waited = self._early.waiting
            if self._early.hold(event, self.screen):
                if not waited:
                    self.set_timer(LONGEST, self._let_keys_go)
                return
        await super().on_event(event)

    @on(Frame.Drawn)
    async def _let_keys_go(self) -> None:
        """The page stands: what was typed meanwhile is typed there, and may turn it again."""
        for event in self._early.let_go(self.screen):
            await self.on_event(event)

    def _catch_signals(self) -> None:
        """SIGTERM, SIGHUP and SIGINT keep everything before they end the program."""
        if os.name == "nt":
            signal.signal(signal.SIGTERM, self._on_windows_end)
            return
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
            with contextlib.suppress(RuntimeError, ValueError):
                # Only the main thread may; a test that runs the app elsewhere needs none.
                loop.add_signal_handler(number, self._on_end, number)

    def _on_end(self, number: int) -> None:
        self.run_worker(self._end(number), group="end", exclusive=True)

    async def _end(self, number: int) -> None:
        # What the terminal had for us when the signal came is read first.
        await asyncio.sleep(_READING)
        await self.flow.all_written(self)
        self._leaving = True
        self.flow.keep_all()
        self.exit(return_code=128 + number)

    def _on_windows_end(self, number: int, frame: FrameType | None) -> None:
        self.call_later(self._on_end, number)

    # -- when something breaks ------------------------------------------------------------

    def _fatal_error(self) -> None:
        """Say briefly that something broke and that the words are kept.

        Textual would print a traceback with every local variable, which holds people's words.
        """
        if self._exit_renderables:
            return
        kept = self.flow.keep_all()
        self._return_code = 1
        error = sys.exc_info()[1] or self._exception
        from reflect_tui.tui.crash import report

        # One thing is said, however many break after it.
        self._exit_renderables[:] = [
            report(error, self._reports, kept=kept, demo=self.flow.world.demo)
        ]
        self._close_messages_no_wait()

    # -- keys that always work ------------------------------------------------------------

    def action_risk(self) -> None:
        """Procedure, not reflection."""
        self.flow.risk()

    def action_hide(self) -> None:
        """Nothing but "Paused" on the screen."""
        self.flow.hide()

    def action_help(self) -> None:
        """Help for the screen one is on."""
        self.flow.help()

    def action_everything(self) -> None:
        """Every action by name."""
        self.flow.everything()

    def action_copy_hint(self) -> None:
        """Ctrl+C outside an editor does nothing; it must not end anything either."""

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """None of Textual's own: its screenshot command writes the page to a plain file."""
        return ()

    @on(Frame.WayOut)
    def _on_way_out(self, event: Frame.WayOut) -> None:
        if event.which == "risk":
            self.flow.risk()
        elif event.which == "facilitator":
            self.flow.facilitating.page()
        elif event.which == "beside":
            self.flow.company.beside()
        else:
            self.flow.hide()


learn(ReflectApp)


def run(world: World, reports: Path) -> int:
    """Run the full-screen face until the person leaves; the program's exit status."""
    survive_odd_bytes()
    survive_a_closed_window()
    app = ReflectApp(world, reports)
    app.run()
    return app.return_code or 0
