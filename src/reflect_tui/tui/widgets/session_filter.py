"""What narrows the list of sessions: words, a way of working, one thread."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from reflect_tui.notebook.search import Wanted
from reflect_tui.notebook.summary import Summary
from reflect_tui.practice.exercise import Way
from reflect_tui.tui import session_words
from reflect_tui.tui.widgets.entry import Entry
from reflect_tui.tui.widgets.pick import Pick
from reflect_tui.tui.widgets.press import Press

_ANY = "any"
_WAYS = (
    (_ANY, "Any way"),
    (Way.ONE_TO_ONE, "One-to-one"),
    (Way.GROUP, "Group"),
    (Way.SOLO, "On your own"),
)


class SessionFilter(Vertical):
    """A line to type in, the ways of working, and the thread one looks at, if one does."""

    HINT: ClassVar[str] = "Type a word to find it in any session"

    class Changed(Message):
        """Something else is looked for."""

        def __init__(self, wanted: Wanted) -> None:
            super().__init__()
            self.wanted = wanted

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.wanted = Wanted()
        """What is looked for now."""

    def compose(self) -> ComposeResult:
        """The line, and below it what else narrows the list."""
        yield Entry(hint=self.HINT, stays=True, id="find")
        with Horizontal(id="narrow"):
            yield Pick(_WAYS, _ANY, id="way")
            yield Static(Content(""), id="looking")
        with Horizontal(id="thread"):
            yield Static(Content(session_words.TOGETHER), id="thread-of")
            yield Press("Show all sessions", id="show-all")

    def on_unmount(self) -> None:
        """Let go of what was looked for."""
        self.wanted = Wanted()

    def say(self, words: str) -> None:
        """Say how far one has looked."""
        self.query_one("#looking", Static).update(Content(words))

    def follow(self, summary: Summary) -> None:
        """Look at one thread: all that follows on from each other, whatever else was asked."""
        self.query_one("#find", Entry).text = ""
        self.query_one("#way", Pick).take(_ANY)
        self._take(thread=summary.thread)

    def show_all(self) -> bool:
        """Look at all threads again; whether one looked at one."""
        if not self.wanted.thread:
            return False
        self._take()
        return True

    @on(Press.Pressed, "#show-all")
    def _show_all(self, event: Press.Pressed) -> None:
        event.stop()
        self.show_all()
        self.query_one("#find").focus()

    @on(Entry.Entered, "#find")
    @on(Pick.Taken, "#way")
    def _narrowed(self, event: Message) -> None:
        event.stop()
        self._take(thread=self.wanted.thread)

    def _take(self, *, thread: str = "") -> None:
        way = self.query_one("#way", Pick).taken
        wanted = Wanted(
            self.query_one("#find", Entry).line, None if way == _ANY else Way(way), thread
        )
        self.set_class(bool(thread), "-thread")
        if wanted != self.wanted:
            self.wanted = wanted
            self.post_message(self.Changed(wanted))
