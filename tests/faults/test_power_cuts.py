"""Whenever the power goes, and whatever had not reached the disk: what was kept is there."""

from __future__ import annotations

import itertools
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from unittest import mock

import pytest

from reflect_tui.notebook import sealing
from reflect_tui.notebook.notebook import Notebook
from reflect_tui.session.model import Session
from tests.faults.deeds import DEEDS, LONG
from tests.faults.houses import BOTH, House, look_through
from tests.faults.mutants import MUTANTS_A_POWER_CUT_FINDS, Mutant
from tests.faults.power import Recorder, Tree, lay_out
from tests.faults.stories import STORIES, Telling, tellings
from tests.strategies import a_session, with_words, words_of

pytestmark = pytest.mark.usefixtures("no_waiting")

RED = r"gone|lost|fell back|cannot be read"
"""How the loss of something is said."""


@dataclass
class Promises:
    """What a person was told, and when: moments are counted as the recorder counts them."""

    recorder: Recorder
    tried: dict[str, list[str]] = field(default_factory=dict)
    """By session, all words handed to a save, in order."""
    kept: list[tuple[int, str, int]] = field(default_factory=list)
    """From which moment on, which session, at least how far down its list of words."""

    before: dict[str, str] = field(default_factory=dict)
    """The words that were read before each of these was written in their place."""

    def save(self, notebook: Notebook, session: Session) -> Session:
        """Save, and take "kept" for a promise."""
        tried = self.tried.setdefault(session.id, [])
        tried.append(words_of(session))
        saved = notebook.save(session)
        assert saved.id == session.id
        self.kept.append((len(self.recorder.moments) - 1, session.id, len(tried) - 1))
        return saved

    def hold_on(self, folder: Path, moment: int) -> None:
        """Fail unless what is found in `folder` is what was promised before `moment` ended."""
        everything = look_through(folder)
        found = everything.sessions
        for name, words in found.items():
            assert words in self.tried[name], f"{name} holds what nobody wrote"
        for since, name, at_least in self.kept:
            if since <= moment:
                assert name in found, f"{name} was kept and is gone"
                tried = self.tried[name]
                assert tried.index(found[name]) >= at_least, f"{name} fell back to what it was"
        for name, words in found.items():
            if words in self.before:
                states = everything.earlier.get(name, [])
                assert self.before[words] in states, f"what {name} was when read is gone"
        if everything.sealed:
            assert everything.in_the_clear == [], "what was sealed can be read by anything"


def an_afternoon(house: House, folder: Path, promises: Promises) -> None:
    """A first start, a session with two saves, another one, and the next day the first again."""
    notebook = house.first_start(folder)
    two_sessions(notebook, promises)
    the_next_day(house.opened(folder), promises)


def two_sessions(notebook: Notebook, promises: Promises) -> None:
    blue = promises.save(notebook, a_session("first words " * 30))
    promises.save(notebook, with_words(blue, "first words, and a few more " * 40))
    promises.save(notebook, a_session("another folder " * 20, id="b" * 16))


def the_next_day(notebook: Notebook, promises: Promises) -> None:
    again = notebook.load(a_session().id)
    words = "taken up the next day " * 10
    promises.before[words] = words_of(again)
    promises.save(notebook, with_words(again, words))


def cut_the_power_at_every_moment(folder: Path, story: Callable[[Path, Promises], None]) -> int:
    """Play a story once, then look at all that any power cut could have left; how many."""
    was = folder / "was"
    was.mkdir()
    with Recorder(was) as recorder:
        promises = Promises(recorder)
        story(was / "notebook", promises)
    count = itertools.count()
    checked: dict[tuple[tuple[Path, bytes | None], ...], int] = {}
    for moment, trees in enumerate(recorder.moments):
        for tree in trees:
            key = tuple(sorted(tree.items()))
            promised = sum(since <= moment for since, _, _ in promises.kept)
            if checked.get(key, -1) < promised:
                checked[key] = promised
                with laid_out(tree, was, folder / f"cut-{next(count)}") as left:
                    promises.hold_on(left / "notebook", moment)
    return len(checked)


