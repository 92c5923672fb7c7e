"""A one-line button: Enter, Space or a click presses it."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.widget import Widget


class Press(Widget, can_focus=True):
    """A button of one line; `-main` for the way on, `-quiet` for text alone, `-caution`."""

    DEFAULT_CSS = """
    Press {
        width: auto; height: 1; padding: 0 2; background: $panel; color: $text-main;
        text-style: bold; pointer: pointer;
        &.-main { background: $accent; color: $background; }
        &.-quiet { background: transparent; padding: 0 1; text-style: none; color: $text-main; }
        &.-second { background: transparent; color: $second; padding: 0 1; }
        &.-caution { background: transparent; color: $caution; padding: 0 1; }
        &:hover { text-style: bold underline; }
        &:focus { background: $text-main; color: $background; text-style: bold; }
        &.-main:focus { background: $text-main; color: $background; text-style: bold underline; }
        &:disabled { color: $muted; text-style: none; }
        &:nocolor:focus { text-style: bold underline; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "press", "Choose", show=False, id="press")
    ]

    class Pressed(Message):
        """Somebody pressed it."""

        def __init__(self, press: Press) -> None:
            super().__init__()
            self.press = press

        @property
        def control(self) -> Press:
            """The button itself, for `@on` selectors."""
            return self.press

    def __init__(
        self,
        label: str,
        *,
        id: str | None = None,
        classes: str | None = None,
        disabled: bool = False,
    ) -> None:
        super().__init__(id=id, classes=classes, disabled=disabled)
        self._label = Content(label)

    def render(self) -> Content:
        """The label, as plain text."""
        return self._label

    def relabel(self, label: str) -> None:
        """Say something else."""
        self._label = Content(label)
        self.refresh(layout=True)

    def on_click(self, event: Click) -> None:
        """A click presses."""
        event.stop()
        self.action_press()

    def action_press(self) -> None:
        """Press it."""
        if not self.disabled:
            self.post_message(self.Pressed(self))
