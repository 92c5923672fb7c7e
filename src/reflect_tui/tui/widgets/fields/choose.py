"""Choose one, or some; choosing again lets go."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from reflect_tui.session.values import Choice, Choices
from reflect_tui.tui.widgets.fields.base import Field
from reflect_tui.tui.widgets.fields.marks import ONE, SOME, Marks

_NUMBERS = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


class _Choosing(Field):
    """What choosing one and choosing some share."""

    DEFAULT_CSS = """
    _Choosing { margin: 1 0; }
    """
    shapes = ONE

    def compose(self) -> ComposeResult:
        """The options, and how many may be chosen where that is said."""
        if self.limit:
            yield Static(Content(self.limit), classes="field-label", id="limit")
        options = [(option.id, option.label) for option in self.prompt.options]
        yield Marks(options, self.chosen, shapes=self.shapes)

    @property
    def limit(self) -> str:
        """How many may be chosen, in words; empty where it isn't limited."""
        return ""

    @property
    def chosen(self) -> tuple[str, ...]:
        """The ids of the options chosen."""
        raise NotImplementedError

    def choose(self, option: str) -> None:
        """Choose an option, or let go of it."""
        raise NotImplementedError

    @on(Marks.Chosen)
    def _chose(self, event: Marks.Chosen) -> None:
        event.stop()
        self.choose(event.option)
        event.marks.show(self.chosen)


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

    shapes = SOME

    @property
    def limit(self) -> str:
        """How many may be chosen, in words."""
        most = self.prompt.at_most
        if most is None or most >= len(self.prompt.options):
            return ""
        words = _NUMBERS[most] if most < len(_NUMBERS) else str(most)
        return f"At most {words}. Choosing one again lets go of it."

    @property
    def chosen(self) -> tuple[str, ...]:
        """Those chosen, in the order they were."""
        return self.value.options if isinstance(self.value, Choices) else ()

    def choose(self, option: str) -> None:
        """Take it in or out; past the most that may be chosen, say so and change nothing."""
        chosen = self.chosen
        if option in chosen:
            chosen = tuple(other for other in chosen if other != option)
        elif self.prompt.at_most is not None and len(chosen) >= self.prompt.at_most:
            self.notify("Let go of another one first.", markup=False, timeout=4)
            return
        else:
            chosen = (*chosen, option)
        self.changed(Choices(options=chosen))
