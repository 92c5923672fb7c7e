"""Their exact words, copied for the record; and once they are there, the offer to take them out."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from reflect_tui import clipboard
from reflect_tui.tui.content import join, said
from reflect_tui.tui.keymap import spoken
from reflect_tui.tui.widgets.press import Press

if TYPE_CHECKING:
    from reflect_tui.tui.exact_words import ExactWords

COPY = "Copy their exact words for the record"
ASK = "Is it in their record now?"
OFFER = "Need they stand here as well?"
STILL = (
    "F7 on the page you came from brings them back. Earlier states of this session, and backups, "
    "may still hold them."
)
NOT_THERE = "They don't stand there any more, so nothing was taken out."


class ForTheRecord(Vertical):
    """Nothing until words were copied; then one question at a time, and none that must be met."""

    DEFAULT_CSS = """
    ForTheRecord {
        display: none; height: auto; margin-top: 1;
        #told { height: auto; }
        #answers { height: 1; margin-top: 1; }
        #answers Press { margin-right: 2; }
    }
    """

    class Offered(Message):
        """Whether there are words to copy."""

        def __init__(self, *, some: bool) -> None:
            super().__init__()
            self.some = some

    class Closed(Message):
        """There is nothing more to answer here."""

    def __init__(self, words: ExactWords | None) -> None:
        super().__init__()
        self._words = words

    def compose(self) -> ComposeResult:
        """What was done, and the answers to what is asked."""
        yield Static(Content(""), id="told")
        with Horizontal(id="answers"):
            yield Press("Not yet", id="not-yet")
            yield Press("It is in the record", id="in-record")
            yield Press("Keep them here", id="keep-them")
            yield Press("Take those words out of here", id="take-out")

    def on_mount(self) -> None:
        """See whether there are words at all."""
        self._look()

    @work(exclusive=True, group="words")
    async def _look(self) -> None:
        if self._words is not None and await self._words.fetch():
            self.post_message(self.Offered(some=True))

    @work(exclusive=True, group="words")
    async def copy(self) -> None:
        """Copy the words, say where to, and ask whether they are in the record."""
        words = await self._words.fetch() if self._words is not None else ""
        if not words:
            return
        copied = await asyncio.to_thread(clipboard.copy, words, self._by_terminal)
        # What a clipboard's program complains of may have been written over the screen.
        self.screen.refresh()
        self._say(
            join(f"{copied.value} {clipboard.KEPT}\n", said(ASK, "bold")),
            ("not-yet", "in-record"),
        )

    def _by_terminal(self, words: str) -> None:
        self.app.call_from_thread(self.app.copy_to_clipboard, words)

    def _say(self, words: Content, answers: Iterable[str] = ()) -> None:
        """Say something, with the answers it can have; the careful one is where one stands."""
        self._show(True)
        self.query_one("#told", Static).update(words)
        offered = list(answers)
        self.query_one("#answers").display = bool(offered)
        for press in self.query("#answers Press"):
            press.display = press.id in offered
        if offered:
            self.query_one(f"#{offered[0]}").focus()
        else:
            self.post_message(self.Closed())

    def _show(self, shown: bool) -> None:
        self.display = shown
        # A low window has other things to leave out.
        self.screen.set_class(shown, "-asking")

    @on(Press.Pressed, "#in-record")
    def _in_record(self, event: Press.Pressed) -> None:
        event.stop()
        self._say(join(said(OFFER, "bold"), spoken(f" {STILL}", self)), ("keep-them", "take-out"))

    @on(Press.Pressed, "#not-yet")
    @on(Press.Pressed, "#keep-them")
    def _leave_them(self, event: Press.Pressed) -> None:
        event.stop()
        self._show(False)
        self.post_message(self.Closed())

    @on(Press.Pressed, "#take-out")
    @work(exclusive=True, group="words")
    async def _take_out(self, event: Press.Pressed) -> None:
        event.stop()
        taken = self._words is not None and await self._words.take_out()
        self.post_message(self.Offered(some=False))
        self._say(said(spoken(f"Taken out. {STILL}", self) if taken else NOT_THERE))
