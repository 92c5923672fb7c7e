"""Conditions: `stage/prompt has option`, or `is`; their form, and whether they can ever hold."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reflect_tui.practice.audience import reach, within
from reflect_tui.practice.exercise import Condition, Kind, Meets, Option, Prompt, Stage
from reflect_tui.practice.frontmatter import ID
from reflect_tui.practice.problems import Found, meant, shown
from reflect_tui.practice.rounds import Rounds

_TESTS = {Kind.CHOOSE: "is", Kind.CHOOSE_MANY: "has"}
_CONDITION = re.compile(rf"({ID.pattern})/({ID.pattern}) +(has|is) +({ID.pattern})")


def read_condition(words: str, line: int, found: Found) -> Condition | None:
    """The condition that a `when=` holds; None when there is none or it can't be read."""
    if not words.strip():
        return None
    read = _CONDITION.fullmatch(words.strip())
    if read is None:
        found.add(
            line,
            "bad-when",
            f'"{shown(words)}" is no condition',
            'write when="stage/prompt has option"',
        )
        return None
    return Condition(*read.groups())


@dataclass(frozen=True, slots=True)
class _Place:
    """Where something stands: the stage's position and, for a prompt, its own; a stage has -1."""

    stage: int
    prompt: int
    line: int
    reach: Meets


class Conditions:
    """Checks every `when=` of an exercise."""

    def __init__(
        self, stages: Sequence[Stage], rounds: Rounds, unsure: set[int], found: Found
    ) -> None:
        self._stages = stages
        self._rounds = rounds
        self._unsure = unsure
        self._found = found
        self._asked: dict[tuple[str, str], list[tuple[_Place, Prompt]]] = {}
        """Every prompt by its stage's id and its own, with where it stands."""
        for at, stage in enumerate(stages):
            for number, prompt in enumerate(stage.prompts):
                place = _Place(at, number, prompt.line, within(stage, prompt))
                if stage.id and prompt.id:
                    self._asked.setdefault((stage.id, prompt.id), []).append((place, prompt))

    def tell(self) -> None:
        """Tell those that look forward, name nothing, or can't be tested."""
        for at, stage in enumerate(self._stages):
            if stage.when is not None:
                self._tell(stage.when, _Place(at, -1, stage.line, reach(stage.meets, stage.alone)))
            for number, prompt in enumerate(stage.prompts):
                if prompt.when is not None:
                    here = _Place(at, number, prompt.line, within(stage, prompt))
                    self._tell(prompt.when, here)

    def _tell(self, when: Condition, here: _Place) -> None:
        named = self._asked.get((when.stage, when.prompt))
        if named is None:
            self._tell_nothing(when, here.line)
            return
        earlier = [
            (place, prompt)
            for place, prompt in named
            if (place.stage, place.prompt) < (here.stage, here.prompt)
        ]
        if not earlier:
            self._add(
                here.line,
                "when-looks-forward",
                f'"{when.stage}/{when.prompt}" is not asked before this',
                "name an earlier prompt, or move this after it",
            )
            return
        met = [(p, prompt) for p, prompt in earlier if p.reach.overlaps(here.reach)]
        if not met:
            self._add(
                here.line,
                "when-never-met",
                f'no session that meets this is asked "{when.stage}/{when.prompt}"',
                "mend modes= or services=",
            )
            return
        self._tell_round(met[0][0], here)
        self._tell_short(when, [place for place, _ in met], here)
        self._tell_test(when, [prompt for _, prompt in met], here.line)

    def _tell_nothing(self, when: Condition, line: int) -> None:
        named = f"{when.stage}/{when.prompt}"
        mend = meant(named, (f"{stage}/{prompt}" for stage, prompt in self._asked))
        self._add(line, "when-names-nothing", f'there is no prompt "{shown(named)}"', mend)

    def _tell_round(self, target: _Place, here: _Place) -> None:
        inside = self._rounds.round_of(target.stage)
        if inside and inside != self._rounds.round_of(here.stage):
            self._add(
                here.line,
                "when-crosses-rounds",
                f'what it names is asked anew in each round of "{inside}"',
                "name a prompt outside that round",
            )

    def _tell_short(self, when: Condition, targets: list[_Place], here: _Place) -> None:
        """In the short form something would wait for an answer that is never asked for."""
        if self._in_short(here) and not any(self._in_short(target) for target in targets):
            self._add(
                here.line,
                "when-not-short",
                f'"{when.stage}/{when.prompt}" is not asked in the short form, this is',
                "write .short there too, or take it out here",
            )

    def _in_short(self, place: _Place) -> bool:
        stage = self._stages[place.stage]
        if place.prompt < 0 or not stage.short:
            return stage.short
        return stage.prompts[place.prompt].short or not any(p.short for p in stage.prompts)

    def _tell_test(self, when: Condition, prompts: list[Prompt], line: int) -> None:
        if any(prompt.line in self._unsure for prompt in prompts):
            return
        prompt = prompts[0]
        test = _TESTS.get(prompt.kind)
        if test is None:
            self._add(
                line,
                "when-untestable",
                f"a prompt with .{prompt.kind.value} cannot be tested",
                "name one with .choose or .choose-many",
            )
            return
        if test != when.test:
            self._add(
                line,
                "when-wrong-test",
                f'"{when.stage}/{when.prompt}" is a prompt with .{prompt.kind.value}',
                f"write {when.stage}/{when.prompt} {test} {when.option}",
            )
        known = {option.id for prompt in prompts for option in self._options(prompt)}
        if when.option not in known and known:
            self._add(
                line,
                "when-no-option",
                f'"{when.stage}/{when.prompt}" has no option "{shown(when.option)}"',
                meant(when.option, known),
            )

    def _options(self, prompt: Prompt) -> Sequence[Option]:
        if prompt.from_board:
            return [Option(card.id, card.title) for card in self._rounds.cards(prompt.from_board)]
        return prompt.options

    def _add(self, line: int, code: str, message: str, mend: str) -> None:
        self._found.add(line, code, message, mend)
