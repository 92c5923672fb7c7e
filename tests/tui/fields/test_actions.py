"""Actions are put down, changed, moved and taken away; what is half written is kept too."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from textual import on
from textual.pilot import Pilot

from reflect_tui.practice.exercise import Kind, Service, Way
from reflect_tui.session.model import Action
from reflect_tui.tui.widgets.fields.actions import ActionsField
from reflect_tui.tui.widgets.press import Press
from tests.tui.fields.host import SMALL, WIDE, Host, a_prompt, click_on, drawn, typed

PAUSE = 0.9
ASK = Action(id="ask", what="Ask how they name it", who="you", by="Fri 27 Nov", told="at home")
REWORD = Action(id="reword", what="Reword page one", in_note=True)


class Keeping(Host):
    """A page that does with actions what a sitting does."""

    def __init__(self, *actions: Action, way: Way) -> None:
        self.actions = actions
        self.asked: list[ActionsField.Asked] = []
        field = ActionsField(
            a_prompt(Kind.ACTIONS), None, service=Service.CHILDREN, way=way, actions=actions
        )
        super().__init__(field)

    @on(ActionsField.Asked)
    def _do(self, event: ActionsField.Asked) -> None:
        self.asked.append(event)
        match event:
            case ActionsField.Added():
                new = Action(id=f"new{len(self.asked)}", in_note=event.in_note, **event.told)
                self.actions = (*self.actions, new)
            case ActionsField.Edited():
                new = event.action
                self.actions = tuple(new if a.id == new.id else a for a in self.actions)
            case ActionsField.Moved():
                self.actions = tuple(
                    a.model_copy(update={"in_note": event.in_note})
                    if a.id == event.action_id
                    else a
                    for a in self.actions
                )
            case ActionsField.Removed():
                self.actions = tuple(a for a in self.actions if a.id != event.action_id)
        for field in self.query(ActionsField):
            field.set_actions(self.actions)

    def said(self) -> list[tuple[str, str, str, str, bool]]:
        return [(a.what, a.who, a.by, a.told, a.in_note) for a in self.actions]


@asynccontextmanager
async def keeping(
    *actions: Action, way: Way = Way.ONE_TO_ONE, size: tuple[int, int] = WIDE
) -> AsyncIterator[tuple[Keeping, Pilot[None]]]:
    app = Keeping(*actions, way=way)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield app, pilot


async def test_an_action_is_written_with_keys_alone_and_put_into_the_note() -> None:
    async with keeping() as (app, pilot):
        await typed(pilot, "Ring the school")
        for words in "you", "Friday", "by text":
            await pilot.press("tab")
            await typed(pilot, words)
        await pilot.press("tab", "tab", "enter")
        await pilot.pause()
        assert app.said() == [("Ring the school", "you", "Friday", "by text", True)]
        assert "Ring the school" in drawn(pilot)
        assert "In the note ●" in drawn(pilot)


async def test_the_form_is_empty_for_the_next_one_with_the_caret_in_it() -> None:
    async with keeping() as (app, pilot):
        for words in "one", "two":
            await typed(pilot, words)
            await click_on(pilot, "Add, between us")
        assert [what for what, *_ in app.said()] == ["one", "two"]
        assert not any(noted for *_, noted in app.said())


async def test_on_ones_own_the_words_are_just_me() -> None:
    async with keeping(way=Way.SOLO) as (app, pilot):
        await typed(pilot, "Read")
        await click_on(pilot, "Add, just me")
        assert app.said() == [("Read", "", "", "", False)]
        assert "Just me ●" in drawn(pilot)


async def test_what_is_half_written_is_an_action_after_a_pause_and_stays_in_the_form() -> None:
    async with keeping() as (app, pilot):
        await typed(pilot, "Ring the sch")
        await pilot.pause(PAUSE)
        assert app.said() == [("Ring the sch", "", "", "", False)]
        assert drawn(pilot).count("Ring the sch") == 1
        await typed(pilot, "ool")
        await pilot.pause(PAUSE)
        assert app.said() == [("Ring the school", "", "", "", False)]
        await click_on(pilot, "Add, in the note")
        assert app.said() == [("Ring the school", "", "", "", True)]
        assert drawn(pilot).count("Ring the school") == 1


async def test_what_is_half_written_is_kept_when_the_page_is_turned_at_once() -> None:
    async with keeping() as (app, pilot):
        await typed(pilot, "Ring")
        await app.query_one(ActionsField).remove()
        await pilot.pause()
        assert app.said() == [("Ring", "", "", "", False)]


async def test_what_was_half_written_and_emptied_again_leaves_nothing() -> None:
    async with keeping() as (app, pilot):
        await typed(pilot, "Ring")
        await pilot.pause(PAUSE)
        await pilot.press("ctrl+a", "delete")
        await pilot.pause(PAUSE)
        assert app.said() == []


async def test_nothing_is_added_without_words_for_what_will_be_done() -> None:
    async with keeping() as (app, pilot):
        await pilot.press("tab")
        await typed(pilot, "you")
        await click_on(pilot, "Add, in the note")
        await pilot.pause(PAUSE)
        assert app.asked == []
        assert "Write what will be done first." in [n.message for n in app._notifications]


async def test_an_action_is_changed_and_keeps_its_place_and_its_id() -> None:
    async with keeping(ASK, REWORD) as (app, pilot):
        await click_on(pilot, "Change")
        assert "Ask how they name it" in drawn(pilot)
        await typed(pilot, " at home")
        await click_on(pilot, "Done, between us")
        assert [a.id for a in app.actions] == ["ask", "reword"]
        assert app.said()[0] == (
            "Ask how they name it at home",
            "you",
            "Fri 27 Nov",
            "at home",
            False,
        )
        await typed(pilot, "Another")
        await click_on(pilot, "Add, between us")
        assert [a.what for a in app.actions][2:] == ["Another"]


async def test_changing_one_keeps_what_was_half_written_of_another() -> None:
    async with keeping(ASK) as (app, pilot):
        await typed(pilot, "Half")
        await click_on(pilot, "Change")
        await pilot.pause(PAUSE)
        await typed(pilot, "!")
        await pilot.pause(PAUSE)
        assert [a.what for a in app.actions] == ["Ask how they name it!", "Half"]


async def test_changing_one_at_once_keeps_the_two_apart() -> None:
    async with keeping(ASK) as (app, pilot):
        await typed(pilot, "Half")
        app.query_one(".change", Press).action_press()
        await pilot.pause()
        await typed(pilot, "!")
        await pilot.pause(PAUSE)
        assert [a.what for a in app.actions] == ["Ask how they name it!", "Half"]


async def test_leaving_a_question_keeps_what_stands_there_at_once() -> None:
    async with keeping() as (app, pilot):
        await typed(pilot, "Ring")
        assert app.asked == []
        await pilot.press("tab")
        await pilot.pause()
        assert app.said() == [("Ring", "", "", "", False)]


async def test_an_action_that_was_there_is_never_taken_away_by_emptying_its_words() -> None:
    async with keeping(ASK) as (app, pilot):
        await click_on(pilot, "Change")
        await pilot.press("ctrl+a", "delete")
        await pilot.pause(PAUSE)
        assert app.actions == (ASK,)


async def test_changing_by_when_lets_go_of_the_date_behind_it() -> None:
    from datetime import date

    dated = ASK.model_copy(update={"by_date": date(2026, 11, 27)})
    async with keeping(dated) as (app, pilot):
        await click_on(pilot, "Change")
        await typed(pilot, "!")
        await pilot.pause(PAUSE)
        assert app.actions[0].by_date == date(2026, 11, 27)
        await pilot.press("tab", "tab")
        await typed(pilot, " or later")
        await pilot.pause(PAUSE)
        assert (app.actions[0].by, app.actions[0].by_date) == ("Fri 27 Nov or later", None)


async def test_an_action_moves_into_the_note_and_out_by_key_and_by_click() -> None:
    async with keeping(ASK) as (app, pilot):
        await click_on(pilot, "In the note ○")
        assert app.actions[0].in_note
        assert "In the note ●" in drawn(pilot)
        await pilot.press("space")
        await pilot.pause()
        assert app.actions[0].in_note, "typing on moves nothing"
        await pilot.press("left")
        await pilot.pause()
        assert not app.actions[0].in_note


async def test_one_that_is_taken_away_goes_and_it_is_said_how_it_comes_back() -> None:
    async with keeping(ASK, REWORD) as (app, pilot):
        await click_on(pilot, "Take away")
        assert app.actions == (REWORD,)
        assert "Ask how" not in drawn(pilot)
        assert any("F7" in note.message for note in app._notifications)


async def test_actions_with_markup_and_control_characters_are_drawn_as_words() -> None:
    hostile = Action(id="h", what="[@click=app.quit]x[/] \x1b[31m", who="[/]", told="see [1]")
    async with keeping(hostile, size=SMALL) as (app, pilot):
        assert "[@click=app.quit]x[/]" in drawn(pilot)
        assert "[/] · see [1]" in drawn(pilot)
        await click_on(pilot, "[@click=app.quit]x[/]")
        assert not app.quit_by_text


async def test_an_action_from_elsewhere_appears_while_one_is_being_written() -> None:
    async with keeping(ASK) as (app, pilot):
        await typed(pilot, "Mine")
        app.actions = (REWORD, *app.actions)
        app.query_one(ActionsField).set_actions(app.actions)
        await pilot.pause()
        lines = drawn(pilot)
        assert lines.index("Reword page one") < lines.index("Ask how they name it")
        assert "Mine" in lines
