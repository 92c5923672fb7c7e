"""Earlier states of a session: what stood there then and doesn't now, to be brought back."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from reflect_tui.errors import ReflectError
from reflect_tui.notebook.earlier import State
from reflect_tui.session.comparing import Difference, gone_or_changed
from reflect_tui.session.sitting import Sitting
from reflect_tui.tui.content import join, said
from reflect_tui.tui.screens.frame import Frame
from reflect_tui.tui.spoken import moment
from reflect_tui.tui.widgets.press import Press
from reflect_tui.tui.widgets.reading import reading
from reflect_tui.tui.widgets.rows import Row, Rows
from reflect_tui.tui.world import World

if TYPE_CHECKING:
    from reflect_tui.session.model import Session

_NONE = (
    "There is no earlier state yet. One is kept each time this session is opened and written in, "
    "and one for every ten minutes of writing."
)
_SAME = "Everything that stood here then stands here now."
_GONE = "gone"
_DIFFERS = "differs"


class EarlierScreen(Frame[None]):
    """The states at the top; below, each answer that was there then and is gone or differs."""

    CSS_PATH = "../styles/earlier.tcss"
    TITLE_LINE: ClassVar[str] = "Earlier states of this session"
    AUTO_FOCUS = "#states"
    FOOT: ClassVar[str] = "Up and Down move · Tab to the answers · Enter brings back · Esc back"
    HELP_TEXT: ClassVar[str] = (
        "Each line at the top is this session as it was at one time. Below stands what was "
        "written then and is no longer there, or says something else now.\n\n"
        "“Bring it back” puts that answer in its place again. What stands there now is not lost "
        "by it: F7 in the session takes the last thing back, and the next state keeps it."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "ctrl+n,f4",
            "bring_back",
            "Bring it back",
            show=False,
            id="earlier-bring-back",
            priority=True,
        ),
    ]

    class Found(Message):
        """The states there are."""

        def __init__(self, states: tuple[State, ...], trouble: str = "") -> None:
            super().__init__()
            self.states = states
            self.trouble = trouble

    class Loaded(Message):
        """One of them, read; or why it can't be."""

        def __init__(self, state: State, session: Session | None, trouble: str = "") -> None:
            super().__init__()
            self.state = state
            self.session = session
            self.trouble = trouble

    def __init__(self, world: World, sitting: Sitting) -> None:
        super().__init__(world)
        self._sitting = sitting
        self._states: tuple[State, ...] = ()
        self._shown: State | None = None
        self._then: Session | None = None
        self._differences: list[Difference] = []

    def body(self) -> ComposeResult:
        """The states, the answers, the way on."""
        yield Static(Content("Looking …"), id="message")
        yield Rows(id="states")
        yield Rows(twice=True, id="answers")
        with VerticalScroll(id="words-page"), Vertical(id="inner"):
            yield Static(Content(""), id="words")
        with Horizontal(id="ways"):
            yield Press("Bring it back", id="bring-back", classes="-main")
            yield Press("Back", id="back")

    def on_mount(self) -> None:
        """Look in a thread; what is being written is kept first."""
        self._look()

    @work(thread=True, exclusive=True, group="states", exit_on_error=False)
    def _look(self) -> None:
        try:
            states = tuple(self.world.notebook().earlier(self._sitting.session.id))
        except ReflectError as error:
            self.post_message(self.Found((), str(error)))
        else:
            self.post_message(self.Found(states))

    @on(Found)
    def _found(self, event: Found) -> None:
        self._states = event.states
        self._say(event.trouble or ("" if event.states else _NONE))
        now = self.world.now()
        rows = [
            Row(said(moment(state.at, now).capitalize()), str(number))
            for number, state in enumerate(event.states)
        ]
        self.query_one("#states", Rows).show(rows)
        self.set_class(not event.states, "-none")
        if not event.states:
            self.set_class(True, "-same")
            self.query_one("#back", Press).focus()

    def _say(self, words: str) -> None:
        message = self.query_one("#message", Static)
        message.update(said(words))
        message.display = bool(words)

    @on(Rows.At, "#states")
    def _at_state(self, event: Rows.At) -> None:
        event.stop()
        if event.key:
            self._load(self._states[int(event.key)])

    @work(thread=True, exclusive=True, group="state", exit_on_error=False)
    def _load(self, state: State) -> None:
        try:
            session = self.world.notebook().load_earlier(state)
        except ReflectError as error:
            self.post_message(self.Loaded(state, None, str(error)))
        else:
            self.post_message(self.Loaded(state, session))

    @on(Loaded)
    def _loaded(self, event: Loaded) -> None:
        self._shown, self._then = event.state, event.session
        self._draw(event.trouble)

    def _draw(self, trouble: str = "") -> None:
        then = self._then
        self._differences = gone_or_changed(self._sitting.session, then) if then else []
        self._say(trouble or ("" if self._differences else _SAME))
        rows = [
            Row(
                join(
                    said(f"{_GONE if found.now is None else _DIFFERS:<9}", "$muted"),
                    said(found.asked),
                ),
                str(number),
            )
            for number, found in enumerate(self._differences)
        ]
        self.query_one("#answers", Rows).show(rows)
        self.set_class(not rows, "-same")
        self._draw_words(0 if rows else None)

    @on(Rows.At, "#answers")
    def _at_answer(self, event: Rows.At) -> None:
        event.stop()
        self._draw_words(int(event.key) if event.key else None)

    def _draw_words(self, number: int | None) -> None:
        words = Content("")
        if number is not None and number < len(self._differences):
            found = self._differences[number]
            words = join(said(f"{found.asked}\n", "bold"), self._as_words(found))
        self.query_one("#words", Static).update(words)

    def _as_words(self, found: Difference) -> Content:
        try:
            return reading(self._sitting.prompt(found.address), found.then)
        except ReflectError:
            return Content("")

    # -- what a person does ---------------------------------------------------------------

    @on(Rows.Chosen, "#states")
    def _to_answers(self, event: Rows.Chosen) -> None:
        event.stop()
        self.query_one("#answers").focus()

    @on(Rows.Chosen, "#answers")
    @on(Press.Pressed, "#bring-back")
    def action_bring_back(self) -> None:
        """Write the answer one is at as it was then."""
        key = self.query_one("#answers", Rows).key
        if not key or not self._differences:
            return
        found = self._differences[int(key)]
        try:
            self._sitting.write(found.address, found.then)
        except ReflectError as error:
            self.notify(said(str(error)).plain, markup=False, severity="error", timeout=10)
            return
        self._sitting.settle()
        self.notify("It stands in its place again.", markup=False, timeout=5)
        self._draw()

    @on(Press.Pressed, "#back")
    def _back(self) -> None:
        self.action_leave()
