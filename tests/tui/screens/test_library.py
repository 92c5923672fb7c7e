"""Looking through the exercises: by what they are for, one to read through, what to mend."""

from __future__ import annotations

from pathlib import Path

import pytest

from reflect_tui import paths
from reflect_tui.practice.shelf import Place, Shelf
from reflect_tui.tui.app import ReflectApp
from reflect_tui.tui.screens.begin import BeginScreen
from reflect_tui.tui.screens.library import LibraryScreen
from reflect_tui.tui.screens.preview import PreviewScreen
from reflect_tui.tui.widgets.rows import Rows
from tests.tui.screens.host import SIZES, click_words, lines, settle, text, world

BROKEN = "---\nexercise: mine\nversion: 1\ntitle: Mine\nsummary: x\n---\n\n# Mine\n\n## Look\n"
SOUND = """---
exercise: mine
version: 1
title: Ours alone
summary: "What only we ask."
clauses: ["6.1"]
services: [adults]
modes: [solo]
minutes: {solo: 7}
---

# Ours alone

Why.

## Look {#look}

### What is there? {#there .text}
"""


def _app(tmp_path: Path, own: dict[str, str] | None = None) -> ReflectApp:
    folder = tmp_path / "team"
    folder.mkdir()
    for name, words in (own or {}).items():
        (folder / name).write_text(words, encoding="utf-8")
    places = [Place(paths.shipped_prompts().parent, "shipped"), Place(folder, "our team's")]
    made = world(tmp_path, make_shelf=lambda: Shelf.open(places))
    return ReflectApp(made, tmp_path / "reports")


@pytest.mark.parametrize("size", SIZES)
async def test_an_exercise_is_found_read_through_and_begun_with_by_mouse_alone(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    app = _app(tmp_path)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await click_words(pilot, "Look through the exercises")
        await settle(pilot)
        page = text(app)
        assert page.index("Working with people") < page.index("Talking about racism")
        assert "on your own 20 · one-to-one 30 · in a group 40 · short form 12 min" in page
        # A click on any line of it, not only its title.
        await click_words(pilot, "Open the conversation")
        await settle(pilot)
        assert isinstance(app.screen, PreviewScreen)
        app.screen.query_one("#form").scroll_visible(animate=False)
        await settle(pilot)
        await click_words(pilot, "On your own")
        await click_words(pilot, "The short form")
        await click_words(pilot, "Begin with this")
        await settle(pilot)
        assert isinstance(app.screen, BeginScreen)
        assert app.screen.way == "solo"
        assert app.screen.chosen == {"talking": True}


async def test_the_steps_are_those_of_the_way_the_service_and_the_form_by_keys_alone(
    tmp_path: Path,
) -> None:
    app = _app(tmp_path)
    async with app.run_test(size=(120, 200)) as pilot:
        await settle(pilot)
        app.flow.looking.library()
        await settle(pilot)
        app.screen.query_one(Rows).stop_at("counterfactual")
        await pilot.press("enter")
        await settle(pilot)
        page = text(app)
        assert "2.7 What if they were someone else?" in page
        assert f"shipped: {paths.shipped_prompts() / 'counterfactual.md'}" in "".join(lines(app))
        assert "Whose words came first?" in page
        assert "An old record's" in page
        assert "Asked when the answer to “Whose words are they?” is “An old record's”." in page
        assert "Nearest your own" not in page
        assert "What we know" in page
        await pilot.press("tab", "right", "right")
        assert "Nearest your own" in text(app)
        await pilot.press("down", "down", "right")
        assert "What we know" not in text(app)


async def test_what_frames_every_session_comes_last_and_cannot_be_begun_with(
    tmp_path: Path,
) -> None:
    app = _app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        app.flow.looking.library()
        await settle(pilot)
        await pilot.press("end")
        assert "What every session begins and ends with" in text(app)
        await pilot.press("enter", "ctrl+n")
        await settle(pilot)
        assert isinstance(app.screen, PreviewScreen)
        assert "egin with this" not in text(app)


async def test_a_file_is_mended_in_another_window_and_read_again(tmp_path: Path) -> None:
    app = _app(tmp_path, {"mine.md": BROKEN})
    async with app.run_test(size=(120, 60)) as pilot:
        await settle(pilot)
        app.flow.looking.library()
        await settle(pilot)
        page = text(app)
        assert "team/mine.md" in page
        assert "line 10: the brace with its id is missing (write ## Look {#look})" in page
        assert "Ours alone" not in page
        (tmp_path / "team" / "mine.md").write_text(SOUND, encoding="utf-8")
        await click_words(pilot, "Read the folder again")
        await settle(pilot)
        page = text(app)
        assert "team/mine.md" not in page
        assert page.index("How the service checks itself") < page.index("Ours alone")
        assert "adults' services only · on your own 7 min · our team's" in page
        (tmp_path / "team" / "mine.md").write_text(BROKEN, encoding="utf-8")
        await pilot.press("shift+tab", "r")
        await settle(pilot)
        assert "line 10:" in text(app)


async def test_it_says_what_an_exercise_stands_in_for_and_that_this_has_changed(
    tmp_path: Path,
) -> None:
    below = tmp_path / "below"
    below.mkdir()
    (below / "mine.md").write_text(SOUND.replace("version: 1", "version: 3"), encoding="utf-8")
    (tmp_path / "team").mkdir()
    (tmp_path / "team" / "mine.md").write_text(SOUND, encoding="utf-8")
    shelf = Shelf.open([Place(below, "shipped"), Place(tmp_path / "team", "our team's")])
    app = ReflectApp(world(tmp_path, make_shelf=lambda: shelf), tmp_path / "reports")
    async with app.run_test(size=(120, 60)) as pilot:
        await settle(pilot)
        app.flow.looking.library()
        await settle(pilot)
        assert "what it stands in for has changed since" in text(app)
        await pilot.press("enter")
        await settle(pilot)
        page = text(app)
        assert "It stands in for “Ours alone” (shipped)." in page
        assert "it has version 3 now, and this one is version 1" in page


async def test_foreign_words_stand_there_as_words(tmp_path: Path) -> None:
    odd = SOUND.replace("Ours alone", "x[/] [@click=app.quit]go[/]").replace(
        "Why.", "Why [/] [bold]."
    )
    app = _app(tmp_path, {"mine.md": odd, "x[b].md": BROKEN.replace("mine", "[/]")})
    async with app.run_test(size=(120, 90)) as pilot:
        await settle(pilot)
        app.flow.looking.library()
        await settle(pilot)
        assert "x[b].md" in text(app)
        await click_words(pilot, "[@click=app.quit]go")
        await settle(pilot)
        assert "[@click=app.quit]go[/]" in text(app)
        assert "Why [/] [bold]." in text(app)
        assert app.is_running


async def test_a_hundred_exercises_are_only_drawn_where_they_are_in_sight(tmp_path: Path) -> None:
    own = {f"{n}.md": SOUND.replace("mine", f"mine-{n}") for n in range(100)}
    app = _app(tmp_path, own)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        app.flow.looking.library()
        await settle(pilot)
        assert isinstance(app.screen, LibraryScreen)
        # However many there are, the screen is made of the same few widgets.
        assert len(app.screen.query("*")) < 20
        await pilot.press("end", "up", "up", "up")
        assert "Ours alone" in text(app)
