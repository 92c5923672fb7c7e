"""What was agreed comes back on its step, is answered by keys or mouse alone, and leaves home."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from reflect_tui import clipboard
from reflect_tui.practice.exercise import Way
from reflect_tui.session.address import Place
from reflect_tui.session.model import Action, Session
from reflect_tui.tui.app import ReflectApp
from reflect_tui.tui.world import World
from tests.tui.screens.host import NOW, SIZES, a_session, click_words, settle, text, world

ASK = Action(id="ask", what="Ask how they name it", who="you", by="Mon 2 Nov")
REWORD = Action(id="reword", what="Reword page one")


def a_month_later(tmp_path: Path, way: Way = Way.SOLO) -> tuple[World, Session]:
    """A world with two agreed things, and the session that comes back to them."""
    made = world(tmp_path)
    first = a_session(way, began=NOW - timedelta(days=30))
    made.notebook().save(first.model_copy(update={"actions": (ASK, REWORD)}))
    update = {"thread": first.thread, "follows": first.id, "left_at": Place("opening", "since")}
    later = made.notebook().save(a_session(way).model_copy(update=update))
    return made, later


async def back_to(app: ReflectApp, pilot: Pilot[Any], session: Session) -> None:
    await settle(pilot)
    app.flow.open(session.id)
    await settle(pilot)


def said(app: ReflectApp) -> list[tuple[str, str, str, bool]]:
    assert app.flow.sitting is not None
    endings = app.flow.sitting.session.endings
    return [(kept.action, kept.became, kept.words, kept.in_note) for kept in endings]


@pytest.mark.parametrize("size", SIZES)
async def test_it_is_answered_with_keys_alone_and_taken_back(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    made, later = a_month_later(tmp_path)
    app = ReflectApp(made, tmp_path / "reports")
    async with app.run_test(size=size) as pilot:
        await back_to(app, pilot, later)
        page = text(app)
        assert "Ask how they name it" in page
        assert "you · by Mon 2 Nov" in page
        assert "● Left for now" in page
        assert "overdue" not in page.casefold()
        await pilot.press("home", "enter", "tab", *"She laughed", "tab", "right")
        await settle(pilot)
        assert said(app) == [("ask", "done", "She laughed", True)]
        assert "● Done" in text(app)
        await pilot.press("tab", "enter")
        await settle(pilot)
        assert "Done · She laughed" in text(app)
        await pilot.press("tab", *"down again")
        await settle(pilot)
        assert said(app)[1:] == [("reword", "", "down again", False)]
        for left in (1, 1):
            await pilot.press("f7")
            await settle(pilot)
            assert len(said(app)) == left
        assert said(app) == [("ask", "done", "She laughed", False)]
        await pilot.press("escape")
        await settle(pilot)
        page = text(app)
        assert "Agreed, and not yet back to" in page
        assert "Reword page one" in page
        assert "Ask how they name it" not in page
    kept = made.notebook().load(later.id)
    assert [(each.action, each.became) for each in kept.endings] == [("ask", "done")]


async def test_it_is_answered_with_the_mouse_alone(tmp_path: Path) -> None:
    made, later = a_month_later(tmp_path, Way.ONE_TO_ONE)
    app = ReflectApp(made, tmp_path / "reports")
    async with app.run_test(size=(120, 36)) as pilot:
        await back_to(app, pilot, later)
        await click_words(pilot, "In the note")
        await settle(pilot)
        assert said(app) == []
        await click_words(pilot, "Let go")
        await click_words(pilot, "Reword page one")
        await settle(pilot)
        await click_words(pilot, "Changed")
        await click_words(pilot, "In the note ○")
        await settle(pilot)
        assert said(app) == [("ask", "let go", "", False), ("reword", "changed", "", True)]
        await click_words(pilot, "Left for now")
        await settle(pilot)
        assert said(app) == [("ask", "let go", "", False)]
        await click_words(pilot, "What has happened since")
        await settle(pilot)
        assert "Left for now" not in text(app)
        assert "Let go" in text(app)


async def test_a_choice_and_words_typed_in_one_breath_are_both_kept(tmp_path: Path) -> None:
    made, later = a_month_later(tmp_path)
    app = ReflectApp(made, tmp_path / "reports")
    async with app.run_test(size=(120, 36)) as pilot:
        await back_to(app, pilot, later)
        await pilot.press("home", "enter", "tab", *"ab", "shift+tab", "right", "enter", "ctrl+n")
        await settle(pilot)
        assert said(app) == [("ask", "changed", "ab", False)]


async def test_the_step_asks_nothing_about_it_where_nothing_was_agreed(tmp_path: Path) -> None:
    made = world(tmp_path)
    update = {"left_at": Place("opening", "since")}
    session = made.notebook().save(a_session().model_copy(update=update))
    app = ReflectApp(made, tmp_path / "reports")
    async with app.run_test(size=(120, 36)) as pilot:
        await back_to(app, pilot, session)
        assert "What has happened since" in text(app)
        assert "What became of" not in text(app).replace("What became of what was agreed, for", "")


async def test_their_exact_words_can_be_copied_from_it_and_taken_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied: list[str] = []
    monkeypatch.setattr(clipboard, "to_system", lambda words: copied.append(words) or True)
    made, later = a_month_later(tmp_path)
    app = ReflectApp(made, tmp_path / "reports")
    async with app.run_test(size=(80, 24)) as pilot:
        await back_to(app, pilot, later)
        await pilot.press("tab", *"he said no", "ctrl+t")
        await settle(pilot)
        await pilot.press("tab", "tab", "tab", "enter")
        await settle(pilot)
        assert copied == ["he said no"]
        await pilot.press("tab", "enter", "tab", "enter")
        await settle(pilot)
        assert said(app) == []
