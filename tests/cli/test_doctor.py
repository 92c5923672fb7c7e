"""What doctor finds, and that it changes nothing by looking."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reflect_tui import doctor
from reflect_tui.notebook.notebook import Notebook
from tests.cli.running import CommandLine
from tests.strategies import a_session


def everything(home: Path) -> dict[str, bytes]:
    """Every file with its bytes."""
    return {str(path): path.read_bytes() for path in home.rglob("*") if path.is_file()}


def test_a_sound_notebook_is_fine_and_left_as_it_is(filled: CommandLine) -> None:
    before = everything(filled.home)
    looked = filled("doctor")
    assert looked.status == 0
    assert "rights: only this user" in looked.out
    assert "no other is open" in looked.out
    assert "give it one" in looked.out.casefold()
    assert everything(filled.home) == before


def test_where_there_is_no_notebook_yet_it_makes_none(ask: CommandLine) -> None:
    looked = ask("doctor")
    assert looked.status == 0
    assert "none yet" in looked.out
    assert not ask.home.exists()


def test_another_window_strays_loose_rights_and_damage_are_told(filled: CommandLine) -> None:
    top = filled.home / "notebook"
    other = Notebook.open(top)
    assert other.take_over()
    (top / "sessions" / "abc.json.1234.part").write_bytes(b"half")
    (top / "sessions" / "holiday.png").write_bytes(b"x")
    (top / "damaged").mkdir(mode=0o700)
    (top / "damaged" / "abc-12345678.json").write_bytes(b"{")
    (top / "sessions").chmod(0o755)
    looked = filled("doctor")
    other.hold.release()
    for words in ("open in one now", "unfinished files", "holiday.png", "chmod", "1 copies"):
        assert words in looked.out


def test_a_link_inside_is_trouble(filled: CommandLine, tmp_path: Path) -> None:
    (filled.home / "notebook" / "sessions" / "led.json").symlink_to(tmp_path / "elsewhere")
    looked = filled("doctor")
    assert looked.status == 1
    assert "Links are not followed" in looked.out


def test_a_notebook_that_cannot_be_understood_is_trouble(filled: CommandLine) -> None:
    (filled.home / "notebook" / "notebook.toml").write_text("format = 99\n")
    looked = filled("doctor", "--json")
    assert looked.status == 1
    told = json.loads(looked.out)
    assert any(found["how"] == "trouble" and "newer version" in found["what"] for found in told)


def test_a_mistake_in_the_settings_is_told(filled: CommandLine) -> None:
    filled.choose("hide_afer = 3\n")
    assert "hide_after" in filled("doctor").out


@pytest.mark.parametrize(
    ("place", "name"),
    [
        ("/home/a/OneDrive - Council/notebook", "OneDrive"),
        ("/home/a/Dropbox/notebook", "Dropbox"),
        ("/Users/a/Library/Mobile Documents/com~apple~CloudDocs/n", "iCloud"),
        ("/home/a/Nextcloud/n", "Nextcloud"),
        ("/home/a/Box/n", "Box"),
        ("//server/share/n", "a network share"),
        ("/home/a/.local/share/reflect-tui/notebook", ""),
    ],
)
def test_a_folder_that_is_copied_elsewhere_is_known(place: str, name: str) -> None:
    assert doctor.synced(Path(place)) == name


def test_syncthing_is_known_by_its_mark(tmp_path: Path) -> None:
    (tmp_path / ".stfolder").mkdir()
    assert doctor.synced(tmp_path / "notebook") == "Syncthing"


def test_the_words_of_sessions_are_in_nothing_it_says(ask: CommandLine) -> None:
    ask.keep(a_session("quillwort"))
    assert "quillwort" not in ask("doctor").out + ask("doctor", "--json").out
