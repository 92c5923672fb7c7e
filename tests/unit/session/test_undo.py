"""Undo takes back one thing a person did, however many keys it took, and never loses the page."""

from __future__ import annotations

from reflect_tui.session.address import parse_address
from reflect_tui.session.values import Choice, Line, Text
from tests.unit.session.making import Sat

WORDS = "walk/talk/words"
LINE = "walk/talk/line"


def typed(sat: Sat, address: str, text: str) -> None:
    """Type letter by letter, each on top of what stands there."""
    stood = sat.value(address)
    before = stood.text if isinstance(stood, Text | Line) else ""
    kind = Line if address == LINE else Text
    for upto in range(1, len(text) + 1):
        sat.write(address, kind(text=before + text[:upto]))


def words(sat: Sat) -> str:
    value = sat.value(WORDS)
    return value.text if isinstance(value, Text) else ""


# -- one step for each stretch of typing -----------------------------------------------------


def test_a_long_answer_is_one_step() -> None:
    sat = Sat()
    typed(sat, WORDS, "they said she copes, and nobody asked her")
    assert sat.sitting.undo()
    assert sat.value(WORDS) is None
    assert not sat.sitting.can_undo


def test_another_answer_begins_another_step() -> None:
    sat = Sat()
    typed(sat, WORDS, "streetwise")
    typed(sat, LINE, "an old word")
    typed(sat, WORDS, ", again")
    assert words(sat) == "streetwise, again"
    sat.sitting.undo()
    assert words(sat) == "streetwise"
    sat.sitting.undo()
    assert (words(sat), sat.value(LINE)) == ("streetwise", None)
    sat.sitting.undo()
    assert words(sat) == ""


def test_typing_on_after_leaving_the_page_is_another_step() -> None:
    sat = Sat()
    typed(sat, WORDS, "streetwise")
    sat.sitting.next()
    sat.sitting.back()
    typed(sat, WORDS, ", they said")
    sat.sitting.undo()
    assert words(sat) == "streetwise"


def test_typing_on_after_an_answer_was_closed_is_another_step() -> None:
    sat = Sat()
    typed(sat, WORDS, "streetwise")
    sat.sitting.settle()
    typed(sat, WORDS, ", they said")
    sat.sitting.undo()
    assert words(sat) == "streetwise"


def test_typing_on_after_undo_is_a_step_of_its_own() -> None:
    sat = Sat()
    typed(sat, WORDS, "streetwise")
    sat.sitting.add_action("ask her")
    sat.sitting.undo()
    typed(sat, WORDS, " for his age")
    sat.sitting.undo()
    assert words(sat) == "streetwise"


def test_going_to_the_page_one_is_at_does_not_break_a_step() -> None:
    sat = Sat()
    typed(sat, WORDS, "street")
    sat.go("walk/talk")
    typed(sat, WORDS, "wise")
    sat.sitting.undo()
    assert words(sat) == ""


def test_writing_the_same_again_is_no_step() -> None:
    sat = Sat()
    sat.write(WORDS, Text(text="streetwise"))
    kept = len(sat.kept)
    sat.write(WORDS, Text(text="streetwise"))
    assert len(sat.kept) == kept
    assert sat.sitting.undo()
    assert not sat.sitting.undo()


# -- clears, moves, actions, entries ---------------------------------------------------------


def test_a_cleared_answer_comes_back_with_its_place_in_the_note() -> None:
    sat = Sat()
    address = sat.write(WORDS, Text(text="streetwise"))
    sat.sitting.move(address, in_note=True)
    was = sat.session.responses
    sat.sitting.clear(address)
    assert sat.session.responses == ()
    sat.sitting.undo()
    assert sat.session.responses == was


def test_an_answer_emptied_by_hand_comes_back_too() -> None:
    sat = Sat()
    sat.write(WORDS, Text(text="streetwise"))
    sat.write(WORDS, Text(text="  \n"))
    assert sat.value(WORDS) is None
    sat.sitting.undo()
    assert words(sat) == "streetwise"


