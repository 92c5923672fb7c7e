"""The bin: what was put in it, to be taken out, or emptied by hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from reflect_tui.errors import ReflectError
from reflect_tui.notebook.bin import BEFORE, CANNOT_REMOVE
from reflect_tui.notebook.summary import Summary
from reflect_tui.tui.content import said
from reflect_tui.tui.screens.ask import AskScreen
from reflect_tui.tui.screens.frame import Frame
from reflect_tui.tui.session_rows import SessionRows
from reflect_tui.tui.widgets.press import Press
from reflect_tui.tui.widgets.rows import Rows
from reflect_tui.tui.world import World

_EMPTY = "The bin is empty."


class BinScreen(Frame[None]):
    """Nothing goes from here by itself."""

    CSS_PATH = "../styles/sessions.tcss"
    TITLE_LINE: ClassVar[str] = "The bin"
    AUTO_FOCUS = "#sessions"
    FOOT: ClassVar[str] = "Up and Down move · Enter take it out · F1 help · Esc back"
    HELP_TEXT: ClassVar[str] = (
        "Sessions that were put in the bin. “Take it out” puts one back among all sessions, as it "
        "was.\n\n"
        "“Empty the bin” removes all of them for good, with their earlier states. Nothing is "
        f"removed by itself.\n\n{BEFORE}\n\n{CANNOT_REMOVE}"
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("t", "take_out", "Take it out of the bin", id="bin-take-out"),
    ]

    @dataclass
    class Found(Message):
        """The bin was read, or why it cannot be."""

        sessions: tuple[Summary, ...]
        trouble: str = ""

    @dataclass
    class Emptied(Message):
        """The bin was emptied; what could not be removed."""

        troubles: list[str]

    def __init__(self, world: World, *, may_write: Callable[[], bool]) -> None:
        """`may_write` says whether this window may change anything, and says why where not."""
        super().__init__(world)
        self._may_write = may_write
        self._sessions: tuple[Summary, ...] = ()

    def body(self) -> ComposeResult:
        """The list, and what can be done with it."""
        yield Static(Content("Reading the bin …"), id="sessions-message")
        yield Rows(id="sessions")
        with Horizontal(id="ways"):
            yield Press("Take it out", id="take-out", classes="-main")
            yield Press("Empty the bin", id="empty")
            yield Press("Back", id="back", classes="-quiet")

    def on_mount(self) -> None:
        """Read it in a thread."""
        self._read()

    @work(thread=True, exclusive=True, group="read", exit_on_error=False)
    def _read(self) -> None:
        try:
            found = self.Found(tuple(self.world.notebook().bin.sessions()))
        except ReflectError as error:
            found = self.Found((), str(error))
        self.post_message(found)

    @on(Found)
    def _found(self, event: Found) -> None:
        self._sessions = event.sessions
        words = event.trouble or ("" if event.sessions else _EMPTY)
        message = self.query_one("#sessions-message", Static)
        message.update(said(words))
        message.display = bool(words)
        self.set_class(not event.sessions, "-none")
        self.query_one(Rows).show(SessionRows(event.sessions, self.world.now()))
        if not event.sessions:
            self.query_one("#back").focus()

    @on(Rows.Chosen, "#sessions")
    @on(Press.Pressed, "#take-out")
    def action_take_out(self) -> None:
        """Put the one marked back among the sessions."""
        key = self.query_one(Rows).key
        if not key or not self._may_write():
            return
        try:
            self.world.notebook().bin.take_out(self._sessions[int(key)].id)
        except ReflectError as error:
            self.notify(said(str(error)).plain, markup=False, severity="error", timeout=12)
        else:
            self.notify("It is back among all sessions.", markup=False, timeout=5)
        self._read()

    @on(Press.Pressed, "#empty")
    def _ask(self, event: Press.Pressed) -> None:
        event.stop()
        if not self._may_write():
            return
        ask = AskScreen(
            self.world,
            "Remove what is in the bin for good?",
            (
                "The sessions in it go, with their earlier states. This can't be taken back.",
                BEFORE,
                CANNOT_REMOVE,
            ),
            yes="Remove them for good",
        )
        self.app.push_screen(ask, self._answered)

    def _answered(self, yes: bool | None) -> None:
        if yes:
            self._empty()

    @work(thread=True, exclusive=True, group="empty", exit_on_error=False)
    def _empty(self) -> None:
        try:
            troubles = self.world.notebook().bin.empty()
        except ReflectError as error:
            troubles = [str(error)]
        self.post_message(self.Emptied(troubles))

    @on(Emptied)
    def _emptied(self, event: Emptied) -> None:
        if event.troubles:
            words = "Not everything could be removed: " + "; ".join(event.troubles[:3])
            self.notify(said(words).plain, markup=False, severity="error", timeout=15)
        else:
            self.notify("The bin is empty.", markup=False, timeout=5)
        self._read()

    @on(Press.Pressed, "#back")
    def _back(self) -> None:
        self.action_leave()
