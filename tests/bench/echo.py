"""Key to screen: a letter typed in the editor until it is drawn, against a bare TextArea."""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reflect_tui import paths
from reflect_tui.notebook.notebook import Notebook
from reflect_tui.practice.exercise import Service, Way
from reflect_tui.practice.shelf import Place, Shelf
from reflect_tui.session.beginning import begin
from reflect_tui.session.sitting import Sitting
from reflect_tui.session.values import Text
from tests.bench.rows import Row
from tests.support.terminal import Terminal

NAME = "echo"
KEYS = 150
_LETTERS = "QXZ"
"""Letters that stand nowhere on either screen, so that one seen is one just drawn."""
_PARAGRAPH = (
    "we met at the school gate and talked about the week, who collects whom, what is cooked, "
    "and what nobody had asked about yet. "
)


def run() -> list[Row]:
    """The same text in both, both open at once, keys in turn."""
    rows: list[Row] = []
    for words, text in {"an empty answer": "", "2 KB in paragraphs": _paragraphs(2_000)}.items():
        with _bare(text) as bare, _ours(text) as ours:
            took: dict[str, list[float]] = {"bare": [], "ours": []}
            for number in range(KEYS):
                letter = _LETTERS[number % len(_LETTERS)]
                for name, terminal in (("bare", bare), ("ours", ours)):
                    took[name].append(_type(terminal, letter))
        for share, target in ((50, "≤ 1.25"), (99, "≤ 1.0")):
            plain, own = (_percentile(took[name], share) for name in ("bare", "ours"))
            rows.append(Row(f"key to screen, {words}, p{share}, bare", plain, None, ""))
            rows.append(Row(f"key to screen, {words}, p{share}, ours", own, plain, target))
    return rows


def _type(terminal: Terminal, letter: str) -> float:
    took = terminal.echo(letter)
    terminal.send("\x7f")
    terminal.settle(0.03, 0.5)
    # A person's rhythm: the saver writes between the keys, as it does in life.
    time.sleep(0.02)
    return took


def _paragraphs(size: int) -> str:
    paragraph = _PARAGRAPH * 3
    return "\n\n".join([paragraph] * max(1, size // len(paragraph)))


def _percentile(times: list[float], share: int) -> float:
    return statistics.quantiles(times, n=100)[share - 1]


@contextmanager
def _bare(text: str) -> Iterator[Terminal]:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "text"
        file.write_text(text, encoding="utf-8")
        script = Path(__file__).parent / "bare_editor.py"
        with Terminal([sys.executable, str(script), str(file)]) as terminal:
            terminal.settle(0.6)
            yield terminal


@contextmanager
def _ours(text: str) -> Iterator[Terminal]:
    with tempfile.TemporaryDirectory() as home:
        top = Path(home)
        (top / "settings.toml").write_text("introduced = true\n", encoding="utf-8")
        shelf = Shelf.open([Place(paths.shipped_prompts().parent, "shipped")])
        exercises = {name: (shelf.get(name).exercise, False) for name in ("counterfactual",)}
        session = begin(Way.SOLO, Service.CHILDREN, exercises, brought="a folder")
        sitting = Sitting(session, lambda kept: None)
        page = sitting.here
        assert page is not None
        if text:
            sitting.write(page.address(page.prompts[0]), Text(text=text))
        Notebook.open(top / "notebook").save(sitting.session)
        command = [str(Path(sys.executable).parent / "reflect-tui")]
        with Terminal(command, env={"REFLECT_TUI_HOME": home}) as terminal:
            terminal.click("Go on with")
            terminal.wait("Catch the talk")
            terminal.settle(0.6)
            # The caret stands at the end, as in the bare one.
            terminal.send("\x1b[1;5F")
            terminal.settle(0.6)
            yield terminal
