"""What was written alone in a session of several stays covered, and is never written over."""

from __future__ import annotations

import pytest

from reflect_tui.errors import ReflectError
from reflect_tui.practice.exercise import Way
from reflect_tui.session.address import parse_address
from reflect_tui.session.values import Text
from tests.unit.session.making import Sat, a_session

WORDS = "walk/talk/words"


def _written_alone(way: Way = Way.ONE_TO_ONE) -> Sat:
    sat = Sat(a_session(way))
    sat.sitting.company = False
    sat.write(WORDS, Text(text="I dread it"))
    sat.sitting.company = True
    return sat


def test_it_is_not_among_what_may_be_drawn() -> None:
    sat = _written_alone()
    assert sat.sitting.covered == {parse_address(WORDS)}
    assert sat.sitting.shown.responses == ()
    assert sat.session.responses != ()


def test_writing_over_it_or_clearing_it_is_refused() -> None:
    sat = _written_alone()
    with pytest.raises(ReflectError, match="your own"):
        sat.write(WORDS, Text(text="together"))
    sat.sitting.clear(parse_address(WORDS))
    assert sat.value(WORDS) == Text(text="I dread it")


def test_its_owner_shows_it_or_moves_it_into_the_note_themselves() -> None:
    sat = _written_alone()
    sat.sitting.uncover(parse_address(WORDS))
    assert sat.sitting.covered == frozenset()
    assert sat.sitting.undo()
    assert sat.sitting.covered != frozenset()
    sat.sitting.company = False
    sat.sitting.move(parse_address(WORDS), in_note=True)
    sat.sitting.company = True
    assert sat.sitting.covered == frozenset()


def test_what_was_written_together_is_never_covered() -> None:
    sat = Sat(a_session(Way.GROUP))
    sat.write(WORDS, Text(text="we wonder"))
    assert sat.sitting.covered == frozenset()
    alone = Sat(a_session(Way.SOLO))
    alone.write(WORDS, Text(text="I wonder"))
    assert not alone.session.responses[0].alone


def test_an_action_that_was_put_down_alone_is_covered_like_an_answer() -> None:
    sat = Sat(a_session(Way.ONE_TO_ONE))
    sat.sitting.company = False
    sat.sitting.add_action("Ask somebody else first")
    noted = sat.sitting.add_action("Ask her", in_note=True)
    sat.sitting.company = True
    together = sat.sitting.add_action("Reword it")
    assert sat.sitting.shown.actions == (noted, together)
    assert len(sat.session.actions) == 3
