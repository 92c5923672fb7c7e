"""Words that look like markup or orders, from an exercise and from people, on every screen."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from reflect_tui import paths
from reflect_tui.practice.exercise import Service, Way
from reflect_tui.practice.shelf import Place, Shelf
from reflect_tui.session import values
from reflect_tui.session.beginning import begin
from reflect_tui.session.model import Session
from reflect_tui.session.sitting import Sitting
from reflect_tui.tui.app import ReflectApp
from reflect_tui.tui.screens.session import SessionScreen
from tests.support.agreeing import an_action
from tests.tui.screens.host import BY_TURNS, HOSTILE, click_words, lines, settle, text, world

MARKUP = "[@click=app.quit]x[/] [/] see [1]"
SHOWN = "[@click=app.quit]x[/]"

EXERCISE = f"""\
---
exercise: odd
version: 1
title: "{MARKUP}"
summary: "{MARKUP}"
clauses: ["2.7"]
standing: "{MARKUP}"
---

# {MARKUP}

Why: {MARKUP}

## Talk {MARKUP} {{#talk}}

Guidance {MARKUP}

### What {MARKUP} {{#what .text}}

Help {MARKUP}

Probes:

- Probe {MARKUP}

### Line {MARKUP} {{#line .line}}

### Which {MARKUP} {{#which .choose}}

