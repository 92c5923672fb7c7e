"""Home: what brings you here? Painted before anything is read; the lists come a moment later."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from reflect_tui.errors import Locked, ReflectError
from reflect_tui.tui.content import said
from reflect_tui.tui.keymap import spoken
from reflect_tui.tui.screens.frame import Frame
from reflect_tui.tui.spoken import greeting
from reflect_tui.tui.widgets.home_below import HomeBelow
from reflect_tui.tui.widgets.home_lines import (
    agreed_lines,
    alone_line,
    go_on_line,
    lately_lines,
    message,
    together,
)
from reflect_tui.tui.widgets.line import Line
from reflect_tui.tui.world import World

if TYPE_CHECKING:
    from reflect_tui.notebook.summary import Summary
    from reflect_tui.session.agreed import AgreedAction

_COLUMN = 31
"""Where what a main line is for begins, in cells."""
_AT_MOST = 6
"""How many sessions, and how many agreed actions, stand here; all sessions have their own page."""
_SAID = 6.0
"""Seconds for which the bar says how to leave."""


@dataclass(frozen=True, slots=True)
class _Found:
    """What the notebook holds, or why it cannot be opened."""

    sessions: tuple[Summary, ...] = ()
    actions: tuple[AgreedAction, ...] = ()
    trouble: ReflectError | None = None
    held: str = ""
    """Why this window can only read, or empty."""
    company: bool = False
    """Whether somebody else may be looking: then it is only what was last done together."""


class HomeScreen(Frame[None]):
    """The first screen of every day."""

    CSS_PATH = "../styles/home.tcss"
    AUTO_FOCUS = "#begin"
    FOOT: ClassVar[str] = (
        "Up and Down move · Enter choose · F1 help · Ctrl+P everything · Ctrl+Q leave"
    )
    HELP_TEXT: ClassVar[str] = (
        "This is where every visit begins.\n\n"
        "“Begin a session” asks a few things first: who is working together, and on what. "
        "Nothing is lost if you change your mind.\n\n"
        "“Go on with” opens the session that was put down last, where you left it. "
        "“Fifteen minutes on your own” asks what you have in mind, and begins at once.\n\n"
        "Beneath stand what was agreed and nobody has come back to yet, and your newest sessions. "
        "Choose one to go on with it.\n\n"
        "Your employer is responsible for what you write here. A court, or a person it is about, "
        "may be able to see it. It is not the case record: put decisions in the record today."
    )

    class Filled(Message):
        """The notebook was read."""

        def __init__(self, found: _Found) -> None:
            super().__init__()
            self.found = found

    class IsLocked(Message):
        """The notebook wants its password before it can be read."""

    def __init__(
        self,
        world: World,
        *,
        begin: Callable[[], None],
        open_session: Callable[[str], None],
        read_session: Callable[[str], None],
        all_sessions: Callable[[], None],
        alone: Callable[[], None] = lambda: None,
        to_oneself: Callable[[], None] = lambda: None,
        standards: Callable[[], None] = lambda: None,
        library: Callable[[], None] = lambda: None,
        settings: Callable[[], None] = lambda: None,
        locked: Callable[[], None] = lambda: None,
    ) -> None:
        """`alone` leads to fifteen minutes on one's own; `locked` asks for the password.

        `to_oneself` says that nobody else is at the screen any more.
        """
        super().__init__(world)
        self._begin = begin
        self._open_session = open_session
        self._read_session = read_session
        self._all_sessions = all_sessions
        self._alone = alone
        self._to_oneself = to_oneself
        self._standards = standards
        self._library = library
        self._settings = settings
        self._locked = locked
        self._asleep = world.sealed
        self._was_away = False
        self._found: _Found | None = None

    # -- drawing --------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        """Nothing at all while the notebook is locked."""
        if not self._asleep:
            yield from super().compose()

    def body(self) -> ComposeResult:
        """The question and its answers; what was agreed and what was done lately beneath."""
        with VerticalScroll(id="home", can_focus=False):
            hello = greeting(self.world.now())
            yield Static(said(f"{hello} What brings you here?"), id="question")
            with Vertical(id="answers"):
                yield Line(
                    Content("Begin a session"),
                    Content("one-to-one, group, or on your own"),
                    column=_COLUMN,
                    id="begin",
                )
                yield Line(
                    Content("Fifteen minutes on your own"),
                    Content("one lens, one question, one next step"),
                    column=_COLUMN,
                    id="fifteen",
                )
            yield Static(Content(""), id="message")
            with Horizontal(id="beneath"):
                yield Vertical(id="agreed")
                yield Vertical(id="lately")
        yield HomeBelow(standards=self._standards, library=self._library, settings=self._settings)

    def on_mount(self) -> None:
        """Paint first, read afterwards."""
        if self.world.demo:
            self._say_title()
        for problem in self.world.problems:
            self.notify(said(problem).plain, markup=False, severity="warning", timeout=12)
        self.world.problems = ()
        # What reading imports would hold up the paint, so the paint gets a head start.
        self.set_timer(0.08, self._read)

    def on_screen_resume(self) -> None:
        """Back from a session, home shows it; the first time, `on_mount` sees to it."""
        if self._was_away and not self._asleep:
            self._read()

    def on_screen_suspend(self) -> None:
        """Somebody went on from here."""
        self._was_away = True

    @work(thread=True, exclusive=True, group="read", exit_on_error=False)
    def _read(self) -> None:
        """Read the notebook in a thread, then fetch what the next screens will need."""
        try:
            notebook = self.world.notebook()
            notebook.take_over()
            sessions = notebook.sessions()
            actions = tuple(notebook.open_actions(sessions))
            found = _Found(tuple(sessions), actions, held=notebook.hold.why_not)
            if self.world.company:
                found = _Found(together(sessions), held=found.held, company=True)
        except Locked:
            self.post_message(self.IsLocked())
            self._warm()
            return
        except ReflectError as error:
            found = _Found(trouble=error)
        self.post_message(self.Filled(found))
        self._warm()

    def _warm(self) -> None:
        """What is imported now need not be waited for when a session is begun."""
        import reflect_tui.tui.screens.begin
        import reflect_tui.tui.screens.session  # noqa: F401  (imported to be there)

        try:
            self.world.shelf()
        except ReflectError:
            return  # The begin screen asks again, and says it.

    @on(IsLocked)
    def _is_locked(self) -> None:
        if self.is_current:
            self._locked()

    async def read_anew(self) -> None:
        """Show what the notebook holds now; where nothing stood while it was locked, all of it."""
        if self._asleep:
            self._asleep = False
            await self.recompose()
            self.query_one("#begin").focus()
        self._read()

    async def forget(self) -> None:
        """Take everything off this screen; it is drawn and read anew once it is unlocked."""
        self.workers.cancel_group(self, "read")
        self._found = None
        self._asleep = True
        await self.recompose()

    @on(Filled)
    async def _fill(self, event: Filled) -> None:
        """Draw what the notebook holds, unless that is what stands there already."""
        found = event.found
        if self._asleep or found == self._found:
            return
        self._found = found
        at = self.focused.key if isinstance(self.focused, Line) else ""
        async with self.batch():
            await self.query("#go-on, #to-oneself, #agreed > *, #lately > *").remove()
            await self._draw(found)
        if self.focused is None or not self.focused.is_attached:
            again = [line for line in self.query(Line) if at and line.key == at]
            (again or [self.query_one("#begin", Line)])[0].focus()

    async def _draw(self, found: _Found) -> None:
        words = message(found.sessions, found.held, found.trouble)
        self.query_one("#message", Static).set_class(bool(words), "-said").update(words)
        sound = [summary for summary in found.sessions if summary.trouble is None]
        if sound:
            latest = max(sound, key=lambda summary: summary.changed)
            line = go_on_line(latest, self.world.now(), _COLUMN)
            await self.query_one("#answers").mount(line, after="#begin")
        if found.company:
            await self.query_one("#answers").mount(alone_line(_COLUMN))
        agreed = self.query_one("#agreed").set_class(bool(found.actions), "-some")
        await agreed.mount_all(agreed_lines(found.actions[:_AT_MOST]))
        lately = () if found.company else found.sessions[:_AT_MOST]
        await self.query_one("#lately").mount_all(lately_lines(lately, self.world.now()))

    # -- what a person does ---------------------------------------------------------------

    @on(Line.Chosen)
    def _chosen(self, event: Line.Chosen) -> None:
        event.stop()
        line = event.line
        if line.id == "begin":
            self._begin()
        elif line.id == "fifteen":
            self._alone()
        elif line.id == "to-oneself":
            self._to_oneself()
        elif line.id == "all-sessions":
            self._all_sessions()
        elif line.has_class("-read"):
            self._read_session(line.key)
        else:
            self._open_session(line.key)

    def action_leave(self) -> None:
        """There is nothing further out; say how to leave instead of leaving by accident."""
        self.bar.say(Content(spoken("Ctrl+Q leaves. Everything is kept.", self)))
        self.set_timer(_SAID, self._say_title)

    def _say_title(self) -> None:
        self.bar.say(
            Content("reflect · an invented notebook" if self.world.demo else self.TITLE_LINE)
        )
