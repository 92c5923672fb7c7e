"""More ways to hand a note over, and another folder for it where the usual one won't do."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from reflect_tui import paths
from reflect_tui.errors import ReflectError
from reflect_tui.notes.formats import Format
from reflect_tui.tui.content import said
from reflect_tui.tui.screens.frame import Frame
from reflect_tui.tui.widgets.entry import Entry
from reflect_tui.tui.widgets.line import Line
from reflect_tui.tui.widgets.press import Press
from reflect_tui.tui.world import World

COPY, PRINT, FOLDER = "copy", "print", "folder"
"""What can be chosen besides a format's key."""
_COLUMN = 26
_LONGEST = 1000
"""Characters of a folder's name, from its beginning."""


class NoteWaysScreen(Frame[str | None]):
    """A line a way, with what it is good for; what is chosen is a format's key, or another word."""

    CSS = """
    NoteWaysScreen {
        #ways-page { height: 1fr; padding: 0 2; max-width: 96; }
        #ways-title { height: auto; margin: 0 0 1 2; text-style: bold; }
        Line { margin-bottom: 1; }
        #ways { height: 1; margin: 1 0; padding-left: 2; }
    }
    """
    TITLE_LINE: ClassVar[str] = "More ways to hand it over"
    AUTO_FOCUS = "#ways-page Line"
    FOOT: ClassVar[str] = "Up and Down move · Enter does it · F1 help · Esc back to the note"
    HELP_TEXT: ClassVar[str] = (
        "Choose how the note is to leave. Every way but copying makes a new file in the folder for "
        "notes, and says where it is; nothing is ever written over.\n\n"
        "“Print” makes a web page and opens it in your browser, where you print it. “Copy” puts "
        "the note on the clipboard as plain text, for pasting into another system.\n\n"
        "The folder for all notes is chosen in the settings, which Ctrl+P leads to. “Another "
        "folder” is for this time."
    )

    def __init__(self, world: World, folder: Path) -> None:
        """`folder` is where the note would go now."""
        super().__init__(world)
        self._folder = folder

    def body(self) -> ComposeResult:
        """Each way, the way back."""
        with VerticalScroll(id="ways-page", can_focus=False):
            for key, words, use in (
                (Format.WORD.key, "Word file", Format.WORD.use),
                (PRINT, "Print", "Opens the note in your browser, where you print it."),
                (Format.WEB.key, "Web page", Format.WEB.use),
                (Format.TEXT.key, "Plain text", Format.TEXT.use),
                (Format.MARKDOWN.key, "Markdown", Format.MARKDOWN.use),
                (COPY, "Copy to the clipboard", "As plain text, to paste where it belongs."),
                (FOLDER, "Another folder", f"This time only. Now it is {self._folder}"),
            ):
                yield Line(Content(words), said(use), column=_COLUMN, key=key)
        with Horizontal(id="ways"):
            yield Press("Back to the note", id="back", classes="-main")

    @on(Line.Chosen)
    def _chosen(self, event: Line.Chosen) -> None:
        event.stop()
        if self.is_current:
            self.dismiss(event.line.key)

    @on(Press.Pressed, "#back")
    def action_leave(self) -> None:
        """Back, with nothing made."""
        if self.is_current:
            self.dismiss(None)


class NoteFolderScreen(Frame[Path | None]):
    """A line for a folder, written from its beginning; for this note, this time."""

    CSS = """
    NoteFolderScreen {
        #folder-page { height: 1fr; padding: 0 2; max-width: 96; }
        .folder-words { height: auto; margin-bottom: 1; }
        #trouble { height: auto; color: $caution; margin-top: 1; }
        #ways { height: 1; margin: 1 0; padding-left: 2; }
        #ways Press { margin-right: 2; }
    }
    """
    TITLE_LINE: ClassVar[str] = "Another folder for this note"
    AUTO_FOCUS = "#folder"
    FOOT: ClassVar[str] = "Enter writes it there · Tab move · Esc back to the note"
    HELP_TEXT: ClassVar[str] = (
        "Write the folder from its beginning, as your computer shows it, and press Enter. It is "
        "made when it isn't there yet. It holds for this note until you leave its page; the folder "
        "for all notes is chosen in the settings."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+n,f4", "on", "Write it there", id="note-folder-on", priority=True),
    ]

    def __init__(self, world: World, folder: Path) -> None:
        super().__init__(world)
        self._folder = folder

    def body(self) -> ComposeResult:
        """What is asked, the line, the ways on."""
        with VerticalScroll(id="folder-page", can_focus=False):
            yield Static(
                Content("In which folder is the note to be written, this time?"),
                classes="folder-words",
            )
            yield Entry(str(self._folder), stays=True, at_most=_LONGEST, id="folder")
            yield Static(Content(""), id="trouble")
        with Horizontal(id="ways"):
            yield Press("Write it there", id="on", classes="-main")
            yield Press("Back to the note", id="back")

    @on(Entry.Submitted, "#folder")
    @on(Press.Pressed, "#on")
    def action_on(self) -> None:
        """Take the folder, where it can be one."""
        typed = self.query_one(Entry).line
        try:
            if not typed:
                raise ReflectError("No folder is written there", do="Write one from its beginning.")
            folder = paths.full(Path(typed))
        except ReflectError as error:
            self.query_one("#trouble", Static).update(said(str(error)))
            return
        if self.is_current:
            self.dismiss(folder)

    @on(Press.Pressed, "#back")
    def action_leave(self) -> None:
        """Back, with nothing made."""
        if self.is_current:
            self.dismiss(None)
