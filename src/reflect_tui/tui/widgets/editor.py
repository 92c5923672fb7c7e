"""The editor: Word's habits are safe in it, and no text that could act gets in."""

from __future__ import annotations

from typing import ClassVar

from textual import events, on
from textual.actions import SkipAction
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import TextArea

from reflect_tui.clean import clean
from reflect_tui.session.values import MAX_CHARACTERS
from reflect_tui.tui.reveal import reveal
from reflect_tui.tui.widgets.drawn import Drawn

REFUSED = (
    "That is more than fits into one answer, so nothing was pasted. "
    "What stood here is still here, and what you copied is still copied."
)

_KEYS = {
    "up": "cursor_up",
    "down": "cursor_down",
    "left": "cursor_left",
    "right": "cursor_right",
    "ctrl+left": "cursor_word_left",
    "ctrl+right": "cursor_word_right",
    "home": "cursor_line_start",
    "end": "cursor_line_end",
    "pageup": "cursor_page_up",
    "pagedown": "cursor_page_down",
    "ctrl+home": "to_start",
    "ctrl+end": "to_end",
    "shift+up": "cursor_up(True)",
    "shift+down": "cursor_down(True)",
    "shift+left": "cursor_left(True)",
    "shift+right": "cursor_right(True)",
    "ctrl+shift+left": "cursor_word_left(True)",
    "ctrl+shift+right": "cursor_word_right(True)",
    "shift+home": "cursor_line_start(True)",
    "shift+end": "cursor_line_end(True)",
    "ctrl+shift+home": "to_start(True)",
    "ctrl+shift+end": "to_end(True)",
    "ctrl+a,super+a": "select_all",
    "backspace,shift+backspace": "delete_left",
    "delete": "delete_right",
    "ctrl+backspace": "delete_word_left",
    "ctrl+delete": "delete_word_right",
    "shift+enter": "new_line",
    "ctrl+x,super+x": "cut",
    "ctrl+c,super+c": "copy",
    "ctrl+v,super+v": "paste",
    "ctrl+z,super+z": "undo",
    "ctrl+y,super+y,ctrl+shift+z": "redo",
    # Word's keys for bold, italic, underline, a link, closing; and what Textual would move or
    # delete with. None may move the caret or take a letter away.
    "ctrl+b,ctrl+i,ctrl+u,ctrl+k,ctrl+w,ctrl+d,ctrl+e,ctrl+f": "nothing",
}


def _name(action: str) -> str:
    return "editor-" + action.replace("(True)", "-selecting").replace("_", "-")


