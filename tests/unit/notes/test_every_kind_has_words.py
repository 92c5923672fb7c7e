"""Each kind of answer has words of its own in a note, and they read as somebody would say them."""

from __future__ import annotations

from typing import Literal, get_args, get_origin

import pytest

from reflect_tui.notes.words import KNOWN, SAYING, saying
from reflect_tui.practice.exercise import Kind, Prompt
from reflect_tui.session.address import parse_address
from reflect_tui.session.values import (
    VALUES,
    AnyValue,
    Choice,
    Choices,
    Contrast,
    Day,
    Line,
    Moment,
    Placement,
    Round,
    Spot,
    Text,
    Value,
)
from tests.unit.notes.sectioned import sat


def prompt_at(address: str) -> Prompt:
    """A question of the walk, or of the sectioned exercise."""
    return sat().sitting.prompt(parse_address(address))


def test_every_kind_says_something_and_nothing_else_does() -> None:
    assert set(SAYING) == set(VALUES) == set(Kind)


def test_every_value_there_is_belongs_to_a_kind() -> None:
    union, *_ = get_args(AnyValue)
    assert {made for made in VALUES.values() if made} == set(get_args(union))


def test_every_way_of_knowing_has_words() -> None:
    annotation = Moment.model_fields["known"].annotation
    assert get_origin(annotation) is Literal
    assert set(KNOWN) == set(get_args(annotation)) - {""}


SAID: dict[str, tuple[str, Value, tuple[str, ...]]] = {
    "text": (
        "walk/talk/words",
        Text(text="  Quite mature for her age.\nStreetwise.\n"),
        ("Quite mature for her age.\nStreetwise.",),
    ),
    "line": ("walk/talk/line", Line(text=" hard to engage "), ("hard to engage",)),
    "choose": ("walk/talk/which", Choice(option="worry"), ("A worry",)),
    "choose-many": (
        "walk/talk/whose",
        Choices(options=("record", "ours")),
        ("A record's", "Ours"),
    ),
    "choose from a board": ("walk/board/start", Choice(option="faith"), ("Faith",)),
    "contrast": (
        "walk/swap[e]/again",
        Contrast(left=" She is late again. ", right="He was held up."),
        ("As it is: She is late again.",),
    ),
    "contrast, only imagined": ("walk/swap[e]/again", Contrast(right="He was held up."), ()),
    "place": ("walk/class/place", Placement(me=Spot(seen=True, said=False), moves=True), ()),
    "day": (
        "walk/talk/day",
        Day(
            moments=(
                Moment(part="night", text=" shares a bed with Gran ", known="told"),
                Moment(part="morning", text="up at six", known="seen"),
            )
        ),
        ("Morning: up at six (seen)", "Night: shares a bed with Gran (told to us)"),
    ),
    "day, not said how it is known": (
        "walk/talk/day",
        Day(moments=(Moment(part="night", text="a candle"), Moment(part="morning", text=" "))),
        ("Night: a candle",),
    ),
    "round": (
        "walk/talk/round",
        Round(pieces=("we were quick ", "I was afraid"), shown=True),
        ("we were quick", "I was afraid"),
    ),
    "round, not shown yet": ("walk/talk/round", Round(pieces=("I was afraid",)), ()),
    "text, all imagined": ("sectioned/dreamt/mine", Text(text="I would not open"), ()),
    "choice, all imagined": ("sectioned/dreamt/which", Choice(option="violet"), ()),
}


@pytest.mark.parametrize("name", SAID)
def test_an_answer_reads_as_somebody_would_say_it(name: str) -> None:
    address, value, words = SAID[name]
    prompt = prompt_at(address)
    assert value.fits(prompt)
    assert saying(prompt, value) == words


def test_every_kind_but_actions_has_an_example_above() -> None:
    kinds = {prompt_at(address).kind for address, _, _ in SAID.values()}
    assert kinds == set(Kind) - {Kind.ACTIONS, Kind.AGREED}
