"""Draws every screen of the invented notebook as a picture: `python -m tests.pictures [FOLDER]`.

Run it after changing a screen, and look at what it drew: in both sizes, dark, light and in high
contrast. Those that stand in the README are written to docs/pictures.
"""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path

from textual.pilot import Pilot

from reflect_tui import paths
from reflect_tui.demo import fill
from reflect_tui.notebook.notebook import Notebook
from reflect_tui.practice.local_file import fill_in
from reflect_tui.practice.shelf import Place, Shelf
from reflect_tui.settings import Settings, load
from reflect_tui.tui.app import ReflectApp
from reflect_tui.tui.widgets.pick import Pick
from reflect_tui.tui.widgets.press import Press
from reflect_tui.tui.world import World

NO_COLOUR = "no-colour"
SIZES = ((120, 36), (80, 24))
IN_README = {
    "home": "home",
    "swap": "session",
    "board": "board",
    "card": "card",
    "map": "placement",
    "second-swap": "contrast",
    "ledger": "ledger",
    "gathering": "gathering",
    "note": "note",
    "risk": "risk",
}
_SWAP = "the blue folder"

Walk = Callable[[ReflectApp, Pilot[None]], Awaitable[None]]

LOCAL_LINES = {
    "duty-number": "020 7946 0101 (9 to 5, Mon to Fri); all other times 020 7946 0102",
    "head-of-service": "Your own Head of Service; if away, the duty Head of Service, 0207 946",
    "lado": "020 7946 0104, lado@council.example; out of hours ring duty",
    "staff-support": "Staff support line 020 7946 0110, day and night, also agency staff",
}
"""What an invented service filled in, with one number that isn't whole."""


def _world(home: Path, *, introduced: bool = True) -> World:
    os.environ[paths.HOME_VARIABLE] = str(home)
    shelf = _shelf()
    notebook = Notebook.open(home / "notebook")
    if introduced:
        fill(notebook, shelf, paths.shipped_data() / "demo")
    return World(
        settings=Settings(introduced=introduced, clock=False),
        keep_settings=lambda settings: None,
        make_shelf=_shelf,
        make_notebook=lambda: notebook,
        notes=home / "notes",
    )


def _shelf() -> Shelf:
    own = Place(paths.own_practice_folder(), "your own")
    return Shelf.open(
        [Place(paths.shipped_prompts().parent, "shipped"), *[own] * own.folder.is_dir()]
    )


def _with_local(then: Walk) -> Walk:
    """With the lines of an invented service filled in."""

    async def walk(app: ReflectApp, pilot: Pilot[None]) -> None:
        fill_in(paths.own_practice_folder(), LOCAL_LINES, paths.shipped_data() / "local.yaml")
        app.flow.world.read_shelf_anew()
        await then(app, pilot)

    return walk


async def _open(app: ReflectApp, pilot: Pilot[None], stage: str, number: int, round_: int) -> None:
    world = app.flow.world
    app.flow.open(world.notebook().sessions()[number].id)
    await pilot.pause(0.4)
    if stage:
        sitting = app.flow.sitting
        assert sitting is not None
        pages = sitting.course.every_page(sitting.session)
        places = [page.place for page in pages if page.stage.id == stage]
        app.screen.go(places[round_])  # type: ignore[attr-defined]  # the session's screen
        await pilot.pause(0.4)


def _group(stage: str, *deeds: str) -> Walk:
    """A page of a group's session with its clock; `deeds` are keys, or words to click on."""

    async def walk(app: ReflectApp, pilot: Pilot[None]) -> None:
        world = app.flow.world
        world.settings = replace(world.settings, clock=True)
        await _open(app, pilot, stage, 2, 0)
        for deed in deeds:
            presses = [one for one in app.screen.query(Press) if one._label.plain == deed]
            if presses:
                presses[0].action_press()
            else:
                await pilot.press(*deed.split())
            await pilot.pause(0.3)

    return walk


async def _nothing(app: ReflectApp, pilot: Pilot[None]) -> None:
    await pilot.pause(0.3)


def _session(stage: str, number: int = 0, *keys: str, round_: int = 0) -> Walk:
    async def walk(app: ReflectApp, pilot: Pilot[None]) -> None:
        await _open(app, pilot, stage, number, round_)
        await pilot.press(*keys)
        await pilot.pause(0.3)

    return walk


def _keys(*keys: str) -> Walk:
    async def walk(app: ReflectApp, pilot: Pilot[None]) -> None:
        await pilot.pause(0.3)
        await pilot.press(*keys)
        await pilot.pause(0.4)

    return walk


def _named(deed: str, *keys: str) -> Walk:
    """Something from the list of everything, and keys there."""
    return _keys("ctrl+p", *(key if key != " " else "space" for key in deed), "enter", *keys)


async def _library(app: ReflectApp, pilot: Pilot[None]) -> None:
    app.flow.looking.library()
    await pilot.pause(0.4)


