"""The saver keeps what is newest, soon, and never lets go of words that are not on the disk."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from reflect_tui.errors import NotKept
from reflect_tui.notebook.notebook import Notebook
from reflect_tui.notebook.saver import Kept, NotKeptYet, Saver
from reflect_tui.session.model import Session
from tests.strategies import a_session, with_words, words_of

BLUE = a_session().id
NEVER = 3_600.0
"""Seconds no test waits for: what is kept then was kept for another reason."""
LONG = 10.0
"""Seconds after which a test gives up on what should come at once."""


class Disk:
    """Stands for the notebook: remembers what was saved; can be slow, and can refuse."""

    def __init__(self) -> None:
        self.saved: list[str] = []
        self.refuse: Exception | None = None
        self.begun = threading.Semaphore(0)
        """Released each time a save begins."""
        self.go = threading.Event()
        """Saves wait for it."""
        self.go.set()

    def save(self, session: Session) -> Session:
        self.begun.release()
        assert self.go.wait(LONG)
        if self.refuse is not None:
            raise self.refuse
        self.saved.append(words_of(session))
        return session.model_copy(update={"revision": len(self.saved)})


class Face:
    """Stands for a face: remembers what it was told, and waits to be told more."""

    def __init__(self) -> None:
        self.told: list[Kept | NotKeptYet] = []
        self._more = threading.Condition()

    def tell(self, message: Kept | NotKeptYet) -> None:
        with self._more:
            self.told.append(message)
            self._more.notify_all()

    def wait_until(self, holds: Callable[[], bool]) -> None:
        with self._more:
            assert self._more.wait_for(holds, LONG), self.told


def test_what_is_written_is_kept_when_typing_stops() -> None:
    disk, face = Disk(), Face()
    saver = Saver(disk.save, face.tell, quiet=0.01, longest=NEVER)
    saver.keep(a_session("some words"))
    face.wait_until(lambda: bool(face.told))
    (kept,) = face.told
    assert isinstance(kept, Kept)
    assert (kept.session_id, kept.revision, kept.moved_to) == (BLUE, 1, "")
    assert kept.at.utcoffset() is not None
    assert disk.saved == ["some words"]
    assert saver.all_kept
    assert saver.close()


def test_nothing_is_written_while_someone_types_on() -> None:
    now = [0.0]
    disk, face = Disk(), Face()
    saver = Saver(disk.save, face.tell, quiet=1_000, longest=3_000, clock=lambda: now[0])
    for at in (0, 900, 1_800, 2_700):
        now[0] = at
        saver.keep(a_session(f"typed at {at}"))
    assert not saver.all_kept
    # However busily one types, the first unsaved word has waited long enough now.
    now[0] = 3_000
    saver.keep(a_session("typed at 3000"))
    face.wait_until(lambda: bool(face.told))
    assert disk.saved == ["typed at 3000"]
    assert saver.close()


def test_the_newest_snapshot_wins_and_those_between_are_not_written() -> None:
    disk, face = Disk(), Face()
    disk.go.clear()
    saver = Saver(disk.save, face.tell, quiet=0, longest=0)
    saver.keep(a_session("one"))
    assert disk.begun.acquire(timeout=LONG)
    for words in ("one two", "one two three", "one two three four"):
        saver.keep(a_session(words))
    disk.go.set()
    assert saver.flush(LONG)
    assert disk.saved == ["one", "one two three four"]
    assert saver.close()


def test_handing_over_never_waits_for_the_disk() -> None:
    disk, face = Disk(), Face()
    disk.go.clear()
    saver = Saver(disk.save, face.tell, quiet=0, longest=0)
    saver.keep(a_session("one"))
    assert disk.begun.acquire(timeout=LONG)
    typing = threading.Thread(target=saver.keep, args=(a_session("two"),), daemon=True)
    typing.start()
    typing.join(LONG)
    assert not typing.is_alive()
    disk.go.set()
    assert saver.close()


def test_leaving_a_page_saves_at_once_and_waits_for_it() -> None:
    disk, face = Disk(), Face()
    saver = Saver(disk.save, face.tell, quiet=NEVER, longest=NEVER)
    saver.keep(a_session("some words"))
    assert saver.flush(LONG)
    assert disk.saved == ["some words"]
    assert saver.flush(LONG)
    assert disk.saved == ["some words"]
    assert saver.close()


def test_waiting_also_waits_for_a_save_that_is_under_way() -> None:
    disk, face = Disk(), Face()
    disk.go.clear()
    saver = Saver(disk.save, face.tell, quiet=0, longest=0)
    saver.keep(a_session("some words"))
    assert disk.begun.acquire(timeout=LONG)
    assert not saver.flush(0.01)
    disk.go.set()
    assert saver.flush(LONG)
    assert disk.saved == ["some words"]
    assert saver.close()


def test_what_could_not_be_kept_is_said_with_the_reason_and_stays_in_hand() -> None:
    disk, face = Disk(), Face()
    disk.refuse = NotKept("Not kept: the disk is full", do="Make some room.")
    saver = Saver(disk.save, face.tell, quiet=NEVER, longest=NEVER)
    saver.keep(a_session("private words"))
    assert not saver.flush(LONG)
    (refused,) = face.told
    assert isinstance(refused, NotKeptYet)
    assert refused.session_id == BLUE
    assert refused.error is disk.refuse
    assert not saver.all_kept
    disk.refuse = None
    assert saver.close()
    assert disk.saved == ["private words"]


def test_it_is_tried_again_at_the_next_change() -> None:
    disk, face = Disk(), Face()
    disk.refuse = NotKept("Not kept: the disk is full")
    saver = Saver(disk.save, face.tell, quiet=0.01, longest=0.01, again=NEVER)
    saver.keep(a_session("one"))
    face.wait_until(lambda: len(face.told) == 1)
    disk.refuse = None
    saver.keep(a_session("one two"))
    face.wait_until(lambda: len(face.told) == 2)
    assert isinstance(face.told[1], Kept)
    assert disk.saved == ["one two"]
    assert saver.close()


def test_it_is_tried_again_by_itself_until_it_is_kept() -> None:
    disk, face = Disk(), Face()
    disk.refuse = NotKept("Not kept: the disk is full")
    saver = Saver(disk.save, face.tell, quiet=0, longest=0, again=0.01)
    saver.keep(a_session("some words"))
    face.wait_until(lambda: len(face.told) >= 3)
    disk.refuse = None
    face.wait_until(lambda: isinstance(face.told[-1], Kept))
    assert disk.saved == ["some words"]
    assert saver.close()


def test_typing_on_while_the_disk_refuses_does_not_hammer_it() -> None:
    now = [0.0]
    disk, face = Disk(), Face()
    disk.refuse = NotKept("Not kept: the disk is full")
    saver = Saver(disk.save, face.tell, quiet=500, longest=1_000, clock=lambda: now[0])
    saver.keep(a_session("one"))
    assert not saver.flush(LONG)
    now[0] = 5_000
    # Long after the first word, yet this change has only just begun to wait.
    saver.keep(a_session("one two"))
    saver.keep(a_session("one two three"))
    disk.refuse = None
    assert saver.flush(LONG)
    assert len(face.told) == 2
    assert saver.close()


def test_a_mistake_in_the_program_is_told_as_not_kept_without_what_was_written() -> None:
    disk, face = Disk(), Face()
    disk.refuse = ValueError("private words")
    saver = Saver(disk.save, face.tell, quiet=NEVER, longest=NEVER)
    saver.keep(a_session("private words"))
    assert not saver.flush(LONG)
    (refused,) = face.told
    assert isinstance(refused, NotKeptYet)
    assert "ValueError" in str(refused.error)
    assert "private" not in str(refused.error)
    disk.refuse = None
    assert saver.close()
    assert disk.saved == ["private words"]


def test_a_face_that_fails_does_not_stop_the_saving_and_is_not_hushed_up() -> None:
    disk = Disk()

    def fails(message: Kept | NotKeptYet) -> None:
        raise LookupError("no such widget")

    saver = Saver(disk.save, fails, quiet=NEVER, longest=NEVER)
    saver.keep(a_session("one"))
    assert saver.flush(LONG)
    saver.keep(a_session("one two"))
    with pytest.raises(LookupError):
        saver.close()
    assert disk.saved == ["one", "one two"]


def test_two_sessions_handed_over_do_not_push_each_other_out() -> None:
    disk, face = Disk(), Face()
    saver = Saver(disk.save, face.tell, quiet=NEVER, longest=NEVER)
    saver.keep(a_session("the blue folder"))
    saver.keep(a_session("the red folder", id="b" * 16))
    assert saver.close()
    assert sorted(disk.saved) == ["the blue folder", "the red folder"]


def test_after_it_was_closed_nothing_is_taken_that_would_be_lost() -> None:
    saver = Saver(Disk().save, Face().tell)
    assert saver.close()
    with pytest.raises(RuntimeError, match="closed"):
        saver.keep(a_session("too late"))
    assert saver.close()


def test_work_that_moves_to_another_copy_goes_on_there_and_is_said_once(
    place: Path, notebook: Notebook
) -> None:
    face = Face()
    begun = a_session("begun here")
    saver = Saver(notebook.save, face.tell, quiet=NEVER, longest=NEVER)
    saver.keep(begun)
    assert saver.flush(LONG)
    elsewhere = Notebook.open(place)
    elsewhere.save(with_words(elsewhere.load(BLUE), "written elsewhere"))
    for words in ("written here", "written here, and on"):
        saver.keep(with_words(begun, words))
        assert saver.flush(LONG)
    assert saver.close()
    _, moved, after = face.told
    assert isinstance(moved, Kept)
    assert isinstance(after, Kept)
    assert moved.session_id == BLUE
    assert moved.moved_to not in ("", BLUE)
    assert after.moved_to == ""
    assert words_of(notebook.load(moved.moved_to)) == "written here, and on"
    assert words_of(notebook.load(BLUE)) == "written elsewhere"


def test_many_hands_at_once_lose_nothing(notebook: Notebook) -> None:
    face = Face()
    saver = Saver(notebook.save, face.tell, quiet=0, longest=0)
    begun = {letter: a_session(id=letter * 16) for letter in "bcde"}

    def types(session: Session) -> None:
        for number in range(30):
            saver.keep(with_words(session, f"{session.id[0]} {number}"))

    hands = [threading.Thread(target=types, args=(session,)) for session in begun.values()]
    for hand in hands:
        hand.start()
    for hand in hands:
        hand.join(LONG)
    assert saver.close(LONG)
    assert {words_of(notebook.load(kept.id)) for kept in notebook.sessions()} == {
        f"{letter} 29" for letter in begun
    }
    assert all(isinstance(message, Kept) for message in face.told)


def test_a_disk_that_hangs_does_not_keep_the_program_from_ending() -> None:
    code = (
        "import threading\n"
        "from reflect_tui.notebook.saver import Saver\n"
        "from tests.strategies import a_session\n"
        "saver = Saver(lambda session: threading.Event().wait(), print, quiet=0, longest=0)\n"
        "saver.keep(a_session('some words'))\n"
        "print(saver.close(0.05))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        timeout=60,
        cwd=Path(__file__).parents[3],
        check=True,
    )
    assert done.stdout.strip() == "False"
