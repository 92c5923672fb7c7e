"""The program in a process of its own: exit codes, pipes that close, odd codings, Ctrl+C."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from pathlib import Path

import pytest

from tests.cli.running import PROGRAM, CommandLine, environment, program
from tests.strategies import a_session

WORDS = "naïve – “mature for her age” 你好"


@pytest.fixture
def home(ask: CommandLine) -> Path:
    """A home whose notebook holds one session, with letters that not every coding has."""
    session = a_session(WORDS, brought="the blue folder – “hers”")
    moved = session.responses[0].model_copy(update={"in_note": True})
    ask.keep(session.model_copy(update={"responses": (moved,)}))
    return ask.home


@pytest.mark.parametrize(
    ("arguments", "status"),
    [(["list"], 0), (["show", "zzz"], 1), (["check", "not-there.md"], 1), (["lst"], 2)],
)
def test_the_exit_status_tells_how_it_went(home: Path, arguments: list[str], status: int) -> None:
    done = program(arguments, home)
    assert done.returncode == status
    assert bool(done.stderr) is (arguments[0] in ("show", "lst"))
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("arguments", [["list"], ["show", "a"], ["--help"]])
def test_a_reader_that_has_gone_is_no_trouble(
    home: Path, arguments: list[str], unbuffered: str
) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [*PROGRAM, *arguments],
        env=environment(home, PYTHONUNBUFFERED=unbuffered),
        stdin=subprocess.DEVNULL,
        stdout=writing,
        stderr=subprocess.PIPE,
        check=False,
        timeout=60,
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a full disk to write to")
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_disk_that_fills_up_under_the_output_is_said(home: Path, unbuffered: str) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*PROGRAM, "list"],
            env=environment(home, PYTHONUNBUFFERED=unbuffered),
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            timeout=60,
        )
    assert done.returncode == 1
    assert done.stderr == (
        b"reflect-tui: This could not be finished: the disk is full. "
        b"Nothing you wrote was changed.\n"
    )


CODINGS = [
    {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
    {"PYTHONIOENCODING": "ascii"},
    {"PYTHONIOENCODING": "latin-1"},
    {"PYTHONIOENCODING": "cp1252"},
]


@pytest.mark.parametrize("coding", CODINGS)
@pytest.mark.parametrize("arguments", [["show", "a"], ["export", "a", "--print"]])
def test_letters_a_terminal_lacks_become_question_marks_and_the_rest_is_shown(
    home: Path, arguments: list[str], coding: dict[str, str]
) -> None:
    done = program(arguments, home, **coding)
    assert (done.returncode, done.stderr) == (0, "")
    assert "mature for her age" in done.stdout
    assert "??" in done.stdout


@pytest.mark.parametrize("coding", CODINGS)
def test_what_goes_into_files_and_json_is_whole_whatever_the_terminal_can_show(
    home: Path, coding: dict[str, str]
) -> None:
    as_json = program(["show", "a", "--json"], home, **coding).stdout
    assert as_json == program(["show", "a", "--json"], home).stdout
    written = program(["export", "a"], home, **coding)
    assert WORDS in Path(written.stdout.strip()).read_text("utf-8")


@pytest.mark.parametrize("closed", ["<&-", ">&-"])
def test_without_anything_to_read_from_or_write_to_one_is_sent_to_a_terminal(
    home: Path, closed: str
) -> None:
    done = subprocess.run(
        ["sh", "-c", f'"$@" {closed}', "sh", *PROGRAM],
        env=environment(home),
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "reflect-tui: There is nothing to read from, or nothing to write to. "
        "Start it in a terminal.\n"
    )


def test_ctrl_c_in_the_middle_of_reading_ends_it_without_a_word(home: Path) -> None:
    held = home / "notebook" / "sessions" / "held.json"
    os.mkfifo(held)
    running = subprocess.Popen(
        [*PROGRAM, "list"],
        env=environment(home),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    with held.open("wb"):  # stands open once the program has begun to read it
        running.send_signal(signal.SIGINT)
        out, err = running.communicate(timeout=60)
    assert (running.returncode, out, err) == (130, b"", b"")


def test_ctrl_c_in_a_look_round_throws_it_away_all_the_same(tmp_path: Path) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    running = subprocess.Popen(
        [*PROGRAM, "demo", "--plain"],
        env=environment(tmp_path / "home", TMPDIR=str(temporary), PYTHONUNBUFFERED="1"),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert running.stdout is not None
    for line in running.stdout:
        if "What brings you here?" in line:
            break
    assert [path.name[:13] for path in temporary.iterdir()] == ["reflect-demo-"]
    running.send_signal(signal.SIGINT)
    out, err = running.communicate(timeout=60)
    assert (running.returncode, err) == (0, "")
    assert "Goodbye." in out
    assert list(temporary.iterdir()) == []
    assert not (tmp_path / "home").exists()


def test_the_command_that_is_installed_is_the_same_program(home: Path) -> None:
    installed = shutil.which("reflect-tui", path=str(Path(PROGRAM[0]).parent))
    assert installed is not None
    done = subprocess.run(
        [installed, "list"], env=environment(home), capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, program(["list"], home).stdout)
