"""Timing what is done to 100 KB of text: ordinary, full of what is looked for, and out to delay."""

from __future__ import annotations

import statistics
import subprocess
import sys
from collections.abc import Callable, Mapping

from reflect_tui import paths
from tests.bench.rows import Row, side_by_side

LENGTH = 100_000
LONGEST = 0.5
"""Seconds that the design gives 100 KB of text."""
ROUNDS = 5

Do = Callable[[str], object]


def timed(do: Do, full_of: tuple[str, str], delaying: Mapping[str, str]) -> list[Row]:
    """A row a text and one for growth; texts repeat a piece, `full_of` is one by its name."""
    ordinary = "".join(
        path.read_text("utf-8") for path in sorted(paths.shipped_prompts().glob("*.md"))
    )
    named, piece = full_of
    texts = {"our own exercises": ordinary[:LENGTH], named: _of(piece)}
    texts |= {name: _of(each) for name, each in delaying.items()}
    took = side_by_side({name: _done(do, text) for name, text in texts.items()}, ROUNDS)
    rows = [Row(f"100 KB of {name}, against 0.5 s", took[name], LONGEST, "≤ 1") for name in texts]
    few, many = _done(do, _of(piece)), _done(do, _of(piece) * 4)
    growth = side_by_side({"few": few, "many": many}, ROUNDS)
    return [*rows, Row("400 KB against 100 KB", growth["many"], growth["few"], "≤ 4.5")]


def first_time(what: str, *lines: str) -> Row:
    """The first time something is done, in a new Python; `lines` do it, with all they import."""
    code = "\n".join(
        (
            "import time; began = time.perf_counter()",
            *lines,
            "print(time.perf_counter() - began)",
        )
    )
    took = [
        float(subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout)
        for _ in range(ROUNDS)
    ]
    return Row(what, statistics.median(took), LONGEST, "≤ 1")


def _of(piece: str) -> str:
    return (piece * (LENGTH // len(piece) + 1))[:LENGTH]


def _done(do: Do, text: str) -> Callable[[], object]:
    return lambda: do(text)
