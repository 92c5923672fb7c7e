"""Ninety minutes, supervisor and practitioner: nothing of anything else is ever on the screen."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.journeys import story
from tests.plays.people import BOTH, OTHERS, nothing_was_drawn, watch, with_others
from tests.support.person import Person

DECIDED = "The chronology is reworded; the team manager decided it."
ASKED = "What was decided, for what reasons, and who decided?"


@pytest.mark.slow
@pytest.mark.parametrize(("by", "size"), BOTH)
def test_no_frame_shows_another_session_and_the_note_holds_what_was_meant_for_it(
    tmp_path: Path, by: type[Person], size: tuple[int, int]
) -> None:
    with_others(tmp_path)
    with by(tmp_path, *size) as person:
        person.wait(OTHERS[0])
        person.choose("Begin a session")
        person.wait("How are you working?")
        watch(person, *OTHERS)
        person.write("A name for what you bring", story.BROUGHT)
        person.choose("  Start  ")
        person.wait("Ctrl+N next")
        story.catch_the_talk(person)
        story.swap(person, story.FIRST)
        story.end_it(person)
        person.next_to("Decisions, and who decided")
        person.write(ASKED, DECIDED)
        person.move(ASKED)
        story.write_the_note(person)
        nothing_was_drawn(person)
    note = story.note(tmp_path)
    for words in (story.ASSUMED, DECIDED, story.ACTIONS[0][0]):
        assert words in note
    for words in (story.FIRST[2], *OTHERS):
        assert words not in note
