"""Between the program and the terminal: nothing acts, nothing breaks, nothing leaks."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.segment import Segment
from rich.style import Style
from textual.color import Color

from reflect_tui.clean import clean
from reflect_tui.tui.crash import report
from reflect_tui.tui.environment import scrub_environment
from reflect_tui.tui.terminal import Clean
from tests.support.terminal import Terminal

REFLECT = str(Path(sys.executable).parent / "reflect-tui")
ACTING = (
    "\x1b]52;c;aGk=\x07 \x1b]0;title\x07 \x1b[2J \x9b31m \u202eevil\u202c \U000e0041 \ufeff \x00 \r"
)


@given(st.text())
def test_nothing_that_could_act_is_ever_drawn(text: str) -> None:
    drawn = Clean().apply([Segment(text, Style())], Color(0, 0, 0))[0].text
    assert not any(ord(letter) < 32 or 127 <= ord(letter) < 160 for letter in drawn)
    assert not set(drawn) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
    drawn.encode("utf-8")


def test_textuals_own_control_segments_pass() -> None:
    home = Segment("\x1b[H", None, [(1,)])  # type: ignore[list-item]  # any control code will do
    assert Clean().apply([home], Color(0, 0, 0)) == [home]


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@pytest.mark.parametrize(
    "name", ["Zoë", "Nguyễn", "अनुष्का", "👩🏾‍🦱", "Ọlá", "שירה", "محمد", "a\tb\nc"]
)
def test_names_from_anywhere_stay_whole(name: str) -> None:
    assert clean(name) == name


def test_what_could_act_is_taken_out_of_typed_text() -> None:
    assert clean(ACTING).split() == ["]52;c;aGk=", "]0;title", "[2J", "31m", "evil"]


def test_variables_that_write_keystrokes_to_files_are_dropped(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name, value in list(os.environ.items()):
        if name.startswith("TEXTUAL"):
            monkeypatch.setenv(name, value)  # so that it is put back for the test runner
    for name in ("TEXTUAL_LOG", "TEXTUAL_DEBUG", "TEXTUAL_SCREENSHOT", "TEXTUAL", "TEXTUAL_DRIVER"):
        monkeypatch.setenv(name, "keys.txt")
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")
    scrub_environment()
    assert {name for name in os.environ if name.startswith("TEXTUAL")} == {"TEXTUAL_ANIMATIONS"}


def test_a_crash_says_no_word_of_anyones(tmp_path: Path) -> None:
    secret = "what she told me"
    try:
        raise ValueError(secret)
    except ValueError as error:
        words = report(error, tmp_path / "reports", kept=True).plain
    (written,) = (tmp_path / "reports").iterdir()
    told = words + written.read_text(encoding="utf-8")
    assert "Everything you wrote is kept" in words
    assert "ValueError" in told
    assert secret not in told
    assert written.stat().st_mode & 0o077 == 0


def test_a_crash_on_a_look_round_promises_nothing(tmp_path: Path) -> None:
    words = report(None, tmp_path, kept=True, demo=True).plain
    assert "thrown away" in words
    assert "is kept" not in words


def test_a_crash_where_no_report_can_be_written_still_says_what_happened(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    words = report(None, blocked, kept=False).plain
    assert "may not be kept" in words
    assert "could not be written" in words


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    (tmp_path / "settings.toml").write_text("introduced = true\n", encoding="utf-8")
    return {"REFLECT_TUI_HOME": str(tmp_path)}


def test_odd_bytes_from_the_terminal_end_nothing(home: dict[str, str]) -> None:
    with Terminal([REFLECT], env=home) as terminal:
        terminal.wait("Begin a session")
        terminal.send(b"\xff\xfe\xc3(")
        terminal.settle()
        terminal.key("ctrl+l")
        terminal.wait("Paused")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_ends_it_with_the_screen_restored(number: int, home: dict[str, str]) -> None:
    with Terminal([REFLECT], env=home) as terminal:
        terminal.wait("Begin a session")
        terminal.settle()
        os.kill(terminal.pid, number)
        assert terminal.ended() == 128 + number


def test_hidden_shows_nothing_but_that_it_is_paused(home: dict[str, str]) -> None:
    with Terminal([REFLECT], env=home) as terminal:
        terminal.click("Hide screen")
        terminal.wait("Paused")
        assert set(terminal.text().split()) <= {"Paused", "Enter", "brings", "it", "back"}
        terminal.key("enter")
        terminal.wait("Begin a session")


def test_a_dumb_terminal_gets_lines_and_not_one_escape(home: dict[str, str]) -> None:
    with Terminal([REFLECT], env={**home, "TERM": "dumb"}) as terminal:
        drawn = b""
        for _ in range(20):
            drawn += terminal.read(0.2)
    assert drawn
    assert b"\x1b" not in drawn
