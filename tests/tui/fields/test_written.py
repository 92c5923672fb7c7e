"""Text, line and contrast: what is typed is said at once, and what differs is told in words."""

from __future__ import annotations

from reflect_tui.practice.exercise import Imagined, Kind
from reflect_tui.session.values import Contrast, Line, Text, is_blank_for
from reflect_tui.tui.widgets.editor import Editor
from tests.tui.fields.host import SMALL, a_field, a_prompt, click_on, drawn, host, shown, typed

NOW = "She's quite mature for her age, she manages the younger ones."
CHANGED = "He's quite streetwise, he controls the younger ones."


async def test_every_letter_typed_is_said_so_that_a_crash_loses_none() -> None:
    async with shown(a_field(a_prompt(Kind.TEXT))) as pilot:
        await typed(pilot, "ok\nno")
        texts = [value.text for value in host(pilot).values if isinstance(value, Text)]
        assert texts == ["o", "ok", "ok\n", "ok\nn", "ok\nno"]


async def test_nothing_is_said_by_merely_being_there() -> None:
    async with shown(a_field(a_prompt(Kind.TEXT, starts="I was assuming"))) as pilot:
        await pilot.press("tab")
        await pilot.pause()
        assert host(pilot).values == []


async def test_the_words_a_prompt_starts_with_count_as_blank_until_something_is_added() -> None:
    prompt = a_prompt(Kind.TEXT, starts="I was assuming")
    async with shown(a_field(prompt)) as pilot:
        await typed(pilot, "x")
        assert host(pilot).value == Text(text="I was assuming x")
        await pilot.press("backspace")
        await pilot.pause()
        assert is_blank_for(prompt, host(pilot).value)


async def test_clearing_an_answer_says_a_blank_value() -> None:
    async with shown(a_field(a_prompt(Kind.TEXT), Text(text="old words"))) as pilot:
        await pilot.press("ctrl+a", "delete")
        await pilot.pause()
        assert host(pilot).value.is_blank()


async def test_a_line_says_what_is_typed_and_goes_on_at_enter() -> None:
    async with shown(a_field(a_prompt(Kind.LINE), Line(text="age"))) as pilot:
        await typed(pilot, "s\n")
        assert host(pilot).value == Line(text="ages")
        assert pilot.app.focused is pilot.app.query_one("#next")


async def test_both_sides_of_a_contrast_are_typed_with_the_keyboard_alone() -> None:
    async with shown(a_field(a_prompt(Kind.CONTRAST))) as pilot:
        await typed(pilot, "she")
        await pilot.press("tab")
        await typed(pilot, "he")
        assert host(pilot).value == Contrast(left="she", right="he")


async def test_what_differs_is_told_in_words_after_a_pause() -> None:
    prompt = a_prompt(Kind.CONTRAST, imagined=Imagined.RIGHT)
    async with shown(a_field(prompt, Contrast(left=NOW))) as pilot:
        assert "What differs" not in drawn(pilot)
        pilot.app.query_one("#right-text", Editor).focus()
        await typed(pilot, CHANGED)
        await pilot.pause(0.4)
        assert "She's → He's · mature for her age → streetwise" in drawn(pilot)


async def test_what_differs_stands_there_when_one_comes_back() -> None:
    value = Contrast(left=NOW, right=CHANGED)
    async with shown(a_field(a_prompt(Kind.CONTRAST), value)) as pilot:
        assert "She's → He's" in drawn(pilot)


async def test_markup_in_a_contrast_is_told_as_it_stands() -> None:
    value = Contrast(left="[/] [@click=app.quit]x[/]", right="[/] [@click=app.quit]y[/] \x1b[31m")
    async with shown(a_field(a_prompt(Kind.CONTRAST), value)) as pilot:
        assert "x → y" in drawn(pilot)
        await click_on(pilot, "x → y")
        assert not host(pilot).quit_by_text


async def test_only_the_imagined_side_says_that_it_is_imagined() -> None:
    words = "Imagined for reflection; not about this person."
    for side in Imagined.LEFT, Imagined.RIGHT:
        async with shown(a_field(a_prompt(Kind.CONTRAST, imagined=side))) as pilot:
            column = next(line.find(words) for line in drawn(pilot).splitlines() if words in line)
            assert (column > 50) == (side is Imagined.RIGHT)
    async with shown(a_field(a_prompt(Kind.CONTRAST))) as pilot:
        assert words not in drawn(pilot)


async def test_the_two_stand_beside_each_other_where_there_is_room_and_below_where_not() -> None:
    for size, beside in ((120, 40), True), (SMALL, False), ((99, 40), False):
        async with shown(a_field(a_prompt(Kind.CONTRAST)), size=size) as pilot:
            left, right = pilot.app.query(Editor)
            assert (left.region.y == right.region.y) == beside


async def test_a_click_takes_one_to_the_other_side() -> None:
    async with shown(a_field(a_prompt(Kind.CONTRAST), Contrast(right="there"))) as pilot:
        await click_on(pilot, "there")
        await typed(pilot, "x")
        assert "x" in host(pilot).value.right  # type: ignore[attr-defined]  # a contrast
