"""Whatever lies among the sessions is listed; other copies open, and nothing is ever merged."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reflect_tui.errors import CannotRead, Locked, ReflectError
from reflect_tui.notebook import seal
from reflect_tui.notebook.notebook import Notebook
from tests.strategies import a_session, with_words, words_of
from tests.unit.notebook.full import BLUE, GREEN, PASSWORD, everything_in

pytestmark = pytest.mark.usefixtures("cheap")

COPIES = [
    "{id} (Bob's conflicted copy 2024-05-01).json{age}",
    "{id}.json (Bob's conflicted copy 2024-05-01){age}",
    "{id} (conflicted copy 2024-05-01 101010).json{age}",
    "{id}.sync-conflict-20240501-101010-ABCDEFG.json{age}",
    "{id}.json.sync-conflict-20240501-101010-ABCDEFG{age}",
    "{id}-DESKTOP-AB12.json{age}",
    "{id}.json-DESKTOP-AB12{age}",
    "{id} (1).json{age}",
    "{id}.json (1){age}",
    "{id} 2.json{age}",
    "{id}.json 2{age}",
    "Copy of {id}.json{age}",
    "{id} - Kopie.json{age}",
    "{id}_conflict-20240501-101010.json{age}",
]
"""How sync clients and file managers call a second copy."""


def begun(place: Path, sealed: bool) -> Notebook:
    notebook = Notebook.open(place)
    notebook.save(a_session("ours"))
    if sealed:
        notebook.seal(PASSWORD)
        notebook.finish_sealing()
    return notebook


@pytest.mark.parametrize("sealed", [False, True], ids=["plain", "sealed"])
@pytest.mark.parametrize("called", COPIES)
def test_a_sync_clients_copy_is_listed_opens_and_is_never_merged(
    place: Path, called: str, sealed: bool
) -> None:
    notebook = begun(place, sealed)
    (path,) = (place / "sessions").iterdir()
    theirs = Notebook.open(place)
    theirs.key.unlock(PASSWORD)
    ours = path.read_bytes()
    theirs.save(with_words(theirs.load(BLUE), "theirs"))
    name = called.format(id=BLUE, age=".age" if sealed else "")
    copy = path.with_name(name)
    path.rename(copy)
    path.write_bytes(ours)
    before = everything_in(place / "sessions")
    assert len(before) == 2

    notebook = Notebook.open(place)
    notebook.key.unlock(PASSWORD)
    listed = {kept.id: kept for kept in notebook.sessions()}
    assert len(listed) == 2
    assert listed.pop(BLUE).other_of == ""
    ((other, summary),) = listed.items()
    assert summary.trouble is None
    assert summary.other_of == BLUE
    opened = notebook.load(other)
    assert words_of(opened) == "theirs"
    assert words_of(notebook.load(BLUE)) == "ours"
    assert everything_in(place / "sessions") == before

    kept = notebook.save(with_words(opened, "gone on with"))
    assert kept.id not in (BLUE, other)
    assert kept.other_of == BLUE
    after = everything_in(place / "sessions")
    assert before.items() < after.items()
    assert len(after) == 3


@pytest.mark.parametrize("called", COPIES)
def test_it_outlives_a_password_given_and_taken_off(place: Path, called: str) -> None:
    notebook = begun(place, sealed=False)
    path = place / "sessions" / f"{BLUE}.json"
    path.with_name(called.format(id=BLUE, age="")).write_bytes(path.read_bytes())
    before = everything_in(place)
    notebook.seal(PASSWORD)
    notebook.finish_sealing()
    assert [kept.trouble for kept in notebook.sessions()] == [None, None]
    assert not [found for found in everything_in(place / "sessions") if not found.endswith(".age")]
    notebook.unseal()
    notebook.finish_sealing()
    assert everything_in(place) == {
        name: data for name, data in before.items() if name.endswith((".json", "toml"))
    } | {name: data for name, data in before.items() if name.startswith("sessions")}


def test_a_plain_file_in_a_sealed_notebook_is_listed_and_opens(place: Path) -> None:
    notebook = begun(place, sealed=False)
    plain = (place / "sessions" / f"{BLUE}.json").read_bytes()
    notebook.seal(PASSWORD)
    notebook.finish_sealing()
    (place / "sessions" / f"{BLUE}.json").write_bytes(plain)
    listed = {kept.id: kept.other_of for kept in notebook.sessions()}
    assert listed == {BLUE: "", f"{BLUE}.json": BLUE}
    opened = notebook.load(f"{BLUE}.json")
    assert words_of(opened) == "ours"
    kept = notebook.save(opened)
    assert (place / "sessions" / f"{kept.id}.json.age").exists()
    notebook.bin.put(f"{BLUE}.json")
    assert [one.id for one in notebook.bin.sessions()] == [f"{BLUE}.json"]
    assert notebook.bin.empty() == []
    assert words_of(notebook.load(BLUE)) == "ours"


def test_a_damaged_plain_file_in_a_sealed_notebook_is_not_copied_in_the_clear(
    place: Path,
) -> None:
    notebook = begun(place, sealed=True)
    (place / "sessions" / f"{GREEN}.json").write_bytes(b'{"session": "private words')
    with pytest.raises(ReflectError):
        notebook.load(f"{GREEN}.json")
    (copy,) = (place / "damaged").iterdir()
    assert b"private" not in copy.read_bytes()
    assert copy.name.endswith(".age")


def test_a_sealed_file_in_a_notebook_without_a_password_is_listed_with_the_reason(
    place: Path,
) -> None:
    notebook = begun(place, sealed=False)
    sealed = seal.Sealed(seal.public_key(seal.new_identity())).encode(b"words")
    path = place / "sessions" / f"{BLUE}.json.age"
    path.write_bytes(sealed)
    listed = {kept.id: kept.trouble for kept in notebook.sessions()}
    assert listed[BLUE] is None
    assert isinstance(listed[f"{BLUE}.json.age"], CannotRead)
    assert not isinstance(listed[f"{BLUE}.json.age"], Locked)
    assert "has no password" in str(listed[f"{BLUE}.json.age"])
    with pytest.raises(CannotRead, match="has no password"):
        notebook.load(f"{BLUE}.json.age")
    assert path.read_bytes() == sealed
    assert not (place / "damaged").exists()


def test_another_notebooks_file_in_a_sealed_one_is_listed_and_not_taken_for_damage(
    place: Path,
) -> None:
    notebook = begun(place, sealed=True)
    path = place / "sessions" / f"{GREEN}.json.age"
    path.write_bytes(seal.Sealed(seal.public_key(seal.new_identity())).encode(b"words"))
    trouble = {kept.id: kept.trouble for kept in notebook.sessions()}[GREEN]
    assert isinstance(trouble, CannotRead)
    assert "another key" in str(trouble)
    with pytest.raises(CannotRead, match="another key"):
        notebook.load(GREEN)
    assert not (place / "damaged").exists()


@pytest.mark.parametrize("sealed", [False, True], ids=["plain", "sealed"])
def test_a_link_or_a_pipe_among_the_sessions_is_listed_and_not_opened(
    place: Path, tmp_path: Path, sealed: bool
) -> None:
    notebook = begun(place, sealed)
    (path,) = (place / "sessions").iterdir()
    outside = tmp_path / path.name
    path.rename(outside)
    path.symlink_to(outside)
    pipe = path.with_name(path.name.replace(BLUE, GREEN))
    os.mkfifo(pipe)
    listed = {kept.id: kept.trouble for kept in notebook.sessions()}
    assert listed.keys() == {BLUE, GREEN}
    for name in (BLUE, GREEN):
        assert isinstance(listed[name], CannotRead)
        with pytest.raises(CannotRead):
            notebook.load(name)
    assert not (place / "damaged").exists()


@pytest.mark.parametrize("where", ["sessions", "earlier", "bin", "damaged"])
def test_a_link_in_the_place_of_a_folder_is_refused(
    place: Path, tmp_path: Path, where: str
) -> None:
    notebook = begun(place, sealed=False)
    notebook.bin.put(BLUE)
    (place / "damaged").mkdir()
    (place / where).rename(tmp_path / "elsewhere")
    (place / where).symlink_to(tmp_path / "elsewhere")
    before = everything_in(tmp_path / "elsewhere")
    with pytest.raises(CannotRead, match="A link stands"):
        Notebook.open(place)
    assert everything_in(tmp_path / "elsewhere") == before
