"""What was written, as quiet text: for a prompt one is not at."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content

from reflect_tui.practice.exercise import Prompt
from reflect_tui.session.values import (
    Choice,
    Choices,
    Contrast,
    Day,
    Line,
    Moment,
    Placement,
    Round,
    Text,
    Value,
)
from reflect_tui.tui.content import said
from reflect_tui.tui.widgets.fields.day import KNOWN
from reflect_tui.tui.widgets.fields.place import FOR, MOVES, spot_words
from reflect_tui.tui.widgets.fields.round import round_words


def reading(prompt: Prompt, value: Value) -> Content:
    """A value as text; what an option is called comes from its prompt."""
    labels = {option.id: option.label for option in prompt.options}
    match value:
        case Text() | Line():
            return said(value.text.strip())
        case Choice():
            return said(labels.get(value.option, value.option))
        case Choices():
            return _lines(labels.get(option, option) for option in value.options)
        case Contrast():
            return _lines(
                f"{heading}: {text.strip()}"
                for heading, text in ((prompt.left, value.left), (prompt.right, value.right))
                if text.strip()
            )
        case Placement():
            spots = ((words, getattr(value, who)) for who, words in FOR.items())
            told = [f"{words}: {spot_words(spot)}" for words, spot in spots if spot is not None]
            return _lines([*told, MOVES] if value.moves else told)
        case Day():
            return _lines(
                f"{labels.get(moment.part, moment.part)}: {moment.text.strip()}"
                + (f" ({KNOWN[moment.known].lower()})" if moment.known else "")
                for moment in _in_order(prompt, value)
            )
        case Round():
            return round_words(value)
    return Content("")


def _in_order(prompt: Prompt, day: Day) -> list[Moment]:
    parts = [option.id for option in prompt.options]
    return sorted(day.moments, key=lambda moment: parts.index(moment.part))


def _lines(lines: Iterable[str]) -> Content:
    return said("\n".join(lines))
