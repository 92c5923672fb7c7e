"""Two texts beside each other, and what differs between them, in words (standard 2.7)."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.content import Content
from textual.events import Resize
from textual.timer import Timer
from textual.widgets import Static, TextArea

from reflect_tui.practice.exercise import Imagined
from reflect_tui.session.contrast import differences
from reflect_tui.session.values import Contrast
from reflect_tui.tui.content import join, said
from reflect_tui.tui.widgets.editor import Editor
from reflect_tui.tui.widgets.fields.base import Field
from reflect_tui.tui.widgets.press import Press
from reflect_tui.tui.widgets.reading import IMAGINED

_PAUSE = 0.25
"""Seconds after the last letter until the texts are compared: never while a key is drawn."""
_LONGEST = 60
"""Characters of one side of a difference that are told; the texts themselves stand above."""
_TOLD = 40
"""Differences that are told; beyond, two texts are simply not alike."""
_BESIDE = (100, 56)
"""Columns the window and the field must have for the two to stand beside each other."""


class ContrastField(Field):
    """Left and right; below each other in a narrow window."""

    DEFAULT_CSS = """
    ContrastField {
        .sides { height: auto; layout: horizontal; }
        .side { width: 1fr; height: auto; }
        .side Editor { min-height: 6; max-height: 14; }
        #left-side { margin-right: 2; }
        #differs { height: auto; margin-top: 1; }
        #differs.-alike { display: none; }
        .imagined { height: auto; color: $muted; text-style: italic; }
        &.-stacked {
            .sides { layout: vertical; }
            #left-side { margin-right: 0; }
            .side Editor { min-height: 4; }
        }
    }
    """

    def __init__(self, *args: object, **words: object) -> None:
        super().__init__(*args, **words)  # type: ignore[arg-type]  # handed on as they came
        self._soon: Timer | None = None
        self.earlier = ""
        """The sentence of the round before, to say again with another thing changed."""

    def compose(self) -> ComposeResult:
        """Two editors under their headings, and what differs."""
        value = self.value if isinstance(self.value, Contrast) else Contrast()
        sides = (
            (Imagined.LEFT, self.prompt.left, value.left),
            (Imagined.RIGHT, self.prompt.right, value.right),
        )
        with Container(classes="sides"):
            for side, heading, text in sides:
                with Vertical(classes="side", id=f"{side.value}-side"):
                    yield Static(said(heading), classes="field-label")
                    yield Editor(text, id=f"{side.value}-text")
                    if side is Imagined.LEFT and self.earlier and not text:
                        yield Press("The same sentence again", id="same", classes="-second")
                    if self.prompt.imagined is side:
                        yield Static(Content(IMAGINED), classes="imagined")
        yield Static(Content(""), id="differs", classes="-alike")

    def on_mount(self) -> None:
        """Say what differs from the start."""
        self._say_what_differs()

    def on_resize(self, event: Resize) -> None:
        """Beside each other where there is room."""
        wide = self.app.size.width >= _BESIDE[0] and event.size.width >= _BESIDE[1]
        self.set_class(not wide, "-stacked")

    async def editor_of(self, part: str) -> TextArea | None:
        """The one on the left or on the right."""
        return self.query_one(f"#{part}-text", Editor)

    @on(Press.Pressed, "#same")
    def _say_it_again(self, event: Press.Pressed) -> None:
        """Put the earlier sentence before what was written since, and go on at the other side."""
        event.stop()
        editor = self.query_one("#left-text", Editor)
        editor.load_text(self.earlier + editor.text)
        event.press.display = False
        self.query_one("#right-text", Editor).focus()

    @on(TextArea.Changed)
    def _typed(self, event: TextArea.Changed) -> None:
        event.stop()
        left, right = (
            self.query_one(f"#{side}-text", Editor).text for side in (Imagined.LEFT, Imagined.RIGHT)
        )
        self.changed(Contrast(left=left, right=right))
        if self._soon is not None:
            self._soon.stop()
        self._soon = self.set_timer(_PAUSE, self._say_what_differs)

    def _say_what_differs(self) -> None:
        value = self.value if isinstance(self.value, Contrast) else Contrast()
        pairs = differences(value.left, value.right)
        told = [
            join(said(f"{_short(before)} → "), said(_short(after), "$accent"))
            for before, after in pairs[:_TOLD]
        ]
        if len(pairs) > _TOLD:
            told.append(said("and more", "$muted"))
        words = join(said("What differs  ", "$muted"), Content(" · ").join(told))
        differs = self.query_one("#differs", Static)
        differs.update(words)
        differs.set_class(not told, "-alike")


def _short(words: str) -> str:
    """One side of a difference; three dots stand for nothing and for what is too long."""
    if len(words) <= _LONGEST:
        return words or "…"
    return words[:_LONGEST].rsplit(" ", 1)[0] + " …"
