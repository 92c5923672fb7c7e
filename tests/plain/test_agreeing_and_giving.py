"""Line by line: a draft, who agrees, a copy for the other, only the note; and taking one in."""

from __future__ import annotations

from pathlib import Path

import pytest

from reflect_tui import paths
from reflect_tui.notebook import age
from reflect_tui.notebook.notebook import Notebook
from reflect_tui.notes.formats import Format
from tests.plain.player import Lines, Player, begin

WORDS = "lamp river stone"


@pytest.fixture(autouse=True)
def _cheap(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(age, "WORK_FACTOR", 4)
    monkeypatch.setenv(paths.HOME_VARIABLE, str(tmp_path))


def with_a_note(player: Player) -> Lines:
    """A one-to-one with one answer in its note, up to the question what else."""
    yield from begin(player)
    yield from player.next_to("Catch the talk")
    yield from ("quite mature for her age", ".", "/in", "/note", ".", "no")


def test_a_draft_is_written_and_in_a_later_sitting_one_agrees_and_the_other_disagrees(
    tmp_path: Path,
) -> None:
    player = Player(tmp_path, note_as=Format.MARKDOWN)

    def first(player: Player) -> Lines:
        yield from with_a_note(player)
        yield player.number("Write a draft to take away")
        yield from (".", "/leave")

    said = player.play(first)
    assert "Nobody has agreed to it yet. Take two working days with it." in said
    (draft,) = (tmp_path / "notes").iterdir()
    assert "_A draft to take away" in draft.read_text("utf-8")

    def later(player: Player) -> Lines:
        yield player.number("Go on with")
        yield from ("/note", ".", "no")
        yield player.number("Say who agrees")
        yield player.number("practitioner, has not said yet")
        yield player.number("disagrees, because")
        yield from ("It leaves out what she said.", "And when.", ".")
        yield player.number("supervisor, has not said yet")
        yield from ("1", ".", ".", "/undo", "/leave")

    said = player.play(later)
    assert "practitioner, disagrees" in " ".join(said.split())
    (kept,) = player.session.agreements
    assert (kept.role, kept.said) == ("practitioner", "disagrees because")
    assert kept.words == "It leaves out what she said.\nAnd when."


def test_the_session_is_given_in_a_locked_file_and_taken_in_elsewhere(tmp_path: Path) -> None:
    player = Player(tmp_path)

    def give(player: Player) -> Lines:
        yield from with_a_note(player)
        yield player.number("Give the supervisor the session")
        yield from (WORDS, WORDS, ".", "/leave")

    assert "sit at the keyboard" in player.play(give)
    (file,) = (tmp_path / "notes").iterdir()
    (tmp_path / "downloads").mkdir()
    other = Player(tmp_path / "other")

    def take(player: Player) -> Lines:
        yield player.number("Look after the notebook")
        yield player.number("Take in a session somebody gave you")
        yield from (str(file), "another password")
        file.rename(tmp_path / "downloads" / file.name)
        yield player.number("Look after the notebook")
        yield player.number("Take in a session somebody gave you")
        yield from (player.number(file.name), WORDS, "/leave")

    said = " ".join(other.play(take).split())
    assert "That password doesn't open it" in said
    assert "from the practitioner's notebook" in said
    assert other.session.responses == player.session.responses


def test_only_the_note_is_kept_once_that_was_asked(tmp_path: Path) -> None:
    player = Player(tmp_path)

    def lines(player: Player) -> Lines:
        yield from with_a_note(player)
        yield player.number("Keep only the note")
        yield "no"
        yield player.number("Keep only the note")
        yield from ("yes", "/leave")

    said = player.play(lines)
    assert "Backups made before" in " ".join(said.split())
    assert "The session is in the bin." in said
    assert player.notebook.sessions() == []
    assert len(Notebook.open(player.notebook.top).bin.sessions()) == 1
    assert len(list((tmp_path / "notes").iterdir())) == 1
