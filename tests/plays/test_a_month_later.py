"""A month later, beside the supervisor: recovery words, where they were, and a disagreement."""

from __future__ import annotations

from pathlib import Path

import pytest

from reflect_tui.practice.exercise import Way
from reflect_tui.session.address import Address, Place
from reflect_tui.session.sitting import Sitting
from reflect_tui.session.values import Text
from tests.journeys import story
from tests.plays.people import BOTH, OTHERS, a_session, nothing_was_drawn, watch, with_others
from tests.support.person import Person
from tests.support.terminal import KEYS

TOGETHER = "the blue folder"
SHARED = "We called her streetwise."
AGREED = "Ask her what a school night is like"
WHY = "It leaves out what she said herself."


def _a_month_ago(home: Path) -> str:
    """A sealed notebook with sessions of all sorts; its recovery words."""
    notebook = with_others(home)
    sitting = Sitting(a_session(Way.ONE_TO_ONE, TOGETHER, "counterfactual"), lambda _: None)
    words = Address("counterfactual", "talk", "words")
    sitting.write(words, Text(text=SHARED))
    sitting.move(words, in_note=True)
    sitting.add_action(AGREED, who="practitioner", by="Friday", in_note=True)
    sitting.go(Place("counterfactual", "talk"))
    notebook.save(sitting.session)
    return notebook.seal("four quiet green umbrellas")


@pytest.mark.slow
@pytest.mark.parametrize(("by", "size"), BOTH)
def test_only_what_was_done_together_shows_and_the_disagreement_stands_in_the_note(
    tmp_path: Path, by: type[Person], size: tuple[int, int]
) -> None:
    recovery = _a_month_ago(tmp_path)
    with by(tmp_path, *size) as person:
        watch(person, *OTHERS)
        person.wait("This notebook is locked")
        person.choose("Use the recovery words")
        person.wait("twelve recovery words")
        person.terminal.send(recovery)
        person.still()
        person.choose("Unlock beside someone")
        person.wait("Choose a new password")
        person.terminal.send(KEYS["esc"])
        person.wait(f"Go on with “{TOGETHER}”")
        person.choose(f"Go on with “{TOGETHER}”")
        person.wait(lambda: person.step() == "Catch the talk")
        assert SHARED in person.text
        person.choose("  The note  ")
        person.wait(AGREED)
        person.choose("Who agrees")
        person.wait("Practitioner")
        person.disagree(WHY)
        person.choose("Back to the note")
        person.wait("Make the Word file")
        person.choose("  Make the Word file  ")
        person.wait("Written:")
        nothing_was_drawn(person)
    note = story.note(tmp_path)
    assert WHY in note
    assert "disagrees" in note
    for words in OTHERS:
        assert words not in note
