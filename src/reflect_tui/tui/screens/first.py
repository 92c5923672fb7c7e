"""First start: what this is and is not, a password for the notebook, and for which services."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from reflect_tui.errors import ReflectError
from reflect_tui.settings import SERVICES
from reflect_tui.tui.content import said
from reflect_tui.tui.screens.frame import Frame
from reflect_tui.tui.screens.password import Wanted, given
from reflect_tui.tui.widgets.new_password import NewPassword
from reflect_tui.tui.widgets.pick import Pick
from reflect_tui.tui.widgets.press import Press
from reflect_tui.tui.widgets.recovery import Recovery
from reflect_tui.tui.world import World
from reflect_tui.welcome import WHAT_IT_IS

NO_PASSWORD_YET = (
    "No password yet: anyone who can open this computer account's files could read the notebook. "
    "To go on without one all the same, press Next once more."
)
_WHAT_IT_DOES = (
    "It is kept on this computer only. With a password of several words it is locked: nobody "
    "without them can read it. You can give one later, change it, or take it off."
)
_WHAT, _PASSWORD, _RECOVERY, _SERVICES = range(4)
"""The pages, in order; the recovery words only once there are any."""
_NEXT = {_RECOVERY: "I have written them down", _SERVICES: "To the first screen"}
_PICKS = {"children": ("children",), "adults": ("adults",), "both": SERVICES}


class _Services(Pick):
    """Enter goes on here as on every page; arrows, Space and clicks choose."""

    def action_on(self) -> None:
        self.screen.query_one("#on", Press).action_press()


class FirstScreen(Frame[None]):
    """Three short steps for somebody new; each can be skipped, and changed later."""

    CSS_PATH = "../styles/first.tcss"
    TITLE_LINE: ClassVar[str] = "reflect · welcome"
    AUTO_FOCUS = "#on"
    FOOT: ClassVar[str] = "Enter goes on · Tab move · Esc skip for now · F1 help · Ctrl+Q leave"
    HELP_TEXT: ClassVar[str] = (
        "Three short steps for your first visit. Next goes on, Back returns, and Skip for now "
        "goes straight to the first screen, whose first line is “Begin a session”.\n\n"
        "A good password is several words that don't belong together and that you can see before "
        "you. If it is forgotten, twelve recovery words open the notebook; they are shown once "
        "the password is set.\n\n"
        "Nothing you choose here is final."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+n,f4", "on", "Next page", show=False, id="first-next", priority=True),
        Binding("f3", "back", "Page before", show=False, id="first-back"),
    ]

    class Sealed(Message):
        """The notebook has a password now, and these recovery words; or why it has none."""

        def __init__(self, words: str, trouble: str = "") -> None:
            super().__init__()
            self.words = words
            self.trouble = trouble

    class Placed(Message):
        """It is known where the notebook is kept, or why it cannot be opened."""

        def __init__(self, words: str) -> None:
            super().__init__()
            self.words = words

    def __init__(self, world: World, *, done: Callable[[], None]) -> None:
        super().__init__(world)
        self._done = done
        self._page = _WHAT
        self._sealed = False
        self._working = False
        self._warned = False

    # -- drawing --------------------------------------------------------------------------

    def body(self) -> ComposeResult:
        """The pages, one of them shown, and the way on beneath."""
        with VerticalScroll(id="pages", can_focus=False):
            yield from self._what_it_is()
            yield from self._password()
            with Vertical(classes="page"):
                yield Static(Content("Your recovery words"), classes="heading")
                yield Recovery(id="recovery")
            yield from self._for_whom()
        with Horizontal(id="ways"):
            yield Press("Next", id="on", classes="-main")
            yield Press("Back", id="back")
            yield Press("Skip for now", id="skip", classes="-quiet")

    def _what_it_is(self) -> ComposeResult:
        with Vertical(classes="page -shown"):
            yield Static(Content("What this is, and what it is not"), classes="heading")
            for first, rest in WHAT_IT_IS:
                yield Static(Content.assemble((first, "bold"), rest), classes="fact")
            yield Static(
                Content.assemble(
                    "After two short pages, the next screen's first line is ",
                    ("“Begin a session”", "$accent bold"),
                    ".",
                ),
                classes="onward",
            )

    def _password(self) -> ComposeResult:
        with Vertical(classes="page"):
            yield Static(Content("Lock your notebook"), classes="heading")
            yield Static(Content(_WHAT_IT_DOES), classes="fact")
            yield NewPassword(id="new")
            yield Static(Content("…"), id="place")

    def _for_whom(self) -> ComposeResult:
        with Vertical(classes="page"):
            yield Static(Content("Which services do you work with?"), classes="heading")
            yield Static(
                Content(
                    "Some questions are worded for one or the other. Click one, or use the arrows."
                ),
                classes="fact",
            )
            chosen = self.world.settings.services
            yield _Services(
                [
                    ("children", "Children's services"),
                    ("adults", "Adults' services"),
                    ("both", "Both"),
                ],
                chosen[0] if len(chosen) == 1 else "both",
                below=True,
                id="services",
            )

    def on_mount(self) -> None:
        """Show the first page; find out in a thread where the notebook is."""
        self._show()
        self.call_after_refresh(self._find_place)

    @work(thread=True, exclusive=True, group="place", exit_on_error=False)
    def _find_place(self) -> None:
        try:
            from reflect_tui.doctor import synced

            top = self.world.notebook().top
            words = f"Your notebook is in {top}"
            if copies := synced(top):
                words += f". That is in {copies}: copies of it lie elsewhere too."
        except ReflectError as error:
            words = str(error)
        self.post_message(self.Placed(words))

    @on(Placed)
    def _placed(self, event: Placed) -> None:
        self.query_one("#place", Static).update(said(event.words))

    def _show(self) -> None:
        for number, page in enumerate(self.query(".page")):
            page.set_class(number == self._page, "-shown")
        self.query_one("#on", Press).relabel(_NEXT.get(self._page, "Next"))
        # The recovery words are not passed by unseen, and not gone back from: they are there now.
        self.query_one("#back").set_class(self._page in (_WHAT, _RECOVERY), "-hidden")
        self.query_one("#skip").set_class(self._page == _RECOVERY, "-hidden")
        self.query_one("#pages").scroll_home(animate=False)
        focus = {_PASSWORD: "#first", _SERVICES: "#services"}.get(self._page, "#on")
        self.query_one(focus).focus()

    # -- what a person does ---------------------------------------------------------------

    @on(NewPassword.Entered)
    @on(Press.Pressed, "#on")
    def action_on(self) -> None:
        """The next page; after the last, the first screen."""
        if self._page == _PASSWORD:
            self._after_password()
        elif self._page == _SERVICES:
            self._end(_PICKS[self.query_one("#services", Pick).taken])
        else:
            self._page = _PASSWORD if self._page == _WHAT and not self._sealed else _SERVICES
            self._show()

    def _after_password(self) -> None:
        new = self.query_one(NewPassword)
        if self._working:
            return
        if new.blank and self._warned:
            self._page = _SERVICES
            self._show()
        elif new.blank:
            self._warned = True
            new.say(NO_PASSWORD_YET)
            self.query_one("#on").focus()
        elif (password := new.password()) is not None:
            self._working = True
            self.query_one("#on", Press).relabel("One moment …")
            self._seal(password)

    @work(thread=True, exclusive=True, group="seal", exit_on_error=False)
    def _seal(self, password: str) -> None:
        try:
            words, trouble = given(self.world.notebook(), Wanted.GIVE, password)
        except ReflectError as error:
            self.post_message(self.Sealed("", str(error)))
        else:
            self.post_message(self.Sealed(words, trouble))

    @on(Sealed)
    def _is_sealed(self, event: Sealed) -> None:
        self._working = False
        new = self.query_one(NewPassword)
        if not event.words:
            new.say(event.trouble)
            self.query_one("#on", Press).relabel("Next")
            return
        if event.trouble:
            self.notify(said(event.trouble).plain, markup=False, severity="error", timeout=12)
        new.clear()
        self._sealed = True
        self.query_one(Recovery).show(event.words)
        self._page = _RECOVERY
        self._show()

    @on(Press.Pressed, "#back")
    def action_back(self) -> None:
        """The page before; from the last one, the recovery words once more where there are any."""
        before = _RECOVERY if self._sealed else _PASSWORD
        if self._page == _SERVICES:
            self._page = before
        elif self._page == _PASSWORD:
            self._page = _WHAT
        self._show()

    @on(Press.Pressed, "#skip")
    def action_leave(self) -> None:
        """Skip the rest; everything can be read and changed later."""
        if self._working or self._page == _RECOVERY:
            return
        self._end(self.world.settings.services)

    def _end(self, services: tuple[str, ...]) -> None:
        self.query_one(Recovery).show("")
        settings = replace(self.world.settings, introduced=True, services=services)
        try:
            self.world.save_settings(settings)
        except ReflectError as error:
            # Only the choice is lost; the welcome comes again at the next start.
            self.notify(said(str(error)).plain, markup=False, severity="error", timeout=10)
        self._done()
