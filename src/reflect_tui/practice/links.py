"""What one part of an exercise says of another: ids among siblings, and conditions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reflect_tui.practice.exercise import (
    Condition,
    Kind,
    Meets,
    Option,
    Prompt,
    Stage,
    Way,
)
from reflect_tui.practice.problems import Found, meant, shown
from reflect_tui.practice.rounds import Rounds

_TESTS = {Kind.CHOOSE: "is", Kind.CHOOSE_MANY: "has"}


def reach(meets: Meets, alone: bool) -> Meets:
    """For whom something is meant, once `.alone` is counted in."""
    return Meets(meets.ways & {Way.SOLO}, meets.services) if alone else meets


@dataclass(frozen=True, slots=True)
class _Sibling:
    id: str
    line: int
    reach: Meets
    wording: str


def tell_siblings(stages: Sequence[Stage], whole: Meets, found: Found) -> None:
    """Tell ids that two siblings share though some session has both, and what nobody ever meets."""
    _tell_shared([_Sibling(s.id, s.line, reach(s.meets, s.alone), "stage") for s in stages], found)
    for stage in stages:
        here = _common(whole, reach(stage.meets, stage.alone))
        _tell_unmet(here, stage.line, "stage", found)
        asked = stage.prompts
        _tell_shared(
            [_Sibling(p.id, p.line, reach(p.meets, p.alone), "prompt") for p in asked], found
        )
        for prompt in asked:
            there = _common(here, reach(prompt.meets, prompt.alone))
            if _is_met(here):
                _tell_unmet(there, prompt.line, "prompt", found)
            _tell_shared([_Sibling(o.id, o.line, o.meets, "option") for o in prompt.options], found)
            for option in prompt.options if _is_met(there) else ():
                _tell_unmet(_common(there, option.meets), option.line, "option", found)


def _common(one: Meets, other: Meets) -> Meets:
    return Meets(one.ways & other.ways, one.services & other.services)


def _is_met(meets: Meets) -> bool:
    return bool(meets.ways and meets.services)


def _tell_unmet(meets: Meets, line: int, wording: str, found: Found) -> None:
    if not _is_met(meets):
        found.add(
            line,
            "never-met",
            f"no session ever meets this {wording}: what stands above it is for others",
            "mend modes=, services= or .alone, here or above",
        )


def _tell_shared(siblings: list[_Sibling], found: Found) -> None:
    seen: dict[str, list[_Sibling]] = {}
    for sibling in siblings:
        if not sibling.id:
            continue
        others = seen.setdefault(sibling.id, [])
        first = next((other for other in others if other.reach.overlaps(sibling.reach)), None)
        if first is not None:
            found.add(
                sibling.line,
                "repeated-id",
                f'the {sibling.wording} in line {first.line} has the id "{sibling.id}" too',
                "write another id, or give both modes= or services= that never meet",
            )
        others.append(sibling)


def _within(stage: Stage, prompt: Prompt) -> Meets:
    return _common(reach(stage.meets, stage.alone), reach(prompt.meets, prompt.alone))


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
                place = _Place(at, number, prompt.line, _within(stage, prompt))
                if stage.id and prompt.id:
                    self._asked.setdefault((stage.id, prompt.id), []).append((place, prompt))

    def tell(self) -> None:
        """Tell those that look forward, name nothing, or can't be tested."""
        for at, stage in enumerate(self._stages):
            if stage.when is not None:
                self._tell(stage.when, _Place(at, -1, stage.line, reach(stage.meets, stage.alone)))
            for number, prompt in enumerate(stage.prompts):
                if prompt.when is not None:
                    within = _within(stage, prompt)
                    self._tell(prompt.when, _Place(at, number, prompt.line, within))

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
