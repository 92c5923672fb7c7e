"""New, no help: two sentences, Word's habits, the window closed; both are where they were."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.plays.people import BOTH
from tests.support.person import Person
from tests.support.terminal import KEYS

FIRST, SECOND = "They call her streetwise.", "Nobody has asked who cooks."
ASKED = "What words are being used about them now?"


@pytest.mark.slow
@pytest.mark.parametrize(("by", "size"), BOTH)
def test_both_sentences_are_where_they_were(
    tmp_path: Path, by: type[Person], size: tuple[int, int]
) -> None:
    person = by(tmp_path, *size)
    person.choose("Skip for now")
    person.wait("What brings you here?")
    person.choose("Fifteen minutes on your own")
    person.wait("What do you have in mind?")
    person.choose("A word somebody used about them")
    person.wait("In children's services")
    person.choose("In children's services")
    person.wait("Ctrl+N next")
    person.next_to("Catch the talk")
    person.write(ASKED, FIRST)
    for habit in ("ctrl+u", "ctrl+b", "ctrl+s"):
        person.terminal.send(KEYS[habit])
        person.still()
    assert "Already kept" in person.text
    person.type(f" {SECOND}")
    os.close(person.terminal.fd)
    person.terminal.gone()

    person.start()
    with person:
        person.wait("What brings you here?")
        person.choose("Go on")
        person.wait(lambda: person.step() == "Catch the talk")
        assert f"{FIRST} {SECOND}" in " ".join(person.text.split())
