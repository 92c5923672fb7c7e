"""The house holds: layers, size of modules, and a core that needs no screen."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from importlinter.api import read_configuration
from importlinter.cli import lint_imports

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "reflect_tui"
LONGEST = 300
LONGER_FOR_A_REASON: dict[str, str] = {}
"""Modules over the limit, each with the reason; a reason is a sentence, not a wish."""

CORE = [
    "reflect_tui.errors",
    "reflect_tui.paths",
    "reflect_tui.settings",
    "reflect_tui.files",
    "reflect_tui.practice.shelf",
    "reflect_tui.practice.check",
    "reflect_tui.session.sitting",
    "reflect_tui.notebook.notebook",
    "reflect_tui.notebook.saver",
    "reflect_tui.notes.supervision",
    "reflect_tui.notes.markdown",
    "reflect_tui.notes.formats",
    "reflect_tui.notes.docx",
    "reflect_tui.notes.html",
    "reflect_tui.plain.face",
    "reflect_tui.demo",
    "reflect_tui.commands",
    "reflect_tui.cli",
]


def in_a_fresh_interpreter(code: str) -> str:
    """What `code` prints in a Python that has imported nothing of ours."""
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=ROOT
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_every_contract_between_layers_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert len(read_configuration()["contracts_options"]) >= 3
    assert lint_imports(no_cache=True, show_timings=False, verbose=False) == 0


@pytest.mark.parametrize("module", CORE)
def test_the_core_and_the_command_line_import_without_a_screen(module: str) -> None:
    loaded = in_a_fresh_interpreter(
        f"import {module}, sys; print(*[m for m in sys.modules if m.split('.')[0] == 'textual'])"
    )
    assert loaded.strip() == ""


@pytest.mark.parametrize(
    "arguments", [["--help"], ["check"], ["list"], ["export", "nosuchid"], ["where"]]
)
def test_no_command_but_the_full_screen_imports_textual(
    arguments: list[str], tmp_path: Path
) -> None:
    loaded = in_a_fresh_interpreter(
        "import os, sys\n"
        f"os.environ['REFLECT_TUI_HOME'] = {str(tmp_path)!r}\n"
        "from reflect_tui.cli import main\n"
        "try:\n"
        f"    main({arguments!r})\n"
        "except SystemExit:\n"
        "    print('left')\n"
        "print('loaded:', *[m for m in sys.modules if m.split('.')[0] in ('textual', 'rich')])"
    )
    assert loaded.rstrip().endswith("loaded:")


def test_no_module_does_two_jobs() -> None:
    long = {
        str(path.relative_to(SOURCE)): lines
        for path in SOURCE.rglob("*.py")
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > LONGEST
    }
    assert set(long) == set(LONGER_FOR_A_REASON), long


def test_every_module_says_what_it_is_for() -> None:
    silent = [
        path.name
        for path in SOURCE.rglob("*.py")
        if not path.read_text(encoding="utf-8").startswith('"""')
    ]
    assert silent == []
