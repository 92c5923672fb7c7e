"""A note's file: a name that says nothing, a new file each time, and plain words when it fails."""

from __future__ import annotations

import re
import stat
import sys
import time
from datetime import UTC, datetime
from pathlib import Path, PureWindowsPath

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reflect_tui.errors import ReflectError
from reflect_tui.notes import write
from reflect_tui.notes.filename import note_name
from reflect_tui.notes.markdown import to_markdown
from reflect_tui.notes.supervision import build
from reflect_tui.notes.write import write_note
from reflect_tui.practice.exercise import Service, Way
from reflect_tui.session.model import Session
from reflect_tui.session.values import Text
from tests.faults.faulty import Fault, Faulty
from tests.unit.notes.hostile import HOSTILE
from tests.unit.notes.sectioned import TALK, moved, sat

WORDS = "quite mature for her age"
NAME = re.compile(r"supervision-note-\d{4}-\d\d-\d\d-(one-to-one|group|solo)-\d+\.md")
unix_only = pytest.mark.skipif(sys.platform == "win32", reason="rights and zones of Unix")


def a_moved_session() -> Session:
    """A session with some words in its note."""
    made = sat()
    moved(made, f"{TALK}/brought", Text(text=WORDS))
    return made.session


def write_into(folder: Path) -> Path:
    session = a_moved_session()
    return write_note(build(session), session, folder)


def refusal(folder: Path) -> ReflectError:
    """What somebody is told when the note can't be written there."""
    with pytest.raises(ReflectError) as caught:
        write_into(folder)
    assert WORDS not in str(caught.value)
    assert caught.value.where == str(folder)
    return caught.value


@settings(max_examples=100, deadline=None)
@given(brought=HOSTILE, way=st.sampled_from(Way), number=st.integers(1, 9999))
@example(brought="../../etc/passwd", way=Way.SOLO, number=1)
@example(brought="CON", way=Way.GROUP, number=2)
@example(brought="a:b*c?.", way=Way.ONE_TO_ONE, number=3)
def test_a_name_holds_a_date_a_way_of_working_and_a_number_and_is_safe_anywhere(
    brought: str, way: Way, number: int
) -> None:
    session = sat(way).session
    name = note_name(session.model_copy(update={"brought": brought}), number)
    assert name == note_name(session, number)
    assert NAME.fullmatch(name)
    assert PureWindowsPath(name).parts == (name,)
    assert not PureWindowsPath(name).is_reserved()
    assert len(name) < 100


@unix_only
def test_the_date_in_the_name_is_that_of_the_wall(monkeypatch: pytest.MonkeyPatch) -> None:
    late = datetime(2026, 6, 1, 23, 30, tzinfo=UTC)
    session = sat().session.model_copy(update={"began": late, "changed": late})
    with monkeypatch.context() as patched:
        patched.setenv("TZ", "Europe/London")
        time.tzset()
        assert note_name(session, 1) == "supervision-note-2026-06-02-solo-1.md"
        assert "| 2 June 2026, 00:30 to 00:30 |" in to_markdown(build(session))
    time.tzset()


def test_the_note_is_written_as_it_was_shown(tmp_path: Path) -> None:
    session = a_moved_session()
    path = write_note(build(session), session, tmp_path)
    assert path == tmp_path / note_name(session, 1)
    assert path.read_text("utf-8") == to_markdown(build(session))
    assert list(tmp_path.iterdir()) == [path]


def test_an_earlier_note_is_never_written_over(tmp_path: Path) -> None:
    first = write_into(tmp_path)
    first.write_text("corrected by hand", "utf-8")
    second, third = write_into(tmp_path), write_into(tmp_path)
    assert first.read_text("utf-8") == "corrected by hand"
    assert [path.stem[-2:] for path in (first, second, third)] == ["-1", "-2", "-3"]


def test_whatever_stands_under_a_name_is_left_and_the_next_number_taken(tmp_path: Path) -> None:
    session = a_moved_session()
    (tmp_path / note_name(session, 1)).mkdir()
    (tmp_path / note_name(session, 2)).symlink_to(tmp_path / "elsewhere")
    assert write_into(tmp_path).name == note_name(session, 3)
    assert not (tmp_path / "elsewhere").exists()


@unix_only
def test_a_note_and_a_folder_made_for_it_are_their_owners_alone(tmp_path: Path) -> None:
    path = write_into(tmp_path / "notes" / "spring")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    for folder in (path.parent, path.parent.parent):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_note_with_nothing_in_it_is_not_written(tmp_path: Path) -> None:
    session = sat(Way.GROUP, Service.ADULTS).session
    with pytest.raises(ReflectError, match="Nothing was moved into the note yet"):
        write_note(build(session), session, tmp_path / "notes")
    assert not (tmp_path / "notes").exists()


@pytest.mark.parametrize("below", [".", "notes"])
def test_a_file_where_a_folder_is_needed_is_said_and_left_alone(tmp_path: Path, below: str) -> None:
    place = tmp_path / "a letter"
    place.write_text("theirs", "utf-8")
    error = refusal(place / below)
    assert error.what == "The note was not written: a file stands where a folder is needed"
    assert place.read_text("utf-8") == "theirs"


@unix_only
def test_a_link_that_leads_nowhere_is_said_and_left_alone(tmp_path: Path) -> None:
    link = tmp_path / "notes"
    link.symlink_to(tmp_path / "gone")
    error = refusal(link)
    assert error.what == "The note was not written: a link that leads nowhere stands there"
    assert link.is_symlink()


TOLD = {
    Fault.ENOSPC: "the disk is full",
    Fault.EROFS: "the disk can only be read",
    Fault.EACCES: "the folder may not be written to",
    Fault.EIO: "the disk did not answer",
}


@pytest.mark.parametrize(("fault", "words"), TOLD.items(), ids=lambda part: str(part))
@pytest.mark.parametrize("at", [0, 1])
@pytest.mark.parametrize("made", [True, False], ids=["folder there", "folder to be made"])
def test_a_disk_that_refuses_is_told_in_plain_words(
    tmp_path: Path, fault: Fault, words: str, made: bool, at: int
) -> None:
    folder = tmp_path / "notes"
    if made:
        folder.mkdir()
    with Faulty(folder, fault, at) as faulty:
        error = refusal(folder)
    assert faulty.struck
    assert error.what == f"The note was not written: {words}"
    assert error.do == "Choose another folder; the session itself is kept."
    assert not folder.exists() or not list(folder.iterdir())


@pytest.mark.parametrize("fault", [*TOLD, Fault.SHORT_WRITE], ids=lambda fault: fault.name)
def test_whichever_call_fails_there_is_a_whole_note_or_none(tmp_path: Path, fault: Fault) -> None:
    session = a_moved_session()
    whole = to_markdown(build(session))
    for at in range(40):
        folder = tmp_path / str(at)
        folder.mkdir()
        with Faulty(folder, fault, at) as faulty:
            try:
                path = write_note(build(session), session, folder)
            except ReflectError:
                path = None
        left = list(folder.iterdir())
        assert left == ([path] if path else [])
        assert all(file.read_text("utf-8") == whole for file in left)
        if not faulty.struck:
            break
    assert 0 < at < 39


def test_a_folder_full_of_notes_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(write, "_MOST", 3)
    write_into(tmp_path)
    write_into(tmp_path)
    assert refusal(tmp_path).what == "This folder is full of notes"
    assert len(list(tmp_path.iterdir())) == 2
