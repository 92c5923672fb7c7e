"""What somebody writes is theirs until they move it into the note, and stays where they put it."""

from __future__ import annotations

import pytest

from reflect_tui.errors import ReflectError
from reflect_tui.session.address import parse_address
from reflect_tui.session.values import Text
from tests.unit.session.making import Sat

WORDS = parse_address("walk/talk/words")


def in_note(sat: Sat) -> bool:
    response = sat.session.response(WORDS)
    assert response is not None
    return response.in_note


def written(text: str = "streetwise") -> Sat:
    sat = Sat()
    sat.sitting.write(WORDS, Text(text=text))
    return sat


def test_what_is_written_is_not_in_the_note() -> None:
    assert not in_note(written())


def test_what_was_moved_is_in_the_note_until_it_is_moved_out() -> None:
    sat = written()
    sat.sitting.move(WORDS, in_note=True)
    assert in_note(sat)
    sat.sitting.move(WORDS, in_note=False)
    assert not in_note(sat)
    assert sat.sitting.value(WORDS) == Text(text="streetwise")


def test_moving_one_answer_moves_no_other() -> None:
    sat = written()
    sat.write("walk/talk/answered", Text(text="never"))
    sat.sitting.move(WORDS, in_note=True)
    assert [kept.in_note for kept in sat.session.responses] == [True, False]


def test_typing_on_leaves_an_answer_where_it_was_put() -> None:
    sat = written()
    sat.sitting.move(WORDS, in_note=True)
    sat.sitting.write(WORDS, Text(text="streetwise, they said"))
    assert in_note(sat)


def test_other_words_in_the_place_of_cleared_ones_are_theirs_again() -> None:
    sat = written()
    sat.sitting.move(WORDS, in_note=True)
    sat.sitting.clear(WORDS)
    sat.sitting.write(WORDS, Text(text="something else"))
    assert not in_note(sat)


@pytest.mark.parametrize("moved", [True, False])
def test_nothing_is_moved_where_nothing_is_written(moved: bool) -> None:
    sat = Sat()
    with pytest.raises(ReflectError) as caught:
        sat.sitting.move(WORDS, in_note=moved)
    assert str(caught.value) == "Nothing is written there yet. Write something first."
    assert sat.kept == []
