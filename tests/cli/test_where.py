"""`where`: every place one could look for, and whether there is anything yet."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

from reflect_tui import paths
from tests.cli.running import ACTING, CommandLine, program

ROWS = [
    "notebook",
    "settings",
    "notes are written to",
    "exercises, shipped",
    "exercises, your organisation's",
    "exercises, your own",
    "reports of a crash",
]
NOT_YET = "  (not made yet)"


def said(out: str) -> dict[str, str]:
    """What stands after each name."""
    return dict(line.split(": ", 1) for line in out.splitlines())


def test_every_place_is_said_and_asking_makes_none_of_them(ask: CommandLine) -> None:
    asked = ask("where")
    assert (asked.status, asked.err) == (0, "")
    assert list(said(asked.out)) == ROWS
    assert said(asked.out) == {
        "notebook": f"{ask.home / 'notebook'}{NOT_YET}",
        "settings": f"{ask.home / 'settings.toml'}{NOT_YET}",
        "notes are written to": f"{ask.home / 'notes'}{NOT_YET}",
        "exercises, shipped": str(paths.shipped_prompts()),
        "exercises, your organisation's": "none named in the settings",
        "exercises, your own": f"{ask.home / 'practice'}{NOT_YET}",
        "reports of a crash": f"{ask.home / 'reports'}{NOT_YET}",
    }
    assert not ask.home.exists()


def test_a_place_that_is_there_is_said_without_more(filled: CommandLine) -> None:
    assert said(filled("where").out)["notebook"] == str(filled.home / "notebook")


def test_without_a_home_of_ones_own_choosing_the_systems_places_are_said(
    ask: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(paths.HOME_VARIABLE)
    rows = said(ask("where").out)
    for name in ("notebook", "settings", "reports of a crash"):
        assert "reflect-tui" in rows[name]
        assert Path(rows[name].removesuffix(NOT_YET)).is_absolute()
    assert "Supervision notes" in rows["notes are written to"]


def test_what_was_chosen_in_the_settings_is_said(ask: CommandLine, tmp_path: Path) -> None:
    team, notes = tmp_path / "team", tmp_path / "notes here"
    team.mkdir()
    ask.choose(f"practice_folder = '{team}'\nnotes_folder = '{notes}'\n")
    rows = said(ask("where").out)
    assert rows["exercises, your organisation's"] == str(team)
    assert rows["notes are written to"] == f"{notes}{NOT_YET}"


def test_an_organisations_folder_that_is_not_there_shows(ask: CommandLine) -> None:
    ask.choose("practice_folder = '/gone/nowhere'\n")
    row = said(ask("where").out)["exercises, your organisation's"]
    assert row == f"{Path('/gone/nowhere').absolute()}{NOT_YET}"


def test_settings_that_cannot_be_followed_are_said_where_one_looks_for_them(
    ask: CommandLine,
) -> None:
    path = ask.choose("notes_folder = [\n")
    asked = ask("where")
    assert asked.status == 0
    assert list(said(asked.out)) == ROWS
    assert asked.err.startswith(
        f"reflect-tui: {path}, line 1: notes_folder: a bracket stands where"
    )


@pytest.mark.parametrize("before", [True, False])
def test_a_notebook_that_is_named_is_the_one_that_is_said(
    ask: CommandLine, tmp_path: Path, before: bool
) -> None:
    named = ["--notebook", str(tmp_path / "other")]
    asked = ask(*named, "where") if before else ask("where", *named)
    assert said(asked.out)["notebook"] == f"{tmp_path / 'other'}{NOT_YET}"


def test_a_place_one_may_not_look_at_is_said_all_the_same(
    ask: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Path.exists

    def exists(path: Path, **more: Any) -> bool:
        if path == ask.home / "notebook":
            raise PermissionError(13, "Permission denied", str(path))
        return real(path, **more)

    monkeypatch.setattr(Path, "exists", exists)
    rows = said(ask("where").out)
    assert rows["notebook"] == f"{ask.home / 'notebook'}  (cannot be looked at)"
    assert rows["settings"].endswith(NOT_YET)


def test_a_name_longer_than_any_disk_allows_is_said_all_the_same(ask: CommandLine) -> None:
    asked = ask("where", "--notebook", "a" * 300)
    assert (asked.status, list(said(asked.out))) == (0, ROWS)


@pytest.mark.parametrize("variable", [True, False])
def test_a_home_of_nobodys_is_said_plainly(
    ask: CommandLine, monkeypatch: pytest.MonkeyPatch, variable: bool
) -> None:
    wrong = "~nobody-of-that-name/x"
    if variable:
        monkeypatch.setenv(paths.HOME_VARIABLE, wrong)
    asked = ask("where") if variable else ask("where", "--notebook", wrong)
    assert (asked.status, asked.out) == (1, "")
    assert asked.err.startswith(f"reflect-tui: There is no home folder of that name ({wrong}). ")


def test_nothing_in_a_path_acts_on_a_terminal(ask: CommandLine) -> None:
    ask.choose('practice_folder = "/a\\u001b]0;owned\\u0007\\nb"\nnotes_folder = "/\\u009b2J"\n')
    asked = ask("where", "--notebook", f"/x{ACTING}\ny")
    assert list(said(asked.out)) == ROWS
    assert asked.plain
    ask.choose('theme = "\\u001b[31m"\n')
    assert ask("where").plain


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
def test_a_path_in_another_coding_than_the_terminals_is_no_trouble(tmp_path: Path) -> None:
    asked = program(["where", "--notebook", str(tmp_path / "caf\udce9")], tmp_path)
    assert (asked.returncode, asked.stderr) == (0, "")
    assert list(said(asked.stdout)) == ROWS
