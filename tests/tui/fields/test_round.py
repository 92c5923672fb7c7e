"""A round: each writes unseen, may leave theirs out, and all is shown only after a look."""

from __future__ import annotations

from rich.cells import cell_len

from reflect_tui.practice.exercise import Kind, Way
from reflect_tui.session.values import Round
from reflect_tui.tui.widgets.editor import Editor
from reflect_tui.tui.widgets.fields.round import RoundField, veiled
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
        await pilot.press("enter")
        await pilot.pause()
        assert "· mine" in drawn(pilot)


async def test_the_facilitator_says_they_are_alone_before_any_of_it_is_drawn() -> None:
    async with shown(a_round(Round(pieces=("[/] oak", "elm")))) as pilot:
        await click_on(pilot, "The facilitator looks")
        assert "oak" not in drawn(pilot)
        await click_on(pilot, "Not yet")
        assert "Pass the keyboard" in drawn(pilot)
        await click_on(pilot, "The facilitator looks")
        await click_on(pilot, "Only I can see the screen now")
        assert "· [/] oak" in drawn(pilot)
        await click_on(pilot, "Show them together")
        assert host(pilot).value == Round(pieces=("[/] oak", "elm"), shown=True)
        assert "· [/] oak" in drawn(pilot)


async def test_a_piece_is_left_out_with_its_writers_word_and_not_by_one_click() -> None:
    async with shown(a_round(Round(pieces=("first", "middle", "third")))) as pilot:
        await click_on(pilot, "The facilitator looks")
        await click_on(pilot, "Only I can see the screen now")
        for answer, kept in (
            ("Keep it", None),
            ("Its writer has said so", Round(pieces=("first", "third"))),
        ):
            await pilot.click("#leave-1")
            await pilot.pause()
            assert "first" not in drawn(pilot)
            assert "Only with its writer's word" in drawn(pilot)
            await click_on(pilot, answer)
            assert host(pilot).values == ([kept] if kept else [])
        assert "middle" not in drawn(pilot)


async def test_what_is_typed_is_drawn_as_dots_until_its_writer_asks_to_see_it() -> None:
    async with shown(a_round()) as pilot:
        await click_on(pilot, "Pass the keyboard")
        await typed(pilot, "too harsh")
        assert "••• •••••" in drawn(pilot)
        assert "harsh" not in drawn(pilot)
        await click_on(pilot, "Let me see my words")
        assert "too harsh" in drawn(pilot)
        await typed(pilot, " by far")
        await click_on(pilot, "Dots again")
        assert "harsh" not in drawn(pilot)
        await click_on(pilot, "Add mine")
        assert host(pilot).value == Round(pieces=("too harsh by far",))
        await click_on(pilot, "Pass the keyboard")
        await typed(pilot, "mine")
        assert "mine" not in drawn(pilot).replace("Add mine", "").replace("Leave mine out", "")


def test_dots_take_as_much_room_as_what_they_stand_for() -> None:
    for words in ("plain words", "éte\u0301 日本", "(\u0645\u06cc)"):
        assert len(veiled(words)) == len(words)
        assert cell_len(veiled(words)) == sum(cell_len(letter) for letter in words)
        assert not set(veiled(words)) & set(words) - {" "}


async def test_something_laid_over_the_screen_covers_the_facilitators_look() -> None:
    async with shown(a_round(Round(pieces=("one of them",)))) as pilot:
        await click_on(pilot, "The facilitator looks")
        await click_on(pilot, "Only I can see the screen now")
        await pilot.app.query_one(RoundField).turn_away()
        await pilot.pause()
        assert "one of them" not in drawn(pilot)


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
        for button in "Only I can see the screen now", "Show them together":
            await click_on(pilot, button)
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
