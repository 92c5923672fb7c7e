"""What every field has in common: it shows a value, and says when somebody changed it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.message import Message
from textual.widgets import TextArea

from reflect_tui.practice.exercise import Prompt, Service, Way

if TYPE_CHECKING:
    from reflect_tui.session.values import Value


class Wanted(Message):
    """What somebody wants done with what is agreed, in this session or before it."""

    at_once = True
    """Whether it is kept at once; what is typed is kept at its pauses."""


class Field(Vertical):
    """The open form of a prompt; one subclass for each kind."""

    DEFAULT_CSS = """
    Field {
        height: auto; width: 1fr;
        .field-label { height: auto; color: $muted; }
        .field-buttons { height: auto; margin-top: 1; }
        .field-buttons Press { margin-right: 2; }
    }
    """

    class Changed(Message):
        """Somebody wrote, chose or placed something; a blank value means it was cleared."""

        def __init__(self, value: Value) -> None:
            super().__init__()
            self.value = value

    def __init__(self, prompt: Prompt, value: Value | None, *, service: Service, way: Way) -> None:
        super().__init__()
        self.prompt = prompt
        self.value = value
        """As it stands now."""
        self.service = service
        self.way = way

    def focus_first(self) -> None:
        """Put the focus where one begins."""
        for widget in self.query("*"):
            if widget.focusable:
                widget.focus()
                return

    async def editor_of(self, part: str) -> TextArea | None:
        """The editor in which a part of the answer stands, put there first where it has to be."""
        del part
        return next(iter(self.query(TextArea)), None)

    def changed(self, value: Value) -> None:
        """Say what it holds now."""
        self.value = value
        self.post_message(self.Changed(value))
