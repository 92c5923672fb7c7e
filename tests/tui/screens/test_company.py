"""A shared screen: nothing of other sessions, and nothing written alone, is ever drawn on it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from textual.pilot import Pilot

from reflect_tui.practice.exercise import Way
from reflect_tui.session.address import Address, Place
from reflect_tui.session.values import Text
from reflect_tui.tui.app import ReflectApp
from tests.tui.screens.host import NOW, SIZES, a_session, click_words, settle, sit, text, world

ALONE, TOGETHER, OTHER = "the red book", "the blue folder", "the green door"
PRIVATE = "I dread this visit"
WORDS = Address("counterfactual", "talk", "words")


@asynccontextmanager
async def three_sessions(
    tmp_path: Path, size: tuple[int, int] = SIZES[0]
) -> AsyncIterator[tuple[Pilot[None], ReflectApp, str]]:
    """A notebook with a session alone, another one, and a one-to-one that was done last."""
    made = world(tmp_path)
    own = sit(a_session(Way.SOLO, ALONE))
    own.write(WORDS, Text(text=PRIVATE))
    made.notebook().save(own.session)
    made.notebook().save(a_session(Way.ONE_TO_ONE, OTHER, began=NOW - timedelta(days=9)))
    joint = sit(a_session(Way.ONE_TO_ONE, TOGETHER))
    joint.go(Place("counterfactual", "talk"))
    made.notebook().save(joint.session)
    app = ReflectApp(made, tmp_path / "reports")
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        yield pilot, app, joint.session.id


@pytest.mark.parametrize("size", SIZES)
async def test_from_the_start_of_a_one_to_one_no_other_session_is_drawn(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with three_sessions(tmp_path, size) as (pilot, app, joint):
        assert ALONE in text(app)
        app.flow.open(joint)
        await settle(pilot)
        for key in ("ctrl+g", "escape", "ctrl+r", "escape", "ctrl+p", "escape", "f1", "escape"):
            await pilot.press(key)
            await settle(pilot)
            for words in (ALONE, OTHER, PRIVATE):
                assert words not in text(app), key
        await pilot.press("escape")
        await settle(pilot)
        drawn = text(app)
        assert "What brings you here?" in drawn
        assert TOGETHER in drawn
        assert ALONE not in drawn
        assert OTHER not in drawn


async def test_being_alone_again_is_said_and_then_everything_shows(tmp_path: Path) -> None:
    async with three_sessions(tmp_path) as (pilot, app, joint):
        app.flow.open(joint)
        await settle(pilot)
        await pilot.press("escape")
        await settle(pilot)
        await click_words(pilot, "I'm alone now")
        await settle(pilot)
        assert ALONE in text(app)
        assert OTHER in text(app)


@pytest.mark.parametrize("asked", ["sessions", "bin"])
async def test_whatever_would_show_other_sessions_asks_first(tmp_path: Path, asked: str) -> None:
    async with three_sessions(tmp_path) as (pilot, app, joint):
        app.flow.open(joint)
        await settle(pilot)
        getattr(app.flow, asked)()
        await settle(pilot)
        assert "Are you alone at this screen?" in text(app)
        assert ALONE not in text(app)
        await click_words(pilot, "Back", last=True)
        await settle(pilot)
        assert ALONE not in text(app)
        assert app.flow.world.company


async def test_what_was_written_alone_is_covered_until_its_owner_shows_it(tmp_path: Path) -> None:
    async with three_sessions(tmp_path) as (pilot, app, joint):
        app.flow.open(joint)
        await settle(pilot)
        app.flow.company.alone()
        await settle(pilot)
        await pilot.press(*"dread")
        await settle(pilot)
        app.flow.company.beside()
        await settle(pilot)
        drawn = text(app)
        assert "dread" not in drawn
        assert "Written on your own" in drawn
        assert app.flow.sitting is not None
        assert app.flow.sitting.value(WORDS) == Text(text="dread")
        await click_words(pilot, "Show it here")
        await settle(pilot)
        assert "dread" in text(app)
        assert app.flow.sitting.covered == frozenset()


async def test_somebody_beside_one_on_home_leaves_only_what_was_done_together(
    tmp_path: Path,
) -> None:
    async with three_sessions(tmp_path) as (pilot, app, _):
        app.flow.company.beside()
        await settle(pilot)
        drawn = text(app)
        assert TOGETHER in drawn
        assert ALONE not in drawn
        assert OTHER not in drawn


@pytest.mark.parametrize("size", SIZES)
async def test_the_page_says_that_one_is_alone_and_one_click_covers_it_again(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with three_sessions(tmp_path, size) as (pilot, app, joint):
        app.flow.open(joint)
        await settle(pilot)
        assert "Somebody is beside me" not in text(app)
        app.flow.company.alone()
        await settle(pilot)
        assert app.flow.sitting is not None
        app.flow.sitting.write(WORDS, Text(text=PRIVATE))
        assert "You said that you are alone now." in text(app)
        await click_words(pilot, "Somebody is beside me")
        await settle(pilot)
        assert "Somebody is beside me" not in text(app)
        assert PRIVATE not in text(app)
        assert app.flow.sitting.company
