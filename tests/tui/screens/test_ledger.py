"""Rounds as a ledger, the two sides level, harm and worry beside the risk card; a second swap."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from reflect_tui.practice.exercise import Way
from reflect_tui.session.address import Address, Place
from reflect_tui.session.model import Session
from reflect_tui.session.sitting import Sitting
from reflect_tui.session.values import Choice, Contrast, Line, Text
from reflect_tui.tui.app import ReflectApp
from reflect_tui.tui.screens.risk import RiskScreen
from reflect_tui.tui.widgets.risk_beside import RiskBeside
from tests.tui.screens.host import SIZES, a_session, click_words, lines, settle, sit, text, world

SEEN = ("sister collects him", "asleep on the sofa", "eats with his hands")
SORTS = ("strength", "worry", "expectation")


def _expectations(count: int = 3) -> Sitting:
    """A session with some expectations, each sorted."""
    sitting = sit(a_session(Way.SOLO, exercises=("parenting",)))
    for number in range(count):
        if number:
            sitting.add_entry("parenting", "expectation")
        entry = sitting.session.entries_of("parenting", "expectation")[number].id
        place = Place("parenting", "expectation", entry)
        sitting.write(place.prompt("name"), Line(text=SEEN[number]))
        sitting.write(place.prompt("happened"), Text(text=f"On day {number} it was seen."))
        sort = Address("parenting", "difference", "sort", entry)
        sitting.write(sort, Choice(option=SORTS[number]))
    return sitting


@asynccontextmanager
async def opened(
    tmp_path: Path, session: Session, size: tuple[int, int] = SIZES[0]
) -> AsyncIterator[tuple[Pilot[None], ReflectApp]]:
    """A kept session, gone on with."""
    made = world(tmp_path)
    made.notebook().save(session)
    app = ReflectApp(made, tmp_path / "reports")
    async with app.run_test(size=size) as pilot:
        app.flow.open(session.id)
        await settle(pilot)
        yield pilot, app


def _here(app: ReflectApp) -> str:
    assert app.flow.sitting is not None
    return str(app.flow.sitting.session.left_at)


@pytest.mark.parametrize("size", SIZES)
async def test_an_entry_is_a_line_and_choosing_it_opens_it(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    sitting = _expectations()
    first, *_, last = sitting.session.entries_of("parenting", "expectation")
    sitting.go(Place("parenting", "expecting", last.id))
    async with opened(tmp_path, sitting.session, size) as (pilot, app):
        drawn = text(app)
        for words in (*SEEN, "A worry: we need to know more"):
            assert words in drawn
        await click_words(pilot, SEEN[0], last=True)
        await settle(pilot)
        assert _here(app) == f"parenting/expectation[{first.id}]"
        # By keys: from the page's first field back to the lines, down, Enter.
        await pilot.press("shift+tab", "down", "enter")
        await settle(pilot)
        assert _here(app) != f"parenting/expectation[{first.id}]"


async def test_with_one_entry_nothing_stands_above_the_page(tmp_path: Path) -> None:
    sitting = _expectations(1)
    (entry,) = sitting.session.entries_of("parenting", "expectation")
    sitting.go(Place("parenting", "expecting", entry.id))
    async with opened(tmp_path, sitting.session) as (_, app):
        assert "A difference that protects" not in text(app)


@pytest.mark.parametrize("size", SIZES)
async def test_worries_and_strengths_stand_level_and_an_empty_heap_is_shown(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    sitting = _expectations()
    sitting.go(Place("parenting", "sides"))
    async with opened(tmp_path, sitting.session, size) as (pilot, app):
        drawn = lines(app)
        (row,) = (n for n, line in enumerate(drawn) if "A worry: we need" in line)
        assert "A difference that protects" in drawn[row]
        assert "On day 1 it was seen." in text(app)
        await pilot.press("pagedown")
        app.screen.query_one("#page").scroll_end(animate=False)
        await settle(pilot)
        assert "nothing here" in text(app)


@pytest.mark.parametrize(("sort", "asked"), [("harm", "told-harm"), ("worry", "told-worry")])
async def test_harm_and_worry_ask_whom_you_told_beside_the_risk_card(
    tmp_path: Path, sort: str, asked: str
) -> None:
    sitting = _expectations(1)
    (entry,) = sitting.session.entries_of("parenting", "expectation")
    place = Place("parenting", "difference", entry.id)
    sitting.write(place.prompt("sort"), Choice(option=sort))
    sitting.go(place)
    async with opened(tmp_path, sitting.session) as (pilot, app):
        drawn = text(app)
        assert "What have you done today, and whom have you told?" in drawn
        assert "ring 999" in drawn
        assert ("“Nothing yet”" in drawn or '"Nothing yet" is' in drawn) is (sort == "worry")
        app.screen.query_one(RiskBeside).scroll_visible(animate=False)
        await settle(pilot)
        await click_words(pilot, "every step")
        await settle(pilot)
        assert isinstance(app.screen, RiskScreen)
        await pilot.press("escape")
        await settle(pilot)
        assert app.flow.sitting is not None
        page = app.flow.sitting.here
        assert page is not None
        assert asked in [prompt.id for prompt in page.prompts]


async def test_other_sorts_ask_nothing_of_the_kind(tmp_path: Path) -> None:
    sitting = _expectations(1)
    (entry,) = sitting.session.entries_of("parenting", "expectation")
    sitting.go(Place("parenting", "difference", entry.id))
    async with opened(tmp_path, sitting.session) as (_, app):
        assert "whom have you told" not in text(app)
        assert "ring 999" not in text(app)


def _swapped() -> Sitting:
    sitting = sit(a_session(Way.SOLO))
    (entry,) = (e.id for e in sitting.session.entries_of("counterfactual", "swap"))
    place = Place("counterfactual", "swap", entry)
    sitting.write(place.prompt("what"), Line(text="gender"))
    both = Contrast(left="She manages them.", right="He controls them.")
    sitting.write(place.prompt("versions"), both)
    sitting.go(Place("counterfactual", "thinking", entry))
    return sitting


@pytest.mark.parametrize("size", SIZES)
async def test_after_a_swap_the_other_way_is_offered_and_the_first_stands_to_compare(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with opened(tmp_path, _swapped().session, size) as (pilot, app):
        assert "Two together" not in text(app)
        await click_words(pilot, "The other way")
        await settle(pilot)
        drawn = text(app)
        assert "She manages → He controls" in drawn
        assert "Imagined for reflection" in drawn or size == SIZES[1]
        assert "the other way" in drawn


async def test_the_same_sentence_can_be_said_again_with_one_click(tmp_path: Path) -> None:
    async with opened(tmp_path, _swapped().session) as (pilot, app):
        await click_words(pilot, "Another swap")
        await settle(pilot)
        await pilot.press(*"age", "tab", "tab")
        await settle(pilot)
        await click_words(pilot, "The same sentence again")
        await settle(pilot)
        await pilot.press(*"He")
        await settle(pilot)
        assert app.flow.sitting is not None
        session = app.flow.sitting.session
        second = session.entries_of("counterfactual", "swap")[1].id
        value = session.response(Address("counterfactual", "swap", "versions", second))
        assert value is not None
        assert value.value == Contrast(left="She manages them.", right="He")
