"""What is saved is there; what somebody else wrote is never written over."""

from __future__ import annotations

import secrets
import stat
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from reflect_tui import files
from reflect_tui.errors import NotKept, ReflectError
from reflect_tui.notebook.notebook import Notebook
from reflect_tui.session.model import Session
from tests.strategies import a_session, sessions, with_words, words_of

BLUE = a_session().id


def in_the_list(place: Path) -> dict[str, str]:
    """The words of every session, by its id, as a notebook opened afresh finds them."""
    notebook = Notebook.open(place)
    return {kept.id: words_of(notebook.load(kept.id)) for kept in notebook.sessions()}


def test_a_saved_session_is_there_when_the_notebook_is_opened_again(
    place: Path, notebook: Notebook
) -> None:
    kept = notebook.save(a_session("some words"))
    assert kept.revision == 1
    assert Notebook.open(place).load(BLUE) == kept
    file = place / "sessions" / f"{BLUE}.json"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


@given(sessions())
@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_any_session_saved_and_opened_again_is_the_same_but_for_its_revision(
    tmp_path: Path, session: Session
) -> None:
    folder = tmp_path / secrets.token_hex(8)
    Notebook.open(folder).save(session)
    again = Notebook.open(folder).load(session.id)
    assert again.revision == session.revision + 1
    assert again.model_copy(update={"revision": session.revision}) == session


def test_each_save_counts_one_revision_whichever_snapshot_it_is_given(notebook: Notebook) -> None:
    begun = a_session("one")
    first = notebook.save(begun)
    # A sitting goes on from the snapshot it was opened with; others go on from what came back.
    second = notebook.save(with_words(begun, "one two"))
    third = notebook.save(with_words(second, "one two three"))
    assert [first.revision, second.revision, third.revision] == [1, 2, 3]
    assert len(notebook.sessions()) == 1


def test_what_was_read_is_put_aside_once_before_it_is_written_over(
    place: Path, notebook: Notebook
) -> None:
    notebook.save(a_session("first sitting"))
    as_read = (place / "sessions" / f"{BLUE}.json").read_bytes()
    later = Notebook.open(place)
    session = later.load(BLUE)
    assert not (place / "earlier" / BLUE).exists()
    for words in ("second", "second sitting", "second sitting, longer"):
        later.save(with_words(session, words))
    (state,) = (place / "earlier" / BLUE).iterdir()
    assert state.read_bytes() == as_read
    assert state.name.startswith("000001-")
    assert stat.S_IMODE(state.parent.stat().st_mode) == 0o700


def test_a_session_that_was_never_read_has_no_earlier_state(
    place: Path, notebook: Notebook
) -> None:
    notebook.save(a_session("one"))
    notebook.save(a_session("one two"))
    assert not (place / "earlier" / BLUE).exists()


def test_words_written_by_another_program_are_not_written_over(
    place: Path, notebook: Notebook
) -> None:
    notebook.save(a_session("begun here"))
    elsewhere = Notebook.open(place)
    elsewhere.save(with_words(elsewhere.load(BLUE), "written elsewhere"))
    mine = notebook.save(a_session("written here"))
    assert mine.id != BLUE
    assert mine.other_of == BLUE
    assert mine.thread == a_session().thread
    assert in_the_list(place) == {BLUE: "written elsewhere", mine.id: "written here"}


def test_work_goes_on_in_the_other_copy_under_either_name(place: Path, notebook: Notebook) -> None:
    begun = a_session("begun here")
    notebook.save(begun)
    elsewhere = Notebook.open(place)
    elsewhere.save(with_words(elsewhere.load(BLUE), "written elsewhere"))
    moved = notebook.save(with_words(begun, "written here"))
    # A sitting that was not told yet still hands over the old id.
    again = notebook.save(with_words(begun, "written here, more"))
    under_its_own = notebook.save(with_words(moved, "written here, more still"))
    told = begun.model_copy(update={"id": moved.id})
    from_the_told = notebook.save(with_words(told, "written here, the last"))
    assert {again.id, under_its_own.id, from_the_told.id} == {moved.id}
    assert {again.other_of, under_its_own.other_of, from_the_told.other_of} == {BLUE}
    assert in_the_list(place) == {
        BLUE: "written elsewhere",
        moved.id: "written here, the last",
    }


def test_the_state_that_was_read_is_kept_also_when_work_moves(place: Path) -> None:
    Notebook.open(place).save(a_session("as it was"))
    as_read = (place / "sessions" / f"{BLUE}.json").read_bytes()
    here, elsewhere = Notebook.open(place), Notebook.open(place)
    mine, theirs = here.load(BLUE), elsewhere.load(BLUE)
    elsewhere.save(with_words(theirs, "written elsewhere"))
    here.save(with_words(mine, "written here"))
    (state,) = (place / "earlier" / BLUE).iterdir()
    assert state.read_bytes() == as_read


