"""prompts/README.md tells a practice lead what the program really reads."""

from __future__ import annotations

import re

import pytest

from reflect_tui import paths
from reflect_tui.practice import attributes
from reflect_tui.practice.exercise import Kind, Shape
from reflect_tui.practice.reading import read_text
from reflect_tui.practice.sections import SECTIONS
from reflect_tui.practice.shelf import is_exercise

GUIDE = (paths.shipped_prompts() / "README.md").read_text(encoding="utf-8")
EXAMPLE = GUIDE.split("```markdown\n")[1].split("```\n")[0]


def test_the_example_to_copy_is_sound() -> None:
    reading = read_text(EXAMPLE, "first-visit.md")
    assert reading.problems == ()
    assert reading.exercise is not None
    assert [stage.id for stage in reading.exercise.stages] == ["picture", "door"]


@pytest.mark.parametrize(
    "word",
    [
        *(f".{kind.value}" for kind in Kind),
        *(f".{shape.value}" for shape in Shape if shape is not Shape.PLAIN),
        *(f".{flag}" for flag in sorted(attributes.PROMPT_FLAGS | attributes.STAGE_FLAGS)),
        *(f"{key}=" for key in sorted(attributes.KEYS)),
    ],
)
def test_everything_a_brace_may_hold_is_explained(word: str) -> None:
    assert re.search(rf"[`\s]{re.escape(word)}", GUIDE.split("## How a file is built")[1])


def test_every_section_is_named() -> None:
    assert all(f"`{section}`" in GUIDE for section in SECTIONS)


def test_the_guide_itself_is_never_taken_for_an_exercise() -> None:
    assert not is_exercise(paths.shipped_prompts() / "README.md")