def cut_the_power_during(story: Telling, folder: Path) -> int:
    """The same for a deed that is one whole: how many different disks a cut in it could leave."""
    desk = story.begin(folder / "was")
    with Recorder(desk.folder) as recorder:
        desk.deed()
    count = itertools.count()
    checked: set[tuple[tuple[Path, bytes | None], ...]] = set()
    # The last first: whatever a cut leaves once the deed is said to be done must have it done.
    for moment, trees in reversed(list(enumerate(recorder.moments))):
        is_done = moment == len(recorder.moments) - 1
        for tree in trees:
            key = tuple(sorted(tree.items()))
            if key in checked:
                continue
            checked.add(key)
            with laid_out(tree, desk.folder, folder / f"cut-{next(count)}") as left:
                done = desk.holds(left)
            assert done or not is_done, "it was said to be done, and fell back to what it was"
    return len(checked)


@contextmanager
def laid_out(tree: Tree, was: Path, folder: Path) -> Iterator[Path]:
    """What a cut left, as a folder of its own."""
    lay_out(tree, was, folder)
    yield folder
    shutil.rmtree(folder)


@pytest.mark.parametrize("house", BOTH, ids=str)
def test_what_was_kept_outlives_any_power_cut(house: House, tmp_path: Path) -> None:
    assert cut_the_power_at_every_moment(tmp_path, partial(an_afternoon, house)) > 25


@pytest.mark.parametrize("story", tellings(STORIES + DEEDS), ids=str)
def test_no_power_cut_leaves_a_deed_half_done(story: Telling, tmp_path: Path) -> None:
    assert cut_the_power_during(story, tmp_path) >= 3


@pytest.mark.parametrize("house", BOTH, ids=str)
@pytest.mark.parametrize("mutant", MUTANTS_A_POWER_CUT_FINDS, ids=str)
@pytest.mark.parametrize("deed", [two_sessions, the_next_day])
def test_this_turns_red_when_a_session_is_written_another_way(
    deed: Callable[[Notebook, Promises], None], mutant: Mutant, house: House, tmp_path: Path
) -> None:
    def story(folder: Path, promises: Promises) -> None:
        notebook = house.first_start(folder)
        if deed is the_next_day:
            two_sessions(notebook, promises)
            notebook = house.opened(folder)
        with mutant.in_place():
            deed(notebook, promises)

    with pytest.raises(AssertionError, match=RED):
        cut_the_power_at_every_moment(tmp_path, story)


@pytest.mark.parametrize("house", BOTH, ids=str)
@pytest.mark.parametrize("mutant", MUTANTS_A_POWER_CUT_FINDS, ids=str)
def test_this_turns_red_when_a_notebook_is_made_another_way(
    mutant: Mutant, house: House, tmp_path: Path
) -> None:
    with mutant.in_place(), pytest.raises(AssertionError, match=RED):
        cut_the_power_at_every_moment(tmp_path, partial(an_afternoon, house))


@pytest.mark.parametrize("mutant", MUTANTS_A_POWER_CUT_FINDS, ids=str)
@pytest.mark.parametrize("story", tellings(LONG), ids=str)
def test_this_turns_red_when_a_notebook_is_sealed_another_way(
    story: Telling, mutant: Mutant, tmp_path: Path
) -> None:
    with mutant.in_place(), pytest.raises(AssertionError, match=RED):
        cut_the_power_during(story, tmp_path)


@pytest.mark.parametrize("story", tellings(LONG), ids=str)
def test_this_turns_red_when_what_was_written_anew_can_come_back(
    story: Telling, tmp_path: Path
) -> None:
    with (
        mock.patch.object(sealing, "_settle", return_value=None),
        pytest.raises(AssertionError, match=r"by anything|left as it was|cannot be read"),
    ):
        cut_the_power_during(story, tmp_path)


def test_the_model_knows_what_a_cut_can_leave_of_one_file(tmp_path: Path) -> None:
    """Rename without a sync: the empty file, the half file, the old one, and the new one."""
    file = tmp_path / "file"
    with Recorder(tmp_path) as recorder:
        for data in (b"old!", b"new!"):
            part = os.open(tmp_path / "part", os.O_WRONLY | os.O_CREAT | os.O_EXCL)
            os.write(part, data)
            if data == b"old!":
                os.fsync(part)
            os.close(part)
            (tmp_path / "part").replace(file)
            place = os.open(tmp_path, os.O_RDONLY)
            if data == b"old!":
                os.fsync(place)
            os.close(place)
    left = {tree.get(file) for tree in recorder.moments[-1]}
    assert left == {b"old!", b"", b"ne", b"new!"}
