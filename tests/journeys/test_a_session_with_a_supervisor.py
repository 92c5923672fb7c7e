"""From the welcome to the note: with the mouse alone, the keyboard alone, and line by line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.journeys import by_lines, story
from tests.plain.player import Player
from tests.support.person import Keys, Mouse, Person

_WHEN = re.compile(r"\| Date and time \|.*")


@pytest.mark.parametrize(
    ("by", "size"),
    [
        pytest.param(Mouse, (120, 36), id="mouse, 120x36"),
        # One of them is enough for every day.
        pytest.param(Mouse, (80, 24), id="mouse, 80x24", marks=pytest.mark.slow),
        pytest.param(Keys, (120, 36), id="keys, 120x36", marks=pytest.mark.slow),
        pytest.param(Keys, (80, 24), id="keys, 80x24", marks=pytest.mark.slow),
    ],
)
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
