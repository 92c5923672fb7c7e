"""A session is given in one file and taken in beside what is there, with passwords from a file."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from reflect_tui.notebook import age
from reflect_tui.notebook.notebook import Notebook
from reflect_tui.practice.exercise import Way
from tests.cli.running import CommandLine
from tests.strategies import a_session, words_of

THEIRS = "lamp river stone cloud"
MINE = "blue kettle on a tall shelf"


@pytest.fixture(autouse=True)
def _cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(age, "WORK_FACTOR", 4)


@pytest.fixture
def theirs(tmp_path: Path) -> Path:
    """A file with the password of the one who receives it."""
    path = tmp_path / "theirs"
    path.write_text(f"{THEIRS}\n", "utf-8")
    return path


def a_sealed_notebook(top: Path) -> Notebook:
    notebook = Notebook.open(top)
    notebook.seal(MINE)
    notebook.finish_sealing()
    notebook.key.unlock(MINE)
    return notebook


def test_given_from_one_notebook_and_taken_into_another(
    ask: CommandLine, tmp_path: Path, theirs: Path
) -> None:
    a_sealed_notebook(ask.home / "notebook").save(a_session("between us", way=Way.ONE_TO_ONE))
    mine = tmp_path / "mine"
    mine.write_text(MINE, "utf-8")
    passwords = ("--passphrase-file", mine, "--copy-passphrase-file", theirs)
    given = ask("give", "aaaa", tmp_path / "stick", *passwords)
    assert given.status == 0, given.err
    file = Path(given.lines[0])
    assert file.parent == tmp_path / "stick"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert "nothing is ever written over" in ask("give", "aaaa", file, *passwords).err

    other = tmp_path / "another"
    a_sealed_notebook(other)
    taken = ask("--notebook", other, "take", file, *passwords)
    assert taken.status == 0, taken.err
    assert "from the practitioner's notebook" in taken.out
    assert "word for word" in ask("--notebook", other, "take", file, *passwords).out
    notebook = Notebook.open(other)
    notebook.key.unlock(MINE)
    assert words_of(notebook.load("a" * 16)) == "between us"


def test_the_password_comes_from_a_descriptor_too_and_a_wrong_one_changes_nothing(
    ask: CommandLine, tmp_path: Path, theirs: Path
) -> None:
    ask.keep(a_session("between us", way=Way.ONE_TO_ONE))
    file = tmp_path / "given.age"
    assert ask("give", "a" * 16, file, "--copy-passphrase-file", theirs).status == 0
    other = tmp_path / "another"
    Notebook.open(other)
    for words, status in (("not this one at all", 1), (THEIRS, 0)):
        end, begin = os.pipe()
        os.write(begin, words.encode())
        os.close(begin)
        assert ask("--notebook", other, "take", file, "--copy-passphrase-fd", end).status == status
        assert len(Notebook.open(other).sessions()) == (status == 0)


def test_what_was_written_alone_is_not_given(
    ask: CommandLine, tmp_path: Path, theirs: Path
) -> None:
    ask.keep(a_session("just me"))
    refused = ask("give", "aaaa", tmp_path / "stick", "--copy-passphrase-file", theirs)
    assert refused.status == 1
    assert "hand over its note" in refused.err
    assert not (tmp_path / "stick").exists()
