"""A long list to choose from, drawn line by line: ten thousand scroll as fast as ten."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click, Leave, MouseMove, Resize
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

_MARK = 2
"""Cells at the left, for the mark that says where one is."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row; it is one line, cut where the window ends."""

    words: Content
    key: str = ""
    """What `Rows.Chosen` says; empty: a heading, which nobody can stop at."""
    more: bool = False
    """Whether it goes on with the row above, whose key it has; one stops at that one."""


class Rows(ScrollView, can_focus=True):
    """Rows, one of which one is at. They are only asked for while they are in sight."""

    DEFAULT_CSS = """
    Rows {
        height: 1fr; min-width: 12; color: $text-main; background: transparent;
        overflow-x: hidden; pointer: pointer;
        & > .rows--hover { background: $surface; }
        & > .rows--at { background: $panel; text-style: bold; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"rows--at", "rows--hover"}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "go(1)", "Down", show=False, id="rows-down"),
        Binding("up", "go(-1)", "Up", show=False, id="rows-up"),
        Binding("pagedown", "leaf(1)", "A page down", show=False, id="rows-page-down"),
        Binding("pageup", "leaf(-1)", "A page up", show=False, id="rows-page-up"),
        Binding("home", "edge(-1)", "To the top", show=False, id="rows-top"),
        Binding("end", "edge(1)", "To the end", show=False, id="rows-end"),
        Binding("enter", "choose", "Choose", show=False, id="rows-choose"),
    ]

    at: reactive[int] = reactive(0, init=False)
    """The index of the row one is at."""
    hover: reactive[int] = reactive(-1, init=False)
    """The index of the row the mouse is over, or -1."""

    class Chosen(Message):
        """Somebody chose a row."""

        def __init__(self, rows: Rows, key: str) -> None:
            super().__init__()
            self.rows = rows
            self.key = key

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

    def __init__(self, *, twice: bool = False, id: str | None = None) -> None:
        """`twice`: a click stops at a row and a double click chooses; buttons wait below."""
        super().__init__(id=id)
        self._twice = twice
        self._rows: Sequence[Row] = ()

    def show(self, rows: Sequence[Row], *, at: int = -1) -> None:
        """Hold other rows and stop at the first; or at one by its index, with what is in sight."""
        self._rows = rows
        self.virtual_size = Size(self._width, len(rows))
        if at < 0:
            self.scroll_to(y=0, animate=False)
            self.at = -1
            self.action_edge(-1)
        else:
            self.at = at
        self.refresh(layout=True)

    def on_unmount(self) -> None:
        """Let go of the rows: what a screen was made of may outlive it by a while."""
        self._rows = ()

    @property
    def key(self) -> str:
        """The key of the row one is at, or empty."""
        return self._key_at(self.at)

    def _key_at(self, index: int) -> str:
        return self._rows[index].key if 0 <= index < len(self._rows) else ""

    def stop_at(self, key: str) -> None:
        """Stop at the row with a key, where there is one."""
        found = next((n for n, row in enumerate(self._rows) if row.key == key), -1)
        if key and found >= 0:
            self.at = found

    # -- drawing --------------------------------------------------------------------------

    @property
    def _width(self) -> int:
        return max(self.scrollable_content_region.width, 1)

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """All the room there is."""
        return container.width

    def on_resize(self, event: Resize) -> None:
        """Rows are as wide as the list."""
        self.virtual_size = Size(self._width, len(self._rows))

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        index = self.scroll_offset.y + y
        width = self._width
        if index >= len(self._rows):
            return Strip.blank(width, self.rich_style)
        row = self._rows[index]
        here = bool(row.key) and row.key == self.key
        over = bool(row.key) and row.key == self._key_at(self.hover)
        style = self.get_visual_style(*["rows--at"] * here, *["rows--hover"] * (over and not here))
        mark = Content.styled("▸ ", "$accent") if index == self.at else Content(" " * _MARK)
        words = row.words.truncate(max(width - _MARK, 1), ellipsis=True)
        return Visual.to_strips(self, mark.append(words), width, 1, style, pad=True)[0]

    def watch_at(self) -> None:
        """Draw where one is, and keep it in sight."""
        self.refresh()
        if self.at >= 0:
            last = self.at + 1
            while last < len(self._rows) and self._rows[last].more:
                last += 1
            region = Region(0, self.at, self._width, last - self.at)
            self.scroll_to_region(region, animate=False, force=True, x_axis=False)
            self.post_message(self.At(self, self.key))

    def watch_hover(self) -> None:
        """Draw what the mouse is over."""
        self.refresh()

    # -- moving, choosing -----------------------------------------------------------------

    def _nearest(self, start: int, by: int) -> int:
        """The first row from `start` on that one can stop at, or -1."""
        at = start
        while 0 <= at < len(self._rows):
            if self._rows[at].key and not self._rows[at].more:
                return at
            at += by
        return -1

    def action_go(self, by: int) -> None:
        """The row above or below; the ends stay where they are."""
        found = self._nearest(self.at + by, by)
        if found >= 0:
            self.at = found
        elif by < 0:
            self.scroll_to(y=0, animate=False)

    def action_leaf(self, by: int) -> None:
        """A page up or down."""
        wanted = min(max(self.at + by * max(self.size.height - 1, 1), 0), len(self._rows) - 1)
        found = self._nearest(wanted, by)
        self.at = found if found >= 0 else self._nearest(wanted, -by)

    def action_edge(self, by: int) -> None:
        """The first row, or the last."""
        self.at = self._nearest(0, 1) if by < 0 else self._nearest(len(self._rows) - 1, -1)

    def action_choose(self) -> None:
        """Choose the row one is at."""
        if self.key:
            self.post_message(self.Chosen(self, self.key))

    def on_click(self, event: Click) -> None:
        """A click stops at a row and chooses it."""
        index = self.scroll_offset.y + event.y
        if self._key_at(index):
            event.stop()
            self.at = self._nearest(index, -1)
            if not self._twice or event.chain > 1:
                self.action_choose()

    def on_mouse_move(self, event: MouseMove) -> None:
        """Show what a click would choose."""
        self.hover = self.scroll_offset.y + event.y

    def on_leave(self, event: Leave) -> None:
        """The mouse has gone."""
        self.hover = -1
