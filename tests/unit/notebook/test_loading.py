"""A session is opened as it was written, or the reason is said and nothing is touched."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from reflect_tui.errors import CannotRead, Damaged, ReflectError
from reflect_tui.notebook.notebook import Notebook
from tests.strategies import a_session, with_words, words_of

BLUE = a_session().id


@pytest.fixture
def file(place: Path, notebook: Notebook) -> Path:
    notebook.save(a_session("some words"))
    return place / "sessions" / f"{BLUE}.json"


def spoilt(file: Path, **changes: Any) -> bytes:
    """Change the session's document on the disk; give the bytes that now stand there."""
    found = json.loads(file.read_bytes())
    found["session"]["1"].update(changes)
    file.write_text(json.dumps(found), "utf-8")
    return file.read_bytes()


def test_an_id_with_a_slip_in_it_is_met_with_the_nearest(notebook: Notebook, file: Path) -> None:
    with pytest.raises(ReflectError, match=f"Did you mean {BLUE}") as caught:
        notebook.load("aaaaaaaaaaaaaaab")
    assert "There is no session" in str(caught.value)


def test_the_beginning_of_an_id_is_enough_to_be_shown_it(place: Path, notebook: Notebook) -> None:
    notebook.save(a_session(id="mfrggzdfmztwq2lk"))
    with pytest.raises(ReflectError, match="Did you mean mfrggzdfmztwq2lk"):
        notebook.load("mfr")


def test_an_id_like_no_other_is_sent_to_the_list(notebook: Notebook, file: Path) -> None:
    with pytest.raises(ReflectError, match="reflect-tui list"):
        notebook.load("zzzzzzzzzzzzzzzz")


@pytest.mark.parametrize("name", ["", ".", "..", "../notebook", "../sessions/" + BLUE, "a/b", "\0"])
def test_no_id_leads_out_of_the_notebook(notebook: Notebook, file: Path, name: str) -> None:
    (file.parent.parent / "notebook.json").write_bytes(file.read_bytes())
    with pytest.raises(ReflectError, match="There is no session"):
        notebook.load(name)


@pytest.mark.parametrize(
    "data",
    [b"", b"\0" * 4096, b'{"session": {"1": {', b"not json", b"[]", b"{}", b"[" * 100_000],
    ids=["empty", "zeros", "broken off", "text", "list", "no tables", "nested"],
)
def test_damage_is_said_copied_and_left_as_it_is(
    notebook: Notebook, file: Path, data: bytes
) -> None:
    file.write_bytes(data)
    for _ in range(2):
        with pytest.raises(Damaged, match="copy was put aside as damaged/"):
            notebook.load(BLUE)
    assert file.read_bytes() == data
    (copy,) = (file.parent.parent / "damaged").iterdir()
    assert copy.read_bytes() == data


def test_damage_on_a_disk_that_takes_no_copy_is_still_said(
    notebook: Notebook, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.write_bytes(b"{")
    (file.parent.parent / "damaged").write_text("a file where the folder should be")
    with pytest.raises(Damaged, match="No copy of it could be put aside"):
        notebook.load(BLUE)
    assert file.read_bytes() == b"{"


def test_a_session_of_a_newer_program_is_refused_untouched(notebook: Notebook, file: Path) -> None:
    data = spoilt(file, schema_version=2, mood="of the future")
    with pytest.raises(ReflectError, match="newer version") as caught:
        notebook.load(BLUE)
    assert not isinstance(caught.value, Damaged)
    assert file.read_bytes() == data
    assert not (file.parent.parent / "damaged").exists()


def test_a_disk_that_does_not_answer_is_no_damage_and_moves_nothing(
    notebook: Notebook, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.open

    def fails(path: Path, *arguments: Any, **more: Any) -> Any:
        if path == file:
            raise OSError(5, "no answer")
        return real(path, *arguments, **more)

    before = file.read_bytes()
    with monkeypatch.context() as patched:
        patched.setattr(os, "open", fails)
        with pytest.raises(CannotRead, match="cannot be read now"):
            notebook.load(BLUE)
        (kept,) = notebook.sessions()
        assert isinstance(kept.trouble, CannotRead)
    assert file.read_bytes() == before
    assert not (file.parent.parent / "damaged").exists()
    assert words_of(notebook.load(BLUE)) == "some words"


def test_a_copy_under_another_name_is_opened_as_another_session(
    place: Path, notebook: Notebook, file: Path
) -> None:
    copy = file.with_name(f"{BLUE}-DESKTOP-7.json")
    copy.write_bytes(file.read_bytes())
    session = notebook.load(f"{BLUE}-DESKTOP-7")
    assert session.id not in (BLUE, f"{BLUE}-DESKTOP-7")
    assert session.other_of == BLUE
    kept = notebook.save(with_words(session, "from the copy"))
    assert kept.id == session.id
    assert words_of(notebook.load(BLUE)) == "some words"
    assert copy.read_bytes() == file.read_bytes()
    assert {found.id for found in notebook.sessions()} == {BLUE, copy.stem, kept.id}


def test_a_session_that_lies_under_anothers_id_does_not_write_over_its_own(
    notebook: Notebook, file: Path
) -> None:
    other = "bbbbbbbbbbbbbbbb"
    file.with_name(f"{other}.json").write_bytes(file.read_bytes())
    session = notebook.load(other)
    assert session.id not in (BLUE, other)
    notebook.save(with_words(session, "changed"))
    assert words_of(notebook.load(BLUE)) == "some words"
