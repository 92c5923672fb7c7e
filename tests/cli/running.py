"""Asking the command line, in this process or in one of its own, and hearing all it answers."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from reflect_tui.cli import main
from reflect_tui.notebook.notebook import Notebook
from reflect_tui.session.model import Session

ACTING = "\x1b]0;owned\x07\x1b[31m\x9b2J\u202e"
"""What would name a window, colour, clear a screen and turn the writing round."""
PROGRAM = [sys.executable, "-m", "reflect_tui"]


@dataclass(frozen=True)
class Answer:
    """How a command left, and what it said where."""

    status: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        """What it said, line by line."""
        return self.out.splitlines()

    @property
    def plain(self) -> bool:
        """Whether nothing of it acts on a terminal."""
        return not any(letter in self.out + self.err for letter in "\x1b\x07\x9b\u202e")


@dataclass
class CommandLine:
    """Somebody at a shell with a home of their own."""

    home: Path
    capsys: pytest.CaptureFixture[str]

    def __call__(self, *arguments: str | Path) -> Answer:
        """Run a command in this process."""
        self.capsys.readouterr()
        try:
            status = main([str(argument) for argument in arguments])
        except SystemExit as left:
            status = int(left.code or 0)
        said = self.capsys.readouterr()
        return Answer(status, said.out, said.err)

    @property
    def notebook(self) -> Notebook:
        """The notebook in the home, made when it isn't there."""
        return Notebook.open(self.home / "notebook")

    def keep(self, *sessions: Session) -> list[Session]:
        """Put sessions into the notebook."""
        notebook = self.notebook
        return [notebook.save(session) for session in sessions]

    def choose(self, settings: str) -> Path:
        """Write the settings file by hand."""
        self.home.mkdir(parents=True, exist_ok=True)
        path = self.home / "settings.toml"
        path.write_text(settings, "utf-8")
        return path


def environment(home: Path, **more: str) -> dict[str, str]:
    """What a program of its own finds: this home, and no choice of coding but the one given."""
    coding = ("LANG", "LC_", "PYTHONIOENCODING", "PYTHONUTF8", "PYTHONUNBUFFERED", "TERM")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(coding)}
    return {**kept, "REFLECT_TUI_HOME": str(home), "LC_ALL": "C.UTF-8", **more}


def program(arguments: Sequence[str], home: Path, **more: str) -> subprocess.CompletedProcess[str]:
    """Run the program in a process of its own, with nothing typed to it."""
    return subprocess.run(
        [*PROGRAM, *arguments],
        env=environment(home, **more),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        errors="surrogateescape",
        timeout=60,
        check=False,
    )
