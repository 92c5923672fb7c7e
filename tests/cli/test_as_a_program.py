"""The program in a process of its own: exit codes, pipes that close, odd codings, Ctrl+C."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Timer

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
@pytest.mark.parametrize("arguments", [["list"], ["--help"]])
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
def test_a_disk_that_fills_up_under_the_output_is_said(home: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*PROGRAM, "list"],
            env=environment(home),
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
    {"PYTHONIOENCODING": "cp1252"},
]


@pytest.mark.parametrize("coding", CODINGS)
def test_letters_a_terminal_lacks_become_question_marks_and_the_rest_is_shown(
    home: Path, coding: dict[str, str]
) -> None:
    done = program(["show", "a"], home, **coding)
    assert (done.returncode, done.stderr) == (0, "")
    assert "mature for her age" in done.stdout
    assert "??" in done.stdout


def test_what_goes_into_files_and_json_is_whole_whatever_the_terminal_can_show(
    home: Path,
) -> None:
    coding = CODINGS[0]
    as_json = program(["show", "a", "--json"], home, **coding).stdout
    assert json.loads(as_json)["responses"][0]["value"]["text"] == WORDS
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


@contextmanager
def started(arguments: list[str], environment: dict[str, str]) -> Iterator[subprocess.Popen[str]]:
    """The program, running; ended after a minute whatever it waits for.

    Ctrl+C reaches it also where the tests themselves run in the background, deaf to it.
    """
    pipe = subprocess.PIPE
    with subprocess.Popen(
        [*PROGRAM, *arguments],
        env=environment,
        stdin=pipe,
        stdout=pipe,
        stderr=pipe,
        text=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    ) as running:
        end = Timer(60, running.kill)
        end.start()
        try:
            yield running
        finally:
            end.cancel()
            running.kill()


def opened_by_its_reader(held: Path, running: subprocess.Popen[str]) -> int:
    """The writing end of a pipe once the program has begun to read it."""
    while running.poll() is None:
        try:
            return os.open(held, os.O_WRONLY | os.O_NONBLOCK)
        except OSError:
            time.sleep(0.01)  # nobody reads it yet
    pytest.fail("the program ended before it read the file")


def test_ctrl_c_in_the_middle_of_reading_ends_it_without_a_word(home: Path) -> None:
    held = home / "settings.toml"
    os.mkfifo(held)
    with started(["check"], environment(home)) as running:
        descriptor = opened_by_its_reader(held, running)
        # One that comes in the instant before the reading begins wakes nobody, so it is sent as
        # somebody would press it: again, a second later.
        while running.poll() is None:
            running.send_signal(signal.SIGINT)
            with suppress(subprocess.TimeoutExpired):
                running.wait(timeout=1)
        out, err = running.communicate()
        os.close(descriptor)
    assert (running.returncode, out, err) == (130, "", "")


def test_ctrl_c_in_a_look_round_throws_it_away_all_the_same(tmp_path: Path) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    own = environment(tmp_path / "home", TMPDIR=str(temporary), PYTHONUNBUFFERED="1")
    with started(["demo", "--plain"], own) as running:
        assert running.stdout is not None
        assert any("What brings you here?" in line for line in running.stdout)
        assert [path.name[:13] for path in temporary.iterdir()] == ["reflect-demo-"]
        running.send_signal(signal.SIGINT)
        out, err = running.communicate()
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
    assert done.returncode == 0
    assert "the blue folder" in done.stdout
