"""A file is opened by this computer's own program, or it is said that there is none."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from reflect_tui.errors import ReflectError
from reflect_tui.opening import open_with_its_program

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks for xdg-open")


@pytest.fixture
def desktop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of programs on a computer with a desktop; the file `note` beside it."""
    programs = tmp_path / "bin"
    programs.mkdir()
    monkeypatch.setenv("PATH", str(programs))
    monkeypatch.setenv("DISPLAY", ":0")
    (tmp_path / "a note; $(touch x).html").write_text("words")
    return programs


def note(programs: Path) -> Path:
    return next(programs.parent.glob("*.html"))


def an_opener(programs: Path, does: str) -> None:
    opener = programs / "xdg-open"
    opener.write_text(f"#!/bin/sh\n{does}\n")
    opener.chmod(0o755)


def test_it_is_handed_the_file_and_no_shell_reads_its_name(desktop: Path) -> None:
    told = desktop.parent / "told"
    an_opener(desktop, f"printf '%s' \"$1\" > '{told}'")
    open_with_its_program(note(desktop))
    assert told.read_text() == str(note(desktop))
    assert not Path("x").exists()


@pytest.mark.parametrize("why", ["none", "refuses", "no desktop"])
def test_with_nothing_to_open_it_with_it_says_where_it_lies(
    desktop: Path, monkeypatch: pytest.MonkeyPatch, why: str
) -> None:
    if why == "refuses":
        an_opener(desktop, "exit 3")
    if why == "no desktop":
        an_opener(desktop, "exit 0")
        monkeypatch.delenv("DISPLAY")
        monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    with pytest.raises(ReflectError, match="nothing here to open it with") as caught:
        open_with_its_program(note(desktop))
    assert caught.value.where == str(note(desktop))
    assert "open it from your files" in caught.value.do


def test_what_has_gone_meanwhile_is_said(tmp_path: Path) -> None:
    with pytest.raises(ReflectError, match="not there any more"):
        open_with_its_program(tmp_path / "gone.docx")
