"""An exercise's marks can't put into a record, or before a regulator, what may not stand there."""

from __future__ import annotations

import re
from functools import lru_cache

import pytest

from reflect_tui.notes.building import build_note
from reflect_tui.notes.markdown import to_markdown
from reflect_tui.notes.plan import plan
from reflect_tui.practice.exercise import Kind, Service, Way
from reflect_tui.session.model import Response, Session
from reflect_tui.session.noting import Note
from tests.unit.notes.sectioned import marked
from tests.unit.session.making import Sat, a_session

TOO_FAR = """\
---
exercise: too-far
version: 1
title: Too far
summary: Marks where there should be none.
---

# Too far

Only for tests.

## Talk {#talk}

### A {#decided .text section=decisions case=ask}

### B {#learning .text section=learning case=ask}

### C {#wellbeing .text section=wellbeing case=ask}

### D {#first .text section=decisions case=ask by=supervisor}

### E {#dreamt .text section=decisions case=ask imagined=all cpd=learnt}

### F {#sides .contrast section=decisions case=ask left="One" right="Two" imagined=right}

### G {#turns .round section=decisions case=ask cpd=learnt}

### H {#unmarked .text .own-words section=voice}

### I {#said .text .own-words section=voice case=ask cpd=impact}

### J {#impact .text section=noticed cpd=impact}

### K {#theirs .text section=learning by=supervisor}

### L {#mine .text .alone section=decisions case=ask}

### M {#racism .choose-many section=racism}

- One {#one}
"""


@lru_cache
def full(way: Way) -> Session:
    """Everything answered, and everything moved everywhere."""
    session = a_session(way, Service.CHILDREN, TOO_FAR)
    [page] = Sat(session).sitting.course.every_page(session)
    return session.model_copy(
        update={
            "responses": tuple(
                Response(
                    prompt=page.address(prompt),
                    asked=prompt.title,
                    value=marked(prompt, f"zq{prompt.title}"),
                    in_note=True,
                    in_insert=True,
                    in_cpd=True,
                )
                for prompt in page.stage.prompts
                if prompt.kind is not Kind.ACTIONS
            )
        }
    )


INSERT = {Way.SOLO: "AI", Way.ONE_TO_ONE: "AI", Way.GROUP: "ADI"}
CPD = {Way.SOLO: "BJK", Way.ONE_TO_ONE: "BJ", Way.GROUP: "BJK"}


@pytest.mark.parametrize("way", Way)
@pytest.mark.parametrize(("note", "letters"), [(Note.INSERT, INSERT), (Note.CPD, CPD)])
def test_only_what_may_stand_there_does_and_is_listed(
    note: Note, letters: dict[Way, str], way: Way
) -> None:
    text = to_markdown(build_note(note, full(way)))
    assert set(re.findall("zq([A-Z])", text)) == set(letters[way])
    assert {piece.asked for piece in plan(full(way), note)} == set(letters[way])


def test_the_supervision_note_takes_all_but_what_is_imagined() -> None:
    text = to_markdown(build_note(Note.SUPERVISION, full(Way.SOLO)))
    assert set(re.findall("zq([A-Z])", text)) == set("ABCDFGHIJKL")
    assert "zqFb" not in text
