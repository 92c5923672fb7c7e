"""Locking: by key, when nobody is there, after sleep; and what is left on the screens then."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widget import Widget

from reflect_tui.errors import NotKept
from reflect_tui.idle import Idle
from reflect_tui.notebook import age
from reflect_tui.notebook.notebook import Notebook
from reflect_tui.notebook.search import Found, Search, Wanted
from reflect_tui.practice.exercise import Way
from reflect_tui.session.address import Place
from reflect_tui.session.model import Session
from reflect_tui.session.values import Line
from reflect_tui.tui.app import ReflectApp
from reflect_tui.tui.screens.hidden import HiddenScreen
from reflect_tui.tui.screens.home import HomeScreen
from reflect_tui.tui.screens.password import PasswordScreen
from reflect_tui.tui.screens.reading import ReadingScreen
from reflect_tui.tui.screens.session import SessionScreen
from reflect_tui.tui.screens.unlock import UnlockScreen
from reflect_tui.tui.widgets.fields.round import TurnEditor
from tests.tui.screens.host import BY_TURNS, a_session, click_words, settle, text, world

PASSWORD = "blue kettle on a tall shelf"
WORD = "quillwort"
"""A word that stands in names and answers, and nowhere else."""


@pytest.fixture(autouse=True)
def _cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(age, "WORK_FACTOR", 4)


class House:
    """A sealed notebook with one session in it, and the app over it."""

    def __init__(self, tmp_path: Path, session: Session | None = None, *, locked: bool) -> None:
        self.world = world(tmp_path, sealed=locked)
        notebook = self.world.notebook()
        notebook.save(session or a_session(brought=f"the {WORD} folder"))
        self.recovery = notebook.seal(PASSWORD)
        notebook.finish_sealing()
        if locked:
            notebook.key.lock()
        self.app = ReflectApp(self.world, tmp_path / "reports")

    def on_the_disk(self) -> Session:
        """The one session, opened by somebody else who has the password."""
        notebook = Notebook.open(self.world.notebook().top)
        notebook.key.unlock(PASSWORD)
        (summary,) = notebook.sessions()
        return notebook.load(summary.id)


@pytest.fixture
def locked(tmp_path: Path) -> House:
    return House(tmp_path, locked=True)


@pytest.fixture
def house(tmp_path: Path) -> House:
    return House(tmp_path, locked=False)


def everything_held(app: ReflectApp) -> Iterator[str]:
    """All that any widget of any screen holds, and all that was notified."""
    for screen in app.screen_stack:
        for widget in screen.walk_children(Widget):
            yield str(widget.render())
            yield str(vars(widget))
            yield str(getattr(widget, "text", ""))
    yield from (one.message for one in app._notifications)


async def unlock(pilot: Pilot[None], words: str = PASSWORD) -> None:
    await pilot.press(*words, "enter")
    await settle(pilot)
    await settle(pilot)


async def asked(app: ReflectApp, pilot: Pilot[None]) -> bool:
    """Whether the password is asked for, as soon as all that was typed is kept."""
    for _ in range(30):
        await settle(pilot)
        if isinstance(app.screen, UnlockScreen):
            return True
    return False


async def write(pilot: Pilot[None], words: str) -> None:
    """Go on with the session, and write into what one is at."""
    await settle(pilot)
    await pilot.press("down", "enter")
    await settle(pilot)
    await pilot.press(*words)


@pytest.mark.parametrize("size", BY_TURNS)
async def test_at_the_start_nothing_of_it_is_anywhere_before_the_password(
    locked: House, size: tuple[int, int]
) -> None:
    async with locked.app.run_test(size=size, notifications=True) as pilot:
        await settle(pilot)
        assert isinstance(locked.app.screen, UnlockScreen)
        assert "Use the recovery words" in text(locked.app)
        assert not any(WORD in held for held in everything_held(locked.app))
        for _ in range(3):
            await unlock(pilot, "not this one")
            assert "That isn't it" in text(locked.app)
        assert "not this one" not in text(locked.app)
        await unlock(pilot)
        assert isinstance(locked.app.screen, HomeScreen)
        assert WORD in text(locked.app)


async def test_the_mouse_alone_unlocks_it_too(locked: House) -> None:
    async with locked.app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press(*PASSWORD)
        await click_words(pilot, "  Unlock  ")
        await settle(pilot)
        await settle(pilot)
        assert isinstance(locked.app.screen, HomeScreen)


async def test_the_recovery_words_open_it_and_lead_to_a_new_password(locked: House) -> None:
    async with locked.app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await click_words(pilot, "Use the recovery words")
        await unlock(pilot, locked.recovery.replace(" ", "  "))
        assert isinstance(locked.app.screen, PasswordScreen)
        for _ in range(2):
            await pilot.press(*"a red door behind it", "enter")
        await settle(pilot)
        assert isinstance(locked.app.screen, HomeScreen)
    notebook = Notebook.open(locked.world.notebook().top)
    notebook.key.unlock("a red door behind it")


async def test_the_ways_out_work_while_it_is_locked_and_show_nothing(locked: House) -> None:
    async with locked.app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        for key, words in (("f8", "999"), ("f9", "Paused"), ("f1", "recovery words")):
            await pilot.press(key)
            await settle(pilot)
            assert words in text(locked.app)
            assert not any(WORD in held for held in everything_held(locked.app))
            await pilot.press("enter" if key == "f9" else "escape")
            await settle(pilot)
        await pilot.press("ctrl+p")
        await settle(pilot)
        assert isinstance(locked.app.screen, UnlockScreen)


@pytest.mark.parametrize("way", ["key", "by name"])
async def test_in_the_middle_of_an_answer_every_letter_is_kept_and_none_is_left_on_a_screen(
    house: House, way: str
) -> None:
    async with house.app.run_test(size=(120, 36), notifications=True) as pilot:
        await write(pilot, f"{WORD} and mor")
        if way == "key":
            await pilot.press("ctrl+l", "ctrl+l")
        else:
            await pilot.press("ctrl+p")
            await settle(pilot)
            await pilot.press(*"lock the", "enter")
        assert await asked(house.app, pilot)
        assert house.world.notebook().key.locked
        assert not any(WORD in held for held in everything_held(house.app))
        (kept,) = house.on_the_disk().responses
        assert kept.value == Line(text=f"{WORD} and mor")
        await unlock(pilot)
        assert isinstance(house.app.screen, SessionScreen)
        assert f"{WORD} and mor" in text(house.app)


async def test_a_turn_that_is_not_added_stands_there_again_and_is_in_no_file(
    tmp_path: Path,
) -> None:
    session = a_session(Way.GROUP)
    (swap,) = (entry.id for entry in session.entries if entry.stage == "swap")
    place = Place("counterfactual", "thinking", swap)
    house = House(tmp_path, session.model_copy(update={"left_at": place}), locked=False)
    async with house.app.run_test(size=(120, 36), notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("down", "enter")
        await settle(pilot)
        await click_words(pilot, "Pass the keyboard")
        await settle(pilot)
        await pilot.press(*WORD)
        await pilot.press("ctrl+l", "ctrl+l")
        assert await asked(house.app, pilot)
        assert not any(WORD in held for held in everything_held(house.app))
        assert house.on_the_disk().responses == ()
        await unlock(pilot)
        await settle(pilot)
        assert house.app.screen.query(TurnEditor).first().text == WORD
        assert "Add mine" in text(house.app)


async def test_what_a_full_disk_refuses_is_on_no_screen_and_is_kept_once_there_is_room(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    notebook = house.world.notebook()
    save, full = notebook.save, True

    def saving(session: Session) -> Session:
        if full:
            raise NotKept("Not kept: the disk is full")
        return save(session)

    monkeypatch.setattr("reflect_tui.tui.open_sitting._PATIENCE", 0.3)
    async with house.app.run_test(size=(120, 36), notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("down", "enter")
        await settle(pilot)
        monkeypatch.setattr(house.app.flow._desk._open._saver, "_save", saving)  # type: ignore[union-attr]
        await pilot.press(*f"{WORD} again")
        await pilot.press("ctrl+l", "ctrl+l")
        assert await asked(house.app, pilot)
        assert not any(WORD in held for held in everything_held(house.app))
        await unlock(pilot)
        assert f"{WORD} again" in text(house.app)
        full = False
        assert house.app.flow.keep_all()
    (kept,) = house.on_the_disk().responses
    assert kept.value == Line(text=f"{WORD} again")


class Clock:
    """A clock, and the wall clock that may run ahead of it."""

    def __init__(self) -> None:
        self.now = 0.0
        self.asleep = 0.0

    def idle(self, app: ReflectApp, hide: int = 15, lock: int = 30) -> None:
        """Have the app look at it."""
        app.flow.guard.idle = Idle(
            hide, lock, clock=lambda: self.now, wall=lambda: self.now + self.asleep
        )


async def test_when_nobody_is_there_it_hides_and_half_an_hour_later_locks(house: House) -> None:
    clock = Clock()
    async with house.app.run_test(size=(80, 24)) as pilot:
        clock.idle(house.app)
        await write(pilot, WORD)
        for minutes, screen in ((14, SessionScreen), (2, HiddenScreen), (29, HiddenScreen)):
            clock.now += minutes * 60
            house.app.flow.guard._look()
            await settle(pilot)
            assert isinstance(house.app.screen, screen)
        clock.now += 2 * 60
        house.app.flow.guard._look()
        assert await asked(house.app, pilot)


async def test_a_key_starts_the_time_anew(house: House) -> None:
    clock = Clock()
    async with house.app.run_test(size=(80, 24)) as pilot:
        clock.idle(house.app)
        await settle(pilot)
        for _ in range(3):
            clock.now += 14 * 60
            await pilot.press("down")
            house.app.flow.guard._look()
        await settle(pilot)
        assert isinstance(house.app.screen, HomeScreen)


async def test_a_computer_that_slept_comes_back_locked(house: House) -> None:
    clock = Clock()
    async with house.app.run_test(size=(80, 24)) as pilot:
        clock.idle(house.app, hide=0, lock=0)
        await write(pilot, WORD)
        clock.asleep = 300
        house.app.flow.guard._look()
        assert await asked(house.app, pilot)


async def test_without_a_password_it_is_only_hidden(tmp_path: Path) -> None:
    app = ReflectApp(world(tmp_path), tmp_path / "reports")
    clock = Clock()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        clock.idle(app)
        await settle(pilot)
        clock.asleep = 300
        app.flow.guard._look()
        await settle(pilot)
        assert isinstance(app.screen, HiddenScreen)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, HomeScreen)


async def test_beside_another_window_one_reads_and_takes_over_when_that_is_closed(
    tmp_path: Path,
) -> None:
    made = world(tmp_path)
    made.notebook().save(a_session(brought="the blue folder"))
    other = Notebook.open(tmp_path / "notebook")
    assert other.take_over()
    app = ReflectApp(made, tmp_path / "reports")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        assert "open in another window" in text(app)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, HomeScreen)
        assert "open in another window" in " ".join(one.message for one in app._notifications)
        await pilot.press("down", "enter")
        await settle(pilot)
        assert isinstance(app.screen, ReadingScreen)
        other.hold.release()
        app.flow.guard._look()
        await settle(pilot)
        await settle(pilot)
        assert "You can write here now" in " ".join(one.message for one in app._notifications)
        await pilot.press("ctrl+n")
        await settle(pilot)
        assert isinstance(app.screen, SessionScreen)


async def test_of_all_sessions_nothing_that_was_found_or_looked_for_is_left(house: House) -> None:
    async with house.app.run_test(notifications=True) as pilot:
        await settle(pilot)
        house.app.flow.sessions()
        await settle(pilot)
        await pilot.press(*WORD)
        await settle(pilot)
        assert text(house.app).count(WORD) == 2
        await pilot.press("ctrl+l", "ctrl+l")
        assert await asked(house.app, pilot)
        assert WORD not in "".join(everything_held(house.app))
        gc.collect()
        left = [one for one in gc.get_objects() if isinstance(one, Found | Search | Wanted)]
        assert [one for one in left if WORD in str(one) or getattr(one, "held", 0)] == []
        await unlock(pilot)
        assert isinstance(house.app.screen, HomeScreen)
