"""What holds for every kind of field: hostile text, narrow windows, keys alone, no colour."""

from __future__ import annotations

from typing import Any

import pytest
from textual import events

from reflect_tui.practice.exercise import Imagined, Kind, Option
from reflect_tui.session.model import Action, Ending
from reflect_tui.session.values import (
    VALUES,
    Choice,
    Choices,
    Contrast,
    Day,
    Line,
    Moment,
    Placement,
    Round,
    Spot,
    Text,
    Value,
)
from reflect_tui.tui.widgets.editor import Editor
from reflect_tui.tui.widgets.fields import FIELDS
from reflect_tui.tui.widgets.reading import IMAGINED, READINGS, reading
from tests.support.agreeing import an_action
from tests.tui.fields.host import a_field, a_prompt, drawn, host, shown

HOSTILE = "[@click=app.quit]x[/] [/] [bold] \x1b[31m\x1b]52;c;aGk=\x07 \u202e"
SEEN = Spot(seen=True, said=False)
WRITTEN: dict[Kind, Value | None] = {
    Kind.TEXT: Text(text=HOSTILE),
    Kind.LINE: Line(text=HOSTILE),
    Kind.CHOOSE: Choice(option="a"),
    Kind.CHOOSE_MANY: Choices(options=("b", "a")),
    Kind.CONTRAST: Contrast(left=HOSTILE, right="y " + HOSTILE),
    Kind.PLACE: Placement(me=SEEN, moves=True),
    Kind.DAY: Day(moments=(Moment(part="b", text=HOSTILE, known="seen"),)),
    Kind.ROUND: Round(pieces=(HOSTILE, "two"), shown=True),
    Kind.ACTIONS: None,
    Kind.AGREED: None,
}
OPTIONS = (Option("a", HOSTILE), Option("b", "B"))


def hostile_field(kind: Kind) -> object:
    options = OPTIONS if kind in (Kind.CHOOSE, Kind.CHOOSE_MANY, Kind.DAY) else ()
    sides = {"left": HOSTILE, "right": HOSTILE} if kind is Kind.CONTRAST else {}
    prompt = a_prompt(kind, options=options, imagined=Imagined.RIGHT, **sides)
    return a_field(prompt, WRITTEN[kind], **_more(kind))


def _more(kind: Kind) -> dict[str, Any]:
    """What a field is given that keeps no response."""
    if kind is Kind.ACTIONS:
        return {"actions": (Action(id="a", what=HOSTILE),)}
    if kind is Kind.AGREED:
        carried = [an_action("a", what=HOSTILE, who=HOSTILE), an_action("b", what=HOSTILE)]
        return {"carried": carried, "endings": (Ending(action="b", became="", words=HOSTILE),)}
    return {}


def test_every_kind_has_a_field_and_every_kind_that_keeps_a_response_is_read() -> None:
    assert FIELDS.keys() == VALUES.keys()
    assert READINGS.keys() == {kind for kind, value in VALUES.items() if value is not None}


@pytest.mark.parametrize("size", [(120, 36), (76, 24), (60, 24), (30, 12)])
@pytest.mark.parametrize("kind", Kind)
async def test_hostile_text_is_drawn_and_never_acts_at_any_width(
    kind: Kind, size: tuple[int, int]
) -> None:
    async with shown(hostile_field(kind), size=size) as pilot:  # type: ignore[arg-type]
        await pilot.pause(0.3)
        screen = drawn(pilot)
        assert "\x07" not in screen
        assert "\u202e" not in screen
        for y, line in enumerate(screen.splitlines()):
            x = line.find("x[/]")
            if x >= 0:
                await pilot.click(offset=(x, y))
        assert not host(pilot).quit_by_text
        assert host(pilot)._exception is None


@pytest.mark.parametrize("kind", Kind)
async def test_tab_walks_through_and_past_every_field(kind: Kind) -> None:
    more = {"carried": [an_action("a"), an_action("b")]} if kind is Kind.AGREED else {}
    async with shown(a_field(a_prompt(kind), **more)) as pilot:
        assert pilot.app.focused is not None
        for _ in range(12):
            if pilot.app.focused is pilot.app.query_one("#next"):
                return
            await pilot.press("tab")
            await pilot.pause()
        raise AssertionError("Next is not reached with Tab")


@pytest.mark.parametrize("kind", Kind)
async def test_a_megabyte_pasted_into_a_field_is_refused_and_changes_nothing(kind: Kind) -> None:
    async with shown(a_field(a_prompt(kind))) as pilot:
        for editor in pilot.app.query(Editor):
            editor.post_message(events.Paste("x" * 1_000_001))
        await pilot.pause()
        assert host(pilot).values == []


@pytest.mark.parametrize("kind", [kind for kind, value in VALUES.items() if value is not None])
def test_what_was_written_reads_as_words_without_a_field(kind: Kind) -> None:
    prompt = a_prompt(kind, options=OPTIONS, imagined=Imagined.ALL)
    words = reading(prompt, WRITTEN[kind])
    assert words.plain
    assert "\x1b" not in words.plain
    assert IMAGINED in words.plain
    assert reading(prompt, None).plain == ""


def test_a_day_a_placement_and_a_contrast_read_in_words() -> None:
    options = (Option("morning", "Morning"), Option("night", "The night"))
    day = Day(
        moments=(
            Moment(part="night", text="loud"),
            Moment(part="morning", text="early", known="told"),
        )
    )
    assert reading(a_prompt(Kind.DAY, options=options), day).plain == (
        "Morning: early · we were told\nThe night: loud"
    )
    placed = Placement(me=SEEN, between=Spot(seen=False, said=True), moves=True)
    assert reading(a_prompt(Kind.PLACE), placed).plain == (
        "For me: seen and unsaid\nBetween us: unseen and said\n"
        "It moves, depending on who is in the room"
    )
    two = Contrast(left="she", right="he")
    assert reading(a_prompt(Kind.CONTRAST, imagined=Imagined.RIGHT), two).plain == (
        f"As we say it now\nshe\nWith one thing changed\nhe\n{IMAGINED}"
    )


def test_a_round_that_was_not_shown_reads_without_a_word_of_it() -> None:
    prompt = a_prompt(Kind.ROUND)
    assert "secret" not in reading(prompt, Round(pieces=("secret",))).plain
    assert reading(prompt, Round(pieces=("one", "two"), shown=True)).plain == "· one\n· two"


def test_an_option_that_the_exercise_no_longer_has_still_reads() -> None:
    assert reading(a_prompt(Kind.CHOOSE), Choice(option="gone")).plain == "● gone"