def test_a_choice_that_was_let_go_of_comes_back() -> None:
    sat = Sat()
    sat.write("walk/talk/which", Choice(option="worry"))
    sat.write("walk/talk/which", Choice(option=""))
    assert sat.value("walk/talk/which") is None
    sat.sitting.undo()
    assert sat.value("walk/talk/which") == Choice(option="worry")


def test_clearing_what_is_blank_is_no_step() -> None:
    sat = Sat()
    sat.sitting.clear(parse_address(WORDS))
    sat.write(WORDS, Text(text=" "))
    assert sat.kept == []
    assert not sat.sitting.can_undo


def test_each_move_is_taken_back_by_itself_and_the_words_stay() -> None:
    sat = Sat()
    address = sat.write(WORDS, Text(text="streetwise"))
    in_note = []
    for move in (True, False, True, True):
        sat.sitting.move(address, in_note=move)
    while sat.session.response(address) is not None:
        in_note.append(sat.session.response(address).in_note)
        sat.sitting.undo()
    assert in_note == [True, False, True, False]


def test_everything_done_to_an_action_is_taken_back_in_turn() -> None:
    sat = Sat()
    action = sat.sitting.add_action("ask her")
    for upto in ("ask her f", "ask her first"):
        sat.sitting.change_action(action.model_copy(update={"what": upto}))
    sat.sitting.move_action(action.id, in_note=True)
    sat.sitting.remove_action(action.id)
    stood = []
    while sat.sitting.undo():
        stood.append([(kept.what, kept.in_note) for kept in sat.session.actions])
    assert stood == [
        [("ask her first", True)],
        [("ask her first", False)],
        [("ask her", False)],
        [],
    ]


def test_an_entry_that_was_added_goes_and_one_stands_where_one_stood_before() -> None:
    sat = Sat()
    sat.write("walk/swap[entry1]/what", Line(text="his accent"))
    sat.go("walk/happens[entry1]")
    entry = sat.sitting.add_entry("walk", "swap")
    sat.go(f"walk/swap[{entry.id}]")
    sat.sitting.undo()
    assert [kept.id for kept in sat.session.entries] == ["entry1"]
    assert str(sat.session.left_at) == "walk/happens[entry1]"


# -- where one stands, and how far back ------------------------------------------------------


def test_undo_stays_on_the_page_one_is_at() -> None:
    sat = Sat()
    typed(sat, WORDS, "streetwise")
    sat.go("walk/board")
    sat.sitting.undo()
    assert str(sat.session.left_at) == "walk/board"
    assert sat.value(WORDS) is None


def test_undo_that_hides_the_page_one_is_at_leads_to_where_one_answered() -> None:
    sat = Sat()
    sat.write("walk/talk/which", Choice(option="worry"))
    sat.go("walk/only")
    sat.sitting.undo()
    assert str(sat.session.left_at) == "walk/talk"


def test_nothing_to_take_back_changes_nothing() -> None:
    sat = Sat()
    assert sat.sitting.undo() is False
    sat.sitting.next()
    kept = len(sat.kept)
    assert sat.sitting.undo() is False, "going on is not undone"
    assert len(sat.kept) == kept


def test_what_undo_leaves_is_kept() -> None:
    sat = Sat()
    typed(sat, WORDS, "streetwise")
    sat.sitting.undo()
    assert sat.kept[-1] is sat.session
    assert sat.kept[-1].responses == ()
    assert sat.session.changed > sat.kept[-2].changed


def test_two_hundred_steps_can_be_taken_back() -> None:
    sat = Sat()
    for number in range(205):
        sat.sitting.add_action(f"step {number}")
    undone = 0
    while sat.sitting.undo():
        undone += 1
    assert undone == 200
    assert [action.what for action in sat.session.actions] == [f"step {n}" for n in range(5)]


def test_a_session_opened_again_has_nothing_to_take_back() -> None:
    sat = Sat()
    typed(sat, WORDS, "streetwise")
    again = Sat(sat.session)
    assert not again.sitting.can_undo
    assert not again.sitting.undo()
    assert words(again) == "streetwise"
