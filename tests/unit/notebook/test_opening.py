"""A notebook is made where there is none, opened where there is one, and never begun anew."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import Any

import pytest

from reflect_tui.errors import CannotRead, Damaged, NotKept, ReflectError
from reflect_tui.notebook.notebook import Notebook
from tests.strategies import a_session, words_of


def everything_in(folder: Path) -> dict[str, bytes]:
    """Every file below a folder with its bytes."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_a_first_start_makes_a_private_notebook_that_says_what_it_is(place: Path) -> None:
    notebook = Notebook.open(place)
    assert notebook.top == place
    assert notebook.sessions() == []
    assert "format = 1" in (place / "notebook.toml").read_text("utf-8")
    for folder in (place, place / "sessions", place / "earlier"):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((place / "notebook.toml").stat().st_mode) == 0o600


def test_opening_it_again_changes_nothing(place: Path) -> None:
    Notebook.open(place).save(a_session("some words"))
    before = everything_in(place)
    notebook = Notebook.open(place)
    assert [kept.id for kept in notebook.sessions()] == [a_session().id]
    assert everything_in(place) == before


def test_a_newer_notebook_is_refused_and_left_as_it_is(place: Path) -> None:
    Notebook.open(place)
    (place / "notebook.toml").write_text("format = 2\nnew = 'thing'\n")
    before = everything_in(place)
    with pytest.raises(ReflectError, match="newer version"):
        Notebook.open(place)
    assert everything_in(place) == before


@pytest.mark.parametrize("said", ["", "format", "format = 'one'", "sealed = false", "\x00"])
def test_a_notebook_that_cannot_say_what_it_is_is_not_made_anew(place: Path, said: str) -> None:
    Notebook.open(place)
    (place / "notebook.toml").write_text(said)
    with pytest.raises(Damaged, match="cannot be understood"):
        Notebook.open(place)
    assert (place / "notebook.toml").read_text() == said


def test_a_notebook_that_lost_its_public_key_is_not_written_into_in_the_clear(place: Path) -> None:
    Notebook.open(place)
    (place / "notebook.toml").write_text("format = 1\nsealed = true\n")
    with pytest.raises(Damaged, match="cannot be understood"):
        Notebook.open(place)


def test_a_notebook_whose_sessions_have_gone_does_not_start_empty(place: Path) -> None:
    Notebook.open(place)
    (place / "sessions").rmdir()
    with pytest.raises(Damaged, match="sessions has gone"):
        Notebook.open(place)
    assert not (place / "sessions").exists()


def test_sessions_that_lie_there_without_their_notebook_file_are_taken_in(place: Path) -> None:
    Notebook.open(place).save(a_session("some words"))
    (place / "notebook.toml").unlink()
    assert [kept.id for kept in Notebook.open(place).sessions()] == [a_session().id]


def test_a_file_in_the_notebooks_place_is_said_and_left(place: Path) -> None:
    place.write_text("a letter")
    with pytest.raises(ReflectError):
        Notebook.open(place)
    assert place.read_text() == "a letter"


def test_a_notebook_on_a_disk_that_can_only_be_read_is_read_all_the_same(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Notebook.open(place).save(a_session("some words"))

    def refused(*_: Any, **__: Any) -> Any:
        raise PermissionError(13, "only to be read")

    for name in ("mkdir", "replace", "unlink", "rename", "write"):
        monkeypatch.setattr(os, name, refused)
    notebook = Notebook.open(place)
    (kept,) = notebook.sessions()
    session = notebook.load(kept.id)
    assert words_of(session) == "some words"
    with pytest.raises(NotKept, match="may not be written to"):
        notebook.save(session)


def test_a_folder_that_does_not_answer_is_not_an_empty_notebook(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    notebook = Notebook.open(place)

    def gone(*_: Any) -> Any:
        raise OSError(5, "the disk did not answer")

    monkeypatch.setattr(os, "listdir", gone)
    monkeypatch.setattr(os, "scandir", gone)
    with pytest.raises(CannotRead, match="did not answer"):
        notebook.sessions()


def test_what_a_crash_left_is_swept_only_when_asked(place: Path) -> None:
    Notebook.open(place).save(a_session("some words"))
    left = place / "sessions" / f"{a_session().id}.json.0badcafe.part"
    deeper = place / "earlier" / a_session().id / "000001-0badcafe.json.0badcafe.part"
    deeper.parent.mkdir()
    left.write_bytes(b"half")
    deeper.write_bytes(b"half")
    notebook = Notebook.open(place)
    assert [kept.trouble for kept in notebook.sessions()] == [None]
    assert left.exists()
    assert deeper.exists()
    notebook.sweep()
    assert not left.exists()
    assert not deeper.exists()
    assert [kept.trouble for kept in notebook.sessions()] == [None]
