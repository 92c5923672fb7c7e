"""A shell with a home of its own for every story, empty or with the invented notebook in it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from reflect_tui import paths
from reflect_tui.demo import fill
from reflect_tui.notebook.notebook import Notebook
from reflect_tui.practice.shelf import Place, Shelf
from tests.cli.running import CommandLine


@pytest.fixture(scope="session")
def shipped() -> Shelf:
    """What comes with the program, and nothing else."""
    return Shelf.open([Place(paths.shipped_prompts().parent, "shipped")])


@pytest.fixture(scope="session")
def invented(shipped: Shelf, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented notebook, filled once; for copying, not for changing."""
    folder = tmp_path_factory.mktemp("invented") / "notebook"
    fill(Notebook.open(folder), shipped, paths.shipped_data() / "demo")
    return folder


@pytest.fixture
def ask(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> CommandLine:
    """A shell where the program was never started."""
    home = tmp_path / "home"
    monkeypatch.setenv(paths.HOME_VARIABLE, str(home))
    return CommandLine(home, capsys)


@pytest.fixture
def filled(ask: CommandLine, invented: Path) -> CommandLine:
    """A shell where the usual notebook holds the invented sessions."""
    shutil.copytree(invented, ask.home / "notebook")
    return ask
