"""First start: what this is and is not, where the notebook is kept, and for which services."""

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
from reflect_tui.tui.widgets.pick import Pick
from reflect_tui.tui.widgets.press import Press
from reflect_tui.tui.world import World

WHAT_IT_IS = (
    ("A place to think", " about your work: alone, with a supervisor, in a group."),
    ("Never a test.", " Nothing is scored; any question can be left blank."),
    ("Only your words.", " It writes nothing for you, and sends nothing anywhere."),
    ("Not the case record.", " Put decisions in the record today, as always."),
    ("Your employer", " is responsible for the information in it."),
    ("A court, or a person it is about,", " may be able to see it."),
)
NOT_LOCKED = (
    "In this version the notebook isn't locked by a password: anyone who can open this computer "
    "account's files can read it. Lock the computer when you walk away from it."
)
_PICKS = {"children": ("children",), "adults": ("adults",), "both": SERVICES}


class _Services(Pick):
    """Enter goes on here as on every page; arrows, Space and clicks choose."""

    def action_on(self) -> None:
        self.screen.query_one("#on", Press).action_press()


class FirstScreen(Frame[None]):
    """Three short pages for somebody new; each can be skipped."""

    CSS_PATH = "../styles/first.tcss"
    TITLE_LINE: ClassVar[str] = "reflect · welcome"
    AUTO_FOCUS = "#on"
    FOOT: ClassVar[str] = "Enter goes on · Tab move · Esc skip for now · F1 help · Ctrl+Q leave"
    HELP_TEXT: ClassVar[str] = (
        "Three short pages for your first visit. Next goes on, Back returns, and Skip for now "
        "goes straight to the first screen, whose first line is “Begin a session”.\n\n"
        "Nothing you choose here is final."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+n,f4", "on", "Next page", show=False, id="first-next", priority=True),
        Binding("f3", "back", "Page before", show=False, id="first-back"),
    ]

    class Placed(Message):
        """It is known where the notebook is kept, or why it cannot be opened."""

        def __init__(self, words: str) -> None:
            super().__init__()
            self.words = words

    def __init__(self, world: World, *, done: Callable[[], None]) -> None:
        super().__init__(world)
        self._done = done
        self._page = 0

    # -- drawing --------------------------------------------------------------------------

    def body(self) -> ComposeResult:
        """The three pages, one of them shown, and the way on beneath."""
        with VerticalScroll(id="pages", can_focus=False):
            yield from self._what_it_is()
            yield from self._where_it_is()
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

    def _where_it_is(self) -> ComposeResult:
        with Vertical(classes="page"):
            yield Static(Content("Where your notebook is kept"), classes="heading")
            yield Static(Content("On this computer, in this folder:"), classes="fact")
            yield Static(Content("…"), id="place")
            yield Static(said(NOT_LOCKED), classes="fact")
            yield Static(
                Content("Everything you write is kept by itself, about a second after you stop."),
                classes="fact",
            )

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
            words = str(self.world.notebook().top)
        except ReflectError as error:
            words = str(error)
        self.post_message(self.Placed(words))

    @on(Placed)
    def _placed(self, event: Placed) -> None:
        self.query_one("#place", Static).update(said(event.words))

    def _show(self) -> None:
        pages = self.query(".page")
        for number, page in enumerate(pages):
            page.set_class(number == self._page, "-shown")
        last = self._page == len(pages) - 1
        self.query_one("#on", Press).relabel("To the first screen" if last else "Next")
        self.query_one("#back").set_class(self._page == 0, "-hidden")
        self.query_one("#pages").scroll_home(animate=False)
        self.query_one("#services" if last else "#on").focus()

    # -- what a person does ---------------------------------------------------------------

    @on(Press.Pressed, "#on")
    def action_on(self) -> None:
        """The next page; after the last, the first screen."""
        if self._page == len(self.query(".page")) - 1:
            self._end(_PICKS[self.query_one("#services", Pick).taken])
        else:
            self._page += 1
            self._show()

    @on(Press.Pressed, "#back")
    def action_back(self) -> None:
        """The page before."""
        if self._page:
            self._page -= 1
            self._show()

    @on(Press.Pressed, "#skip")
    def action_leave(self) -> None:
        """Skip the rest; everything can be read and changed later."""
        self._end(self.world.settings.services)

    def _end(self, services: tuple[str, ...]) -> None:
        settings = replace(self.world.settings, introduced=True, services=services)
        try:
            self.world.save_settings(settings)
        except ReflectError as error:
            # Only the choice is lost; the welcome comes again at the next start.
            self.notify(said(str(error)).plain, markup=False, severity="error", timeout=10)
        self._done()
