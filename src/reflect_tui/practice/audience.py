"""For whom each part of an exercise is meant, and whether the parts agree on it.

A prompt is met where its exercise, its stage and it itself are meant for the same way of working
in the same service. Two siblings that never meet may share an id.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from reflect_tui.practice.exercise import Meets, Prompt, Service, Shape, Stage, Way
from reflect_tui.practice.problems import Found


def reach(meets: Meets, alone: bool) -> Meets:
    """For whom something is meant, once `.alone` is counted in."""
    return Meets(meets.ways & {Way.SOLO}, meets.services) if alone else meets


def within(stage: Stage, prompt: Prompt) -> Meets:
    """For whom a prompt is meant, once its stage is counted in."""
    return _common(reach(stage.meets, stage.alone), reach(prompt.meets, prompt.alone))


def tell_audience(stages: Sequence[Stage], whole: Meets, found: Found) -> None:
    """Tell ids shared though some session has both, what nobody meets, and what lacks its frame."""
    _tell_siblings(stages, whole, found)
    _tell_beyond(stages, whole, found)


@dataclass(frozen=True, slots=True)
class _Sibling:
    id: str
    line: int
    reach: Meets
    wording: str


def _tell_siblings(stages: Sequence[Stage], whole: Meets, found: Found) -> None:
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


def _tell_beyond(stages: Sequence[Stage], whole: Meets, found: Found) -> None:
    """Tell what some session meets without the round or the board it belongs to."""
    there: dict[tuple[Shape, str], set[tuple[Way, Service]]] = {}
    for stage in stages:
        met = there.setdefault((stage.shape, stage.id), set())
        met |= _pairs(_common(whole, reach(stage.meets, stage.alone)))
    board = ""
    for stage in stages:
        board = stage.id if stage.shape is Shape.BOARD else board
        for shape, frame, meets, line in _leaning(stage, board):
            met = there.get((shape, frame), set())
            if frame and met and not _pairs(_common(whole, meets)) <= met:
                found.add(
                    line,
                    "met-without",
                    f'some sessions meet this but not "{frame}", which it belongs to',
                    "give both the same modes= and services=",
                )


def _leaning(stage: Stage, board: str) -> Iterator[tuple[Shape, str, Meets, int]]:
    """What a stage and its prompts belong to: shape and id, for whom, and the line."""
    here = reach(stage.meets, stage.alone)
    if stage.shape in (Shape.PLAIN, Shape.GATHER):
        yield Shape.REPEAT, stage.for_stage, here, stage.line
    elif stage.shape is Shape.MAP:
        yield Shape.BOARD, stage.map_of, here, stage.line
    elif stage.shape is Shape.CARD:
        yield Shape.BOARD, board, here, stage.line
    for prompt in stage.prompts:
        yield Shape.BOARD, prompt.from_board, within(stage, prompt), prompt.line


def _pairs(meets: Meets) -> set[tuple[Way, Service]]:
    return set(product(meets.ways, meets.services))
