"""A password is given and taken off whole, however often one is cut off; nothing is lost by it."""

from __future__ import annotations

import base64
import errno
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from reflect_tui import files
from reflect_tui.errors import CannotRead, Locked, NotKept, ReflectError
from reflect_tui.notebook import folder, seal, sealing
from reflect_tui.notebook.backup import make, restore
from reflect_tui.notebook.notebook import Notebook
from tests.strategies import with_words, words_of
from tests.unit.notebook.full import (
    BLUE,
    GREEN,
    MARK,
    PASSWORD,
    SAYS,
    everything_in,
    fill,
    what_it_says,
)

pytestmark = pytest.mark.usefixtures("cheap")


def sealed(place: Path) -> Notebook:
    """A filled notebook with a password, unlocked."""
    notebook = fill(place)
    notebook.seal(PASSWORD)
    assert notebook.finish_sealing() == []
    return notebook


def opened(place: Path, password: str = PASSWORD) -> Notebook:
    """The notebook in a window opened afresh, that writes, unlocked if it is sealed."""
    notebook = Notebook.open(place)
    assert notebook.take_over()
    notebook.key.unlock(password)
    assert notebook.take_over()
    return notebook


def says_a_word(place: Path) -> list[str]:
    """The files in which, or in whose names, something anybody wrote can be read."""
    marks = [MARK.encode(), MARK.encode("utf-16-le"), base64.b64encode(MARK.encode())[:6]]
    return [
        name
        for name, data in everything_in(place).items()
        if MARK in name or any(mark in data for mark in marks)
    ]


# -- giving one ---------------------------------------------------------------------------------


def test_a_sealed_notebook_says_no_word_in_any_byte_and_all_of_it_once_unlocked(
    place: Path,
) -> None:
    notebook = fill(place)
    assert len(says_a_word(place)) == 7
    notebook.seal(PASSWORD)
    assert notebook.finish_sealing() == []
    assert says_a_word(place) == []
    for name, data in everything_in(place).items():
        assert data.startswith(b"age-encryption.org/v1\n") or name == "notebook.toml", name
        assert name.endswith(".age") or name == "notebook.toml"
    assert what_it_says(notebook) == SAYS
    assert what_it_says(opened(place)) == SAYS


def test_an_unlocked_notebook_that_is_locked_gives_out_nothing_more(place: Path) -> None:
    notebook = sealed(place)
    (state,) = notebook.earlier(BLUE)
    notebook.key.lock()
    assert notebook.key.locked
    for ask in (
        notebook.sessions,
        lambda: notebook.load(BLUE),
        lambda: notebook.load_earlier(state),
        lambda: notebook.newest_good(BLUE),
        lambda: notebook.bring_back(BLUE, state),
    ):
        with pytest.raises(Locked):
            ask()
    (binned,) = notebook.bin.sessions()
    assert isinstance(binned.trouble, Locked)
    assert binned.brought == ""


def test_how_far_it_has_come_is_told(place: Path) -> None:
    notebook, told = fill(place), []
    notebook.seal(PASSWORD)
    notebook.finish_sealing(lambda done, of: told.append((done, of)))
    assert told == [(number, 7) for number in range(1, 8)]


def test_a_second_password_is_not_given_and_none_is_not_taken_off(
    place: Path, notebook: Notebook
) -> None:
    with pytest.raises(ReflectError, match="has no password"):
        notebook.unseal()
    before = everything_in(place)
    with pytest.raises(ReflectError, match="too short"):
        notebook.seal("two words")
    assert everything_in(place) == before
    notebook.seal(PASSWORD)
    before = everything_in(place)
    with pytest.raises(ReflectError, match="has a password already"):
        notebook.seal("another one altogether")
    assert everything_in(place) == before


def test_the_password_is_not_taken_off_while_it_is_locked(place: Path) -> None:
    notebook = sealed(place)
    notebook.key.lock()
    before = everything_in(place)
    with pytest.raises(Locked):
        notebook.unseal()
    assert everything_in(place) == before


