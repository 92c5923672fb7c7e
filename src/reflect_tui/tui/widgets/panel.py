"""What stands beside a session's page: a title, a button that shuts it, and its own words."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from reflect_tui.session.course import Page
from reflect_tui.tui.widgets.press import Press


class Panel(Vertical):
    """One panel; at most one stands beside the page."""

    TITLE: ClassVar[str] = ""
    FOOT: ClassVar[str] = ""
    """What the foot line says while it is open."""
    DEFAULT_CSS = """
    Panel {
        width: 40; height: 1fr; margin-left: 2; padding-left: 2; border-left: solid $line;
        &:focus-within { border-left: solid $accent; }
        &:nocolor:focus-within { border-left: double $accent; }
        #panel-head { height: auto; margin-bottom: 1; }
        #panel-title { width: 1fr; height: auto; text-style: bold; color: $second; }
    }
    """

    def compose(self) -> ComposeResult:
        """What it is, the way to shut it, what it shows."""
        with Horizontal(id="panel-head"):
            yield Static(Content(self.TITLE), id="panel-title")
            yield Press("Close", id="close-beside", classes="-quiet")
        yield from self.inside()

    def inside(self) -> ComposeResult:
        """What it shows; each panel says."""
        yield from ()

    def enter(self) -> None:
        """Put the focus inside; each panel says where."""

    def follow(self, page: Page) -> None:
        """Another page was turned to, or a question came or went."""