- One {MARKUP} {{#one}}
- Two {{#two}}

### Some {MARKUP} {{#some .choose-many}}

- One {MARKUP} {{#one}}
- Two {{#two}}

## Swap {MARKUP} {{#swap .repeat named-by=what}}

### Name {MARKUP} {{#what .line}}

### Both {MARKUP} {{#both .contrast left="{MARKUP}" right="{MARKUP}"}}

### Sort {MARKUP} {{#sort .choose}}

- One {MARKUP} {{#one}}
- Two {{#two}}

## Gathered {MARKUP} {{#sides .gather for=swap by=sort}}

## Board {MARKUP} {{#board .board}}

### Where {MARKUP} {{#where .choose from=board}}

## Card {MARKUP} {{#card .card}}

### Where does it stand {MARKUP} {{#place .place}}

## Day {MARKUP} {{#day}}

### Day {MARKUP} {{#day .day}}

- Morning {MARKUP} {{#morning}}

### Round {MARKUP} {{#round .round}}

### Actions {MARKUP} {{#next .actions}}

### Agreed {MARKUP} {{#became .agreed}}
"""


def _shelf(folder: Path) -> Shelf:
    folder.mkdir()
    (folder / "odd.md").write_text(EXERCISE, encoding="utf-8")
    (folder / "local.yaml").write_text(f'duty-number: "{MARKUP}"\n', encoding="utf-8")
    (folder / f"{MARKUP.replace('/', '')}.md").write_text("broken", encoding="utf-8")
    return Shelf.open([Place(paths.shipped_prompts().parent, "shipped"), Place(folder, MARKUP)])


def _session(shelf: Shelf) -> Session:
    """A session over the odd exercise, with odd words in every answer."""
    found = shelf.get("odd")
    assert found is not None, "\n".join(str(problem) for problem in shelf.problems)
    session = begin(Way.GROUP, Service.CHILDREN, {"odd": (found.exercise, False)}, brought=HOSTILE)
    agreed = an_action("ask", HOSTILE, who=HOSTILE, by=HOSTILE, told=HOSTILE)
    sitting = Sitting(session, lambda session: None, carried=[agreed])
    sitting.end_action("ask", "", HOSTILE)
    sitting.move_ending("ask", in_note=True)
    some: dict[str, values.Value] = {
        "text": values.Text(text=HOSTILE),
        "line": values.Line(text=HOSTILE),
        "choose": values.Choice(option="one"),
        "choose-many": values.Choices(options=("one",)),
        "contrast": values.Contrast(left=HOSTILE, right=f"{HOSTILE} and more"),
        "day": values.Day(moments=(values.Moment(part="morning", text=HOSTILE),)),
        "round": values.Round(pieces=(HOSTILE,), shown=True),
        "place": values.Placement(me=values.Spot(seen=True, said=False)),
    }
    for page in sitting.course.every_page(session):
        for prompt in page.stage.prompts:
            if prompt.id == "where":
                sitting.write(page.address(prompt), values.Choice(option="card"))
            elif prompt.kind.value in some:
                sitting.write(page.address(prompt), some[prompt.kind.value])
                if prompt.kind.value != "place":
                    sitting.move(page.address(prompt), in_note=True)
    sitting.add_action(HOSTILE, who=HOSTILE, by=HOSTILE, told=HOSTILE, in_note=True)
    return sitting.session


async def _look(pilot: Pilot[Any], seen: list[str]) -> None:
    """The words stand there as words; a click on them ends nothing."""
    await settle(pilot)
    drawn = "\n".join(lines(pilot.app))
    assert "\x1b" not in drawn
    assert "\u202e" not in drawn
    seen.append(text(pilot.app))
    screen = pilot.app.screen
    if SHOWN in drawn:
        await click_words(pilot, SHOWN, last=True)
        await settle(pilot)
    assert pilot.app.is_running
    while pilot.app.screen is not screen:
        await pilot.press("escape")
        await settle(pilot)


@pytest.mark.parametrize("size", BY_TURNS)
async def test_they_stand_there_as_words_and_do_nothing(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    shelf = _shelf(tmp_path / "practice")
    made = world(tmp_path, make_shelf=lambda: shelf)
    session = made.notebook().save(_session(shelf))
    app = ReflectApp(made, tmp_path / "reports")
    seen: list[str] = []
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        seen.append(text(app))
        for keys in (("ctrl+t",), ("f1",), ("ctrl+p",), ("enter",)):
            await pilot.press(*keys)
            await settle(pilot)
            await _look(pilot, seen)
            await pilot.press("escape")
            await settle(pilot)
        app.flow.open(session.id)
        await settle(pilot)
        screen = app.screen
        assert isinstance(screen, SessionScreen)
        for page in screen.sitting.course.every_page(screen.sitting.session):
            screen.go(page.place)
            await settle(pilot)
            seen.append(text(app))
            for _ in range(3):
                await pilot.press("tab")
            await settle(pilot)
            seen.append(text(app))
            assert "\x1b" not in "\n".join(lines(app))
        for keys in (("ctrl+g",), ("f5",), ("ctrl+r",)):
            await pilot.press(*keys)
            await settle(pilot)
            seen.append(text(app))
            # The standard stands beside the page where there is room.
            assert app.screen is not screen or keys == ("f5",)
            await pilot.press("escape")
            await settle(pilot)
            assert app.screen is screen
    assert app.return_code in (0, None)
    assert sum(SHOWN in page for page in seen) > len(seen) // 2


async def test_on_the_screens_that_look_after_a_notebook_too(tmp_path: Path) -> None:
    shelf = _shelf(tmp_path / "practice")
    made = world(tmp_path, make_shelf=lambda: shelf)
    notebook = made.notebook()
    session = notebook.load(notebook.save(_session(shelf)).id)
    sitting = Sitting(session, lambda _: None)
    for response in session.responses:
        sitting.clear(response.prompt)
    notebook.save(sitting.session)
    binned = notebook.save(_session(shelf))
    notebook.bin.put(binned.id)
    app = ReflectApp(made, tmp_path / "reports")
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await settle(pilot)
        seen: list[str] = []
        app.flow.earlier_of(session.id)
        await settle(pilot)
        await _look(pilot, seen)
        await pilot.press("escape", "escape")
        await settle(pilot)
        app.flow.company.alone()
        app.flow.bin()
        await settle(pilot)
        await _look(pilot, seen)
        await pilot.press("escape")
        await settle(pilot)
        app.flow.sessions()
        await settle(pilot)
        await click_words(pilot, "Put it in the bin")
        await settle(pilot)
        await _look(pilot, seen)
        await pilot.press("escape", "escape")
        await settle(pilot)
        path = notebook.top / "sessions" / f"{session.id}.json"
        path.write_bytes(path.read_bytes()[:200])
        app.flow.open(session.id)
        await settle(pilot)
        await _look(pilot, seen)
    assert app.return_code in (0, None)
    assert all(SHOWN in page for page in seen), [SHOWN in page for page in seen]
