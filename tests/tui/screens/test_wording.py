"""Look at wording in a session: beside the page or as a page of its own, only when one asks."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from reflect_tui.session.values import Contrast, Line, Text, Value
from reflect_tui.settings import Settings
from reflect_tui.tui.app import ReflectApp
from reflect_tui.tui.screens.session import SessionScreen
from reflect_tui.tui.widgets.editor import Editor
from reflect_tui.tui.widgets.line import Line as Row
from tests.tui.screens.host import SIZES, a_session, click_words, settle, sit, text, world

WORDS = "Mother presented as aggressive."
ASKED = "“aggressive” · standard 2.9"
KNOWN = "known"
NOTHING = "Nothing to ask about these words."


def _app(
    tmp_path: Path,
    stage: str = "know",
    written: dict[str, Value] | None = None,
    **changes: Any,
) -> ReflectApp:
    """The program, with a session put down at a stage, where something may be written already."""
    made = world(tmp_path, **changes)
    sitting = sit(a_session())
    pages = sitting.course.every_page(sitting.session)
    page = sitting.go(next(page.place for page in pages if page.stage.id == stage))
    for prompt, value in (written or {}).items():
        sitting.write(page.place.prompt(prompt), value)
    made.notebook().save(sitting.session)
    return ReflectApp(made, tmp_path / "reports")


async def _sit(pilot: Pilot[None]) -> None:
    await settle(pilot)
    await pilot.press("down", "enter")
    await settle(pilot)


def _editor(app: ReflectApp) -> Editor:
    editor = app.screen.focused
    assert isinstance(editor, Editor)
    return editor


@pytest.mark.parametrize("size", SIZES)
async def test_a_question_is_asked_on_request_and_leads_the_caret_to_its_words(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    app = _app(tmp_path)
    async with app.run_test(size=size) as pilot:
        await _sit(pilot)
        await pilot.press(*WORDS)
        await settle(pilot)
        assert ASKED not in text(app)
        await pilot.press("ctrl+o")
        await settle(pilot)
        assert ASKED in text(app)
        if size[0] > 100:
            # The caret stays where one writes, until one goes to the questions.
            await pilot.press(*" On.", "f6")
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, SessionScreen)
        await pilot.press("X")
        assert "as Xaggressive" in _editor(app).text


async def test_the_button_under_the_answer_looks_too_and_leaves_the_caret(tmp_path: Path) -> None:
    app = _app(tmp_path, written={KNOWN: Text(text=WORDS)})
    async with app.run_test(size=(120, 36)) as pilot:
        await _sit(pilot)
        await click_words(pilot, "Look at wording")
        await settle(pilot)
        await pilot.press("!")
        assert ASKED in text(app)
        assert _editor(app).text == f"{WORDS}!"
        # Another page has other answers; and Esc shuts it first.
        await pilot.press("ctrl+n")
        await settle(pilot)
        assert ASKED not in text(app)
        await pilot.press(*"It is calm.", "ctrl+o")
        await settle(pilot)
        assert NOTHING in text(app)
        await pilot.press("escape")
        await settle(pilot)
        assert NOTHING not in text(app)
        assert isinstance(app.screen, SessionScreen)


async def test_letting_a_question_be_changes_no_byte_of_the_session(tmp_path: Path) -> None:
    kept: list[Settings] = []
    app = _app(tmp_path, written={KNOWN: Text(text=WORDS)}, keep_settings=kept.append)
    async with app.run_test(size=(120, 36)) as pilot:
        await _sit(pilot)
        app.flow.keep_all()
        (file,) = (tmp_path / "notebook" / "sessions").glob("*.json")
        before = file.read_bytes()
        await pilot.press("ctrl+o")
        for words in ("Leave it as it is here", "Never ask this again"):
            await settle(pilot)
            await click_words(pilot, words)
            await settle(pilot)
            assert NOTHING in text(app)
            app.flow.keep_all()
            assert file.read_bytes() == before
            app.flow.world.dismissed().forget()
            if not kept:
                await pilot.press("ctrl+o")
        assert _editor(app).text == WORDS
    (settings,) = kept
    assert settings == Settings(introduced=True, hints_off=settings.hints_off)
    assert len(settings.hints_off) == 1


async def test_what_is_imagined_stays_unasked_and_the_other_side_is_found(tmp_path: Path) -> None:
    versions = Contrast(left=f"Well. {WORDS}", right=WORDS)
    app = _app(tmp_path, "swap", {"what": Line(text="the accent"), "versions": versions})
    async with app.run_test(size=(120, 36)) as pilot:
        await _sit(pilot)
        await pilot.press("tab", "tab", "enter")
        await settle(pilot)
        left, right = app.screen.query(".side Editor").results(Editor)
        right.focus()
        await pilot.press("ctrl+o")
        await settle(pilot)
        assert text(app).count(ASKED) == 1
        await click_words(pilot, "“aggressive”")
        await settle(pilot)
        assert app.screen.focused is left
        assert left.cursor_location == (0, left.text.index("aggressive"))


async def test_a_question_is_switched_in_the_settings_and_no_longer_asked(tmp_path: Path) -> None:
    kept: list[Settings] = []
    app = _app(tmp_path, written={KNOWN: Text(text=WORDS)}, keep_settings=kept.append)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        app.flow.choosing.settings()
        await settle(pilot)
        assert "Questions about wording as usual" in text(app)
        await pilot.press("down", "down", "down", "enter")
        await settle(pilot)
        lines = app.screen.query(Row).results(Row)
        chosen = next(line for line in lines if line.key == "aggressive")
        chosen.focus()
        await pilot.press("enter")
        assert "○ Aggressive · standard 2.9" in text(app)
        await pilot.press("escape")
        await settle(pilot)
        assert "not asked: Aggressive" in text(app)
        assert kept[-1].hints_off == ("aggressive",)
        await pilot.press("escape")
        await _sit(pilot)
        await pilot.press("ctrl+o")
        await settle(pilot)
        assert NOTHING in text(app)
