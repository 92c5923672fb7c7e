"""A session that cannot be read: why, and the newest earlier state of it that can."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from reflect_tui.errors import ReflectError
from reflect_tui.notebook.earlier import State
from reflect_tui.notes.read import as_text
from reflect_tui.tui.content import said
from reflect_tui.tui.screens.frame import Frame
from reflect_tui.tui.spoken import moment
from reflect_tui.tui.widgets.press import Press
from reflect_tui.tui.world import World

_NONE = (
    "No earlier state of it can be read either. Its file was left as it is: show this page to "
    "whoever looks after this computer, and look in your backups."
)
_THERE_IS = (
    "Below stands the newest earlier state that can be read, from {when}. Put it in the place of "
    "the file that can't be read? That file is kept too, in the folder “damaged”."
)


class MendingScreen(Frame[None]):
    """Nothing is changed unless somebody asks for it."""

    CSS_PATH = "../styles/mending.tcss"
    TITLE_LINE: ClassVar[str] = "A session that can't be read"
    AUTO_FOCUS = "#back"
    FOOT: ClassVar[str] = "Up and Down read on · Tab move · Enter choose · F1 help · Esc back"
    HELP_TEXT: ClassVar[str] = (
        "The file of this session can't be read. At the top stands why.\n\n"
        "Earlier states of it are kept: one from each time it was opened, and one for every ten "
        "minutes of writing. The newest that can be read stands below; “Put it back” goes on with "
        "it. What was in the broken file stays in the folder “damaged”."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+n,f4", "put_back", "Put it back", show=False, id="mend", priority=True),
    ]

    class Found(Message):
        """The newest earlier state that can be read, or none."""

        def __init__(self, state: State | None, words: str) -> None:
            super().__init__()
            self.state = state
            self.words = words

    def __init__(
        self,
        world: World,
        session_id: str,
        error: ReflectError,
        *,
        brought_back: Callable[[str], None],
    ) -> None:
        """`brought_back` goes on with the session once it can be read."""
        super().__init__(world)
        self._session_id = session_id
        self._error = error
        self._brought_back = brought_back
        self._state: State | None = None

    def body(self) -> ComposeResult:
        """Why, what there is, the ways on."""
        yield Static(said(str(self._error)), id="why")
        yield Static(Content("Looking for an earlier state …"), id="what")
        with VerticalScroll(id="state"):
            yield Static(Content(""), id="words")
        with Horizontal(id="ways"):
            yield Press("Put it back", id="put-back", classes="-main")
            yield Press("Back", id="back")

    def on_mount(self) -> None:
        """Look in a thread."""
        self.query_one("#put-back").display = False
        self._look()

    @work(thread=True, exclusive=True, group="earlier", exit_on_error=False)
    def _look(self) -> None:
        try:
            found = self.world.notebook().newest_good(self._session_id)
        except ReflectError:
            found = None
        state, words = (found[0], as_text(found[1])) if found else (None, "")
        self.post_message(self.Found(state, words))

    @on(Found)
    def _found(self, event: Found) -> None:
        self._state = event.state
        what = self.query_one("#what", Static)
        if event.state is None:
            what.update(Content(_NONE))
            return
        when = moment(event.state.at, self.world.now())
        what.update(said(_THERE_IS.format(when=when)))
        self.query_one("#words", Static).update(said(event.words))
        button = self.query_one("#put-back")
        button.display = True
        button.focus()

    @on(Press.Pressed, "#put-back")
    def action_put_back(self) -> None:
        """Put it in the place of the file that can't be read, and go on with it."""
        if self._state is None or not self.is_current:
            return
        try:
            self.world.notebook().bring_back(self._session_id, self._state)
        except ReflectError as error:
            self.notify(said(str(error)).plain, markup=False, severity="error", timeout=12)
            return
        self.step_out()
        self._brought_back(self._session_id)

    @on(Press.Pressed, "#back")
    def _back(self) -> None:
        self.action_leave()
