from __future__ import annotations

from pathlib import Path

from reflect_tui.tui.screens.everything import Deed, EverythingScreen
from reflect_tui.tui.screens.helping import HelpScreen
from tests.tui.screens.host import HOSTILE, Host, click_words, text, world


class Everything:
    """The list, and what was done from it."""

    def __init__(self, tmp_path: Path) -> None:
        self.done: list[str] = []
        names = ["Hide screen", "Make the Word file", "Colours: light", "Colours: dark"]
        deeds = [Deed(name, "Ctrl+L", lambda name=name: self.done.append(name)) for name in names]  # type: ignore[misc]  # bound per turn
        self.app = Host(lambda: EverythingScreen(world(tmp_path), deeds))


async def test_a_few_letters_and_enter_do_it_and_the_list_has_gone(tmp_path: Path) -> None:
    everything = Everything(tmp_path)
    async with everything.app.run_test() as pilot:
        await pilot.press(*"ligh", "enter")
        await pilot.pause()
        assert not isinstance(everything.app.screen, EverythingScreen)
    assert everything.done == ["Colours: light"]


async def test_letters_in_any_order_of_words_find_it(tmp_path: Path) -> None:
    everything = Everything(tmp_path)
    async with everything.app.run_test() as pilot:
        await pilot.press(*"DARK", "space", *"col")
        await pilot.pause()
        assert "Colours: dark" in text(everything.app)
        assert "Colours: light" not in text(everything.app)


async def test_arrows_move_while_one_types(tmp_path: Path) -> None:
    everything = Everything(tmp_path)
    async with everything.app.run_test() as pilot:
        await pilot.press(*"col", "down", "enter")
    assert everything.done == ["Colours: dark"]


async def test_a_click_does_it(tmp_path: Path) -> None:
    everything = Everything(tmp_path)
    async with everything.app.run_test() as pilot:
        await pilot.pause()
        await click_words(pilot, "Make the Word file")
    assert everything.done == ["Make the Word file"]


async def test_a_name_there_isnt_is_said_and_enter_does_nothing(tmp_path: Path) -> None:
    everything = Everything(tmp_path)
    async with everything.app.run_test() as pilot:
        await pilot.press(*"xyz", "enter")
        await pilot.pause()
        assert "Nothing goes by that name" in text(everything.app)
    assert everything.done == []


async def test_the_two_ways_out_stand_above_the_list(tmp_path: Path) -> None:
    everything = Everything(tmp_path)
    async with everything.app.run_test() as pilot:
        await pilot.pause()
        assert "Someone may be at risk" in text(everything.app)


async def test_escape_does_nothing_but_go_back(tmp_path: Path) -> None:
    everything = Everything(tmp_path)
    async with everything.app.run_test() as pilot:
        await pilot.press("escape")
        assert not isinstance(everything.app.screen, EverythingScreen)
    assert everything.done == []


async def test_help_says_what_to_do_before_it_says_the_keys(tmp_path: Path) -> None:
    keys = [("Ctrl+N or F4", "Next step"), ("Tab", "On to the next thing")]
    app = Host(lambda: HelpScreen(world(tmp_path), "A session", "Read, then write.", keys))
    async with app.run_test() as pilot:
        await pilot.pause()
        page = text(app)
        assert page.index("Read, then write.") < page.index("Ctrl+N or F4")
        assert "Ctrl+N or F4 Next step" in page
        assert page.count("On to the next thing") == 1
        await pilot.press("escape")
        assert not isinstance(app.screen, HelpScreen)


async def test_help_draws_hostile_words_and_they_do_nothing(tmp_path: Path) -> None:
    app = Host(lambda: HelpScreen(world(tmp_path), HOSTILE, HOSTILE, [(HOSTILE, HOSTILE)]))
    async with app.run_test() as pilot:
        await pilot.pause()
        await click_words(pilot, "[@click=app.quit]")
        assert app.is_running
