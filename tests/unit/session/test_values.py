"""Each kind of answer: what counts as blank, what fits a prompt, and that all of it is kept."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from reflect_tui.errors import ReflectError
from reflect_tui.practice.exercise import Kind, Prompt
from reflect_tui.session import values
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
from tests.unit.session.kinds import SPOTS, WORDS
from tests.unit.session.making import Sat

IDS = st.from_regex(r"[a-z][a-z0-9-]{0,5}", fullmatch=True)
KNOWN = st.sampled_from(["", "seen", "told", "inferred"])
ANYTHING: dict[Kind, st.SearchStrategy[Value]] = {
    Kind.TEXT: st.builds(Text, text=WORDS),
    Kind.LINE: st.builds(Line, text=WORDS),
    Kind.CHOOSE: st.builds(Choice, option=IDS),
    Kind.CHOOSE_MANY: st.builds(Choices, options=st.lists(IDS, max_size=3).map(tuple)),
    Kind.CONTRAST: st.builds(Contrast, left=WORDS, right=WORDS),
    Kind.PLACE: st.builds(Placement, me=SPOTS, them=SPOTS, between=SPOTS, moves=st.booleans()),
    Kind.DAY: st.builds(
        Day,
        moments=st.lists(st.builds(Moment, part=IDS, text=WORDS, known=KNOWN), max_size=3).map(
            tuple
        ),
    ),
    Kind.ROUND: st.builds(
        Round, pieces=st.lists(WORDS, max_size=3).map(tuple), shown=st.booleans()
    ),
}
"""Everything that a value of each kind can hold."""
SAYING_SOMETHING: dict[Kind, tuple[str, Value]] = {
    Kind.TEXT: ("walk/talk/words", Text(text="streetwise")),
    Kind.LINE: ("walk/talk/line", Line(text="an old word")),
    Kind.CHOOSE: ("walk/talk/which", Choice(option="worry")),
    Kind.CHOOSE_MANY: ("walk/talk/few", Choices(options=("two", "one"))),
    Kind.CONTRAST: ("walk/swap[entry1]/again", Contrast(right="he leads")),
    Kind.PLACE: ("walk/class/place", Placement(me=Spot(seen=False, said=False))),
    Kind.DAY: ("walk/talk/day", Day(moments=(Moment(part="night", text="he waits"),))),
    Kind.ROUND: ("walk/talk/round", Round(pieces=("a late bus",))),
}
"""One answer to a prompt of each kind."""
DAY = Day(moments=(Moment(part="morning", text="up at six"), Moment(part="night", text="waits")))


def prompt(address: str) -> Prompt:
    return Sat().sitting.prompt(parse_address(address))


def test_every_kind_that_is_answered_is_told_of_here() -> None:
    answered = {kind for kind, made in VALUES.items() if made is not None}
    assert (
        answered
        == set(ANYTHING)
        == set(SAYING_SOMETHING)
        == set(Kind) - {Kind.ACTIONS, Kind.AGREED}
    )


@pytest.mark.parametrize("kind", ANYTHING)
def test_an_answer_of_each_kind_is_kept_as_it_was_written(kind: Kind) -> None:
    @settings(max_examples=50, deadline=None)
    @given(ANYTHING[kind])
    def read_back(value: Value) -> None:
        adapter: TypeAdapter[Value] = TypeAdapter(AnyValue)
        found = adapter.validate_json(value.model_dump_json())
        assert found == value
        assert type(found) is VALUES[kind]
        assert found.is_blank() is value.is_blank()

    read_back()


@pytest.mark.parametrize("told", ['{"kind": "song", "text": "a"}', '{"text": "a"}'])
def test_an_answer_of_no_known_kind_is_refused(told: str) -> None:
    with pytest.raises(ValidationError, match="kind"):
        TypeAdapter(AnyValue).validate_json(told)


def test_an_answer_with_something_unknown_in_it_is_refused() -> None:
    with pytest.raises(ValidationError, match="mood"):
        TypeAdapter(AnyValue).validate_json('{"kind": "text", "text": "a", "mood": "b"}')


# -- blank -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "blank",
    [
        Text(text=" \n\t"),
        Line(text=" "),
        Choice(option=""),
        Choices(options=()),
        Contrast(left=" ", right="\n"),
        Placement(),
        Day(),
        Day(moments=(Moment(part="night", text=" ", known="told"),)),
        Round(),
        Round(pieces=(" ", ""), shown=True),
    ],
    ids=repr,
)
def test_what_says_nothing_is_blank_and_is_not_kept(blank: Value) -> None:
    assert blank.is_blank()
    sat = Sat()
    address, written = next(
        pair for pair in SAYING_SOMETHING.values() if type(pair[1]) is type(blank)
    )
    sat.write(address, written)
    sat.write(address, blank)
    assert sat.session.responses == ()


@pytest.mark.parametrize(
    "value",
    [
        Contrast(left="as it is"),
        Contrast(right="with one thing changed"),
        Placement(them=Spot(seen=False, said=False)),
        Placement(moves=True),
        Day(moments=(Moment(part="morning"), Moment(part="night", text="he waits"))),
        Round(pieces=("", "a late bus")),
    ],
    ids=repr,
)
def test_a_part_of_an_answer_is_an_answer(value: Value) -> None:
    assert not value.is_blank()


def test_the_words_an_answer_begins_with_are_no_answer_until_something_is_added() -> None:
    sat = Sat()
    for text in ("I expected to see", " I expected to see \n", ""):
        sat.write("walk/talk/expected", Text(text=text))
        assert sat.session.responses == ()
    sat.write("walk/talk/expected", Text(text="I expected to see anger"))
    assert sat.value("walk/talk/expected") == Text(text="I expected to see anger")
    sat.write("walk/talk/words", Text(text="I expected to see"))
    assert sat.value("walk/talk/words") is not None


# -- what fits -------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", SAYING_SOMETHING)
def test_an_answer_fits_prompts_of_its_own_kind_only(kind: Kind) -> None:
    _, value = SAYING_SOMETHING[kind]
    fitting = {
        other for other, (address, _) in SAYING_SOMETHING.items() if value.fits(prompt(address))
    }
    assert fitting == {kind}
    assert not value.fits(prompt("walk/talk/next")), "actions are no answer"


@pytest.mark.parametrize(
    ("address", "value"),
    [
        ("walk/talk/which", Choice(option="anger")),
        ("walk/talk/whose", Choices(options=("ours", "theirs"))),
        ("walk/talk/whose", Choices(options=("ours", "ours"))),
        ("walk/talk/few", Choices(options=("one", "two", "three"))),
        ("walk/board/start", Choice(option="board")),
        ("walk/talk/day", Day(moments=(Moment(part="noon", text="asleep"),))),
        ("walk/talk/day", Day(moments=(*DAY.moments, Moment(part="night", text="again")))),
        ("walk/talk/words", Line(text="streetwise")),
        ("walk/talk/which", Text(text=" ")),
        ("walk/talk/next", Text(text="ask her")),
    ],
    ids=repr,
)
def test_what_does_not_fit_is_refused_by_the_question_and_nothing_changes(
    address: str, value: Value
) -> None:
    sat = Sat()
    asked = prompt(address).title
    with pytest.raises(ReflectError, match="That is not an answer to") as caught:
        sat.write(address, value)
    assert str(caught.value) == f"That is not an answer to “{asked}”."
    assert sat.kept == []


def test_an_answer_to_no_question_is_refused() -> None:
    with pytest.raises(ReflectError, match="There is no question at walk/talk/nothing"):
        Sat().write("walk/talk/nothing", Text(text="a slip"))


def test_what_was_chosen_stays_in_the_order_it_was_chosen() -> None:
    sat = Sat()
    sat.write("walk/talk/few", Choices(options=("three", "one")))
    assert sat.value("walk/talk/few") == Choices(options=("three", "one"))


# -- days and rounds -------------------------------------------------------------------------


def test_one_part_of_a_day_changes_and_the_others_stay() -> None:
    day = DAY.with_moment(Moment(part="night", text="he reads", known="seen"))
    assert day.moment("morning").text == "up at six"
    assert day.moment("night") == Moment(part="night", text="he reads", known="seen")
    assert day.moment("noon") == Moment(part="noon")


def test_a_part_of_a_day_without_words_is_left_out() -> None:
    day = DAY.with_moment(Moment(part="night", text=" ", known="told"))
    assert [moment.part for moment in day.moments] == ["morning"]


@pytest.mark.parametrize("place", range(3))
def test_a_piece_of_a_round_goes_in_where_chance_says(
    monkeypatch: pytest.MonkeyPatch, place: int
) -> None:
    asked = []
    monkeypatch.setattr(values.secrets, "randbelow", lambda places: asked.append(places) or place)
    told = Round(pieces=("first", "second"), shown=True).with_piece("third")
    assert asked == [3], "each place, the ends too, is as likely"
    assert told.pieces.index("third") == place
    assert [piece for piece in told.pieces if piece != "third"] == ["first", "second"]
    assert told.shown


def test_only_a_round_keeps_no_time() -> None:
    sat = Sat()
    for address, value in SAYING_SOMETHING.values():
        sat.write(address, value)
    timeless = [str(kept.prompt) for kept in sat.session.responses if kept.at is None]
    assert timeless == ["walk/talk/round"]
