"""A password on the command line: given, asked for, changed, forgotten, taken off."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reflect_tui.notebook.notebook import Notebook
from tests.cli.running import CommandLine, program
from tests.strategies import a_session
from tests.support.answering import Answered, answered

PASSWORD = "blue kettle on a tall shelf"
OTHER = "a red door behind the garden"
NEW, AGAIN, OLD = "A new password", "The same once more", "The notebook's password"


@pytest.fixture(scope="module")
def sealed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Answered]:
    """A home whose notebook was given a password at a terminal; for copying, not for changing."""
    home = tmp_path_factory.mktemp("sealed")
    Notebook.open(home / "notebook").save(a_session("some words"))
    said = answered(home, ["passphrase"], (NEW, PASSWORD), (AGAIN, PASSWORD))
    return home, said


@pytest.fixture
def locked(ask: CommandLine, sealed: tuple[Path, Answered]) -> CommandLine:
    """A shell whose notebook has a password."""
    import shutil

    shutil.copytree(sealed[0], ask.home)
    return ask


@pytest.fixture
def password(tmp_path: Path) -> Path:
    """A file with the password in it."""
    path = tmp_path / "password"
    path.write_text(f"{PASSWORD}\n", "utf-8")
    return path


def test_giving_one_seals_everything_and_shows_the_recovery_words_once(
    sealed: tuple[Path, Answered],
) -> None:
    home, said = sealed
    assert said.status == 0
    assert PASSWORD not in said.text
    assert len(said.recovery_words.split()) == 12
    held = [path.read_bytes() for path in (home / "notebook").rglob("*") if path.is_file()]
    assert not any(b"some words" in each or PASSWORD.encode() in each for each in held)
    assert not list((home / "notebook" / "sessions").glob("*.json"))


def test_a_list_asks_for_it_and_never_shows_it(locked: CommandLine) -> None:
    said = answered(locked.home, ["list"], (OLD, PASSWORD))
    assert said.status == 0
    assert a_session().id in said.text
    assert PASSWORD not in said.text


def test_three_wrong_ones_end_it_with_the_other_way_in(locked: CommandLine) -> None:
    said = answered(locked.home, ["list"], *((OLD, "not this one"),) * 3)
    assert said.status == 1
    assert "--recovery" in said.text
    assert a_session().id not in said.text


def test_a_file_or_a_descriptor_gives_it_to_a_script(locked: CommandLine, password: Path) -> None:
    shown = locked("show", a_session().id, "--passphrase-file", password)
    assert (shown.status, shown.err) == (0, "")
    assert "some words" in shown.out
    descriptor = os.open(password, os.O_RDONLY)
    listed = locked("list", "--passphrase-fd", str(descriptor))
    assert listed.status == 0
    assert a_session().id in listed.out


def test_the_recovery_words_open_it_too(
    locked: CommandLine, sealed: tuple[Path, Answered], tmp_path: Path
) -> None:
    words = tmp_path / "words"
    words.write_text(sealed[1].recovery_words.upper(), "utf-8")
    listed = locked("list", "--recovery", "--passphrase-file", words)
    assert a_session().id in listed.out


def test_new_recovery_words_take_the_place_of_the_old(
    locked: CommandLine, sealed: tuple[Path, Answered], password: Path, tmp_path: Path
) -> None:
    said = answered(locked.home, ["passphrase", "--new-recovery"], (OLD, PASSWORD))
    assert said.status == 0
    words = tmp_path / "words"
    words.write_text(sealed[1].recovery_words, "utf-8")
    assert locked("list", "--recovery", "--passphrase-file", words).status == 1
    words.write_text(said.recovery_words, "utf-8")
    assert locked("list", "--recovery", "--passphrase-file", words).status == 0


def test_a_descriptor_that_is_none_is_said(locked: CommandLine) -> None:
    for number in ("-1", "987"):
        called = locked("list", "--passphrase-fd", number)
        assert called.status == 1
        assert "Nothing can be read there" in called.err


def test_where_nobody_can_be_asked_it_says_how_to_give_it(locked: CommandLine) -> None:
    ran = program(["list"], locked.home)
    assert ran.returncode == 1
    assert "--passphrase-file" in ran.stderr
    assert ran.stdout == ""


def test_changing_it_writes_one_file_and_the_old_one_opens_nothing_more(
    locked: CommandLine, password: Path
) -> None:
    top = locked.home / "notebook"
    before = {path: path.read_bytes() for path in top.rglob("*") if path.is_file()}
    said = answered(locked.home, ["passphrase"], (OLD, PASSWORD), (NEW, OTHER), (AGAIN, OTHER))
    assert said.status == 0
    after = {path: path.read_bytes() for path in top.rglob("*") if path.is_file()}
    assert [path.name for path in after if after[path] != before.get(path)] == ["identity.age"]
    assert locked("list", "--passphrase-file", password).status == 1
    password.write_text(OTHER, "utf-8")
    assert locked("list", "--passphrase-file", password).status == 0


def test_two_that_differ_or_one_that_is_short_change_nothing(locked: CommandLine) -> None:
    before = (locked.home / "notebook" / "identity.age").read_bytes()
    differ = answered(locked.home, ["passphrase"], (OLD, PASSWORD), (NEW, OTHER), (AGAIN, "x"))
    short = answered(locked.home, ["passphrase"], (OLD, PASSWORD), (NEW, "short"))
    assert (differ.status, short.status) == (1, 1)
    assert "differ" in differ.text
    assert "too short" in short.text
    assert (locked.home / "notebook" / "identity.age").read_bytes() == before


def test_taking_it_off_is_asked_about_and_leaves_everything_readable(locked: CommandLine) -> None:
    said = answered(locked.home, ["passphrase", "--remove"], (OLD, PASSWORD), ("yes or no", "yes"))
    assert said.status == 0
    assert "anyone who can open" in said.text
    assert not list((locked.home / "notebook").rglob("*.age"))
    assert "some words" in locked("show", a_session().id).out


def test_beside_another_window_nothing_is_changed(locked: CommandLine, password: Path) -> None:
    other = Notebook.open(locked.home / "notebook")
    assert other.take_over()
    called = locked("passphrase", "--passphrase-file", password)
    other.hold.release()
    assert called.status == 1
    assert "another window" in called.err


def test_a_file_that_is_not_there_or_empty_is_said(locked: CommandLine, tmp_path: Path) -> None:
    assert "no such file" in locked("list", "--passphrase-file", tmp_path / "none").err
    empty = tmp_path / "empty"
    empty.write_text("\n")
    assert "no password in it" in locked("list", "--passphrase-file", empty).err
