"""What is in a note and what isn't, step by step: a line a piece, moved where one is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from reflect_tui.notes.plan import Movable
from reflect_tui.tui.content import said
from reflect_tui.tui.spoken import one_line
from reflect_tui.tui.widgets.line import Line

_STAGE, _WORDS = 42, 68
"""Cells of a step's title, and of how an answer begins."""


def key_of(piece: Movable) -> str:
    """A name for a piece that stays the same while it is moved."""
    if piece.ending:
        return f"ending {piece.ending}"
    return str(piece.address) if piece.address is not None else f"action {piece.action}"


class NotePieces(Vertical):
    """The list; where nothing fits a note, why."""

    DEFAULT_CSS = """
    NotePieces {
        height: 1fr;
        #legend { height: auto; padding-left: 2; margin-bottom: 1; color: $muted; }
        #pieces { height: 1fr; padding-right: 2; }
        .stage { height: auto; padding-left: 2; text-style: bold; }
        .piece { margin-bottom: 1; }
        .purpose-here { display: none; height: auto; padding-left: 2; margin-bottom: 1; }
        #nothing-written { height: auto; padding-left: 2; }
    }
    """

    class Chosen(Message):
        """Somebody chose a piece."""

        def __init__(self, key: str) -> None:
            super().__init__()
            self.key = key

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._shape: tuple[str, tuple[str, ...]] = ("", ())

    def compose(self) -> ComposeResult:
        """What the circles mean, and the list."""
        yield Static(Content(""), id="legend")
        yield VerticalScroll(id="pieces", can_focus=False)

    async def show(
        self, pieces: Sequence[Movable], *, legend: str, purpose: str, nothing: str
    ) -> None:
        """Show pieces; where they are the same as before only their marks change.

        `purpose` stands above them in a narrow window; `nothing` where there are none.
        """
        found = self.query_one("#legend", Static)
        found.update(said(legend))
        found.display = bool(pieces)
        keys = tuple(map(key_of, pieces))
        if (purpose, keys) == self._shape and self.query(Line):
            for line, piece in zip(self.query(Line), pieces, strict=True):
                words, quiet, lead = _words(piece)
                line.say(words, quiet, lead=lead)
            return
        self._shape = (purpose, keys)
        had = [line.key for line in self.query(Line) if line.has_focus]
        here = self.query_one("#pieces", VerticalScroll)
        async with self.batch():
            await here.remove_children()
            if not here.is_attached:
                return  # somebody left meanwhile
            await here.mount(Static(said(purpose, "$muted"), classes="purpose-here"))
            await here.mount_all(_drawn(pieces, nothing))
        for line in self.query(Line):
            if line.key in had:
                line.focus()

    @on(Line.Chosen)
    def _chosen(self, event: Line.Chosen) -> None:
        event.stop()
        self.post_message(self.Chosen(event.line.key))


def _drawn(pieces: Sequence[Movable], nothing: str) -> Iterator[Widget]:
    """Every piece under the step it was written in."""
    if not pieces:
        yield Static(said(nothing), id="nothing-written")
    for stage, group in groupby(pieces, key=lambda piece: piece.stage):
        yield Static(said(one_line(stage, _STAGE)), classes="stage")
        for piece in group:
            words, quiet, lead = _words(piece)
            yield Line(words, quiet, lead=lead, key=key_of(piece), classes="piece")


def _words(piece: Movable) -> tuple[Content, Content, Content]:
    """What was asked, how the answer begins, and the mark that says where it is."""
    first = said(one_line(piece.first_words, _WORDS))
    if piece.in_note:
        return said(piece.asked), first, Content.styled("● ", "$accent bold")
    if piece.why_not:
        return said(piece.asked, "$muted"), said(piece.why_not), Content("  ")
    return said(piece.asked), first, Content("○ ")
