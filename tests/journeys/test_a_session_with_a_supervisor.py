"""From the welcome to the note, with the mouse alone and with the keyboard alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.journeys import story
from tests.support.person import Keys, Mouse, Person


@pytest.mark.parametrize("size", [(120, 36), (80, 24)])
@pytest.mark.parametrize("by", [Mouse, Keys])
def test_a_note_holds_what_was_moved_and_nothing_else(
    tmp_path: Path, by: type[Person], size: tuple[int, int]
) -> None:
    with by(tmp_path, *size) as person:
        story.whole(person)
    note = story.note(tmp_path)
    for words in (*story.MOVED, *(part for action in story.ACTIONS for part in action)):
        assert words in note, note
    for words in story.STAYED:
        assert words not in note, note
