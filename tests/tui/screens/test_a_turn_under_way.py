"""What one writes in a round is kept nowhere until they add it; so it is never dropped unasked."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from reflect_tui.practice.exercise import Way
from reflect_tui.session.address import Address, Place
from reflect_tui.session.values import Line
from reflect_tui.tui.app import ReflectApp
from reflect_tui.tui.screens.home import HomeScreen
from reflect_tui.tui.screens.session import SessionScreen
from reflect_tui.tui.widgets.fields.round import TurnEditor
from reflect_tui.tui.widgets.prompt_block import PromptBlock
from tests.tui.screens.host import a_session, click_words, settle, world

SAID = "what they wrote is not added yet"


@pytest.fixture
def app(tmp_path: Path) -> ReflectApp:
    made = world(tmp_path)
    session = a_session(Way.GROUP)
    (swap,) = (entry.id for entry in session.entries if entry.stage == "swap")
    place = Place("counterfactual", "thinking", swap)
    made.notebook().save(session.model_copy(update={"left_at": place}))
    return ReflectApp(made, tmp_path / "reports")


def turn(app: ReflectApp) -> str:
    """What stands in the turn that is under way."""
    return app.screen.query(TurnEditor).first().text


async def _in_the_middle_of_a_turn(pilot: Pilot[None]) -> None:
    await settle(pilot)
    await pilot.press("down", "enter")
    await settle(pilot)
    await click_words(pilot, "Pass the keyboard")
    await settle(pilot)
    await pilot.press(*"mine")


@pytest.mark.parametrize("way", ["ctrl+n", "f3", "escape", "ctrl+q"])
async def test_leaving_says_so_first_and_goes_when_asked_again(app: ReflectApp, way: str) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await _in_the_middle_of_a_turn(pilot)
        screen = app.screen
        assert isinstance(screen, SessionScreen)
        here = screen.sitting.session.left_at
        await pilot.press(way)
        await settle(pilot)
        assert app.screen is screen
        assert screen.sitting.session.left_at == here
        assert turn(app) == "mine"
        assert SAID in " ".join(one.message for one in app._notifications)
        await pilot.press(way)
        await settle(pilot)
        left = not app.is_running or isinstance(app.screen, HomeScreen)
        assert left or screen.sitting.session.left_at != here


async def test_once_it_is_added_one_goes_on_at_once(app: ReflectApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await _in_the_middle_of_a_turn(pilot)
        await click_words(pilot, "Add mine")
        await settle(pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, HomeScreen)
        assert not app._notifications


@pytest.mark.parametrize("way", ["another", "f7"])
async def test_nothing_is_added_or_taken_back_unasked(app: ReflectApp, way: str) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await _in_the_middle_of_a_turn(pilot)
        screen = app.screen
        assert isinstance(screen, SessionScreen)
        (swap,) = (entry.id for entry in screen.sitting.session.entries if entry.stage == "swap")
        screen.sitting.write(Address("counterfactual", "swap", "what", swap), Line(text="age"))
        entries = screen.sitting.session.entries
        if way == "another":
            screen.action_another()
        else:
            await pilot.press(way)
        await settle(pilot)
        assert screen.sitting.session.entries == entries
        assert turn(app) == "mine"
        assert SAID in " ".join(one.message for one in app._notifications)


async def test_it_is_said_anew_once_more_was_written(app: ReflectApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await _in_the_middle_of_a_turn(pilot)
        screen = app.screen
        assert isinstance(screen, SessionScreen)
        here = screen.sitting.session.left_at
        for key in ("ctrl+n", "escape"):
            await pilot.press(key)
            await settle(pilot)
            await pilot.press(*" more")
            await pilot.press(key)
            await settle(pilot)
            assert app.screen is screen
            assert screen.sitting.session.left_at == here
            assert turn(app).startswith("mine more")


async def test_going_to_another_question_of_the_page_drops_nothing(app: ReflectApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await _in_the_middle_of_a_turn(pilot)
        for block in app.screen.query(PromptBlock):
            await pilot.pause()
            block.post_message(PromptBlock.Opened(block))
            await settle(pilot)
        assert turn(app) == "mine"
        assert app.screen.query(TurnEditor).first().text == "mine"
