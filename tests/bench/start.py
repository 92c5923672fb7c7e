"""Start: from the command to the first screen, against a bare Textual app painting one line."""

from __future__ import annotations

import statistics
import sys
import tempfile
from pathlib import Path

from tests.bench.rows import Row
from tests.support.terminal import Terminal

NAME = "start"
RUNS = 12
_HERE = Path(__file__).parent
_REFLECT = [str(Path(sys.executable).parent / "reflect-tui")]


def run() -> list[Row]:
    """Start each in turn, again and again, so that a drift of the machine meets all alike."""
    with tempfile.TemporaryDirectory() as home:
        env = {"REFLECT_TUI_HOME": home}
        (Path(home) / "settings.toml").write_text("introduced = true\n", encoding="utf-8")
        cases = {
            "bare app": ([sys.executable, str(_HERE / "bare_app.py")], "A bare line"),
            "an empty notebook": (_REFLECT, "Begin a session"),
            "demo": ([*_REFLECT, "demo"], "Begin a session"),
        }
        took: dict[str, list[float]] = {name: [] for name in cases}
        for _ in range(RUNS + 1):
            for name, (command, marker) in cases.items():
                with Terminal(command, env=env) as terminal:
                    took[name].append(terminal.wait(marker))
    # The first start of each reads its files from the disk; the later ones are what is compared.
    medians = {name: statistics.median(times[1:]) for name, times in took.items()}
    bare = medians["bare app"]
    return [
        Row("first paint, bare Textual app", bare, None, ""),
        Row("first paint, empty notebook", medians["an empty notebook"], bare, "≤ 1.25"),
        Row("first paint, demo", medians["demo"], bare, "≤ 1.4"),
    ]
