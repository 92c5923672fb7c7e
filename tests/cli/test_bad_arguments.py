"""Calls that are off and notebooks that aren't there: said plainly, and nothing is made."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from reflect_tui import __version__, commands
from tests.cli.running import ACTING, CommandLine
from tests.strategies import a_session

COMMANDS = ["demo", "plain", "list", "show", "export", "check", "facilitator", "where"]
READING = [("list",), ("show", "a"), ("export", "a")]


@pytest.fixture
def other(ask: CommandLine, tmp_path: Path) -> CommandLine:
    """A shell whose usual notebook holds one session, with another notebook beside it."""
    for shell, word in ((ask, "usual"), (CommandLine(tmp_path / "other", ask.capsys), "other")):
        session = a_session(f"{word} words", brought=f"the {word} folder")
        moved = session.responses[0].model_copy(update={"in_note": True})
        shell.keep(session.model_copy(update={"responses": (moved,)}))
    return ask


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_every_command_has_an_example(ask: CommandLine, command: str) -> None:
    helped = ask(command, "--help")
    assert (helped.status, helped.err) == (0, "")
    assert helped.out.startswith(f"usage: reflect-tui {command} ")
    assert helped.lines[-1].startswith(f"Example: reflect-tui {command}")


def test_the_programs_own_help_names_every_command(ask: CommandLine) -> None:
    helped = ask("--help")
    assert helped.status == 0
    assert set(COMMANDS) <= {line.split()[0] for line in helped.lines if line.startswith("    ")}
    assert "reflect-tui demo" in helped.out


def test_the_version_is_told(ask: CommandLine) -> None:
    assert ask("--version").out == f"reflect-tui {__version__}\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["lst"], "invalid choice: 'lst' (choose from"),
        (["show"], "the following arguments are required: ID"),
        (["export"], "the following arguments are required: ID"),
        (["list", "--jsn"], "unrecognized arguments: --jsn"),
        (["list", "too", "much"], "unrecognized arguments: too much"),
        (["export", "a", "--to"], "argument --to: expected one argument"),
        (["list", "--notebook"], "argument --notebook: expected one argument"),
    ],
)
def test_a_call_that_is_off_is_told_what_is_off_and_where_to_look(
    ask: CommandLine, arguments: list[str], said: str
) -> None:
    called = ask(*arguments)
    assert (called.status, called.out) == (2, "")
    usage, *_, complaint = called.err.splitlines()
    assert usage.startswith("usage: reflect-tui")
    assert said in complaint
    assert complaint.startswith("reflect-tui")
    assert ". Try: reflect-tui" in complaint
    assert complaint.endswith(" --help")
    assert not ask.home.exists()


def test_nothing_in_a_call_that_is_off_acts_on_a_terminal(ask: CommandLine) -> None:
    for arguments in ([ACTING], ["list", ACTING], ["show", "a", f"--{ACTING}\n=b"]):
        called = ask(*arguments)
        assert called.status == 2
        assert called.plain


@pytest.mark.parametrize("before", [True, False])
@pytest.mark.parametrize("command", [("list",), ("show", "a"), ("export", "a", "--to")])
def test_a_notebook_that_is_named_is_the_one_that_is_used_wherever_its_name_stands(
    other: CommandLine, tmp_path: Path, command: tuple[str, ...], before: bool
) -> None:
    named = ["--notebook", str(tmp_path / "other" / "notebook")]
    rest = [*command, str(tmp_path / "notes")] if "--to" in command else list(command)
    called = other(*named, *rest) if before else other(*rest, *named)
    assert called.status == 0
    written = "".join(path.read_text("utf-8") for path in (tmp_path / "notes").glob("*"))
    assert "other" in called.out + written
    assert "usual" not in called.out + written


@pytest.mark.parametrize("command", READING)
@pytest.mark.parametrize("place", ["no folder", "a file", "another folder"])
def test_reading_a_notebook_that_is_not_there_makes_none(
    other: CommandLine, tmp_path: Path, command: tuple[str, ...], place: str
) -> None:
    named = tmp_path / "named"
    if place == "a file":
        named.write_text("dear", "utf-8")
    elif place == "another folder":
        named.mkdir()
    before = sorted(tmp_path.rglob("*"))
    called = other(*command, "--notebook", named)
    assert (called.status, called.out) == (1, "")
    assert called.err == (
        f"reflect-tui: There is no notebook here ({named}). "
        "Check its name; `reflect-tui where` says where your usual one is.\n"
    )
    assert sorted(tmp_path.rglob("*")) == before


def test_opening_a_file_as_a_notebook_is_refused_and_the_file_left(
    ask: CommandLine, tmp_path: Path
) -> None:
    letter = tmp_path / "letter"
    letter.write_text("dear", "utf-8")
    called = ask("plain", "--notebook", letter)
    assert (called.status, called.out) == (1, "")
    assert "a file stands where a folder is needed" in called.err
    assert letter.read_text("utf-8") == "dear"


def refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on nothing can be written anywhere, whoever asks."""
    real = os.open

    def opened(path: Any, flags: int, *rest: Any, **more: Any) -> int:
        if flags & (os.O_CREAT | os.O_WRONLY | os.O_RDWR):
            raise PermissionError(13, "Permission denied", str(path))
        return real(path, flags, *rest, **more)

    def denied(path: Any, *rest: Any, **more: Any) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(os, "open", opened)
    for name in ("mkdir", "rename", "replace", "unlink"):
        monkeypatch.setattr(os, name, denied)


def test_a_notebook_that_can_only_be_read_is_read(
    other: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refused(monkeypatch)
    named = tmp_path / "other" / "notebook"
    assert "the other folder" in other("list", "--notebook", named).out
    assert "other words" in other("show", "a", "--notebook", named).out
    assert "the usual folder" in other("list").out


@pytest.mark.parametrize("command", [("list",), ("plain",)])
def test_where_no_notebook_can_be_made_one_is_told_why(
    ask: CommandLine, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    refused(monkeypatch)
    called = ask(*command)
    assert (called.status, called.out) == (1, "")
    assert called.err.startswith("reflect-tui: Not kept: the folder may not be written to (")
    assert called.err.endswith("Ask for the right to write there.\n")


def test_a_notebook_one_may_not_read_is_said(
    other: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.open

    def opened(path: Any, *rest: Any, **more: Any) -> Any:
        if str(path).endswith("notebook.toml"):
            raise PermissionError(13, "Permission denied", str(path))
        return real(path, *rest, **more)

    monkeypatch.setattr(os, "open", opened)
    called = other("list")
    assert (called.status, called.out) == (1, "")
    assert called.err.startswith("reflect-tui: This file cannot be read now: ")
    assert "you may not open it" in called.err
    assert "Nothing was changed." in called.err


def test_ctrl_c_ends_a_command_without_a_word(
    ask: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(_: Any) -> Any:
        raise KeyboardInterrupt

    monkeypatch.setattr(commands, "open_notebook", stopped)
    called = ask("list")
    assert (called.status, called.out, called.err) == (130, "", "")


def test_trouble_that_nobody_thought_of_with_a_file_is_said_and_not_thrown(
    ask: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(_: Any) -> Any:
        raise OSError(5, "Input/output error", f"/x{ACTING}/y")

    monkeypatch.setattr(commands, "open_notebook", failing)
    called = ask("list")
    assert called.status == 1
    assert called.plain
    assert called.err.startswith(
        "reflect-tui: This could not be finished: the disk did not answer (/x"
    )
    assert called.err.endswith("/y). Nothing you wrote was changed.\n")
