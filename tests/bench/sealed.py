"""A sealed notebook: unlocking it, the first screen after the password, and its list."""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from reflect_tui import files
from reflect_tui.notebook import tables
from reflect_tui.notebook.notebook import Notebook
from tests.bench.rows import Row, side_by_side
from tests.bench.save import PASSWORD, a_notebook, a_session
from tests.support.terminal import Terminal

NAME = "sealed"
HELD = (1_000, 10_000)
RUNS = 6
_HERE = Path(__file__).parent
_REFLECT = [str(Path(sys.executable).parent / "reflect-tui")]
_UNLOCK = """
import sys, time
from pathlib import Path
from reflect_tui.notebook.notebook import Notebook
notebook = Notebook.open(Path(sys.argv[1]))
began = time.perf_counter()
notebook.key.unlock(sys.argv[2])
took = time.perf_counter() - began
# Not getrusage: what the program that started this one held would count there, too.
lines = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines())
print(took, lines["VmHWM"].split()[0])
"""


def run() -> list[Row]:
    """Unlock in a program of its own; then each figure beside the barest way to the same end."""
    rows: list[Row] = []
    for held in HELD:
        with tempfile.TemporaryDirectory() as home:
            top = Path(home) / "notebook"
            notebook = a_notebook(top, a_session(), held, sealed=True)
            if held == HELD[0]:
                rows += _unlocking(top)
            rows += _listing(notebook, held)
            notebook.hold.release()
            rows += _first_paint(Path(home), held)
    return rows


def _unlocking(top: Path) -> list[Row]:
    seconds, kilobytes = [], []
    for _ in range(RUNS):
        command = [sys.executable, "-c", _UNLOCK, str(top), PASSWORD]
        said = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
        seconds.append(float(said[0]))
        kilobytes.append(int(said[1]))
    most = max(kilobytes) / 1_024
    return [
        Row(f"unlocking; the whole program held {most:.0f} MB at most", max(seconds), 1.0, "≤ 1")
    ]


def _listing(notebook: Notebook, held: int) -> list[Row]:
    folder = notebook._folder

    def bare() -> None:
        for path in folder.session_files():
            tables.opened(files.read_own(path), folder.coder, "")

    took = side_by_side({"bare": bare, "ours": notebook.sessions}, 3)
    return [
        Row(f"reading, unsealing and parsing {held:,} sessions", took["bare"]),
        Row(f"the list of {held:,} sessions", took["ours"], took["bare"]),
    ]


def _first_paint(home: Path, held: int) -> list[Row]:
    """From Enter after the password to home, less the unlocking itself, which has its own row."""
    (home / "settings.toml").write_text("introduced = true\n", encoding="utf-8")
    bare, asked, painted = [], [], []
    for _ in range(RUNS):
        command = [sys.executable, str(_HERE / "bare_app.py")]
        with Terminal(command, env={"REFLECT_TUI_HOME": str(home)}) as terminal:
            bare.append(terminal.wait("A bare line"))
        with Terminal(_REFLECT, env={"REFLECT_TUI_HOME": str(home)}) as terminal:
            asked.append(terminal.wait("This notebook is locked"))
            terminal.settle()
            terminal.send(PASSWORD)
            terminal.settle()
            before = time.perf_counter()
            terminal.send("\r")
            terminal.wait("Begin a session")
            painted.append(time.perf_counter() - before)
    first = statistics.median(bare)
    return [
        Row("first paint, bare Textual app", first),
        Row(
            f"first paint, asking for the password, {held:,} sessions",
            statistics.median(asked),
            first,
            "≤ 1.25",
        ),
        Row(f"password to first screen, {held:,} sessions", statistics.median(painted), first),
    ]
