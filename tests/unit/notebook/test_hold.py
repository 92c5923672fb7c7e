"""One window writes; the others read, say so, and take over when it has ended, however it ended."""

from __future__ import annotations

import errno
import os
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import filelock
import pytest

from reflect_tui.errors import NotKept
from reflect_tui.notebook.notebook import Notebook
from tests.strategies import a_session, words_of

OTHER = """
import sys
from pathlib import Path
from reflect_tui.notebook.notebook import Notebook
notebook = Notebook.open(Path(sys.argv[1]))
print(notebook.take_over(), flush=True)
sys.stdin.read()
"""


@contextmanager
def another_program(place: Path) -> Iterator[tuple[subprocess.Popen[str], bool]]:
    """Another program with the notebook open, and whether that one may write."""
    with subprocess.Popen(
        [sys.executable, "-c", OTHER, str(place)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as program:
        assert program.stdout is not None
        try:
            yield program, program.stdout.readline().strip() == "True"
        finally:
            program.kill()


def test_a_second_window_reads_and_cannot_write(place: Path, notebook: Notebook) -> None:
    assert notebook.take_over()
    session = notebook.save(a_session("some words"))
    second = Notebook.open(place)
    assert not second.take_over()
    assert not second.hold.held
    assert second.hold.elsewhere
    assert words_of(second.load(session.id)) == "some words"
    before = {path: path.read_bytes() for path in place.rglob("*.json")}
    for write in (
        lambda: second.save(session),
        lambda: second.seal("kettle window garden"),
        second.unseal,
    ):
        with pytest.raises(NotKept, match="open in another window") as caught:
            write()
        assert "Close the other window" in str(caught.value)
    assert {path: path.read_bytes() for path in place.rglob("*.json")} == before


def test_it_takes_over_when_the_first_has_ended(place: Path, notebook: Notebook) -> None:
    assert notebook.take_over()
    assert notebook.take_over()
    second = Notebook.open(place)
    assert not second.take_over()
    notebook.hold.release()
    assert not notebook.hold.held
    assert second.take_over()
    assert second.hold.why_not == ""
    assert not second.hold.elsewhere
    assert second.save(a_session("words")).revision == 1
    assert not notebook.take_over()


def test_a_window_only_sweeps_once_it_holds_the_notebook(place: Path, notebook: Notebook) -> None:
    assert notebook.take_over()
    stray = place / "sessions" / "x.json.0badcafe.part"
    stray.write_bytes(b"being written")
    second = Notebook.open(place)
    assert not second.take_over()
    assert stray.exists()
    notebook.hold.release()
    assert second.take_over()
    assert not stray.exists()


def test_another_program_holds_it_and_lets_go_when_it_is_killed(
    place: Path, notebook: Notebook
) -> None:
    with another_program(place) as (program, holds):
        assert holds
        assert not notebook.take_over()
        with another_program(place) as (_, third_holds):
            assert not third_holds
        program.send_signal(signal.SIGKILL)
        program.wait()
        assert notebook.take_over()


def test_what_is_held_is_an_empty_private_file_that_stays(place: Path, notebook: Notebook) -> None:
    assert notebook.take_over()
    held = place / ".held"
    assert held.read_bytes() == b""
    assert stat.S_IMODE(held.stat().st_mode) == 0o600
    notebook.hold.release()
    assert held.exists()
    assert notebook.take_over()
    assert notebook.sessions() == []


def test_a_link_in_its_place_is_neither_followed_nor_harmed(
    place: Path, notebook: Notebook, tmp_path: Path
) -> None:
    letter = tmp_path / "letter"
    letter.write_bytes(b"a letter")
    (place / ".held").symlink_to(letter)
    assert not notebook.take_over()
    assert letter.read_bytes() == b"a letter"
    assert "be written to: a link stands" in notebook.hold.why_not


@pytest.mark.parametrize(
    ("number", "why"),
    [
        (errno.EACCES, "may not be written to"),
        (errno.EROFS, "the disk can only be read"),
        (errno.ENOSPC, "the disk is full"),
    ],
)
def test_a_place_that_cannot_be_written_to_says_so_and_is_read(
    place: Path, monkeypatch: pytest.MonkeyPatch, number: int, why: str
) -> None:
    Notebook.open(place).save(a_session("some words"))
    real = os.open

    def refused(path: Any, flags: int, *more: Any, **named: Any) -> int:
        if str(path).endswith(".held"):
            raise OSError(number, os.strerror(number), str(path))
        return real(path, flags, *more, **named)

    monkeypatch.setattr(os, "open", refused)
    notebook = Notebook.open(place)
    assert not notebook.take_over()
    assert why in notebook.hold.why_not
    assert not notebook.hold.elsewhere
    session = notebook.load(a_session().id)
    assert words_of(session) == "some words"
    with pytest.raises(NotKept, match=why):
        notebook.save(session)


@pytest.mark.parametrize("number", [errno.ENOSYS, errno.EOPNOTSUPP, errno.ENOLCK])
def test_a_disk_that_knows_no_holds_keeps_nobody_from_writing(
    place: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def unknown(*_: Any, **__: Any) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(filelock.FileLock, "acquire", unknown)
    notebook = Notebook.open(place)
    assert notebook.take_over()
    assert not notebook.hold.sure
    assert notebook.save(a_session("words")).revision == 1
