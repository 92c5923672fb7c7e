"""Real disks: one that fills up, one that can only be read, and one whose power is cut."""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from reflect_tui.errors import NotKept
from reflect_tui.notebook.notebook import Notebook
from tests.faults.disks import CutOff, can_mount, read_only, small_disk
from tests.faults.houses import BOTH, House, look_through, taken_over, unlocked, words_on
from tests.faults.mutants import FILE_NOT_SYNCED, FOLDER_NOT_SYNCED, Mutant
from tests.faults.stories import BLUE, NEW, OLD
from tests.faults.test_kills import number_in, type_for_ever, words_at
from tests.strategies import a_session, with_words

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not can_mount(), reason="only root can mount a disk, on a Linux that lets it"
    ),
]

CUTS = 25
LONGEST_LIFE = 0.15


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    with small_disk(tmp_path / "disk") as found:
        yield found


@pytest.fixture
def cut_off(tmp_path: Path) -> Iterator[CutOff]:
    disk = CutOff(tmp_path / "image", tmp_path / "disk")
    yield disk
    disk.power_off()


@pytest.mark.parametrize("house", BOTH, ids=str)
def test_a_full_disk_loses_nothing_and_says_so_and_the_next_save_works(
    house: House, disk: Path
) -> None:
    folder = disk / "notebook"
    notebook = house.opened(folder)
    assert notebook.take_over()
    session = notebook.save(a_session(OLD))
    filler = fill(disk)
    for _ in range(3):
        with pytest.raises(NotKept, match="the disk is full") as said:
            notebook.save(with_words(session, NEW))
        assert "Make some room" in said.value.do
        assert NEW not in str(said.value)
        assert words_on(folder) == {BLUE: OLD}
    filler.unlink()
    notebook.save(with_words(session, NEW))
    notebook.hold.release()
    assert words_on(folder) == {BLUE: NEW}
    assert list(folder.rglob("*.part")) == []


@pytest.mark.parametrize("house", BOTH, ids=str)
def test_a_notebook_on_a_full_disk_can_be_read_and_written_to_later(
    house: House, disk: Path
) -> None:
    folder = disk / "notebook"
    house.opened(folder).save(a_session(OLD))
    filler = fill(disk)
    notebook = house.opened(folder)
    notebook.take_over()
    session = notebook.load(BLUE)
    with pytest.raises(NotKept, match="the disk is full"):
        notebook.save(with_words(session, NEW))
    filler.unlink()
    assert notebook.take_over()
    notebook.save(with_words(session, NEW))
    notebook.hold.release()
    assert words_on(folder) == {BLUE: NEW}


@pytest.mark.parametrize("house", BOTH, ids=str)
def test_a_disk_that_is_full_while_a_password_is_given_or_taken_off_loses_nothing(
    house: House, disk: Path
) -> None:
    folder = disk / "notebook"
    notebook = house.opened(folder)
    written = {
        notebook.save(a_session(f"{number} " * 300, id=letter * 16)).id: f"{number} " * 300
        for number, letter in enumerate("abcdefgh")
    }
    filler = fill(disk)
    with pytest.raises(NotKept, match="the disk is full"):
        turn_over(notebook, house)
    assert set(words_on(folder).values()) == set(written.values())
    filler.unlink()
    turn_over(notebook, house)
    found = look_through(folder)
    assert found.sessions == written
    assert found.sealed is (house is House.PLAIN)


@pytest.mark.parametrize("house", BOTH, ids=str)
def test_a_disk_that_can_only_be_read_is_read_and_says_so(house: House, disk: Path) -> None:
    folder = disk / "notebook"
    notebook = house.opened(folder)
    session = notebook.save(a_session(OLD))
    read_only(disk)
    with pytest.raises(NotKept, match="the disk can only be read"):
        notebook.save(with_words(session, NEW))
    assert words_on(folder) == {BLUE: OLD}
    again = house.opened(folder)
    assert again.take_over() is False
    assert again.hold.why_not == "This notebook can't be written to: the disk can only be read"
    read_only(disk, again=True)
    notebook.save(with_words(session, NEW))
    assert words_on(folder) == {BLUE: NEW}


@pytest.mark.parametrize("house", BOTH, ids=str)
def test_what_was_kept_outlives_the_power_being_cut_again_and_again(
    house: House, cut_off: CutOff
) -> None:
    saves = cut_again_and_again(house, cut_off, CUTS)
    print(f"{CUTS} cuts, {saves} saves", file=sys.stderr)
    assert saves > CUTS


@pytest.mark.parametrize("house", BOTH, ids=str)
@pytest.mark.parametrize("mutant", [FILE_NOT_SYNCED, FOLDER_NOT_SYNCED], ids=str)
def test_this_turns_red_when_the_disk_is_not_waited_for(
    mutant: Mutant, house: House, cut_off: CutOff
) -> None:
    with mutant.in_place(), pytest.raises(AssertionError, match=r"gone|cannot be read|taken over"):
        cut_again_and_again(house, cut_off, CUTS)


def cut_again_and_again(house: House, disk: CutOff, times: int) -> int:
    """Write until the power goes, each time from what is there; how often something was kept."""
    chance = random.Random(times)
    folder = disk.folder / "notebook"
    said = saves = 0
    for cut in range(times):
        disk.power_on()
        if cut == 0:
            house.first_start(folder).save(a_session(words_at(0), brought="folder 0"))
        began, said = said, write_until_the_power_goes(house, disk, folder, chance)
        saves += said - began
        disk.power_off()
        disk.power_on()
        with taken_over(folder):
            found = look_through(folder)
        assert found.sessions.keys() == {BLUE}, "what was kept is gone"
        session = unlocked(Notebook.open(folder)).load(BLUE)
        number = number_in(session.brought)
        assert number in (said, said + 1), "what was kept is gone"
        assert found.sessions[BLUE] == words_at(number)
        said = number
        disk.power_off()
    return saves


def write_until_the_power_goes(
    house: House, disk: CutOff, folder: Path, chance: random.Random
) -> int:
    """Write in a process of its own while the power is cut; the last number it said was kept."""
    hears, told = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(hears)
            type_for_ever(house, folder, told)
        finally:
            os._exit(1)
    os.close(told)
    with os.fdopen(hears, encoding="ascii") as lines:
        first = lines.readline()
        assert first, "the child ended before its first save"
        time.sleep(chance.uniform(0, LONGEST_LIFE))
        disk.cut()
        rest = [line for line in lines.read().split("\n") if line]
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    return int(rest[-1] if rest else first)


def fill(disk: Path) -> Path:
    """Leave no room at all."""
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(b"\0" * 4096)
        except OSError:
            return filler


def turn_over(notebook: Notebook, house: House) -> None:
    """Give the password that is missing, or take off the one there is, to the end."""
    if house is House.PLAIN and not notebook.key.sealed:
        notebook.seal("a lamp, a kettle, a map")
    elif house is House.SEALED and notebook.key.sealed:
        notebook.unseal()
    notebook.finish_sealing()
