"""What becomes of a session at its end: keep it, give the other a copy, or keep only the note."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from reflect_tui.errors import ReflectError
from reflect_tui.notebook.bin import BEFORE, STILL_HELD
from reflect_tui.notes.formats import Format
from reflect_tui.notes.supervision import build
from reflect_tui.notes.write import refuse_empty, write_note
from reflect_tui.practice.exercise import Way
from reflect_tui.session.agreeing import the_other
from reflect_tui.session.sitting import Sitting
from reflect_tui.tui.content import said
from reflect_tui.tui.screens.ask import AskScreen
from reflect_tui.tui.screens.frame import Frame
from reflect_tui.tui.widgets.line import Line
from reflect_tui.tui.widgets.press import Press
from reflect_tui.tui.world import World


class EndingScreen(Frame[None]):
    """One line a choice; nothing happens until one is chosen, and nothing is chosen already."""

    CSS_PATH = "../styles/ending.tcss"
    TITLE_LINE: ClassVar[str] = "At the end"
    AUTO_FOCUS = "#ending-page Line"
    FOOT: ClassVar[str] = "Up and Down move · Enter choose · F1 help · Esc back to the note"
    HELP_TEXT: ClassVar[str] = (
        "What was written together belongs to everyone who was there, so say together what becomes "
        "of it.\n\n"
        "A copy of the note is a file that Word can open. The session for a notebook of their own "
        "is one locked file with everything of this session and nothing else; whoever receives it "
        "chooses its password, and takes it in from their own first screen.\n\n"
        "“Keep only the note” writes the note and puts the session in the bin, after asking."
    )

    def __init__(
        self, world: World, sitting: Sitting, *, to_bin: Callable[[Path], None] | None = None
    ) -> None:
        """`to_bin` puts the session in the bin, once its note stands at a path."""
        super().__init__(world)
        self.sitting = sitting
        self._to_bin = to_bin

    def body(self) -> ComposeResult:
        """The choices, what was done, the way back."""
        session = self.sitting.session
        whose, other = session.whose, the_other(session)
        with VerticalScroll(id="ending-page", can_focus=False):
            yield Static(
                said(f"This session lies in the {whose}'s notebook. What becomes of it?"),
                id="heading",
            )
            yield Line(
                Content("Keep it"),
                said(f"It stays in the {whose}'s notebook as it is."),
                key="keep",
            )
            if session.way is Way.ONE_TO_ONE:
                yield Line(
                    said(f"Give the {other} a copy of the note"),
                    Content("A file that Word can open: what was moved into the note, no more."),
                    key="note",
                )
                yield Line(
                    said(f"Give the {other} the session, for a notebook of their own"),
                    Content("One locked file with this session and nothing else of the notebook."),
                    key="session",
                    id="give-session",
                )
            if self._to_bin is not None:
                yield Line(
                    Content("Keep only the note"),
                    Content("The note is written, then the session is put in the bin. Asks first."),
                    key="only",
                )
            yield Static(Content(""), id="said")
        with Horizontal(id="ways"):
            yield Press("Back to the note", id="back", classes="-main")

    def _say(self, words: Content) -> None:
        line = self.query_one("#said", Static)
        line.update(words)
        page = self.query_one("#ending-page")
        self.call_after_refresh(page.scroll_end, animate=False)

    # -- what a person does ---------------------------------------------------------------

    @on(Line.Chosen)
    def _chosen(self, event: Line.Chosen) -> None:
        event.stop()
        try:
            {
                "keep": self.action_leave,
                "note": self._give_note,
                "session": self._give_session,
                "only": self._ask_only,
            }[event.line.key]()
        except ReflectError as error:
            self._say(said(str(error), "$caution"))

    def _write(self) -> Path:
        """The note as a new file; raises ReflectError."""
        session = self.sitting.session
        document = build(session, self.world.shelf().local)
        folder = self.world.notes_folder()
        try:
            return write_note(document, session, folder, Format.WORD)
        except ReflectError as error:
            if not isinstance(error.__cause__, ImportError):
                raise
        # Word opens a web page as well, where nothing here makes its own files.
        return write_note(document, session, folder, Format.WEB)

    def _give_note(self) -> None:
        path = self._write()
        other = the_other(self.sitting.session)
        words = said(f"The copy for the {other}: ")
        self._say(words.append(said(str(path), "$second bold")))

    def _give_session(self) -> None:
        from reflect_tui.tui.screens.giving import GivingScreen

        self.app.push_screen(GivingScreen(self.world, self.sitting))

    def _ask_only(self) -> None:
        session = self.sitting.session
        refuse_empty(build(session, self.world.shelf().local))
        ask = AskScreen(
            self.world,
            "Keep only the note, and put the session in the bin?",
            (f"The note is written into {self.world.notes_folder()} first.", STILL_HELD, BEFORE),
            yes="Keep only the note",
        )
        self.app.push_screen(ask, lambda yes: self._only_the_note() if yes else None)

    def _only_the_note(self) -> None:
        try:
            path = self._write()
        except ReflectError as error:
            self._say(said(str(error), "$caution"))
            return
        if self._to_bin is not None:
            self._to_bin(path)

    @on(Press.Pressed, "#back")
    def _back(self) -> None:
        self.action_leave()
