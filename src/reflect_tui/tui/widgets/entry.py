"""One short line on a page of choices: a name, or a few letters to find something by."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.events import Key
from textual.message import Message
from textual.widgets import TextArea

from reflect_tui.tui.widgets.editor import LineEditor

_AT_MOST = 200
"""Characters; what is pasted beyond is left out, which is in sight at once."""


class Entry(LineEditor):
    """A line that Up and Down leave for what stands above and below."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "below", "Below", show=False, id="entry-below"),
        Binding("up", "above", "Above", show=False, id="entry-above"),
    ]

    class Entered(Message):
        """Somebody typed in it."""

        def __init__(self, entry: Entry, text: str) -> None:
            super().__init__()
            self.entry = entry
            self.text = text
            """What stands there now, on one line."""

        @property
        def control(self) -> Entry:
            """The line itself, for `@on` selectors."""
            return self.entry

    class Submitted(Message):
        """Somebody pressed Enter in it."""

        def __init__(self, entry: Entry) -> None:
            super().__init__()
            self.entry = entry

        @property
        def control(self) -> Entry:
            """The line itself, for `@on` selectors."""
            return self.entry

    def __init__(
        self,
        text: str = "",
        *,
        hint: str = "",
        stays: bool = False,
        at_most: int = _AT_MOST,
        id: str | None = None,
    ) -> None:
        """`hint` stands there while it is empty; `stays`: Enter does not lead on.

        More than `at_most` characters can't be typed.
        """
        super().__init__(text, placeholder=hint)
        self._at_most = at_most
        if id is not None:
            self.id = id
        self._stays = stays

    @property
    def line(self) -> str:
        """What stands there, on one line."""
        return " ".join(self.text.split())

    async def _on_key(self, event: Key) -> None:
        """Enter is said; where it stays, it leads nowhere."""
        if event.key == "enter":
            self.post_message(self.Submitted(self))
            if self._stays:
                event.prevent_default()
                event.stop()
        elif event.is_printable and len(self.text) >= self._at_most and self.selection.is_empty:
            event.prevent_default()
            event.stop()

    def _fitting(self, text: str) -> str:
        return super()._fitting(text)[: max(self._at_most - len(self.text), 0)]

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
