"""What stands behind a step: clauses in their order, who else meets them, words explained."""

from __future__ import annotations

from pathlib import Path

from reflect_tui import paths
from reflect_tui.practice.behind import behind, meeting, terms_in
from reflect_tui.practice.shelf import Place, Shelf

FIRST = """---
exercise: first
version: 1
title: The first
summary: "One."
clauses: ["2.7", "1.1"]
services: [children]
---

# The first

Why.

## Look {#look clauses="1.3"}

### What is there? {#there .text clauses="2.10"}

### What else? {#else .text}
"""
CLOSING = """---
exercise: closing
version: 1
role: closing
title: What now
summary: "Two."
clauses: ["1.3"]
---

# What now

Why.

## Leave {#leave}

### What next? {#next .text}
"""


def _shelf(folder: Path) -> Shelf:
    prompts = folder / "prompts"
    prompts.mkdir()
    (prompts / "first.md").write_text(FIRST, encoding="utf-8")
    (prompts / "closing.md").write_text(CLOSING, encoding="utf-8")
    second = FIRST.replace("first", "second").replace('"2.7", "1.1"', '"2.1"')
    (prompts / "second.md").write_text(second, encoding="utf-8")
    clauses = (paths.shipped_data() / "clauses.yaml").read_bytes()
    (folder / "clauses.yaml").write_bytes(clauses)
    return Shelf.open([Place(folder, "own")])


def test_the_steps_own_clauses_come_first_then_its_questions_then_the_exercises(
    tmp_path: Path,
) -> None:
    shelf = _shelf(tmp_path)
    assert not shelf.problems
    kept = shelf.get("first")
    assert kept is not None
    stage = kept.exercise.stages[0]
    found = behind(shelf, kept.exercise, stage, stage.prompts)
    assert [(each.clause.number, each.of_step) for each in found] == [
        ("1.3", True),
        ("2.10", True),
        ("2.7", False),
        ("1.1", False),
    ]
    # A question that isn't asked now brings no clause; what closes a session comes last.
    assert [each.clause.number for each in behind(shelf, kept.exercise, stage, ())][1] == "2.7"
    assert found[0].also_in == ("The second", "What now")
    assert [exercise.id for exercise in meeting(shelf, "2.10")] == ["first", "second"]


def test_a_term_is_explained_where_the_whole_word_stands(tmp_path: Path) -> None:
    clauses = _shelf(tmp_path).clauses
    found = terms_in(clauses, ["Is this Adultification?", "Tell the head of\nservice; salado."])
    assert [term.term for term in found] == ["adultification", "Head of Service"]