class Editor(Drawn, TextArea, inherit_bindings=False):
    """Some paragraphs. Grows with its text; Tab leaves it; habits from Word do no harm."""

    DEFAULT_CSS = """
    Editor {
        width: 1fr; height: auto; min-height: 6; max-height: 16; padding: 0 1;
        background: $surface; color: $text-main; border: round $line;
        &:focus { border: round $accent; }
        &:nocolor:focus { border: double $accent; }
        & .text-area--placeholder { color: $muted; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(key, action, show=False, id=_name(action)) for key, action in _KEYS.items()
    ]

    class TooLarge(Message):
        """A paste was refused; nothing of what stood there was lost."""

        def __init__(self, editor: Editor) -> None:
            super().__init__()
            self.editor = editor

        @property
        def control(self) -> Editor:
            """The editor itself, for `@on` selectors."""
            return self.editor

    def __init__(
        self,
        text: str = "",
        *,
        placeholder: str = "",
        starts: str = "",
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        """`starts` are words it opens with while nothing is written, the caret behind them."""
        self._opens_with = f"{clean(starts)} " if starts else ""
        text = clean(text) or self._opens_with
        super().__init__(
            text,
            soft_wrap=True,
            tab_behavior="focus",
            highlight_cursor_line=False,
            placeholder=Content(placeholder),
            id=id,
            classes=classes,
        )
        self.move_cursor(self.document.end)

    # -- moving ---------------------------------------------------------------------------

    def on_click(self) -> None:
        """While only the words it opens with stand there, a click anywhere leads behind them."""
        if self._opens_with and self.text == self._opens_with and self.selection.is_empty:
            self.move_cursor(self.document.end)

    @on(TextArea.SelectionChanged)
    def _moved(self) -> None:
        """The page round it follows the caret."""
        self.call_after_refresh(self._reveal_caret)

    def _reveal_caret(self) -> None:
        if self.has_focus:
            # With a line on either side: that is the border, where the text ends.
            row = self._cursor_offset[1] - self.scroll_offset.y
            reveal(self, self.gutter.top + row - 1, 3)

    def action_to_start(self, select: bool = False) -> None:
        """To the beginning of what was written."""
        self.move_cursor((0, 0), select=select)

    def action_to_end(self, select: bool = False) -> None:
        """To the end of what was written."""
        self.move_cursor(self.document.end, select=select)

    def action_cursor_page_up(self) -> None:
        """A page up in a text that scrolls; where all is in sight, the page round it moves."""
        if not self.max_scroll_y:
            raise SkipAction
        super().action_cursor_page_up()

    def action_cursor_page_down(self) -> None:
        """A page down in a text that scrolls; where all is in sight, the page round it moves."""
        if not self.max_scroll_y:
            raise SkipAction
        super().action_cursor_page_down()

    def action_nothing(self) -> None:
        """A habit from elsewhere; it does nothing here."""

    # -- writing --------------------------------------------------------------------------

    async def _on_key(self, event: events.Key) -> None:
        """Type what is typed, also what Python doesn't call printable.

        Names in several scripts need joiners, and some keyboards give a hard space.
        """
        if event.character is None or self.read_only:
            return
        if len(self.text) >= MAX_CHARACTERS and (event.is_printable or event.key == "enter"):
            event.prevent_default()
            event.stop()
            self._refuse()
        elif not event.is_printable and event.character >= "\xa0" and clean(event.character):
            event.prevent_default()
            event.stop()
            self._put(event.character)

    async def _on_paste(self, event: events.Paste) -> None:
        """A paste from the terminal."""
        event.prevent_default()
        event.stop()
        self._take(event.text)

    def action_paste(self) -> None:
        """Paste what was copied here."""
        self._take(self.app.clipboard)

    def action_cut(self) -> None:
        """Cut what is selected; with nothing selected, nothing happens, as in Word."""
        if self.selected_text:
            super().action_cut()

    def action_new_line(self) -> None:
        """A line break, however it is typed."""
        self._put("\n")

    def _fitting(self, text: str) -> str:
        """How pasted text goes in."""
        return text

    def _take(self, pasted: str) -> None:
        """Put pasted text in, cleaned, or refuse it whole when it is too large."""
        text = self._fitting(clean(pasted))
        if len(text) + len(self.text) - len(self.selected_text) > MAX_CHARACTERS:
            self._refuse()
        elif text:
            self._put(text)

    def _put(self, text: str) -> None:
        self.replace(text, *self.selection, maintain_selection_offset=False)
        self.scroll_cursor_visible()

    def _refuse(self) -> None:
        self.post_message(self.TooLarge(self))
        self.notify(REFUSED, severity="warning", markup=False, timeout=10)


class LineEditor(Editor):
    """A line: Enter goes on to what comes next, a pasted line break becomes a space."""

    DEFAULT_CSS = """
    LineEditor { min-height: 3; max-height: 6; }
    """

    async def _on_key(self, event: events.Key) -> None:
        """Enter goes on instead of breaking the line."""
        if event.key == "enter":
            event.prevent_default()
            event.stop()
            self.screen.focus_next()

    def action_new_line(self) -> None:
        """A line has no second one: go on to what comes next."""
        self.screen.focus_next()

    def _fitting(self, text: str) -> str:
        """A pasted text on one line, with nothing of it lost."""
        return " ".join(text.strip("\n").split("\n"))
