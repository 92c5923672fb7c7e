"""A screen on which people write: it says when that was kept, and that it was not."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType

from reflect_tui.errors import ReflectError
from reflect_tui.notebook.saver import NotKeptYet
from reflect_tui.tui.open_sitting import Saved
from reflect_tui.tui.screens.frame import Frame
from reflect_tui.tui.words import BOTH_KEPT
from reflect_tui.tui.world import World


class Keeping(Frame[None]):
    """Hears of every save of the sitting that is open."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "kept", "Say when it was last kept", id="kept", priority=True),
    ]

    def __init__(self, world: World, hurry: Callable[[], None]) -> None:
        """`hurry` keeps at once what is not kept yet, without waiting for it."""
        super().__init__(world)
        self._hurry = hurry
        self._kept = "kept"
        self._tells_time = True

    @on(Saved)
    def _saved(self, event: Saved) -> None:
        """Say when it was kept, or that it was not."""
        news = event.news
        if isinstance(news, NotKeptYet):
            if self._kept != "not kept":
                # Said once; it is tried again by itself, and the bar goes on saying so.
                self.say(news.error)
            self._kept = "not kept"
            self.bar.kept("NOT KEPT", trouble=True)
            return
        self._kept = f"kept {news.at.astimezone():%H:%M}"
        self._say_kept()
        if news.moved_to:
            self.notify(
                BOTH_KEPT,
                markup=False,
                timeout=12,
            )

    def tell_time(self, tells: bool) -> None:
        """Whether the bar says when something was kept: in a round that would tell too much."""
        changes, self._tells_time = tells is not self._tells_time, tells
        if changes and self._kept != "not kept":
            self._say_kept()

    def _say_kept(self) -> None:
        self.bar.kept(self._kept if self._tells_time else "kept")

    def action_kept(self) -> None:
        """Word's habit of Ctrl+S: it is already kept."""
        self._hurry()
        kept = self._kept if self._tells_time else "kept"
        words = f"Already {kept}" if self._kept != "not kept" else "Not kept yet"
        self.notify(words, markup=False, timeout=3)

    def say(self, error: ReflectError) -> None:
        """Show an error: what happened and what to do next."""
        self.notify(str(error), severity="error", markup=False, timeout=10)
