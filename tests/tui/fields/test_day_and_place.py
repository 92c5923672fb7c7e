"""A day part by part, and where a card stands, by keys alone and by clicks alone."""

from __future__ import annotations

from reflect_tui.practice.exercise import Kind, Option
from reflect_tui.session.values import Day, Moment, Placement, Spot
from reflect_tui.tui.widgets.editor import Editor
from tests.tui.fields.host import (
    SMALL,
    WIDE,
    a_field,
    a_prompt,
    click_on,
    drawn,
    host,
    shown,
    typed,
)

PARTS = (Option("waking", "Waking"), Option("food", "Food"), Option("night", "The night"))


async def test_the_first_part_is_open_and_only_that_one() -> None:
    async with shown(a_field(a_prompt(Kind.DAY, options=PARTS))) as pilot:
        await typed(pilot, "early")
        assert host(pilot).value == Day(moments=(Moment(part="waking", text="early"),))
        assert len(pilot.app.query(Editor)) == 1


async def test_another_part_is_opened_by_a_click_and_the_first_stands_as_a_line() -> None:
    async with shown(a_field(a_prompt(Kind.DAY, options=PARTS))) as pilot:
        await typed(pilot, "early")
        await click_on(pilot, "The night")
        await typed(pilot, "loud")
        day = host(pilot).value
        assert isinstance(day, Day)
        assert (day.moment("waking").text, day.moment("night").text) == ("early", "loud")
        assert "Waking     early" in drawn(pilot)
        assert len(pilot.app.query(Editor)) == 1


async def test_parts_and_how_we_know_are_reached_with_keys_alone() -> None:
    async with shown(a_field(a_prompt(Kind.DAY, options=PARTS))) as pilot:
        await typed(pilot, "up at six")
        await pilot.press("tab", "right", "space")
        await pilot.pause()
        assert host(pilot).value == Day(
            moments=(Moment(part="waking", text="up at six", known="told"),)
        )
        await pilot.press("tab", "enter")
        await pilot.pause()
        await typed(pilot, "rice")
        day = host(pilot).value
        assert isinstance(day, Day)
        assert day.moment("food").text == "rice"
        assert "up at six · we were told" in drawn(pilot)


async def test_how_we_know_can_be_said_before_the_words_and_taken_back() -> None:
    async with shown(a_field(a_prompt(Kind.DAY, options=PARTS))) as pilot:
        await click_on(pilot, "We infer it")
        assert host(pilot).values == []
        assert "● We infer it" in drawn(pilot)
        await pilot.press("shift+tab")
        await typed(pilot, "x")
        day = host(pilot).value
        assert isinstance(day, Day)
        assert day.moment("waking").known == "inferred"
        await click_on(pilot, "We infer it")
        day = host(pilot).value
        assert isinstance(day, Day)
        assert day.moment("waking").known == ""


async def test_a_part_that_is_emptied_is_left_out() -> None:
    value = Day(moments=(Moment(part="waking", text="early", known="seen"),))
    async with shown(a_field(a_prompt(Kind.DAY, options=PARTS), value)) as pilot:
        await pilot.press("ctrl+a", "delete")
        await pilot.pause()
        assert host(pilot).value == Day()


async def test_going_about_a_day_changes_nothing() -> None:
    value = Day(moments=(Moment(part="food", text="[/] rice", known="seen"),))
    async with shown(a_field(a_prompt(Kind.DAY, options=PARTS), value), size=SMALL) as pilot:
        assert "[/] rice · we saw it" in drawn(pilot)
        await click_on(pilot, "Food")
        await click_on(pilot, "The night")
        assert host(pilot).values == []
        assert "[/] rice · we saw it" in drawn(pilot)


async def test_the_placement_is_made_with_keys_alone() -> None:
    async with shown(a_field(a_prompt(Kind.PLACE))) as pilot:
        await pilot.press("tab", "enter", "shift+tab", "right", "tab", "right", "down", "space")
        await pilot.pause()
        assert host(pilot).value == Placement(
            me=Spot(seen=True, said=True), them=Spot(seen=False, said=False)
        )
        assert "unseen and unsaid" in drawn(pilot)
        await pilot.press("shift+tab", "right", "tab", "left", "enter", "tab", "enter")
        await pilot.pause()
        assert host(pilot).value == Placement(
            me=Spot(seen=True, said=True),
            them=Spot(seen=False, said=False),
            between=Spot(seen=True, said=False),
            moves=True,
        )


async def test_the_placement_is_made_with_clicks_alone_in_either_size() -> None:
    for size in (WIDE, SMALL):
        async with shown(a_field(a_prompt(Kind.PLACE)), size=size) as pilot:
            await click_on(pilot, "unseen and said")
            await click_on(pilot, "For them")
            await click_on(pilot, "seen and unsaid")
            await click_on(pilot, "It moves")
            assert host(pilot).value == Placement(
                me=Spot(seen=False, said=True), them=Spot(seen=True, said=False), moves=True
            )


async def test_shapes_in_the_picture_say_whose_it_is_and_that_it_moves() -> None:
    value = Placement(me=Spot(seen=True, said=True), them=Spot(seen=True, said=True), moves=True)
    async with shown(a_field(a_prompt(Kind.PLACE), value)) as pilot:
        lines = drawn(pilot).splitlines()
        (named,) = (n for n, line in enumerate(lines) if "seen and said" in line)
        assert "│ ●○~" in lines[named + 1]
        assert "between us ◆" in drawn(pilot)
        assert lines[named].index("seen and said") < lines[named].index("unseen and said")


async def test_a_placement_is_let_go_of_by_placing_it_there_again() -> None:
    value = Placement(me=Spot(seen=True, said=True))
    async with shown(a_field(a_prompt(Kind.PLACE), value)) as pilot:
        await click_on(pilot, "│ ●")
        assert host(pilot).value.is_blank()
        await click_on(pilot, "It moves")
        assert host(pilot).value == Placement(moves=True)
        assert "◆ It moves" in drawn(pilot)
