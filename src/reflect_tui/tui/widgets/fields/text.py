"""Text and line: one editor."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.widgets import TextArea

from reflect_tui.session.values import Line, Text
from reflect_tui.tui.widgets.editor import Editor, LineEditor
from reflect_tui.tui.widgets.fields.base import Field


class TextField(Field):
    """Some paragraphs."""

    def compose(self) -> ComposeResult:
        """The editor, with the words the prompt starts with."""
        text = self.value.text if isinstance(self.value, Text) else ""
        yield Editor(text, starts=self.prompt.starts, placeholder="Write here, or leave it blank.")

    @on(TextArea.Changed)
    def _typed(self, event: TextArea.Changed) -> None:
        event.stop()
        self.changed(Text(text=event.text_area.text))


class LineField(Field):
    """One line."""

    def compose(self) -> ComposeResult:
        """A low editor."""
        text = self.value.text if isinstance(self.value, Line) else ""
        yield LineEditor(text, starts=self.prompt.starts, placeholder="A few words, or none.")

    @on(TextArea.Changed)
    def _typed(self, event: TextArea.Changed) -> None:
        event.stop()
        self.changed(Line(text=event.text_area.text))
