"""One thing to choose, on a line of its own: Enter, Space or a click chooses it."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.events import Click
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget

_MARK = 2
"""Cells at the left, for the mark that says where one is."""
_LEAST = 20
"""Fewer cells than this are no column for words: they go below instead."""


class Line(Widget, can_focus=True):
    """Words, with something quieter beside or below them.

    Lines below each other are walked with Up and Down, as one list; words that are too long for
    the window are folded, never cut.
    """

    DEFAULT_CSS = """
    Line {
        height: auto; width: 1fr; color: $text-main; pointer: pointer;
        &:hover { background: $surface; }
        &:focus { background: $panel; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "choose", "Choose", show=False, id="line-choose"),
        Binding("down", "go(1)", "Down", show=False, id="line-down"),
        Binding("up", "go(-1)", "Up", show=False, id="line-up"),
    ]

    class Chosen(Message):
        """Somebody chose it."""

        def __init__(self, line: Line) -> None:
            super().__init__()
            self.line = line

        @property
        def control(self) -> Line:
            """The line itself, for `@on` selectors."""
            return self.line

    def __init__(
        self,
        words: Content,
        quiet: Content | None = None,
        *,
        lead: Content | None = None,
        column: int = 0,
        key: str = "",
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        """`lead` stands before the words, which fold beside it.

        `column` is where the quieter words begin, in cells; 0 puts them below.
        """
        super().__init__(id=id, classes=classes)
        self._lead = lead or Content("")
        self._words = words
        self._quiet = quiet or Content("")
        self._column = column
        self.key = key
        """What it stands for."""

    def say(
        self, words: Content, quiet: Content | None = None, *, lead: Content | None = None
    ) -> None:
        """Say something else; without `lead`, what led stays."""
        self._lead = lead or self._lead
        self._words = words
        self._quiet = quiet or Content("")
        self.refresh(layout=True)

    def _drawn(self, width: int) -> list[Content]:
        """The lines it takes in `width` cells, without the mark."""
        lead = self._lead
        room = max(width - _MARK - lead.cell_length, 1)
        if lead and room < _LEAST:
            lead, room = Content(""), max(width - _MARK, 1)
        lines = self._beside(room)
        blank = Content(" " * lead.cell_length)
        return [(blank if number else lead).append(line) for number, line in enumerate(lines)]

    def _beside(self, room: int) -> list[Content]:
        """Words and quieter words in `room` cells, beside or below each other."""
        words = self._words.stylize("bold") if self.has_focus else self._words
        quiet = self._quiet.stylize_before("$muted")
        beside = room - self._column
        if not self._column or not quiet or beside < _LEAST or words.cell_length >= self._column:
            indent = Content("" if self._lead else "  ")
            below = quiet.wrap(room - indent.cell_length) if quiet else []
            return words.wrap(room) + [indent.append(line) for line in below]
        first, *rest = quiet.wrap(beside)
        blank = Content(" " * self._column)
        head = words.truncate(self._column, pad=True)
        return [head.append(first), *(blank.append(line) for line in rest)]

    def render(self) -> Content:
        """The words, with a mark while one is here."""
        mark = Content.styled("▸ ", "$accent") if self.has_focus else Content(" " * _MARK)
        lines = self._drawn(self.content_size.width)
        indent = Content(" " * _MARK)
        return Content("\n").join(
            (mark if number == 0 else indent).append(line) for number, line in enumerate(lines)
        )

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many as the words take."""
        return max(len(self._drawn(width)), 1)

    def on_focus(self) -> None:
        """Draw that one is here; above the first line, show the words that stand over it."""
        self.refresh()
        place = next((node for node in self.ancestors if isinstance(node, VerticalScroll)), None)
        if place is not None and place.query(Line).first() is self:
            place.call_after_refresh(place.scroll_home, animate=False)

    def on_blur(self) -> None:
        """Draw that one has gone on."""
        self.refresh()

    def on_click(self, event: Click) -> None:
        """A click chooses."""
        event.stop()
        self.action_choose()

    def action_choose(self) -> None:
        """Choose it."""
        self.post_message(self.Chosen(self))

    def action_go(self, by: int) -> None:
        """To what stands above or below."""
        if by > 0:
            self.screen.focus_next()
        else:
            self.screen.focus_previous()
