from __future__ import annotations

from pathlib import Path

import pytest

from reflect_tui.practice.exercise import Imagined, Kind, Way
from reflect_tui.session.address import Address
from reflect_tui.session.sitting import Sitting
from reflect_tui.session.values import Contrast, Text
from reflect_tui.tui.screens.note import NOTHING_WRITTEN, NoteScreen
from reflect_tui.tui.world import World
from tests.journeys.story import word_file
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

WORDS = "quite mature for her age"


def talked(words: str = WORDS, way: Way = Way.SOLO) -> tuple[Sitting, Address]:
    """A sitting with one answer, and where it stands."""
    sitting = sit(a_session(way))
    page = next(p for p in sitting.course.pages(sitting.session) if p.stage.id == "talk")
    address = page.address(next(p for p in page.prompts if p.kind is Kind.TEXT))
    sitting.write(address, Text(text=words))
    return sitting, address


def shown(tmp_path: Path, sitting: Sitting) -> tuple[Host, World]:
    made = world(tmp_path)
    return Host(lambda: NoteScreen(made, sitting)), made


def in_note(sitting: Sitting, address: Address) -> bool:
    response = sitting.session.response(address)
    return response is not None and response.in_note


@pytest.mark.parametrize("key", ["enter", "space", "click"])
async def test_one_key_or_click_moves_a_piece_in_and_once_more_out(
    tmp_path: Path, key: str
) -> None:
    sitting, address = talked()
    app, _ = shown(tmp_path, sitting)
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        for wanted in (True, False):
            if key == "click":
                await click_words(pilot, WORDS)
            else:
                await pilot.press(key)
            await settle(pilot)
            assert in_note(sitting, address) is wanted
            # Once in the list; in the note only when it is in.
            assert text(app).count(WORDS) == (2 if wanted else 1)


async def test_nothing_is_in_the_note_until_somebody_moves_it(tmp_path: Path) -> None:
    sitting, _ = talked()
    app, _ = shown(tmp_path, sitting)
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        assert "Nothing is in the note yet." in text(app)


async def test_an_action_is_moved_like_an_answer(tmp_path: Path) -> None:
    sitting = sit(a_session())
    sitting.add_action("Ask how they name their heritage", who="practitioner")
    app, _ = shown(tmp_path, sitting)
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert text(app).count("Ask how they name") == 2
    assert sitting.session.actions[0].in_note


@pytest.mark.parametrize("size", SIZES)
async def test_the_note_is_written_and_the_screen_says_where(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    sitting, address = talked()
    sitting.move(address, in_note=True)
    app, _ = shown(tmp_path, sitting)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await click_words(pilot, "Make the Word file")
        await settle(pilot)
        (written,) = (tmp_path / "notes").iterdir()
        assert "Written:" in text(app)
        assert written.name in "".join("".join(lines(app)).split())
    assert written.suffix == ".docx"
    assert WORDS in word_file(written)


async def test_a_second_note_is_a_second_file(tmp_path: Path) -> None:
    sitting, address = talked()
    sitting.move(address, in_note=True)
    app, _ = shown(tmp_path, sitting)
    async with app.run_test() as pilot:
        await settle(pilot)
        for _ in range(2):
            await pilot.press("ctrl+n")
            await settle(pilot)
    assert len(list((tmp_path / "notes").iterdir())) == 2


async def test_an_empty_note_is_not_written_and_says_how_to_move_something(
    tmp_path: Path,
) -> None:
    sitting, _ = talked()
    app, _ = shown(tmp_path, sitting)
    async with app.run_test() as pilot:
        await settle(pilot)
        await click_words(pilot, "Make the Word file")
        await settle(pilot)
        assert "Nothing was moved into the note yet" in text(app)
    assert not (tmp_path / "notes").exists()


async def test_a_session_without_a_word_says_so(tmp_path: Path) -> None:
    app, _ = shown(tmp_path, sit(a_session()))
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        assert NOTHING_WRITTEN in text(app).replace(" │ ", " ") or "Nothing is written" in text(app)


async def test_what_was_imagined_stays_here(tmp_path: Path) -> None:
    sitting = sit(a_session())
    pages = sitting.course.every_page(sitting.session)
    found = [
        (page.address(prompt), prompt)
        for page in pages
        for prompt in page.prompts
        if prompt.kind is Kind.CONTRAST and prompt.imagined is Imagined.RIGHT
    ]
    address, _ = found[0]
    sitting.write(address, Contrast(right="he's quite streetwise"))
    app, _ = shown(tmp_path, sitting)
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        assert "stays here" in text(app)
        await pilot.press("enter")
        await settle(pilot)
    assert not in_note(sitting, address)


@pytest.mark.parametrize(("way", "ours"), [(Way.SOLO, "just me"), (Way.GROUP, "between us")])
async def test_what_is_not_in_the_note_is_called_what_it_is(
    tmp_path: Path, way: Way, ours: str
) -> None:
    sitting, _ = talked(way=way)
    app, _ = shown(tmp_path, sitting)
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        assert f"○ {ours}" in text(app)


@pytest.mark.parametrize("switch", ["f6", "click"])
async def test_in_a_narrow_window_the_two_are_pages(tmp_path: Path, switch: str) -> None:
    sitting, address = talked()
    sitting.move(address, in_note=True)
    app, _ = shown(tmp_path, sitting)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "Supervision note (" not in text(app)
        if switch == "click":
            await click_words(pilot, "As it reads")
        else:
            await pilot.press("f6")
        await settle(pilot)
        assert "Supervision note (" in text(app)
        assert "○ just me" not in text(app)


@pytest.mark.parametrize("size", SIZES)
async def test_hostile_words_are_drawn_in_both_and_do_nothing(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    hostile = f"{HOSTILE}\n# big\n<b>x</b> ![](http://x.example/y.png) https://x.example"
    sitting, address = talked(hostile)
    sitting.move(address, in_note=True)
    app, _ = shown(tmp_path, sitting)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await click_words(pilot, "[@click=app.quit]x")
        await settle(pilot)
        assert app.is_running
        assert not in_note(sitting, address)
        sitting.move(address, in_note=True)
        await pilot.press("f6")
        await settle(pilot)
        assert app.is_running
        assert "\x1b" not in "".join(lines(app))


async def test_a_note_of_thousands_of_lines_stands_there_whole_and_as_plain_text(
    tmp_path: Path,
) -> None:
    sitting, address = talked("\n\n".join(f"line {number} of it" for number in range(2000)))
    sitting.move(address, in_note=True)
    app, _ = shown(tmp_path, sitting)
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        assert "as it will read, as plain text" in text(app)
        assert not app.screen.query("MarkdownBlock")
        assert "Supervision note (" in text(app)
        app.screen.query_one("#preview").scroll_end(animate=False)
        await settle(pilot)
        assert "line 1999 of it" in text(app)
        sitting.write(address, Text(text="short"))
        assert isinstance(app.screen, NoteScreen)
        app.screen.draw_all()
        await settle(pilot)
        assert app.screen.query("MarkdownBlock")
        assert "as plain text" not in text(app)
