"""Look at these before you hand it over: a line for each, and what stands as other words."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

from textual import on, work
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from reflect_tui.session.model import Replaced
from reflect_tui.tui.content import join, said
from reflect_tui.tui.note_words import ASK_TO_LOOK, LOOK, NOTHING_SEEN, NOTHING_YET, OTHER_WORDS
from reflect_tui.tui.spoken import one_line
from reflect_tui.tui.widgets.line import Line
from reflect_tui.tui.widgets.press import Press

_COLUMN = 28
_WORDS = 56
"""Cells of the words that are shown; all of them stand on the page one comes to."""


@dataclass(frozen=True, slots=True)
class Look:
    """One thing to look at, as its line says it."""

    kind: str
    words: str
    where: str


class ToLookAt(VerticalScroll, can_focus=False):
    """The list below a note. Nothing is counted, and nothing has to be done about any of it."""

    DEFAULT_CSS = """
    ToLookAt {
        height: auto; max-height: 8;
        .look-head { height: 1; padding-left: 2; text-style: bold; }
        .look-words { height: auto; padding-left: 2; color: $muted; max-width: 98; }
        #look-now { margin-left: 1; }
    }
    """

    class Chosen(Message):
        """Somebody wants to look at one of them, by its number from 0 on."""

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    class PutBack(Message):
        """Somebody wants words to stand as they were written."""

        def __init__(self, words: str) -> None:
            super().__init__()
            self.words = words

    class Asked(Message):
        """Somebody wants to look although somebody is beside them."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._drawing = asyncio.Lock()
        self._shown: object = None
        """What stands there, so that nothing is drawn anew for the same."""

    def compose(self) -> ComposeResult:
        """Its heading; the rest comes once it was looked."""
        yield Static(Content(LOOK), classes="look-head")

    @work(group="look")
    async def ask(self) -> None:
        """Show nothing until somebody asks: others can see this screen."""
        press = Press(LOOK, id="look-now", classes="-second")
        await self._draw("ask", [press, Static(Content(ASK_TO_LOOK), classes="look-words")])

    @work(group="look")
    async def nothing(self) -> None:
        """Say that the note is empty."""
        head = Static(Content(LOOK), classes="look-head")
        await self._draw("none", [head, Static(Content(NOTHING_YET), classes="look-words")])

    @work(group="look")
    async def show(self, looks: Sequence[Look], replaced: Sequence[Replaced]) -> None:
        """Show what there is to look at, and what stands as other words."""
        parts: list[Widget] = [Static(Content(LOOK), classes="look-head")]
        parts += [
            Line(
                said(look.kind),
                join(f"“{one_line(look.words, _WORDS)}”", said(f"   {look.where}", "$muted")),
                column=_COLUMN,
                key=str(number),
            )
            for number, look in enumerate(looks)
        ]
        if not looks:
            parts.append(Static(Content(NOTHING_SEEN), classes="look-words"))
        if replaced:
            parts.append(Static(Content(OTHER_WORDS), classes="look-words"))
        parts += [
            Line(
                Content("Put back"),
                said(f"“{one_line(kept.words)}”, which stands as “{one_line(kept.by)}”"),
                column=_COLUMN,
                key=f"back {kept.words}",
            )
            for kept in replaced
        ]
        await self._draw((tuple(looks), tuple(replaced)), parts)

    async def _draw(self, what: object, parts: Sequence[Widget]) -> None:
        async with self._drawing:
            if what != self._shown and self.is_attached:
                self._shown = what
                await self._draw_now(parts)

    async def _draw_now(self, parts: Sequence[Widget]) -> None:
        stops = [part for part in self.children if part.can_focus]
        at = next((number for number, part in enumerate(stops) if part.has_focus), -1)
        if at >= 0:
            # Before what has it goes: else it would jump to what stands next on the page.
            self.screen.set_focus(None)
        async with self.batch():
            await self.remove_children()
            await self.mount_all(parts)
        left = [part for part in self.children if part.can_focus]
        if at >= 0 and left:
            left[min(at, len(left) - 1)].focus()
        elif at >= 0:
            self.screen.focus_next()

    @on(Line.Chosen)
    def _chosen(self, event: Line.Chosen) -> None:
        event.stop()
        key = event.line.key
        if key.startswith("back "):
            self.post_message(self.PutBack(key.removeprefix("back ")))
        else:
            self.post_message(self.Chosen(int(key)))

    @on(Press.Pressed, "#look-now")
    def _asked(self, event: Press.Pressed) -> None:
        event.stop()
        self.post_message(self.Asked())
