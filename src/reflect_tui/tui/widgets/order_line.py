"""The running order at the foot of a group's page: time gone, time meant, what comes after."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from reflect_tui.tui.content import join, said
from reflect_tui.tui.widgets.press import Press

FACILITATOR = "Facilitator's page"


class OrderLine(Horizontal):
    """One line that tells and never changes its colour; at its end the facilitator's way."""

    DEFAULT_CSS = """
    OrderLine {
        height: 1; display: none;
        #order-words { width: 1fr; color: $muted; text-wrap: nowrap; text-overflow: ellipsis; }
        #facilitator { color: $muted; margin-left: 2; }
        #facilitator:focus { color: $background; }
    }
    """

    def compose(self) -> ComposeResult:
        """The words, and the button."""
        yield Static(Content(""), id="order-words")
        yield Press(FACILITATOR, id="facilitator", classes="-quiet")

    def say(self, time: str, follows: str) -> None:
        """Say the time, where it is told, and what follows, where something does."""
        parts = [said(time, "$text-main")] if time else []
        if follows:
            parts.append(join("   then ", follows) if time else join("Then ", follows))
        self.query_one("#order-words", Static).update(join(*parts))
