"""A round is walked once for each entry, under the entry's own name, then another is offered."""

from __future__ import annotations

import pytest

from reflect_tui.errors import ReflectError
from reflect_tui.practice.exercise import Service, Way
from reflect_tui.session.address import parse_place
from reflect_tui.session.values import Choice, Line, Text
from tests.unit.session.making import Sat, a_session

PARTS = """\
---
exercise: parts
version: 1
title: Parts
summary: Rounds named by a choice, and not in the short form.
clauses: ["2.7"]
---

# Parts

Only for tests.

## Talk {#talk .short}

### What is near? {#near .text}

## One part {#part .repeat named-by=which}

### Which part? {#which .choose}

- How they speak {#speech}
- Where they live {#home}
"""


def two_swaps() -> Sat:
    """Two entries, each with a name."""
    sat = Sat()
    sat.write("walk/swap[entry1]/what", Line(text="his accent"))
    entry = sat.sitting.add_entry("walk", "swap")
    sat.write(f"walk/swap[{entry.id}]/what", Line(text="their street"))
    return sat


def swaps(sat: Sat) -> list[str]:
    return [page for page in sat.pages() if "[" in page]


def test_a_session_begins_with_one_entry_in_each_round() -> None:
    session = a_session()
    assert [(entry.id, entry.stage) for entry in session.entries] == [("entry1", "swap")]


def test_a_round_that_is_not_walked_has_no_entry() -> None:
    entries = [
        len(a_session(Way.SOLO, Service.CHILDREN, PARTS, short=short).entries)
        for short in (False, True)
    ]
    assert entries == [1, 0]


def test_each_entry_walks_its_whole_round_before_the_next_begins() -> None:
    sat = two_swaps()
    sat.write("walk/swap[entry1]/sort", Choice(option="harsh"))
    assert swaps(sat) == [
        "walk/swap[entry1]",
        "walk/happens[entry1]",
        "walk/mend[entry1]",
        "walk/swap[made1]",
        "walk/happens[made1]",
    ]


def test_each_entry_has_answers_of_its_own() -> None:
    sat = two_swaps()
    sat.write("walk/happens[made1]/changes", Text(text="at the gate"))
    assert sat.value("walk/happens[entry1]/changes") is None
    assert sat.value("walk/happens[made1]/changes") == Text(text="at the gate")


def test_another_is_offered_on_the_last_page_of_each_entry() -> None:
    sat = two_swaps()
    sat.write("walk/swap[made1]/sort", Choice(option="harsh"))
    course = sat.sitting.course
    ends = [page for page in sat.pages() if course.ends_round(parse_place(page), sat.session)]
    assert ends == ["walk/happens[entry1]", "walk/mend[made1]"]


def test_every_page_of_an_entry_knows_the_round_it_belongs_to() -> None:
    course = Sat().sitting.course
    for place in ("walk/swap[entry1]", "walk/happens[entry1]"):
        assert course.round_of(parse_place(place)).id == "swap"
    assert course.round_of(parse_place("walk/talk")) is None
    assert course.round_of(parse_place("walk/sides")) is None


def test_an_entry_that_is_still_blank_is_used_again() -> None:
    sat = Sat()
    assert sat.sitting.add_entry("walk", "swap").id == "entry1"
    sat.write("walk/happens[entry1]/changes", Text(text="at the gate"))
    assert sat.sitting.add_entry("walk", "swap").id == "made1"
    assert sat.sitting.add_entry("walk", "swap").id == "made1"
    assert len(sat.session.entries) == 2


@pytest.mark.parametrize(("exercise", "stage"), [("walk", "talk"), ("walk", "x"), ("no", "swap")])
def test_there_is_no_other_of_what_does_not_repeat(exercise: str, stage: str) -> None:
    sat = Sat()
    with pytest.raises(ReflectError, match=f"nothing to add another of at {exercise}/{stage}"):
        sat.sitting.add_entry(exercise, stage)


def test_nothing_can_be_written_to_an_entry_nobody_added() -> None:
    sat = Sat()
    with pytest.raises(ReflectError, match=r"no step walk/swap\[other\]"):
        sat.write("walk/swap[other]/what", Line(text="a slip"))
    with pytest.raises(ReflectError, match="no step walk/swap in"):
        sat.write("walk/swap/what", Line(text="a slip"))
    assert sat.session.responses == ()


def test_every_page_of_an_entry_carries_its_name_once_it_has_one() -> None:
    sat = Sat()
    assert sat.title("walk/swap[entry1]") == "One change"
    sat.write("walk/swap[entry1]/what", Line(text="his accent"))
    assert sat.title("walk/swap[entry1]") == "One change · his accent"
    assert sat.title("walk/happens[entry1]") == "What happens · his accent"
    assert sat.title("walk/talk") == "Talk"


def test_two_entries_are_told_apart_by_name() -> None:
    sat = two_swaps()
    titles = [sat.title(page) for page in swaps(sat)]
    assert titles == [
        "One change · his accent",
        "What happens · his accent",
        "One change · their street",
        "What happens · their street",
    ]


def test_a_name_is_one_line_however_much_was_pasted() -> None:
    sat = Sat()
    sat.write("walk/swap[entry1]/what", Line(text="\n  his accent\nand all the rest"))
    assert sat.title("walk/swap[entry1]") == "One change · his accent"


def test_an_entry_named_by_a_choice_is_called_by_the_words_people_chose() -> None:
    sat = Sat(a_session(Way.SOLO, Service.CHILDREN, PARTS))
    sat.write("parts/part[entry1]/which", Choice(option="speech"))
    assert sat.title("parts/part[entry1]") == "One part · How they speak"
    sat.write("parts/part[entry1]/which", Choice(option=""))
    assert sat.title("parts/part[entry1]") == "One part"
