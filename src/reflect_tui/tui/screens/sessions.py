"""All sessions, newest first, narrowed as one types: read one, go on with it, see its note."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.events import Resize
from textual.widgets import Static

from reflect_tui.errors import ReflectError
from reflect_tui.notebook.bin import BEFORE
from reflect_tui.notebook.search import Found, Hits, Wanted
from reflect_tui.notebook.summary import Summary
from reflect_tui.tui import session_words
from reflect_tui.tui.content import said
from reflect_tui.tui.screens.ask import AskScreen
from reflect_tui.tui.screens.frame import Frame
from reflect_tui.tui.searching import Looked, Searching
from reflect_tui.tui.session_rows import FoundRows
from reflect_tui.tui.spoken import name_of
from reflect_tui.tui.widgets.entry import Entry
from reflect_tui.tui.widgets.press import Press
from reflect_tui.tui.widgets.rows import Rows
from reflect_tui.tui.widgets.session_filter import SessionFilter
from reflect_tui.tui.world import World


class SessionsScreen(Frame[None]):
    """A list by date with a line to type in above it; the buttons act on the row one is at.

    What was read for it stays in memory while this screen is open, and goes with it.
    """

    CSS_PATH = "../styles/sessions.tcss"
    TITLE_LINE: ClassVar[str] = "All sessions"
    AUTO_FOCUS = "#find"
    FOOT: ClassVar[str] = "Up and Down move · Enter reads it · Ctrl+N go on · F1 help · Esc back"
    HELP_TEXT: ClassVar[str] = session_words.HELP
    BINDINGS: ClassVar[list[BindingType]] = [
        # The line keeps the focus, so that one can move and type on; hence these win.
        Binding("down", "go(1)", show=False, priority=True, id="sessions-down"),
        Binding("up", "go(-1)", show=False, priority=True, id="sessions-up"),
        Binding("pagedown", "leaf(1)", show=False, priority=True, id="sessions-leaf"),
        Binding("pageup", "leaf(-1)", show=False, priority=True, id="sessions-back"),
        Binding("ctrl+f", "to_find", "Type to find", priority=True, id="sessions-find"),
        Binding("r", "read", "Read the session", id="sessions-read"),
        Binding("ctrl+n,f4", "go_on", "Go on with it", priority=True, id="sessions-on"),
        Binding("n,ctrl+r", "note", "Its note", id="sessions-note"),
        Binding("f", "follow", "What follows on from it", id="sessions-follow"),
        Binding("e", "earlier", "Earlier states", id="sessions-earlier"),
        Binding("delete", "put_in_bin", "Put it in the bin", id="sessions-bin"),
    ]

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
        self._searching = Searching(self, world.notebook)
        self._drawn: tuple[Wanted, Hits] = (Wanted(), Hits([]))
        self._was_away = False

    def body(self) -> ComposeResult:
        """What narrows the list, the list, and what can be done with the session one is at."""
        yield SessionFilter(id="filter")
        yield Static(Content(""), id="sessions-message")
        yield Rows(twice=True, id="sessions")
        with Horizontal(id="ways"):
            yield Press("Read it", id="read", classes="-main")
            yield Press("Go on with it", id="go-on")
            if self._note_of is not None:
                yield Press("Its note", id="note")
            yield Press("What follows on", id="follow")
        with Horizontal(id="more-ways"):
            yield Press("Earlier states", id="earlier", classes="-quiet")
            yield Press("Put it in the bin", id="put-in-bin", classes="-quiet")
            yield Press("Look in the bin", id="bin", classes="-quiet")
            yield Press("Take one in", id="take-in", classes="-quiet")
            yield Press("Back", id="back", classes="-quiet")

    # -- looking --------------------------------------------------------------------------

    @property
    def _filter(self) -> SessionFilter:
        return self.query_one(SessionFilter)

    def on_mount(self) -> None:
        """Read the notebook in a thread."""
        self._filter.say(session_words.READING)
        self._searching.look(self._filter.wanted)

    def on_screen_resume(self) -> None:
        """A session may have changed, or come out of the bin, while another screen stood here."""
        if self._was_away:
            self._look_again()

    def on_screen_suspend(self) -> None:
        """Somebody went on from here."""
        self._was_away = True

    def on_unmount(self) -> None:
        """Let go of everything that was read."""
        self._searching.forget()
        self._drawn = (Wanted(), Hits([]))

    def _look_again(self) -> None:
        self._searching.look(self._filter.wanted, again=True)

    @on(SessionFilter.Changed)
    def _narrowed(self, event: SessionFilter.Changed) -> None:
        self._searching.look(event.wanted)

    @on(Looked)
    def _looked(self, event: Looked) -> None:
        if event.wanted != self._filter.wanted:
            return  # Somebody typed on meanwhile.
        wanted, before = self._drawn
        same = wanted == event.wanted
        self._drawn = (event.wanted, event.hits)
        self._say(event)
        # While more is read, whoever stands at the top stays there.
        rows = self.query_one(Rows)
        self._draw(stay=same and (before.whole or rows.at > 0))

    def _say(self, event: Looked) -> None:
        found, wanted = event.hits.found, event.wanted
        self._filter.say("" if event.hits.whole else session_words.FURTHER)
        words = event.trouble
        if not words and event.hits.whole and not found:
            words = session_words.NOT_FOUND if wanted != Wanted() else session_words.NO_SESSIONS
        if wanted == Wanted(thread=wanted.thread) and wanted.thread and len(found) == 1:
            words = session_words.ON_ITS_OWN
        message = self.query_one("#sessions-message", Static)
        message.update(said(words))
        message.display = bool(words)
        self.set_class(not found, "-none")
        self.set_class(not found and wanted == Wanted(), "-empty")

    def _draw(self, *, stay: bool) -> None:
        wanted, hits = self._drawn
        rows = self.query_one(Rows)
        drawn = FoundRows(hits.found, wanted, self.world.now(), rows.size.width)
        stays = stay and rows.key and hits.found
        rows.show(drawn, at=drawn.line_of(rows.key, rows.at) if stays else -1)

    def on_resize(self, event: Resize) -> None:
        """The words round a hit are cut for the window; one stays where one is."""
        super().on_resize(event)
        if self._drawn[1].found:
            self.call_after_refresh(self._draw, stay=True)

    # -- moving ---------------------------------------------------------------------------

    def action_go(self, by: int) -> None:
        """A session down or up, while the line keeps the focus."""
        self.query_one(Rows).action_go(by)

    def action_leaf(self, by: int) -> None:
        """A page down or up, while the line keeps the focus."""
        self.query_one(Rows).action_leaf(by)

    def action_to_find(self) -> None:
        """To the line one types in."""
        self.query_one("#find", Entry).focus()

    def action_leave(self) -> None:
        """From one thread back to all; from all, one step out."""
        if not self._filter.show_all():
            super().action_leave()

    # -- what a person does ---------------------------------------------------------------

    @property
    def _at(self) -> Found | None:
        key = self.query_one(Rows).key
        return next((each for each in self._drawn[1].found if each.summary.id == key), None)

    def _with_it(self, do: Callable[[str], None]) -> None:
        """Do something with the session one is at, or say why it cannot be opened."""
        found = self._at
        if found is None or not self.is_current:
            return
        trouble = found.summary.trouble
        if trouble is not None and do != self._open_session:
            self.notify(said(str(trouble)).plain, markup=False, severity="error", timeout=12)
        else:
            do(found.summary.id)

    @on(Rows.Chosen, "#sessions")
    @on(Entry.Submitted, "#find")
    def _chosen(self) -> None:
        """Read it; one that cannot be read leads to what can be done about that."""
        found = self._at
        broken = found is not None and found.summary.trouble is not None
        self._with_it(self._open_session if broken else self._read_session)

    @on(Press.Pressed, "#read")
    def action_read(self) -> None:
        """Read it."""
        self._with_it(self._read_session)

    @on(Press.Pressed, "#go-on")
    def action_go_on(self) -> None:
        """Go on with it."""
        self._with_it(self._open_session)

    @on(Press.Pressed, "#note")
    def action_note(self) -> None:
        """Its note."""
        if self._note_of is not None:
            self._with_it(self._note_of)

    @on(Press.Pressed, "#follow")
    def action_follow(self) -> None:
        """What follows on from it, and what it follows on from."""
        found = self._at
        if found is not None:
            self._with_it(lambda _: self._filter.follow(found.summary))

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
        found = self._at
        if found is not None and self._may_write():
            self._ask_for_bin(found.summary)

    def _ask_for_bin(self, summary: Summary) -> None:
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
        self._look_again()

    @on(Press.Pressed, "#back")
    def _back(self) -> None:
        self.action_leave()
