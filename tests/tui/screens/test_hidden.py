from __future__ import annotations

from pathlib import Path

import pytest
from textual.app import ComposeResult
from textual.widgets import TextArea

from reflect_tui.tui.screens.frame import Frame
from reflect_tui.tui.screens.hidden import HiddenScreen
from tests.tui.screens.host import SIZES, Host, click_words, text, world


class Writing(Frame[None]):
    """A screen with words that others should not see."""

    TITLE_LINE = "the blue folder"

    def body(self) -> ComposeResult:
        yield TextArea("what she told me", id="words")


@pytest.mark.parametrize("size", [*SIZES, (40, 10)])
async def test_a_hidden_screen_says_paused_and_nothing_else(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    app = Host(lambda: Writing(world(tmp_path)))
    async with app.run_test(size=size, notifications=True) as pilot:
        app.notify("Written to /notes/the-blue-folder.md", timeout=60)
        app.push_screen(HiddenScreen(world(tmp_path)))
        await pilot.pause()
        app.notify("Written once more", timeout=60)
        await pilot.pause()
        assert text(app) == "Paused Enter brings it back"


async def test_enter_brings_it_back_with_the_caret_where_it_was(tmp_path: Path) -> None:
    app = Host(lambda: Writing(world(tmp_path)))
    async with app.run_test() as pilot:
        words = app.screen.query_one(TextArea)
        words.focus()
        words.move_cursor((0, 4))
        app.push_screen(HiddenScreen(world(tmp_path)))
        await pilot.pause()
        await pilot.press("enter")
        assert isinstance(app.screen, Writing)
        assert app.screen.focused is words
        assert words.cursor_location == (0, 4)


@pytest.mark.parametrize("key", ["escape", "space", "tab", "x", "f1"])
async def test_no_other_key_brings_it_back(tmp_path: Path, key: str) -> None:
    app = Host(lambda: Writing(world(tmp_path)))
    async with app.run_test() as pilot:
        app.push_screen(HiddenScreen(world(tmp_path)))
        await pilot.pause()
        await pilot.press(key)
        assert isinstance(app.screen, HiddenScreen)


async def test_a_mouse_alone_brings_it_back(tmp_path: Path) -> None:
    app = Host(lambda: Writing(world(tmp_path)))
    async with app.run_test() as pilot:
        app.push_screen(HiddenScreen(world(tmp_path)))
        await pilot.pause()
        await click_words(pilot, "Enter brings it back")
        assert isinstance(app.screen, Writing)
