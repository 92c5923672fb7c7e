"""The notebook is locked: its password, or its recovery words."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from reflect_tui.errors import ReflectError, WrongWords
from reflect_tui.tui.content import said
from reflect_tui.tui.keymap import spoken
from reflect_tui.tui.screens.frame import Frame
from reflect_tui.tui.widgets.press import Press
from reflect_tui.tui.widgets.secret import Secret
from reflect_tui.tui.world import World

_TRYING = "One moment …"
_WRONG = "That isn't it. Look at Caps Lock, and try again; nothing is lost by trying."
_FORGOTTEN = " If it is forgotten, choose “Use the recovery words”."


class UnlockScreen(Frame[None]):
    """Nothing of anyone's is on the screen or behind it until the right words were given."""

    CSS_PATH = "../styles/unlock.tcss"
    TITLE_LINE: ClassVar[str] = "reflect"
    AUTO_FOCUS = "#password"
    FOOT: ClassVar[str] = "Enter unlocks · Tab move · F1 help · Ctrl+Q leave"
    HELP_TEXT: ClassVar[str] = (
        "This notebook is locked with a password of several words. Type it and press Enter.\n\n"
        "Is somebody beside you? “Unlock beside someone” shows nothing of your other sessions "
        "until you say that you are alone.\n\n"
        "A wrong one costs nothing but the moment it takes, however often.\n\n"
        "If it is forgotten, the twelve recovery words open the notebook too: choose “Use the "
        "recovery words”. Capitals and line breaks don't matter. Afterwards you can choose a new "
        "password.\n\n"
        "Without either, nobody can open it; not your organisation, and not whoever wrote this "
        "program."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+n,f4", "unlock", "Unlock", show=False, id="unlock", priority=True),
    ]

    class Tried(Message):
        """The words were tried: why they don't open it, or nothing when they do."""

        def __init__(self, trouble: ReflectError | None) -> None:
            super().__init__()
            self.trouble = trouble

    def __init__(self, world: World, *, unlocked: Callable[[bool], None]) -> None:
        """`unlocked` is called once it is open, with whether the recovery words opened it."""
        super().__init__(world)
        self._unlocked = unlocked
        self._by_recovery = False
        self._trying = False
        self._tries = 0

    def body(self) -> ComposeResult:
        """One line to type in, and the ways on."""
        with Vertical(id="unlock-page"):
            yield Static(Content("This notebook is locked"), id="locked-heading")
            yield Static(Content("Its password:"), id="ask-for")
            yield Secret(id="password")
            yield Static(Content(""), id="said")
            with Horizontal(id="ways"):
                yield Press("Unlock", id="go", classes="-main")
                yield Press("Unlock beside someone", id="beside")
                yield Press("Use the recovery words", id="other", classes="-second")
                yield Press("Leave", id="leave", classes="-quiet")

    def _say(self, words: str, *, trouble: bool = False) -> None:
        line = self.query_one("#said", Static)
        line.update(said(words))
        line.set_class(trouble, "-trouble")

    # -- what a person does ---------------------------------------------------------------

    @on(Secret.Entered)
    def action_unlock(self) -> None:
        """Try what was typed, once at a time."""
        typed = self.query_one(Secret).typed
        if self._trying:
            return
        if not typed.strip():
            self._say("Type it first.")
            return
        self._trying = True
        self._say(_TRYING)
        self._try(typed, recovery=self._by_recovery)

    @work(thread=True, exclusive=True, group="unlock", exit_on_error=False)
    def _try(self, typed: str, *, recovery: bool) -> None:
        try:
            key = self.world.notebook().key
            (key.unlock_by_recovery if recovery else key.unlock)(typed)
        except ReflectError as error:
            self.post_message(self.Tried(error))
        else:
            self.post_message(self.Tried(None))

    @on(Tried)
    def _tried(self, event: Tried) -> None:
        self._trying = False
        line = self.query_one(Secret)
        if event.trouble is None:
            line.value = ""
            self._unlocked(self._by_recovery)
            return
        if isinstance(event.trouble, WrongWords):
            self._tries += 1
            self._say(
                _WRONG + (_FORGOTTEN if self._tries > 1 and not self._by_recovery else ""),
                trouble=True,
            )
            line.value = "" if line.password else line.value
        else:
            self._say(str(event.trouble), trouble=True)
        line.focus()

    @on(Press.Pressed, "#beside")
    def _beside(self, event: Press.Pressed) -> None:
        """Unlock, and draw nothing but what was last done together."""
        event.stop()
        self.world.company = True
        self.action_unlock()

    @on(Press.Pressed, "#go")
    def _by_oneself(self, event: Press.Pressed) -> None:
        event.stop()
        self.action_unlock()

    @on(Press.Pressed, "#other")
    def _other(self, event: Press.Pressed) -> None:
        """The recovery words instead, or the password again."""
        event.stop()
        self._by_recovery = not self._by_recovery
        recovery = self._by_recovery
        ask = "Its twelve recovery words, in their order:" if recovery else "Its password:"
        self.query_one("#ask-for", Static).update(Content(ask))
        event.press.relabel("Use the password" if recovery else "Use the recovery words")
        line = self.query_one(Secret)
        line.value = ""
        line.password = not recovery
        self._say("")
        line.focus()

    @on(Press.Pressed, "#leave")
    async def _leave_program(self, event: Press.Pressed) -> None:
        event.stop()
        await self.app.run_action("quit")

    def action_leave(self) -> None:
        """There is nothing further out while it is locked."""
        self._say(spoken("Ctrl+Q leaves. Everything is kept.", self))
