"""All sessions, newest first: go on with one, read it, or see its note."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, overload

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from reflect_tui.errors import ReflectError
from reflect_tui.notebook.summary import Summary
from reflect_tui.tui.content import said
from reflect_tui.tui.screens.frame import Frame
from reflect_tui.tui.spoken import day, name_of
from reflect_tui.tui.widgets.press import Press
from reflect_tui.tui.widgets.rows import Row, Rows
from reflect_tui.tui.words import SERVICE_WORDS, WAY_WORDS
from reflect_tui.tui.world import World


class SessionRows(Sequence[Row]):
    """Rows made as they come into sight: ten thousand sessions cost nothing until then."""

    def __init__(self, sessions: Sequence[Summary], now: datetime) -> None:
        self._sessions = sessions
        self._now = now

    def __len__(self) -> int:
        return len(self._sessions)

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Row]: ...
    def __getitem__(self, index: int | slice) -> Row | Sequence[Row]:
        if isinstance(index, slice):
            return SessionRows(self._sessions[index], self._now)
        summary = self._sessions[index]
        when = day(summary.began.astimezone(self._now.tzinfo).date(), self._now.date())
        way = WAY_WORDS[summary.way] if summary.way else ""
        service = SERVICE_WORDS[summary.service] if summary.service else ""
        lead = said(f"{when:<14}{way:<14}{service:<12}", "$muted")
        if summary.trouble is not None:
            lead = said(f"{when:<14}", "$muted")
        return Row(lead.append(name_of(summary)), str(index))


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
        "changing anything. “Its note” shows what would be handed over."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("r", "read", "Read the session", id="sessions-read"),
        Binding("n", "note", "Its note", id="sessions-note"),
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
    ) -> None:
        """Without `note_of`, a note is only met from within its session."""
        super().__init__(world)
        self._open_session = open_session
        self._read_session = read_session
        self._note_of = note_of
        self._sessions: tuple[Summary, ...] = ()

    def body(self) -> ComposeResult:
        """The list, and what can be done with the session one is at."""
        yield Static(Content("Reading your notebook …"), id="sessions-message")
        yield Rows(twice=True, id="sessions")
        with Horizontal(id="ways"):
            yield Press("Go on with it", id="go-on", classes="-main")
            yield Press("Read it", id="read")
            if self._note_of is not None:
                yield Press("Its note", id="note")
            yield Press("Back", id="back", classes="-quiet")

    def on_mount(self) -> None:
        """Read the notebook in a thread."""
        self._read()

    def on_screen_resume(self) -> None:
        """A session may have changed while another screen stood here."""
        if self._sessions:
            self._read()

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
        self.query_one("#ways").set_class(not event.sessions, "-none")
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
        if summary.trouble is not None:
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

    @on(Press.Pressed, "#back")
    def _back(self) -> None:
        self.action_leave()
