"""The recovery words, in groups, to be written down."""

from __future__ import annotations

from typing import Final

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from reflect_tui.tui.content import said
from reflect_tui.tui.widgets.press import Press

WHAT_FOR: Final = (
    "If the password is forgotten, these words open the notebook. Nothing else can, and nobody "
    "can send you new ones. Write them down, in this order, and keep them away from this computer."
)


class Recovery(Vertical):
    """Twelve words, each with its number, and a button that copies them."""

    DEFAULT_CSS = """
    Recovery {
        height: auto;
        .fact { height: auto; margin-bottom: 1; }
        #recovery-words { height: auto; border: round $line; padding: 1 2; max-width: 64; }
        #copy-words { margin: 1 0 0 0; }
    }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._words = ""

    def compose(self) -> ComposeResult:
        """What they are for, and the words."""
        yield Static(Content(WHAT_FOR), classes="fact")
        yield Static(Content(""), id="recovery-words")
        yield Press("Copy them", id="copy-words", classes="-second")

    def show(self, words: str) -> None:
        """Show these; an empty text forgets them."""
        from reflect_tui.notebook.seal import in_groups

        self._words = words
        self.query_one("#recovery-words", Static).update(said("\n".join(in_groups(words, 3))))

    @on(Press.Pressed, "#copy-words")
    def _copy(self, event: Press.Pressed) -> None:
        event.stop()
        self.app.copy_to_clipboard(self._words)
        self.notify(
            "Copied, where this terminal lets programs copy. Paste them somewhere safe, then copy "
            "something else.",
            markup=False,
            timeout=8,
        )
