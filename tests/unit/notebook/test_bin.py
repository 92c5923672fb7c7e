"""What is put in the bin stays there until the bin is emptied by hand, and goes whole then."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from reflect_tui import files
from reflect_tui.errors import Damaged, NotKept, ReflectError
from reflect_tui.notebook.notebook import Notebook
from tests.strategies import a_session, with_words, words_of
from tests.unit.notebook.full import BLUE, GREEN, PASSWORD, everything_in


@pytest.fixture
def kept(place: Path) -> Notebook:
    """Two sessions, each with an earlier state and a damaged copy."""
    for name in (BLUE, GREEN):
        Notebook.open(place).save(a_session("begun", id=name))
        path = place / "sessions" / f"{name}.json"
        whole = path.read_bytes()
        path.write_bytes(whole[:-40])
        with suppress(Damaged):
            Notebook.open(place).load(name)
        path.write_bytes(whole)
        again = Notebook.open(place)
        again.save(with_words(again.load(name), "gone on with"))
    return Notebook.open(place)


def of(name: str, place: Path) -> list[str]:
    """Every file of one session."""
    return [found for found in everything_in(place) if name in found]


def test_what_is_put_in_the_bin_is_listed_there_and_nowhere_else(
    kept: Notebook, place: Path
) -> None:
    before = everything_in(place)
    kept.bin.put(BLUE)
    assert [one.id for one in kept.sessions()] == [GREEN]
    (binned,) = kept.bin.sessions()
    assert binned.id == BLUE
    assert binned.brought == "the blue folder"
    kept.bin.take_out(BLUE)
    assert kept.bin.sessions() == []
    assert words_of(kept.load(BLUE)) == "gone on with"
    assert everything_in(place) == before


@pytest.mark.parametrize("sealed", [False, True])
def test_emptying_it_removes_earlier_states_and_damaged_copies_of_it_and_of_no_other(
    kept: Notebook, place: Path, cheap: None, sealed: bool
) -> None:
    if sealed:
        kept.seal(PASSWORD)
        kept.finish_sealing()
    others = {name: data for name, data in everything_in(place).items() if BLUE not in name}
    assert len(of(BLUE, place)) == 3
    kept.bin.put(BLUE)
    assert len(of(BLUE, place)) == 3
    assert kept.bin.empty() == []
    assert of(BLUE, place) == []
    assert not (place / "earlier" / BLUE).exists()
    assert everything_in(place) == others
    assert kept.bin.empty() == []


def test_a_damaged_copy_of_a_file_whose_name_only_begins_alike_stays(
    kept: Notebook, place: Path
) -> None:
    other = place / "damaged" / f"{BLUE}-DESKTOP-AB12-0badcafe.json"
    other.write_bytes(b"of another copy")
    kept.bin.put(BLUE)
    assert kept.bin.empty() == []
    assert of(BLUE, place) == [f"damaged/{other.name}"]


def test_a_session_that_was_written_again_keeps_what_belongs_to_it(
    kept: Notebook, place: Path
) -> None:
    session = kept.load(BLUE)
    kept.bin.put(BLUE)
    kept.save(with_words(session, "written again"))
    states = kept.earlier(BLUE)
    assert kept.bin.empty() == []
    assert kept.earlier(BLUE) == states != []
    assert words_of(kept.load(BLUE)) == "written again"


def test_what_cannot_be_removed_is_said_with_the_reason(
    kept: Notebook, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept.bin.put(BLUE)
    real = files.remove

    def refused(path: Path) -> None:
        if path.parent.name == "bin":
            raise PermissionError(13, "not allowed")
        real(path)

    with monkeypatch.context() as patched:
        patched.setattr(files, "remove", refused)
        (trouble,) = kept.bin.empty()
    assert trouble.startswith(str(place / "bin" / f"{BLUE}.json"))
    assert "may not be written to" in trouble
    assert [one.id for one in kept.bin.sessions()] == [BLUE]
    assert kept.bin.empty() == []


def test_an_earlier_state_that_cannot_be_removed_is_said_too(
    kept: Notebook, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept.bin.put(BLUE)

    def refused(*_: Any, **__: Any) -> None:
        raise PermissionError(13, "not allowed")

    with monkeypatch.context() as patched:
        patched.setattr(os, "unlink", refused)
        troubles = kept.bin.empty()
    assert any(f"earlier/{BLUE}" in trouble for trouble in troubles)
    assert all("may not be written to" in trouble for trouble in troubles if "unlink" in trouble)


def test_a_link_among_the_earlier_states_goes_and_what_it_leads_to_stays(
    kept: Notebook, place: Path, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "elsewhere"
    (place / "earlier" / BLUE).rename(elsewhere)
    (place / "earlier" / BLUE).symlink_to(elsewhere)
    kept.bin.put(BLUE)
    assert kept.bin.empty() == []
    assert not (place / "earlier" / BLUE).is_symlink()
    assert len(list(elsewhere.iterdir())) == 1


def test_a_link_in_the_bin_goes_and_what_it_leads_to_stays(
    kept: Notebook, place: Path, tmp_path: Path
) -> None:
    letter = tmp_path / "letter"
    letter.write_bytes(b"a letter")
    (place / "sessions" / "link.json").symlink_to(letter)
    kept.bin.put("link")
    assert kept.bin.empty() == []
    assert letter.read_bytes() == b"a letter"
    assert not (place / "bin" / "link.json").is_symlink()


def test_a_name_taken_in_the_bin_or_in_the_notebook_is_said_and_nothing_moves(
    kept: Notebook, place: Path
) -> None:
    session = kept.load(BLUE)
    kept.bin.put(BLUE)
    kept.save(with_words(session, "written again"))
    before = everything_in(place)
    for move in (kept.bin.put, kept.bin.take_out):
        with pytest.raises(ReflectError, match="is there already"):
            move(BLUE)
    assert everything_in(place) == before


@pytest.mark.parametrize("name", ["nobody", "", "../identity.age", "../notebook.toml", "../x.json"])
def test_only_a_session_that_is_there_can_be_moved(kept: Notebook, place: Path, name: str) -> None:
    (place / "identity.age").write_bytes(b"the key")
    (place / "x.json").write_bytes(b"something")
    before = everything_in(place)
    for move in (kept.bin.put, kept.bin.take_out):
        with pytest.raises(ReflectError, match="not there any more"):
            move(name)
    assert everything_in(place) == before


def test_a_disk_that_refuses_leaves_the_session_where_it_is(
    kept: Notebook, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: Any, **__: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", refused)
    with pytest.raises(NotKept, match="the disk is full"):
        kept.bin.put(BLUE)
    assert {one.id for one in kept.sessions()} == {BLUE, GREEN}
