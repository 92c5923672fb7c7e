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
from reflect_tui.session.model import Session
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
    for words, text in {"an empty answer": "", "2 KB in paragraphs": paragraphs(2_000)}.items():
        with _bare(text) as bare, _ours(text) as ours:
            took = in_turn(bare, ours)
        for share, target in ((50, "≤ 1.25"), (99, "≤ 1.0")):
            plain, own = (percentile(times, share) for times in took)
            rows.append(Row(f"key to screen, {words}, p{share}, bare", plain, None, ""))
            rows.append(Row(f"key to screen, {words}, p{share}, ours", own, plain, target))
    return rows


def in_turn(bare: Terminal, ours: Terminal, keys: int = KEYS) -> tuple[list[float], list[float]]:
    """Seconds from a key to the screen in both, a key here and a key there."""
    took: tuple[list[float], list[float]] = ([], [])
    for number in range(keys):
        letter = _LETTERS[number % len(_LETTERS)]
        for times, terminal in zip(took, (bare, ours), strict=True):
            times.append(_type(terminal, letter))
    return took


def _type(terminal: Terminal, letter: str) -> float:
    took = terminal.echo(letter)
    terminal.send("\x7f")
    terminal.settle(0.03, 0.5)
    # A person's rhythm: the saver writes between the keys, as it does in life.
    time.sleep(0.02)
    return took


def paragraphs(size: int) -> str:
    """Ordinary paragraphs of so many letters."""
    paragraph = _PARAGRAPH * 3
    return "\n\n".join([paragraph] * max(1, size // len(paragraph)))


def percentile(times: list[float], share: int) -> float:
    """The time within which so many in a hundred were."""
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
    sitting = a_sitting("counterfactual")
    page = sitting.here
    assert page is not None
    if text:
        sitting.write(page.address(page.prompts[0]), Text(text=text))
    with opened(sitting.session, "Catch the talk") as terminal:
        yield terminal


def a_sitting(exercise: str) -> Sitting:
    """A new session alone over one exercise."""
    shelf = Shelf.open([Place(paths.shipped_prompts().parent, "shipped")])
    kept = shelf.get(exercise)
    assert kept is not None
    session = begin(Way.SOLO, Service.CHILDREN, {exercise: (kept.exercise, False)}, brought="a box")
    return Sitting(session, lambda kept: None)


@contextmanager
def opened(session: Session, title: str, *keys: str) -> Iterator[Terminal]:
    """The program with a kept session gone on with, the caret at the end of what `keys` reach."""
    with tempfile.TemporaryDirectory() as home:
        top = Path(home)
        (top / "settings.toml").write_text("introduced = true\n", encoding="utf-8")
        Notebook.open(top / "notebook").save(session)
        command = [str(Path(sys.executable).parent / "reflect-tui")]
        with Terminal(command, env={"REFLECT_TUI_HOME": home}) as terminal:
            terminal.click("Go on with")
            terminal.wait(title)
            terminal.settle(0.6)
            for key in (*keys, "\x1b[1;5F"):
                terminal.send(key)
                terminal.settle(0.6)
            yield terminal
