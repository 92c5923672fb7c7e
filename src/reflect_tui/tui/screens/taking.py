"""Taking in a session that somebody gave: the file, its password, and what was put where."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from reflect_tui import paths
from reflect_tui.errors import ReflectError, WrongWords
from reflect_tui.tui.content import said
from reflect_tui.tui.screens.frame import Frame
from reflect_tui.tui.widgets.entry import Entry
from reflect_tui.tui.widgets.line import Line
from reflect_tui.tui.widgets.press import Press
from reflect_tui.tui.widgets.secret import Secret
from reflect_tui.tui.world import World

_TAKE = "Take it in"
_LONGEST = 2000
"""Characters of a path."""
_WRONG = "That password doesn't open it. Look at Caps Lock, and try again; nothing is lost."


class TakingScreen(Frame[None]):
    """Files that look like one are offered; any other can be named, or dropped on the window."""

    CSS_PATH = "../styles/taking.tcss"
    TITLE_LINE: ClassVar[str] = "A session to take in"
    AUTO_FOCUS = "#file"
    FOOT: ClassVar[str] = "Enter goes on · Up, Down and Tab move · F1 help · Esc back"
    HELP_TEXT: ClassVar[str] = (
        "At the end of a one-to-one the other can give you the session in a locked file, under a "
        "password that you typed. Here it is put beside what is in your own notebook, never over "
        "it.\n\n"
        "Files in your downloads, on your desktop and in your notes' folder are offered. Any other "
        "can be named by hand; in most terminals a file can be dropped on the window instead.\n\n"
        "If the same session is here already and something in it differs, both are kept."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+n,f4", "on", "Take it in", show=False, id="taking-on", priority=True),
    ]

    class Found(Message):
        """Files that look like sessions that were given."""

        def __init__(self, files: list[Path]) -> None:
            super().__init__()
            self.files = files

    class Done(Message):
        """It was taken in, or why it wasn't."""

        def __init__(self, words: str, trouble: ReflectError | None = None) -> None:
            super().__init__()
            self.words = words
            self.trouble = trouble

    def __init__(self, world: World) -> None:
        super().__init__(world)
        self._taking = False

    def body(self) -> ComposeResult:
        """The file, its password, what was done, the ways on."""
        with VerticalScroll(id="taking-page", can_focus=False):
            yield Static(
                Content(
                    "It is put beside what is in your notebook, never over it. Its password is the "
                    "one you typed when the file was made."
                ),
                id="meaning",
            )
            yield Vertical(id="found")
            yield Static(Content("The file"), classes="label")
            yield Entry(hint="where it lies, or drop it here", at_most=_LONGEST, id="file")
            yield Static(Content("Its password"), classes="label")
            yield Secret(id="password")
            yield Static(Content(""), id="said")
        with Horizontal(id="ways"):
            yield Press(_TAKE, id="on", classes="-main")
            yield Press("Back", id="back")

    def on_mount(self) -> None:
        """Look for files in a thread: a folder may be far away."""
        self._look()

    @work(thread=True, exclusive=True, group="look", exit_on_error=False)
    def _look(self) -> None:
        from reflect_tui.notebook.giving import found_in

        self.post_message(self.Found(found_in([*paths.arrivals(), self.world.notes_folder()])))

    @on(Found)
    async def _found(self, event: Found) -> None:
        place = self.query_one("#found")
        if event.files:
            await place.mount(
                Static(Content("Lying here already; choose one, or name another below"), id="here"),
                *(
                    Line(said(path.name), said(f"in {path.parent}"), key=str(path))
                    for path in event.files
                ),
            )

    def _say(self, words: str, style: str = "") -> None:
        line = self.query_one("#said", Static)
        line.update(said(words, style))
        page = self.query_one("#taking-page")
        self.call_after_refresh(page.scroll_end, animate=False)

    # -- what a person does ---------------------------------------------------------------

    @on(Line.Chosen)
    def _chosen(self, event: Line.Chosen) -> None:
        event.stop()
        self.query_one("#file", Entry).text = event.line.key
        self.query_one(Secret).focus()

    @on(Entry.Submitted, "#file")
    def _named(self, event: Entry.Submitted) -> None:
        event.stop()
        self.query_one(Secret).focus()

    @on(Secret.Entered)
    @on(Press.Pressed, "#on")
    def action_on(self) -> None:
        """Take it in, once at a time."""
        named, typed = self.query_one("#file", Entry).line, self.query_one(Secret).typed
        if self._taking:
            return
        if not named:
            self._say("Choose the file first.")
            self.query_one("#file").focus()
            return
        if not typed.strip():
            self._say("Type its password.")
            self.query_one(Secret).focus()
            return
        self._taking = True
        self._say("One moment …")
        self._take(named, typed)

    @work(thread=True, exclusive=True, group="taking", exit_on_error=False)
    def _take(self, named: str, typed: str) -> None:
        from reflect_tui.notebook import giving

        try:
            path = giving.as_dropped(named)
            session = giving.opened(giving.read(path), typed, str(path))
            taken = giving.take(self.world.notebook(), session)
        except ReflectError as error:
            self.post_message(self.Done("", error))
        else:
            self.post_message(self.Done(giving.in_words(taken)))

    @on(Done)
    def _done(self, event: Done) -> None:
        self._taking = False
        if event.trouble is None:
            self.query_one(Secret).value = ""
            self._say(event.words, "bold")
            self.query_one("#back").focus()
            return
        wrong = isinstance(event.trouble, WrongWords)
        self._say(_WRONG if wrong else str(event.trouble), "$caution")
        self.query_one(Secret if wrong else "#file").focus()

    @on(Press.Pressed, "#back")
    def _back(self) -> None:
        self.action_leave()
