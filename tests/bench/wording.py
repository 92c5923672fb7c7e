"""Asking about the wording of 100 KB of ordinary text, and of text out to delay."""

from __future__ import annotations

from reflect_tui import paths
from reflect_tui.practice.hint_file import load_hints
from reflect_tui.practice.wording import wording
from tests.bench.long_texts import first_time, timed
from tests.bench.rows import Row

NAME = "wording"
_VISIT = (
    "Mother was not aggressive, he said; his race is recorded as Black, and it was difficult.\n"
)
_DELAYING = {
    "“not”": "not ",
    "colours": "Black, ",
    "opened quotations": "'as ",
    "possessives": "s' 'a ",
    "capitals": "Aa of ",
    "one label": "aggressive ",
    "a.": "a.",
    "dots": ".",
    "backticks": "`a",
    "bars": "|a",
}


def run() -> list[Row]:
    """One text after the other, five times; then the first in a new Python."""
    hints = load_hints([paths.shipped_data() / "hints.yaml"])
    every = [rule.id for rule in hints]
    rows = timed(
        lambda text: wording(text, hints, on=every),
        ("a question in each line", _VISIT),
        _DELAYING,
    )
    first = first_time(
        "the first, rules read",
        "from reflect_tui import paths",
        "from reflect_tui.practice.hint_file import load_hints",
        "from reflect_tui.practice.wording import wording",
        "hints = load_hints([paths.shipped_data() / 'hints.yaml'])",
        f"wording({_VISIT!r}, hints)",
    )
    return [*rows, first]
