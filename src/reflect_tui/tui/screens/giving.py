"""A session in one locked file for the other's own notebook; they type its password here."""

from __future__ import annotations

from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from reflect_tui.errors import ReflectError
from reflect_tui.session.agreeing import the_other
from reflect_tui.session.model import Session
from reflect_tui.session.sitting import Sitting
from reflect_tui.tui.content import said
from reflect_tui.tui.screens.frame import Frame
from reflect_tui.tui.widgets.new_password import NewPassword
from reflect_tui.tui.widgets.press import Press
from reflect_tui.tui.world import World

_MAKE = "Make the file"


class GivingScreen(Frame[None]):
    """The receiver types a password twice; then it says where the file is."""

    CSS_PATH = "../styles/giving.tcss"
    TITLE_LINE: ClassVar[str] = "A session to give"
    AUTO_FOCUS = "#first"
    FOOT: ClassVar[str] = "Enter goes on · Tab move · F1 help · Esc back"
    HELP_TEXT: ClassVar[str] = (
        "The file holds this one session, with everything that was written in it, and nothing else "
        "of the notebook it comes from.\n\n"
        "Whoever receives it types the password, so that nobody else knows it. Without it nobody "
        "can open the file. Nothing of it is kept.\n\n"
        "In their own reflect, “Take in a session somebody gave you” stands under All sessions, "
        "and in the list that Ctrl+P opens. The public age program opens the file too."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+n,f4", "on", "Make the file", show=False, id="giving-on", priority=True),
    ]

    class Made(Message):
        """The file was made, or why it wasn't."""

        def __init__(self, path: str, trouble: str = "") -> None:
            super().__init__()
            self.path = path
            self.trouble = trouble

    def __init__(self, world: World, sitting: Sitting) -> None:
        super().__init__(world)
        self.sitting = sitting
        self._making = False

    def body(self) -> ComposeResult:
        """Who types what, the lines, where the file went."""
        other = the_other(self.sitting.session)
        with VerticalScroll(id="giving-page", can_focus=False):
            yield Static(
                said(
                    f"Let the {other} sit at the keyboard, and choose a password for the file: "
                    "several words, typed twice. Nothing of it is kept here."
                ),
                id="meaning",
            )
            yield NewPassword(id="new")
            yield Static(Content(""), id="made")
        with Horizontal(id="ways"):
            yield Press(_MAKE, id="on", classes="-main")
            yield Press("Back", id="back")

    @on(NewPassword.Entered)
    @on(Press.Pressed, "#on")
    def action_on(self) -> None:
        """Make it, once at a time."""
        if self._making:
            return
        password = self.query_one(NewPassword).password()
        if password is not None:
            self._making = True
            self.query_one("#on", Press).relabel("One moment …")
            self._make(self.sitting.session, password)

    @work(thread=True, exclusive=True, group="giving", exit_on_error=False)
    def _make(self, session: Session, password: str) -> None:
        from reflect_tui.notebook import giving

        try:
            kept = giving.make(session, password)
            path = giving.write_into(self.world.notes_folder(), session, kept)
        except ReflectError as error:
            self.post_message(self.Made("", str(error)))
        else:
            self.post_message(self.Made(str(path)))

    @on(Made)
    def _is_made(self, event: Made) -> None:
        self._making = False
        self.query_one("#on", Press).relabel(_MAKE)
        line = self.query_one("#made", Static)
        if event.trouble:
            line.update(said(event.trouble, "$caution"))
        else:
            self.query_one(NewPassword).clear()
            line.update(
                Content.assemble(
                    "The file: ",
                    said(event.path, "$second bold"),
                    "\nHand it over on a stick or as your organisation sends such things. Its "
                    "password opens it, and nothing else does.",
                )
            )
            self.query_one("#back").focus()
        page = self.query_one("#giving-page")
        self.call_after_refresh(page.scroll_end, animate=False)

    @on(Press.Pressed, "#back")
    def _back(self) -> None:
        self.action_leave()
