"""A few screens as they stand: what a change in one place does to all of them is seen here."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import TextArea

from reflect_tui.practice.exercise import Way
from reflect_tui.session.address import Address, Place
from reflect_tui.session.model import Session
from reflect_tui.session.values import Choice, Contrast, Line, Placement, Spot, Text
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


def _graces(stage: str) -> Session:
    """The board with picks and some cards written on, or one of its cards."""
    sitting = sit(a_session(Way.ONE_TO_ONE, exercises=("graces",)))
    for pick, card in (("start", "class"), ("pass", "race"), ("first", "age")):
        sitting.write(Address("graces", "board", pick), Choice(option=card))
    for card in ("class", "race"):
        sitting.write(Address("graces", card, "system"), Text(text="We call it absence."))
    seen, unseen = Spot(seen=True, said=False), Spot(seen=False, said=True)
    sitting.write(Address("graces", "class", "place"), Placement(me=seen, them=unseen, moves=True))
    sitting.go(Place("graces", stage))
    return sitting.session


def _second_swap() -> Session:
    sitting = sit(_session())
    entry = sitting.add_entry("counterfactual", "swap", "the other way").id
    place = Place("counterfactual", "swap", entry)
    sitting.write(place.prompt("what"), Line(text="gender"))
    both = Contrast(left="He looks after his brothers.", right="She manages the younger ones.")
    sitting.write(place.prompt("versions"), both)
    sitting.go(place)
    return sitting.session


def _expectations(stage: str) -> Session:
    """Three expectations: a strength, a worry and one to let go of."""
    sitting = sit(a_session(Way.SOLO, exercises=("parenting",)))
    told = (
        ("grandmother in charge", "She feeds and baths the little one.", "strength"),
        ("asleep on the sofa at ten", "On both visits, in his uniform.", "worry"),
        ("eats with his hands", "As everyone at the table did.", "expectation"),
    )
    for name, seen, sort in told:
        entry = sitting.add_entry("parenting", "expectation").id
        place = Place("parenting", "expectation", entry)
        sitting.write(place.prompt("name"), Line(text=name))
        sitting.write(place.prompt("happened"), Text(text=seen))
        difference = Place("parenting", "difference", entry)
        sitting.write(difference.prompt("sort"), Choice(option=sort))
    second = sitting.session.entries_of("parenting", "expectation")[1].id
    sitting.go(Place("parenting", stage, second if stage != "sides" else ""))
    return sitting.session


def _app(
    tmp_path: Path, theme: str, session: Session, monkeypatch: pytest.MonkeyPatch
) -> ReflectApp:
    settings = Settings(introduced=True, clock=False, theme="ink" if theme == "none" else theme)
    made = world(tmp_path, settings=settings)
    made.notebook().save(session)
    if theme == "none":
        monkeypatch.setenv("NO_COLOR", "1")
    return ReflectApp(made, tmp_path / "reports")


def _doing(*keys: str) -> Callable[[Pilot[Any]], Any]:
    async def walk(pilot: Pilot[Any]) -> None:
        await settle(pilot)
        for key in keys:
            await pilot.press(key)
            await settle(pilot)

    return walk


WIDE, SMALL = (120, 36), (80, 24)
ON = ("down", "enter")
"""On with the session that was put down last."""


@pytest.mark.parametrize(
    ("session", "theme", "size", "keys"),
    [
        pytest.param(_session, "ink", WIDE, (), id="home"),
        pytest.param(_session, "paper", SMALL, (*ON, "tab", "tab"), id="a swap"),
        pytest.param(_session, "ink", WIDE, (*ON, "ctrl+r"), id="the note"),
        pytest.param(_session, "paper", SMALL, (*ON, "ctrl+r", "f6", "f6"), id="to look at"),
        pytest.param(_session, "high-contrast", SMALL, ("ctrl+t",), id="at risk"),
        pytest.param(partial(_graces, "board"), "ink", WIDE, ON, id="the board"),
        pytest.param(partial(_graces, "board"), "none", SMALL, ON, id="the board, small"),
        pytest.param(partial(_graces, "class"), "paper", WIDE, (*ON, "shift+tab"), id="a card"),
        pytest.param(partial(_graces, "map"), "high-contrast", SMALL, ON, id="the placement"),
        pytest.param(_second_swap, "none", WIDE, (*ON, "tab", "tab"), id="a second swap"),
        pytest.param(partial(_expectations, "difference"), "ink", SMALL, ON, id="the ledger"),
        pytest.param(partial(_expectations, "sides"), "paper", WIDE, ON, id="both sides"),
    ],
)
def test_it_looks_as_it_did(
    snap_compare: Compare,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    session: Callable[[], Session],
    theme: str,
    size: tuple[int, int],
    keys: tuple[str, ...],
) -> None:
    app = _app(tmp_path, theme, session(), monkeypatch)
    assert snap_compare(app, terminal_size=size, run_before=_doing(*keys))
