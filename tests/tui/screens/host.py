"""A bare app that shows one screen, and ways to act in it as a person does: read, click, type."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
from textual.app import App
from textual.pilot import Pilot
from textual.screen import Screen

from reflect_tui import paths
from reflect_tui.notebook.notebook import Notebook
from reflect_tui.practice.exercise import Service, Way
from reflect_tui.practice.shelf import Place, Shelf
from reflect_tui.session.beginning import begin
from reflect_tui.session.model import Session
from reflect_tui.session.sitting import Sitting
from reflect_tui.settings import Settings
from reflect_tui.tui.terminal import Clean
from reflect_tui.tui.themes import THEMES
from reflect_tui.tui.world import World

STYLES = paths._PACKAGE / "tui" / "styles"
NOW = datetime(2026, 11, 23, 14, 12, tzinfo=UTC)
"""A Monday afternoon."""
HOSTILE = "[@click=app.quit]x[/] [/] \x1b[31mred \x1b]52;c;aGk=\x07 \u202egnp [bold]"
"""Words that would act if anything read them as markup or let them through to the terminal."""
SIZES = [(120, 36), (80, 24)]
BY_TURNS = [SIZES[1], pytest.param(SIZES[0], marks=pytest.mark.slow)]
"""Both sizes; every day the small one is enough for what takes many seconds."""


class Host(App[None]):
    """Shows one screen, with our themes and the terminal's filter, as the real app does."""

    ENABLE_COMMAND_PALETTE = False
    CSS_PATH = str(STYLES / "app.tcss")

    def __init__(self, screen: Callable[[], Screen[Any]]) -> None:
        super().__init__()
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = "ink"
        self._filters.append(Clean())
        self._make = screen

    def on_mount(self) -> None:
        self.push_screen(self._make())


@lru_cache
def shelf() -> Shelf:
    """What is shipped."""
    return Shelf.open([Place(paths.shipped_prompts().parent, "shipped with reflect-tui")])


def world(tmp_path: Path, **changes: Any) -> World:
    """A world with an empty notebook of its own and the shipped exercises."""
    notebook = Notebook.open(tmp_path / "notebook")
    made: dict[str, Any] = {
        "settings": Settings(introduced=True),
        "keep_settings": lambda settings: None,
        "make_shelf": shelf,
        "make_notebook": lambda: notebook,
        "notes": tmp_path / "notes",
        "now": lambda: NOW,
    }
    return World(**{**made, **changes})


def a_session(
    way: Way = Way.SOLO,
    brought: str = "the blue folder",
    *,
    exercises: tuple[str, ...] = ("counterfactual",),
    began: datetime = NOW,
) -> Session:
    """A new session, not kept anywhere yet."""
    walked = {}
    for kept in (shelf().opening, *(shelf().get(name) for name in exercises), shelf().closing):
        assert kept is not None
        walked[kept.id] = (kept.exercise, False)
    return begin(way, Service.CHILDREN, walked, brought=brought, now=lambda: began)


def sit(session: Session, keep: Callable[[Session], None] = lambda session: None) -> Sitting:
    """A sitting that keeps nowhere unless it is told where."""
    return Sitting(session, keep, now=lambda: NOW)


def lines(app: App[Any]) -> list[str]:
    """What stands on the screen, line by line."""
    return [strip.text for strip in app.screen._compositor.render_strips()]


def text(app: App[Any]) -> str:
    """What stands on the screen, with runs of blanks as one."""
    return " ".join(" ".join(lines(app)).split())


async def settle(pilot: Pilot[Any]) -> None:
    """Wait until threads have read and everything is drawn."""
    await pilot.pause(0.12)
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    await pilot.pause()


async def click_words(pilot: Pilot[Any], words: str, *, times: int = 1, last: bool = False) -> None:
    """Click where these words stand first, or last; fails when they don't."""
    drawn = list(enumerate(lines(pilot.app)))
    for y, line in reversed(drawn) if last else drawn:
        x = line.find(words)
        if x >= 0:
            await pilot.click(offset=(x + 1, y), times=times)
            await pilot.pause()
            return
    raise AssertionError(f"{words!r} is not on the screen:\n" + "\n".join(lines(pilot.app)))
