"""Asking about the wording of 100 KB of ordinary text, and of text out to delay."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable

from reflect_tui import paths
from reflect_tui.practice.hint_file import load_hints
from reflect_tui.practice.wording import wording
from tests.bench.rows import Row, side_by_side

NAME = "wording"
LENGTH = 100_000
LONGEST = 0.5
"""Seconds that are given to 100 KB of text."""
ROUNDS = 5
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
    ordinary = "".join(
        path.read_text("utf-8") for path in sorted(paths.shipped_prompts().glob("*.md"))
    )
    texts = {"our own exercises": ordinary[:LENGTH], "a question in each line": _of(_VISIT)}
    texts |= {name: _of(piece) for name, piece in _DELAYING.items()}
    took = side_by_side({name: _asks(text) for name, text in texts.items()}, ROUNDS)
    rows = [Row(f"100 KB of {name}, against 0.5 s", took[name], LONGEST, "≤ 1") for name in texts]
    growth = side_by_side({"few": _asks(_of(_VISIT)), "many": _asks(_of(_VISIT) * 4)}, ROUNDS)
    rows.append(Row("400 KB against 100 KB", growth["many"], growth["few"], "≤ 4.5"))
    rows.append(Row("the first, rules read", _first(), LONGEST, "≤ 1"))
    return rows


def _of(piece: str) -> str:
    return (piece * (LENGTH // len(piece) + 1))[:LENGTH]


_HINTS = load_hints([paths.shipped_data() / "hints.yaml"])


def _asks(text: str) -> Callable[[], object]:
    every = [rule.id for rule in _HINTS]
    return lambda: wording(text, _HINTS, on=every)


def _first() -> float:
    code = (
        "import time; began = time.perf_counter()\n"
        "from reflect_tui import paths\n"
        "from reflect_tui.practice.hint_file import load_hints\n"
        "from reflect_tui.practice.wording import wording\n"
        "hints = load_hints([paths.shipped_data() / 'hints.yaml'])\n"
        f"wording({_VISIT!r}, hints); print(time.perf_counter() - began)"
    )
    took: list[float] = []
    for _ in range(ROUNDS):
        done = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True
        )
        took.append(float(done.stdout))
    return sorted(took)[ROUNDS // 2]
