"""The settings file: every mistake named with what to write instead, and nothing of it lost."""

from __future__ import annotations

import stat
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from reflect_tui.errors import NotKept
from reflect_tui.settings import Settings, load
from reflect_tui.settings_file import Keeper, save

BY_HAND = """\
# Ours, since May.
theme   =  "paper"   # light, for the window desk
future = {a = 1}  # somebody else's

services = [
  "adults",  # mostly
]
hide_after = 0x0A

[keys]
# The old hand.
next = "f10"

[another.program]
x = '''
theme = "no"'''
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


def told(file: Path, text: str) -> list[tuple[int, str]]:
    """The line and the message of every mistake."""
    file.write_text(text, "utf-8")
    return [(fault.line, fault.message) for fault in load(file).faults]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('practise_folder = "x"', ["practise_folder: ", "did you mean practice_folder?"]),
        (
            r'practice_folder = "C:\Team\practice"',
            [
                r"between double quotes \ means something else",
                'write / between folders: practice_folder = "C:/Team/practice"',
                r"or single quotes: practice_folder = 'C:\Team\practice'",
            ],
        ),
        # It can be read, as a line end and a tab: what stands there is still a folder.
        (r'practice_folder = "C:\new\team"', ['practice_folder = "C:/new/team"']),
        (r'notes_folder = "\\server\share\me"', ['notes_folder = "//server/share/me"']),
        ("practice_folder = “C:/Team”", ["curly quotes", 'practice_folder = "C:/Team"']),
        ("services = [“children”]", ["curly quotes", 'services = ["children"]']),
        ("theme = paper", ["quotes are missing", 'write theme = "paper"']),
        ('theme = "paper', ["never closes", 'write theme = "paper"']),
        ('theme: "paper"', ["a colon", 'write theme = "paper"']),
        ('theme = "light"', ["no colours called light", 'write theme = "paper"']),
        ("clock = yes", ["neither true nor false", "write clock = true"]),
        ("hide_after = 20 minutes", ["no number of minutes", "write hide_after = 20"]),
        ('hide_after = "20"', ["no number of minutes", "write hide_after = 20"]),
        ("services = childrens", ["quotes are missing"]),
        ('services = "both"', ['write services = ["children", "adults"]']),
        ("theme =", ["nothing stands after ="]),
        ("just words", ["this line is no setting"]),
    ],
)
def test_a_mistake_is_told_with_line_and_key_and_the_line_as_it_was_meant(
    file: Path, line: str, said: list[str]
) -> None:
    ((number, message),) = told(file, f"# ours\nlock_after = 5\n{line}\nintroduced = true\n")
    assert number == 3
    assert all(words in message for words in said)
    loaded = load(file)
    assert loaded.settings == Settings(introduced=True, lock_after=5)
    assert loaded.problems[0].startswith(f"{file}, line 3: ")


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ('nxet = "f10"', ["did you mean next?"]),
        ('next = "alt+n"', ["no terminal sends Alt+N", "choose Ctrl with one of"]),
        ('next = "ctrl+shift+n"', ["no terminal sends Ctrl+Shift+N"]),
        ('next = "ctrl+m"', ["sends Enter for it"]),
        ('next = "Ctrl+C"', ["needed for writing"]),
        ('next = "n"', ["typed into the text"]),
        (
            'next = "f3"',
            ["F3 is taken: it is for “Back a step”", "give “Back a step” another one first"],
        ),
        ('steps = "f10"\nnext = "f10"', ["F10 is taken"]),
        ('next = ""', ['write next = "ctrl+n, f4"']),
        ("next = 4", ["no text in quotes"]),
    ],
)
def test_keys_that_cannot_be_are_told_and_what_they_were_for_keeps_its_usual_ones(
    file: Path, keys: str, said: list[str]
) -> None:
    ((number, message),) = told(file, f"introduced = true\n[keys]\n{keys}\n")
    assert number in (3, 4)
    assert all(words in message for words in said)
    assert "next" not in dict(load(file).settings.keys)


def test_two_actions_can_give_each_other_their_keys(file: Path) -> None:
    assert told(file, '[keys]\nnext = "F3"\nback = "Ctrl+N or F4"\n') == []
    assert load(file).settings.keys == (("next", ("f3",)), ("back", ("ctrl+n", "f4")))


def test_every_mistake_is_told_at_once_and_the_rest_is_used(file: Path) -> None:
    text = 'theme = paper\nclock = false\nservices = ["adults"\nhide_afer = 3\nclock = true\n'
    assert [line for line, _ in told(file, text)] == [1, 3, 4, 5]
    assert load(file).settings == Settings(introduced=True, clock=False)


def test_a_file_in_another_coding_is_told(file: Path) -> None:
    file.write_bytes('theme = "ink"\n# caf\xe9\n'.encode("latin-1"))
    assert load(file).problems[0].startswith(f"{file}, line 2: this file is not written in UTF-8")


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_a_choice_changes_its_own_line_and_no_other(file: Path, end: str, mark: bytes) -> None:
    file.write_bytes(mark + BY_HAND.replace("\n", end).encode())
    before = load(file).settings
    assert (before.theme, before.hide_after, before.services) == ("paper", 10, ("adults",))
    save(file, before, replace(before, theme="ink", hide_after=7, keys=(("note", ("f11",)),)))
    wanted = BY_HAND.replace('"paper"', '"ink"', 1).replace("0x0A", "7", 1)
    wanted = wanted.replace('next = "f10"\n', 'note = "f11"\n').replace("\n", end)
    assert file.read_bytes() == mark + wanted.encode()


def test_what_was_chosen_by_hand_meanwhile_stays(file: Path) -> None:
    keep = Keeper(file, Settings())
    keep(Settings(introduced=True))
    assert "# Minutes without a key" in file.read_text("utf-8")
    file.write_text('hide_after = 3\ntheme = "ink"', "utf-8")
    keep(Settings(introduced=True, theme="paper", notes_folder="C:\\Notes"))
    assert file.read_text("utf-8").startswith('hide_after = 3\ntheme = "paper"\nnotes_folder = ')
    assert load(file).settings == Settings(theme="paper", notes_folder="C:\\Notes", hide_after=3)


def test_questions_about_wording_are_switched_off_and_on_by_their_ids(file: Path) -> None:
    file.write_text('theme = "paper"  # for the sun\n\n[keys]\nnext = "f10"\n', "utf-8")
    before = load(file).settings
    keep = Keeper(file, before)
    keep(replace(before, hints_off=("race", "our-own"), hints_on=("broad-label",)))
    loaded = load(file)
    assert loaded.faults == ()
    assert loaded.settings.hints_off == ("race", "our-own")
    assert loaded.settings.hints_on == ("broad-label",)
    assert "# for the sun" in file.read_text("utf-8")
    keep(replace(before, hints_on=("broad-label",)))
    assert load(file).settings.hints_off == ()


@pytest.mark.parametrize(
    ("line", "instead"),
    [
        ('hints_off = "race"', 'hints_off = ["race"]'),
        ('hints_off = ["race", 3]', 'hints_off = ["race"]'),
        ('hints_on = ["A word"]', "hints_on = ["),
        ("hint_off = []", "hints_off"),
    ],
)
def test_what_is_no_list_of_questions_is_told(file: Path, line: str, instead: str) -> None:
    file.write_text(f"clock = false\n{line}\n", "utf-8")
    (fault,) = load(file).faults
    assert fault.line == 2
    assert instead in fault.do
    assert load(file).settings.hints_off == ()


def test_a_new_file_holds_everything_and_is_nobody_elses(file: Path) -> None:
    chosen = Settings(True, ("adults",), "paper", False, 0, 1, "C:\\Team", "", (("next", ("f3",)),))
    save(file, Settings(), replace(chosen, keys=(("next", ("f10", "f4")),)))
    assert load(file).settings == replace(chosen, keys=(("next", ("f10", "f4")),))
    assert load(file).faults == ()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


@pytest.mark.parametrize("text", ['theme = "ink\n', 'theme = "ink"\ntheme = "ink"\n'])
def test_a_file_that_is_no_toml_is_never_written_over(file: Path, text: str) -> None:
    file.write_text(text, "utf-8")
    with pytest.raises(NotKept, match=r"settings file has a mistake.*line \d.*Mend that line"):
        save(file, Settings(), Settings(theme="paper"))
    assert file.read_text("utf-8") == text


def test_keys_chosen_on_one_line_are_changed_there(file: Path) -> None:
    file.write_text('theme = "ink"\nkeys = {next = "f10"}\n', "utf-8")
    before = load(file).settings
    save(file, before, replace(before, keys=(("next", ("f11",)),)))
    assert tomllib.loads(file.read_text("utf-8"))["keys"] == {"next": "f11"}


def test_a_link_to_a_file_elsewhere_stays_a_link(file: Path, tmp_path: Path) -> None:
    real = tmp_path / "real.toml"
    real.write_text("clock = true\n", "utf-8")
    file.symlink_to(real)
    save(file, Settings(), Settings(clock=False))
    assert file.is_symlink()
    assert real.read_text("utf-8") == "clock = false\n"
