"""`kill -9` at any moment: what was said to be kept is there, and all of it can be read."""

from __future__ import annotations

import os
import random
import signal
import time
from pathlib import Path

import pytest

from reflect_tui.notebook.notebook import Notebook
from tests.faults.faulty import needs_fork
from tests.faults.mutants import IN_PLACE
from tests.faults.stories import BLUE, words_on
from tests.strategies import a_session, with_words

pytestmark = needs_fork

KILLS = 20
MANY_KILLS = 400
LONGEST_LIFE = 0.04
"""Seconds a program lives at most after its first save: enough for some dozens."""


def type_for_ever(folder: Path, told: int) -> None:
    """Open the notebook, go on with the session, and say each number once it is kept."""
    notebook = Notebook.open(folder)
    session = notebook.load(BLUE)
    number = number_in(session.brought)
    while True:
        number += 1
        grown = with_words(session, f"{number} " * (number % 500 + 1))
        notebook.save(grown.model_copy(update={"brought": f"folder {number}"}))
        os.write(told, f"{number}\n".encode())


def number_in(brought: str) -> int:
    """The number of a save, from what was brought."""
    return int(brought.removeprefix("folder "))


def live_and_be_killed(folder: Path, seconds: float) -> int:
    """Type in a process of its own until it is killed; the last number it said was kept."""
    hears, told = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(hears)
            type_for_ever(folder, told)
        finally:
            os._exit(1)
    os.close(told)
    with os.fdopen(hears, encoding="ascii") as said:
        first = said.readline()
        assert first, "the child ended before its first save"
        time.sleep(seconds)
        os.kill(child, signal.SIGKILL)
        rest = [line for line in said.read().split("\n") if line]
        _, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) == -signal.SIGKILL
    return int(rest[-1] if rest else first)


def kill_again_and_again(folder: Path, times: int) -> None:
    """Each life goes on from what the one before left; nothing kept may be missing."""
    chance = random.Random(times)
    Notebook.open(folder).save(a_session("0", brought="folder 0"))
    for _ in range(times):
        said = live_and_be_killed(folder, chance.uniform(0, LONGEST_LIFE))
        assert words_on(folder).keys() == {BLUE}
        session = Notebook.open(folder).load(BLUE)
        # The one after may have reached the disk before it could be said.
        assert number_in(session.brought) in (said, said + 1)
        number = number_in(session.brought)
        assert session.responses == a_session(f"{number} " * (number % 500 + 1)).responses


def test_what_was_kept_outlives_being_killed(tmp_path: Path) -> None:
    kill_again_and_again(tmp_path / "notebook", KILLS)


@pytest.mark.slow
def test_what_was_kept_outlives_being_killed_very_often(tmp_path: Path) -> None:
    kill_again_and_again(tmp_path / "notebook", MANY_KILLS)


@pytest.mark.slow
def test_this_turns_red_when_the_file_is_written_over_in_place(tmp_path: Path) -> None:
    with IN_PLACE.in_place(), pytest.raises(AssertionError, match="cannot be read"):
        kill_again_and_again(tmp_path / "notebook", MANY_KILLS)
