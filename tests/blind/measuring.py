"""How much of the unseen sentences is found, and how often what should stay silent does not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import yaml

from reflect_tui import paths
from reflect_tui.notes.look import look
from reflect_tui.practice.exercise import Service
from reflect_tui.practice.shelf import Place, Shelf
from reflect_tui.practice.wording import wording

HERE = Path(__file__).parent
SETS = ("first", "second")


class Spot(Protocol):
    """A place in a text."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Measured:
    """What became of a set of sentences."""

    to_find: int
    to_leave: int
    missed: tuple[str, ...]
    alarms: tuple[str, ...]
    """Sentences that should have stayed silent."""
    beside: tuple[str, ...]
    """Sentences in which something else was pointed at as well."""

    @property
    def found(self) -> float:
        return 1 - len(self.missed) / self.to_find

    @property
    def alarmed(self) -> float:
        return len(self.alarms) / self.to_leave


def _measured(rows: Sequence[dict[str, Any]], find: Callable[[Any], Sequence[Spot]]) -> Measured:
    missed, alarms, beside = [], [], []
    for row in rows:
        spots = find(row)
        if not row["expect"]:
            alarms += [row["text"]] if spots else []
            continue
        start = row["text"].index(row["expect"])
        end = start + len(row["expect"])
        meant = [spot for spot in spots if spot.start < end and spot.end > start]
        missed += [] if meant else [row["text"]]
        beside += [row["text"]] if len(meant) < len(spots) else []
    to_find = sum(bool(row["expect"]) for row in rows)
    return Measured(to_find, len(rows) - to_find, tuple(missed), tuple(alarms), tuple(beside))


def _rows(which: str, what: str) -> list[dict[str, Any]]:
    read: list[dict[str, Any]] = yaml.safe_load((HERE / which / f"{what}.yaml").read_text("utf-8"))
    return read


def look_at(which: str) -> Measured:
    """What `look` makes of a set."""
    return _measured(_rows(which, "look"), lambda row: look(row["text"]))


def word(which: str) -> Measured:
    """What `wording` makes of a set."""
    hints = Shelf.open([Place(paths.shipped_prompts().parent, "shipped")]).hints
    return _measured(
        _rows(which, "wording"),
        lambda row: wording(row["text"], hints, Service(row["service"])),
    )


MEASURES: dict[str, Callable[[str], Measured]] = {"look": look_at, "wording": word}
