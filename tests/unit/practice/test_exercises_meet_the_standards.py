"""Every clause that asks people to reflect is met by an exercise, in each service it speaks to."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from reflect_tui import paths
from reflect_tui.practice.exercise import Exercise, Role, Service, Way
from reflect_tui.practice.shelf import Place, Shelf

MUST = (
    "1.3", "1.5", "1.7", "1.10", "1.11", "2.6", "2.7", "2.12", "2.13", "3.2", "preface-9",
)  # fmt: skip
"""What a guided exercise has to meet."""
SHOULD = (
    "1.1", "1.2", "1.4", "1.6", "1.8", "2.3", "2.4", "2.5", "2.8", "2.10", "2.11", "3.1", "3.4",
    "4.2", "5.3", "5.4", "5.10", "5.13", "preface-10", "preface-11",
)  # fmt: skip
"""What one should meet."""

SHELF = Shelf.open([Place(paths.shipped_prompts().parent, "shipped")])
EXERCISES = [kept.exercise for kept in SHELF.exercises() if kept.exercise.role is Role.EXERCISE]


def _cited(exercise: Exercise, service: Service) -> Iterator[str]:
    """The clauses that some way of working meets in it, on its pages and at its head."""
    for way in Way:
        if exercise.meets.includes(way, service):
            yield from exercise.clauses
            for stage in exercise.played(way, service).stages:
                yield from stage.clauses
                for prompt in stage.prompts:
                    yield from prompt.clauses


@pytest.mark.parametrize("number", [*MUST, *SHOULD])
def test_a_clause_is_met_in_each_service_it_speaks_to(number: str) -> None:
    clause = SHELF.clauses.get(number)
    assert clause is not None
    for service in map(Service, clause.services):
        meeting = [each.id for each in EXERCISES if number in _cited(each, service)]
        assert meeting, f"no exercise meets {number} in the {service} service"


def test_both_services_and_every_way_have_a_shelf_to_choose_from() -> None:
    for service in Service:
        for way in Way:
            offered = {kept.id for kept in SHELF.offered(way, service)}
            assert len(offered) >= 10, (service, way, offered)


def test_every_exercise_has_a_short_form_with_a_next_step_of_its_own() -> None:
    for exercise in EXERCISES:
        for service in Service:
            for way in Way:
                if not exercise.meets.includes(way, service):
                    continue
                short = exercise.played(way, service, short=True)
                full = exercise.played(way, service)
                assert 2 <= len(short.stages) < len(full.stages)
                asked = sum(len(stage.prompts) for stage in short.stages)
                whole = sum(len(stage.prompts) for stage in full.stages)
                assert asked < whole, (exercise.id, way, service)
                assert exercise.minutes.short is not None
