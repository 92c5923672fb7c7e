"""A round: each writes unseen, may leave theirs out, and all is shown only after a look."""

from __future__ import annotations

from reflect_tui.practice.exercise import Kind, Way
from reflect_tui.session.values import Round
from reflect_tui.tui.widgets.editor import Editor
from tests.tui.fields.host import a_field, a_prompt, click_on, drawn, host, shown, typed


def a_round(value: Round | None = None) -> Editor:
    return a_field(a_prompt(Kind.ROUND), value, way=Way.GROUP)  # type: ignore[return-value]


async def test_what_one_adds_is_kept_and_nobody_after_them_sees_it() -> None:
    async with shown(a_round()) as pilot:
        for words in "too harsh", "I pitied her":
            await click_on(pilot, "Pass the keyboard")
            assert pilot.app.query_one(Editor).text == ""
            await typed(pilot, words)
            await click_on(pilot, "Add mine")
            assert words not in drawn(pilot)
        value = host(pilot).value
        assert isinstance(value, Round)
        assert sorted(value.pieces) == ["I pitied her", "too harsh"]
        assert not value.shown


async def test_what_is_left_out_is_kept_nowhere() -> None:
    async with shown(a_round()) as pilot:
        await click_on(pilot, "Pass the keyboard")
        await typed(pilot, "never mind")
        after = await _screen_after(pilot, "Leave mine out")
        assert host(pilot).values == []
        await click_on(pilot, "Pass the keyboard")
        await typed(pilot, "mine")
        assert await _screen_after(pilot, "Add mine") == after


async def _screen_after(pilot: object, button: str) -> str:
    await click_on(pilot, button)  # type: ignore[arg-type]
    return drawn(pilot)  # type: ignore[arg-type]


async def test_adding_nothing_adds_nothing() -> None:
    async with shown(a_round()) as pilot:
        await click_on(pilot, "Pass the keyboard")
        await typed(pilot, " ")
        await click_on(pilot, "Add mine")
        assert host(pilot).values == []


async def test_a_turn_goes_with_keys_alone() -> None:
    async with shown(a_round()) as pilot:
        await pilot.press("enter")
        await pilot.pause()
        await typed(pilot, "mine")
        await pilot.press("tab", "enter")
        await pilot.pause()
        assert host(pilot).value == Round(pieces=("mine",))
        await pilot.press("tab", "enter")
        await pilot.pause()
        assert "mine" in drawn(pilot)


async def test_the_facilitator_looks_takes_one_out_and_shows_the_rest_together() -> None:
    value = Round(pieces=("[/] one", "middle", "three"))
    async with shown(a_round(value)) as pilot:
        assert "middle" not in drawn(pilot)
        await click_on(pilot, "The facilitator looks")
        assert "For the facilitator alone" in drawn(pilot)
        assert "[/] one" in drawn(pilot)
        await pilot.click("#take-out-1")
        await pilot.pause()
        assert host(pilot).value == Round(pieces=("[/] one", "three"))
        await click_on(pilot, "Show them together")
        assert host(pilot).value == Round(pieces=("[/] one", "three"), shown=True)
        assert "· [/] one" in drawn(pilot)
        assert "middle" not in drawn(pilot)


async def test_what_was_shown_can_be_covered_and_gone_on_with() -> None:
    async with shown(a_round(Round(pieces=("one",), shown=True))) as pilot:
        assert "· one" in drawn(pilot)
        await click_on(pilot, "Cover them again")
        assert host(pilot).value == Round(pieces=("one",))
        assert "· one" not in drawn(pilot)
        await click_on(pilot, "Pass the keyboard")
        await typed(pilot, "two")
        await click_on(pilot, "Add mine")
        assert sorted(host(pilot).value.pieces) == ["one", "two"]  # type: ignore[attr-defined]


async def test_that_words_may_be_recognised_stands_above_every_view() -> None:
    async with shown(a_round(Round(pieces=("one",)))) as pilot:
        for button in "Pass the keyboard", "Leave mine out", "The facilitator looks":
            await click_on(pilot, button)
            assert "People may recognise your words." in drawn(pilot)
        await click_on(pilot, "Show them together")
        assert "People may recognise your words." in drawn(pilot)


async def test_the_next_one_cannot_paste_or_take_back_what_somebody_cut() -> None:
    async with shown(a_round()) as pilot:
        await click_on(pilot, "Pass the keyboard")
        await typed(pilot, "secret")
        await pilot.press("ctrl+a", "ctrl+x", "ctrl+v")
        assert pilot.app.query_one(Editor).text == "secret"
        await pilot.press("ctrl+a", "ctrl+c")
        await click_on(pilot, "Leave mine out")
        await click_on(pilot, "Pass the keyboard")
        await pilot.press("ctrl+v", "ctrl+z")
        await pilot.pause()
        assert pilot.app.query_one(Editor).text == ""
        assert "secret" not in pilot.app.clipboard
