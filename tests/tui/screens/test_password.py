"""The password by name from home: given, changed, new recovery words, taken off."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from textual.pilot import Pilot

from reflect_tui.errors import NotKept
from reflect_tui.notebook import age, backup
from reflect_tui.notebook.notebook import Notebook
from reflect_tui.settings import Settings
from reflect_tui.tui.app import ReflectApp
from reflect_tui.tui.screens.first import FirstScreen
from reflect_tui.tui.screens.home import HomeScreen
from reflect_tui.tui.screens.password import PasswordScreen
from tests.tui.screens.host import BY_TURNS, Host, a_session, click_words, settle, text, world

PASSWORD = "blue kettle on a tall shelf"
OTHER = "a red door behind it"


@pytest.fixture(autouse=True)
def _cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(age, "WORK_FACTOR", 4)


@pytest.fixture
def app(tmp_path: Path) -> ReflectApp:
    made = world(tmp_path)
    made.notebook().save(a_session(brought="the blue folder"))
    return ReflectApp(made, tmp_path / "reports")


def reopened(app: ReflectApp) -> Notebook:
    """The notebook, as somebody else opens it."""
    return Notebook.open(app.flow.world.notebook().top)


async def by_name(pilot: Pilot[None], words: str) -> None:
    await settle(pilot)
    await pilot.press("ctrl+p")
    await settle(pilot)
    await pilot.press(*words, "enter")
    await settle(pilot)


async def type_twice(pilot: Pilot[None], words: str) -> None:
    for _ in range(2):
        await pilot.press(*words, "enter")
    await settle(pilot)
    await settle(pilot)


def shown_words(page: str) -> str:
    """The recovery words on the screen, in their order."""
    found = re.findall(r"\b(\d{1,2}) ([a-z]+)\b", page)
    return " ".join(word for _, word in sorted((int(n), w) for n, w in found if int(n) < 13))


@pytest.mark.parametrize("size", BY_TURNS)
async def test_given_changed_and_taken_off(app: ReflectApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=size, notifications=True) as pilot:
        await by_name(pilot, "lock the notebook with")
        assert isinstance(app.screen, PasswordScreen)
        await type_twice(pilot, PASSWORD)
        words = shown_words(text(app))
        assert len(words.split()) == 12
        await pilot.press("escape")
        assert isinstance(app.screen, PasswordScreen)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, HomeScreen)
        reopened(app).key.unlock_by_recovery(words)
        await by_name(pilot, "change the password")
        await type_twice(pilot, OTHER)
        assert isinstance(app.screen, HomeScreen)
        reopened(app).key.unlock(OTHER)
        await by_name(pilot, "new recovery")
        await pilot.press("enter")
        await settle(pilot)
        assert shown_words(text(app)) not in ("", words)
        await pilot.press("enter")
        await by_name(pilot, "take the password off")
        await pilot.press("tab", "enter")
        await settle(pilot)
        await settle(pilot)
        assert "The password is off" in " ".join(one.message for one in app._notifications)
    assert not reopened(app).key.sealed
    assert [kept.brought for kept in reopened(app).sessions()] == ["the blue folder"]


async def test_what_is_wrong_with_a_new_one_is_said(app: ReflectApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await by_name(pilot, "lock the notebook with")
        await type_twice(pilot, "short")
        assert "too short" in text(app)
        await settle(pilot)
        await pilot.press("ctrl+a", *PASSWORD, "enter", *OTHER, "enter")
        await settle(pilot)
        assert "The two lines differ" in text(app)
        assert PASSWORD not in text(app)
        await click_words(pilot, "Show what I type")
        await settle(pilot)
        assert PASSWORD in text(app)
    assert not reopened(app).key.sealed


async def test_one_can_be_made_up(app: ReflectApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await by_name(pilot, "lock the notebook with")
        await click_words(pilot, "Make one up for me")
        await settle(pilot)
        assert "Made up for you" in text(app)
        made_up = app.screen.query_one("#first").value  # type: ignore[attr-defined]
        assert len(made_up.split()) == 5
        await pilot.press(*made_up, "enter")
        await settle(pilot)
        await settle(pilot)
        assert "Your recovery words" in text(app)
    reopened(app).key.unlock(made_up)


class FirstStart:
    """A first start, and whether it was gone through."""

    def __init__(self, tmp_path: Path) -> None:
        self.done = False
        self.world = world(tmp_path, settings=Settings())
        self.app = Host(lambda: FirstScreen(self.world, done=self._done))

    def _done(self) -> None:
        self.done = True


@pytest.mark.parametrize("size", BY_TURNS)
async def test_at_the_first_start_it_is_set_and_the_recovery_words_are_seen(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    start = FirstStart(tmp_path)
    async with start.app.run_test(size=size) as pilot:
        await settle(pilot)
        await pilot.press("enter")
        await type_twice(pilot, PASSWORD)
        page = text(start.app)
        assert "I have written them down" in page
        words = shown_words(page)
        await pilot.press("escape")
        assert not start.done
        await pilot.press("enter")
        await settle(pilot)
        await click_words(pilot, "Back")
        await settle(pilot)
        assert shown_words(text(start.app)) == words
        await pilot.press("enter", "enter")
        await settle(pilot)
    assert start.done
    notebook = Notebook.open(tmp_path / "notebook")
    notebook.key.unlock_by_recovery(words)


async def test_at_the_first_start_a_disk_that_refuses_is_said_and_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    start = FirstStart(tmp_path)

    def refused(*_: object) -> str:
        raise NotKept("Not kept: the disk is full", do="Make some room.")

    monkeypatch.setattr(start.world.notebook(), "seal", refused)
    async with start.app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("enter")
        await type_twice(pilot, PASSWORD)
        assert "the disk is full" in text(start.app)
    assert not start.world.notebook().key.sealed


async def test_a_backup_is_made_by_name_once_there_is_a_password(
    app: ReflectApp, tmp_path: Path
) -> None:
    notebook = app.flow.world.notebook()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await by_name(pilot, "make a backup")
        assert "there is none yet" in " ".join(one.message for one in app._notifications)
        notebook.seal(PASSWORD)
        notebook.finish_sealing()
        await by_name(pilot, "make a backup")
        await settle(pilot)
    (kept,) = tmp_path.glob("reflect-tui-backup-*.age")
    assert backup.restore(kept.read_bytes(), PASSWORD, tmp_path / "restored") == 1