async def _preview(app: ReflectApp, pilot: Pilot[None]) -> None:
    await _library(app, pilot)
    await pilot.press("down", "enter")
    await pilot.pause(0.4)


async def _standards(app: ReflectApp, pilot: Pilot[None]) -> None:
    app.flow.looking.standards()
    await pilot.pause(0.4)


def _reading_room(*keys: str) -> Walk:
    async def walk(app: ReflectApp, pilot: Pilot[None]) -> None:
        await _standards(app, pilot)
        await pilot.press(*keys)
        await pilot.pause(0.4)

    return walk


async def _alone(app: ReflectApp, pilot: Pilot[None]) -> None:
    app.flow.looking.alone()
    await pilot.pause(0.4)


def _all_sessions(*keys: str) -> Walk:
    async def walk(app: ReflectApp, pilot: Pilot[None]) -> None:
        app.flow.sessions()
        await pilot.pause(0.4)
        await pilot.press(*keys)
        await pilot.pause(0.4)

    return walk


async def _settings_by_hand(app: ReflectApp, pilot: Pilot[None]) -> None:
    """With a settings file somebody made mistakes in."""
    path = paths.settings_file()
    path.write_text(BY_HAND, "utf-8")
    app.flow.world.read_settings = lambda: load(path)
    app.flow.choosing.settings()
    await pilot.pause(0.4)


TAKEN = ("enter", "ctrl+a", "f", "3", "enter")
BY_HAND = 'practise_folder = "C:\\Team\\practice"\ntheme = “paper”\n[keys]\nnext = "alt+n"\n'


def _pressed(then: Walk, *pressed: str, keys: tuple[str, ...] = ()) -> Walk:
    """After that, buttons and lines by their place on the screen, and keys where they lead."""

    async def walk(app: ReflectApp, pilot: Pilot[None]) -> None:
        await then(app, pilot)
        for place in pressed:
            found = app.screen.query(place).first()
            found.focus()
            await pilot.pause(0.1)
            await pilot.press("enter")
            await pilot.pause(0.4)
        await pilot.press(*keys)
        await pilot.pause(0.3)

    return walk


def _looked_at(then: Walk, *keys: str) -> Walk:
    """What stands out in a note, once somebody asked although somebody is beside them."""

    async def walk(app: ReflectApp, pilot: Pilot[None]) -> None:
        await then(app, pilot)
        sitting = app.flow.sitting
        assert sitting is not None
        sitting.add_action("Ask Mrs Adeyemi at 12 Copper Row", who="practitioner", in_note=True)
        app.screen.query_one("#pages", Pick).take("look")
        await pilot.pause(0.3)
        app.screen.query_one("#look-now").focus()
        await pilot.press("enter")
        while not app.screen.query("#look Line"):
            await pilot.pause(0.2)  # what stands out is looked for in a thread
        app.screen.query("#look Line").first().focus()
        await pilot.press(*keys)
        await pilot.pause(0.3)

    return walk


def _which_note(then: Walk, number: int, *, alone: bool = False) -> Walk:
    """Another of the four notes."""

    async def walk(app: ReflectApp, pilot: Pilot[None]) -> None:
        await then(app, pilot)
        if alone:
            app.flow.company.alone()
        app.screen.query_one("#which-note").focus()
        for _ in range(number):
            await pilot.press("right")
            await pilot.pause(0.4)

    return walk


