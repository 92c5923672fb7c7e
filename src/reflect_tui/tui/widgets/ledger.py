"""A round's entries as lines above its page: the one that is open, and the others to compare."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from reflect_tui.session.address import Place
from reflect_tui.session.ledger import EntryLine
from reflect_tui.tui.content import join, said
from reflect_tui.tui.spoken import one_line
from reflect_tui.tui.widgets.reading import IMAGINED
from reflect_tui.tui.widgets.rows import Row, Rows

_NAME = 34
"""Cells of an entry's name; what it is compared by takes the rest of its line."""
_AT_MOST, _FEW = 6, 3
"""Lines in sight, in a window of usual height and in a low one; the rest scrolls."""
_UNNAMED = "not named yet"


class Ledger(Vertical):
    """The entries, a line each. Choosing one opens it."""

    DEFAULT_CSS = """
    Ledger {
        height: auto; margin-bottom: 1; border-bottom: solid $line;
        Rows { height: auto; max-height: 6; }
        .imagined { height: auto; color: $muted; text-style: italic; padding-left: 2; }
        &.-low Rows { max-height: 3; }
        &.-low .imagined { display: none; }
    }
    """

    class Chosen(Message):
        """Somebody opens an entry."""

        def __init__(self, place: Place) -> None:
            super().__init__()
            self.place = place

    def __init__(self, lines: tuple[EntryLine, ...]) -> None:
        super().__init__()
        self._lines = lines
        self._places = {str(line.place): line.place for line in lines}

    def compose(self) -> ComposeResult:
        """The lines, and that something in them is imagined where it is."""
        yield Rows(id="entries")
        if any(line.imagined for line in self._lines):
            yield Static(Content(IMAGINED), classes="imagined")

    def on_mount(self) -> None:
        """Fill the list, the open one in sight."""
        self.set_class(self.app.size.height < 34, "-low")
        self._fill()
        self.query_one(Rows).at = next((n for n, line in enumerate(self._lines) if line.here), 0)

    def take(self, line: EntryLine | None) -> None:
        """Draw a line as it stands now, where it says something else."""
        if line is None or line in self._lines:
            return
        self._lines = tuple(line if kept.place == line.place else kept for kept in self._lines)
        rows = self.query_one(Rows)
        at = rows.at
        self._fill()
        rows.at = at

    def _fill(self) -> None:
        room = min(_NAME, max((len(line.name) for line in self._lines), default=0) + 2)
        rows = [Row(self._row(line, room), str(line.place)) for line in self._lines]
        self.query_one(Rows).show(rows)

    def _row(self, line: EntryLine, room: int) -> Content:
        name = said(one_line(line.name, room - 1) if line.name else _UNNAMED)
        name = name.stylize("bold" if line.here else "$muted" if not line.name else "")
        return join(name.truncate(max(room, 14), pad=True), "  ", said(line.words, "$muted"))

    @on(Rows.Chosen)
    def _chosen(self, event: Rows.Chosen) -> None:
        event.stop()
        self.post_message(self.Chosen(self._places[event.key]))

    @on(Rows.At)
    def _at(self, event: Rows.At) -> None:
        event.stop()
