"""Help for the screen one is on: what to do next in words, then its keys."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from reflect_tui.keys import renamed
from reflect_tui.tui.content import said
from reflect_tui.tui.screens.frame import Frame
from reflect_tui.tui.widgets.press import Press
from reflect_tui.tui.world import World

_ALWAYS = (
    ("Tab", "On to the next thing; Shift+Tab goes back"),
    ("Enter", "Choose what you are at"),
    ("Esc", "One step out; nothing is lost by it"),
)
"""Keys that work everywhere without belonging to a screen."""
_COLUMN = 18
"""Where what a key does begins, in cells."""


class HelpScreen(Frame[None]):
    """Words first: somebody who asks for help wants to know what to do next."""

    CSS_PATH = "../styles/helping.tcss"
    TITLE_LINE: ClassVar[str] = "Help"
    AUTO_FOCUS = "#help-page"
    FOOT: ClassVar[str] = "Up and Down read on · Esc back"

    def __init__(
        self, world: World, title: str, text: str, keys: Sequence[tuple[str, str]]
    ) -> None:
        """`keys` are the keys of the screen one came from, with what each does."""
        super().__init__(world)
        self._title = title
        self._text = renamed(text, world.settings.keys)
        self._keys = (*keys, *(kept for kept in _ALWAYS if kept[0] not in dict(keys)))

    def body(self) -> ComposeResult:
        """The words, the keys, the way back."""
        with VerticalScroll(id="help-page"):
            yield Static(said(self._title), id="help-title")
            yield Static(said(self._text), id="help-text")
            yield Static(Content("Keys"), classes="help-head")
            yield Static(Content("Everything can be clicked, too."), id="help-mouse")
            with Vertical(id="help-keys"):
                for keys, does in self._keys:
                    line = Content.styled(f"{keys:<{_COLUMN}}", "$accent").append(said(does))
                    yield Static(line, classes="help-key")
        yield Press("Back", id="back", classes="-main")

    @on(Press.Pressed, "#back")
    def _back(self) -> None:
        self.action_leave()
