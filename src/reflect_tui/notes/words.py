"""Each kind of value as the words that may stand in a note. Imagined parts never do (2.7)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from reflect_tui.practice.exercise import Imagined, Kind, Prompt
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

KNOWN = {"seen": "seen", "told": "told to us", "inferred": "inferred"}

Saying = Callable[[Prompt, Value], tuple[str, ...]]


def _text(prompt: Prompt, value: Value) -> tuple[str, ...]:
    assert isinstance(value, Text | Line)
    return (value.text.strip(),)


def _choice(prompt: Prompt, value: Value) -> tuple[str, ...]:
    assert isinstance(value, Choice)
    return (_labels(prompt).get(value.option, value.option),)


def _choices(prompt: Prompt, value: Value) -> tuple[str, ...]:
    assert isinstance(value, Choices)
    labels = _labels(prompt)
    return tuple(labels.get(option, option) for option in value.options)


def _contrast(prompt: Prompt, value: Value) -> tuple[str, ...]:
    """Only what was not imagined."""
    return tuple(f"{heading}: {text}" for heading, text in _sides(prompt, value))


def _sides(prompt: Prompt, value: Value) -> Iterator[tuple[str, str]]:
    """The sides that were not imagined, each with its heading."""
    assert isinstance(value, Contrast)
    sides = ((Imagined.LEFT, prompt.left, value.left), (Imagined.RIGHT, prompt.right, value.right))
    for side, heading, text in sides:
        if text.strip() and prompt.imagined not in (side, Imagined.ALL):
            yield heading, text.strip()


def one_side(prompt: Prompt, value: Value) -> tuple[str, str] | None:
    """Of a contrast with an imagined side: the heading and the words of the other; else None."""
    if prompt.kind is not Kind.CONTRAST or prompt.imagined is None:
        return None
    return next(_sides(prompt, value), None)


def _never(prompt: Prompt, value: Value) -> tuple[str, ...]:
    """A placement never enters a note; actions and endings stand in it by themselves."""
    return ()


def _day(prompt: Prompt, value: Value) -> tuple[str, ...]:
    assert isinstance(value, Day)
    labels = _labels(prompt)
    order = list(labels)
    moments = sorted(value.moments, key=lambda moment: order.index(moment.part))
    return tuple(
        f"{labels[moment.part]}: {moment.text.strip()}"
        + (f" ({KNOWN[moment.known]})" if moment.known else "")
        for moment in moments
        if moment.text.strip()
    )


def _round(prompt: Prompt, value: Value) -> tuple[str, ...]:
    """Nothing until it was shown together: nobody has agreed to words they have not seen."""
    assert isinstance(value, Round)
    return tuple(piece.strip() for piece in value.pieces) if value.shown else ()


SAYING: dict[Kind, Saying] = {
    Kind.TEXT: _text,
    Kind.LINE: _text,
    Kind.CHOOSE: _choice,
    Kind.CHOOSE_MANY: _choices,
    Kind.CONTRAST: _contrast,
    Kind.PLACE: _never,
    Kind.DAY: _day,
    Kind.ROUND: _round,
    Kind.ACTIONS: _never,
    Kind.AGREED: _never,
}
"""What each kind says in a note."""


def saying(prompt: Prompt, value: Value) -> tuple[str, ...]:
    """The words of a value that may stand in a note; none for what never may."""
    if prompt.imagined is Imagined.ALL:
        return ()
    return SAYING[prompt.kind](prompt, value)


def _labels(prompt: Prompt) -> dict[str, str]:
    return {option.id: option.label for option in prompt.options}


def placement_words(placement: Placement) -> str:
    """Where a card stands, in words."""
    named = {"For me": placement.me, "For them": placement.them, "Between us": placement.between}
    said = [f"{name}: {_spot(spot)}" for name, spot in named.items() if spot is not None]
    if placement.moves:
        said.append("It moves, depending on who is in the room")
    return "; ".join(said)


def _spot(spot: Spot) -> str:
    return f"{'seen' if spot.seen else 'unseen'}, {'and said' if spot.said else 'and not said'}"
