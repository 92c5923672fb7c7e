"""Markdown → exercise. A file is sound and gives an exercise, or every problem in it is told."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from reflect_tui.practice import source
from reflect_tui.practice.audience import tell_audience
from reflect_tui.practice.blocks import Part, read_parts
from reflect_tui.practice.clauses import meant_clause
from reflect_tui.practice.conditions import Conditions
from reflect_tui.practice.exercise import Exercise, Prompt, Stage
from reflect_tui.practice.frontmatter import Head, read_head
from reflect_tui.practice.problems import Found, Problem, shown
from reflect_tui.practice.prompts import read_prompt, without
from reflect_tui.practice.rounds import Rounds, tell_rounds
from reflect_tui.practice.stages import read_stage

_TITLE, _STAGE, _PROMPT = 1, 2, 3


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading a file: an exercise, or its problems; never both, never neither."""

    exercise: Exercise | None
    problems: tuple[Problem, ...] = ()
    id: str = ""
    """The id its front matter gives, even where something else is wrong; may be empty."""


def read_exercise(path: Path, clauses: frozenset[str] | None = None) -> Reading:
    """Read a file; with `clauses`, those it names must be among these numbers. Never raises."""
    text, found = source.read(path)
    if text is None:
        return Reading(None, found.sorted())
    return _read(text, source.named(path), clauses, found.sorted())


def read_text(text: str, name: str, clauses: frozenset[str] | None = None) -> Reading:
    """Read an exercise's text; `name` stands for the file in problems. Depends on nothing else."""
    return _read(text, name, clauses, ())


def _read(
    text: str, name: str, clauses: frozenset[str] | None, before: tuple[Problem, ...]
) -> Reading:
    text = source.normal(text)
    found = Found(name, text.count("\n") + (not text.endswith("\n")))
    for problem in before:
        found.add(problem.line, problem.code, problem.message)
    if not text.strip():
        found.add(1, "empty", "this file is empty", "begin with --- and the front matter")
    if not text.strip() or not source.within_size(text, found):
        return Reading(None, found.sorted())
    lines = source.clean(text, found).split("\n")
    head, end = read_head(lines, found)
    parts, told = read_parts(lines, end, found)
    reader = _Reader(lines, told, clauses, found)
    introduction, stages = reader.read(parts)
    tell_audience(stages, head.meets, found)
    rounds = Rounds(stages)
    tell_rounds(stages, rounds, reader.unsure, found)
    Conditions(stages, rounds, reader.unsure, found).tell()
    for clause in head.clauses:
        reader.tell_clauses([clause.text], clause.line)
    if found:
        return Reading(None, found.sorted(), head.id)
    return Reading(_exercise(head, introduction, stages, text), (), head.id)


def _exercise(head: Head, introduction: str, stages: tuple[Stage, ...], text: str) -> Exercise:
    return Exercise(
        id=head.id,
        version=head.version,
        title=head.title,
        summary=head.summary,
        role=head.role,
        introduction=introduction,
        standing=head.standing,
        clauses=tuple(clause.text for clause in head.clauses),
        meets=head.meets,
        minutes=head.minutes,
        stages=stages,
        text=text,
        hash=hashlib.sha256(text.encode()).hexdigest(),
    )


class _Reader:
    """Goes through the parts of one file."""

    def __init__(
        self, lines: Sequence[str], told: set[int], clauses: frozenset[str] | None, found: Found
    ) -> None:
        self.unsure: set[int] = set()
        """The lines of prompts whose kind isn't known: nothing more is said of their kind."""
        self._lines = lines
        self._braces_told = told
        self._clauses = clauses
        self._found = found

    def read(self, parts: Sequence[Part]) -> tuple[str, tuple[Stage, ...]]:
        """The introduction and the stages."""
        introduction = self._introduction(parts)
        stages = tuple(self._stages(parts))
        if not stages:
            self._found.add(
                len(self._lines),
                "no-stage",
                "there is no stage",
                "write ## What comes first {#first}",
            )
        for part in parts:
            self._tell_stray_braces(part)
        return introduction, stages

    def tell_clauses(self, numbers: Iterable[str], line: int) -> None:
        """Tell the clauses that the standards don't have."""
        if self._clauses is None:
            return
        for number in numbers:
            if number not in self._clauses:
                message = f'the standards have no clause "{shown(number)}"'
                self._found.add(
                    line, "unknown-clause", message, meant_clause(number, self._clauses)
                )

    def _introduction(self, parts: Sequence[Part]) -> str:
        titles = [part for part in parts if part.level == _TITLE]
        headings = [part for part in parts if part.level]
        if parts[0].blocks:
            line = parts[0].blocks[0].first + 1
            message = "words stand above the title, where nobody sees them"
            self._found.add(line, "text-before-title", message, "move them below it")
        if not titles:
            line = headings[0].line if headings else parts[0].line
            self._found.add(
                line, "no-title", "the title is missing", "write # and the title above this"
            )
            return ""
        for second in titles[1:]:
            self._found.add(
                second.line, "two-titles", "an exercise has one title", "write ## for a stage"
            )
        title = titles[0]
        if headings[0] is not title:
            self._found.add(title.line, "late-title", "stages stand above the title", "move it up")
        if "{" in title.title or "}" in title.title:
            self._found.add(title.line, "title-brace", "a title has no brace", "take it out")
        elif not title.title:
            self._found.add(title.line, "no-words", "the title has no words", "write them")
        return without(self._lines, title.first, title.last, [])

    def _stages(self, parts: Sequence[Part]) -> Iterable[Stage]:
        opened: Part | None = None
        prompts: list[Prompt] = []
        above = 0
        for part in parts:
            if part.level == _STAGE:
                if opened is not None:
                    yield self._stage(opened, prompts)
                opened, prompts = part, []
            elif part.level == _PROMPT:
                if opened is None:
                    self._tell_no_stage(part, above)
                prompts.append(self._prompt(part))
            above = part.level
        if opened is not None:
            yield self._stage(opened, prompts)

    def _tell_no_stage(self, part: Part, above: int) -> None:
        skipped = above == _TITLE
        self._found.add(
            part.line,
            "skipped-level" if skipped else "prompt-before-stage",
            "a level of headings is skipped: this prompt stands in no stage"
            if skipped
            else "this prompt stands in no stage",
            "write a stage above it: ## What comes first {#first}",
        )

    def _stage(self, part: Part, prompts: list[Prompt]) -> Stage:
        stage = read_stage(part, tuple(prompts), self._lines, self._found)
        self.tell_clauses(stage.clauses, stage.line)
        return stage

    def _prompt(self, part: Part) -> Prompt:
        prompt, braces, sure = read_prompt(part, self._lines, self._found)
        self._braces_told |= braces
        if not sure:
            self.unsure.add(part.line)
        self.tell_clauses(prompt.clauses, prompt.line)
        return prompt

    def _tell_stray_braces(self, part: Part) -> None:
        for at in range(part.first, part.last):
            line = self._lines[at]
            if at not in self._braces_told and ("{" in line or "}" in line):
                self._found.add(
                    at + 1,
                    "stray-brace",
                    "a brace stands in the text",
                    "put it at the end of a heading or an option, or take it out",
                )
