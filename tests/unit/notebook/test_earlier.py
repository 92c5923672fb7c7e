"""Earlier states are kept, thinned by a rule that no clock upsets, and stand in for damage."""

from __future__ import annotations

import os
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reflect_tui.errors import CannotRead, Damaged, NotKept, ReflectError
from reflect_tui.notebook import earlier
from reflect_tui.notebook.earlier import State, superseded
from reflect_tui.notebook.notebook import Notebook
from reflect_tui.session.address import Address
from reflect_tui.session.model import Response, Session
from reflect_tui.session.values import Round
from tests.strategies import a_session, with_words, words_of
from tests.unit.notebook.full import BLUE, GREEN, PASSWORD

TODAY = date(2026, 11, 24)
IN_TURN = Address("walk", "talk", "round")


def words_kept(notebook: Notebook) -> list[str]:
    """What the earlier states say, newest first."""
    return [words_of(notebook.load_earlier(state)) for state in notebook.earlier(BLUE)]


class Clock:
    """A clock that only goes when it is told to."""

    def __init__(self) -> None:
        self.now = 1_000.0

    def monotonic(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr(earlier, "time", made)
    return made


# -- when one is kept -----------------------------------------------------------------------------


def test_one_is_kept_at_the_first_save_after_opening_and_then_every_ten_minutes_of_change(
    place: Path, clock: Clock
) -> None:
    Notebook.open(place).save(a_session("first"))
    notebook = Notebook.open(place)
    session = notebook.load(BLUE)
    for minutes, words in ((0, "0"), (9, "9"), (10, "10"), (11, "11"), (19, "19"), (25, "25")):
        clock.now = 1_000 + minutes * 60
        session = notebook.save(with_words(session, words))
    assert words_kept(notebook) == ["19", "9", "first"]


def test_a_new_session_has_its_first_after_ten_minutes_of_change(
    place: Path, notebook: Notebook, clock: Clock
) -> None:
    session = notebook.save(a_session("begun"))
    clock.now += 599
    session = notebook.save(with_words(session, "gone on with"))
    assert notebook.earlier(BLUE) == []
    clock.now += 1
    notebook.save(with_words(session, "and on"))
    assert words_kept(notebook) == ["gone on with"]


@pytest.mark.parametrize("sealed", [False, True])
def test_no_state_holds_a_piece_of_a_round_that_is_not_shown_yet(
    place: Path, clock: Clock, cheap: None, sealed: bool
) -> None:
    begun = Notebook.open(place)
    if sealed:
        begun.seal(PASSWORD)
        begun.finish_sealing()
    begun.save(in_turn(a_session("first"), "one"))
    notebook = Notebook.open(place)
    if sealed:
        notebook.key.unlock(PASSWORD)
    session = notebook.load(BLUE)
    # Saving works while it is locked, and so does leaving a round out.
    notebook.key.lock() if sealed else None
    for pieces in (("two", "one"), ("two", "three", "one")):
        session = notebook.save(in_turn(session, *pieces))
        clock.now += 600
    session = notebook.save(in_turn(session, *pieces, shown=True))
    clock.now += 600
    notebook.save(with_words(session, "and on"))
    notebook.key.unlock(PASSWORD) if sealed else None
    states = [notebook.load_earlier(state) for state in notebook.earlier(BLUE)]
    assert [words_of(state) for state in states] == ["first"] * len(states)
    kept = [state.response(IN_TURN) for state in states]
    assert [bool(response) for response in kept] == [True, False, False, False]


def in_turn(session: Session, *pieces: str, shown: bool = False) -> Session:
    """The session with these pieces of a round."""
    said = Response(prompt=IN_TURN, asked="In turn", value=Round(pieces=pieces, shown=shown))
    rest = [kept for kept in session.responses if kept.prompt != IN_TURN]
    return session.model_copy(update={"responses": (*rest, said)})


def test_one_that_was_opened_again_without_a_change_is_kept_once(place: Path) -> None:
    Notebook.open(place).save(a_session("first"))
    for _ in range(3):
        notebook = Notebook.open(place)
        notebook.load(BLUE)
        as_it_is = (place / "sessions" / f"{BLUE}.json").read_bytes()
        notebook.save(with_words(notebook.load(BLUE), "other"))
        (place / "sessions" / f"{BLUE}.json").write_bytes(as_it_is)
    assert words_kept(notebook) == ["first"]


def test_of_many_the_last_five_stay_that_were_kept_on_one_day(place: Path, clock: Clock) -> None:
    notebook = Notebook.open(place)
    session = notebook.save(a_session("0"))
    for number in range(1, 12):
        clock.now += 600
        session = notebook.save(with_words(session, str(number)))
    assert words_kept(notebook) == ["10", "9", "8", "7", "6"]


def test_a_clock_set_back_a_year_loses_none(
    place: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    notebook = Notebook.open(place)
    session = notebook.save(a_session("0"))
    for days_ago in range(13, -1, -1):
        clock.now += 600
        session = notebook.save(with_words(session, str(days_ago)))
        at = time.time() - days_ago * 86_400
        os.utime(notebook.earlier(BLUE)[0].path, (at, at))
    before = notebook.earlier(BLUE)
    assert len(before) == 14

    class YearAgo(datetime):
        @classmethod
        def now(cls, tz: Any = None) -> datetime:
            return datetime.fromtimestamp(time.time(), tz) - timedelta(days=365)

    monkeypatch.setattr(earlier, "datetime", YearAgo)
    clock.now += 600
    notebook.save(with_words(session, "with the clock set back"))
    after = notebook.earlier(BLUE)
    assert {state.path for state in before} < {state.path for state in after}
    assert after[0].revision == before[0].revision + 1


# -- which stay ---------------------------------------------------------------------------------


def newest_first(days_ago: list[int]) -> list[State]:
    """States in the order they were made, each so many days ago by the clock there was then."""
    midday = datetime(TODAY.year, TODAY.month, TODAY.day, 12, tzinfo=UTC)
    return [
        State(Path(str(number)), len(days_ago) - number, midday - timedelta(days=days))
        for number, days in enumerate(days_ago)
    ]


@given(st.lists(st.integers(-400, 400), max_size=40))
def test_the_last_five_always_stay_and_a_days_last_for_a_fortnight(days_ago: list[int]) -> None:
    states = newest_first(days_ago)
    gone = {state.path for state in superseded(states, TODAY)}
    assert not gone & {state.path for state in states[:5]}
    for days in set(days_ago):
        last_of_day = next(state for state, at in zip(states, days_ago, strict=True) if at == days)
        if days < 14:
            assert last_of_day.path not in gone
        elif last_of_day not in states[:5]:
            assert last_of_day.path in gone
    per_day = [at for state, at in zip(states, days_ago, strict=True) if state.path not in gone]
    assert all(per_day[5:].count(days) <= 1 for days in set(per_day))


@given(st.lists(st.integers(-400, 400), max_size=40), st.integers(0, 400))
def test_a_clock_set_back_by_any_time_lets_go_of_no_more(days_ago: list[int], back: int) -> None:
    states = newest_first(days_ago)
    rightly = {state.path for state in superseded(states, TODAY)}
    set_back = {state.path for state in superseded(states, TODAY - timedelta(days=back))}
    assert set_back <= rightly


# -- damage -------------------------------------------------------------------------------------


def with_states(place: Path, *words: str) -> Notebook:
    """A session saved with each of these words, an earlier state of each but the last."""
    Notebook.open(place).save(a_session(words[0]))
    for text in words[1:]:
        again = Notebook.open(place)
        again.save(with_words(again.load(BLUE), text))
    return Notebook.open(place)


def harm(path: Path) -> bytes:
    """Break a file off in the middle; what it holds then."""
    path.write_bytes(path.read_bytes()[:-40])
    return path.read_bytes()


def brought_back(notebook: Notebook) -> Session:
    found = notebook.newest_good(BLUE)
    assert found is not None
    return notebook.bring_back(BLUE, found[0])


@pytest.mark.parametrize("sealed", [False, True])
def test_the_newest_good_one_takes_the_place_of_a_damaged_session(
    place: Path, cheap: None, sealed: bool
) -> None:
    notebook = with_states(place, "first", "second", "third")
    if sealed:
        notebook.seal(PASSWORD)
        notebook.finish_sealing()
    (path,) = (place / "sessions").iterdir()
    torn = harm(path)
    with pytest.raises(Damaged):
        notebook.load(BLUE)
    found = notebook.newest_good(BLUE)
    assert found is not None
    assert words_of(found[1]) == "second"
    assert path.read_bytes() == torn
    session = notebook.bring_back(BLUE, found[0])
    assert words_of(session) == "second"
    (copy,) = (place / "damaged").iterdir()
    assert copy.read_bytes() == torn
    kept = notebook.save(with_words(session, "gone on with"))
    assert kept.id == BLUE
    again = Notebook.open(place)
    again.key.unlock(PASSWORD)
    assert words_of(again.load(BLUE)) == "gone on with"
    assert [one.id for one in again.sessions()] == [BLUE]


def test_damaged_bytes_never_become_an_earlier_state(place: Path, clock: Clock) -> None:
    notebook = with_states(place, "first", "second")
    notebook.save(with_words(notebook.load(BLUE), "third"))
    clock.now += 601
    harm(place / "sessions" / f"{BLUE}.json")
    session = brought_back(notebook)
    assert words_kept(notebook) == ["second", "first"]
    clock.now += 601
    notebook.save(with_words(session, "gone on with"))
    assert words_kept(notebook) == ["second", "second", "first"]


def test_a_damaged_state_is_passed_over(place: Path) -> None:
    notebook = with_states(place, "first", "second", "third")
    harm(place / "sessions" / f"{BLUE}.json")
    newest, older = notebook.earlier(BLUE)
    harm(newest.path)
    with pytest.raises(Damaged):
        notebook.load_earlier(newest)
    assert words_of(brought_back(notebook)) == "first"
    harm(older.path)
    harm(place / "sessions" / f"{BLUE}.json")
    for state in notebook.earlier(BLUE):
        if state.path.exists() and state.path not in (newest.path, older.path):
            state.path.unlink()
    assert notebook.newest_good(BLUE) is None


def test_a_newer_programs_state_is_passed_over_too(place: Path) -> None:
    notebook = with_states(place, "first", "second", "third")
    (newest, _) = notebook.earlier(BLUE)
    text = newest.path.read_text("utf-8").replace('"schema_version": 1', '"schema_version": 2')
    newest.path.write_text(text, "utf-8")
    with pytest.raises(ReflectError, match="newer version"):
        notebook.load_earlier(newest)
    found = notebook.newest_good(BLUE)
    assert found is not None
    assert words_of(found[1]) == "first"


def test_a_session_whose_file_has_gone_is_brought_back(place: Path) -> None:
    notebook = with_states(place, "first", "second")
    (place / "sessions" / f"{BLUE}.json").unlink()
    assert words_of(brought_back(notebook)) == "first"
    assert [kept.id for kept in Notebook.open(place).sessions()] == [BLUE]
    assert not (place / "damaged").exists()


def test_bringing_back_over_a_good_session_keeps_what_stood_there(place: Path) -> None:
    notebook = with_states(place, "first", "second")
    as_it_was = (place / "sessions" / f"{BLUE}.json").read_bytes()
    (state,) = notebook.earlier(BLUE)
    assert words_of(notebook.bring_back(BLUE, state)) == "first"
    (copy,) = (place / "damaged").iterdir()
    assert copy.read_bytes() == as_it_was
    assert words_kept(notebook) == ["first"]


def test_nothing_is_brought_back_into_a_place_that_cannot_be_read(
    place: Path, tmp_path: Path
) -> None:
    notebook = with_states(place, "first", "second")
    (state,) = notebook.earlier(BLUE)
    path = place / "sessions" / f"{BLUE}.json"
    path.rename(tmp_path / "moved")
    path.symlink_to(tmp_path / "moved")
    before = (tmp_path / "moved").read_bytes()
    with pytest.raises(CannotRead):
        notebook.bring_back(BLUE, state)
    assert path.is_symlink()
    assert (tmp_path / "moved").read_bytes() == before


def test_a_state_that_went_meanwhile_or_is_a_link_is_said(place: Path, tmp_path: Path) -> None:
    notebook = with_states(place, "first", "second")
    (state,) = notebook.earlier(BLUE)
    state.path.rename(tmp_path / "moved")
    with pytest.raises(CannotRead):
        notebook.load_earlier(state)
    state.path.symlink_to(tmp_path / "moved")
    with pytest.raises(CannotRead):
        notebook.load_earlier(state)
    assert notebook.newest_good(BLUE) is None


def test_a_second_window_brings_nothing_back(place: Path) -> None:
    notebook, second = with_states(place, "first", "second"), Notebook.open(place)
    assert notebook.take_over()
    assert not second.take_over()
    (state,) = second.earlier(BLUE)
    with pytest.raises(NotKept, match="another window"):
        second.bring_back(BLUE, state)
    assert words_of(second.load(BLUE)) == "second"


@pytest.mark.parametrize("name", ["../..", "../sessions", "nobody", "", GREEN + "x"])
def test_no_name_leads_out_of_the_notebook(notebook: Notebook, name: str) -> None:
    with pytest.raises(ReflectError, match="There is no session"):
        notebook.earlier(name)


def test_what_else_lies_among_them_is_no_state(place: Path) -> None:
    notebook = with_states(place, "first", "second")
    (state,) = notebook.earlier(BLUE)
    for name in ("notes.txt", "000001-short.json", f"{state.path.name}.part", ".hidden.json"):
        (state.path.parent / name).write_bytes(b"x")
    assert notebook.earlier(BLUE) == [state]


def test_a_session_whose_file_has_gone_is_listed_and_comes_back_from_its_newest_state(
    place: Path,
) -> None:
    first = Notebook.open(place)
    first.save(a_session("some words"))
    again = Notebook.open(place)
    again.save(again.load(a_session().id))
    (place / "sessions" / f"{a_session().id}.json").unlink()
    notebook = Notebook.open(place)
    (summary,) = notebook.sessions()
    assert summary.id == a_session().id
    assert isinstance(summary.trouble, Damaged)
    with pytest.raises(Damaged, match="has gone"):
        notebook.load(summary.id)
    found = notebook.newest_good(summary.id)
    assert found is not None
    assert words_of(notebook.bring_back(summary.id, found[0])) == "some words"
    notebook.bin.put(summary.id)
    assert notebook.sessions() == []
