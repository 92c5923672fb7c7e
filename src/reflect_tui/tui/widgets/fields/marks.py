"""Options with a mark before each, that says what is chosen by its shape and not by colour."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click
from textual.geometry import Size
from textual.message import Message

from reflect_tui.tui.content import said
from reflect_tui.tui.reveal import reveal
from reflect_tui.tui.widgets.laid_out import LaidOut

ONE = ("○", "●")
"""The marks where one is chosen: not, and chosen."""
SOME = ("◇", "◆")
"""The marks where some are chosen: not, and chosen."""

_LEAD = 4
"""Cells before a label: where one is, and the mark, each with a space."""
_GAP = 2
_SHORT = 24
"""Labels of at most so many cells may stand beside each other when there are many."""
_MANY = 7
_LEAST = 12
"""A column is never narrower than this many cells."""


class Marks(LaidOut, can_focus=True):
    """Options below each other, or in columns. Arrows go about; Enter, Space or a click chooses.

    It says what was chosen and leaves it to its field what that changes. At the ends, Up and
    Down go on to what stands above and below.
    """

    DEFAULT_CSS = """
    Marks { height: auto; width: 1fr; color: $text-main; pointer: pointer; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "choose", "Choose", show=False, id="marks-choose"),
        Binding("down", "row(1)", "Down", show=False, id="marks-down"),
        Binding("up", "row(-1)", "Up", show=False, id="marks-up"),
        Binding("right", "step(1)", "Next option", show=False, id="marks-right"),
        Binding("left", "step(-1)", "Option before", show=False, id="marks-left"),
        Binding("home", "step(-999)", "First option", show=False, id="marks-home"),
        Binding("end", "step(999)", "Last option", show=False, id="marks-end"),
    ]

    class Chosen(Message):
        """Somebody chose an option, or one that was chosen once more."""

        def __init__(self, marks: Marks, option: str) -> None:
            super().__init__()
            self.marks = marks
            self.option = option

        @property
        def control(self) -> Marks:
            """The widget itself, for `@on` selectors."""
            return self.marks

    def __init__(
        self,
        options: Sequence[tuple[str, str]],
        chosen: Collection[str] = (),
        *,
        shapes: tuple[str, str] = ONE,
        columns: int = 0,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        """`options` are ids and labels; `columns` is the most columns, 0 where it may decide."""
        super().__init__(id=id, classes=classes)
        self._options = tuple(options)
        self._chosen = frozenset(chosen)
        self._shapes = shapes
        self._columns = columns
        self.at = next((i for i, (key, _) in enumerate(options) if key in self._chosen), 0)

    def show(self, chosen: Collection[str]) -> None:
        """Draw these as chosen."""
        self._chosen = frozenset(chosen)
        self.refresh()

    # -- where everything stands ----------------------------------------------------------

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self._options)

    def across(self, width: int) -> int:
        """How many columns there are in `width` cells."""
        longest = max((said(label).cell_length for _, label in self._options), default=1)
        most = self._columns
        if not most:
            most = 5 if len(self._options) >= _MANY and longest <= _SHORT else 1
        wide = max(longest + _LEAD, _LEAST) + _GAP
        return max(1, min(most, (width + _GAP) // wide, len(self._options)))

    def _rows(self, width: int) -> list[list[list[Content]]]:
        """Rows of cells, each cell its lines, all of one width."""
        across = self.across(width)
        wide = max((width + _GAP) // across - _GAP, _LEAD + 1)
        cells = [self._cell(index, wide) for index in range(len(self._options))]
        rows = [cells[start : start + across] for start in range(0, len(cells), across)]
        for row in rows:
            tall = max(map(len, row))
            for cell in row:
                cell += [Content(" " * wide)] * (tall - len(cell))
        return rows

    def _cell(self, index: int, wide: int) -> list[Content]:
        """One option: its mark, and its label folded beside it."""
        key, label = self._options[index]
        taken, here = key in self._chosen, self.has_focus and index == self.at
        style = " ".join(["bold"] * (taken or here) + ["on $panel"] * here)
        lead = Content("▸ " if here else "  ").append(
            Content.styled(f"{self._shapes[taken]} ", "$accent")
        )
        lines = []
        for number, line in enumerate(said(label).wrap(wide - _LEAD)):
            drawn = (lead if not number else Content(" " * _LEAD)).append(line.rstrip())
            drawn = drawn.truncate(wide, pad=True)
            lines.append(drawn.stylize(style) if style else drawn)
        return lines

    def render(self) -> Content:
        """Every option; where one is, is marked too."""
        lines = []
        for row in self._rows(self.content_size.width):
            lines += [Content(" " * _GAP).join(parts) for parts in zip(*row, strict=True)]
        return Content("\n").join(lines)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the rows take."""
        return max(sum(len(row[0]) for row in self._rows(width)), 1)

    # -- choosing -------------------------------------------------------------------------

    def go(self, index: int) -> None:
        """Go to an option, and keep it in sight."""
        self.at = min(max(index, 0), len(self._options) - 1)
        self.refresh()
        self._reveal()

    def _reveal(self) -> None:
        """Keep the option one is at in sight."""
        width = self.content_size.width
        rows, row = self._rows(width), self.at // self.across(width)
        top = sum(len(above[0]) for above in rows[:row])
        reveal(self, top, len(rows[row][0]) if rows else 1)

    def on_click(self, event: Click) -> None:
        """A click chooses what stands there."""
        event.stop()
        width = self.content_size.width
        across = self.across(width)
        wide = max((width + _GAP) // across - _GAP, _LEAD + 1)
        column, into = divmod(event.x, wide + _GAP)
        line = 0
        for number, row in enumerate(self._rows(width)):
            line += len(row[0])
            if event.y < line:
                if column < len(row) and into < wide:
                    self.at = number * across + column
                    self.action_choose()
                return

    def action_choose(self) -> None:
        """Choose the option one is at."""
        if self._options:
            self.refresh()
            self.post_message(self.Chosen(self, self._options[self.at][0]))
