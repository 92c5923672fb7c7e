"""Cut off in the middle: killed, asked to end, the window closed, the disk full."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.journeys import story
from tests.support.person import Keys

WORDS = "She is streetwise, and nobody has asked who feeds the twi"


def kill(person: Keys) -> None:
    """The power goes, two seconds after the last key."""
    time.sleep(2)
    os.kill(person.terminal.pid, signal.SIGKILL)


def ask_to_end(person: Keys) -> None:
    """The computer shuts down, in the middle of a word."""
    os.kill(person.terminal.pid, signal.SIGTERM)


def close_the_window(person: Keys) -> None:
    """Somebody closes the window, in the middle of a word."""
    os.close(person.terminal.fd)


def in_the_middle_of_an_answer(home: Path) -> Keys:
    person = Keys(home, 80, 24)
    story.begin(person)
    person.next_to("Catch the talk")
    person.go_to(story.TALK)
    return person


@pytest.mark.parametrize(
    "cut",
    [
        kill,
        pytest.param(ask_to_end, marks=pytest.mark.slow),
        pytest.param(close_the_window, marks=pytest.mark.slow),
    ],
)
def test_not_one_letter_is_missing(tmp_path: Path, cut: Callable[[Keys], None]) -> None:
    person = in_the_middle_of_an_answer(tmp_path)
    person.type(WORDS)
    cut(person)
    person.terminal.gone()
    (response,) = story.kept(tmp_path).responses
    assert response.value.model_dump()["text"] == WORDS


def test_what_could_not_be_kept_is_said_and_kept_once_it_can_be(tmp_path: Path) -> None:
    person = in_the_middle_of_an_answer(tmp_path)
    sessions = tmp_path / "notebook" / "sessions"
    # A folder where the file's next state would be made: as root, no permission would stop it.
    away = tmp_path / "away"
    sessions.rename(away)
    sessions.write_text("not a folder", encoding="utf-8")
    person.terminal.send(WORDS)
    person.wait("NOT KEPT")
    assert "Traceback" not in person.text
    sessions.unlink()
    away.rename(sessions)
    person.wait(lambda: "NOT KEPT" not in person.text, 60)
    person.home_again()
    assert person.leave() == 0
    (response,) = story.kept(tmp_path).responses
    assert response.value.model_dump()["text"] == WORDS


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_line_by_line_a_signal_keeps_every_line(tmp_path: Path, number: int) -> None:
    program = subprocess.Popen(
        [sys.executable, "-m", "reflect_tui", "plain", "--notebook", str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env={**os.environ, "REFLECT_TUI_HOME": str(tmp_path / "home")},
    )
    assert program.stdin is not None
    assert program.stdout is not None
    typed = ["no", ".", "1", "1", ".", "1", story.BROUGHT, "no", "1", "yes", "one", "and another"]
    program.stdin.write("".join(f"{line}\n" for line in typed))
    program.stdin.flush()
    said = ""
    while "Write as many lines" not in said:
        said += program.stdout.readline()
    time.sleep(1)
    program.send_signal(number)
    rest, _ = program.communicate(timeout=20)
    assert program.returncode == 0
    assert "Everything is kept" in rest
    from reflect_tui.notebook.notebook import Notebook

    notebook = Notebook.open(tmp_path)
    (summary,) = notebook.sessions()
    (response,) = notebook.load(summary.id).responses
    assert response.value.model_dump()["text"] == "one\nand another"
