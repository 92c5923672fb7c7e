"""The board: fifteen cards at once, three picks, a card opened with a question at a time."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from reflect_tui.practice.exercise import Kind, Way
from reflect_tui.session.address import Address, Place
from reflect_tui.session.model import Session
from reflect_tui.session.values import Choice, Text
from reflect_tui.tui.app import ReflectApp
from reflect_tui.tui.widgets.editor import Editor
from tests.tui.screens.host import (
    SIZES,
    a_session,
    click_words,
    lines,
    settle,
    shelf,
    text,
    world,
)

FIFTEEN = (
    "Gender", "Geography", "Race", "Religion", "Age", "Ability", "Appearance", "Class", "Culture",
    "Ethnicity", "Education", "Employment", "Sexuality", "Orientation", "Spirituality",
)  # fmt: skip


@asynccontextmanager
async def at_the_board(
    tmp_path: Path, size: tuple[int, int], way: Way = Way.ONE_TO_ONE, written: tuple[str, ...] = ()
) -> AsyncIterator[tuple[Pilot[None], ReflectApp]]:
    """A session that was put down at the board of the graces."""
    session = a_session(way, exercises=("graces",))
    session = session.model_copy(update={"left_at": Place("graces", "board")})
    made = world(tmp_path)
    made.notebook().save(session)
    app = ReflectApp(made, tmp_path / "reports")
    async with app.run_test(size=size) as pilot:
        app.flow.open(session.id)
        await settle(pilot)
        sitting = app.flow.sitting
        assert sitting is not None
        for card in written:
            sitting.write(Address("graces", card, "system"), Text(text="the rent"))
        if written:
            app.screen.show_page()  # type: ignore[attr-defined]  # the session's screen
            await settle(pilot)
        yield pilot, app


def _session(app: ReflectApp) -> Session:
    assert app.flow.sitting is not None
    return app.flow.sitting.session


def _picked(app: ReflectApp, prompt: str) -> str:
    response = _session(app).response(Address("graces", "board", prompt))
    assert response is None or isinstance(response.value, Choice)
    return response.value.option if response and isinstance(response.value, Choice) else ""


@pytest.mark.parametrize("size", SIZES)
async def test_all_fifteen_and_the_three_picks_are_in_sight_at_once(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with at_the_board(tmp_path, size) as (_, app):
        drawn = text(app)
        for words in (*FIFTEEN, "Where I'll start", "I would rather pass by", "They may put first"):
            assert words in drawn, words


@pytest.mark.parametrize("size", SIZES)
async def test_the_picks_are_made_with_letters_arrows_and_numbers(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with at_the_board(tmp_path, size) as (pilot, app):
        await pilot.press("c", "1", "right", "2", "down", "3")
        await settle(pilot)
        assert _picked(app, "start") == "class"
        assert _picked(app, "pass") == "culture"
        assert _picked(app, "first") == "sexual-orientation"
        await pilot.press("3")
        await settle(pilot)
        assert _picked(app, "first") == ""


@pytest.mark.parametrize("size", SIZES)
async def test_the_picks_are_made_with_clicks_alone(tmp_path: Path, size: tuple[int, int]) -> None:
    async with at_the_board(tmp_path, size) as (pilot, app):
        await click_words(pilot, "Employment")
        await click_words(pilot, "Where I'll start")
        await click_words(pilot, "Race")
        await click_words(pilot, "I would rather pass by")
        await settle(pilot)
        assert (_picked(app, "start"), _picked(app, "pass")) == ("employment", "race")
        assert app.flow.sitting is not None
        walked = [str(page.place) for page in app.flow.sitting.course.pages(_session(app))]
        cards = {f"graces/{card}" for card in ("employment", "race", "age")}
        assert [place for place in walked if place in cards] == ["graces/race", "graces/employment"]


@pytest.mark.parametrize("size", SIZES)
async def test_a_card_opens_with_one_question_at_a_time_and_leads_back_to_the_board(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with at_the_board(tmp_path, size) as (pilot, app):
        await pilot.press("g", "g", "enter")
        await settle(pilot)
        assert str(_session(app).left_at) == "graces/gender"
        assert "A person's own sense of who they are" in text(app)
        assert len(app.screen.query(Editor)) == 1
        await pilot.press(*"a ring")
        await settle(pilot)
        assert _session(app).response(Address("graces", "gender", "self")) is not None
        await click_words(pilot, "The board")
        await settle(pilot)
        assert str(_session(app).left_at) == "graces/board"
        assert any("✎" in line for line in lines(app))


async def test_a_click_on_a_question_leads_to_its_answer(tmp_path: Path) -> None:
    async with at_the_board(tmp_path, SIZES[0]) as (pilot, app):
        await pilot.press("c", "enter")
        await settle(pilot)
        await click_words(pilot, "Are we calling hardship neglect")
        await settle(pilot)
        await pilot.press(*"yes")
        await settle(pilot)
        assert _session(app).response(Address("graces", "class", "system")) is not None
        await click_words(pilot, "What did having or lacking money")
        await settle(pilot)
        assert len(app.screen.query(Editor)) == 1
        # And back on the board one is where one was.
        await click_words(pilot, "The board")
        await settle(pilot)
        await pilot.press("1")
        await settle(pilot)
        assert _picked(app, "start") == "class"


async def test_a_second_click_on_a_card_opens_it(tmp_path: Path) -> None:
    async with at_the_board(tmp_path, SIZES[0]) as (pilot, app):
        await click_words(pilot, "Culture")
        assert str(_session(app).left_at) == "graces/board"
        await click_words(pilot, "Employment", times=2)
        await settle(pilot)
        assert str(_session(app).left_at) == "graces/employment"
        # Beside the open card the others stand as a list; a click there opens another.
        await click_words(pilot, "Ethnicity")
        await settle(pilot)
        assert str(_session(app).left_at) == "graces/ethnicity"


async def test_joining_two_is_offered_once_two_cards_say_something(tmp_path: Path) -> None:
    async with at_the_board(tmp_path, SIZES[0], written=("class",)) as (_, app):
        assert "Join two" not in text(app)
    async with at_the_board(tmp_path / "two", SIZES[0], written=("class", "race")) as (pilot, app):
        await click_words(pilot, "Join two", last=True)
        await settle(pilot)
        assert str(_session(app).left_at) == "graces/join"


async def test_a_group_picks_nothing_of_anybody_in_the_room(tmp_path: Path) -> None:
    async with at_the_board(tmp_path, SIZES[0], Way.GROUP) as (_, app):
        drawn = text(app)
        assert "Where we'll start" in drawn
        assert "What we've not talked about" in drawn
        for own in ("Where I'll start", "I would rather pass by"):
            assert own not in drawn


def test_nobody_is_placed_in_a_group_and_some_things_only_alone() -> None:
    graces = shelf().get("graces")
    assert graces is not None
    alone = {"gender", "religion", "ability", "sexuality", "sexual-orientation", "spirituality"}
    for way in Way:
        for service in ("children", "adults"):
            played = graces.exercise.played(way, service)  # type: ignore[arg-type]
            placed = {
                stage.id
                for stage in played.stages
                for prompt in stage.prompts
                if prompt.kind is Kind.PLACE
            }
            assert way is not Way.GROUP or not placed
            assert way is not Way.GROUP or played.stage("map") is None
            assert (placed & alone == set()) is (way is not Way.SOLO)


def test_a_group_is_placed_nowhere_even_where_a_file_says_so() -> None:
    from reflect_tui.practice.exercise import Service
    from reflect_tui.practice.reading import read_text
    from tests.unit.session.making import WALK

    walk = read_text(WALK, "walk.md").exercise
    assert walk is not None
    played = walk.played(Way.GROUP, Service.CHILDREN)
    kinds = {prompt.kind for stage in played.stages for prompt in stage.prompts}
    assert Kind.PLACE not in kinds
    assert played.stage("map") is None
    assert walk.played(Way.ONE_TO_ONE, Service.CHILDREN).stage("map") is not None