_ONE_AGREES = ("right", "enter", "tab", *["right"] * 3, "enter", *"It leaves out when she said it.")
_NOTE = _session("swap", 0, "ctrl+r")
SCREENS: dict[str, Walk] = {
    "home": _nothing,
    "begin": _keys("enter"),
    "alone": _alone,
    "standards": _standards,
    "standards-found": _reading_room(*"2.13", "enter"),
    "standards-none": _reading_room(*"xyz"),
    "standards-which": _reading_room(*"interpreter", "f4"),
    "library": _library,
    "preview": _preview,
    "sessions": _all_sessions(),
    "sessions-found": _all_sessions(*"she says"),
    "sessions-thread": _all_sessions("tab", "tab", "f"),
    "sessions-none": _all_sessions(*"xyz"),
    "talk": _session("talk"),
    "choose": _session("talk", 0, "tab", "tab"),
    "swap": _session("swap", 0, "tab", "tab"),
    "second-swap": _session("swap", 0, "tab", "tab", round_=1),
    "board": _session("board", 3),
    "card": _session("class", 3),
    "place": _session("class", 3, *["tab"] * 5),
    "map": _session("map", 3),
    "ledger": _session("expectation", 1, round_=1),
    "gathering": _session("sides", 1),
    "worry": _session("difference", 1, *["tab"] * 2, round_=1),
    "day": _session("day", 1),
    "round": _session("thinking", 2),
    "actions": _session("now", 3),
    "agreed": _session("since", 0),
    "agreed-second": _session("since", 0, *["tab"] * 3, "enter"),
    "group": _group("agreement"),
    "group-wait": _group("agreement", "down down enter"),
    "group-roles": _group("roles"),
    "group-page": _group("talk"),
    "round-waiting": _group("thinking", "Cover them again"),
    "round-turn": _group(
        "thinking", "Cover them again", "Pass the keyboard", "t o o space h a r s h"
    ),
    "round-look": _group(
        "thinking", "Cover them again", "The facilitator looks", "Only I can see the screen now"
    ),
    "facilitator-asks": _group("agreement", "f12"),
    "facilitator": _group("agreement", "f12", "Only I can see the screen now"),
    "risk-room": _group("talk", "ctrl+t", "3"),
    "steps": _session("swap", 0, "ctrl+g"),
    "standard": _session("swap", 0, "f5"),
    "beside": _session("talk", 0, "f5"),
    "wording": _session("know", 0, *"He is aggressive to mum. ", "ctrl+o", "f6"),
    "wording-none": _session("swap", 0, "ctrl+o"),
    "note": _NOTE,
    "note-look": _looked_at(_NOTE),
    "note-insert": _which_note(_NOTE, 1),
    "note-withheld": _which_note(_NOTE, 2),
    "note-cpd": _which_note(_NOTE, 2, alone=True),
    "note-own": _which_note(_NOTE, 3, alone=True),
    "note-read": _pressed(_NOTE, "#sections", keys=("down", "down", "enter")),
    "note-sections": _pressed(_NOTE, "#sections"),
    "note-ways": _pressed(_NOTE, "#more"),
    "note-names": _pressed(_NOTE, "#names", keys=tuple("Ada")),
    "note-made": _pressed(_NOTE, "#write"),
    "note-folder": _pressed(_NOTE, "#more", keys=(*["down"] * 6, "enter")),
    "note-place": _looked_at(_NOTE, "enter"),
    "note-wording": _looked_at(_NOTE, "down", "down", "enter"),
    "note-otherwise": _looked_at(_NOTE, "enter", "tab", "enter"),
    "agreeing": _pressed(_NOTE, "#agree", keys=_ONE_AGREES),
    "ending": _pressed(_NOTE, "#ending"),
    "giving": _pressed(_NOTE, "#ending", "#give-session"),
    "taking": _named("Take in"),
    "reading": _keys("down"),
    "risk": _keys("ctrl+t"),
    "risk-local": _with_local(_keys("ctrl+t")),
    "risk-words": _with_local(_session("talk", 0, "ctrl+t", "tab", "tab", "tab", "enter")),
    "settings": _named("Settings"),
    "settings-below": _named("Settings", "shift+tab", "shift+tab"),
    "hints": _named("Settings", "down", "down", "down", "enter"),
    "settings-to-mend": _settings_by_hand,
    "keys": _named("Settings", "down", "down", "enter"),
    "keys-open": _named("Settings", "down", "down", "enter", *["down"] * 5, *TAKEN),
    "contacts": _with_local(_named("Local contacts", "enter")),
    "hidden": _keys("ctrl+l"),
    "help": _keys("f1"),
    "everything": _session("swap", 0, "ctrl+p"),
}


def _app(world: World, reports: Path, theme: str) -> ReflectApp:
    """The app, told as a terminal tells it where there is to be no colour."""
    if theme != NO_COLOUR:
        return ReflectApp(world, reports)
    os.environ["NO_COLOR"] = "1"
    try:
        return ReflectApp(world, reports)
    finally:
        del os.environ["NO_COLOR"]


async def draw(folder: Path, only: set[str], themes: tuple[str, ...]) -> None:
    """Draw the screens named (all, when none is) in every size and theme into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for theme in themes:
        for size in SIZES:
            for name, walk in {"first": _nothing, **SCREENS}.items():
                if only and name not in only:
                    continue
                with tempfile.TemporaryDirectory() as home:
                    world = _world(Path(home), introduced=name != "first")
                    app = _app(world, Path(home) / "reports", theme)
                    async with app.run_test(size=size) as pilot:
                        app.theme = "ink" if theme == NO_COLOUR else theme
                        await pilot.pause(0.2)
                        await walk(app, pilot)
                        picture = app.export_screenshot(title="reflect")
                    (folder / f"{name}-{size[0]}-{theme}.svg").write_text(picture, encoding="utf-8")


def main() -> None:
    """Draw for looking at into a folder that is named; without one, the README's pictures."""
    if len(sys.argv) > 1:
        themes = ("ink", "paper", "high-contrast", NO_COLOUR)
        asyncio.run(draw(Path(sys.argv[1]), set(sys.argv[2:]), themes))
        return
    kept = Path(__file__).parent.parent / "docs" / "pictures"
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(draw(Path(folder), set(IN_README), ("ink",)))
        for name, called in IN_README.items():
            drawn = (Path(folder) / f"{name}-120-ink.svg").read_text(encoding="utf-8")
            (kept / f"{called}.svg").write_text(drawn, encoding="utf-8")


if __name__ == "__main__":
    main()
