"""A session's file is a TinyDB file, and nothing about it starts empty or lies open."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from tinydb import TinyDB, where

from reflect_tui import files
from reflect_tui.errors import Damaged, NotKept
from reflect_tui.notebook import records
from reflect_tui.notebook.coder import PLAIN
from reflect_tui.notebook.storage import SessionStorage
from tests.strategies import a_session, words_of


@pytest.fixture
def path(tmp_path: Path) -> Path:
    place = tmp_path / "aaaaaaaaaaaaaaaa.json"
    SessionStorage(place).write(records.to_tables(a_session("mature for her age")))
    return place


def test_a_session_can_be_asked_as_the_small_database_it_is(path: Path) -> None:
    with TinyDB(path, PLAIN, storage=SessionStorage) as database:
        found = database.table("responses").get(where("prompt") == "small/talk/words")
    assert isinstance(found, dict)
    assert found["value"]["text"] == "mature for her age"


def test_plain_tinydb_opens_it_without_this_program(path: Path) -> None:
    with TinyDB(path, encoding="utf-8", access_mode="r") as database:
        assert {"session", "responses", "exercises"} <= database.tables()
        assert len(database.table("responses")) == 1


def test_a_change_made_through_tinydb_is_a_whole_session_again(path: Path) -> None:
    with TinyDB(path, PLAIN, storage=SessionStorage) as database:
        database.table("session").update({"brought": "the red folder"})
    session = records.from_tables(SessionStorage(path).read(), str(path))
    assert session.brought == "the red folder"
    assert words_of(session) == "mature for her age"


def test_an_empty_file_is_damage_and_not_a_new_database(path: Path) -> None:
    path.write_bytes(b"")
    with pytest.raises(Damaged, match="empty"):
        SessionStorage(path).read()
    with TinyDB(path, PLAIN, storage=SessionStorage) as database, pytest.raises(Damaged):
        database.table("responses").insert({"prompt": "a new one"})
    assert path.read_bytes() == b""


def test_a_file_that_has_gone_is_not_begun_again_by_looking_at_it(path: Path) -> None:
    path.unlink()
    with pytest.raises(FileNotFoundError):
        SessionStorage(path).read()
    assert not path.exists()


@pytest.mark.parametrize(
    "data", [b"{", b"[]", b'{"session": []}', b'{"session": {"1": 2}}', b"\xff"]
)
def test_what_is_not_tables_is_damage(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    with pytest.raises(Damaged):
        SessionStorage(path).read()


def test_a_file_is_for_its_owner_alone(path: Path) -> None:
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_all_tables_go_to_the_disk_in_one_go(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[Path] = []
    real = files.replace

    def replace(place: Path, data: bytes) -> None:
        written.append(place)
        real(place, data)

    monkeypatch.setattr(files, "replace", replace)
    SessionStorage(path).write(records.to_tables(a_session("other words")))
    assert written == [path]


def test_what_could_not_be_opened_again_is_not_called_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "LARGEST", 2_000)
    storage = SessionStorage(tmp_path / "large.json")
    storage.write({"session": {"1": {"words": "few"}}})
    before = storage.path.read_bytes()
    with pytest.raises(NotKept, match="larger than"):
        storage.write({"session": {"1": {"words": "many " * 1_000}}})
    assert storage.path.read_bytes() == before
