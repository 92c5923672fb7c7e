"""Choose one, or some: a list whose marks say what is chosen, by shape and not by colour."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from reflect_tui.session.values import Choice, Choices
from reflect_tui.tui.content import said
from reflect_tui.tui.widgets.fields.base import Field


class Marked(OptionList):
    """Options with a mark before each; Enter, Space or a click chooses."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "select", "Choose", show=False, id="mark")
    ]

    def mark(self, options: list[tuple[str, str]], chosen: tuple[str, ...], marks: str) -> None:
        """Draw the options, `(id, label)`, with the second of `marks` where one is chosen."""
        at = self.highlighted
        self.set_options(
            Option(
                said(f"{marks[1] if option in chosen else marks[0]} {label}"),
                id=option,
            )
            for option, label in options
        )
        self.highlighted = 0 if at is None else at


class _Choosing(Field):
    """What choosing one and choosing some share."""

    marks = "○●"

    def compose(self) -> ComposeResult:
        """The list."""
        if self.prompt.at_most:
            yield Static(Content(f"At most {self.prompt.at_most}."), classes="field-label")
        yield Marked(markup=False)

    def on_mount(self) -> None:
        """Draw the marks."""
        self.draw()

    def draw(self) -> None:
        """Draw what is chosen."""
        options = [(option.id, option.label) for option in self.prompt.options]
        self.query_one(Marked).mark(options, self.chosen, self.marks)

    @property
    def chosen(self) -> tuple[str, ...]:
        """The ids of the options chosen."""
        raise NotImplementedError

    def choose(self, option: str) -> None:
        """Choose an option, or let go of it."""
        raise NotImplementedError

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if event.option_id is not None:
            self.choose(event.option_id)
            self.draw()


class ChooseField(_Choosing):
    """One option; choosing it again lets go of it."""

    @property
    def chosen(self) -> tuple[str, ...]:
        """The one chosen, if any."""
        return (self.value.option,) if isinstance(self.value, Choice) and self.value.option else ()

    def choose(self, option: str) -> None:
        """Take this one instead."""
        self.changed(Choice(option="" if option in self.chosen else option))


class ChooseManyField(_Choosing):
    """Some options."""

    marks = "◇◆"

    @property
    def chosen(self) -> tuple[str, ...]:
        """Those chosen, in the order they were."""
        return self.value.options if isinstance(self.value, Choices) else ()

    def choose(self, option: str) -> None:
        """Take it in or out; past the most that may be chosen, say so."""
        chosen = self.chosen
        if option in chosen:
            chosen = tuple(other for other in chosen if other != option)
        elif self.prompt.at_most is not None and len(chosen) >= self.prompt.at_most:
            self.notify("Let go of one first.", markup=False, timeout=4)
            return
        else:
            chosen = (*chosen, option)
        self.changed(Choices(options=chosen))
