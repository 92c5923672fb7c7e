"""An exercise to read through before anybody begins it: its steps and questions, in order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from reflect_tui.practice.exercise import Condition, Exercise, Kind, Prompt, Shape, Stage


class Sort(StrEnum):
    """What sort of piece something is, so that each face can draw it its own way."""

    STAGE = "stage"
    CARD = "card"
    WORDS = "words"
    """Guidance or help, in Markdown."""
    PROMPT = "prompt"
    PROBE = "probe"
    OPTION = "option"
    REMARK = "remark"
    """Ours: how it is walked or asked."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One thing to read."""

    sort: Sort
    text: str


_SHAPES = {
    Shape.BOARD: "The cards that follow lie here together; one opens two or three of them.",
    Shape.GATHER: "What was written stands here together, to look at.",
    Shape.MAP: "What was placed on the cards stands here as a picture.",
}
_KINDS = {
    Kind.PLACE: "Placed between seen and unseen, said and unsaid.",
    Kind.ROUND: "Each writes in turn, unseen; then it is shown together, in no order.",
    Kind.ACTIONS: "What will be done, by whom and by when.",
    Kind.AGREED: "What was agreed last time, each with what became of it: done, changed or let go.",
}


def preview(played: Exercise) -> tuple[Piece, ...]:
    """All of an exercise as `Exercise.played` fitted it to a way of working and a service."""
    return tuple(piece for stage in played.stages for piece in _stage(played, stage))


def _stage(played: Exercise, stage: Stage) -> Iterator[Piece]:
    yield Piece(Sort.CARD if stage.shape is Shape.CARD else Sort.STAGE, stage.title)
    for remark in (
        _SHAPES.get(stage.shape, ""),
        _round(played, stage),
        _when(played, stage.when, "Walked"),
    ):
        if remark:
            yield Piece(Sort.REMARK, remark)
    if stage.guidance:
        yield Piece(Sort.WORDS, stage.guidance)
    for prompt in stage.prompts:
        yield from _prompt(played, prompt)


def _round(played: Exercise, stage: Stage) -> str:
    """That a step can be walked again, or belongs to one that can."""
    if stage.shape is Shape.REPEAT:
        again = f": {', '.join(stage.again)}" if stage.again else ""
        return f"This and the steps of its round can be walked again{again}."
    repeat = played.stage(stage.for_stage) if stage.shape is Shape.PLAIN else None
    return f"Of the round “{repeat.title}”." if repeat else ""


def _prompt(played: Exercise, prompt: Prompt) -> Iterator[Piece]:
    yield Piece(Sort.PROMPT, prompt.title)
    remarks = [_when(played, prompt.when, "Asked"), _KINDS.get(prompt.kind, "")]
    if prompt.by in ("practitioner", "supervisor"):
        remarks.append(f"In a one-to-one the {prompt.by} goes first.")
    if prompt.from_board:
        remarks.append("Chosen from the cards.")
    if prompt.starts:
        remarks.append(f"It begins: {prompt.starts} …")
    if prompt.help:
        yield Piece(Sort.WORDS, prompt.help)
    yield from (Piece(Sort.REMARK, remark) for remark in remarks if remark)
    if not prompt.from_board:
        yield from (Piece(Sort.OPTION, option.label) for option in prompt.options)
    yield from (Piece(Sort.OPTION, side) for side in (prompt.left, prompt.right) if side)
    yield from (Piece(Sort.PROBE, probe) for probe in prompt.probes)


def _when(played: Exercise, condition: Condition | None, what: str) -> str:
    """Under which answer something is asked."""
    if condition is None:
        return ""
    stage = played.stage(condition.stage)
    prompt = stage.prompt(condition.prompt) if stage else None
    option = next((o for o in prompt.options if o.id == condition.option), None) if prompt else None
    if prompt is None or option is None:
        return ""
    return f"{what} when the answer to “{prompt.title}” is “{option.label}”."
