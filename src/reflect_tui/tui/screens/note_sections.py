"""The sections of a note, to read one by itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content

from reflect_tui.tui.content import said
from reflect_tui.tui.screens.frame import Frame
from reflect_tui.tui.widgets.line import Line
from reflect_tui.tui.widgets.press import Press
from reflect_tui.tui.world import World


class NoteSectionsScreen(Frame[str | None]):
    """A line a section, and all of it; what is chosen is its heading, empty for all."""

    CSS = """
    NoteSectionsScreen {
        #sections-page { height: 1fr; padding: 0 2; max-width: 84; }
        #ways { height: 1; margin: 1 0; padding-left: 2; }
    }
    """
    TITLE_LINE: ClassVar[str] = "The sections of the note"
    AUTO_FOCUS = "#sections-page Line"
    FOOT: ClassVar[str] = "Up and Down move · Enter reads it by itself · Esc back"
    HELP_TEXT: ClassVar[str] = (
        "Every heading of the note. Choose one with Enter or a click, and it stands there by "
        "itself; “All of it” brings back the whole note. What is in the note stays as it is."
    )

    def __init__(self, world: World, headings: Sequence[str]) -> None:
        super().__init__(world)
        self._headings = tuple(headings)

    def body(self) -> ComposeResult:
        """All of it, each section, the way back."""
        with VerticalScroll(id="sections-page", can_focus=False):
            yield Line(Content("All of it"), key="")
            for number, heading in enumerate(self._headings, 1):
                yield Line(said(heading), key=str(number))
        with Horizontal(id="ways"):
            yield Press("Back", id="back", classes="-main")

    @on(Line.Chosen)
    def _chosen(self, event: Line.Chosen) -> None:
        event.stop()
        if self.is_current:
            key = event.line.key
            self.dismiss(self._headings[int(key) - 1] if key else "")

    @on(Press.Pressed, "#back")
    def action_leave(self) -> None:
        """Back, with the same part in sight."""
        if self.is_current:
            self.dismiss(None)
