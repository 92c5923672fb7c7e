"""Whichever call to the disk fails, and however: what was kept stays, what is new is whole."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any
from unittest import mock

import pytest

from reflect_tui import files
from reflect_tui.errors import CannotRead, NotKept
from reflect_tui.notebook.folder import About, Folder
from reflect_tui.notebook.notebook import Notebook
from tests.faults.deeds import DEEDS, LONG
from tests.faults.faulty import KILLED, Fault, Faulty, in_a_child, needs_fork
from tests.faults.houses import BOTH, House, taken_over, unlocked, words_on
from tests.faults.mutants import MUTANTS_A_FAILING_CALL_FINDS, Mutant
from tests.faults.stories import (
    BLUE,
    OLD,
    STORIES,
    Story,
    Telling,
    must_be_new,
    must_be_old_or_new,
    strays_in,
    tellings,
)
from tests.strategies import a_session

MOST_CALLS = 400
"""More than any story makes: a loop that comes here is not testing what it says."""

pytestmark = [needs_fork, pytest.mark.usefixtures("no_waiting")]

ERRORS = [fault for fault in Fault if not fault.kills]
ERRORS_THAT_LAST = [fault for fault in ERRORS if fault is not Fault.SHORT_WRITE]
KILLS = [fault for fault in Fault if fault.kills]


def fail_at_every_call(story: Telling, fault: Fault, folder: Path, *, lasting: bool = False) -> int:
    """Tell the story once for each call the fault can befall, until none is left; how many."""
    for at in range(MOST_CALLS):
        desk = story.begin(folder / str(at))
        faulty = Faulty(desk.folder, fault, at, lasting=lasting)
        with faulty:
            try:
                desk.deed()
                done = True
            except (NotKept, CannotRead):
                done = False
        if not faulty.struck:
            must_be_new(desk)
            return at
        if done:
            must_be_new(desk)
        else:
            must_be_old_or_new(desk)
        if not lasting and fault is not Fault.DONE_AND_EIO and story.story.is_a_save:
            assert not strays_in(desk.folder), f"left behind after {faulty.struck}"
        # The disk is well again: the person writes on, and the same deed goes on where it was.
        written_on = desk.goes_on() if desk.goes_on and not done else None
        if written_on:
            written_on(desk.folder)
        desk.deed()
        if written_on:
            written_on(desk.folder)
        else:
            must_be_new(desk)
        shutil.rmtree(desk.folder)
    raise AssertionError("the story makes more calls than any should")


def kill_at_every_call(story: Telling, fault: Fault, folder: Path) -> int:
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
        with taken_over(desk.folder):
            assert not strays_in(desk.folder)
        must_be_old_or_new(desk)
        shutil.rmtree(desk.folder)
    raise AssertionError("the story makes more calls than any should")


def meet_every_fault(story: Telling, folder: Path) -> None:
    """Every error and every kill, at every call."""
    for fault in ERRORS:
        fail_at_every_call(story, fault, folder / fault.name)
    for fault in KILLS:
        kill_at_every_call(story, fault, folder / fault.name)


def each(stories: list[Story], faults: list[Fault], always: tuple[Fault, ...]) -> list[Any]:
    """Every telling with every fault; those not in `always` are for the slow run, unless plain."""
    return [
        pytest.param(
            story,
            fault,
            id=f"{story}-{fault.name}",
            marks=()
            if fault in always or (story.story in STORIES and story.house is House.PLAIN)
            else pytest.mark.slow,
        )
        for story in tellings(stories)
        for fault in faults
    ]


BRIEF = [story for story in DEEDS if story not in LONG]


@pytest.mark.parametrize(
    ("story", "fault"),
    each(STORIES + DEEDS, ERRORS, (Fault.ENOSPC,)),
)
def test_an_error_at_any_call_harms_nothing(story: Telling, fault: Fault, tmp_path: Path) -> None:
    least = 1 if fault is Fault.SHORT_WRITE and story.story.writes else 6
    assert fail_at_every_call(story, fault, tmp_path) >= (least if story.story.writes else 0)


@pytest.mark.parametrize(
    ("story", "fault"),
    each(STORIES + BRIEF, ERRORS_THAT_LAST, (Fault.ENOSPC,)) + each(LONG, ERRORS_THAT_LAST, ()),
)
def test_a_disk_that_stays_bad_from_any_call_on_harms_nothing(
    story: Telling, fault: Fault, tmp_path: Path
) -> None:
    assert fail_at_every_call(story, fault, tmp_path, lasting=True) >= 6


@pytest.mark.parametrize(
    ("story", "fault"),
    each(STORIES + BRIEF, KILLS, (Fault.KILL,)) + each(LONG, KILLS, (Fault.HALF_AND_KILL,)),
)
def test_a_kill_at_any_call_harms_nothing(story: Telling, fault: Fault, tmp_path: Path) -> None:
    least = 8 if fault is Fault.KILL else 1
    assert kill_at_every_call(story, fault, tmp_path) >= (least if story.story.writes else 0)


@pytest.mark.parametrize("house", BOTH, ids=str)
@pytest.mark.parametrize("mutant", MUTANTS_A_FAILING_CALL_FINDS, ids=str)
def test_these_tests_turn_red_when_writing_is_done_another_way(
    mutant: Mutant, house: House, tmp_path: Path
) -> None:
    story = Telling(STORIES[1], house)
    with mutant.in_place():
        desk = story.begin(tmp_path / "notebook")
        desk.deed()
        must_be_new(desk)
        with pytest.raises(AssertionError):
            meet_every_fault(story, tmp_path)


@pytest.mark.parametrize("deed", LONG, ids=str)
def test_these_tests_turn_red_when_a_file_goes_before_its_new_form_stands(
    deed: Story, tmp_path: Path
) -> None:
    (story,) = tellings([deed])
    with mock.patch.object(files, "replace", _remove_first), pytest.raises(AssertionError):
        kill_at_every_call(story, Fault.KILL, tmp_path)


def _remove_first(path: Path, data: bytes, *, as_old_as: Path | None = None) -> None:
    """`files.replace`, as somebody might write it who wants to save room."""
    if as_old_as is not None:
        files.remove(as_old_as)
    path.unlink(missing_ok=True)
    files.create_new(path, data)


def test_a_password_given_again_when_it_was_said_not_to_be_kept_and_cut_off_then(
    tmp_path: Path,
) -> None:
    """The disk has it all the same: nothing may be sealed for a key that is replaced now."""
    (story,) = tellings(LONG[:1])
    for at in range(70):
        desk = story.begin(tmp_path / str(at))
        with mock.patch.object(Folder, "say", _say_and_deny), pytest.raises(NotKept):
            desk.deed()

        def again() -> None:
            with Faulty(desk.folder, Fault.KILL, at):  # noqa: B023  (run at once, in a child)
                desk.deed()  # noqa: B023

        assert in_a_child(again) == KILLED
        must_be_old_or_new(desk)


def _say_and_deny(folder: Folder, about: About) -> None:
    files.replace(folder.about, about.to_bytes())
    raise NotKept("Not kept: the disk did not answer")


# -- making a notebook, reading one ------------------------------------


@pytest.mark.parametrize(
    ("house", "fault"),
    [
        pytest.param(
            house,
            fault,
            id=f"{house}-{fault.name}",
            marks=() if house is House.PLAIN or fault is Fault.ENOSPC else pytest.mark.slow,
        )
        for house in BOTH
        for fault in Fault
    ],
)
def test_a_notebook_that_could_not_be_made_can_be_made_afterwards(
    fault: Fault, house: House, tmp_path: Path
) -> None:
    for at in range(MOST_CALLS):
        folder = tmp_path / str(at)
        (folder / "data").mkdir(parents=True)
        top = folder / "data" / "reflect-tui" / "notebook"

        def make() -> bool:
            faulty = Faulty(folder / "data", fault, at)  # noqa: B023  (run at once)
            with faulty:
                try:
                    house.first_start(top)  # noqa: B023
                except (NotKept, CannotRead):
                    assert faulty.struck
            return bool(faulty.struck)

        struck = in_a_child(make) == KILLED if fault.kills else make()
        with taken_over(top):
            notebook = house.first_start(top)
        assert notebook.sessions() == []
        notebook.save(a_session(OLD))
        assert words_on(top) == {BLUE: OLD}
        if not struck:
            assert at >= (1 if fault in (Fault.SHORT_WRITE, Fault.HALF_AND_KILL) else 12)
            return
    raise AssertionError("more calls than there should be")


@pytest.mark.parametrize("fault", [Fault.EIO, Fault.EACCES], ids=lambda fault: fault.name)
@pytest.mark.parametrize("lasting", [False, True])
@pytest.mark.parametrize("house", BOTH, ids=str)
def test_reading_on_a_bad_disk_says_so_and_changes_nothing(
    fault: Fault, lasting: bool, house: House, tmp_path: Path
) -> None:
    folder = tmp_path / "notebook"
    house.opened(folder).save(a_session(OLD))
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    for at in range(MOST_CALLS):
        faulty = Faulty(folder, fault, at, lasting=lasting)
        said: list[str] = []
        with faulty:
            try:
                notebook = unlocked(Notebook.open(folder))
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
