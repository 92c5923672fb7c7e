"""From the welcome to the note: with the mouse alone, the keyboard alone, and line by line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.journeys import by_lines, story
from tests.plain.player import Player
from tests.support.person import Keys, Mouse, Person

_WHEN = re.compile(r"\| Date and time \|.*")


@pytest.mark.parametrize("size", [(120, 36), (80, 24)])
@pytest.mark.parametrize("by", [Mouse, Keys])
def test_a_note_holds_what_was_moved_and_nothing_else(
    tmp_path: Path, by: type[Person], size: tuple[int, int]
) -> None:
    full = tmp_path / "full"
    with by(full, *size) as person:
        story.whole(person)
    note = story.note(full)
    for words in (*story.MOVED, *(part for action in story.ACTIONS for part in action)):
        assert words in note, note
    for words in story.STAYED:
        assert words not in note, note

    # The same line by line leaves the same session and the same note.
    player = Player(tmp_path / "plain")
    by_lines.whole(player)
    assert by_lines.facts(player.session) == by_lines.facts(story.kept(full))
    assert _WHEN.sub("", story.note(tmp_path / "plain")) == _WHEN.sub("", note)
