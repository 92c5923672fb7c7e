"""All sessions without a screen: found by words, by way of working, by what follows on."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from reflect_tui.notebook.notebook import Notebook
from reflect_tui.plain.finding import FIND
from reflect_tui.practice.exercise import Way
from reflect_tui.session.model import Session, new_session_id
from tests import strategies
from tests.plain.player import Lines, Player

BEGAN = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


def kept(player: Player, brought: str, words: str, **changes: object) -> Session:
    """A session in the notebook."""
    given = {"id": new_session_id(), "brought": brought, "began": BEGAN, **changes}
    return player.notebook.save(strategies.a_session(words, **given))


@pytest.fixture
def player(tmp_path: Path) -> Player:
    player = Player(tmp_path)
    first = kept(player, "the tall house", f"{'before ' * 40}\x1b[31m Zoë asked about the heron")
    follows = {"thread": first.id, "follows": first.id, "began": BEGAN + timedelta(days=9)}
    kept(player, "the tall house", "she said so herself", **follows)
    kept(player, "winter", "ten of us", way=Way.GROUP)
    return player


def _flat(said: str) -> str:
    return " ".join(said.split())


def test_one_is_found_by_its_words_read_and_gone_on_with(player: Player) -> None:
    def lines(player: Player) -> Lines:
        yield player.number(FIND)
        yield "HERON zoe"
        assert "winter" not in player.text
        yield player.number("the tall house, 2 March 2026, on your own: …")
        yield player.number("Read it")
        yield player.number("Hear its note")
        yield player.number("Go on with it")
        assert "What words are being used?" in player.text
        yield "/leave"

    said = _flat(player.play(lines))
    assert "before before [31m Zoë asked about the heron" in said
    assert "\x1b" not in said
    assert "The note as it will read:" in said


def test_by_way_of_working_by_thread_and_by_other_words(player: Player) -> None:
    told: list[str] = []

    def said_since(player: Player) -> str:
        told.append(player.text)
        return _flat(player.text[len(told[-2]) :] if len(told) > 1 else player.text)

    def lines(player: Player) -> Lines:
        yield player.number(FIND)
        yield "."
        said_since(player)
        yield player.number("One way of working only")
        yield player.number("in a group")
        assert "tall house" not in said_since(player)
        yield player.number("Other words")
        yield "nobody"
        assert "Nothing is found." in said_since(player)
        yield player.number("One way of working only")
        yield "."
        yield player.number("Other words")
        yield "herself"
        said_since(player)
        yield player.number("the tall house, 11 March")
        yield player.number("What follows on from it")
        thread = said_since(player)
        assert thread.index("2 March") < thread.rindex("11 March")
        assert "winter" not in thread
        yield "."
        assert "What brings you here?" in said_since(player)
        yield "/leave"

    player.play(lines)


def test_the_earlier_ones_are_said_when_they_are_asked_for(player: Player) -> None:
    for number in range(12):
        kept(player, f"folder {number}", "words", began=BEGAN + timedelta(days=20 + number))

    def lines(player: Player) -> Lines:
        yield player.number(FIND)
        yield "."
        assert "tall house, 11" not in player.text
        yield player.number("Earlier ones")
        assert "1. the tall house, 11" in player.text
        yield "/leave"

    player.play(lines)


def test_one_is_put_in_the_bin_or_told_to_have_no_earlier_state(player: Player) -> None:
    def lines(player: Player) -> Lines:
        yield player.number(FIND)
        yield "winter"
        yield player.number("winter, 2 March")
        yield player.number("Earlier states of it")
        yield player.number("Put it in the bin")
        yield "yes"
        assert "Nothing is found." in player.text
        yield "/leave"

    assert "There is no earlier state of it yet." in player.play(lines)
    assert [each.brought for each in player.notebook.bin.sessions()] == ["winter"]


def test_beside_another_window_one_is_only_read(player: Player) -> None:
    other = Notebook.open(player.home / "notebook")
    assert other.take_over()

    def lines(player: Player) -> Lines:
        yield player.number(FIND)
        yield "winter"
        yield player.number("winter, 2 March")
        assert "Go on with it" not in player.text
        assert "Put it in the bin" not in player.text
        yield player.number("Read it")
        assert "ten of us" in player.text
        yield "/leave"

    player.play(lines)
    other.hold.release()
