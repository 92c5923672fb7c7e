"""A session is walked in the order of its file; what was written is never hidden on the way."""

from __future__ import annotations

import re

import pytest

from reflect_tui.errors import ReflectError
from reflect_tui.practice.exercise import Service, Way
from reflect_tui.session.address import parse_address, parse_place
from reflect_tui.session.values import Choice, Choices, Line, Text
from tests.unit.session.making import Sat, a_session

BEGUN = [
    "walk/talk",
    "walk/swap[entry1]",
    "walk/happens[entry1]",
    "walk/sides",
    "walk/board",
    "walk/map",
    "walk/alone",
    "walk/last",
]
"""The pages of a new session on one's own: no condition holds yet and no card is picked."""

ROUNDS = """\
---
exercise: rounds
version: 1
title: Rounds
summary: Rounds named by a choice, and a condition from outside the round.
clauses: ["2.7"]
---

# Rounds

Only for tests.

## Talk {#talk}

### What is near? {#near .choose-many}

- A visit {#visit}
- A meeting {#meeting}

## One part {#part .repeat named-by=which}

### Which part? {#which .choose}

- How they speak {#speech}
- Where they live {#home}

## Before the visit {#before for=part when="talk/near has visit"}

### What will you look for? {#look .text}
"""


def here(sat: Sat) -> str:
    return str(sat.session.left_at)


# -- Next and Back ---------------------------------------------------------------------------


def test_next_leads_through_every_page_and_back_the_same_way() -> None:
    sat = Sat()
    there = [here(sat)]
    while sat.sitting.next():
        there.append(here(sat))
    assert there == sat.pages() == BEGUN
    back = [here(sat)]
    while sat.sitting.back():
        back.append(here(sat))
    assert back == BEGUN[::-1]


def test_nothing_has_to_be_answered_to_go_on() -> None:
    sat = Sat()
    while sat.sitting.next():
        pass
    assert here(sat) == "walk/last"
    assert sat.session.responses == ()


def test_at_either_end_one_stays_and_nothing_is_kept_anew() -> None:
    sat = Sat()
    assert sat.sitting.back() is None
    sat.go("walk/last")
    kept = len(sat.kept)
    assert sat.sitting.next() is None
    assert len(sat.kept) == kept
    assert here(sat) == "walk/last"


def test_a_page_that_is_not_there_is_refused_and_one_stays() -> None:
    sat = Sat()
    for place in ("walk/nowhere", "other/talk", "walk/swap[nobody]", "walk/swap", "walk/only"):
        with pytest.raises(ReflectError, match=re.escape(f"There is no step {place}")):
            sat.go(place)
    assert here(sat) == "walk/talk"


def test_one_exercise_follows_the_other() -> None:
    sat = Sat(a_session(Way.SOLO, Service.CHILDREN, ROUNDS, ROUNDS.replace(": rounds", ": more")))
    assert sat.pages() == ["rounds/talk", "rounds/part[entry1]", "more/talk", "more/part[entry2]"]
    sat.go("rounds/part[entry1]")
    assert str(sat.sitting.next().place) == "more/talk"


# -- what is meant for whom ------------------------------------------------------------------


def test_the_short_form_leaves_out_what_is_not_short() -> None:
    sat = Sat(a_session(short=True))
    short = ["walk/talk", "walk/swap[entry1]", "walk/happens[entry1]", "walk/last"]
    assert sat.pages() == sat.every_page() == short
    sat.write("walk/talk/whose", Choices(options=("record",)))
    assert sat.shown("walk/talk") == ["words", "whose", "answered"]
    assert sat.shown("walk/last") == ["ask"], "no prompt of it is marked short: all are asked"


def test_an_exercise_without_a_short_form_is_walked_whole() -> None:
    asked = a_session(Way.SOLO, Service.CHILDREN, ROUNDS, short=True)
    assert not asked.exercises[0].short
    assert Sat(asked).pages() == ["rounds/talk", "rounds/part[entry1]"]


@pytest.mark.parametrize("way", [Way.ONE_TO_ONE, Way.GROUP])
def test_in_company_nobody_is_asked_what_one_would_not_say_aloud(way: Way) -> None:
    sat = Sat(a_session(way))
    assert "walk/alone" not in sat.every_page()
    with pytest.raises(ReflectError, match="no question at walk/alone/unsaid"):
        sat.write("walk/alone/unsaid", Text(text="it stays with me"))


@pytest.mark.parametrize(
    ("way", "service", "asked"),
    [
        (Way.SOLO, Service.CHILDREN, "What will you ask the child?"),
        (Way.ONE_TO_ONE, Service.ADULTS, "What will you ask the person?"),
        (Way.GROUP, Service.CHILDREN, "What will we ask?"),
        (Way.GROUP, Service.ADULTS, "What will we ask?"),
    ],
)
def test_each_way_and_service_is_asked_in_its_own_words(
    way: Way, service: Service, asked: str
) -> None:
    sat = Sat(a_session(way, service))
    assert sat.shown("walk/last") == ["ask"]
    address = sat.write("walk/last/ask", Text(text="how it was for them"))
    assert sat.session.response(address).asked == asked


