"""All the steps: every stage of the session, to go anywhere."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from reflect_tui.session.address import Place
from reflect_tui.session.sitting import Sitting
from reflect_tui.tui.screens.frame import Frame
from reflect_tui.tui.widgets.outline import Outline
from reflect_tui.tui.widgets.press import Press
from reflect_tui.tui.world import World


class StepsScreen(Frame[Place | None]):
    """Every step there is, cards nobody picked included; choosing one goes there."""

    CSS = "StepsScreen #steps-list { height: 1fr; margin: 1 0; }"
    TITLE_LINE: ClassVar[str] = "All the steps"
    FOOT: ClassVar[str] = (
        "Up and Down move · Enter goes there · F1 help · Ctrl+P everything · Esc back"
    )
    HELP_TEXT: ClassVar[str] = (
        "Every step of this session. Choose one with the arrows and Enter, or click it. "
        "A dot means that something is written there. Nothing has to be filled in."
    )

    def __init__(self, world: World, sitting: Sitting) -> None:
        super().__init__(world)
        self._sitting = sitting

    def body(self) -> ComposeResult:
        """One sentence and the list."""
        yield Static(Content("Go anywhere. Nothing has to be filled in."))
        with VerticalScroll(id="steps-list", can_focus=False):
            yield Outline(id="all-steps")
        yield Press("Back", id="back")

    def on_mount(self) -> None:
        """Fill the list."""
        session = self._sitting.shown
        outline = self.query_one(Outline)
        outline.show(self._sitting.course.every_page(session), session)
        outline.focus()

    @on(Outline.Chosen)
    def _chosen(self, event: Outline.Chosen) -> None:
        event.stop()
        if self.is_current:
            self.dismiss(event.place)

    @on(Press.Pressed, "#back")
    def action_leave(self) -> None:
        """Back without going anywhere."""
        if self.is_current:
            self.dismiss(None)
