"""Each says what they say of the note, where it can be seen, changed, taken back and undone."""

from __future__ import annotations

from pathlib import Path

import pytest

from reflect_tui.practice.exercise import Way
from reflect_tui.session.sitting import Sitting
from reflect_tui.tui.screens.agreeing import AgreeingScreen
from reflect_tui.tui.screens.note import NoteScreen
from tests.journeys.story import word_file
from tests.tui.screens.host import SIZES, Host, click_words, settle, text, world
from tests.tui.screens.test_note import talked


def company(way: Way = Way.ONE_TO_ONE) -> Sitting:
    sitting, address = talked(way=way)
    sitting.move(address, in_note=True)
    return sitting


def said_of(sitting: Sitting) -> list[tuple[str, str, str]]:
    return [(kept.role, kept.said, kept.words) for kept in sitting.session.agreements]


@pytest.mark.parametrize("size", SIZES)
async def test_by_mouse_one_agrees_and_the_other_disagrees_because(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    sitting, made = company(), world(tmp_path)
    app = Host(lambda: NoteScreen(made, sitting))
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        assert "Nobody has agreed to it yet." in text(app)
        await click_words(pilot, "Who agrees")
        await settle(pilot)
        await click_words(pilot, "○ agreed")
        await click_words(pilot, "disagrees, because …", last=True)
        await settle(pilot)
        assert said_of(sitting) == [("practitioner", "agreed", "")]
        assert "nobody edits it" in text(app)
        await pilot.press(*"not so")
        await settle(pilot)
        assert said_of(sitting)[1] == ("supervisor", "disagrees because", "not so")
        assert "Disagrees, 23 November 2026." in text(app)
        await click_words(pilot, "Back to the note")
        await settle(pilot)
        assert "Supervisor: disagrees" in text(app)
        await click_words(pilot, "Make the Word file")
        await settle(pilot)
    (note,) = (tmp_path / "notes").iterdir()
    written = word_file(note)
    assert written.startswith("Supervision note (not agreed by everyone)\n")
    assert "Supervisor, disagrees because\nnot so" in written


async def test_by_keys_it_is_taken_back_and_undone_and_walking_past_agrees_to_nothing(
    tmp_path: Path,
) -> None:
    sitting, made = company(Way.GROUP), world(tmp_path)
    app = Host(lambda: AgreeingScreen(made, sitting))
    async with app.run_test() as pilot:
        await settle(pilot)
        assert "Facilitator" in text(app)
        assert "Presenter" in text(app)
        await pilot.press("right", "right", "left", "tab")
        assert said_of(sitting) == []
        await pilot.press("shift+tab", "enter")
        await settle(pilot)
        assert said_of(sitting) == [("facilitator", "agreed", "")]
        await pilot.press("left", "enter")
        await settle(pilot)
        assert said_of(sitting) == []
        await pilot.press("f7")
        await settle(pilot)
        assert said_of(sitting) == [("facilitator", "agreed", "")]
        assert "● agreed" in text(app)


async def test_whoever_agreed_is_asked_again_once_the_note_was_changed(tmp_path: Path) -> None:
    sitting, made = company(), world(tmp_path)
    sitting.agree("practitioner", "agreed")
    sitting.agree("supervisor", "agreed")
    app = Host(lambda: NoteScreen(made, sitting))
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        assert "Supervision note (agreed)" in text(app)
        assert "Draft to take away" not in text(app)
        await pilot.press("enter", "enter")
        await settle(pilot)
        assert "Supervision note (agreed)" in text(app)
        sitting.add_action("Ask her", in_note=True)
        await click_words(pilot, "Who agrees")
        await settle(pilot)
        assert "to the note as it was then" in text(app)
        await click_words(pilot, "Says the same of the note as it is now")
        await click_words(pilot, "Says the same of the note as it is now", last=True)
        await settle(pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert "Supervision note (agreed)" in text(app)


async def test_a_draft_to_take_away_says_two_days_and_that_nobody_has_agreed(
    tmp_path: Path,
) -> None:
    sitting, made = company(), world(tmp_path)
    app = Host(lambda: NoteScreen(made, sitting))
    async with app.run_test() as pilot:
        await settle(pilot)
        await click_words(pilot, "Draft to take away")
        await settle(pilot)
        assert "Take two working days with it." in text(app)
    (note,) = (tmp_path / "notes").iterdir()
    written = word_file(note)
    assert written.startswith("Supervision note (draft, not yet agreed)\nA draft to take away")
    assert "Nobody has agreed to it yet." in written


async def test_alone_there_is_nobody_to_agree_with(tmp_path: Path) -> None:
    sitting, made = company(Way.SOLO), world(tmp_path)
    app = Host(lambda: NoteScreen(made, sitting))
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        for words in ("Who agrees", "Draft to take away", "give a copy"):
            assert words not in text(app)
        await pilot.press("f7")
        await settle(pilot)
        assert "Nothing is in the note yet." in text(app)
