"""The standard behind a step: beside the page where there is room, a page of its own where not."""

from __future__ import annotations

from pathlib import Path

from textual.pilot import Pilot

from reflect_tui.session.address import Place
from reflect_tui.tui.app import ReflectApp
from reflect_tui.tui.screens.session import SessionScreen
from reflect_tui.tui.widgets.editor import Editor
from tests.tui.screens.host import a_session, click_words, settle, text, world

BESIDE = "Behind this step"


def _app(tmp_path: Path) -> ReflectApp:
    made = world(tmp_path)
    session = a_session().model_copy(update={"left_at": Place("counterfactual", "talk")})
    made.notebook().save(session)
    return ReflectApp(made, tmp_path / "reports")


async def _sit(pilot: Pilot[None]) -> None:
    await settle(pilot)
    await pilot.press("down", "enter")
    await settle(pilot)


def _editor(app: ReflectApp) -> Editor:
    editor = app.screen.focused
    assert isinstance(editor, Editor)
    return editor


async def test_one_types_on_beside_the_standard_and_esc_shuts_it_first(tmp_path: Path) -> None:
    app = _app(tmp_path)
    async with app.run_test(size=(120, 36)) as pilot:
        await _sit(pilot)
        await pilot.press(*"she is ", "f5", *"loud")
        await settle(pilot)
        assert BESIDE in text(app)
        assert "Words build stories" in text(app)
        assert "Also met in: " in text(app)
        assert _editor(app).text == "she is loud"
        # To it, to read on, and back to the same caret.
        await pilot.press("f6", "pagedown", "f6", *"er")
        assert _editor(app).text == "she is louder"
        await pilot.press("f6", "escape", *"!")
        await settle(pilot)
        assert BESIDE not in text(app)
        assert _editor(app).text == "she is louder!"
        assert isinstance(app.screen, SessionScreen)
        await pilot.press("escape")
        await settle(pilot)
        assert not isinstance(app.screen, SessionScreen)


async def test_it_follows_to_another_page_and_is_shut_by_key_click_or_a_narrow_window(
    tmp_path: Path,
) -> None:
    app = _app(tmp_path)
    async with app.run_test(size=(120, 36)) as pilot:
        await _sit(pilot)
        await pilot.press("f5")
        await settle(pilot)
        assert "2.7 What if they were" not in text(app)
        await pilot.press("ctrl+n", "ctrl+n")
        await settle(pilot)
        assert "2.7 What if they were" in text(app)
        await pilot.press("f5")
        await settle(pilot)
        assert BESIDE not in text(app)
        await pilot.press("f5")
        await settle(pilot)
        await click_words(pilot, "Close")
        assert BESIDE not in text(app)
        await pilot.press("f5")
        await pilot.resize_terminal(80, 24)
        await settle(pilot)
        assert BESIDE not in text(app)
        await pilot.press("escape")
        await settle(pilot)
        assert not isinstance(app.screen, SessionScreen)


async def test_a_click_on_the_number_leaves_the_caret_and_tab_reaches_it(tmp_path: Path) -> None:
    app = _app(tmp_path)
    async with app.run_test(size=(120, 36)) as pilot:
        await _sit(pilot)
        await click_words(pilot, "standards 2.8")
        await pilot.press(*"on")
        await settle(pilot)
        assert BESIDE in text(app)
        assert _editor(app).text == "on"
        await pilot.press("shift+tab", "enter")
        await settle(pilot)
        assert BESIDE not in text(app)


async def test_in_a_narrow_window_it_is_a_page_and_back_leads_to_the_caret(tmp_path: Path) -> None:
    app = _app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await _sit(pilot)
        await pilot.press(*"ab", "left", "f5")
        await settle(pilot)
        assert "Words build stories" in text(app)
        assert not isinstance(app.screen, SessionScreen)
        await click_words(pilot, "Back")
        await settle(pilot)
        await pilot.press("x")
        assert _editor(app).text == "axb"