# -- conditions ------------------------------------------------------------------------------


def test_a_prompt_comes_when_its_condition_holds_and_goes_again_while_blank() -> None:
    sat = Sat()
    assert "answered" not in sat.shown("walk/talk")
    sat.write("walk/talk/whose", Choices(options=("ours", "record")))
    assert "answered" in sat.shown("walk/talk")
    sat.write("walk/talk/whose", Choices(options=("ours",)))
    assert "answered" not in sat.shown("walk/talk")


def test_a_written_answer_stays_when_its_condition_no_longer_holds() -> None:
    sat = Sat()
    sat.write("walk/talk/whose", Choices(options=("record",)))
    answered = sat.write("walk/talk/answered", Text(text="no, never"))
    sat.sitting.clear(parse_address("walk/talk/whose"))
    assert "answered" in sat.shown("walk/talk")
    assert sat.value("walk/talk/answered") == Text(text="no, never")
    sat.sitting.clear(answered)
    assert "answered" not in sat.shown("walk/talk")


def test_a_whole_stage_comes_and_goes_and_stays_once_written_on() -> None:
    sat = Sat()
    sat.write("walk/talk/which", Choice(option="worry"))
    assert sat.pages()[1] == "walk/only"
    sat.write("walk/talk/which", Choice(option="strength"))
    assert sat.pages() == BEGUN
    sat.write("walk/talk/which", Choice(option="worry"))
    worried = sat.write("walk/only/worried", Text(text="that nobody asked"))
    sat.write("walk/talk/which", Choice(option="strength"))
    assert sat.pages()[1] == "walk/only"
    sat.sitting.clear(worried)
    assert sat.pages() == BEGUN


def test_one_whose_page_goes_stands_on_the_page_before() -> None:
    sat = Sat()
    sat.write("walk/talk/which", Choice(option="worry"))
    sat.go("walk/only")
    sat.write("walk/talk/which", Choice(option="strength"))
    assert here(sat) == "walk/talk"


def test_a_condition_in_a_round_looks_at_its_own_entry() -> None:
    sat = Sat()
    sat.write("walk/swap[entry1]/what", Line(text="his accent"))
    sat.sitting.add_entry("walk", "swap")
    sat.write("walk/swap[made1]/sort", Choice(option="harsh"))
    assert sat.shown("walk/happens[entry1]") == ["changes"]
    assert sat.shown("walk/happens[made1]") == ["changes", "cost"]
    assert [page for page in sat.pages() if "mend" in page] == ["walk/mend[made1]"]


def test_a_condition_from_outside_a_round_holds_for_each_entry() -> None:
    sat = Sat(a_session(Way.SOLO, Service.CHILDREN, ROUNDS))
    sat.write("rounds/part[entry1]/which", Choice(option="home"))
    sat.sitting.add_entry("rounds", "part")
    sat.write("rounds/talk/near", Choices(options=("visit",)))
    before = [page for page in sat.pages() if "before" in page]
    assert before == ["rounds/before[entry1]", "rounds/before[made1]"]


# -- the board and its cards -----------------------------------------------------------------


def test_cards_are_walked_once_picked_and_are_never_a_list_to_do() -> None:
    sat = Sat()
    assert sat.pages() == BEGUN
    sat.write("walk/board/start", Choice(option="faith"))
    sat.write("walk/board/pass", Choices(options=("class",)))
    after_the_board = sat.pages()[BEGUN.index("walk/board") + 1 :]
    assert after_the_board == ["walk/class", "walk/faith", "walk/map", "walk/alone", "walk/last"]


def test_a_board_offers_its_cards_by_their_titles() -> None:
    options = Sat().sitting.prompt(parse_address("walk/board/start")).options
    assert [(option.id, option.label) for option in options] == [
        ("class", "Class"),
        ("age", "Age"),
        ("faith", "Faith"),
    ]


def test_a_card_nobody_picked_can_be_gone_to_and_next_leads_on_from_it() -> None:
    sat = Sat()
    assert sat.go("walk/age") == parse_place("walk/age")
    assert str(sat.sitting.next().place) == "walk/map"
    sat.go("walk/age")
    assert str(sat.sitting.back().place) == "walk/board"


def test_a_card_that_was_written_on_is_walked_though_no_longer_picked() -> None:
    sat = Sat()
    sat.write("walk/board/start", Choice(option="age"))
    does = sat.write("walk/age/does", Text(text="it speaks first"))
    sat.write("walk/board/start", Choice(option=""))
    assert "walk/age" in sat.pages()
    sat.sitting.clear(does)
    assert sat.pages() == BEGUN
