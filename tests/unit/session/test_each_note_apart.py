"""Each note holds what was moved into it; words stand as others in notes, never in the session."""

from __future__ import annotations

import pytest

from reflect_tui.errors import ReflectError
from reflect_tui.session.address import parse_address
from reflect_tui.session.agreeing import note_mark
from reflect_tui.session.covering import is_covered
from reflect_tui.session.model import Replaced
from reflect_tui.session.noting import MOVED_INTO, Note, is_in
from reflect_tui.session.values import Text
from tests.unit.session.making import Sat

WORDS = parse_address("walk/talk/words")


def written(text: str = "Amina is streetwise") -> Sat:
    sat = Sat()
    sat.sitting.write(WORDS, Text(text=text))
    return sat


def held(sat: Sat) -> list[Note]:
    response = sat.session.response(WORDS)
    assert response is not None
    return [note for note in Note if is_in(response, note)]


@pytest.mark.parametrize("note", MOVED_INTO)
def test_moving_into_one_note_moves_into_no_other(note: Note) -> None:
    sat = written()
    assert held(sat) == [Note.OWN]
    sat.sitting.move(WORDS, in_note=True, note=note)
    assert held(sat) == [note, Note.OWN]
    sat.sitting.write(WORDS, Text(text="typed on"))
    assert held(sat) == [note, Note.OWN]
    assert sat.sitting.undo()
    assert sat.sitting.undo()
    assert held(sat) == [Note.OWN]


@pytest.mark.parametrize("note", MOVED_INTO)
def test_an_action_moves_into_each_note_by_itself(note: Note) -> None:
    sat = written()
    action = sat.sitting.add_action("ring the school")
    sat.sitting.move_action(action.id, in_note=True, note=note)
    (moved,) = sat.session.actions
    assert [kept for kept in MOVED_INTO if is_in(moved, kept)] == [note]


@pytest.mark.parametrize("note", MOVED_INTO)
def test_what_others_see_is_covered_no_more_and_learning_stays_ones_own(note: Note) -> None:
    sat = written()
    response = sat.session.response(WORDS)
    assert response is not None
    moved = response.model_copy(update={"alone": True, MOVED_INTO[note]: True})
    assert is_covered(moved) is (note is Note.CPD)


def test_words_stand_as_others_without_a_letter_of_the_session_changed() -> None:
    sat = written()
    sat.sitting.replace(" Amina ", "[name]")
    sat.sitting.replace("Amina", "the aunt")
    assert sat.session.replaced == (Replaced(words="Amina", by="the aunt"),)
    assert sat.sitting.value(WORDS) == Text(text="Amina is streetwise")
    sat.sitting.put_back("Amina")
    assert sat.session.replaced == ()
    assert sat.sitting.undo()
    assert sat.session.replaced == (Replaced(words="Amina", by="the aunt"),)


@pytest.mark.parametrize(("words", "by"), [("", "[name]"), ("Amina", " "), (" ", "")])
def test_nothing_stands_in_nobodys_place(words: str, by: str) -> None:
    sat = written()
    with pytest.raises(ReflectError, match="no words"):
        sat.sitting.replace(words, by)
    assert sat.session.replaced == ()


def test_a_note_that_says_something_in_other_words_is_another_note() -> None:
    sat = written()
    sat.sitting.move(WORDS, in_note=True)
    before = note_mark(sat.session)
    sat.sitting.replace("Amina", "[name]")
    assert note_mark(sat.session) != before
    sat.sitting.put_back("Amina")
    assert note_mark(sat.session) == before


def test_letters_that_no_file_can_hold_do_not_end_anything() -> None:
    sat = written()
    sat.sitting.replace("Ami\ud800na", "[na\x1bme]")
    (kept,) = sat.session.replaced
    assert "\ud800" not in kept.words
    assert "\x1b" not in kept.by
