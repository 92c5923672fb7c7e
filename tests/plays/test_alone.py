"""Alone, a parenting short form, and it is harm: the risk card, exact words, all of it kept."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest

from tests.journeys import story
from tests.plays.people import BOTH, introduced
from tests.support.person import Person

SAID = "He hits me with the belt when she is at work"
TODAY = "What have you done today, and whom have you told?"
NAME = "What shall we call this one, in a few plain words?"
SEEN = "What was seen or heard?"


@pytest.mark.slow
@pytest.mark.parametrize(("by", "size"), BOTH)
def test_harm_leads_to_the_card_and_the_words_are_copied_unchanged(
    tmp_path: Path, by: type[Person], size: tuple[int, int]
) -> None:
    introduced(tmp_path)
    with by(tmp_path, *size) as person:
        person.choose("Fifteen minutes on your own")
        person.wait("What do you have in mind?")
        person.choose("How a parent does something")
        person.wait("Ctrl+N next")
        person.next_to("What was seen")
        person.write(NAME, "the belt")
        person.write(SEEN, SAID)
        person.to_the_risk_card()
        person.wait("ring 999")
        person.choose("Copy their exact words for the record")
        person.wait("Is it in their record now?")
        copied = base64.b64encode(SAID.encode())
        assert copied in bytes(person.terminal.raw)
        person.choose("  Back  ")
        person.wait(SAID)
        person.next_to("What sort of difference?")
        person.take("Harm, whoever does it", 5)
        person.wait(TODAY)
        assert '"Nothing yet" is' not in person.text
        person.write(TODAY, "The duty number, and my manager.")
        person.home_again()
        person.choose("Go on")
        person.wait(lambda: person.step().startswith("What sort of difference?"))
    told = {kept.prompt.prompt: kept.value.model_dump() for kept in story.kept(tmp_path).responses}
    assert told["happened"]["text"] == SAID
    assert told["told-harm"]["text"] == "The duty number, and my manager."
