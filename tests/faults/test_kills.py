"""`kill -9` at any moment: what was said to be kept is there, and all of it can be read."""

from __future__ import annotations

import os
import random
import signal
import time
from pathlib import Path
from typing import Any
from unittest import mock

import pytest
from tinydb.storages import JSONStorage

from reflect_tui.notebook.storage import SessionStorage
from tests.faults.faulty import needs_fork
from tests.faults.houses import BOTH, House, look_through
from tests.faults.mutants import AS_TINYDB, IN_PLACE, Mutant
from tests.faults.stories import BLUE
from tests.strategies import a_session, with_words

pytestmark = needs_fork

KILLS = 20
MANY_KILLS = 200
UNTIL_FOUND = 400
"""Kills after which whoever writes in another way must have been found out."""
LONGEST_LIFE = 0.04
"""Seconds a program lives at most after its first save: enough for some dozens."""


def type_for_ever(house: House, folder: Path, told: int) -> None:
    """Open the notebook, go on with the session, and say each number once it is kept."""
    notebook = house.opened(folder)
    session = notebook.load(BLUE)
    number = number_in(session.brought)
    while True:
        number += 1
        grown = with_words(session, words_at(number))
        notebook.save(grown.model_copy(update={"brought": f"folder {number}"}))
        os.write(told, f"{number}\n".encode())


def words_at(number: int) -> str:
    """What is written the time of that number: now more than before, now less."""
    return f"{number} " * (number * 137 % 500 + 1)


def number_in(brought: str) -> int:
    """The number of a save, from what was brought."""
    return int(brought.removeprefix("folder "))


def live_and_be_killed(house: House, folder: Path, seconds: float) -> int:
    """Type in a process of its own until it is killed; the last number it said was kept."""
    hears, told = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(hears)
            type_for_ever(house, folder, told)
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


def kill_again_and_again(house: House, folder: Path, times: int) -> None:
    """Each life goes on from what the one before left; nothing kept may be missing."""
    chance = random.Random(times)
    house.opened(folder).save(a_session("0", brought="folder 0"))
    for _ in range(times):
        said = live_and_be_killed(house, folder, chance.uniform(0, LONGEST_LIFE))
        assert look_through(folder).sessions.keys() == {BLUE}
        session = house.opened(folder).load(BLUE)
        # The one after may have reached the disk before it could be said.
        assert number_in(session.brought) in (said, said + 1)
        number = number_in(session.brought)
        assert session.responses == a_session(words_at(number)).responses


@pytest.mark.parametrize("house", BOTH, ids=str)
def test_what_was_kept_outlives_being_killed(house: House, tmp_path: Path) -> None:
    kill_again_and_again(house, tmp_path / "notebook", KILLS)


@pytest.mark.slow
@pytest.mark.parametrize("house", BOTH, ids=str)
def test_what_was_kept_outlives_being_killed_very_often(house: House, tmp_path: Path) -> None:
    kill_again_and_again(house, tmp_path / "notebook", MANY_KILLS)


@pytest.mark.slow
@pytest.mark.parametrize("house", BOTH, ids=str)
@pytest.mark.parametrize("mutant", [IN_PLACE, AS_TINYDB], ids=str)
def test_this_turns_red_when_the_file_is_written_another_way(
    mutant: Mutant, house: House, tmp_path: Path
) -> None:
    with mutant.in_place(), pytest.raises(AssertionError, match="cannot be read"):
        kill_again_and_again(house, tmp_path / "notebook", UNTIL_FOUND)


@pytest.mark.slow
def test_this_turns_red_when_tinydb_writes_the_file_itself(tmp_path: Path) -> None:
    def write(storage: SessionStorage, data: Any) -> None:
        theirs = JSONStorage(str(storage.path), ensure_ascii=False, indent=2, encoding="utf-8")
        theirs.write({name: dict(table) for name, table in data.items()})
        theirs.close()
        storage.raw = storage.path.read_bytes()

    with (
        mock.patch.object(SessionStorage, "write", write),
        pytest.raises(AssertionError, match="cannot be read"),
    ):
        kill_again_and_again(House.PLAIN, tmp_path / "notebook", UNTIL_FOUND)
