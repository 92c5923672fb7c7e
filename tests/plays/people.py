"""Who plays: somebody with a mouse in a large window, somebody with the keyboard in a small one."""

from __future__ import annotations

from pathlib import Path

import pytest

from reflect_tui.notebook.notebook import Notebook
from reflect_tui.practice.exercise import Service, Way
from reflect_tui.session.address import Address
from reflect_tui.session.beginning import begin
from reflect_tui.session.model import Session
from reflect_tui.session.sitting import Sitting
from reflect_tui.session.values import Text
from tests.plain.player import SHELF
from tests.support.person import Keys, Mouse, Person

BOTH = [
    pytest.param(Mouse, (120, 36), id="mouse, 120x36"),
    pytest.param(Keys, (80, 24), id="keys, 80x24"),
]
"""A driver and the size of its window: each play is played by both."""

OTHERS = ("the red book", "the green door", "I dread this visit")
"""What stands in other sessions of the notebook: the first and the last alone, the second not."""


def introduced(home: Path, **settings: str) -> None:
    """A home whose owner has been through the first start."""
    home.mkdir(parents=True, exist_ok=True)
    lines = ["introduced = true", *(f'{key} = "{value}"' for key, value in settings.items())]
    (home / "settings.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def walked(*names: str, short: bool = False) -> dict[str, tuple[object, bool]]:
    """Opening, exercises, closing."""
    kept = [SHELF.opening, *(SHELF.get(name) for name in names), SHELF.closing]
    return {each.id: (each.exercise, short) for each in kept if each is not None}


def a_session(way: Way, brought: str, *names: str) -> Session:
    """A new session, with opening and closing."""
    exercises = walked(*names)
    return begin(way, Service.CHILDREN, exercises, brought=brought)  # type: ignore[arg-type]  # as `walked` makes them


def with_others(home: Path) -> Notebook:
    """A notebook that holds other sessions already: one alone, one with somebody else."""
    introduced(home)
    notebook = Notebook.open(home / "notebook")
    alone = Sitting(a_session(Way.SOLO, OTHERS[0], "counterfactual"), lambda _: None)
    asked = Address("counterfactual", "talk", "words")
    alone.write(asked, Text(text=OTHERS[2]))
    notebook.save(alone.session)
    notebook.save(a_session(Way.ONE_TO_ONE, OTHERS[1], "graces"))
    return notebook


def watch(person: Person, *words: str) -> None:
    """From now on read every frame for words that must not be on it."""
    person.terminal.never = words


def nothing_was_drawn(person: Person) -> None:
    """None of them was."""
    assert person.terminal.drawn_all_the_same == set()
