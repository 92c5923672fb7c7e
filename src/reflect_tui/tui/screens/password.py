"""Giving the notebook a password, or another one, and the recovery words that come with it."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from reflect_tui.errors import ReflectError
from reflect_tui.tui.content import said
from reflect_tui.tui.screens.frame import Frame
from reflect_tui.tui.widgets.new_password import NewPassword
from reflect_tui.tui.widgets.press import Press
from reflect_tui.tui.widgets.recovery import Recovery
from reflect_tui.tui.world import World

if TYPE_CHECKING:
    from reflect_tui.notebook.notebook import Notebook


class Wanted(Enum):
    """What somebody wants of the password: the heading, and what it means."""

    GIVE = (
        "Lock the notebook with a password",
        "Until now, anyone who can open this computer account's files can read the notebook. With "
        "a password, every session in it is sealed, the earlier states and the bin too.",
    )
    CHANGE = (
        "Change the password",
        "The recovery words stay as they are. Backups made before still open with the old "
        "password.",
    )
    AFTER_RECOVERY = (
        "Choose a new password",
        "The recovery words opened it, and stay as they are. Choose a password you can remember; "
        "Esc leaves the old one.",
    )
    NEW_RECOVERY = (
        "New recovery words",
        "These take the place of the ones there were, which open the notebook no more. Backups "
        "made before still open with the old ones.",
    )


def given(notebook: Notebook, wanted: Wanted, password: str) -> tuple[str, str]:
    """Do what is wanted; the recovery words, where there are new ones, and what isn't done yet.

    Once there are recovery words they are given, whatever goes wrong afterwards. Raises NotKept,
    ReflectError; then nothing was changed. Takes a moment: call it in a thread.
    """
    if wanted is Wanted.NEW_RECOVERY:
        return notebook.key.change_recovery_words(), ""
    if wanted is not Wanted.GIVE:
        notebook.key.change_password(password)
        return "", ""
    words = notebook.seal(password)
    try:
        left = notebook.finish_sealing()
    except ReflectError as error:
        return words, f"Not everything is locked yet: {error} It goes on at the next start."
    many = f"{len(left)} files could not be read, and stay as they are." if left else ""
    return words, many


class PasswordScreen(Frame[None]):
    """Two lines to type in; then, where there are any, the recovery words."""

    CSS_PATH = "../styles/password.tcss"
    TITLE_LINE: ClassVar[str] = "The password"
    AUTO_FOCUS = "#first"
    FOOT: ClassVar[str] = "Enter goes on · Tab move · F1 help · Esc back"
    HELP_TEXT: ClassVar[str] = (
        "A good password is several words that don't belong together and that you can see before "
        "you. Spaces count as one, however many.\n\n"
        "The recovery words open the notebook when the password is forgotten. Without either, "
        "nobody can open it.\n\n"
        "“Make one up for me” chooses five words by chance."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+n,f4", "on", "Go on", show=False, id="password-on", priority=True),
    ]

    class Done(Message):
        """It was done, with the new recovery words if there are any; or it wasn't, and why."""

        def __init__(self, words: str, trouble: str = "", *, refused: bool = False) -> None:
            super().__init__()
            self.words = words
            self.trouble = trouble
            self.refused = refused
            """Whether nothing was changed."""

    def __init__(
        self, world: World, wanted: Wanted, *, done: Callable[[], None] = lambda: None
    ) -> None:
        """`done` is called once the password holds and the recovery words were seen."""
        super().__init__(world)
        self._wanted = wanted
        self._done = done
        self._working = False
        self._shown = False

    def body(self) -> ComposeResult:
        """What it means, the lines, the recovery words afterwards, the way on."""
        heading, meaning = self._wanted.value
        with VerticalScroll(id="password-page", can_focus=False):
            yield Static(Content(heading), id="heading")
            with Vertical(id="asking"):
                yield Static(Content(meaning), id="meaning")
                yield NewPassword(id="new")
            yield Recovery(id="recovery")
        with Horizontal(id="ways"):
            yield Press(self._wanted.value[0], id="on", classes="-main")
            yield Press("Back", id="back")

    def on_mount(self) -> None:
        """The recovery words come later; new ones need no password first."""
        self.query_one(Recovery).display = False
        if self._wanted is Wanted.NEW_RECOVERY:
            self.query_one(NewPassword).display = False
            self.query_one("#on").focus()

    @on(NewPassword.Entered)
    @on(Press.Pressed, "#on")
    def action_on(self) -> None:
        """Do it; or, once the recovery words were seen, go."""
        if self._shown:
            self._leave_with_it()
            return
        if self._working:
            return
        password: str | None = ""
        if self._wanted is not Wanted.NEW_RECOVERY:
            password = self.query_one(NewPassword).password()
        if password is not None:
            self._working = True
            self.query_one("#on", Press).relabel("One moment …")
            self._do(password)

    @work(thread=True, exclusive=True, group="password", exit_on_error=False)
    def _do(self, password: str) -> None:
        try:
            words, trouble = given(self.world.notebook(), self._wanted, password)
        except ReflectError as error:
            self.post_message(self.Done("", str(error), refused=True))
        else:
            self.post_message(self.Done(words, trouble))

    @on(Done)
    def _is_done(self, event: Done) -> None:
        self._working = False
        self.query_one("#on", Press).relabel(self._wanted.value[0])
        if event.trouble:
            self.notify(said(event.trouble).plain, markup=False, severity="error", timeout=12)
        if event.refused:
            return
        self.query_one(NewPassword).clear()
        if not event.words:
            self.notify("The new password holds from now on.", markup=False, timeout=6)
            self._leave_with_it()
            return
        self._shown = True
        self.query_one("#asking").display = False
        self.query_one("#heading", Static).update(Content("Your recovery words"))
        recovery = self.query_one(Recovery)
        recovery.display = True
        recovery.show(event.words)
        button = self.query_one("#on", Press)
        button.relabel("I have written them down")
        button.focus()
        self.query_one("#back").display = False

    def _leave_with_it(self) -> None:
        self.query_one(Recovery).show("")
        if self.step_out():
            self._done()

    @on(Press.Pressed, "#back")
    def action_leave(self) -> None:
        """Back, with everything as it was; the recovery words aren't left by accident."""
        if not (self._shown or self._working):
            self.step_out()
