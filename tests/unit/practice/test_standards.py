"""The reading room: standards by part, found by number or word, and what can be begun on each."""

from __future__ import annotations

import pytest

from reflect_tui import paths
from reflect_tui.practice.alone import reflecting_on
from reflect_tui.practice.clauses import Clause, Clauses, Section
from reflect_tui.practice.exercise import Role, Service
from reflect_tui.practice.shelf import Place, Shelf
from reflect_tui.practice.standards import foremost, parts, said_of, where_found

SHELF = Shelf.open([Place(paths.shipped_prompts().parent, "shipped")])


def found(typed: str) -> list[str]:
    return [clause.number for part in parts(SHELF.clauses, typed) for clause in part.clauses]


def test_all_of_them_stand_under_their_parts_in_the_standards_order() -> None:
    assert found("") == [clause.number for clause in SHELF.clauses]
    assert [part.section.number for part in parts(SHELF.clauses)] == ["preface", *"123456"]


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("2.13", ["2.13"]),
        ("2.1", ["2.1", "2.10", "2.11", "2.12", "2.13"]),
        ("PREFACE-1", ["preface-1", "preface-10", "preface-11", "preface-12"]),
        # A title, a summary, a term that stands in it, and what explains that term.
        ("Plain WORDS", ["1.9"]),
        ("pride privacy", ["1.2"]),
        ("ethnorelative", ["2.11"]),
        ("indigenous parents", ["2.13"]),
        ("zebra", []),
    ],
)
def test_one_is_found_by_its_number_or_by_every_word(typed: str, numbers: list[str]) -> None:
    assert found(typed) == numbers


def test_where_the_original_stands_is_said_also_of_what_has_no_number() -> None:
    said = {number: where_found(SHELF.clauses, _clause(number)) for number in _NUMBERS}
    assert "it is number 2.13." in said["2.13"]
    assert "it stands under 1.8, without a number of its own." in said["1.8-rights"]
    assert "in the part called “Preface”, where the counting is ours." in said["preface-3"]
    own = Clauses((), (Section("x", "Ours: more"),))
    assert "the part called “Ours”" in where_found(own, Clause("x-1", "T", "S", "x"))
    assert "it is number H4." in where_found(own, Clause("H4", "T", "S", "x"))


_NUMBERS = ("2.13", "1.8-rights", "preface-3")


def _clause(number: str) -> Clause:
    clause = SHELF.clauses.get(number)
    assert clause is not None
    return clause


def test_exercises_that_name_a_standard_first_come_first_and_the_frame_apart() -> None:
    assert foremost(SHELF, "2.7")[0].id == "counterfactual"
    assert foremost(SHELF, "1.3")[0].id == "own-words"
    told = said_of(SHELF, _clause("1.6"))
    assert told.frame == ("Arrive", "What now")
    assert not set(told.frame) & set(told.exercises)
    assert all(kept.role is Role.EXERCISE for kept in foremost(SHELF, "1.6"))


def test_one_reflects_in_ones_own_service_and_elsewhere_only_where_nothing_else_meets_it() -> None:
    own = reflecting_on(SHELF, "1.1", ["adults"])
    assert {offer.services for offer in own} == {(Service.ADULTS,)}
    assert "parenting" not in {offer.exercise.id for offer in own}
    (other,) = reflecting_on(SHELF, "2.13", ["adults"])
    assert (other.exercise.id, other.services) == ("parenting", (Service.CHILDREN,))
    both = reflecting_on(SHELF, "2.7", ["children", "adults"])
    assert [offer.services for offer in both] == [(Service.CHILDREN, Service.ADULTS)]
    assert reflecting_on(SHELF, "4.3", ["children"]) == ()
