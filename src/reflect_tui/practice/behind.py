"""What stands behind a step: its clauses, the exercises that meet them, the terms it uses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from reflect_tui.practice.clauses import Clause, Clauses, Term
from reflect_tui.practice.exercise import Exercise, Prompt, Role, Stage
from reflect_tui.practice.shelf import Shelf

OURS = "In our words. The number finds the original in the standards themselves."
"""What stands below every summary of a clause."""


@dataclass(frozen=True, slots=True)
class Behind:
    """One clause behind a step."""

    clause: Clause
    of_step: bool
    """Whether the step or one of its questions names it; otherwise the whole exercise does."""
    also_in: tuple[str, ...]
    """The titles of the other exercises that meet it, what opens and closes a session last."""


def named_by(exercise: Exercise) -> frozenset[str]:
    """Every clause an exercise meets: those it names itself, and its stages' and prompts'."""
    stages = exercise.stages
    parts = [exercise.clauses, *(stage.clauses for stage in stages)]
    parts += [prompt.clauses for stage in stages for prompt in stage.prompts]
    return frozenset(number for part in parts for number in part)


def meeting(shelf: Shelf, number: str) -> tuple[Exercise, ...]:
    """The exercises that meet a clause, what opens and closes a session last."""
    found = [kept.exercise for kept in shelf.exercises() if number in named_by(kept.exercise)]
    return tuple(sorted(found, key=lambda exercise: exercise.role is not Role.EXERCISE))


def behind(
    shelf: Shelf, exercise: Exercise, stage: Stage, prompts: Sequence[Prompt]
) -> tuple[Behind, ...]:
    """Each clause behind a step once: the step's, its questions', then the whole exercise's."""
    of_step = [*stage.clauses, *(number for prompt in prompts for number in prompt.clauses)]
    found: list[Behind] = []
    for number in dict.fromkeys([*of_step, *exercise.clauses]):
        clause = shelf.clauses.get(number)
        if clause is not None:
            others = tuple(o.title for o in meeting(shelf, number) if o.id != exercise.id)
            found.append(Behind(clause, number in of_step, others))
    return tuple(found)


def terms_behind(
    clauses: Clauses, exercise: Exercise, stage: Stage, prompts: Sequence[Prompt]
) -> tuple[Term, ...]:
    """The words that need explaining and stand in a step."""
    return terms_in(clauses, _words(exercise, stage, prompts))


def terms_in(clauses: Clauses, texts: Iterable[str]) -> tuple[Term, ...]:
    """The words that need explaining and stand in some texts, in the order they are explained."""
    whole = " ".join(" ".join(text.split()) for text in texts)
    return tuple(
        term
        for term in clauses.terms
        if re.search(rf"(?<!\w){re.escape(term.term)}(?!\w)", whole, re.IGNORECASE)
    )


def _words(exercise: Exercise, stage: Stage, prompts: Sequence[Prompt]) -> Iterator[str]:
    """What stands on a page."""
    if exercise.stages and exercise.stages[0].id == stage.id:
        yield exercise.introduction
    yield from (exercise.title, exercise.standing, stage.title, stage.guidance)
    for prompt in prompts:
        yield from (prompt.title, prompt.help, prompt.left, prompt.right, *prompt.probes)
        yield from (option.label for option in prompt.options)
