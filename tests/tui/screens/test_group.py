"""A group round the screen: its order and clock, the facilitator's page, racism in the room."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from textual.pilot import Pilot

from reflect_tui.practice.exercise import Way
from reflect_tui.session.address import Place
from reflect_tui.tui.app import ReflectApp
from reflect_tui.tui.screens.facilitator import FacilitatorScreen
from reflect_tui.tui.screens.paced import Paced
from reflect_tui.tui.widgets.fields.round import TurnEditor
from tests.tui.screens.host import (
    NOW,
    SIZES,
    a_session,
    click_words,
    lines,
    settle,
    text,
    world,
)

CAUTION = "doesn't begin with a global-majority colleague"
AGREEMENT, THINKING = "agreement", "thinking"


def an_app(tmp_path: Path, way: Way = Way.GROUP, stage: str = AGREEMENT) -> ReflectApp:
    """The app, over a session that was left at a stage."""
    made = world(tmp_path)
    session = a_session(way)
    (swap,) = (entry.id for entry in session.entries if entry.stage == "swap")
    opening = Place("opening", stage)
    place = Place("counterfactual", stage, swap) if stage == THINKING else opening
    made.notebook().save(session.model_copy(update={"left_at": place}))
    return ReflectApp(made, tmp_path / "reports")


async def go_on(app: ReflectApp, pilot: Pilot[None]) -> None:
    """Sit down with the session."""
    await settle(pilot)
    app.flow.open(app.flow.world.notebook().sessions()[0].id)
    await settle(pilot)


async def named(pilot: Pilot[None], deed: str) -> None:
    """Something from the list of everything."""
    await pilot.press("ctrl+p")
    await settle(pilot)
    await pilot.press(*(key if key != " " else "space" for key in deed), "enter")
    await settle(pilot)


async def test_the_clock_tells_time_gone_beside_time_meant_and_never_that_it_is_over(
    tmp_path: Path,
) -> None:
    app = an_app(tmp_path)
    app.flow.world.now = lambda: NOW
    async with app.run_test(size=(80, 24)) as pilot:
        await go_on(app, pilot)
        assert "0 min · about 4 then Who does what (about 2)" in text(app)
        screen = app.screen
        assert isinstance(screen, Paced)
        drawn = _style_of(app, "0 min")
        screen._pace._now = lambda: NOW + timedelta(minutes=95)
        screen._say_order()
        await pilot.pause()
        assert "95 min · about 4 then" in text(app)
        assert _style_of(app, "95 min") == drawn
        assert app.screen is screen
        await named(pilot, "the clock")
        assert "95 min" not in text(app)
        assert "about 4 min then Who does what" in text(app)
        await named(pilot, "the clock")
        assert "95 min · about 4" in text(app)
        await pilot.press("ctrl+n")
        await settle(pilot)
        assert "0 min · about 2 then" in text(app)


def _style_of(app: ReflectApp, words: str) -> object:
    """How some words of the running order are drawn."""
    for strip in app.screen._compositor.render_strips():
        for segment in strip:
            if segment.text.startswith(words) and "about" in segment.text:
                return segment.style
    raise AssertionError(f"{words} is not drawn")


async def test_every_step_says_its_minutes_and_one_question_stands_open(tmp_path: Path) -> None:
    app = an_app(tmp_path, stage="brought")
    async with app.run_test(size=(120, 36)) as pilot:
        await go_on(app, pilot)
        (roles,) = [line[:38].rstrip(" │") for line in lines(app) if "Who does what" in line]
        assert roles.endswith(" 2 min")
        assert "Would someone who knows the area guess" in text(app)
        await pilot.press("tab", "tab")
        await settle(pilot)
        assert "It stays ours to answer" in text(app)
        assert "Would someone who knows the area guess" not in text(app)


async def test_while_something_records_one_sentence_says_to_wait(tmp_path: Path) -> None:
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_on(app, pilot)
        assert "Then we wait" not in text(app)
        await pilot.press("down", "down", "enter")
        await settle(pilot)
        assert "nobody says or writes anything about anyone" in text(app)


# -- the facilitator's page --------------------------------------------------------------------


@pytest.mark.parametrize(("by", "size"), zip(("mouse", "keys"), SIZES, strict=True))
async def test_the_page_opens_once_they_are_alone_and_one_key_leaves_nothing_of_it(
    tmp_path: Path, by: str, size: tuple[int, int]
) -> None:
    app = an_app(tmp_path)
    async with app.run_test(size=size) as pilot:
        await go_on(app, pilot)
        session = app.screen
        if by == "mouse":
            await click_words(pilot, "Facilitator's page")
        else:
            await pilot.press("f12")
        await settle(pilot)
        assert "for nobody else" in text(app)
        assert "Before the group meets" not in text(app)
        if by == "mouse":
            await click_words(pilot, "Only I can see the screen now")
        else:
            await pilot.press("tab", "enter")
        await settle(pilot)
        assert "Before the group meets" in text(app)
        assert await _read_on_to(app, pilot, CAUTION)
        await pilot.press("escape")
        await settle(pilot)
        assert app.screen is session
        assert CAUTION not in text(app)


async def _read_on_to(app: ReflectApp, pilot: Pilot[None], words: str) -> bool:
    for _ in range(20):
        if words in text(app):
            return True
        await pilot.press("pagedown")
        await settle(pilot)
    return False


async def test_whatever_is_laid_over_the_page_has_it_ask_again(tmp_path: Path) -> None:
    app = an_app(tmp_path)
    async with app.run_test(size=(120, 36)) as pilot:
        await go_on(app, pilot)
        await pilot.press("f12")
        for over, back in (("ctrl+t", "escape"), ("ctrl+l", "enter")):
            await settle(pilot)
            await click_words(pilot, "Only I can see the screen now")
            await settle(pilot)
            assert "Before the group meets" in text(app)
            await pilot.press(over, back)
            await settle(pilot)
            assert isinstance(app.screen, FacilitatorScreen)
            assert "Before the group meets" not in text(app)


async def test_it_can_be_taken_along_from_home_before_the_group_meets(tmp_path: Path) -> None:
    app = an_app(tmp_path)
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await named(pilot, "Write the")
        file = tmp_path / "notes" / "facilitator-1.md"
        assert CAUTION in file.read_text(encoding="utf-8")
        assert CAUTION not in text(app)


async def test_nobody_leads_a_one_to_one(tmp_path: Path) -> None:
    app = an_app(tmp_path, Way.ONE_TO_ONE)
    async with app.run_test(size=(120, 36)) as pilot:
        await go_on(app, pilot)
        assert "acilitator" not in text(app)
        await pilot.press("f12")
        await settle(pilot)
        assert not isinstance(app.screen, FacilitatorScreen)
        await pilot.press("ctrl+p")
        await settle(pilot)
        assert "acilitator" not in text(app)


# -- racism in the room ------------------------------------------------------------------------


async def test_two_keys_lead_to_what_to_do_when_something_racist_was_said(tmp_path: Path) -> None:
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_on(app, pilot)
        for first in ("", "ctrl+r", "ctrl+g", "f12"):
            await pilot.press(*filter(None, [first]), "ctrl+t")
            await settle(pilot)
            assert "3 Something racist was said here" in text(app)
            await pilot.press("3")
            await pilot.pause()
            assert "Pause. Everyone stops" in text(app)
            await pilot.press(*["escape"] * (2 if first else 1))
            await settle(pilot)


async def test_two_clicks_lead_there_too(tmp_path: Path) -> None:
    app = an_app(tmp_path)
    async with app.run_test(size=(120, 36)) as pilot:
        await go_on(app, pilot)
        await click_words(pilot, "Someone may be at risk")
        await settle(pilot)
        await click_words(pilot, "Something racist was said here")
        await settle(pilot)
        assert "Pause. Everyone stops" in text(app)


# -- a round -------------------------------------------------------------------------------------


async def test_the_screen_is_the_same_whether_somebody_added_theirs_or_left_it_out(
    tmp_path: Path,
) -> None:
    app = an_app(tmp_path, stage=THINKING)
    app.flow.world.now = lambda: NOW
    async with app.run_test(size=(120, 36)) as pilot:
        await go_on(app, pilot)
        after = []
        for ends in ("Leave mine out", "Add mine", "Leave mine out"):
            await click_words(pilot, "Pass the keyboard")
            await settle(pilot)
            await pilot.press(*"mine")
            await click_words(pilot, ends)
            assert app.flow.keep_all()
            await settle(pilot)
            after.append(lines(app))
        assert after[1] == after[0] == after[2]
        await pilot.press("ctrl+s")
        assert all(":" not in one.message for one in app._notifications)


async def test_the_facilitators_look_does_not_stand_there_after_the_risk_card(
    tmp_path: Path,
) -> None:
    app = an_app(tmp_path, stage=THINKING)
    async with app.run_test(size=(120, 36)) as pilot:
        await go_on(app, pilot)
        await click_words(pilot, "Pass the keyboard")
        await settle(pilot)
        await pilot.press(*"quillwort")
        await click_words(pilot, "Let me see my words")
        await pilot.press("ctrl+l", "enter")
        await settle(pilot)
        assert app.screen.query(TurnEditor).first().text == "quillwort"
        assert "quillwort" not in text(app)
        for words in ("Add mine", "The facilitator looks", "Only I can see the screen now"):
            await click_words(pilot, words)
            await settle(pilot)
        assert "quillwort" in text(app)
        await pilot.press("ctrl+t", "3", "escape")
        await settle(pilot)
        assert "quillwort" not in text(app)
        assert "Pass the keyboard" in text(app)
