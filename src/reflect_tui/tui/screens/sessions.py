"""All sessions, newest first: go on with one, read it, or see its note."""

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
from reflect_tui.notebook.bin import BEFORE
from reflect_tui.notebook.summary import Summary
from reflect_tui.tui.content import said
from reflect_tui.tui.screens.ask import AskScreen
from reflect_tui.tui.screens.frame import Frame
from reflect_tui.tui.session_rows import SessionRows
from reflect_tui.tui.spoken import name_of
from reflect_tui.tui.widgets.press import Press
from reflect_tui.tui.widgets.rows import Rows
from reflect_tui.tui.world import World


class SessionsScreen(Frame[None]):
    """A list by date. A double click or Enter goes on; the buttons act on the one marked."""

    CSS_PATH = "../styles/sessions.tcss"
    TITLE_LINE: ClassVar[str] = "All sessions"
    AUTO_FOCUS = "#sessions"
    FOOT: ClassVar[str] = "Up and Down move · Enter go on · R read it · N note · F1 help · Esc back"
    HELP_TEXT: ClassVar[str] = (
        "All your sessions, newest first. Move with Up and Down, or click one; then choose below "
        "what to do with it.\n\n"
        "“Go on with it” opens it where it was put down. “Read it” shows all of it without "
        "changing anything. “Its note” shows what would be handed over. “Earlier states” brings "
        "back an answer that was wiped.\n\n"
        "“Take one in” takes in a session that somebody gave you.\n\n"
        "“Put it in the bin” does so after asking; nothing is ever removed by itself."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("r", "read", "Read the session", id="sessions-read"),
        Binding("n", "note", "Its note", id="sessions-note"),
        Binding("e", "earlier", "Earlier states", id="sessions-earlier"),
        Binding("delete", "put_in_bin", "Put it in the bin", id="sessions-bin"),
    ]

    @dataclass
    class Found(Message):
        """The notebook was read, or why it cannot be."""

        sessions: tuple[Summary, ...]
        trouble: str = ""

    def __init__(
        self,
        world: World,
        *,
        open_session: Callable[[str], None],
        read_session: Callable[[str], None],
        note_of: Callable[[str], None] | None = None,
        earlier_of: Callable[[str], None] = lambda _: None,
        bin: Callable[[], None] = lambda: None,
        take_in: Callable[[], None] = lambda: None,
        may_write: Callable[[], bool] = lambda: True,
    ) -> None:
        """Without `note_of`, a note is only met from within its session.

        `may_write` says whether this window may change anything, and says why where not.
        """
        super().__init__(world)
        self._open_session = open_session
        self._read_session = read_session
        self._note_of = note_of
        self._earlier_of = earlier_of
        self._bin = bin
        self._take_in = take_in
        self._may_write = may_write
        self._sessions: tuple[Summary, ...] = ()
        self._was_away = False

    def body(self) -> ComposeResult:
        """The list, and what can be done with the session one is at."""
        yield Static(Content("Reading your notebook …"), id="sessions-message")
        yield Rows(twice=True, id="sessions")
        with Horizontal(id="ways"):
            yield Press("Go on with it", id="go-on", classes="-main")
            yield Press("Read it", id="read")
            if self._note_of is not None:
                yield Press("Its note", id="note")
            yield Press("Earlier states", id="earlier")
        with Horizontal(id="more-ways"):
            yield Press("Put it in the bin", id="put-in-bin", classes="-quiet")
            yield Press("Look in the bin", id="bin", classes="-quiet")
            yield Press("Take one in", id="take-in", classes="-quiet")
            yield Press("Back", id="back", classes="-quiet")

    def on_mount(self) -> None:
        """Read the notebook in a thread."""
        self._read()

    def on_screen_resume(self) -> None:
        """A session may have changed, or come out of the bin, while another screen stood here."""
        if self._was_away:
            self._read()

    def on_screen_suspend(self) -> None:
        """Somebody went on from here."""
        self._was_away = True

    @work(thread=True, exclusive=True, group="read", exit_on_error=False)
    def _read(self) -> None:
        try:
            found = self.Found(tuple(self.world.notebook().sessions()))
        except ReflectError as error:
            found = self.Found((), str(error))
        self.post_message(found)

    @on(Found)
    def _found(self, event: Found) -> None:
        self._sessions = event.sessions
        words = event.trouble or ("" if event.sessions else "There are no sessions yet.")
        message = self.query_one("#sessions-message", Static)
        message.update(said(words))
        message.display = bool(words)
        self.set_class(not event.sessions, "-none")
        self.query_one(Rows).show(SessionRows(event.sessions, self.world.now()))

    # -- what a person does ---------------------------------------------------------------

    @property
    def _at(self) -> Summary | None:
        key = self.query_one(Rows).key
        return self._sessions[int(key)] if key else None

    def _with_it(self, do: Callable[[str], None]) -> None:
        """Do something with the session one is at, or say why it cannot be opened."""
        summary = self._at
        if summary is None:
            return
        if summary.trouble is not None and do != self._open_session:
            words = said(str(summary.trouble)).plain
            self.notify(words, markup=False, severity="error", timeout=12)
        else:
            do(summary.id)

    @on(Rows.Chosen, "#sessions")
    @on(Press.Pressed, "#go-on")
    def action_go_on(self) -> None:
        """Go on with it."""
        self._with_it(self._open_session)

    @on(Press.Pressed, "#read")
    def action_read(self) -> None:
        """Read it."""
        self._with_it(self._read_session)

    @on(Press.Pressed, "#note")
    def action_note(self) -> None:
        """Its note."""
        if self._note_of is not None:
            self._with_it(self._note_of)

    @on(Press.Pressed, "#earlier")
    def action_earlier(self) -> None:
        """Its earlier states."""
        self._with_it(self._earlier_of)

    @on(Press.Pressed, "#bin")
    def _to_bin(self, event: Press.Pressed) -> None:
        event.stop()
        self._bin()

    @on(Press.Pressed, "#take-in")
    def _to_taking(self, event: Press.Pressed) -> None:
        event.stop()
        self._take_in()

    @on(Press.Pressed, "#put-in-bin")
    def action_put_in_bin(self) -> None:
        """Put it in the bin, after asking."""
        summary = self._at
        if summary is None or not self._may_write():
            return
        ask = AskScreen(
            self.world,
            f"Put “{name_of(summary).plain}” in the bin?",
            ("It can be taken out again until the bin is emptied.", BEFORE),
            yes="Put it in the bin",
        )
        self.app.push_screen(ask, lambda yes: self._put(summary.id) if yes else None)

    def _put(self, session_id: str) -> None:
        try:
            self.world.notebook().bin.put(session_id)
        except ReflectError as error:
            self.notify(said(str(error)).plain, markup=False, severity="error", timeout=12)
        self._read()

    @on(Press.Pressed, "#back")
    def _back(self) -> None:
        self.action_leave()
