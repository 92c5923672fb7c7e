from __future__ import annotations

from pathlib import Path

import pytest

from reflect_tui.errors import CannotRead, NotKept
from reflect_tui.settings import Settings
from reflect_tui.tui.screens.first import FirstScreen
from reflect_tui.tui.world import World
from tests.tui.screens.host import SIZES, Host, click_words, settle, text, world


class Start:
    """A first start, and what came of it."""

    def __init__(self, tmp_path: Path, **changes: object) -> None:
        self.done = 0
        self.kept: list[Settings] = []
        made: dict[str, object] = {"settings": Settings(), "keep_settings": self.kept.append}
        self.world: World = world(tmp_path, **{**made, **changes})
        self.app = Host(lambda: FirstScreen(self.world, done=self._done))

    def _done(self) -> None:
        self.done += 1


@pytest.mark.parametrize("size", SIZES)
async def test_the_very_first_page_says_what_it_is_and_where_one_goes(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    start = Start(tmp_path)
    async with start.app.run_test(size=size) as pilot:
        await settle(pilot)
        page = text(start.app)
        for words in (
            "A place to think about your work",
            "Never a test.",
            "Not the case record.",
            "Your employer is responsible for the information in it.",
            "A court, or a person it is about, may be able to see it.",
            "first line is “Begin a session”",
        ):
            assert words in page


async def test_the_second_page_says_where_the_notebook_is_and_what_a_password_does(
    tmp_path: Path,
) -> None:
    start = Start(tmp_path)
    async with start.app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        page = text(start.app).replace(" ", "")
        assert str(tmp_path / "notebook").replace(" ", "") in page
        assert "nobodywithoutthemcanreadit" in page


async def test_enter_alone_ends_the_welcome_once_it_was_said_what_no_password_means(
    tmp_path: Path,
) -> None:
    start = Start(tmp_path)
    async with start.app.run_test() as pilot:
        await pilot.press("enter", "enter")
        await settle(pilot)
        assert "No password yet" in text(start.app)
        await pilot.press("enter", "enter")
        await settle(pilot)
    assert start.done == 1
    assert start.kept == [Settings(introduced=True)]
    assert not start.world.notebook().key.sealed


async def test_the_services_chosen_are_kept(tmp_path: Path) -> None:
    start = Start(tmp_path)
    async with start.app.run_test() as pilot:
        await settle(pilot)
        await click_words(pilot, "Next")
        await click_words(pilot, "Next")
        await click_words(pilot, "  Next  ")
        await click_words(pilot, "Adults' services")
        await click_words(pilot, "To the first screen")
    assert start.kept == [Settings(introduced=True, services=("adults",))]
    assert start.done == 1


@pytest.mark.parametrize("page", [0, 1, 2])
async def test_every_page_can_be_skipped_with_escape_and_with_a_click(
    tmp_path: Path, page: int
) -> None:
    for skip in ("escape", "click"):
        start = Start(tmp_path)
        async with start.app.run_test() as pilot:
            await settle(pilot)
            for _ in range(page):
                await pilot.press("f4")
            if skip == "click":
                await click_words(pilot, "Skip for now")
            else:
                await pilot.press("escape")
        assert start.done == 1
        assert start.kept[-1].introduced


async def test_back_returns_a_page(tmp_path: Path) -> None:
    start = Start(tmp_path)
    async with start.app.run_test() as pilot:
        await settle(pilot)
        await pilot.press("enter")
        await click_words(pilot, "Back")
        assert "What this is, and what it is not" in text(start.app)


async def test_a_disk_that_refuses_does_not_keep_anybody_out(tmp_path: Path) -> None:
    def refuse(settings: Settings) -> None:
        raise NotKept("Not kept: the disk is full", where="[/]")

    start = Start(tmp_path, keep_settings=refuse)
    async with start.app.run_test(notifications=True) as pilot:
        await pilot.press("escape")
        await settle(pilot)
        assert "the disk is full" in text(start.app)
    assert start.done == 1


async def test_a_notebook_that_cannot_be_opened_says_why_where_its_place_would_stand(
    tmp_path: Path,
) -> None:
    def refuse() -> object:
        raise CannotRead("This folder cannot be read now", where="/notebook")

    start = Start(tmp_path, make_notebook=refuse)
    async with start.app.run_test() as pilot:
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert "This folder cannot be read now" in text(start.app)


async def test_services_chosen_before_stand_there_again(tmp_path: Path) -> None:
    start = Start(tmp_path, settings=Settings(services=("children",)))
    async with start.app.run_test() as pilot:
        await settle(pilot)
        await pilot.press("f4", "f4", "f4")
        await pilot.pause()
        assert "● Children's services" in text(start.app)