def test_every_file_keeps_the_time_it_was_written(place: Path) -> None:
    notebook = fill(place)
    for number, path in enumerate(sorted(place.rglob("*.json"))):
        os.utime(path, ns=(10**18 + number, 10**18 + number))

    def times() -> dict[str, int]:
        return {
            str(path.relative_to(place)).removesuffix(".age"): path.stat().st_mtime_ns
            for path in place.rglob("*.json*")
        }

    before = times()
    assert len(before) == 7
    notebook.seal(PASSWORD)
    notebook.finish_sealing()
    assert times() == before
    notebook.unseal()
    notebook.finish_sealing()
    assert times() == before


# -- taking it off --------------------------------------------------------------------------------


def test_a_notebook_whose_password_was_taken_off_is_as_if_it_had_never_had_one(
    place: Path,
) -> None:
    fill(place)
    before = everything_in(place)
    notebook = Notebook.open(place)
    notebook.seal(PASSWORD)
    notebook.finish_sealing()
    notebook.unseal()
    assert notebook.finish_sealing() == []
    assert everything_in(place) == before
    assert not notebook.key.sealed
    assert what_it_says(notebook) == SAYS
    assert what_it_says(Notebook.open(place)) == SAYS


def test_a_damaged_session_is_put_aside_when_the_password_goes_and_its_key_with_it(
    place: Path,
) -> None:
    notebook = sealed(place)
    path = place / "sessions" / f"{GREEN}.json.age"
    torn = path.read_bytes()[:-10]
    path.write_bytes(torn)
    notebook.unseal()
    (left,) = notebook.finish_sealing()
    assert left == place / "damaged" / path.name
    assert left.read_bytes() == torn
    assert not path.exists()
    assert (place / "identity.age").exists()
    assert (place / "recovery.age").exists()
    assert not Notebook.open(place).key.sealed


