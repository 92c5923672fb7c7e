"""Gathered entries and mapped cards leave nothing out, and an empty side keeps its room."""

from __future__ import annotations

import pytest

from reflect_tui.practice.exercise import Service, Way
from reflect_tui.session.address import parse_place
from reflect_tui.session.gathering import gathered
from reflect_tui.session.values import Choice, Line, Placement, Spot, Text, Value
from tests.unit.session.making import Sat, a_session

SORTED_LATER = """\
---
exercise: later
version: 1
title: Sorted later
summary: What gathers the entries is asked on a later page of their round.
clauses: ["2.13"]
---

# Sorted later

Only for tests.

## Something we expect {#expect .repeat named-by=what}

### What do you expect? {#what .line}

## Then {#then for=expect}

### Which is it? {#which .choose}

- A worry {#worry}
- A strength {#strength}

## Side by side {#sides .gather for=expect by=which}
"""

EMPTY_MAP = [
    ("Seen, and said", ()),
    ("Unseen, and said", ()),
    ("Seen, and not said", ()),
    ("Unseen, and not said", ()),
]


def groups(sat: Sat, place: str) -> list[tuple[str, tuple[str, ...]]]:
    page = sat.sitting.course.page(parse_place(place), sat.session)
    assert page is not None
    return [
        (group.title, tuple(item.name for item in group.items))
        for group in gathered(page, sat.session)
    ]


def swap(sat: Sat, what: str, sort: str = "") -> None:
    """One more entry, with a name and perhaps a sort."""
    entry = sat.sitting.add_entry("walk", "swap").id
    written: dict[str, Value] = {"what": Line(text=what), "sort": Choice(option=sort)}
    for prompt, value in written.items():
        sat.write(f"walk/swap[{entry}]/{prompt}", value)


# -- entries, side by side -------------------------------------------------------------------


def test_every_side_has_its_room_before_anything_is_written() -> None:
    assert groups(Sat(), "walk/sides") == [("Harsh", ()), ("Lenient", ())]


def test_entries_stand_under_what_was_chosen_for_each_in_the_order_they_were_added() -> None:
    sat = Sat()
    swap(sat, "his accent", "harsh")
    swap(sat, "their street", "lenient")
    swap(sat, "her coat", "harsh")
    assert groups(sat, "walk/sides") == [
        ("Harsh", ("his accent", "her coat")),
        ("Lenient", ("their street",)),
    ]


def test_one_side_may_stay_empty_and_is_still_shown() -> None:
    sat = Sat()
    swap(sat, "his accent", "harsh")
    assert groups(sat, "walk/sides")[1] == ("Lenient", ())


def test_what_nobody_sorted_yet_is_not_left_out() -> None:
    sat = Sat()
    swap(sat, "his accent", "harsh")
    swap(sat, "their street")
    assert groups(sat, "walk/sides") == [
        ("Harsh", ("his accent",)),
        ("Lenient", ()),
        ("Not sorted yet", ("their street",)),
    ]


def test_an_entry_sorted_anew_changes_sides() -> None:
    sat = Sat()
    swap(sat, "his accent", "harsh")
    sat.write("walk/swap[entry1]/sort", Choice(option="lenient"))
    assert groups(sat, "walk/sides") == [("Harsh", ()), ("Lenient", ("his accent",))]


def test_an_entry_without_a_name_is_told_by_its_number() -> None:
    sat = Sat()
    swap(sat, "his accent", "harsh")
    swap(sat, "", "harsh")
    assert groups(sat, "walk/sides")[0] == ("Harsh", ("his accent", "number 2"))


def test_an_entry_written_on_only_later_in_its_round_counts_too() -> None:
    sat = Sat()
    sat.write("walk/happens[entry1]/changes", Text(text="at the gate"))
    assert groups(sat, "walk/sides")[-1] == ("Not sorted yet", ("number 1",))


def test_an_entry_that_is_still_blank_is_not_gathered() -> None:
    sat = Sat()
    swap(sat, "his accent", "harsh")
    sat.sitting.add_entry("walk", "swap")
    assert groups(sat, "walk/sides") == [("Harsh", ("his accent",)), ("Lenient", ())]


def test_what_gathers_may_be_asked_on_a_later_page_of_the_round() -> None:
    sat = Sat(a_session(Way.SOLO, Service.CHILDREN, SORTED_LATER))
    sat.write("later/expect[entry1]/what", Line(text="a full house"))
    sat.write("later/then[entry1]/which", Choice(option="strength"))
    assert groups(sat, "later/sides") == [("A worry", ()), ("A strength", ("a full house",))]


# -- cards, where they stand -----------------------------------------------------------------


def test_every_place_of_the_map_is_there_before_any_card_is() -> None:
    assert groups(Sat(), "walk/map") == EMPTY_MAP


def test_a_card_stands_at_each_place_it_was_put_and_says_for_whom() -> None:
    sat = Sat()
    sat.write(
        "walk/class/place",
        Placement(me=Spot(seen=False, said=False), them=Spot(seen=True, said=False)),
    )
    sat.write("walk/age/place", Placement(between=Spot(seen=False, said=False)))
    assert groups(sat, "walk/map") == [
        ("Seen, and said", ()),
        ("Unseen, and said", ()),
        ("Seen, and not said", ("Class, for them",)),
        ("Unseen, and not said", ("Class, for me", "Age, between us")),
    ]


@pytest.mark.parametrize(
    ("seen", "said", "title"),
    [
        (True, True, "Seen, and said"),
        (False, True, "Unseen, and said"),
        (True, False, "Seen, and not said"),
        (False, False, "Unseen, and not said"),
    ],
)
def test_the_map_says_what_is_seen_and_what_is_said(seen: bool, said: bool, title: str) -> None:
    sat = Sat()
    sat.write("walk/age/place", Placement(me=Spot(seen=seen, said=said)))
    assert (title, ("Age, for me",)) in groups(sat, "walk/map")


def test_a_card_that_moves_says_so_beside_where_it_stands() -> None:
    sat = Sat()
    sat.write("walk/class/place", Placement(me=Spot(seen=True, said=True), moves=True))
    sat.write("walk/age/place", Placement(moves=True))
    found = groups(sat, "walk/map")
    assert found[0] == ("Seen, and said", ("Class, for me",))
    assert found[4:] == [("It moves, depending on who is in the room", ("Class", "Age"))]


def test_a_card_with_words_and_no_place_is_not_put_on_the_map() -> None:
    sat = Sat()
    sat.write("walk/class/does", Text(text="it opens doors"))
    sat.write("walk/faith/does", Text(text="nobody asks"))
    assert groups(sat, "walk/map") == EMPTY_MAP


def test_pages_that_gather_nothing_have_no_groups() -> None:
    sat = Sat()
    others = set(sat.every_page()) - {"walk/sides", "walk/map"}
    assert all(groups(sat, place) == [] for place in others)
