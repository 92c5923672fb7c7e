"""Looking for what could identify someone in 100 KB of ordinary text, and of text out to delay."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable

from reflect_tui import paths
from reflect_tui.notes.look import look
from tests.bench.rows import Row, side_by_side

NAME = "look"
LENGTH = 100_000
LONGEST = 0.5
"""Seconds that the design gives 100 KB of text."""
ROUNDS = 5
_VISIT = (
    "I met Amina Hassan and her aunt, Mrs Okonkwo, on 3 March 2019 at 14 Acacia Road, SE15 4AB. "
    "Her NHS number is 943 476 5919; ring 07700 900123. Kofi said that he was tired.\n"
)
_DELAYING = {
    "a.": "a.",
    "spaces": " ",
    "figures": "1",
    "figures and spaces": "1 ",
    "capitals": "A",
    "words with capitals": "Xx Yy ",
    "phone numbers": "07700 900123 ",
    "one line of names": "Grace 😀 ",
}


def run() -> list[Row]:
    """One text after the other, five times; then the first look in a new Python."""
    ordinary = "".join(
        path.read_text("utf-8") for path in sorted(paths.shipped_prompts().glob("*.md"))
    )
    texts = {
        "our own exercises": ordinary[:LENGTH],
        "a name, number or date in each line": _of(_VISIT),
    }
    texts |= {name: _of(piece) for name, piece in _DELAYING.items()}
    took = side_by_side({name: _looks(text) for name, text in texts.items()}, ROUNDS)
    rows = [Row(f"100 KB of {name}, against 0.5 s", took[name], LONGEST, "≤ 1") for name in texts]
    few, many = _of(_VISIT), _of(_VISIT) * 4
    growth = side_by_side({"few": _looks(few), "many": _looks(many)}, ROUNDS)
    rows.append(Row("400 KB against 100 KB", growth["many"], growth["few"], "≤ 4.5"))
    rows.append(Row("the first look, lists and libraries read", _first(), LONGEST, "≤ 1"))
    return rows


def _of(piece: str) -> str:
    return (piece * (LENGTH // len(piece) + 1))[:LENGTH]


def _looks(text: str) -> Callable[[], object]:
    return lambda: look(text)


def _first() -> float:
    code = (
        "import time; began = time.perf_counter()\n"
        "from reflect_tui.notes.look import look\n"
        f"look({_VISIT!r}); print(time.perf_counter() - began)"
    )
    took: list[float] = []
    for _ in range(ROUNDS):
        done = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True
        )
        took.append(float(done.stdout))
    return sorted(took)[ROUNDS // 2]