def test_the_password_stays_until_the_disk_has_handed_over_every_file(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    notebook = sealed(place)
    path = place / "sessions" / f"{GREEN}.json.age"
    real = files.read_own

    def no_answer(asked: Path, **more: Any) -> bytes:
        if asked == path:
            raise files.cannot_read("This file", asked, OSError(errno.EIO, "no answer"))
        return real(asked, **more)

    notebook.unseal()
    with monkeypatch.context() as patched:
        patched.setattr(files, "read_own", no_answer)
        with pytest.raises(NotKept, match="The password stays for now") as caught:
            notebook.finish_sealing()
    assert caught.value.where == str(path)
    assert path.exists()
    assert (place / "identity.age").exists()
    assert notebook.key.sealed
    assert notebook.take_over()
    assert not notebook.key.sealed
    assert what_it_says(notebook) == SAYS


def test_a_file_of_another_key_stays_where_it_is_and_in_the_list(place: Path) -> None:
    notebook = sealed(place)
    foreign = seal.Sealed(seal.public_key(seal.new_identity())).encode(b"of another notebook")
    path = place / "sessions" / f"{'e' * 16}.json.age"
    path.write_bytes(foreign)
    notebook.unseal()
    assert notebook.finish_sealing() == [path]
    assert path.read_bytes() == foreign
    assert path.name in [kept.id for kept in notebook.sessions()]


def test_the_key_of_what_stayed_sealed_outlives_a_new_password(place: Path) -> None:
    notebook = sealed(place)
    old = (place / "identity.age").read_bytes(), (place / "recovery.age").read_bytes()
    path = place / "sessions" / f"{GREEN}.json.age"
    path.write_bytes(path.read_bytes()[:-10])
    notebook.unseal()
    notebook.finish_sealing()
    notebook.seal("another one altogether")
    notebook.finish_sealing()
    (identity,) = place.glob("identity-*.age")
    (recovery,) = place.glob("recovery-*.age")
    assert (identity.read_bytes(), recovery.read_bytes()) == old
    opened(place, "another one altogether")
    again = place.with_name("restored")
    restore(make(folder.opened(place)), "another one altogether", again)
    assert (again / identity.name).read_bytes() == old[0]
    assert (again / recovery.name).read_bytes() == old[1]


def test_locking_while_the_password_is_taken_off_leaves_nothing_sealed(place: Path) -> None:
    notebook = sealed(place)
    notebook.unseal()
    assert notebook.finish_sealing(lambda *_: notebook.key.lock()) == []
    assert what_it_says(notebook) == SAYS
    notebook.key.lock()
    assert what_it_says(Notebook.open(place)) == SAYS


def test_a_file_that_says_nothing_of_json_is_still_listed_without_a_password(place: Path) -> None:
    notebook = sealed(place)
    (place / "sessions" / f"{GREEN}.json.age").rename(place / "sessions" / "by hand.age")
    notebook.unseal()
    assert notebook.finish_sealing() == []
    assert words_of(notebook.load("by hand")) == SAYS[f"session {GREEN}"]


# -- nothing is written over ----------------------------------------------------------------------


def test_what_lies_where_a_file_is_to_be_sealed_gets_a_name_of_its_own(place: Path) -> None:
    notebook = fill(place)
    foreign = place / "sessions" / f"{GREEN}.json.age"
    foreign.write_bytes(b"age-encryption.org/v1\nsomebody else's")
    notebook.seal(PASSWORD)
    notebook.finish_sealing()
    assert words_of(notebook.load(GREEN)) == SAYS[f"session {GREEN}"]
    aside = place / "sessions" / f"{GREEN}-2.json.age"
    assert aside.read_bytes() == b"age-encryption.org/v1\nsomebody else's"
    assert f"{GREEN}-2" in [kept.id for kept in notebook.sessions()]


def test_what_lies_where_a_file_is_to_be_unsealed_gets_a_name_of_its_own(place: Path) -> None:
    notebook = sealed(place)
    other = fill(place.with_name("another"))
    other.save(with_words(other.load(GREEN), "other words"))
    for number in ("", "-2"):
        shutil.copy(
            place.with_name("another") / "sessions" / f"{GREEN}.json",
            place / "sessions" / f"{GREEN}{number}.json",
        )
    notebook.unseal()
    assert notebook.finish_sealing() == []
    assert words_of(notebook.load(GREEN)) == SAYS[f"session {GREEN}"]
    for number in ("-2", "-3"):
        assert words_of(notebook.load(f"{GREEN}{number}")) == "other words"


def test_words_kept_between_the_password_and_the_sealing_are_not_written_over(
    place: Path,
) -> None:
    notebook = fill(place)
    session = notebook.load(GREEN)
    with pytest.MonkeyPatch.context() as patched:
        # Even where the session at work could not be sealed first.
        patched.setattr(sealing, "seal_first", lambda *_: False)
        notebook.seal(PASSWORD)
    notebook.save(with_words(session, f"{MARK} newer words"))
    notebook.finish_sealing()
    said = what_it_says(notebook)
    assert f"{MARK} newer words" in said.values()
    assert SAYS.items() <= said.items()
    assert says_a_word(place) == []


def test_strays_of_a_crash_are_not_left_to_be_read(place: Path) -> None:
    notebook = fill(place)
    stray = place / "sessions" / f"{BLUE}.json.0badcafe.part"
    stray.write_bytes(MARK.encode())
    notebook.seal(PASSWORD)
    notebook.finish_sealing()
    assert not stray.exists()


# -- work goes on ---------------------------------------------------------------------------------


def test_work_on_a_session_goes_on_in_place_when_a_password_is_given(place: Path) -> None:
    notebook = fill(place)
    session = notebook.load(BLUE)
    notebook.seal(PASSWORD)
    kept = notebook.save(with_words(session, f"{MARK} while it is sealed"))
    notebook.finish_sealing()
    kept = notebook.save(with_words(kept, f"{MARK} and after"))
    assert kept.id == BLUE
    assert says_a_word(place) == []
    said = what_it_says(notebook)
    assert said.pop(f"earlier {BLUE} 2") == SAYS[f"session {BLUE}"]
    assert said == {**SAYS, f"session {BLUE}": f"{MARK} and after"}


def test_work_on_a_session_goes_on_in_place_when_the_password_is_taken_off(place: Path) -> None:
    notebook = sealed(place)
    session = notebook.load(BLUE)
    notebook.unseal()
    session = notebook.save(with_words(session, "while it is taken off"))
    again = Notebook.open(place)
    assert again.key.locked
    notebook.finish_sealing()
    kept = notebook.save(with_words(session, "and after"))
    assert kept.id == BLUE
    said = what_it_says(Notebook.open(place))
    assert said.pop(f"earlier {BLUE} 2") == SAYS[f"session {BLUE}"]
    assert said == {**SAYS, f"session {BLUE}": "and after"}


def test_a_session_read_before_is_never_kept_in_the_clear_by_a_window_that_missed_the_password(
    place: Path,
) -> None:
    fill(place)
    here, elsewhere = Notebook.open(place), Notebook.open(place)
    session = here.load(BLUE)
    assert elsewhere.take_over()
    elsewhere.seal(PASSWORD)
    elsewhere.finish_sealing()
    assert not here.take_over()
    elsewhere.hold.release()
    assert here.take_over()
    assert here.key.locked
    kept = here.save(with_words(session, f"{MARK} from the second window"))
    assert says_a_word(place) == []
    here.key.unlock(PASSWORD)
    assert words_of(here.load(kept.id)) == f"{MARK} from the second window"
    assert SAYS.items() <= what_it_says(here).items()


def test_a_window_that_missed_that_the_password_went_seals_nothing_any_more(place: Path) -> None:
    elsewhere = sealed(place)
    here = Notebook.open(place)
    here.key.unlock(PASSWORD)
    session = here.load(BLUE)
    assert elsewhere.take_over()
    elsewhere.unseal()
    elsewhere.finish_sealing()
    elsewhere.hold.release()
    assert here.take_over()
    kept = here.save(with_words(session, "from the second window"))
    assert not list(place.rglob("*.age"))
    assert words_of(Notebook.open(place).load(kept.id)) == "from the second window"


def test_a_window_that_only_reads_follows_when_the_other_gives_a_password_or_takes_it_off(
    place: Path,
) -> None:
    fill(place)
    here, elsewhere = Notebook.open(place), Notebook.open(place)
    assert elsewhere.take_over()
    assert not here.take_over()
    session = here.load(BLUE)
    elsewhere.seal(PASSWORD)
    elsewhere.finish_sealing()
    with pytest.raises(Locked):
        here.sessions()
    here.key.unlock(PASSWORD)
    assert what_it_says(here) == SAYS
    elsewhere.hold.release()
    assert here.take_over()
    here.save(with_words(session, f"{MARK} read before"))
    assert says_a_word(place) == []
    here.hold.release()
    assert elsewhere.take_over()
    assert not here.take_over()
    elsewhere.unseal()
    elsewhere.finish_sealing()
    assert SAYS.items() <= what_it_says(here).items()
    assert not here.key.sealed


def test_another_windows_unchanged_session_is_gone_on_with_in_place(place: Path) -> None:
    fill(place)
    here, elsewhere = Notebook.open(place), Notebook.open(place)
    assert elsewhere.take_over()
    session = here.load(BLUE)
    elsewhere.hold.release()
    assert here.take_over()
    assert here.save(with_words(session, "gone on with")).id == BLUE


# -- cut off --------------------------------------------------------------------------------------


class Cut:
    """Fails at the so-manieth call that changes a file, before it is done or after."""

    def __init__(self, at: int, *, done: bool) -> None:
        self.calls, self._at, self._done = 0, at, done

    def around(self, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(path: Path, *arguments: Any, **more: Any) -> Any:
            self.calls += 1
            if self.calls != self._at:
                return real(path, *arguments, **more)
            if self._done:
                real(path, *arguments, **more)
            raise (
                OSError(errno.EIO, "cut off")
                if real is REMOVE
                else files.not_kept(path, OSError(errno.EIO, "cut off"))
            )

        return call


REMOVE = files.remove


def cut_at_each(deed: Callable[[], None], done: bool) -> Iterator[None]:
    """Do a deed, cut off at every call in turn; hands over after each."""
    for at in range(1, 1000):
        cut = Cut(at, done=done)
        with pytest.MonkeyPatch.context() as patched:
            for name in ("replace", "remove", "move"):
                patched.setattr(files, name, cut.around(getattr(files, name)))
            try:
                deed()
            except NotKept:
                pass
            else:
                assert cut.calls < at
                return
        yield
    raise AssertionError("it never came to an end")


@pytest.mark.parametrize("done", [False, True], ids=["before", "after"])
def test_sealing_that_was_cut_off_anywhere_is_gone_on_with_without_the_password(
    tmp_path: Path, done: bool
) -> None:
    fill(tmp_path / "filled")
    place = tmp_path / "notebook"

    def begin_afresh() -> None:
        shutil.rmtree(place, ignore_errors=True)
        shutil.copytree(tmp_path / "filled", place)

    def give_a_password() -> None:
        begin_afresh()
        notebook = Notebook.open(place)
        notebook.seal(PASSWORD)
        notebook.finish_sealing()

    times = 0
    for _ in cut_at_each(give_a_password, done):
        times += 1
        half_way = Notebook.open(place)
        if half_way.key.sealed:
            assert half_way.take_over()
            assert says_a_word(place) == []
            half_way.key.unlock(PASSWORD)
        assert what_it_says(half_way) == SAYS
        half_way.hold.release()
    assert times > 14


@pytest.mark.parametrize("done", [False, True], ids=["before", "after"])
def test_unsealing_that_was_cut_off_anywhere_is_gone_on_with_once_it_is_unlocked(
    tmp_path: Path, done: bool
) -> None:
    sealed(tmp_path / "filled").hold.release()
    place = tmp_path / "notebook"

    def take_it_off() -> None:
        shutil.rmtree(place, ignore_errors=True)
        shutil.copytree(tmp_path / "filled", place)
        notebook = Notebook.open(place)
        notebook.key.unlock(PASSWORD)
        notebook.unseal()
        notebook.finish_sealing()

    times = 0
    for _ in cut_at_each(take_it_off, done):
        times += 1
        half_way = Notebook.open(place)
        assert half_way.take_over()
        if half_way.key.locked:
            with pytest.raises(Locked):
                half_way.sessions()
            half_way.key.unlock(PASSWORD)
            assert half_way.take_over()
        assert what_it_says(half_way) == SAYS
        half_way.hold.release()
    assert times > 14


def test_the_list_can_be_read_while_a_full_disk_keeps_unsealing_from_its_end(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sealed(place)
    notebook = opened(place)
    notebook.unseal()

    def full(path: Path, data: bytes, **_: Any) -> None:
        raise files.not_kept(path, OSError(errno.ENOSPC, "No space left on device"))

    with monkeypatch.context() as patched:
        patched.setattr(files, "replace", full)
        with pytest.raises(NotKept, match="the disk is full"):
            notebook.finish_sealing()
        assert notebook.take_over()
        assert what_it_says(notebook) == SAYS
    assert notebook.take_over()
    assert not notebook.key.sealed
    assert what_it_says(notebook) == SAYS


# -- links ----------------------------------------------------------------------------------------


def test_what_is_no_file_stays_as_it_is_and_is_said(place: Path, tmp_path: Path) -> None:
    notebook = fill(place)
    letter = tmp_path / "letter"
    letter.write_bytes(b"a letter")
    link = place / "sessions" / "link.json"
    link.symlink_to(letter)
    os.mkfifo(place / "sessions" / "pipe.json")
    notebook.seal(PASSWORD)
    left = notebook.finish_sealing()
    assert left == [link, place / "sessions" / "pipe.json"]
    assert letter.read_bytes() == b"a letter"
    assert link.is_symlink()
    troubles = {kept.id: kept.trouble for kept in notebook.sessions()}
    assert isinstance(troubles["link.json"], CannotRead)
    assert isinstance(troubles["pipe.json"], CannotRead)
    # It is no reason to stop trying: what could not be read then may be readable another day.
    link.unlink()
    link.write_bytes(f"{MARK}, once more".encode())
    (place / "sessions" / "pipe.json").unlink()
    assert Notebook.open(place).take_over()
    assert says_a_word(place) == []


def test_a_link_among_the_earlier_states_leads_nothing_elsewhere(
    place: Path, tmp_path: Path
) -> None:
    notebook = fill(place)
    (tmp_path / "elsewhere").mkdir()
    letter = tmp_path / "elsewhere" / "letter.json"
    letter.write_bytes(b"a letter")
    (place / "earlier" / GREEN).symlink_to(tmp_path / "elsewhere")
    with pytest.raises(NotKept, match="a link stands"):
        notebook.save(with_words(notebook.load(GREEN), "words"))
    notebook.seal(PASSWORD)
    notebook.finish_sealing()
    assert [path.name for path in letter.parent.iterdir()] == ["letter.json"]
    assert letter.read_bytes() == b"a letter"
