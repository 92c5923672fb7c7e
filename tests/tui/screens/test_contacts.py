"""Local contacts and settings: filled in and chosen by mouse or keys alone, and holding at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from reflect_tui import files, paths
from reflect_tui.practice.shelf import Place, Shelf
from reflect_tui.settings import Settings, load
from reflect_tui.settings_file import Keeper
from reflect_tui.tui.app import ReflectApp
from reflect_tui.tui.screens.contacts import ContactsScreen
from reflect_tui.tui.screens.home import HomeScreen
from reflect_tui.tui.screens.settings import SettingsScreen
from reflect_tui.tui.world import World
from tests.tui.screens.host import HOSTILE, Host, click_words, settle, text, world

WHOLE = "020 7946 0101, day and night"


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> World:
    """A world whose shelf holds an organisation's lines and the user's own."""
    monkeypatch.setenv(paths.HOME_VARIABLE, str(tmp_path))
    theirs = tmp_path / "theirs"
    theirs.mkdir()
    (theirs / "local.yaml").write_text(f'lado: "theirs {HOSTILE[:21]}"\n', "utf-8")
    places = [
        Place(paths.shipped_prompts().parent, "shipped"),
        Place(theirs, "your organisation's"),
        Place(paths.own_practice_folder(), "your own"),
    ]
    return world(tmp_path, make_shelf=lambda: Shelf.open(places))


def own_file() -> Path:
    return paths.own_practice_folder() / "local.yaml"


async def test_by_keys_alone_a_number_is_questioned_kept_and_on_the_risk_card_at_once(
    made: World, tmp_path: Path
) -> None:
    app = ReflectApp(made, tmp_path / "reports")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("ctrl+p", *"settings", "enter")
        await settle(pilot)
        assert isinstance(app.screen, SettingsScreen)
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("enter", *"0207 946", "enter")
        await settle(pilot)
        assert "a whole telephone number: 0207 946. Is it right?" in text(app)
        assert '\nduty-number: "0207 946"\n' in own_file().read_text("utf-8")
        await pilot.press("up", *" x", "enter")
        await settle(pilot)
        await pilot.press("ctrl+t")
        await settle(pilot)
        assert "0207 946 x" in text(app)


async def test_by_mouse_alone_a_line_is_filled_in_and_kept_on_the_way_back(
    made: World, tmp_path: Path
) -> None:
    app = ReflectApp(made, tmp_path / "reports")
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        for words in ("Settings", "Local contacts"):
            await click_words(pilot, words)
            await settle(pilot)
        assert str(own_file()) in text(app).replace(" ", "")
        await click_words(pilot, "Advocacy")
        app.screen.focused.insert(f"{WHOLE} [/]")  # type: ignore[union-attr]  # the line one is at
        await click_words(pilot, "Back", last=True)
        await settle(pilot)
        assert made.shelf().local.get("advocacy") == f"{WHOLE} [/]"
        await click_words(pilot, "Back", last=True)
        assert isinstance(app.screen, HomeScreen)


async def test_an_organisations_line_is_shown_as_theirs_and_ones_own_is_used_in_its_place(
    made: World,
) -> None:
    app = Host(lambda: ContactsScreen(made, paths.own_practice_folder()))
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        assert "theirs [@click=app.quit]x[/] (from your organisation's file)" in text(app)
        await click_words(pilot, "LADO")
        assert "used in place of your organisation's" in text(app)
        await pilot.press(*"ours", "enter")
        await settle(pilot)
        assert "from your organisation's file" not in text(app)
        assert made.shelf().local.get("lado") == "ours"
        await click_words(pilot, "Advocacy")
        assert "LADO ours (yours)" in text(app)


async def test_a_file_with_a_mistake_is_told_by_line_until_it_is_mended(made: World) -> None:
    own_file().parent.mkdir()
    own_file().write_text("lado: x\nduty-numbr: y\n", "utf-8")
    app = Host(lambda: ContactsScreen(made, paths.own_practice_folder()))
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        assert "line 2: there is no key" in text(app)
        assert "Advocacy" not in text(app)
        own_file().write_text("lado: x\n# mended\n", "utf-8")
        await click_words(pilot, "Look again")
        await settle(pilot)
        await pilot.press("enter", *"0117 496 0123", "escape")
        await settle(pilot)
    assert own_file().read_text("utf-8") == 'lado: x\n# mended\nduty-number: "0117 496 0123"\n'


async def test_what_the_disk_refuses_stays_there_until_one_leaves_a_second_time(
    made: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, data: bytes) -> None:
        raise files.not_kept(path, OSError(28, "full"))

    app = Host(lambda: ContactsScreen(made, paths.own_practice_folder()))
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        monkeypatch.setattr(files, "replace", full)
        await pilot.press("enter", *"ask Ann", "escape")
        await settle(pilot)
        assert "the disk is full" in " ".join(told.message for told in app._notifications)
        assert "ask Ann" in text(app)
        await pilot.press("escape")
        await settle(pilot)
        assert not isinstance(app.screen, ContactsScreen)


async def test_a_choice_holds_and_is_kept_as_it_is_made(made: World, tmp_path: Path) -> None:
    kept: list[Settings] = []
    made.keep_settings = kept.append
    app = ReflectApp(made, tmp_path / "reports")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await click_words(pilot, "Settings")
        await settle(pilot)
        await click_words(pilot, "light")
        assert app.theme == "paper"
        await click_words(pilot, "never")
        await pilot.press("down", "down", *"/nowhere")
        await settle(pilot)
        await pilot.press("escape")
        await settle(pilot)
    assert (kept[-1].theme, kept[-1].hide_after) == ("paper", 0)
    assert kept[-1].practice_folder == "/nowhere"


async def test_a_key_is_chosen_by_writing_it_and_one_that_is_taken_is_told(
    made: World, tmp_path: Path
) -> None:
    kept: list[Settings] = []
    made.keep_settings = kept.append
    app = ReflectApp(made, tmp_path / "reports")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        for words in ("Settings", "Keys", "Hide screen"):
            await click_words(pilot, words, last=True)
            await settle(pilot)
        await pilot.press("ctrl+a", *"f3", "enter")
        await settle(pilot)
        assert "F3 is taken: it is for “Back a step”" in text(app)
        assert not kept
        await pilot.press("up", "ctrl+a", *"F10 or f11", "enter")
        await settle(pilot)
        assert kept[-1].keys == (("hide", ("f10", "f11")),)
        await click_words(pilot, "Help for this screen")
        assert "Hide screen F10 or F11 (usually Ctrl+L or F9)" in text(app)
        await pilot.press("ctrl+l", "f11")
        assert "Paused" in text(app)
        await pilot.press("enter")
        await click_words(pilot, "All as usual")
        await settle(pilot)
        await pilot.press("ctrl+l")
        assert "Paused" in text(app)
    assert kept[-1].keys == ()


async def test_mistakes_made_by_hand_stand_at_the_top_until_they_are_mended(
    made: World, tmp_path: Path
) -> None:
    file = tmp_path / "settings.toml"
    file.write_text("theme = “paper”\nclock = false\n", "utf-8")
    made.read_settings = lambda: load(file)
    made.keep_settings = Keeper(file, made.settings)
    app = ReflectApp(made, tmp_path / "reports")
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await click_words(pilot, "Settings")
        await settle(pilot)
        assert "line 1: theme: curly quotes stand here" in text(app)
        await click_words(pilot, "high contrast")
        await settle(pilot)
        assert "has a mistake in it" in " ".join(told.message for told in app._notifications)
        assert (app.theme, made.settings.theme) == ("ink", "ink")
        file.write_text('theme = "paper"  # ours\nclock = false\n', "utf-8")
        await click_words(pilot, "Look again")
        await settle(pilot)
        assert (app.theme, made.settings.clock) == ("paper", False)
        assert "has to be mended" not in text(app)
        await click_words(pilot, "high contrast")
        await settle(pilot)
    assert file.read_text("utf-8").startswith('theme = "high-contrast"  # ours\nclock = false\n')


async def test_the_review_period_is_filled_in_from_the_settings(
    made: World, tmp_path: Path
) -> None:
    app = ReflectApp(made, tmp_path / "reports")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        for words in ("Settings", "Review period"):
            await click_words(pilot, words)
            await settle(pilot)
        await pilot.press(*"3 years", "escape")
        await settle(pilot)
        assert "Review period of notes 3 years" in text(app)
