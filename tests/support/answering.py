"""Commands that ask at a terminal, answered as somebody types."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tests.support.terminal import Terminal


@dataclass(frozen=True)
class Answered:
    """How a command left, and all that stood on the terminal then."""

    status: int
    text: str

    @property
    def recovery_words(self) -> str:
        """The recovery words that were shown, in their order."""
        found = re.findall(r"\b(\d{1,2}) ([a-z]+)\b", self.text)
        return " ".join(word for _, word in sorted((int(n), w) for n, w in found if int(n) < 13))


def answered(home: Path, arguments: Sequence[str], *answers: tuple[str, str]) -> Answered:
    """Run a command in a terminal of its own; each answer is typed once its question stands."""
    command = [sys.executable, "-m", "reflect_tui", *arguments]
    env = {"REFLECT_TUI_HOME": str(home)}
    with Terminal(command, env=env, columns=100, lines=40) as terminal:
        so_far: Counter[str] = Counter()
        for question, answer in answers:
            so_far[question] += 1
            terminal.wait(partial(_asked, terminal, question, so_far[question]))
            terminal.settle()
            terminal.send(f"{answer}\r")
            terminal.settle()
        status = terminal.ended(30)
        return Answered(status, terminal.text())


def _asked(terminal: Terminal, question: str, times: int) -> bool:
    return terminal.text().count(question) >= times
