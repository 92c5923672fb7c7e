"""Draws every screen of the invented notebook as a picture: `python -m tests.pictures [FOLDER]`.

Run it after changing a screen, and look at what it drew: in both sizes, dark, light and in high
contrast. The four that stand in the README are written to docs/pictures.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from collections.abc import Awaitable, Callable
from pathlib import Path

from textual.pilot import Pilot

from reflect_tui import paths
from reflect_tui.demo import fill
from reflect_tui.notebook.notebook import Notebook
from reflect_tui.practice.shelf import Place, Shelf
from reflect_tui.settings import Settings
from reflect_tui.tui.app import ReflectApp
from reflect_tui.tui.world import World

SIZES = ((120, 36), (80, 24))
IN_README = {"home": "home", "swap": "session", "note": "note", "risk": "risk"}
_SWAP = "the blue folder"

Walk = Callable[[ReflectApp, Pilot[None]], Awaitable[None]]


def _world(home: Path, *, introduced: bool = True) -> World:
    shelf = Shelf.open([Place(paths.shipped_prompts().parent, "shipped")])
    notebook = Notebook.open(home / "notebook")
    if introduced:
        fill(notebook, shelf, paths.shipped_data() / "demo")
    return World(
        settings=Settings(introduced=introduced, clock=False),
        keep_settings=lambda settings: None,
        make_shelf=lambda: shelf,
        make_notebook=lambda: notebook,
        notes=home / "notes",
    )


async def _open(app: ReflectApp, pilot: Pilot[None], stage: str = "", number: int = 0) -> None:
    world = app.flow.world
    app.flow.open(world.notebook().sessions()[number].id)
    await pilot.pause(0.4)
    if stage:
        sitting = app.flow.sitting
        assert sitting is not None
        pages = sitting.course.every_page(sitting.session)
        app.screen.go(next(page.place for page in pages if page.stage.id == stage))  # type: ignore[attr-defined]  # the session's screen
        await pilot.pause(0.4)


async def _nothing(app: ReflectApp, pilot: Pilot[None]) -> None:
    await pilot.pause(0.3)


def _session(stage: str, number: int = 0, *keys: str) -> Walk:
    async def walk(app: ReflectApp, pilot: Pilot[None]) -> None:
        await _open(app, pilot, stage, number)
        await pilot.press(*keys)
        await pilot.pause(0.3)

    return walk


def _keys(*keys: str) -> Walk:
    async def walk(app: ReflectApp, pilot: Pilot[None]) -> None:
        await pilot.pause(0.3)
        await pilot.press(*keys)
        await pilot.pause(0.4)

    return walk


SCREENS: dict[str, Walk] = {
    "home": _nothing,
    "begin": _keys("enter"),
    "talk": _session("talk"),
    "choose": _session("talk", 0, "tab", "tab"),
    "swap": _session("swap", 0, "tab", "tab"),
    "board": _session("board", 3),
    "card": _session("class", 3),
    "place": _session("class", 3, *["tab"] * 6),
    "day": _session("day", 1),
    "round": _session("thinking", 2),
    "actions": _session("now", 3),
    "steps": _session("swap", 0, "ctrl+g"),
    "standard": _session("swap", 0, "f5"),
    "beside": _session("talk", 0, "f5"),
    "note": _session("swap", 0, "ctrl+r"),
    "reading": _keys("down"),
    "risk": _keys("ctrl+t"),
    "hidden": _keys("ctrl+l"),
    "help": _keys("f1"),
    "everything": _session("swap", 0, "ctrl+p"),
}


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
                    app = ReflectApp(world, Path(home) / "reports")
                    async with app.run_test(size=size) as pilot:
                        app.theme = theme
                        await pilot.pause(0.2)
                        await walk(app, pilot)
                        picture = app.export_screenshot(title="reflect")
                    (folder / f"{name}-{size[0]}-{theme}.svg").write_text(picture, encoding="utf-8")


def main() -> None:
    """Draw for looking at into a folder that is named; without one, the README's pictures."""
    if len(sys.argv) > 1:
        themes = ("ink", "paper", "high-contrast")
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
