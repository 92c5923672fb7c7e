"""What comes with the program is free of problems, and holds together."""

from __future__ import annotations

from reflect_tui import paths
from reflect_tui.practice.check import check_paths
from reflect_tui.practice.exercise import Service, Way
from reflect_tui.practice.local import KEYS
from reflect_tui.practice.schema import open_table
from reflect_tui.practice.sections import SECTIONS, heading
from reflect_tui.practice.shelf import Place, Shelf

SHIPPED = Place(paths.shipped_prompts().parent, "shipped with reflect-tui")


def test_nothing_that_is_shipped_has_a_problem() -> None:
    assert Shelf.open([SHIPPED]).problems == ()
    assert check_paths([SHIPPED.folder]) == []


def test_every_way_of_working_has_a_frame_and_the_exercises() -> None:
    shelf = Shelf.open([SHIPPED])
    for kept in (shelf.opening, shelf.closing):
        assert kept is not None
        for way in Way:
            for service in Service:
                assert kept.exercise.played(way, service).stages
                assert kept.exercise.played(way, service, short=True).stages
    for way in Way:
        children = {kept.id for kept in shelf.offered(way, Service.CHILDREN)}
        adults = {kept.id for kept in shelf.offered(way, Service.ADULTS)}
        assert {"graces", "counterfactual", "parenting"} <= children
        assert {"graces", "counterfactual"} <= adults


def test_every_clause_of_the_standards_is_there() -> None:
    clauses = Shelf.open([SHIPPED]).clauses
    counts = {"1": 11, "2": 13, "3": 5, "4": 5, "5": 17, "6": 1}
    expected = {f"{part}.{n}" for part, last in counts.items() for n in range(1, last + 1)}
    assert expected <= clauses.numbers
    assert {clause.section for clause in clauses} == {s.number for s in clauses.sections}


def test_the_local_file_shows_every_line_that_can_be_filled_in() -> None:
    path = SHIPPED.data("local.yaml")
    assert path is not None
    fields, _ = open_table(path)
    assert fields is not None
    assert set(fields.names()) == set(KEYS)


def test_every_local_line_of_the_risk_card_can_be_filled_in() -> None:
    risk = Shelf.open([SHIPPED]).risk
    named = {step.local for road in risk.roads for step in road.steps if step.local}
    assert {"duty-number", "staff-support"} <= named <= set(KEYS)
    assert [road.id for road in risk.roads_for(Way.GROUP)] == ["anyone", "us", "room"]


def test_the_voice_is_named_for_the_service() -> None:
    assert heading("voice", Service.CHILDREN) == "The child's own view"
    assert heading("voice", Service.ADULTS) == "The person's own view"
    assert all(heading(section, service) for section in SECTIONS for service in Service)
    assert SECTIONS[:2] == ("present", "brought")
    assert SECTIONS[-1] == "comments"
