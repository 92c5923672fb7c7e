"""The screens in the app itself, walked as somebody new would walk them."""

from __future__ import annotations

from pathlib import Path

import pytest

from reflect_tui.settings import Settings
from reflect_tui.tui.app import ReflectApp
from reflect_tui.tui.screens.begin import BeginScreen
from reflect_tui.tui.screens.everything import EverythingScreen
from reflect_tui.tui.screens.first import FirstScreen
from reflect_tui.tui.screens.frame import Frame
from reflect_tui.tui.screens.helping import HelpScreen
from reflect_tui.tui.screens.hidden import HiddenScreen
from reflect_tui.tui.screens.home import HomeScreen
from reflect_tui.tui.screens.note import NoteScreen
from reflect_tui.tui.screens.reading import ReadingScreen
from reflect_tui.tui.screens.risk import RiskScreen
from reflect_tui.tui.screens.session import SessionScreen
from reflect_tui.tui.screens.sessions import SessionsScreen
from reflect_tui.tui.widgets.editor import Editor
from tests.tui.screens.host import SIZES, a_session, click_words, settle, text, world


def an_app(tmp_path: Path, *, new: bool = False, sessions: int = 0) -> ReflectApp:
    made = world(tmp_path, settings=Settings(introduced=not new))
    for number in range(sessions):
        made.notebook().save(a_session(brought=f"folder {number}"))
    return ReflectApp(made, tmp_path / "reports")


@pytest.mark.parametrize("size", SIZES)
async def test_somebody_new_comes_from_the_welcome_into_a_session_with_enter_and_one_key(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    app = an_app(tmp_path, new=True)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        assert isinstance(app.screen, FirstScreen)
        await pilot.press("enter", "enter", "enter", "enter")
        await settle(pilot)
        assert isinstance(app.screen, HomeScreen)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, BeginScreen)
        await pilot.press("ctrl+n")
        await settle(pilot)
        assert isinstance(app.screen, SessionScreen)
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, HomeScreen)
        assert "Go on" in text(app)


@pytest.mark.parametrize("size", SIZES)
async def test_home_is_drawn_with_its_own_styles(tmp_path: Path, size: tuple[int, int]) -> None:
    app = an_app(tmp_path, sessions=2)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        below = app.screen.query_one("#below").region
        assert below.bottom >= size[1] - 3
        assert app.screen.query_one("#question").styles.text_style.bold


async def test_every_screen_has_the_two_ways_out_and_help(tmp_path: Path) -> None:
    app = an_app(tmp_path, sessions=2)
    seen: set[type[object]] = set()

    async def look() -> None:
        await settle(pilot)
        screen = app.screen
        seen.add(type(screen))
        assert text(app).count("Hide screen") >= 1
        await click_words(pilot, "Hide screen")
        await settle(pilot)
        assert text(app) == "Paused Enter brings it back"
        await pilot.press("enter")
        await pilot.press("ctrl+t")
        await settle(pilot)
        if not isinstance(screen, RiskScreen):
            assert isinstance(app.screen, RiskScreen)
            await pilot.press("escape")
        assert app.screen is screen
        if not isinstance(screen, HelpScreen):
            assert isinstance(screen, Frame)
            assert screen.help_text
            if isinstance(screen, EverythingScreen):
                await pilot.press("f1")
            else:
                await click_words(pilot, "F1 help", last=True)
            await settle(pilot)
            assert isinstance(app.screen, HelpScreen)
            await pilot.press("escape")
        await settle(pilot)
        assert app.screen is screen

    async with app.run_test(size=(120, 36)) as pilot:
        await look()
        await click_words(pilot, "All sessions")
        await look()
        await click_words(pilot, "Read it")
        await look()
        await click_words(pilot, "Back", last=True)
        await click_words(pilot, "Its note")
        await look()
        await pilot.press("escape", "escape")
        await settle(pilot)
        await click_words(pilot, "Begin a session")
        await look()
        await pilot.press("escape", "ctrl+p")
        await look()
        await pilot.press("escape", "ctrl+t")
        await look()
        await pilot.press("escape", "f1")
        await look()
    assert seen >= {
        HomeScreen,
        SessionsScreen,
        ReadingScreen,
        NoteScreen,
        BeginScreen,
        EverythingScreen,
        RiskScreen,
        HelpScreen,
    }


async def test_the_risk_page_returns_to_the_same_caret_in_a_session(tmp_path: Path) -> None:
    app = an_app(tmp_path, sessions=1)
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await pilot.press("down", "enter")
        await settle(pilot)
        while not isinstance(app.focused, Editor):
            await pilot.press("ctrl+n")
            await settle(pilot)
        editor = app.focused
        await pilot.press(*"abc", "left", "left")
        caret = editor.cursor_location
        for key in ("ctrl+t", "ctrl+l"):
            await pilot.press(key)
            await settle(pilot)
            assert isinstance(app.screen, RiskScreen | HiddenScreen)
            await pilot.press("escape" if key == "ctrl+t" else "enter")
            await settle(pilot)
            assert app.focused is editor
            assert editor.cursor_location == caret


async def test_the_list_of_everything_holds_nothing_of_textuals_own(tmp_path: Path) -> None:
    app = an_app(tmp_path)
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await pilot.press("ctrl+p")
        await settle(pilot)
        page = text(app)
        assert "Focus" not in page
        assert "creenshot" not in page
        assert "Colours: light" in page
        await pilot.press(*"light", "enter")
        await settle(pilot)
        assert app.theme == "paper"
        assert isinstance(app.screen, HomeScreen)


async def test_a_sessions_note_is_reached_from_the_list(tmp_path: Path) -> None:
    app = an_app(tmp_path, sessions=1)
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await click_words(pilot, "All sessions")
        await settle(pilot)
        await pilot.press("ctrl+r")
        await settle(pilot)
        assert isinstance(app.screen, NoteScreen)
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, SessionScreen)


async def test_help_in_a_low_window_says_what_the_exercise_is_for(tmp_path: Path) -> None:
    app = an_app(tmp_path, sessions=1)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("down", "enter")
        await settle(pilot)
        await pilot.press("f1")
        await settle(pilot)
        screen = app.screen
        assert isinstance(screen, HelpScreen)
        said = " ".join(str(part.render()) for part in screen.query("#help-text"))
        assert "What “Arrive” is for" in said


async def test_enter_at_the_top_of_everything_on_home_does_not_leave(tmp_path: Path) -> None:
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 50)) as pilot:
        await settle(pilot)
        await pilot.press("ctrl+p")
        await settle(pilot)
        page = text(app)
        leave = page.find("Leave; everything is kept")
        assert leave < 0 or page.index("Someone may be at risk") < leave
        await pilot.press("enter")
        await settle(pilot)
        assert app.is_running


async def test_what_escape_says_on_home_covers_nothing_later(tmp_path: Path) -> None:
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("escape", "escape")
        await settle(pilot)
        assert text(app).count("Ctrl+Q leaves. Everything is kept.") == 1
        await pilot.press("ctrl+t")
        await settle(pilot)
        assert "Ctrl+Q leaves" not in text(app)
