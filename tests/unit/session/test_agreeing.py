"""Who agrees to the note: by role, dated, changed, taken back, and never to a note unseen."""

from __future__ import annotations

from datetime import date

import pytest

from reflect_tui.errors import ReflectError
from reflect_tui.practice.exercise import Way
from reflect_tui.session.address import parse_address
from reflect_tui.session.agreeing import (
    AGREED,
    DISAGREES,
    SIGNED_BY,
    VERDICTS,
    WITH_COMMENT,
    Verdict,
    agreed_to_another,
    said_by,
    still_to_say,
)
from reflect_tui.session.sitting import Sitting
from reflect_tui.session.values import Text
from tests.unit.session.making import Sat, a_session

WORDS = "walk/talk/words"
AT = parse_address(WORDS)


def with_a_note(way: Way = Way.ONE_TO_ONE) -> Sitting:
    """A sitting with something in its note."""
    sat = Sat(a_session(way))
    sat.sitting.move(sat.write(WORDS, Text(text="hard to reach")), in_note=True)
    return sat.sitting


@pytest.mark.parametrize("way", Way)
@pytest.mark.parametrize("said", VERDICTS)
def test_everyone_who_signs_can_say_it_with_todays_date(way: Way, said: Verdict) -> None:
    sitting = with_a_note(way)
    for role in SIGNED_BY[way]:
        sitting.agree(role, said, "it leaves her words out")
    for role in SIGNED_BY[way]:
        kept = said_by(sitting.session, role)
        assert kept is not None
        assert (kept.said, kept.on) == (said, date(2026, 3, 2))
        assert kept.words == ("" if said == AGREED else "it leaves her words out")
    assert still_to_say(sitting.session) == ()


def test_nobody_else_signs() -> None:
    for sitting, role in ((with_a_note(Way.SOLO), "practitioner"), (with_a_note(), "manager")):
        with pytest.raises(ReflectError, match="Nobody signs"):
            sitting.agree(role, AGREED)


@pytest.mark.parametrize("said", [WITH_COMMENT, DISAGREES])
def test_what_needs_words_is_nothing_without(said: Verdict) -> None:
    sitting = with_a_note()
    with pytest.raises(ReflectError, match="words"):
        sitting.agree("supervisor", said, " \n")
    assert sitting.session.agreements == ()


def test_it_is_changed_and_taken_back_and_each_can_be_undone() -> None:
    sitting = with_a_note()
    sitting.agree("supervisor", AGREED)
    sitting.agree("practitioner", AGREED)
    for words in ("n", "not", "not what was said"):
        sitting.agree("practitioner", DISAGREES, words)
    assert [kept.role for kept in sitting.session.agreements] == ["practitioner", "supervisor"]
    sitting.withdraw("practitioner")
    assert still_to_say(sitting.session) == ("practitioner",)
    said = []
    while sitting.session.agreements:
        assert sitting.undo()
        kept = said_by(sitting.session, "practitioner")
        said.append((kept.said, kept.words) if kept else None)
    assert said == [(DISAGREES, "not what was said"), (AGREED, ""), None, None]
    assert sitting.session.responses[0].in_note


@pytest.mark.parametrize("change", ["write", "move", "action"])
def test_whoever_agreed_is_asked_again_once_the_note_is_another(change: str) -> None:
    sitting = with_a_note()
    sitting.agree("practitioner", AGREED)
    sitting.agree("supervisor", DISAGREES, "not what was said")
    if change == "write":
        sitting.write(AT, Text(text="resistant"))
    elif change == "move":
        sitting.move(AT, in_note=False)
    else:
        sitting.add_action("Ask her", in_note=True)
    assert still_to_say(sitting.session) == ("practitioner",)
    assert [agreed_to_another(sitting.session, kept) for kept in sitting.session.agreements] == [
        True,
        False,
    ]
    sitting.undo()
    assert still_to_say(sitting.session) == ()


def test_what_is_not_in_the_note_may_change_as_it_likes() -> None:
    sitting = with_a_note()
    sitting.agree("practitioner", AGREED)
    sitting.add_action("Ask her")
    sitting.move(AT, in_note=False)
    sitting.move(AT, in_note=True)
    assert still_to_say(sitting.session) == ("supervisor",)
