"""Where the disk refuses, a session stays open until somebody says twice where they are going."""

from __future__ import annotations

from pathlib import Path

import pytest

from reflect_tui.errors import NotKept
from reflect_tui.session.model import Session
from reflect_tui.tui.app import ReflectApp
from reflect_tui.tui.screens.home import HomeScreen
from reflect_tui.tui.screens.session import SessionScreen
from tests.tui.screens.host import a_session, settle, text, world


class Disk:
    """A notebook's way of saving, which can be full."""

    def __init__(self, app: ReflectApp, monkeypatch: pytest.MonkeyPatch) -> None:
        notebook = app.flow.world.notebook()
        self._save = notebook.save
        self.full = False
        monkeypatch.setattr(notebook, "save", self.save)
        monkeypatch.setattr("reflect_tui.tui.open_sitting._PATIENCE", 0.3)

    def save(self, session: Session) -> Session:
        if self.full:
            raise NotKept("Not kept: the disk is full", do="Make some room.")
        return self._save(session)


@pytest.fixture
def app(tmp_path: Path) -> ReflectApp:
    made = world(tmp_path)
    made.notebook().save(a_session())
    return ReflectApp(made, tmp_path / "reports")


async def test_only_the_same_way_out_a_second_time_lets_go(
    app: ReflectApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = Disk(app, monkeypatch)
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await pilot.press("down", "enter")
        await settle(pilot)
        disk.full = True
        await pilot.press(*"what she said")
        for way in ("escape", "ctrl+q"):
            await pilot.press(way)
            await settle(pilot)
            assert isinstance(app.screen, SessionScreen)
            assert "NOT KEPT" in text(app)
        await pilot.press("ctrl+q")
        await settle(pilot)
        assert not app.is_running


async def test_once_there_is_room_all_of_it_is_kept_and_one_can_go(
    app: ReflectApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = Disk(app, monkeypatch)
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await pilot.press("down", "enter")
        await settle(pilot)
        disk.full = True
        await pilot.press(*"what she said", "escape")
        await settle(pilot)
        assert isinstance(app.screen, SessionScreen)
        disk.full = False
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, HomeScreen)
    notebook = app.flow.world.notebook()
    (summary,) = notebook.sessions()
    (response,) = notebook.load(summary.id).responses
    assert response.value.model_dump()["text"].strip() == "what she said"
