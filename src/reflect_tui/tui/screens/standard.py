"""The standard behind a step: our summary of each clause, and where to find the original."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from reflect_tui.session.course import Page
from reflect_tui.tui.content import join, said
from reflect_tui.tui.screens.frame import Frame
from reflect_tui.tui.widgets.press import Press
from reflect_tui.tui.world import World


class StandardScreen(Frame[None]):
    """What the clauses behind a step ask for, in our own plain words."""

    CSS = """
    StandardScreen {
        #clauses { height: 1fr; max-width: 84; }
        .clause { height: auto; margin-bottom: 1; }
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
        """Each clause once: the prompts' own, the stage's, then the exercise's."""
        page = self._page
        numbers = [clause for prompt in page.prompts for clause in prompt.clauses]
        numbers = [*page.stage.clauses, *numbers, *page.exercise.clauses]
        clauses = self.world.shelf().clauses
        with VerticalScroll(id="clauses"):
            for number in dict.fromkeys(numbers):
                clause = clauses.get(number)
                if clause is not None:
                    yield Static(
                        join(
                            said(f"Standard {clause.number}  {clause.title}\n", "bold"),
                            said(clause.summary),
                        ),
                        classes="clause",
                    )
            yield Static(
                Content("In our words. The number finds the original in the standards themselves."),
                classes="clause",
            )
        yield Press("Back", id="back")

    @on(Press.Pressed, "#back")
    def _back(self) -> None:
        self.action_leave()
