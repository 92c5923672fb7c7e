"""Nothing tells who came when in a round: no time, no state with one piece less, no taking back."""

from __future__ import annotations

from reflect_tui.practice.exercise import Service, Way
from reflect_tui.session.address import parse_address
from reflect_tui.session.turns import under_way, without_rounds_under_way
from reflect_tui.session.values import Line, Round
from tests.unit.session.making import Sat, a_session

WHERE = "walk/talk/round"


def in_turn(sat: Sat, *pieces: str) -> None:
    for piece in pieces:
        now = sat.value(WHERE)
        sat.write(WHERE, (now if isinstance(now, Round) else Round()).with_piece(piece))
        sat.sitting.settle()


def test_taking_back_leaves_every_piece_of_a_round_where_it_is() -> None:
    sat = Sat(a_session(Way.GROUP))
    sat.write("walk/talk/line", Line(text="before"))
    in_turn(sat, "one")
    sat.write("walk/talk/line", Line(text="between"))
    in_turn(sat, "two", "three")
    before = sat.value(WHERE)
    while sat.sitting.undo():
        assert sat.value(WHERE) == before
    assert sat.value("walk/talk/line") is None


def test_an_entry_in_which_a_round_was_written_stays_when_its_adding_is_taken_back() -> None:
    text = "## Ask {#ask .repeat named-by=name}\n\n### Who? {#name .line}\n\n### All {#all .round}"
    head = (
        "---\nexercise: turns\nversion: 1\ntitle: T\nsummary: S.\nclauses: []\n---\n\n# T\n\nWhy.\n"
    )
    sat = Sat(a_session(Way.GROUP, Service.CHILDREN, f"{head}\n{text}\n"))
    (first,) = sat.session.entries
    sat.write(f"turns/ask[{first.id}]/name", Line(text="one"))
    entry = sat.sitting.add_entry("turns", "ask")
    sat.write(f"turns/ask[{entry.id}]/all", Round(pieces=("mine",)))
    while sat.sitting.undo():
        pass
    assert entry in sat.session.entries
    assert sat.value(f"turns/ask[{entry.id}]/all") == Round(pieces=("mine",))


def test_whether_a_round_stands_in_the_note_can_be_taken_back() -> None:
    sat = Sat(a_session(Way.GROUP))
    in_turn(sat, "one")
    sat.sitting.move(parse_address(WHERE), in_note=True)
    assert sat.sitting.undo()
    response = sat.session.response(parse_address(WHERE))
    assert response is not None
    assert not response.in_note


def test_an_earlier_state_holds_a_round_only_once_it_was_shown() -> None:
    sat = Sat(a_session(Way.GROUP))
    in_turn(sat, "one", "two")
    assert under_way(sat.session)
    assert without_rounds_under_way(sat.session).responses == ()
    value = sat.value(WHERE)
    assert isinstance(value, Round)
    sat.write(WHERE, value.model_copy(update={"shown": True}))
    assert not under_way(sat.session)
    assert without_rounds_under_way(sat.session) is sat.session


def test_a_round_keeps_no_time() -> None:
    sat = Sat(a_session(Way.GROUP))
    in_turn(sat, "one")
    response = sat.session.response(parse_address(WHERE))
    assert response is not None
    assert response.at is None
