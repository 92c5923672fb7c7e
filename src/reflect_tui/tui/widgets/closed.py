"""A prompt one is not at: what was written to it as text, which opens when one goes there."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click, Focus
from textual.message import Message
from textual.widget import Widget


class Closed(Widget, can_focus=True):
    """A prompt one is not at: what was written, as text. Going there opens it."""

    DEFAULT_CSS = """
    Closed {
        height: auto; width: 1fr; padding: 0 1; border: round $line; color: $text-main;
        pointer: text;
        &.-blank { color: $muted; }
        &:hover { border: round $muted; }
    }
    """
    # Opened at the press of the button, everything would move before it is let go.
    FOCUS_ON_CLICK: ClassVar[bool] = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "open", "Write here", show=False, id="open")
    ]

    class Wanted(Message):
        """Somebody went there."""

    def __init__(self, words: Content, *, blank: bool) -> None:
        super().__init__(classes="-blank" if blank else "")
        self._words = words

    def render(self) -> Content:
        """What was written."""
        return self._words

    def on_focus(self, event: Focus) -> None:
        """Going there with Tab opens it."""
        self.post_message(self.Wanted())

    def on_click(self, event: Click) -> None:
        """A click opens it."""
        event.stop()
        self.post_message(self.Wanted())

    def action_open(self) -> None:
        """Enter opens it."""
        self.post_message(self.Wanted())
