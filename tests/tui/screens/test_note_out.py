"""A note leaves in the way somebody chooses; where one way fails, it says so and offers another."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from reflect_tui import clipboard, opening
from reflect_tui.errors import ReflectError
from reflect_tui.practice.exercise import Way
from reflect_tui.session.sitting import Sitting
from reflect_tui.tui.app import ReflectApp
from reflect_tui.tui.screens.note import NoteScreen
from reflect_tui.tui.widgets import handing_over
from reflect_tui.tui.widgets.entry import Entry
from reflect_tui.tui.world import World
from tests.journeys.story import word_file
from tests.tui.screens.host import (
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
from tests.tui.screens.test_note import WORDS, talked


def moved(way: Way = Way.SOLO) -> Sitting:
    sitting, address = talked(way=way)
    sitting.move(address, in_note=True)
    return sitting


def shown(made: World, sitting: Sitting) -> Host:
    return Host(lambda: NoteScreen(made, sitting))


def files(folder: Path) -> list[str]:
    return sorted(path.suffix for path in folder.iterdir()) if folder.exists() else []


async def choose(pilot: Pilot[Any], *words: str) -> None:
    for each in words:
        await click_words(pilot, each, last=True)
        await settle(pilot)


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """What was opened with its program, instead of opening it."""
    handed: list[Path] = []
    monkeypatch.setattr(opening, "open_with_its_program", handed.append)
    return handed


@pytest.mark.parametrize(
    ("way", "suffix"), [("Web page", ".html"), ("Plain text", ".txt"), ("Markdown", ".md")]
)
async def test_more_ways_make_other_files(tmp_path: Path, way: str, suffix: str) -> None:
    app = shown(world(tmp_path), moved())
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await choose(pilot, "More ways", way)
        (made,) = (tmp_path / "notes").iterdir()
        assert made.suffix == suffix
        assert made.name in "".join("".join(lines(app)).split())
    assert WORDS in made.read_text("utf-8")


@pytest.mark.parametrize("size", SIZES)
async def test_printing_makes_a_page_and_hands_it_to_the_browser(
    tmp_path: Path, opened: list[Path], size: tuple[int, int]
) -> None:
    app = shown(world(tmp_path), moved())
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await choose(pilot, "  Print  ")
        assert "print it there" in text(app)
    assert opened == list((tmp_path / "notes").glob("*.html"))


async def test_the_file_and_its_folder_are_opened_from_there(
    tmp_path: Path, opened: list[Path]
) -> None:
    app = shown(world(tmp_path), moved())
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await choose(pilot, "Make the Word file", "Open it", "Open the folder")
    (note,) = (tmp_path / "notes").iterdir()
    assert opened == [note, tmp_path / "notes"]


async def test_with_nothing_to_open_it_with_it_says_where_it_lies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path) -> None:
        raise ReflectError("There is nothing here to open it with", where=str(path))

    monkeypatch.setattr(opening, "open_with_its_program", refuse)
    app = shown(world(tmp_path), moved())
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await choose(pilot, "  Print  ")
        assert "No browser could be opened here." in text(app)
        await choose(pilot, "Open the folder")
        assert "There is nothing here to open it with" in text(app)
    assert files(tmp_path / "notes") == [".html"]


async def test_a_folder_that_cannot_be_written_to_is_said_and_another_one_taken(
    tmp_path: Path,
) -> None:
    (tmp_path / "notes").write_text("a file where the folder should be")
    app = shown(world(tmp_path), moved())
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await pilot.press("ctrl+n")
        await settle(pilot)
        assert "The note was not written" in text(app)
        await choose(pilot, "Another folder")
        app.screen.query_one(Entry).text = str(tmp_path / "elsewhere")
        await pilot.press("enter")
        await settle(pilot)
        assert "Written:" in text(app)
    assert files(tmp_path / "elsewhere") == [".docx"]


async def test_without_what_makes_word_files_a_web_page_is_offered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "reflect_tui.notes.docx", None)
    app = shown(world(tmp_path), moved())
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("ctrl+n")
        await settle(pilot)
        assert "needs python-docx" in text(app)
        await choose(pilot, "A web page instead")
        assert "Written:" in text(app)
    assert files(tmp_path / "notes") == [".html"]


@pytest.mark.parametrize("there", [True, False])
async def test_copying_says_which_clipboard_and_where_it_cannot_be_sure_offers_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, there: bool
) -> None:
    copied: list[str] = []
    monkeypatch.setattr(clipboard, "to_system", lambda words: copied.append(words) or there)
    app = shown(world(tmp_path), moved())
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await choose(pilot, "More ways", "Copy to the clipboard")
        which = "this computer's clipboard" if there else "this terminal's clipboard"
        assert which in text(app)
        assert ("A plain text file instead" in text(app)) is not there
        if not there:
            await choose(pilot, "A plain text file instead")
    assert WORDS in copied[0]
    assert files(tmp_path / "notes") == ([] if there else [".txt"])


async def test_an_empty_note_offers_to_choose_what_goes_in(tmp_path: Path) -> None:
    sitting, _ = talked()
    app = shown(world(tmp_path), sitting)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await choose(pilot, "As it reads", "Make the Word file", "Choose what goes in")
        await pilot.press("enter")
        await settle(pilot)
        assert [kept.in_note for kept in sitting.session.responses] == [True]


async def test_names_stand_in_the_file_and_nowhere_else(tmp_path: Path) -> None:
    sitting = moved(Way.GROUP)
    app = shown(world(tmp_path), sitting)
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await choose(pilot, "Add names")
        await pilot.press(*"Ada", "ctrl+n")
        await settle(pilot)
        assert "Ask them first" in text(app)
        await choose(pilot, "○ yes, each of them", "Put them on the note", "Make the Word file")
        (note,) = (tmp_path / "notes").iterdir()
    assert "Ada" in word_file(note)
    assert "Ada" not in sitting.session.model_dump_json()


async def test_one_section_is_read_by_itself(tmp_path: Path) -> None:
    app = shown(world(tmp_path), moved())
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("f2")
        await settle(pilot)
        await choose(pilot, "Handling and review")
        assert "Handling and review, by itself" in text(app)
        assert WORDS not in text(app)
        await pilot.press("f2")
        await settle(pilot)
        await choose(pilot, "All of it")
        assert "Supervision note (self-directed, draft)" in text(app)


async def test_by_name_the_note_is_seen_before_it_is_handed_over(
    tmp_path: Path, opened: list[Path]
) -> None:
    made = world(tmp_path)
    sitting = sit(a_session())
    sitting.add_action("Ask how they name their heritage", in_note=True)
    made.notebook().save(sitting.session)
    app = ReflectApp(made, tmp_path / "reports")
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        app.flow.open(sitting.session.id)
        await settle(pilot)
        await pilot.press("ctrl+p")
        await settle(pilot)
        page = text(app)
        assert page.index("Make the Word file") < page.index("Print") < page.index("Next step")
        await pilot.press(*"print", "enter")
        await settle(pilot)
        assert isinstance(app.screen, NoteScreen)
        assert opened == []
        assert "This is the note as it will read." in text(app)
        await pilot.press("enter")
        await settle(pilot)
        assert files(tmp_path / "notes") == [".html"]
        await pilot.press("ctrl+p")
        await settle(pilot)
        await pilot.press(*"word file", "enter")
        await settle(pilot)
        assert files(tmp_path / "notes") == [".docx", ".html"]
    assert len(opened) == 1


async def test_in_the_demo_it_says_that_the_folder_is_thrown_away(tmp_path: Path) -> None:
    app = shown(world(tmp_path, demo=True), moved())
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await pilot.press("ctrl+n")
        await settle(pilot)
        assert "the folder goes when you leave" in text(app)


async def test_a_folder_that_is_copied_elsewhere_is_told(tmp_path: Path) -> None:
    app = shown(world(tmp_path, notes=tmp_path / "OneDrive - Council" / "notes"), moved())
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await pilot.press("ctrl+n")
        await settle(pilot)
        assert "in OneDrive, so the note is copied there too" in text(app)


async def test_a_mistake_of_ours_while_it_is_made_leaves_nobody_waiting(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(*_: object, **__: object) -> Path:
        raise ValueError

    monkeypatch.setattr(handing_over, "write_note", breaks)
    app = shown(world(tmp_path), moved())
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("ctrl+n")
        # Waiting for the thread would raise what it raised.
        await pilot.pause(0.3)
        assert "The note could not be made" in text(app)
        monkeypatch.undo()
        await choose(pilot, "Try again")
        assert "Written:" in text(app)
