"""One question before something that can't be taken back."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from reflect_tui.tui.content import said
from reflect_tui.tui.screens.frame import Frame
from reflect_tui.tui.widgets.press import Press
from reflect_tui.tui.world import World


class AskScreen(Frame[bool]):
    """A question, what it means, and two answers; the careful one is where one stands."""

    CSS = """
    AskScreen {
        #ask-page { height: auto; max-height: 1fr; max-width: 84; padding: 1 2; }
        #ask-title { text-style: bold; height: auto; margin-bottom: 1; }
        .ask-words { height: auto; margin-bottom: 1; }
        #ways { height: 1; margin: 0 0 1 0; padding: 0 2; }
        #ways Press { margin-right: 2; }
    }
    """
    TITLE_LINE: ClassVar[str] = "reflect"
    AUTO_FOCUS = "#no"
    FOOT: ClassVar[str] = "Tab move · Enter choose · Esc back"
    HELP_TEXT: ClassVar[str] = "Read what stands there, and choose one of the two. Esc goes back."

    def __init__(self, world: World, title: str, words: tuple[str, ...], *, yes: str) -> None:
        """`yes` is what the button says that does it."""
        super().__init__(world)
        self._title = title
        self._words = words
        self._yes = yes

    def body(self) -> ComposeResult:
        """The question, the words, the two answers."""
        with VerticalScroll(id="ask-page", can_focus=False):
            yield Static(said(self._title), id="ask-title")
            for words in self._words:
                yield Static(said(words), classes="ask-words")
        with Horizontal(id="ways"):
            yield Press("Back", id="no")
            yield Press(Content(self._yes).plain, id="yes")

    @on(Press.Pressed, "#yes")
    def _say_yes(self, event: Press.Pressed) -> None:
        event.stop()
        if self.is_current:
            self.dismiss(True)

    @on(Press.Pressed, "#no")
    def action_leave(self) -> None:
        """Back, with nothing done."""
        if self.is_current:
            self.dismiss(False)
