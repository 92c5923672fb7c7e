"""Whichever call to the disk fails, and however: what was kept stays, what is new is whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from reflect_tui import files
from reflect_tui.errors import CannotRead, NotKept
from reflect_tui.notebook.notebook import Notebook
from tests.faults.faulty import KILLED, Fault, Faulty, in_a_child, needs_fork
from tests.faults.mutants import MUTANTS_A_FAILING_CALL_FINDS, Mutant
from tests.faults.stories import (
    BLUE,
    OLD,
    STORIES,
    Story,
    must_be_new,
    must_be_old_or_new,
    strays_in,
    words_on,
)
from tests.strategies import a_session

MOST_CALLS = 80
"""More than any story makes: a loop that comes here is not testing what it says."""

pytestmark = needs_fork

NOTE = "# Supervision note\n\n" + "What was decided, and why.\n" * 200

ERRORS = [fault for fault in Fault if not fault.kills]
ERRORS_THAT_LAST = [fault for fault in ERRORS if fault is not Fault.SHORT_WRITE]
KILLS = [fault for fault in Fault if fault.kills]


def fail_at_every_call(story: Story, fault: Fault, folder: Path, *, lasting: bool = False) -> int:
    """Tell the story once for each call the fault can befall, until none is left; how many."""
    for at in range(MOST_CALLS):
        desk = story.begin(folder / str(at))
        faulty = Faulty(desk.folder, fault, at, lasting=lasting)
        with faulty:
            try:
                desk.deed()
                kept = True
            except NotKept:
                kept = False
        if not faulty.struck:
            must_be_new(desk)
            return at
        if kept:
            must_be_new(desk)
        else:
            must_be_old_or_new(desk)
        if not lasting and fault is not Fault.DONE_AND_EIO:
            assert not strays_in(desk.folder), f"left behind after {faulty.struck}"
        # The disk is well again: the same save, tried again, is kept once.
        desk.deed()
        must_be_new(desk)
    raise AssertionError("the story makes more calls than any should")


def kill_at_every_call(story: Story, fault: Fault, folder: Path) -> int:
    """The same with a program that is gone from that call on."""
    for at in range(MOST_CALLS):
        desk = story.begin(folder / str(at))

        def deed() -> None:
            with Faulty(desk.folder, fault, at):  # noqa: B023  (run at once, in a child)
                desk.deed()  # noqa: B023

        ended = in_a_child(deed)
        assert ended in (0, KILLED), "the child failed in another way"
        if ended == 0:
            must_be_new(desk)
            return at
        must_be_old_or_new(desk)
        Notebook.open(desk.folder).sweep()
        assert not strays_in(desk.folder)
        must_be_old_or_new(desk)
    raise AssertionError("the story makes more calls than any should")


def meet_every_fault(story: Story, folder: Path) -> None:
    """Every error and every kill, at every call."""
    for fault in ERRORS:
        fail_at_every_call(story, fault, folder / fault.name)
    for fault in KILLS:
        kill_at_every_call(story, fault, folder / fault.name)


@pytest.mark.parametrize("fault", ERRORS, ids=lambda fault: fault.name)
@pytest.mark.parametrize("story", STORIES, ids=str)
def test_an_error_at_any_call_harms_nothing(story: Story, fault: Fault, tmp_path: Path) -> None:
    assert fail_at_every_call(story, fault, tmp_path) >= (1 if fault is Fault.SHORT_WRITE else 6)


@pytest.mark.parametrize("fault", ERRORS_THAT_LAST, ids=lambda fault: fault.name)
@pytest.mark.parametrize("story", STORIES, ids=str)
def test_a_disk_that_stays_bad_from_any_call_on_harms_nothing(
    story: Story, fault: Fault, tmp_path: Path
) -> None:
    assert fail_at_every_call(story, fault, tmp_path, lasting=True) >= 6


@pytest.mark.parametrize("fault", KILLS, ids=lambda fault: fault.name)
@pytest.mark.parametrize("story", STORIES, ids=str)
def test_a_kill_at_any_call_harms_nothing(story: Story, fault: Fault, tmp_path: Path) -> None:
    assert kill_at_every_call(story, fault, tmp_path) >= (1 if fault is Fault.HALF_AND_KILL else 8)


@pytest.mark.parametrize("mutant", MUTANTS_A_FAILING_CALL_FINDS, ids=str)
def test_these_tests_turn_red_when_writing_is_done_another_way(
    mutant: Mutant, tmp_path: Path
) -> None:
    story = STORIES[1]
    with mutant.in_place():
        (tmp_path / "plain").mkdir()
        desk = story.begin(tmp_path / "plain" / "notebook")
        desk.deed()
        must_be_new(desk)
        with pytest.raises(AssertionError):
            meet_every_fault(story, tmp_path)


# -- making a notebook, reading one, handing something over ------------------------------------


@pytest.mark.parametrize("fault", list(Fault), ids=lambda fault: fault.name)
def test_a_notebook_that_could_not_be_made_can_be_made_afterwards(
    fault: Fault, tmp_path: Path
) -> None:
    for at in range(MOST_CALLS):
        folder = tmp_path / str(at)
        (folder / "data").mkdir(parents=True)
        top = folder / "data" / "reflect-tui" / "notebook"

        def make() -> bool:
            faulty = Faulty(folder / "data", fault, at)  # noqa: B023  (run at once)
            with faulty:
                try:
                    Notebook.open(top)  # noqa: B023
                except (NotKept, CannotRead):
                    assert faulty.struck
            return bool(faulty.struck)

        struck = in_a_child(make) == KILLED if fault.kills else make()
        notebook = Notebook.open(top)
        assert notebook.sessions() == []
        notebook.save(a_session(OLD))
        assert words_on(top) == {BLUE: OLD}
        if not struck:
            assert at >= (1 if fault in (Fault.SHORT_WRITE, Fault.HALF_AND_KILL) else 12)
            return
    raise AssertionError("more calls than there should be")


@pytest.mark.parametrize("fault", [Fault.EIO, Fault.EACCES], ids=lambda fault: fault.name)
@pytest.mark.parametrize("lasting", [False, True])
def test_reading_on_a_bad_disk_says_so_and_changes_nothing(
    fault: Fault, lasting: bool, tmp_path: Path
) -> None:
    folder = tmp_path / "notebook"
    Notebook.open(folder).save(a_session(OLD))
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    for at in range(MOST_CALLS):
        faulty = Faulty(folder, fault, at, lasting=lasting)
        said: list[str] = []
        with faulty:
            try:
                notebook = Notebook.open(folder)
                said = [str(kept.trouble) for kept in notebook.sessions() if kept.trouble]
                notebook.load(BLUE)
            except CannotRead as error:
                said.append(str(error))
        after = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
        assert after == before
        if not faulty.struck:
            assert at >= 4
            return
        assert said, f"nothing was said after {faulty.struck}"
    raise AssertionError("more calls than there should be")


@pytest.mark.parametrize("fault", ERRORS, ids=lambda fault: fault.name)
def test_what_is_handed_over_is_whole_or_not_there_and_never_over_another(
    fault: Fault, tmp_path: Path
) -> None:
    data = NOTE.encode()
    for at in range(MOST_CALLS):
        folder = tmp_path / str(at)
        folder.mkdir()
        note = folder / "note.md"
        faulty = Faulty(folder, fault, at)
        with faulty:
            try:
                files.create_new(note, data)
                made = True
            except NotKept:
                made = False
        if made:
            assert note.read_bytes() == data
        elif fault is not Fault.DONE_AND_EIO:
            assert list(folder.iterdir()) == [], f"left behind after {faulty.struck}"
        if note.exists():
            with pytest.raises(FileExistsError):
                files.create_new(note, b"another")
        if not faulty.struck:
            assert made
            return
    raise AssertionError("more calls than there should be")
