"""A few screens as they stand: what a change in one place does to all of them is seen here."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import TextArea

from reflect_tui.practice.exercise import Way
from reflect_tui.session.address import Address, Place
from reflect_tui.session.model import Session
from reflect_tui.session.values import Contrast, Line, Text
from reflect_tui.settings import Settings
from reflect_tui.tui.app import ReflectApp
from tests.tui.screens.host import a_session, settle, sit, world

Compare = Callable[..., bool]


@pytest.fixture(autouse=True)
def one_place(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The same hour on every computer, and a caret that stands still."""
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    monkeypatch.setattr(TextArea, "cursor_blink", False)
    yield
    monkeypatch.undo()
    time.tzset()


def _session() -> Session:
    session = a_session(Way.ONE_TO_ONE)
    sitting = sit(session)
    (swap,) = (entry.id for entry in session.entries if entry.stage == "swap")
    words = Address("counterfactual", "talk", "words")
    sitting.write(words, Text(text="She's quite mature for her age."))
    sitting.move(words, in_note=True)
    sitting.write(Address("counterfactual", "swap", "what", entry=swap), Line(text="gender"))
    sitting.write(
        Address("counterfactual", "swap", "versions", entry=swap),
        Contrast(left="She manages the younger ones.", right="He looks after his brothers."),
    )
    sitting.add_action("Ask who minds her", who="practitioner", by="Friday", in_note=True)
    sitting.go(Place("counterfactual", "swap", swap))
    return sitting.session


def _app(tmp_path: Path, theme: str) -> ReflectApp:
    made = world(tmp_path, settings=Settings(introduced=True, clock=False, theme=theme))
    made.notebook().save(_session())
    return ReflectApp(made, tmp_path / "reports")


def _doing(*keys: str) -> Callable[[Pilot[Any]], Any]:
    async def walk(pilot: Pilot[Any]) -> None:
        await settle(pilot)
        for key in keys:
            await pilot.press(key)
            await settle(pilot)

    return walk


@pytest.mark.parametrize(
    ("theme", "size", "keys"),
    [
        pytest.param("ink", (120, 36), (), id="home"),
        pytest.param("paper", (80, 24), ("down", "enter", "tab", "tab"), id="a swap"),
        pytest.param("ink", (120, 36), ("down", "enter", "ctrl+r"), id="the note"),
        pytest.param("high-contrast", (80, 24), ("ctrl+t",), id="at risk"),
    ],
)
def test_it_looks_as_it_did(
    snap_compare: Compare, tmp_path: Path, theme: str, size: tuple[int, int], keys: tuple[str, ...]
) -> None:
    app = _app(tmp_path, theme)
    assert snap_compare(app, terminal_size=size, run_before=_doing(*keys))
