"""A round's entries as lines: what they are called, what they are compared by, what comes next."""

from __future__ import annotations

import pytest

from reflect_tui.errors import ReflectError
from reflect_tui.practice.exercise import Service, Way
from reflect_tui.session.course import Page, page_title
from reflect_tui.session.ledger import earlier_left, ledger, more_rounds
from reflect_tui.session.outline import steps
from reflect_tui.session.values import Choice, Contrast, Line
from tests.unit.session.making import WALK, Sat, a_session

CALLED = WALK.replace(
    "{#swap .repeat named-by=what",
    '{#swap .repeat named-by=what again="another change, the other way, two together"',
)


def _page(sat: Sat) -> Page:
    page = sat.sitting.here
    assert page is not None
    return page


def _called() -> Sat:
    return Sat(a_session(Way.SOLO, Service.CHILDREN, CALLED))


def _two_rounds() -> Sat:
    sat = Sat()
    sat.write("walk/swap[entry1]/what", Line(text="gender"))
    sat.write("walk/swap[entry1]/again", Contrast(left="She is wise.", right="He is wise."))
    sat.write("walk/swap[entry1]/sort", Choice(option="harsh"))
    sat.sitting.add_entry("walk", "swap")
    sat.go("walk/swap[made1]")
    sat.write("walk/swap[made1]/what", Line(text="age"))
    return sat


def test_every_entry_is_a_line_with_what_it_is_compared_by() -> None:
    sat = _two_rounds()
    first, second = ledger(_page(sat), sat.session)
    assert (first.name, first.words) == ("gender", "She → He · Harsh")
    assert first.imagined
    assert not first.here
    assert (second.name, second.words, second.here) == ("age", "", True)


def test_outside_a_round_there_are_no_lines() -> None:
    sat = _two_rounds()
    sat.go("walk/talk")
    assert ledger(_page(sat), sat.session) == ()
    assert more_rounds(_page(sat), sat.session) == ()


def test_the_same_sentence_can_be_said_again_from_the_round_before() -> None:
    sat = _two_rounds()
    prompt = _page(sat).stage.prompt("again")
    assert prompt is not None
    assert earlier_left(_page(sat), sat.session, prompt) == "She is wise."
    sat.go("walk/swap[entry1]")
    assert earlier_left(_page(sat), sat.session, prompt) == ""


def test_each_further_sort_of_round_is_offered_once_it_is_time_for_it() -> None:
    sat = _called()
    sat.go("walk/swap[entry1]")
    assert more_rounds(_page(sat), sat.session) == ("another change",)
    sat.write("walk/swap[entry1]/what", Line(text="gender"))
    assert more_rounds(_page(sat), sat.session) == ("another change", "the other way")
    sat.sitting.add_entry("walk", "swap", "the other way")
    sat.write("walk/swap[made1]/what", Line(text="gender"))
    assert len(more_rounds(_page(sat), sat.session)) == 3
    assert more_rounds(_page(_sat_in_a_round()), Sat().session) == ("another swap",)


def _sat_in_a_round() -> Sat:
    sat = Sat()
    sat.go("walk/swap[entry1]")
    return sat


def test_what_sort_of_round_it_is_stands_in_its_name() -> None:
    sat = _called()
    sat.write("walk/swap[entry1]/what", Line(text="gender"))
    entry = sat.sitting.add_entry("walk", "swap", "the other way")
    sat.go(f"walk/swap[{entry.id}]")
    assert page_title(_page(sat), sat.session).endswith("· the other way")
    sat.write(f"walk/swap[{entry.id}]/what", Line(text="gender"))
    assert page_title(_page(sat), sat.session).endswith("· gender (the other way)")


def test_a_blank_round_becomes_the_sort_that_is_asked_for_next() -> None:
    sat = _called()
    sat.write("walk/swap[entry1]/what", Line(text="gender"))
    blank = sat.sitting.add_entry("walk", "swap")
    other = sat.sitting.add_entry("walk", "swap", "the other way")
    assert (other.id, other.called) == (blank.id, "the other way")
    assert len(sat.session.entries) == 2
    assert sat.sitting.undo()
    assert sat.session.entries[-1].called == ""


def test_a_sort_of_round_that_nothing_names_is_refused() -> None:
    with pytest.raises(ReflectError):
        _called().sitting.add_entry("walk", "swap", "upside down")
    with pytest.raises(ReflectError):
        Sat().sitting.add_entry("walk", "swap", "the other way")


def test_in_the_list_of_steps_only_the_round_one_is_at_is_unfolded() -> None:
    sat = _two_rounds()
    listed = [
        (str(step.page.place), step.folded, step.written)
        for step in steps(sat.sitting.course.pages(sat.session), sat.session)
        if step.page.place.entry
    ]
    assert listed == [
        ("walk/swap[entry1]", True, True),
        ("walk/swap[made1]", False, True),
        ("walk/happens[made1]", False, False),
    ]
    sat.go("walk/talk")
    folded = steps(sat.sitting.course.pages(sat.session), sat.session)
    assert [step.folded for step in folded if step.page.place.entry] == [True, True]


def test_the_only_round_is_unfolded_wherever_one_is() -> None:
    sat = Sat()
    listed = steps(sat.sitting.course.pages(sat.session), sat.session)
    assert [str(step.page.place) for step in listed] == sat.pages()