def test_looking_at_the_others_words_does_not_give_leave_to_write_over_them(
    place: Path, notebook: Notebook
) -> None:
    begun = a_session("begun here")
    notebook.save(begun)
    elsewhere = Notebook.open(place)
    elsewhere.save(with_words(elsewhere.load(BLUE), "written elsewhere"))
    assert words_of(notebook.load(BLUE)) == "written elsewhere"
    mine = notebook.save(with_words(begun, "written here"))
    assert mine.id != BLUE
    assert in_the_list(place) == {BLUE: "written elsewhere", mine.id: "written here"}


def test_neither_does_it_when_both_programs_counted_to_the_same_revision(
    place: Path, notebook: Notebook
) -> None:
    begun = notebook.save(a_session("begun here"))
    elsewhere = Notebook.open(place)
    theirs = elsewhere.load(BLUE)
    mine = notebook.save(with_words(begun, "written here first"))
    (place / "sessions" / f"{BLUE}.json").unlink()
    assert elsewhere.save(with_words(theirs, "written elsewhere")).revision == mine.revision
    looked_at = notebook.load(BLUE)
    moved = notebook.save(with_words(mine, "written here"))
    gone_on_with = notebook.save(with_words(looked_at, "written elsewhere, and on"))
    assert moved.id != BLUE
    assert gone_on_with.id == BLUE
    assert in_the_list(place) == {
        BLUE: "written elsewhere, and on",
        moved.id: "written here",
    }


def test_a_session_opened_again_after_another_program_wrote_goes_on_in_place(
    place: Path, notebook: Notebook
) -> None:
    notebook.save(a_session("begun here"))
    elsewhere = Notebook.open(place)
    elsewhere.save(with_words(elsewhere.load(BLUE), "written elsewhere"))
    session = notebook.load(BLUE)
    assert notebook.save(with_words(session, "written elsewhere, and here")).id == BLUE
    assert in_the_list(place) == {BLUE: "written elsewhere, and here"}


def test_a_damaged_file_is_not_written_over_either(place: Path, notebook: Notebook) -> None:
    begun = a_session("begun here")
    notebook.save(begun)
    file = place / "sessions" / f"{BLUE}.json"
    file.write_bytes(b'{"session": half')
    moved = notebook.save(with_words(begun, "written here"))
    assert moved.other_of == BLUE
    assert file.read_bytes() == b'{"session": half'


def test_a_file_that_was_taken_away_is_put_back(place: Path, notebook: Notebook) -> None:
    begun = a_session("begun here")
    notebook.save(begun)
    (place / "sessions" / f"{BLUE}.json").unlink()
    assert notebook.save(with_words(begun, "written here")).id == BLUE
    assert in_the_list(place) == {BLUE: "written here"}


def test_when_the_whole_folder_has_gone_nothing_is_begun_anew(
    place: Path, notebook: Notebook
) -> None:
    notebook.save(a_session("begun here"))
    place.rename(place.with_name("moved away"))
    with pytest.raises(NotKept, match="the folder is gone"):
        notebook.save(a_session("written here"))
    assert not place.exists()
    place.with_name("moved away").rename(place)
    assert notebook.save(a_session("written here")).id == BLUE


def test_a_save_that_only_the_folder_forgot_is_not_taken_for_another_programs(
    place: Path, notebook: Notebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = a_session("begun here")
    notebook.save(begun)
    with monkeypatch.context() as patched:

        def fails(folder: Path) -> None:
            raise OSError(5, "no answer")

        patched.setattr(files, "_sync_folder", fails)
        with pytest.raises(NotKept):
            notebook.save(with_words(begun, "written here"))
    assert notebook.save(with_words(begun, "written here, more")).id == BLUE
    assert in_the_list(place) == {BLUE: "written here, more"}


def test_a_move_that_fails_is_tried_again_under_the_same_new_name(
    place: Path, notebook: Notebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = a_session("begun here")
    notebook.save(begun)
    elsewhere = Notebook.open(place)
    elsewhere.save(with_words(elsewhere.load(BLUE), "written elsewhere"))
    with monkeypatch.context() as patched:

        def fails(folder: Path) -> None:
            raise OSError(5, "no answer")

        patched.setattr(files, "_sync_folder", fails)
        for _ in range(3):
            with pytest.raises(NotKept):
                notebook.save(with_words(begun, "written here"))
    moved = notebook.save(with_words(begun, "written here"))
    assert in_the_list(place) == {BLUE: "written elsewhere", moved.id: "written here"}


def test_what_fails_says_why_and_never_what_was_written(
    place: Path, notebook: Notebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, data: bytes) -> None:
        raise files.not_kept(path, OSError(28, "No space left on device"))

    monkeypatch.setattr(files, "replace", full)
    with pytest.raises(ReflectError) as caught:
        notebook.save(a_session("private words"))
    assert "the disk is full" in str(caught.value)
    assert "private" not in str(caught.value)
