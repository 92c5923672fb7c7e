"""The editor: Word's habits are safe in it, and no text that could act gets in."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import TextArea

from reflect_tui.clean import clean
from reflect_tui.session.values import MAX_CHARACTERS


class Editor(TextArea, inherit_bindings=False):
    """Some paragraphs. Tab leaves it; Ctrl+B, I, U, K, W, D, E and F do nothing at all."""

    DEFAULT_CSS = """
    Editor {
        width: 1fr; height: auto; min-height: 6; max-height: 16; padding: 0 1;
        background: $surface; color: $text-main; border: round $line;
        scrollbar-gutter: auto;
        &:focus { border: round $accent; }
        & .text-area--cursor { background: $text-main; color: $background; }
        & .text-area--cursor-line { background: transparent; }
        & .text-area--selection { background: $accent 35%; }
        & .text-area--placeholder { color: $muted; }
        &:nocolor:focus { border: double $text-main; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(key, action, show=False, id=f"editor-{action.replace('(True)', '-selecting')}")
            for key, action in (
                ("up", "cursor_up"),
                ("down", "cursor_down"),
                ("left", "cursor_left"),
                ("right", "cursor_right"),
                ("ctrl+left", "cursor_word_left"),
                ("ctrl+right", "cursor_word_right"),
                ("home", "cursor_line_start"),
                ("end", "cursor_line_end"),
                ("pageup", "cursor_page_up"),
                ("pagedown", "cursor_page_down"),
                ("ctrl+home", "to_start"),
                ("ctrl+end", "to_end"),
                ("shift+up", "cursor_up(True)"),
                ("shift+down", "cursor_down(True)"),
                ("shift+left", "cursor_left(True)"),
                ("shift+right", "cursor_right(True)"),
                ("ctrl+shift+left", "cursor_word_left(True)"),
                ("ctrl+shift+right", "cursor_word_right(True)"),
                ("shift+home", "cursor_line_start(True)"),
                ("shift+end", "cursor_line_end(True)"),
                ("ctrl+a", "select_all"),
                ("backspace", "delete_left"),
                ("delete", "delete_right"),
                ("ctrl+backspace", "delete_word_left"),
                ("ctrl+delete", "delete_word_right"),
                ("ctrl+x", "cut"),
                ("ctrl+c", "copy"),
                ("ctrl+v", "paste"),
                ("ctrl+z", "undo"),
                ("ctrl+y", "redo"),
                # Word's keys for bold, italic, underline, a link, closing; and what Textual
                # would delete with. None may move the caret or take a letter away.
                ("ctrl+b,ctrl+u,ctrl+k,ctrl+w,ctrl+d,ctrl+e,ctrl+f", "nothing"),
            )
        )
    ]

    class TooLarge(Message):
        """A paste was refused; nothing of what stood there was lost."""

    def __init__(self, text: str = "", *, placeholder: str = "", starts: str = "") -> None:
        super().__init__(
            text or (f"{starts} " if starts else ""),
            soft_wrap=True,
            tab_behavior="focus",
            show_line_numbers=False,
            placeholder=Content(placeholder),
            theme="css",
        )
        self.move_cursor(self.document.end)

    def action_nothing(self) -> None:
        """A habit from elsewhere; it does nothing here."""

    def action_to_start(self) -> None:
        """To the beginning of what was written."""
        self.move_cursor((0, 0))

    def action_to_end(self) -> None:
        """To the end of what was written."""
        self.move_cursor(self.document.end)

    async def _on_paste(self, event: events.Paste) -> None:
        """Take a paste in cleaned, or refuse it whole when it is too large."""
        event.prevent_default()
        event.stop()
        self._take(event.text)

    def action_paste(self) -> None:
        """Ctrl+V pastes what was copied here."""
        self._take(self.app.clipboard)

    def _take(self, pasted: str) -> None:
        if len(pasted) + len(self.text) > MAX_CHARACTERS:
            self.post_message(self.TooLarge())
            return
        self.insert(self._fitting(clean(pasted)), maintain_selection_offset=False)

    def _fitting(self, text: str) -> str:
        return text


class LineEditor(Editor):
    """A line: Enter goes on to what comes next, a pasted line break becomes a space."""

    DEFAULT_CSS = """
    LineEditor { min-height: 3; height: 3; }
    """

    async def _on_key(self, event: events.Key) -> None:
        """Enter leaves instead of breaking the line."""
        if event.key == "enter":
            event.prevent_default()
            event.stop()
            self.screen.focus_next()

    def _fitting(self, text: str) -> str:
        return " ".join(text.split("\n"))
