"""The screen while it is hidden: it says "Paused" and nothing else."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from reflect_tui.tui.screens.frame import Frame
from reflect_tui.tui.widgets.press import Press


class HiddenScreen(Frame[None]):
    """Covers whatever was on the screen, the title line and messages included.

    Esc does nothing here: what somebody hid in a hurry must not come back because a hand fell
    on the wrong key.
    """

    CSS_PATH = "../styles/hidden.tcss"
    TITLE_LINE: ClassVar[str] = ""
    FOOT: ClassVar[str] = ""
    HELP_TEXT: ClassVar[str] = "The screen is hidden. Enter brings it back as it was."
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "bring_back", "Bring the screen back", show=False, id="bring-back"),
    ]

    def body(self) -> ComposeResult:
        """Two lines in the middle; the second can also be clicked."""
        with Vertical(id="paused"):
            yield Static(Content("Paused"), id="paused-word")
            back = Press("Enter brings it back", id="bring-back", classes="-quiet")
            # Only Enter and a click bring it back; a focused button would take Space too.
            back.can_focus = False
            yield back

    @on(Press.Pressed, "#bring-back")
    def action_bring_back(self) -> None:
        """Show again what was there, with the caret where it was."""
        self.step_out()

    def action_leave(self) -> None:
        """Stay hidden."""
