"""A question whose answer was written alone, while somebody else is at the screen."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from reflect_tui.practice.exercise import Prompt
from reflect_tui.session.address import Address
from reflect_tui.session.covering import COVERED
from reflect_tui.tui.content import said
from reflect_tui.tui.widgets.press import Press


class CoveredBlock(Vertical):
    """The question, that something stands there, and its owner's way to show it."""

    DEFAULT_CSS = """
    CoveredBlock {
        height: auto; margin-bottom: 1;
        .prompt-title { height: auto; text-style: bold; }
        .prompt-help { height: auto; color: $muted; }
    }
    """

    class Shown(Message):
        """Its owner shows it."""

        def __init__(self, address: Address) -> None:
            super().__init__()
            self.address = address

    def __init__(self, prompt: Prompt, address: Address) -> None:
        super().__init__()
        self._prompt = prompt
        self._address = address

    def compose(self) -> ComposeResult:
        """Nothing of the answer itself."""
        yield Static(said(self._prompt.title), classes="prompt-title")
        yield Static(Content(COVERED), classes="prompt-help")
        yield Press("Show it here", classes="-second")

    @on(Press.Pressed)
    def _pressed(self, event: Press.Pressed) -> None:
        event.stop()
        self.post_message(self.Shown(self._address))
