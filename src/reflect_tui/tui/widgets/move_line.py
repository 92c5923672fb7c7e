"""Below an answer: whether it goes into the note, and the way to look at its wording."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from reflect_tui.practice.exercise import Way
from reflect_tui.tui.widgets.press import Press


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


class LookAtWording(Press, can_focus=False):
    """Asks what may be asked of the words above; a click leaves the caret where one is writing.

    No stop of Tab's, which goes from an answer to where it goes: Ctrl+O does the same.
    """

    FOCUS_ON_CLICK: ClassVar[bool] = False

    def __init__(self) -> None:
        super().__init__("Look at wording", id="look-at-wording", classes="-second")


class Below(Horizontal):
    """The line below an answer."""

    DEFAULT_CSS = """
    Below { height: 1; .gap { width: 1fr; height: 1; } }
    """

    def __init__(self, moving: MoveLine, *, looks: bool) -> None:
        """`looks`: whether its wording can be looked at."""
        super().__init__()
        self._moving = moving
        self._looks = looks

    def compose(self) -> ComposeResult:
        """Where it goes; at the right, how it is worded."""
        yield self._moving
        if self._looks:
            yield Static(Content(""), classes="gap")
            yield LookAtWording()
