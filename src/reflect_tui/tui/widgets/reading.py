"""What was written, as quiet text: for a prompt that isn't open, and wherever it is only read."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, cast

from textual.content import Content

from reflect_tui.practice.exercise import Imagined, Kind, Prompt
from reflect_tui.tui.content import join, said

if TYPE_CHECKING:
    from reflect_tui.session.values import (
        Choice,
        Choices,
        Contrast,
        Day,
        Line,
        Placement,
        Round,
        Spot,
        Text,
        Value,
    )

IMAGINED = "Imagined for reflection; not about this person."
FOR = {"me": "For me", "them": "For them", "between": "Between us"}
"""Whose placement it is, as people see it."""
MOVES = "It moves, depending on who is in the room"
KNOWN = {"seen": "We saw it", "told": "We were told", "inferred": "We infer it"}
"""How we know a part of the day, as people see it."""
UNSEEN = "Written, and not shown yet."


def spot_words(spot: Spot) -> str:
    """A spot on the map, in words."""
    return f"{'seen' if spot.seen else 'unseen'} and {'said' if spot.said else 'unsaid'}"


def reading(prompt: Prompt, value: Value | None) -> Content:
    """What was written to a prompt; no text at all when nothing was."""
    if value is None or value.is_blank():
        return Content("")
    drawn = READINGS[prompt.kind](prompt, value)
    if prompt.imagined is Imagined.ALL:
        return join(drawn, "\n", said(IMAGINED, "$muted italic"))
    return drawn


def _text(_: Prompt, value: Value) -> Content:
    return said(cast("Text | Line", value).text.strip("\n"))


def _choice(prompt: Prompt, value: Value) -> Content:
    return _options(prompt, (cast("Choice", value).option,), "●")


def _choices(prompt: Prompt, value: Value) -> Content:
    return _options(prompt, cast("Choices", value).options, "◆")


def _options(prompt: Prompt, chosen: tuple[str, ...], mark: str) -> Content:
    labels = {option.id: option.label for option in prompt.options}
    return _lines(join(said(f"{mark} ", "$accent"), labels.get(key, key)) for key in chosen)


def _contrast(prompt: Prompt, value: Value) -> Content:
    two = cast("Contrast", value)
    sides = (
        (Imagined.LEFT, prompt.left, two.left),
        (Imagined.RIGHT, prompt.right, two.right),
    )
    parts = []
    for side, heading, text in sides:
        if text.strip():
            parts += [said(heading, "$muted"), said(text.strip("\n"))]
            if prompt.imagined is side:
                parts.append(said(IMAGINED, "$muted italic"))
    return _lines(parts)


def _placement(_: Prompt, value: Value) -> Content:
    placed = cast("Placement", value)
    lines = [
        join(said(f"{words}: ", "$muted"), spot_words(spot))
        for who, words in FOR.items()
        if (spot := getattr(placed, who)) is not None
    ]
    return _lines([*lines, said(MOVES)] if placed.moves else lines)


def _day(prompt: Prompt, value: Value) -> Content:
    day = cast("Day", value)
    lines = []
    for option in prompt.options:
        moment = day.moment(option.id)
        if not moment.is_blank():
            known = f" · {KNOWN[moment.known].lower()}" if moment.known else ""
            label = said(f"{option.label}: ", "$muted")
            lines.append(join(label, said(moment.text.strip()), said(known, "$muted")))
    return _lines(lines)


def _round(_: Prompt, value: Value) -> Content:
    told = cast("Round", value)
    if not told.shown:
        return said(UNSEEN, "$muted")
    return _lines(said(f"· {piece.strip()}") for piece in told.pieces if piece.strip())


def _lines(parts: Iterable[Content]) -> Content:
    return Content("\n").join(parts)


READINGS: dict[Kind, Callable[[Prompt, Value], Content]] = {
    Kind.TEXT: _text,
    Kind.LINE: _text,
    Kind.CHOOSE: _choice,
    Kind.CHOOSE_MANY: _choices,
    Kind.CONTRAST: _contrast,
    Kind.PLACE: _placement,
    Kind.DAY: _day,
    Kind.ROUND: _round,
}
"""How each kind that keeps a response reads; `actions` keeps none."""
