"""Fifteen minutes on your own: one question, then it begins; the reading room leads there too."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from textual.content import Content
from textual.widgets import Static

from reflect_tui import paths
from reflect_tui.practice.exercise import Service, Way
from reflect_tui.practice.shelf import Place, Shelf
from reflect_tui.session.model import Session
from reflect_tui.settings import Settings
from reflect_tui.tui.app import ReflectApp
from reflect_tui.tui.screens.alone import NOTHING, AloneScreen
from reflect_tui.tui.screens.home import HomeScreen
from reflect_tui.tui.screens.session import SessionScreen
from reflect_tui.tui.screens.standards import StandardsScreen
from reflect_tui.tui.widgets.editor import Editor
from reflect_tui.tui.widgets.rows import Rows
from tests.tui.screens.host import HOSTILE, SIZES, click_words, settle, text, world

CHILDREN = Settings(introduced=True, services=("children",))
WIDE, NARROW = SIZES


def _app(tmp_path: Path, settings: Settings = CHILDREN, own: str = "") -> ReflectApp:
    places = [Place(paths.shipped_prompts().parent, "shipped")]
    if own:
        (tmp_path / "team").mkdir()
        (tmp_path / "team" / "minds.yaml").write_text(own, encoding="utf-8")
        places.append(Place(tmp_path / "team", "our team's"))
    made = world(tmp_path, settings=settings, make_shelf=lambda: Shelf.open(places))
    return ReflectApp(made, tmp_path / "reports")


def _begun(app: ReflectApp) -> Session:
    assert isinstance(app.screen, SessionScreen)
    sitting = app.flow.sitting
    assert sitting is not None
    assert sitting.session.way is Way.SOLO
    assert all(kept.short for kept in sitting.session.exercises)
    return sitting.session


def _read(app: ReflectApp) -> str:
    """The standard that is read, whether it stands beside the list or alone."""
    assert app.screen.query_one("#clause").region.width > 0
    content = app.screen.query_one("#clause-words", Static).content
    assert isinstance(content, Content)
    return " ".join(content.plain.split())


def _walked(session: Session) -> list[str]:
    return [kept.id for kept in session.exercises]


@pytest.mark.parametrize("size", SIZES)
async def test_two_clicks_from_home_one_is_writing_and_can_put_it_down_and_go_on(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    app = _app(tmp_path)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await click_words(pilot, "Fifteen minutes on your own")
        await settle(pilot)
        assert "What do you have in mind?" in text(app)
        assert "How somebody lives" not in text(app)
        await click_words(pilot, "I saw something and said nothing")
        await settle(pilot)
        assert _walked(_begun(app)) == ["opening", "ally", "closing"]
        while not isinstance(app.focused, Editor):
            await pilot.press("tab")
        await pilot.press(*"ten", "escape")
        await settle(pilot)
        assert isinstance(app.screen, HomeScreen)
        await click_words(pilot, "Go on where you left off")
        await settle(pilot)
        assert "ten" in text(app)


async def test_in_both_services_there_is_one_more_choice_by_keys_alone(tmp_path: Path) -> None:
    app = _app(tmp_path, replace(CHILDREN, services=("children", "adults")))
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await pilot.press("down", "enter", "enter")
        await settle(pilot)
        assert "In which service?" in text(app)
        assert "A word somebody used about them" in text(app)
        await pilot.press("escape", "down", "down", "up", "enter")
        await settle(pilot)
        # What is for one service only asks nothing.
        session = _begun(app)
        assert (_walked(session)[1], session.service) == ("parenting", Service.CHILDREN)
        await pilot.press("escape")
        await settle(pilot)
        app.flow.looking.alone()
        await settle(pilot)
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("down", "enter")
        await settle(pilot)
        session = _begun(app)
        assert (_walked(session)[1], session.service) == ("counterfactual", Service.ADULTS)


async def test_a_team_has_its_own_words_drawn_as_they_stand(tmp_path: Path) -> None:
    words = HOSTILE.replace("\x1b", "").replace("\x07", "").replace("\u202e", "")
    own = f'minds:\n  - {{id: a, words: "{words}", exercise: graces}}\n'
    app = _app(tmp_path, own=own)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        app.flow.looking.alone()
        await settle(pilot)
        assert "[@click=app.quit]x[/] [/]" in text(app)
        assert "A word somebody" not in text(app)
        await click_words(pilot, "[@click")
        await settle(pilot)
        assert _walked(_begun(app)) == ["opening", "graces", "closing"]


async def test_where_nothing_can_be_offered_that_is_said(tmp_path: Path) -> None:
    app = _app(
        tmp_path,
        replace(CHILDREN, services=("adults",)),
        own=('minds:\n  - {id: a, words: "A", exercise: parenting}\n'),
    )
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        app.flow.looking.alone()
        await settle(pilot)
        assert NOTHING[:40] in text(app)
        await click_words(pilot, "Back")
        assert isinstance(app.screen, HomeScreen)


@pytest.mark.parametrize("size", SIZES)
async def test_a_standard_is_found_read_and_reflected_on_by_mouse_alone(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    app = _app(tmp_path)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await click_words(pilot, "Read the standards")
        await settle(pilot)
        assert "Preface: what is asked of everyone" in text(app)
        app.screen.query_one(Rows).stop_at("1.3")
        await settle(pilot)
        await click_words(pilot, "Identity in their own words")
        await settle(pilot)
        page = _read(app)
        assert "We ask people how they themselves describe" in page
        assert "In the standards themselves it is number 1.3." in page
        assert "Exercises that meet it · In their own words · Social GGRRAAACCEEESSS" in page
        await click_words(pilot, "Reflect on this")
        await settle(pilot)
        assert isinstance(app.screen, AloneScreen)
        assert "For standard 1.3, Identity in their own words" in text(app)
        await click_words(pilot, "Back")
        await settle(pilot)
        assert isinstance(app.screen, StandardsScreen)
        await click_words(pilot, "Reflect on this")
        await settle(pilot)
        await click_words(pilot, "Social GGRRAAACCEEESSS")
        await settle(pilot)
        assert _walked(_begun(app)) == ["opening", "graces", "closing"]


@pytest.mark.parametrize("size", SIZES)
async def test_the_list_follows_what_is_typed_and_one_exercise_begins_by_keys_alone(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    app = _app(tmp_path)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await pilot.press("ctrl+p", *"read", "space", *"the", "enter")
        await settle(pilot)
        await pilot.press(*"zebra")
        assert "None has these words." in text(app)
        assert "Reflect on this" not in text(app)
        await pilot.press("ctrl+a", "delete")
        await pilot.press(*"2.1", "down", "down")
        await pilot.pause()
        rows = app.screen.query_one(Rows)
        assert [row.key for row in rows._rows if row.key][:3] == ["2.1", "2.10", "2.11"]
        assert rows.key == "2.11"
        await pilot.press("enter")
        await pilot.pause()
        # Terms that stand in it are explained.
        assert "ethnorelative: Able to see" in _read(app)
        await pilot.press("escape")
        await pilot.press("x")
        await pilot.pause()
        assert rows.key == ""
        await pilot.press("backspace", "down", "down", "down", "down", "enter")
        await pilot.pause()
        assert "Before we judge how a family" in _read(app)
        await pilot.press("ctrl+n")
        await settle(pilot)
        assert _walked(_begun(app)) == ["opening", "parenting", "closing"]


async def test_what_no_exercise_meets_is_only_read_and_so_is_all_of_it_during_a_session(
    tmp_path: Path,
) -> None:
    app = _app(tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        app.flow.looking.standards()
        await settle(pilot)
        await pilot.press(*"4.3", "f4")
        await settle(pilot)
        assert isinstance(app.screen, StandardsScreen)
        assert "Reflect on this" not in text(app)
        await pilot.press("escape", "down", "enter", "down", "enter")
        await settle(pilot)
        session = _begun(app)
        app.flow.looking.standards()
        await settle(pilot)
        await pilot.press(*"2.7", "f4")
        await settle(pilot)
        assert "What if they were someone else?" in text(app)
        assert "Reflect on this" not in text(app)
        await pilot.press("escape")
        await settle(pilot)
        assert _begun(app).id == session.id


async def test_a_window_made_wider_or_narrower_keeps_what_is_read(tmp_path: Path) -> None:
    app = _app(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        app.flow.looking.standards()
        await settle(pilot)
        await pilot.press(*"lado", "enter")
        await pilot.resize_terminal(*WIDE)
        await settle(pilot)
        assert "LADO: Local Authority Designated Officer" in _read(app)
        assert "When someone tells us about racism" in text(app)
        await pilot.press("escape")
        await pilot.resize_terminal(*NARROW)
        await settle(pilot)
        assert "When someone tells us about racism" in text(app)
        assert "Local Authority" not in text(app)


async def test_beside_somebody_one_is_asked_first_whether_one_is_alone(tmp_path: Path) -> None:
    app = _app(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        app.flow.world.company = True
        for begin in (app.flow.looking.alone, lambda: app.flow.looking._reflect("2.13")):
            begin()
            await settle(pilot)
            assert "Are you alone at this screen?" in text(app)
            await pilot.press("escape")
            await settle(pilot)
            assert isinstance(app.screen, HomeScreen)
        app.flow.looking.alone()
        await settle(pilot)
        await click_words(pilot, "I'm alone now")
        await settle(pilot)
        assert "What do you have in mind?" in text(app)
