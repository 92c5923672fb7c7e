"""The standard behind a step: our summary of each clause, and where to find the original."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from reflect_tui.session.course import Page
from reflect_tui.tui.screens.frame import Frame
from reflect_tui.tui.widgets.press import Press
from reflect_tui.tui.widgets.standard_panel import standard_words
from reflect_tui.tui.world import World


class StandardScreen(Frame[None]):
    """What the clauses behind a step ask for, in our own plain words."""

    CSS = """
    StandardScreen {
        #clauses { height: 1fr; max-width: 84; }
        #clause-words { height: auto; margin-bottom: 1; }
    }
    """
    TITLE_LINE: ClassVar[str] = "The standard behind this step"
    FOOT: ClassVar[str] = "Up and Down move · F1 help · Ctrl+P everything · Esc back"
    HELP_TEXT: ClassVar[str] = (
        "A short summary, in our words, of what the standards say. "
        "The number finds the original in your organisation's copy."
    )

    def __init__(self, world: World, page: Page) -> None:
        super().__init__(world)
        self._page = page

    def body(self) -> ComposeResult:
        """The same words as stand beside the page where there is room."""
        with VerticalScroll(id="clauses"):
            yield Static(standard_words(self.world.shelf(), self._page), id="clause-words")
        yield Press("Back", id="back")

    @on(Press.Pressed, "#back")
    def _back(self) -> None:
        self.action_leave()
