"""A list of lines to choose from, drawn line by line: ten thousand scroll as fast as ten."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click, Resize
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

_MARK = 2
"""Cells kept free at the left for the mark of the row one is at."""
_HANGING = "  "


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a list."""

    words: Content
    key: str = ""
    """What `Rows.Chosen` says; empty: a heading or a gap, which nobody can stop at."""
    lead: Content | None = None
    """What stands before the words, in a column of its own; words that wrap stay beside it."""


class Rows(ScrollView, can_focus=True):
    """Rows of text, one of which one is at; Enter or a click chooses it."""

    DEFAULT_CSS = """
    Rows {
        height: auto; color: $text-main; background: transparent; overflow-x: hidden;
        min-width: 12; pointer: pointer;
        & > .rows--at { background: transparent; }
        & > .rows--hover { background: $surface; }
        &:focus > .rows--at { background: $panel; text-style: bold; }
        &:nocolor:focus > .rows--at { text-style: bold reverse; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"rows--at", "rows--hover"}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(1)", "Down", show=False, id="rows-down"),
        Binding("up", "move(-1)", "Up", show=False, id="rows-up"),
        Binding("pagedown", "leaf(1)", "A page down", show=False, id="rows-page-down"),
        Binding("pageup", "leaf(-1)", "A page up", show=False, id="rows-page-up"),
        Binding("home", "edge(False)", "To the top", show=False, id="rows-top"),
        Binding("end", "edge(True)", "To the end", show=False, id="rows-end"),
        Binding("enter,space", "choose", "Choose", show=False, id="rows-choose"),
    ]

    at: reactive[int] = reactive(0, init=False)
    """The index of the row one is at."""
    hover: reactive[int] = reactive(-1, init=False)

    class Chosen(Message):
        """Somebody chose a row."""

        def __init__(self, rows: Rows, key: str, index: int) -> None:
            super().__init__()
            self.rows = rows
            self.key = key
            self.index = index

        @property
        def control(self) -> Rows:
            """The list itself, for `@on` selectors."""
            return self.rows

    class At(Message):
        """Somebody stopped at a row."""

        def __init__(self, rows: Rows, key: str) -> None:
            super().__init__()
            self.rows = rows
            self.key = key

        @property
        def control(self) -> Rows:
            """The list itself, for `@on` selectors."""
            return self.rows

    def __init__(
        self,
        rows: Sequence[Row] = (),
        *,
        wrap: bool = True,
        edges: bool = True,
        id: str | None = None,  # noqa: A002  (Textual's own name for it)
        classes: str | None = None,
    ) -> None:
        """`wrap` folds long rows; without it `rows` is only asked for what is in sight.

        `edges` lets Up and Down leave the list at its ends for what stands above and below.
        """
        super().__init__(id=id, classes=classes)
        self._rows = rows
        self._wrap = wrap
        self._edges = edges
        self._drawn: list[tuple[int, Content]] = []
        self._drawn_for = -1

    # -- what it holds --------------------------------------------------------------------

    def show(self, rows: Sequence[Row], *, at: str = "") -> None:
        """Hold other rows; stay at the row with the key one was at, or at `at`."""
        wanted = at or self.key
        self._rows = rows
        self._drawn_for = -1
        index = self._index_of(wanted) if wanted else -1
        self.set_reactive(Rows.at, index if index >= 0 else self._first())
        self._fit(self._width)
        self.refresh(layout=True)
        self.call_after_refresh(self._in_sight)

    @property
    def key(self) -> str:
        """The key of the row one is at, or empty."""
        return self._rows[self.at].key if 0 <= self.at < len(self._rows) else ""

    def _index_of(self, key: str) -> int:
        if not self._wrap:
            return -1
        return next((index for index, row in enumerate(self._rows) if row.key == key), -1)

    def _first(self) -> int:
        return next((i for i in range(len(self._rows)) if self._rows[i].key), 0)

    # -- drawing --------------------------------------------------------------------------

    @property
    def _width(self) -> int:
        return max(self.scrollable_content_region.width, 1)

    def _fit(self, width: int) -> None:
        """Fold the rows to a width, once for each width."""
        if self._drawn_for == width:
            return
        self._drawn_for = width
        self._drawn = []
        if self._wrap:
            for index, row in enumerate(self._rows):
                self._drawn += [(index, line) for line in self._folded(row, width - _MARK)]
        self.virtual_size = Size(width, self._line_count)

    @property
    def _line_count(self) -> int:
        return len(self._drawn) if self._wrap else len(self._rows)

    @staticmethod
    def _folded(row: Row, width: int) -> list[Content]:
        lead = row.lead or Content("")
        room = max(width - lead.cell_length, 8)
        lines = row.words.wrap(room) or [Content("")]
        rest = " " * lead.cell_length if row.lead is not None else _HANGING
        if row.lead is None and len(lines) > 1:
            first = lines[0]
            after = row.words[len(first.plain) :]
            lines = [first, *Content(after.plain.lstrip(), after.spans).wrap(max(room - 2, 8))]
            lines = row.words.wrap(max(room - 2, 8))
        return [(lead if n == 0 else Content(rest)).append(line) for n, line in enumerate(lines)]

    def _line(self, number: int) -> tuple[int, Content] | None:
        if self._wrap:
            return self._drawn[number] if number < len(self._drawn) else None
        if number >= len(self._rows):
            return None
        row = self._rows[number]
        words = row.lead.append(row.words) if row.lead else row.words
        return number, words.truncate(max(self._width - _MARK, 1), ellipsis=True)

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """All the room there is."""
        return container.width

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """A line for each folded line."""
        self._fit(width)
        return max(self._line_count, 1)

    def on_resize(self, event: Resize) -> None:
        """Fold anew when the width has changed."""
        self._fit(self._width)

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        width = self._width
        found = self._line(self.scroll_offset.y + y)
        if found is None:
            return Strip.blank(width, self.rich_style)
        index, words = found
        row = self._rows[index]
        first = not self._wrap or self._starts(self.scroll_offset.y + y)
        here = index == self.at and bool(row.key)
        names = ["rows--hover"] if index == self.hover and row.key else []
        names += ["rows--at"] if here else []
        style = self.get_visual_style(*names)
        mark = (
            Content.styled("▸ ", "$accent") if here and first and self.has_focus else Content("  ")
        )
        strips = Visual.to_strips(self, mark.append(words), width, 1, style, pad=True)
        return strips[0] if strips else Strip.blank(width, style.rich_style)

    def _starts(self, line: int) -> bool:
        return line == 0 or self._drawn[line - 1][0] != self._drawn[line][0]

    def watch_at(self, before: int, after: int) -> None:
        """Draw the two rows that changed, and keep the new one in sight."""
        self.refresh()
        self._in_sight()
        if self.key:
            self.post_message(self.At(self, self.key))

    def watch_hover(self) -> None:
        """Draw what the mouse is over."""
        self.refresh()

    def _in_sight(self) -> None:
        first, count = self._span(self.at)
        if self.is_mounted and count:
            self.scroll_to_region(Region(0, first, self._width, count), animate=False, force=True)
            if self.parent is not None and self.has_focus:
                offset = Region(0, first - self.scroll_offset.y, self._width, count)
                self.screen.scroll_to_widget(
                    self, animate=False
                ) if self.size.height <= count else None
                del offset

    def _span(self, index: int) -> tuple[int, int]:
        """The first line of a row and how many it has."""
        if not self._wrap:
            return index, 1 if index < len(self._rows) else 0
        lines = [number for number, (of, _) in enumerate(self._drawn) if of == index]
        return (lines[0], len(lines)) if lines else (0, 0)
