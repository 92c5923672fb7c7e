"""What stands out in a note is pointed at, line by line, and nothing is changed unless one says."""

from __future__ import annotations

from pathlib import Path

import pytest

from reflect_tui.practice.exercise import Way
from reflect_tui.session.address import Address
from reflect_tui.session.noting import Note
from reflect_tui.session.values import Text
from reflect_tui.tui.app import ReflectApp
from reflect_tui.tui.screens.note import NoteScreen
from reflect_tui.tui.screens.session import SessionScreen
from reflect_tui.tui.widgets.editor import Editor
from tests.tui.screens.host import (
    HOSTILE,
    SIZES,
    Host,
    a_session,
    click_words,
    lines,
    settle,
    sit,
    text,
    world,
)
from tests.tui.screens.test_note import in_note, talked

NAMED = "We asked Mrs Adeyemi who cooks."
LOADED = "She is mature for her age and streetwise."
LOOK = "Look at these before you hand it over"


@pytest.mark.parametrize("size", SIZES)
async def test_a_name_is_said_otherwise_in_the_note_alone_and_put_back(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    sitting, address = talked(NAMED)
    sitting.move(address, in_note=True)
    made = world(tmp_path)
    app = Host(lambda: NoteScreen(made, sitting))
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        narrow = size[0] < 100
        if narrow:
            await click_words(pilot, "To look at")
        await settle(pilot)
        await click_words(pilot, "Adeyemi", last=True)
        await settle(pilot)
        assert "Name: “" in text(app)
        assert "We asked" in text(app)
        await click_words(pilot, "Change it in the notes")
        await settle(pilot)
        assert [kept.by for kept in sitting.session.replaced] == ["[name]"]
        assert "which stands as “[name]”" in text(app)
        if not narrow:
            assert "[name] who cooks." in text(app)
        assert sitting.value(address) == Text(text=NAMED)
        await click_words(pilot, "Put back")
        await settle(pilot)
        assert sitting.session.replaced == ()


async def test_what_is_left_as_it_is_goes_from_the_list_and_nothing_is_ever_counted(
    tmp_path: Path,
) -> None:
    sitting, address = talked(NAMED)
    sitting.move(address, in_note=True)
    before = sitting.session
    app = Host(lambda: NoteScreen(world(tmp_path), sitting))
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await pilot.press("f6", "f6")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert "Nothing in it stands out to the program." in text(app)
        for words in ("anonym", "issues", "found", "1 "):
            assert words not in text(app).partition(LOOK)[2].partition("Make the")[0]
    assert sitting.session is before


async def test_with_somebody_beside_nothing_is_pointed_at_until_one_asks(tmp_path: Path) -> None:
    sitting, address = talked(f"{NAMED} {LOADED}", Way.ONE_TO_ONE)
    sitting.move(address, in_note=True)
    app = Host(lambda: NoteScreen(world(tmp_path), sitting))
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        assert "standard 1.11" not in text(app)
        await click_words(pilot, LOOK)
        await settle(pilot)
        below = text(app).partition(LOOK)[2]
        assert "name" in below
        assert "standard 1.11" in below


@pytest.mark.parametrize(
    ("way", "told"),
    [
        ("Leave it as it is here", False),
        ("Not again until I next open the program", False),
        ("Never ask this again", True),
    ],
)
async def test_a_question_about_wording_is_let_be_and_leaves_no_trace_in_the_session(
    tmp_path: Path, way: str, told: bool
) -> None:
    sitting, address = talked("She is mature for her age.")
    sitting.move(address, in_note=True)
    before, made = sitting.session, world(tmp_path)
    app = Host(lambda: NoteScreen(made, sitting))
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        assert "standard" in text(app).partition(LOOK)[2]
        await pilot.press("f6", "f6")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert "From standard" in text(app)
        assert "Change it" not in text(app)
        await click_words(pilot, way)
        await settle(pilot)
        assert "Nothing in it stands out to the program." in text(app)
    assert sitting.session is before
    assert bool(made.settings.hints_off) is told


async def test_pieces_that_move_are_looked_at_anew(tmp_path: Path) -> None:
    sitting, address = talked(NAMED)
    app = Host(lambda: NoteScreen(world(tmp_path), sitting))
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        assert "nothing to look at" in text(app)
        await pilot.press("enter")
        await settle(pilot)
        assert in_note(sitting, address)
        assert "Adeyemi" in text(app).partition(LOOK)[2]


async def test_from_there_one_goes_to_the_answer_with_the_caret_before_the_words(
    tmp_path: Path,
) -> None:
    sitting = sit(a_session())
    words = Address("counterfactual", "talk", "words")
    sitting.write(words, Text(text=f"One line.\n{NAMED}"))
    sitting.move(words, in_note=True)
    made = world(tmp_path)
    made.notebook().save(sitting.session)
    app = ReflectApp(made, tmp_path / "reports")
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        app.flow.note_of(sitting.session.id)
        await settle(pilot)
        await pilot.press("f6", "f6")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        await click_words(pilot, "Go to the answer")
        await pilot.pause(0.4)
        await settle(pilot)
        assert isinstance(app.screen, SessionScreen)
        assert isinstance(app.focused, Editor)
        row, column = app.focused.cursor_location
        assert app.focused.text.split("\n")[row][column:].startswith(("Adeyemi", "Mrs Adeyemi"))


async def test_only_ones_own_notes_are_withheld_while_somebody_is_beside(tmp_path: Path) -> None:
    sitting, address = talked(NAMED, Way.ONE_TO_ONE)
    made = world(tmp_path)
    app = Host(lambda: NoteScreen(made, sitting))
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        assert "Adeyemi" in text(app)
        await click_words(pilot, "Own copy")
        await settle(pilot)
        assert "Adeyemi" not in text(app)
        await pilot.press("ctrl+n")
        await settle(pilot)
        assert not (tmp_path / "notes").exists()
        await click_words(pilot, "I'm alone now")
        await settle(pilot)
        assert not sitting.company
        assert text(app).count("Adeyemi") >= 2
    assert not in_note(sitting, address)


@pytest.mark.parametrize("at", ["a place in it", "what was made of it"])
async def test_somebody_who_comes_finds_nothing_of_ones_own_notes_on_any_page(
    tmp_path: Path, at: str
) -> None:
    sitting, _ = talked(NAMED)
    made = world(tmp_path)
    made.notebook().save(sitting.session)
    app = ReflectApp(made, tmp_path / "reports")
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        app.flow.note_of(sitting.session.id)
        await settle(pilot)
        await click_words(pilot, "Own copy")
        await settle(pilot)
        if at == "a place in it":
            await click_words(pilot, "Adeyemi", last=True)
        else:
            await pilot.press("ctrl+n")
        await settle(pilot)
        there = "We asked" if at == "a place in it" else "Open it"
        assert there in text(app)
        app.flow.company.beside()
        await settle(pilot)
        assert "This one is only for you" in text(app)
        for words in ("Adeyemi", "We asked", "own-copy", "Open it"):
            assert words not in text(app)


async def test_ones_own_note_is_covered_again_with_one_press_once_somebody_is_back(
    tmp_path: Path,
) -> None:
    sitting, _ = talked(NAMED, Way.ONE_TO_ONE)
    made = world(tmp_path)
    made.notebook().save(sitting.session)
    app = ReflectApp(made, tmp_path / "reports")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        app.flow.note_of(sitting.session.id)
        await settle(pilot)
        assert "Somebody is beside me" not in text(app)
        for words in ("Own copy", "I'm alone now"):
            await click_words(pilot, words)
            await settle(pilot)
        assert "Adeyemi" in text(app)
        await click_words(pilot, "Somebody is beside me")
        await settle(pilot)
        assert "This one is only for you" in text(app)
        assert "Adeyemi" not in text(app)
        await pilot.press("enter")
        await settle(pilot)
        assert "Adeyemi" not in text(app)


async def test_a_piece_goes_into_each_note_on_its_own(tmp_path: Path) -> None:
    sitting = sit(a_session())
    sitting.add_action("Ask how they name their heritage")
    app = Host(lambda: NoteScreen(world(tmp_path), sitting))
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await click_words(pilot, "Case insert")
        await settle(pilot)
        assert "to copy into their record" in text(app)
        await click_words(pilot, "Ask how they name")
        await settle(pilot)
    (action,) = sitting.session.actions
    assert (action.in_note, action.in_insert) == (False, True)
    assert NoteScreen(world(tmp_path), sitting).note is Note.SUPERVISION


async def test_hostile_words_round_a_name_are_drawn_and_do_nothing(tmp_path: Path) -> None:
    sitting, address = talked(f"{HOSTILE} and Mrs Adeyemi {HOSTILE}")
    sitting.move(address, in_note=True)
    app = Host(lambda: NoteScreen(world(tmp_path), sitting))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("f6", "f6")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert "[/]" in text(app)
        assert "\x1b" not in "".join(lines(app))
        await click_words(pilot, "[@click=app.quit]x")
        await settle(pilot)
        assert app.is_running
