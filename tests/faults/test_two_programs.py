"""Two programs at one notebook, a file changed underneath, a clock set back: nothing is lost."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from unittest import mock

import pytest

from reflect_tui.errors import NotKept
from reflect_tui.notebook import earlier
from reflect_tui.notebook.hold import ELSEWHERE
from reflect_tui.notebook.notebook import Notebook
from reflect_tui.session.address import Address
from reflect_tui.session.model import Session
from reflect_tui.session.sitting import Sitting
from reflect_tui.session.values import Text
from tests.faults.faulty import needs_fork
from tests.faults.houses import BOTH, House, look_through, words_on
from tests.faults.stories import BLUE, NEW, OLD, THEIRS
from tests.strategies import a_session, with_words, words_of

MINE = "what this program wrote "
TIMES = 12


@contextmanager
def another_program(deed: Callable[[], object]) -> Iterator[Callable[[], None]]:
    """A process of its own that does the deed once each time it is told to, and says when done."""
    hears_go, go = os.pipe()
    hears_done, done = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(go)
            while os.read(hears_go, 1):
                deed()
                os.write(done, b".")
        finally:
            os._exit(1)
    os.close(done)

    def once() -> None:
        os.write(go, b".")
        assert os.read(hears_done, 1) == b".", "the other program failed"

    try:
        yield once
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        for descriptor in (hears_go, go, hears_done):
            os.close(descriptor)


def writer(notebook: Notebook, session: Session, words: str) -> Callable[[], Session]:
    """Somebody at a session: each time some more words, saved."""
    now = session

    def write() -> Session:
        nonlocal now
        now = notebook.save(with_words(now, words_of(now) + words))
        return now

    return write


@needs_fork
@pytest.mark.parametrize("house", BOTH, ids=str)
def test_two_programs_on_a_disk_that_knows_no_holds_both_keep_all_they_write(
    house: House, tmp_path: Path
) -> None:
    folder = tmp_path / "notebook"
    house.opened(folder).save(a_session(OLD))

    def sit_down(words: str) -> Callable[[], Session]:
        notebook = house.opened(folder)
        notebook.hold.sure = False
        assert notebook.take_over()
        return writer(notebook, notebook.load(BLUE), words)

    mine = sit_down(MINE)
    with another_program(sit_down(THEIRS)) as they_write:
        for _ in range(TIMES):
            they_write()
            kept = mine()
    notebook = house.opened(folder)
    listed = {one.id: one for one in notebook.sessions()}
    assert listed.keys() == {BLUE, kept.id}
    assert listed[kept.id].other_of == BLUE
    assert words_on(folder) == {BLUE: OLD + THEIRS * TIMES, kept.id: OLD + MINE * TIMES}


@needs_fork
@pytest.mark.parametrize("house", BOTH, ids=str)
def test_a_program_beside_another_writes_nothing_until_that_one_is_killed(
    house: House, tmp_path: Path
) -> None:
    folder = tmp_path / "notebook"
    house.opened(folder).save(a_session(OLD))
    notebook = house.opened(folder)
    session = notebook.load(BLUE)

    def hold_and_write() -> None:
        other = house.opened(folder)
        assert other.take_over()
        other.save(with_words(other.load(BLUE), THEIRS))
        held.append(other)

    held: list[Notebook] = []
    with another_program(hold_and_write) as they_write:
        they_write()
        for _ in range(3):
            assert not notebook.take_over()
            with pytest.raises(NotKept, match=ELSEWHERE):
                notebook.save(with_words(session, NEW))
        assert words_on(folder) == {BLUE: THEIRS}
    assert notebook.take_over()
    kept = notebook.save(with_words(session, NEW))
    notebook.hold.release()
    assert kept.other_of == BLUE
    assert words_on(folder) == {BLUE: THEIRS, kept.id: NEW}


# -- a file changed underneath -------------------------------------------------------------------


def _gone(path: Path) -> None:
    path.unlink()


def _emptied(path: Path) -> None:
    path.write_bytes(b"")


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:100])


def _something_else(path: Path) -> None:
    path.write_bytes(b"a letter that has nothing to do with it")


@pytest.mark.parametrize("change", [_gone, _emptied, _cut, _something_else])
@pytest.mark.parametrize("house", BOTH, ids=str)
def test_a_file_changed_underneath_is_left_as_it_is_and_what_is_written_is_kept(
    house: House, change: Callable[[Path], None], tmp_path: Path
) -> None:
    folder = tmp_path / "notebook"
    house.opened(folder).save(a_session(OLD))
    notebook = house.opened(folder)
    session = notebook.save(with_words(notebook.load(BLUE), NEW))
    (path,) = (folder / "sessions").iterdir()
    change(path)
    left = path.read_bytes() if path.exists() else None
    kept = notebook.save(with_words(session, NEW + MINE))
    kept = notebook.save(with_words(kept, NEW + MINE * 2))
    found = look_through(folder, also_damaged=True)
    assert found.sessions == {kept.id: NEW + MINE * 2}
    assert OLD in found.earlier[BLUE]
    if left is None:
        assert kept.id == BLUE
    else:
        assert kept.other_of == BLUE
        assert path.read_bytes() == left


@pytest.mark.parametrize("house", BOTH, ids=str)
def test_a_folder_in_the_place_of_a_file_is_said_and_the_words_wait(
    house: House, tmp_path: Path
) -> None:
    folder = tmp_path / "notebook"
    notebook = house.opened(folder)
    session = notebook.save(a_session(OLD))
    (path,) = (folder / "sessions").iterdir()
    path.unlink()
    path.mkdir()
    with pytest.raises(NotKept, match="Not kept"):
        notebook.save(with_words(session, NEW))
    path.rmdir()
    notebook.save(with_words(session, NEW))
    assert words_on(folder) == {BLUE: NEW}


# -- a clock set back ----------------------------------------------------------------------------


@pytest.mark.parametrize("house", BOTH, ids=str)
def test_a_clock_set_back_a_year_while_one_writes_loses_nothing(
    house: House, tmp_path: Path
) -> None:
    folder = tmp_path / "notebook"
    notebook = house.opened(folder)
    now = datetime.now(UTC)
    kept: list[Session] = []

    def keep(session: Session) -> None:
        kept.append(notebook.save(session.model_copy(update={"revision": revision()})))

    def revision() -> int:
        return kept[-1].revision if kept else 0

    sitting = Sitting(a_session(began=now), keep, now=lambda: now)
    words = [f"{number} and some words" for number in range(4)]
    with mock.patch.object(earlier, "EVERY", 0.0):
        for number, said in enumerate(words):
            if number == 2:
                now -= timedelta(days=365)
                set_the_clock = mock.patch.object(earlier, "datetime", _Clock(now))
                set_the_clock.start()
            sitting.write(Address("small", "talk", "words"), Text(text=said))
    set_the_clock.stop()
    assert words_on(folder) == {BLUE: words[-1]}
    # Every state that was replaced is there, newest first, whatever the clock said.
    assert look_through(folder).earlier[BLUE] == words[-2::-1]
    assert [one.id for one in notebook.sessions()] == [BLUE]


class _Clock:
    """`datetime` where today is another day."""

    def __init__(self, now: datetime) -> None:
        self._now = now
        self.fromtimestamp = datetime.fromtimestamp

    def now(self, zone: object) -> datetime:
        return self._now
