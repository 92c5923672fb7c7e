"""Board, placement, ledger and both sides: mouse alone, keys alone, line by line, all alike."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.journeys import by_lines, gathered, story
from tests.plain.player import Player
from tests.support.person import Keys, Mouse, Person


@pytest.mark.slow
@pytest.mark.parametrize("size", [(120, 36), (80, 24)])
@pytest.mark.parametrize("by", [Mouse, Keys])
def test_the_session_is_the_same_however_it_was_written(
    tmp_path: Path, by: type[Person], size: tuple[int, int]
) -> None:
    full = tmp_path / "full"
    gathered.kept_in(full)
    with by(full, *size) as person:
        gathered.whole(person)

    gathered.kept_in(tmp_path / "plain")
    player = Player(tmp_path / "plain")
    said = player.play(gathered.lines)
    assert by_lines.facts(player.session) == by_lines.facts(story.kept(full))
    sides = re.search(r"A worry: we need to know more:\n- asleep on the sofa: On both", said)
    assert sides is not None
