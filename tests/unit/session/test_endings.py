"""What was agreed comes back: done, changed, let go or left for now, in words; all taken back."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reflect_tui.errors import ReflectError
from reflect_tui.practice.exercise import Service, Way
from reflect_tui.session.agreeing import note_mark
from reflect_tui.session.endings import Became
from reflect_tui.session.model import Ending, Session
from reflect_tui.session.outline import steps
from reflect_tui.session.sitting import Sitting
from tests.support.agreeing import an_action
from tests.unit.session.making import WALK, Sat, a_session

ASK = an_action("ask", who="practitioner", by="Fri 27 Nov", told="at home")
REWORD = an_action("reword", "Reword page one")
CAME_BACK = """\
---
exercise: back
version: 1
title: Back
summary: Only to come back.
clauses: ["2.7"]
---

# Back

Only for tests.

## Since {#since .short}

### What became of it? {#became .agreed .short}

## Since, and more {#more}

### And of that? {#again .agreed}

### What else? {#else .text}
"""


def sitting(*carried: Any, texts: tuple[str, ...] = (CAME_BACK,), short: bool = False) -> Sat:
    return Sat(a_session(Way.SOLO, Service.CHILDREN, *texts, short=short), carried)


def said(sat: Sat) -> list[tuple[str, str, str]]:
    return [(kept.action, kept.became, kept.words) for kept in sat.session.endings]


def test_it_is_said_changed_and_taken_back_and_each_can_be_undone() -> None:
    sat = sitting(ASK, REWORD)
    sat.sitting.end_action("ask", "done", "She laughed")
    sat.sitting.end_action("ask", "changed", "She laughed")
    sat.sitting.end_action("reword", "let go")
    sat.sitting.end_action("ask", "")
    stood = [said(sat)]
    while sat.sitting.undo():
        stood.append(said(sat))
    assert stood == [
        [("reword", "let go", "")],
        [("ask", "changed", "She laughed"), ("reword", "let go", "")],
        [("ask", "changed", "She laughed")],
        [("ask", "done", "She laughed")],
        [],
    ]
    assert sat.kept[-1] is sat.session


def test_the_words_it_was_agreed_in_stay_with_what_became_of_it() -> None:
    sat = sitting(ASK)
    sat.sitting.end_action("ask", "done")
    (kept,) = sat.session.endings
    assert (kept.what, kept.who, kept.by, kept.told) == (ASK.what, ASK.who, ASK.by, ASK.told)
    assert not kept.in_note
    again = Sitting(Session.model_validate_json(sat.session.model_dump_json()), sat.kept.append)
    assert [(of.id, of.what, of.by) for of in again.carried] == [("ask", ASK.what, ASK.by)]


def test_words_alone_leave_it_for_now_and_typing_them_is_one_step() -> None:
    sat = sitting(ASK)
    for upto in range(1, 9):
        sat.sitting.end_action("ask", "", "not yet!"[:upto])
    assert said(sat) == [("ask", "", "not yet!")]
    sat.sitting.undo()
    assert said(sat) == []
    assert not sat.sitting.can_undo


def test_it_is_moved_into_the_note_once_something_is_said_and_words_leave_it_there() -> None:
    sat = sitting(ASK)
    with pytest.raises(ReflectError, match="Nothing is said of it yet"):
        sat.sitting.move_ending("ask", in_note=True)
    sat.sitting.end_action("ask", "done")
    before = note_mark(sat.session)
    sat.sitting.move_ending("ask", in_note=True)
    moved = note_mark(sat.session)
    sat.sitting.end_action("ask", "done", "She laughed")
    assert sat.session.endings[0].in_note
    assert len({before, moved, note_mark(sat.session)}) == 3


def test_only_what_was_agreed_before_can_be_come_back_to() -> None:
    sat = sitting(ASK)
    own = sat.sitting.add_action("ring her")
    for other in (own.id, "nobody"):
        with pytest.raises(ReflectError):
            sat.sitting.end_action(other, "done")
    assert said(sat) == []


@settings(max_examples=50, deadline=None)
@given(data=st.data())
def test_in_any_order_and_with_any_undo_the_actions_stay_untouched(data: Any) -> None:
    sat = sitting(ASK, REWORD)
    own = sat.sitting.add_action("ring her", who="me")
    became: st.SearchStrategy[Became] = st.sampled_from(["", "done", "changed", "let go"])
    of = st.sampled_from(["ask", "reword"])
    stood: list[tuple[Ending, ...]] = []
    for deed in data.draw(st.lists(st.sampled_from(["end", "move", "undo"]), max_size=12)):
        before = sat.session.endings
        if deed == "undo":
            if stood:
                assert sat.sitting.undo()
                assert sat.session.endings == stood.pop()
        else:
            sat.sitting.settle()
            if deed == "end":
                words = data.draw(st.sampled_from(["", "a", " "]))
                sat.sitting.end_action(data.draw(of), data.draw(became), words)
            elif before:
                ending = data.draw(st.sampled_from(before))
                sat.sitting.move_ending(ending.action, in_note=data.draw(st.booleans()))
            if sat.session.endings != before:
                stood.append(before)
        assert sat.session.actions == (own,)
        assert sat.sitting.carried == (ASK, REWORD)
        assert all(kept.became or kept.words.strip() for kept in sat.session.endings)


def test_what_its_owner_said_of_it_alone_is_covered_while_somebody_else_is_there() -> None:
    sat = Sat(a_session(Way.ONE_TO_ONE, Service.CHILDREN, CAME_BACK), (ASK, REWORD))
    sat.sitting.company = False
    sat.sitting.end_action("ask", "done", "I never asked")
    sat.sitting.company = True
    sat.sitting.end_action("reword", "done")
    assert [kept.action for kept in sat.sitting.shown.endings] == ["reword"]
    assert sat.sitting.to_come_back_to == (REWORD,)
    with pytest.raises(ReflectError, match="on your own"):
        sat.sitting.end_action("ask", "changed", "We asked")
    sat.sitting.move_ending("ask", in_note=True)
    assert sat.sitting.to_come_back_to == (ASK, REWORD)


# -- where it is asked -----------------------------------------------------------------------


def test_it_is_asked_where_something_is_carried_and_nowhere_else() -> None:
    nothing, something = sitting(), sitting(ASK)
    assert nothing.pages() == nothing.every_page() == ["back/more"]
    assert nothing.shown("back/more") == ["else"]
    assert something.pages() == ["back/since", "back/more"]
    assert something.shown("back/more") == ["again", "else"]


def test_a_short_form_that_only_comes_back_is_there_only_then() -> None:
    assert sitting(short=True, texts=(CAME_BACK, WALK)).pages()[0] == "walk/talk"
    assert sitting(ASK, short=True).pages() == ["back/since"]


def test_a_session_that_said_something_shows_it_whatever_is_carried() -> None:
    ended = (Ending(action="gone", became="done"),)
    session = a_session(Way.SOLO, Service.CHILDREN, CAME_BACK)
    sat = Sat(session.model_copy(update={"endings": ended}))
    assert sat.pages() == ["back/since", "back/more"]
    assert [kept.id for kept in sat.sitting.carried] == ["gone"]
    written = [step.written for step in steps(sat.sitting.course.pages(sat.session), sat.session)]
    assert written == [True, True]
