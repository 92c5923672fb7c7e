from __future__ import annotations

from pathlib import Path

import pytest
from textual.app import ComposeResult

from reflect_tui.practice.shelf import Place, Shelf
from reflect_tui.tui.screens.frame import Frame
from reflect_tui.tui.screens.risk import RiskScreen
from reflect_tui.tui.widgets.editor import Editor
from tests.tui.screens.host import SIZES, Host, click_words, lines, shelf, text, world

UNFILLED = "Your service hasn't filled this in: ring your duty manager."


class Writing(Frame[None]):
    def body(self) -> ComposeResult:
        yield Editor("what she told me")


def with_local(folder: Path, line: str) -> Shelf:
    """The shipped shelf with an organisation's duty number on top."""
    (folder / "local.yaml").write_text(f'duty-number: "{line}"\n', encoding="utf-8")
    shipped = Place(Path(shelf().exercises()[0].file).parent.parent, "shipped")
    return Shelf.open([shipped, Place(folder, "your organisation's")])


@pytest.mark.parametrize("size", SIZES)
async def test_the_first_thing_to_do_stands_there_without_a_key_pressed(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    app = Host(lambda: RiskScreen(world(tmp_path)))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        assert "ring 999" in text(app)
        assert "It happened to me or a colleague" in text(app)


async def test_a_line_nobody_filled_in_says_whom_to_ring_instead(tmp_path: Path) -> None:
    app = Host(lambda: RiskScreen(world(tmp_path)))
    async with app.run_test(size=(120, 60)) as pilot:
        await pilot.pause()
        assert UNFILLED in text(app)


async def test_a_line_that_is_filled_in_stands_under_its_step(tmp_path: Path) -> None:
    made = with_local(tmp_path, "0100 000 0001, day and night")
    app = Host(lambda: RiskScreen(world(tmp_path, make_shelf=lambda: made)))
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        at = next(n for n, line in enumerate(lines(app)) if "duty number today" in line)
        assert "0100 000 0001, day and night" in " ".join(lines(app)[at : at + 3])


async def test_the_third_road_is_offered_in_a_group_and_only_there(tmp_path: Path) -> None:
    for group in (False, True):
        app = Host(lambda group=group: RiskScreen(world(tmp_path), group=group))  # type: ignore[misc]  # bound per turn
        async with app.run_test() as pilot:
            await pilot.pause()
            assert ("Something racist was said here" in text(app)) is group


async def test_arrows_change_the_road(tmp_path: Path) -> None:
    app = Host(lambda: RiskScreen(world(tmp_path)))
    async with app.run_test() as pilot:
        await pilot.press("down")
        await pilot.pause()
        assert "You needn't explain it now" in text(app)


async def test_a_click_changes_the_road(tmp_path: Path) -> None:
    app = Host(lambda: RiskScreen(world(tmp_path)))
    async with app.run_test() as pilot:
        await pilot.pause()
        await click_words(pilot, "It happened to me")
        assert "You needn't explain it now" in text(app)


async def test_page_down_reads_on_to_the_last_step(tmp_path: Path) -> None:
    app = Host(lambda: RiskScreen(world(tmp_path)))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        last = shelf().risk.roads[0].steps[-1].text.split(".")[0]
        assert last not in text(app)
        for _ in range(12):
            await pilot.press("pagedown")
        await pilot.pause()
        assert last in text(app)


@pytest.mark.parametrize("way", ["escape", "click"])
async def test_back_returns_to_the_same_caret(tmp_path: Path, way: str) -> None:
    app = Host(lambda: Writing(world(tmp_path)))
    async with app.run_test() as pilot:
        editor = app.screen.query_one(Editor)
        editor.focus()
        editor.move_cursor((0, 4))
        app.push_screen(RiskScreen(world(tmp_path)))
        await pilot.pause()
        if way == "click":
            await click_words(pilot, "Back", last=True)
        else:
            await pilot.press("escape")
        assert app.screen.focused is editor
        assert editor.cursor_location == (0, 4)


async def test_a_hostile_local_line_is_drawn_and_does_nothing(tmp_path: Path) -> None:
    made = with_local(tmp_path, "[@click=app.quit]0100[/] [/]")
    app = Host(lambda: RiskScreen(world(tmp_path, make_shelf=lambda: made)))
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        assert "[@click=app.quit]0100[/] [/]" in text(app)
        await click_words(pilot, "0100")
        assert app.is_running
