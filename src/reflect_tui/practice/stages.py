"""A level-2 heading, the guidance under it and the prompts that follow, as a stage."""

from __future__ import annotations

from collections.abc import Sequence

from reflect_tui.practice.attributes import (
    SHAPES,
    Values,
    Where,
    stage_keys,
    tell_misfit_keys,
    tell_misfits,
)
from reflect_tui.practice.blocks import Part
from reflect_tui.practice.braces import take_brace
from reflect_tui.practice.conditions import read_condition
from reflect_tui.practice.exercise import Prompt, Shape, Stage
from reflect_tui.practice.problems import Found
from reflect_tui.practice.prompts import without

_NEEDS: dict[Shape, tuple[str, ...]] = {
    Shape.REPEAT: ("named-by",),
    Shape.GATHER: ("for", "by"),
    Shape.MAP: ("of",),
}
_PICTURES = frozenset({Shape.GATHER, Shape.MAP})


def read_stage(
    part: Part, prompts: tuple[Prompt, ...], lines: Sequence[str], found: Found
) -> Stage:
    """The stage; with problems, as much of it as could be read."""
    title, brace = take_brace(part.title, part.line, found, "## {title} {{#{id}}}")
    guidance = without(lines, part.first, part.last, [])
    if brace is None:
        return Stage("", title, guidance, prompts=prompts, line=part.line)
    tell_misfits(brace, Where.STAGE, found)
    shape = _shape(brace.classes, part.line, found)
    name = "a plain stage" if shape is Shape.PLAIN else f"a stage with .{shape.value}"
    tell_misfit_keys(brace, Where.STAGE, stage_keys(shape), name, found)
    for key in _NEEDS.get(shape, ()):
        if key not in brace.values:
            found.add(part.line, f"missing-{key}", f"{name} needs {key}=", f"write {key}=an-id")
    values = Values(brace, found)
    stage = Stage(
        id=brace.id,
        title=title,
        guidance=guidance,
        shape=shape,
        prompts=prompts,
        named_by=values.text("named-by"),
        again=values.items("again"),
        for_stage=values.text("for"),
        gathered_by=values.text("by"),
        level=values.items("level"),
        showing=values.text("showing"),
        map_of=values.text("of"),
        meets=values.meets(),
        clauses=values.items("clauses"),
        when=read_condition(values.text("when"), part.line, found),
        short="short" in brace.classes,
        minutes=values.whole("minutes"),
        alone="alone" in brace.classes,
        line=part.line,
    )
    _tell_prompts(stage, found)
    return stage


def _shape(classes: tuple[str, ...], line: int, found: Found) -> Shape:
    named = [name for name in classes if name in SHAPES]
    if len(named) > 1:
        both = " and ".join(f".{name}" for name in named)
        found.add(line, "two-shapes", f"a stage cannot be {both}", "keep one of them")
    return Shape(named[0]) if named else Shape.PLAIN


def _tell_prompts(stage: Stage, found: Found) -> None:
    """A stage that asks nothing and says nothing is a slip; a picture asks nothing."""
    if stage.shape in _PICTURES:
        for prompt in stage.prompts:
            found.add(
                prompt.line,
                "misplaced-prompt",
                f"a stage with .{stage.shape.value} only shows what was written",
                "move this prompt to another stage",
            )
    elif not stage.prompts and not (stage.shape is Shape.PLAIN and stage.guidance):
        found.add(
            stage.line, "empty-stage", "this stage has no prompt", "write ### and a prompt below it"
        )
