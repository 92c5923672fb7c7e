"""Choosing with keys alone and with the mouse alone, and letting go again."""

from __future__ import annotations

import pytest

from reflect_tui.practice.exercise import Kind, Option
from reflect_tui.session.values import Choice, Choices
from tests.tui.fields.host import SMALL, a_field, a_prompt, click_on, drawn, host, shown

BOARD = tuple(
    Option(name.lower(), name) for name in ["Gender", "Geography", "Race", "Age", "Class", "Faith"]
)
MANY = (*BOARD, Option("sight", "Appearance"), Option("work", "Employment"))


async def test_arrows_and_enter_choose_one_and_enter_again_lets_go() -> None:
    async with shown(a_field(a_prompt(Kind.CHOOSE))) as pilot:
        await pilot.press("down", "enter")
        await pilot.pause()
        assert host(pilot).value == Choice(option="record")
        assert "▸ ● An old record's" in drawn(pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert host(pilot).value.is_blank()
        assert "●" not in drawn(pilot)


async def test_choosing_another_takes_it_instead() -> None:
    async with shown(a_field(a_prompt(Kind.CHOOSE), Choice(option="ours"))) as pilot:
        await click_on(pilot, "Theirs")
        assert host(pilot).value == Choice(option="theirs")
        assert drawn(pilot).count("●") == 1


async def test_walking_over_options_chooses_none() -> None:
    async with shown(a_field(a_prompt(Kind.CHOOSE))) as pilot:
        await pilot.press("down", "down", "up", "tab")
        assert host(pilot).values == []


async def test_space_and_clicks_choose_some_in_the_order_they_are_chosen() -> None:
    async with shown(a_field(a_prompt(Kind.CHOOSE_MANY))) as pilot:
        await pilot.press("end", "space")
        await click_on(pilot, "Ours")
        assert host(pilot).value == Choices(options=("theirs", "ours"))
        assert drawn(pilot).count("◆") == 2
        await click_on(pilot, "Theirs")
        assert host(pilot).value == Choices(options=("ours",))


async def test_past_the_most_nothing_changes_and_it_is_said_why() -> None:
    prompt = a_prompt(Kind.CHOOSE_MANY, at_most=2)
    async with shown(a_field(prompt, Choices(options=("ours", "record")))) as pilot:
        assert "At most two." in drawn(pilot)
        await click_on(pilot, "Theirs")
        assert host(pilot).values == []
        assert "Let go of another one first." in [n.message for n in pilot.app._notifications]
        await click_on(pilot, "Ours")
        await click_on(pilot, "Theirs")
        assert host(pilot).value == Choices(options=("record", "theirs"))
        assert host(pilot).value.fits(prompt)


async def test_the_ends_of_the_list_lead_on_by_arrow() -> None:
    async with shown(a_field(a_prompt(Kind.CHOOSE))) as pilot:
        await pilot.press("down", "down", "down")
        assert pilot.app.focused is pilot.app.query_one("#next")


async def test_many_short_options_stand_in_columns_that_arrows_walk() -> None:
    async with shown(a_field(a_prompt(Kind.CHOOSE, options=MANY))) as pilot:
        first = drawn(pilot).strip("\n").splitlines()[0]
        assert "Gender" in first
        assert "Class" in first
        await pilot.press("right", "down", "enter")
        await pilot.pause()
        assert host(pilot).value == Choice(option="sight")
        await click_on(pilot, "Race")
        assert host(pilot).value == Choice(option="race")


async def test_a_long_label_folds_beside_its_mark_and_is_clicked_on_either_line() -> None:
    long = Option("long", "Too harsh: more blame, danger or checking than we have good reason for")
    prompt = a_prompt(Kind.CHOOSE_MANY, options=(long, Option("other", "Other")))
    async with shown(a_field(prompt), size=(60, 20)) as pilot:
        lines = drawn(pilot).strip("\n").splitlines()
        assert lines[1].startswith("    ")
        assert lines[1].strip()
        await click_on(pilot, "reason for")
        assert host(pilot).value == Choices(options=("long",))
        await click_on(pilot, "Other")
        assert host(pilot).value == Choices(options=("long", "other"))


async def test_an_option_with_markup_is_drawn_as_it_stands() -> None:
    options = (Option("a", "[@click=app.quit]x[/] [/]"), Option("b", "B"))
    async with shown(a_field(a_prompt(Kind.CHOOSE, options=options))) as pilot:
        await click_on(pilot, "[@click=app.quit]x[/] [/]")
        assert host(pilot).value == Choice(option="a")
        assert not host(pilot).quit_by_text


@pytest.mark.parametrize("size", [SMALL, (60, 20), (24, 12), (8, 8)])
async def test_it_is_drawn_however_narrow_the_window(size: tuple[int, int]) -> None:
    async with shown(a_field(a_prompt(Kind.CHOOSE, options=MANY)), size=size) as pilot:
        await pilot.press("down", "enter")
        await pilot.pause()
        assert len(host(pilot).values) == 1


async def test_the_page_follows_the_option_one_is_at() -> None:
    options = tuple(Option(f"o{n}", f"Option number {n}, with a longer label") for n in range(30))
    async with shown(a_field(a_prompt(Kind.CHOOSE, options=options)), size=(60, 12)) as pilot:
        for _ in range(20):
            await pilot.press("down")
        await pilot.pause()
        assert "▸ ○ Option number 20," in drawn(pilot)
        await pilot.press("home")
        await pilot.pause()
        assert "▸ ○ Option number 0," in drawn(pilot)


async def test_a_click_takes_what_stood_there_though_the_one_before_is_out_of_sight() -> None:
    options = tuple(Option(f"o{n}", f"Option number {n}, with a longer label") for n in range(30))
    field = a_field(a_prompt(Kind.CHOOSE, options=options), Choice(option="o2"))
    async with shown(field, size=(60, 12)) as pilot:
        pilot.app.query_one("#next").focus()
        await pilot.pause(0.5)
        assert "Option number 2," not in drawn(pilot)
        await click_on(pilot, "Option number 25,")
        assert host(pilot).value == Choice(option="o25")
