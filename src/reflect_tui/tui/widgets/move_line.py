"""Whether what is written goes into the note: one line with two choices, never both."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.widget import Widget

from reflect_tui.practice.exercise import Way


class MoveLine(Widget, can_focus=True):
    """Between us (alone: just me), or in the note.

    The arrows choose. Enter and Space do not: somebody who presses Tab and goes on typing must
    never move anything out by it.
    """

    DEFAULT_CSS = """
    MoveLine {
        width: auto; height: 1; color: $muted; pointer: pointer;
        &:focus { background: $panel; color: $text-main; text-style: bold; }
        &:nocolor:focus { text-style: reverse; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "choose(False)", "Keep it here", show=False, id="move-out"),
        Binding("right", "choose(True)", "Into the note", show=False, id="move-in"),
        Binding("enter", "on", "Go on", show=False, id="move-on"),
    ]

    class Moved(Message):
        """Somebody moved it."""

        def __init__(self, line: MoveLine, *, in_note: bool) -> None:
            super().__init__()
            self.line = line
            self.in_note = in_note

    def __init__(self, way: Way, *, in_note: bool) -> None:
        super().__init__()
        self._ours = "Just me" if way is Way.SOLO else "Between us"
        self._in_note = in_note

    def render(self) -> Content:
        """The two choices; the shape says which holds, not the colour alone."""
        arrows = "   ← →" if self.has_focus else ""
        if self._in_note:
            return Content.assemble(f"{self._ours} ○   ", ("In the note ●", "$accent"), arrows)
        return Content.assemble((f"{self._ours} ●", "$accent"), "   In the note ○", arrows)

    def show(self, *, in_note: bool) -> None:
        """Draw how it stands."""
        self._in_note = in_note
        self.refresh()

    def on_click(self, event: Click) -> None:
        """A click on either half chooses it."""
        event.stop()
        self.action_choose(event.x >= len(self._ours) + 4)

    def action_choose(self, in_note: bool) -> None:
        """Choose one."""
        if in_note != self._in_note:
            self.post_message(self.Moved(self, in_note=in_note))

    def on_focus(self) -> None:
        """Say how to choose."""
        self.refresh(layout=True)

    def on_blur(self) -> None:
        """Draw that one has gone on."""
        self.refresh(layout=True)

    def action_on(self) -> None:
        """Enter goes on to what comes next."""
        self.screen.focus_next()
