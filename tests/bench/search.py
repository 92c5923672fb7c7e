"""Looking for a word in ten thousand sealed sessions, and scrolling through as many rows."""

from __future__ import annotations

import asyncio
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from textual.app import ComposeResult
from textual.screen import Screen

from reflect_tui import files
from reflect_tui.notebook import records, tables
from reflect_tui.notebook.notebook import Notebook
from reflect_tui.notebook.search import Found, Search, Wanted
from reflect_tui.session.model import Action
from reflect_tui.tui.screens.sessions import SessionsScreen
from reflect_tui.tui.session_rows import FoundRows
from reflect_tui.tui.widgets.entry import Entry
from reflect_tui.tui.widgets.rows import Rows
from tests.bench.rows import Row, side_by_side
from tests.bench.save import a_notebook, a_session
from tests.tui.screens.host import Host, world

NAME = "search"
HELD = 10_000
ONE_IN = 100
"""The word stands in one session of so many."""
FIRST = 0.3
"""Seconds within which the design wants the first hits."""
ROUNDS = 5
_FEW, _PRESSES = 100, 200
_WORD = "quillwort"


def run() -> list[Row]:
    """With nothing read before, with all of it read, and then the rows themselves."""
    with tempfile.TemporaryDirectory() as home:
        notebook = a_sealed_one(Path(home) / "notebook")
        rows = _searching(notebook)
        rows += _on_the_screen(Path(home), notebook)
        rows += _scrolling(list(Search(notebook).find(Wanted()))[-1].found)
        notebook.hold.release()
    return rows


def a_sealed_one(top: Path) -> Notebook:
    """Ten thousand sealed sessions; here and there one with the word in it."""
    like = a_session()
    notebook = a_notebook(top, like, HELD, sealed=True)
    action = Action(id="bench", what=f"Ask about the {_WORD} by the gate")
    coder = notebook._folder.coder
    for path in sorted(notebook._folder.session_files())[::ONE_IN]:
        name = notebook._folder.name_of(path)
        own = like.model_copy(update={"id": name, "actions": (action,)})
        path.write_bytes(coder.encode(tables.to_bytes(records.to_tables(own))))
    return notebook


def _searching(notebook: Notebook) -> list[Row]:
    folder = notebook._folder
    wanted = Wanted(_WORD)
    known = Search(notebook)
    list(known.find(Wanted()))

    def bare() -> None:
        for path in folder.session_files():
            folder.coder.decode(files.read_own(path))

    def whole(search: Callable[[], Search]) -> Callable[[], object]:
        def deed() -> None:
            *_, hits = search().find(wanted)
            assert len(hits.found) == HELD // ONE_IN

        return deed

    def first(search: Callable[[], Search]) -> Callable[[], object]:
        return lambda: next(search().find(wanted))

    took = side_by_side(
        {
            "bare": bare,
            "first": first(lambda: Search(notebook)),
            "all": whole(lambda: Search(notebook)),
            "known": whole(lambda: known),
        },
        ROUNDS,
    )
    held = f"{HELD:,}"
    return [
        Row(f"reading and unsealing {held} sessions", took["bare"]),
        Row("first hits, nothing read before, against 0.3 s", took["first"], FIRST, "≤ 1"),
        Row("all hits, nothing read before", took["all"], took["bare"], "≤ 1.5"),
        Row("all hits, all read before, against 0.3 s", took["known"], FIRST, "≤ 1"),
    ]


def _on_the_screen(home: Path, notebook: Notebook) -> list[Row]:
    """The screen itself: a word typed while it is read for the first time, and once it was."""
    first, known = [], []
    for _ in range(ROUNDS):
        took = asyncio.run(_typed(home, notebook))
        first.append(took[0])
        known.append(took[1])
    return [
        Row(
            "a word typed as the screen opens: first hits drawn, against 0.3 s",
            statistics.median(first),
            FIRST,
            "≤ 1",
        ),
        Row(
            "a word typed once all is read: hits drawn, against 0.3 s",
            statistics.median(known),
            FIRST,
            "≤ 1",
        ),
    ]


async def _typed(home: Path, notebook: Notebook) -> tuple[float, float]:
    made = world(home, make_notebook=lambda: notebook)
    screen = SessionsScreen(made, open_session=lambda _: None, read_session=lambda _: None)
    app = Host(lambda: screen)
    async with app.run_test(size=(120, 36)):
        first = await _until_drawn(screen, _WORD)
        while not screen._drawn[1].whole:
            await asyncio.sleep(0.01)
        await _until_drawn(screen, "")
        return first, await _until_drawn(screen, _WORD)


async def _until_drawn(screen: SessionsScreen, typed: str) -> float:
    """Seconds from something typed until rows of it are there to be drawn."""
    entry = screen.query_one("#find", Entry)
    began = time.perf_counter()
    entry.text = typed
    while not (screen._drawn[0].typed == typed and screen._drawn[1].found):
        await asyncio.sleep(0.002)
    screen._compositor.render_strips()
    return time.perf_counter() - began


class _Listed(Screen[None]):
    """Nothing but the rows."""

    def __init__(self, rows: FoundRows) -> None:
        super().__init__()
        self._found = rows

    def compose(self) -> ComposeResult:
        yield Rows()

    def on_mount(self) -> None:
        self.query_one(Rows).show(self._found)


def _scrolling(found: list[Found]) -> list[Row]:
    """A page down and up again and again, each drawn, with words round a hit under each row."""
    wanted = Wanted("nobody")
    few, many = [], []
    for _ in range(ROUNDS):
        few.append(asyncio.run(_pages(found[:_FEW], wanted)))
        many.append(asyncio.run(_pages(found, wanted)))
    least = statistics.median(few)
    return [
        Row(f"a page of {_FEW} rows drawn", least),
        Row(f"a page of {len(found):,} rows drawn", statistics.median(many), least, "≤ 1.2"),
    ]


async def _pages(found: list[Found], wanted: Wanted) -> float:
    listed = FoundRows(found, wanted, datetime.now(UTC), 100)
    app = Host(lambda: _Listed(listed))
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        rows = app.screen.query_one(Rows)
        began = time.perf_counter()
        for number in range(_PRESSES):
            rows.action_leaf(1 if number % 4 < 2 else -1)
            for y in range(rows.size.height):
                rows.render_line(y)
        return (time.perf_counter() - began) / _PRESSES
