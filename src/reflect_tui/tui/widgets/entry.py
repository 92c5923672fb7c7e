"""One line to write in: a name, or a few letters to find something by."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Key, Paste
from textual.message import Message
from textual.widgets import TextArea

from reflect_tui.clean import clean

_AT_MOST = 200
"""Characters; a longer paste is cut, which is in sight at once."""


class Entry(TextArea):
    """A single line. What is pasted with line breaks becomes one line, and nothing of it is lost.

    Enter, Up and Down lead to what stands below and above.
    """

    DEFAULT_CSS = """
    Entry {
        height: 3; border: round $line; padding: 0 1; background: transparent; color: $text-main;
        overflow: hidden;
        & .text-area--cursor-line { background: transparent; }
        & .text-area--placeholder { color: $muted; }
        &:focus { border: round $accent; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,down", "below", "Go on", show=False, id="entry-below"),
        Binding("up", "above", "Above", show=False, id="entry-above"),
        Binding("ctrl+a", "select_all", "Select all", show=False, id="entry-all"),
        Binding("ctrl+e,ctrl+u,ctrl+k,ctrl+w,ctrl+d,ctrl+f", "nothing", show=False, id="entry-no"),
    ]

    class Entered(Message):
        """Somebody typed in it."""

        def __init__(self, entry: Entry, text: str) -> None:
            super().__init__()
            self.entry = entry
            self.text = text

        @property
        def control(self) -> Entry:
            """The line itself, for `@on` selectors."""
            return self.entry

    def __init__(self, text: str = "", *, hint: str = "", id: str | None = None) -> None:
        """`hint` stands there while it is empty."""
        super().__init__(
            text, id=id, soft_wrap=False, placeholder=Content(hint), highlight_cursor_line=False
        )

    @property
    def line(self) -> str:
        """What was typed, on one line."""
        return " ".join(self.text.split())

    async def _on_key(self, event: Key) -> None:
        if event.key == "enter":
            return
        if event.is_printable and len(self.text) >= _AT_MOST and self.selection.is_empty:
            event.prevent_default()
            event.stop()
            return
        await super()._on_key(event)

    async def _on_paste(self, event: Paste) -> None:
        event.prevent_default()
        words = " ".join(clean(event.text).split())
        self.replace(words[: max(_AT_MOST - len(self.text), 0)], *self.selection)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Say what stands there now."""
        event.stop()
        self.post_message(self.Entered(self, self.line))

    def action_below(self) -> None:
        """On to what stands below."""
        self.screen.focus_next()

    def action_above(self) -> None:
        """Back to what stands above."""
        self.screen.focus_previous()

    def action_nothing(self) -> None:
        """Word users press these keys; here they must not move or delete anything."""
