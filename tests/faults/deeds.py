"""What is done to a notebook as a whole while the disk fails, and what must be found afterwards.

A password given and taken off, changed; sessions put in the bin, taken out, removed for good; a
state kept, and one brought back. Each is looked at as the next program finds it: with what was
cut off done to its end.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path
from unittest import mock

from reflect_tui.errors import NotKept, WrongWords
from reflect_tui.notebook import earlier
from reflect_tui.notebook.notebook import Notebook
from reflect_tui.session.model import Session
from tests.faults.houses import (
    OTHER_PASSWORD,
    PASSWORD,
    Found,
    House,
    a_copy,
    kept_for_copies,
    look_through,
    taken_over,
)
from tests.faults.stories import BLUE, NEW, OLD, Desk, Story, is_new_and_not_old
from tests.strategies import a_session, with_words, words_of

GREEN = "b" * 16
RED = "c" * 16
BEFORE = "the first words of all " * 20
GREEN_WORDS = "another folder's words " * 30
RED_BROUGHT = "a folder that is not needed any more"
GONE_ON = "and what is written when that failed " * 20


def _a_notebook_in_use(folder: Path, house: House) -> Notebook:
    """Two sessions, one with an earlier state, and one in the bin that has an earlier state too."""
    shutil.copytree(_in_use(house), folder)
    return house.opened(folder)


@cache
def _in_use(house: House) -> Path:
    folder = kept_for_copies() / "notebook"
    notebook = house.opened(folder)
    for number in (RED, BLUE):
        notebook.save(a_session(BEFORE, id=number, brought=RED_BROUGHT if number == RED else ""))
    notebook = house.opened(folder)
    for number in (RED, BLUE):
        notebook.save(with_words(notebook.load(number), OLD))
    notebook.save(a_session(GREEN_WORDS, id=GREEN))
    notebook.bin.put(RED)
    return folder


def _all_is_there(found: Found) -> None:
    """Fail unless everything that was written in a notebook in use can be read; more may be."""
    assert {OLD, GREEN_WORDS} <= set(found.sessions.values()), "something was lost"
    assert RED_BROUGHT in found.in_bin.values(), "what was in the bin is gone"
    assert BEFORE in found.earlier.get(BLUE, []), "an earlier state is gone"


# -- a password given, taken off, changed --------------------------------------------------------


def _seal_all(folder: Path, house: House) -> Desk:
    _a_notebook_in_use(folder, house)
    notebook = Notebook.open(folder)
    session = notebook.load(BLUE)

    def deed() -> None:
        if not notebook.key.sealed:
            notebook.seal(PASSWORD)
        _finish(notebook)

    def is_sealed(there: Path) -> bool:
        before = look_through(there)
        with a_copy(there) as copy:
            with taken_over(copy):
                found = look_through(copy)
            _nothing_is_left_half_done(found)
            if before.sealed and not before.changing:
                # It was said to be done: nothing may lie about in the clear, not for a moment.
                assert before.in_the_clear == [], "a session can be read by anything"
        for each in (before, found):
            _all_is_there(each)
        return found.sealed

    return Desk(folder, deed, is_sealed, lambda: _write_on(notebook, session))


def _unseal_all(folder: Path, house: House) -> Desk:
    notebook = _a_notebook_in_use(folder, house)
    session = notebook.load(BLUE)

    def deed() -> None:
        if notebook.key.sealed:
            notebook.unseal()
        _finish(notebook)

    def is_unsealed(there: Path) -> bool:
        before = look_through(there)
        with a_copy(there) as copy:
            with taken_over(copy):
                found = look_through(copy)
            _nothing_is_left_half_done(found)
        for each in (before, found):
            _all_is_there(each)
        return not found.sealed

    return Desk(folder, deed, is_unsealed, lambda: _write_on(notebook, session))


def _finish(notebook: Notebook) -> None:
    if notebook.finish_sealing():
        raise NotKept("Some files had to stay as they are")


def _nothing_is_left_half_done(found: Found) -> None:
    assert not found.changing, "the next program did not go on with it"
    wrong = found.in_the_clear if found.sealed else found.under_key
    assert wrong == [], "a file was left as it was"


def _write_on(notebook: Notebook, session: Session) -> Callable[[Path], None]:
    """Go on with the session one sits over; what was acknowledged must be found from now on."""
    notebook.save(with_words(session, GONE_ON))

    def is_there(there: Path) -> None:
        with a_copy(there) as copy, taken_over(copy):
            words = set(look_through(copy).sessions.values())
        assert {GONE_ON, GREEN_WORDS} <= words, "what was written on is gone"

    return is_there


def _change_password(folder: Path, house: House) -> Desk:
    notebook = _a_notebook_in_use(folder, house)

    def is_changed(there: Path) -> bool:
        _all_is_there(look_through(there))
        again = Notebook.open(there)
        try:
            again.key.unlock(OTHER_PASSWORD)
        except WrongWords:
            return False
        return True

    return Desk(folder, lambda: notebook.key.change_password(OTHER_PASSWORD), is_changed)


# -- the bin -------------------------------------------------------------------------------------


def _put_in_the_bin(folder: Path, house: House) -> Desk:
    notebook = _a_notebook_in_use(folder, house)

    def deed() -> None:
        if GREEN not in {kept.id for kept in notebook.bin.sessions()}:
            notebook.bin.put(GREEN)

    def is_in_the_bin(there: Path) -> bool:
        found = look_through(there)
        assert found.sessions[BLUE] == OLD
        assert GREEN in found.sessions or GREEN in found.in_bin, "the session is gone"
        assert RED in found.in_bin
        return GREEN in found.in_bin

    return Desk(folder, deed, is_in_the_bin)


def _take_out(folder: Path, house: House) -> Desk:
    notebook = _a_notebook_in_use(folder, house)

    def deed() -> None:
        if RED not in {kept.id for kept in notebook.sessions()}:
            notebook.bin.take_out(RED)

    def is_out(there: Path) -> bool:
        found = look_through(there)
        assert RED in found.sessions or RED in found.in_bin, "the session is gone"
        assert found.sessions.get(RED, OLD) == OLD
        assert {BLUE: OLD, GREEN: GREEN_WORDS}.items() <= found.sessions.items()
        return RED in found.sessions

    return Desk(folder, deed, is_out)


def _empty_the_bin(folder: Path, house: House) -> Desk:
    notebook = _a_notebook_in_use(folder, house)

    def deed() -> None:
        if troubles := notebook.bin.empty():
            raise NotKept(troubles[0])

    def is_empty(there: Path) -> bool:
        found = look_through(there)
        assert found.sessions == {BLUE: OLD, GREEN: GREEN_WORDS}
        assert found.earlier[BLUE] == [BEFORE]
        gone = not found.in_bin
        assert not gone or not list((there / "earlier").glob(f"{RED}/*.json*")), "a state stayed"
        return gone

    return Desk(folder, deed, is_empty)


# -- earlier states ------------------------------------------------------------------------------


def _keep_a_state(folder: Path, house: House) -> Desk:
    """A save ten minutes after the last state was kept, when there are many already."""
    notebook = house.opened(folder)
    session = notebook.save(a_session(BEFORE))
    with mock.patch.object(earlier, "EVERY", 0.0):
        for _ in range(earlier.LAST + 1):
            session = notebook.save(with_words(session, OLD))
    # All of one day, so one goes.
    assert len(notebook.earlier(BLUE)) == earlier.LAST

    def deed() -> None:
        with mock.patch.object(earlier, "EVERY", 0.0):
            notebook.save(with_words(session, NEW))

    def is_kept(there: Path) -> bool:
        new = is_new_and_not_old(there, {BLUE: OLD})
        states = look_through(there).earlier[BLUE]
        assert len(states) >= earlier.LAST, "states went that were to stay"
        assert set(states) == {OLD} or set(states) == {BEFORE, OLD} or NEW in states
        if new:
            assert OLD in states, "the state that was replaced was not kept first"
        return new

    return Desk(folder, deed, is_kept)


def _bring_back(folder: Path, house: House) -> Desk:
    notebook = _a_notebook_in_use(folder, house)
    (file,) = (folder / "sessions").glob(f"{BLUE}*")
    broken = file.read_bytes()[:200]
    file.write_bytes(broken)
    (state,) = notebook.earlier(BLUE)

    def is_back(there: Path) -> bool:
        found = look_through(there, also_damaged=True)
        assert found.sessions[GREEN] == GREEN_WORDS
        if BLUE not in found.sessions:
            assert (there / file.relative_to(folder)).read_bytes() == broken
            assert words_of(notebook.load_earlier(state)) == BEFORE
            return False
        assert found.sessions[BLUE] == BEFORE
        aside = [path.read_bytes() for path in (there / "damaged").iterdir()]
        assert broken in aside, "what was damaged was written over"
        return True

    return Desk(folder, lambda: notebook.bring_back(BLUE, state), is_back)


LONG = [
    Story("a password given", _seal_all, (House.PLAIN,), is_a_save=False),
    Story("a password taken off", _unseal_all, (House.SEALED,), is_a_save=False),
]
"""What is done to every file of a notebook, in some hundreds of calls."""

DEEDS = [
    *LONG,
    Story("a password changed", _change_password, (House.SEALED,), is_a_save=False),
    Story("a session put in the bin", _put_in_the_bin, is_a_save=False, writes=False),
    Story("a session taken out of the bin", _take_out, is_a_save=False, writes=False),
    Story("a bin emptied", _empty_the_bin, is_a_save=False, writes=False),
    Story("a state kept after ten minutes", _keep_a_state),
    Story("a state brought back", _bring_back, is_a_save=False),
]
"""All that is done to a notebook besides saving as one writes."""
