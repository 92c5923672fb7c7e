"""The line at the top of every screen: where one is, and the two ways out."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from reflect_tui.tui.widgets.press import Press


class WayOut(Press):
    """One of the two ways out; a click leaves the focus, and so the caret, where it is."""

    FOCUS_ON_CLICK = False


class Bar(Horizontal):
    """Words at the left, what is kept beside them, the two ways out at the right."""

    DEFAULT_CSS = """
    Bar {
        height: 1; width: 100%; padding: 0 2; margin-top: 1;
        #bar-words { width: 1fr; color: $muted; text-wrap: nowrap; text-overflow: ellipsis; }
        #bar-kept { width: auto; color: $muted; padding: 0 2 0 1; }
        #bar-kept.-not-kept { color: $caution; text-style: bold; }
        Press { margin-left: 1; text-style: bold; }
    }
    """

    def __init__(self, words: str) -> None:
        super().__init__()
        self._words = Content(words)
        self._kept = ""

    def compose(self) -> ComposeResult:
        """The words, what is kept, the two buttons."""
        yield Static(self._words, id="bar-words")
        yield Static(Content(""), id="bar-kept")
        yield WayOut("Someone may be at risk", id="risk", classes="-caution")
        yield WayOut("Hide screen", id="hide", classes="-second")

    def say(self, words: Content) -> None:
        """Change the words at the left."""
        self.query_one("#bar-words", Static).update(words)

    def kept(self, words: str, *, trouble: bool = False) -> None:
        """Say what is kept, or that it is not."""
        if words == self._kept:
            # Every save says so; drawing the page anew for the same words would hold up typing.
            return
        self._kept = words
        label = self.query_one("#bar-kept", Static)
        label.update(Content(words))
        label.set_class(trouble, "-not-kept")
