"""What is taken off a page goes to its end, and never takes the program with it."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from textual.app import App, ComposeResult
from textual.await_remove import AwaitRemove
from textual.containers import Vertical
from textual.widgets import Static

from reflect_tui.tui.app import ReflectApp
from reflect_tui.tui.removing import survive_waiting_cut_off
from tests.tui.screens.host import world


class Slow(Static):
    """Takes a moment to go, as a page of many parts does."""

    async def on_unmount(self) -> None:
        await asyncio.sleep(0.1)


class Page(App[None]):
    def compose(self) -> ComposeResult:
        with Vertical(id="page"):
            yield Slow("one")
            yield Slow("two")


async def test_whoever_is_told_to_stop_waiting_stops_nothing_else(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(AwaitRemove, "__await__", AwaitRemove.__await__)
    survive_waiting_cut_off()
    app = Page()
    async with app.run_test() as pilot:

        async def taken_off() -> None:
            await app.query_one("#page").remove_children()

        waiting = app.run_worker(taken_off())
        await asyncio.sleep(0.02)
        waiting.cancel()
        await asyncio.sleep(0.2)
        assert app.is_running
        await app.query_one("#page").mount(Static("three", id="three"))
        await pilot.pause()
        assert [part.id for part in app.query_one("#page").children] == ["three"]


def test_the_program_has_this_from_its_start_on(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    before = AwaitRemove.__await__
    monkeypatch.setattr(AwaitRemove, "__await__", lambda removal: before(removal))
    own = AwaitRemove.__await__
    ReflectApp(world(tmp_path), tmp_path)
    assert AwaitRemove.__await__ is not own
