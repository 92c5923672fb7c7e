"""Two texts beside each other, and what differs between them, in words (standard 2.7)."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static, TextArea

from reflect_tui.practice.exercise import Imagined
from reflect_tui.session.contrast import differences
from reflect_tui.session.values import Contrast
from reflect_tui.tui.content import join, said
from reflect_tui.tui.widgets.editor import Editor
from reflect_tui.tui.widgets.fields.base import Field

IMAGINED = "Imagined for reflection; not about this person."


class ContrastField(Field):
    """Left and right; stacked in a narrow window."""

    DEFAULT_CSS = """
    ContrastField {
        .sides { height: auto; layout: horizontal; }
        .side { width: 1fr; height: auto; }
        .side Editor { min-height: 5; }
        #left-side { margin-right: 2; }
        #differs { height: auto; color: $muted; }
        #imagined { height: auto; color: $muted; text-style: italic; }
    }
    .-narrow ContrastField .sides { layout: vertical; }
    .-narrow ContrastField #left-side { margin-right: 0; }
    .-narrow ContrastField .side Editor { min-height: 4; }
    """

    def compose(self) -> ComposeResult:
        """Two editors under their headings, and what differs."""
        value = self.value if isinstance(self.value, Contrast) else Contrast()
        with Horizontal(classes="sides"):
            with Vertical(classes="side", id="left-side"):
                yield Static(said(self.prompt.left), classes="field-label")
                yield Editor(value.left)
            with Vertical(classes="side", id="right-side"):
                yield Static(said(self.prompt.right), classes="field-label")
                yield Editor(value.right)
        yield Static(Content(""), id="differs")
        if self.prompt.imagined is not None:
            where = {Imagined.LEFT: self.prompt.left, Imagined.RIGHT: self.prompt.right}
            side = where.get(self.prompt.imagined, "")
            words = f"{side}: {IMAGINED[0].lower()}{IMAGINED[1:]}" if side else IMAGINED
            yield Static(said(words), id="imagined")

    def on_mount(self) -> None:
        """Say what differs from the start."""
        self._show_differences()

    @on(TextArea.Changed)
    def _typed(self, event: TextArea.Changed) -> None:
        event.stop()
        left, right = (editor.text for editor in self.query(Editor))
        self.changed(Contrast(left=left, right=right))
        self._show_differences()

    def _show_differences(self) -> None:
        value = self.value if isinstance(self.value, Contrast) else Contrast()
        pairs = differences(value.left, value.right)
        pieces: list[Content | str] = []
        for before, after in pairs:
            pieces.append(join(said(f"{before or '…'} → "), said(after or "…", "$accent")))
        words = join("What differs   ", Content(" · ").join(map(join, pieces))) if pieces else ""
        self.query_one("#differs", Static).update(join(words))
