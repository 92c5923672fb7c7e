"""`check`: what is wrong in what practice wrote, by file and line, for people and for programs."""

from __future__ import annotations

import json
import os
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest

from reflect_tui import paths
from tests.cli.running import ACTING, Answer, CommandLine

PROBLEM = re.compile(r"(?P<file>.+):(?P<line>\d+): (?P<code>[a-z0-9-]+) (?P<message>.+)")
SOUND = """\
---
exercise: first-visit
version: 1
title: Before a first visit
summary: What we have already decided.
clauses: ["2.9"]
---

# Before a first visit

Ten minutes.

## The picture {#picture}

### What do you expect to find? {#expected .text}
"""


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    """An exercise with nothing wrong in it."""
    path = tmp_path / "first-visit.md"
    path.write_text(SOUND, "utf-8")
    return path


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """The same with two mistakes."""
    path = tmp_path / "broken.md"
    text = SOUND.replace("titl", "titel").replace("{#expected .text}", "{#expected .txt}")
    path.write_text(text, "utf-8")
    return path


def codes(answer: Answer) -> list[tuple[str, int, str]]:
    """File's name, line and code of every problem that was printed."""
    found = [PROBLEM.fullmatch(line) for line in answer.lines]
    return [(Path(p["file"]).name, int(p["line"]), p["code"]) for p in found if p]


def test_what_comes_with_the_program_is_sound(ask: CommandLine) -> None:
    checked = ask("check")
    assert (checked.status, checked.out, checked.err) == (0, "Nothing is wrong.\n", "")
    assert ask("check", "--json").out == "[]\n"


def test_what_comes_with_the_program_is_sound_file_by_file_and_as_folders(
    ask: CommandLine,
) -> None:
    exercises = sorted(paths.shipped_prompts().glob("*.md"))
    assert len(exercises) > 5
    for what in (exercises, [paths.shipped_prompts(), paths.shipped_data()]):
        checked = ask("check", *what)
        assert (checked.status, checked.out) == (0, "Nothing is wrong.\n")


def test_a_mistake_is_told_by_file_line_and_code_and_with_what_to_write(
    ask: CommandLine, broken: Path
) -> None:
    checked = ask("check", broken)
    assert checked.status == 1
    assert len(codes(checked)) == len(checked.lines) >= 2
    assert ("broken.md", 4, "unknown-key") in codes(checked)
    assert ("broken.md", 15) in [(name, line) for name, line, _ in codes(checked)]
    assert all(line.startswith(f"{broken}:") for line in checked.lines)
    assert "(write title:)" in checked.out
    assert "(write .text)" in checked.out


def test_as_json_it_says_the_same_in_parts(ask: CommandLine, broken: Path) -> None:
    checked = ask("check", broken, "--json")
    assert checked.status == 1
    told = json.loads(checked.out)
    assert all(set(each) == {"file", "line", "code", "message"} for each in told)
    printed = [f"{p['file']}:{p['line']}: {p['code']} {p['message']}" for p in told]
    assert printed == ask("check", broken).lines


def test_of_several_files_only_what_is_wrong_is_told(
    ask: CommandLine, sound: Path, broken: Path
) -> None:
    assert ask("check", sound).status == 0
    checked = ask("check", sound, broken)
    assert checked.status == 1
    assert {name for name, _, _ in codes(checked)} == {"broken.md"}
    assert "Nothing is wrong" not in checked.out


def test_a_folder_is_checked_whole(ask: CommandLine, broken: Path) -> None:
    assert {name for name, _, _ in codes(ask("check", broken.parent))} == {"broken.md"}


@pytest.mark.parametrize(
    ("name", "code", "mend"),
    [
        ("not-there.md", "no-file", "check its name and folder"),
        ("gone/deeper.md", "no-file", "check its name and folder"),
        ("letter.txt", "unknown-file", "name an exercise, which ends in .md"),
        ("empty.md", "empty", ""),
    ],
)
def test_what_cannot_be_checked_is_named_with_what_to_do(
    ask: CommandLine, tmp_path: Path, name: str, code: str, mend: str
) -> None:
    for there in ("letter.txt", "empty.md"):
        (tmp_path / there).write_text("", "utf-8")
    checked = ask("check", tmp_path / name)
    assert checked.status == 1
    (line,) = checked.lines
    assert line.startswith(f"{tmp_path / name}:1: {code} ")
    assert mend in line


def test_a_file_one_may_not_read_is_named(
    ask: CommandLine, sound: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.open

    def opened(path: Path, *rest: Any, **more: Any) -> Any:
        if path == sound:
            raise PermissionError(13, "Permission denied", str(path))
        return real(path, *rest, **more)

    monkeypatch.setattr(os, "open", opened)
    checked = ask("check", sound)
    assert (checked.status, checked.err) == (1, "")
    assert codes(checked) == [("first-visit.md", 1, "cannot-read")]


def test_a_file_that_is_no_text_is_told(ask: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "picture.md").write_bytes(b"\x89PNG\r\n\x1a\n\xff\xfe\x00")
    checked = ask("check", tmp_path / "picture.md")
    assert checked.status == 1
    assert "not-utf-8" in {code for _, _, code in codes(checked)}
    assert checked.plain


@pytest.mark.parametrize("how", ["the organisation's", "one's own"])
def test_exercises_beside_the_shipped_ones_are_checked_without_being_named(
    ask: CommandLine, tmp_path: Path, broken: Path, how: str
) -> None:
    folder = ask.home / "practice"
    if how == "the organisation's":
        folder = tmp_path / "team"
        ask.choose(f"practice_folder = '{folder}'\n")
    folder.mkdir(parents=True)
    broken.rename(folder / "broken.md")
    checked = ask("check")
    assert checked.status == 1
    assert {name for name, _, _ in codes(checked)} == {"broken.md"}
    assert "not-offered" in {code for _, _, code in codes(checked)}


@pytest.mark.parametrize("folder", ["/gone/nowhere", "~nobody-of-that-name/team"])
def test_an_organisations_folder_that_is_not_there_is_told(ask: CommandLine, folder: str) -> None:
    ask.choose(f"practice_folder = '{folder}'\n")
    checked = ask("check")
    assert checked.status == 1
    (line,) = checked.lines
    assert line.startswith(f"{Path(folder)}:1: cannot-read this folder (your organisation's) ")


def test_mistakes_in_the_settings_file_are_told_as_any_other(ask: CommandLine) -> None:
    path = ask.choose("clock = true\npractise_folder = 'x'\n[keys]\nnext = 'alt+n'\n")
    checked = ask("check")
    assert (checked.status, checked.err) == (1, "")
    assert codes(checked) == [("settings.toml", 2, "unknown-key"), ("settings.toml", 4, "bad-keys")]
    assert checked.lines[0].startswith(f"{path}:2: unknown-key practise_folder: ")
    assert "did you mean practice_folder?" in checked.lines[0]
    assert [told["line"] for told in json.loads(ask("check", "--json").out)] == [2, 4]


def test_it_says_which_of_ones_own_it_read(ask: CommandLine, sound: Path) -> None:
    ask.choose(f"practice_folder = '{sound.parent}'\n")
    assert ask("check").out == "Nothing is wrong. Read: first-visit.md.\n"
    assert ask("check", sound.parent).out == "Nothing is wrong. Read: first-visit.md.\n"


def test_a_folder_without_an_exercise_is_named_with_what_files_must_be(
    ask: CommandLine, tmp_path: Path
) -> None:
    team = tmp_path / "team"
    (team / "October").mkdir(parents=True)
    (team / "October" / "first-visit.md").write_text(SOUND, "utf-8")
    ask.choose(f"practice_folder = '{team}'\n")
    checked = ask("check")
    assert checked.status == 0
    assert checked.lines[0] == "Nothing is wrong."
    assert checked.lines[1].startswith(f"No exercise was found in {team}: their names must end in")
    # Local lines alone are what the program itself makes there.
    (team / "October").rename(tmp_path / "elsewhere")
    (team / "local.yaml").write_text("lado: x\n", "utf-8")
    assert ask("check").out == "Nothing is wrong.\n"


def test_what_is_plainly_meant_as_an_exercise_and_not_read_is_told(
    ask: CommandLine, tmp_path: Path
) -> None:
    team = tmp_path / "team"
    (team / "prompts").mkdir(parents=True)
    for name, text in {
        "a.md.txt": "",
        "b.txt": SOUND,
        "letter.txt": "Dear all",
        "~$c.md.docx": "",
        "prompts/d.md.docx": "",
        "prompts/kept.md.bak": SOUND,
        "e.md": SOUND,
        "notes.md": "# Ours",
    }.items():
        (team / name).write_text(text, "utf-8")
    with zipfile.ZipFile(team / "f.docx", "w") as word:
        word.writestr("word/document.xml", "<w:body><w:p><w:t>exercise: f</w:t></w:p></w:body>")
    ask.choose(f"practice_folder = '{team}'\n")
    assert codes(ask("check")) == [
        ("a.md.txt", 1, "not-read"),
        ("b.txt", 1, "not-read"),
        ("e.md", 1, "not-in-prompts"),
        ("f.docx", 1, "not-read"),
        ("d.md.docx", 1, "not-read"),
    ]
    told = ask("check", team).lines
    assert any("(name it a.md)" in line for line in told)
    assert told[-1].endswith("(in Word: Save as, Plain text, and name it d.md)")


def test_a_file_beside_the_exercises_under_nearly_its_name_is_told(
    ask: CommandLine, tmp_path: Path
) -> None:
    team = tmp_path / "team"
    (team / "minds.yaml").mkdir(parents=True)
    for name in ("Clauses.YML", "hints.yaml.txt", "risk.docx", "local.yaml.docx", "x.yaml"):
        (team / name).write_text("", "utf-8")
    ask.choose(f"practice_folder = '{team}'\n")
    assert codes(ask("check")) == [
        ("Clauses.YML", 1, "not-read"),
        ("hints.yaml.txt", 1, "not-read"),
        ("local.yaml.docx", 1, "not-read"),
        ("minds.yaml", 1, "cannot-read"),
    ]
    assert any("(name it hints.yaml)" in line for line in ask("check", team).lines)
    (team / "data").mkdir()
    (team / "data" / "hints.yaml").write_text("", "utf-8")
    assert "hints.yaml.txt" not in ask("check").out


def test_a_word_document_is_told_as_one_whatever_its_name(ask: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "x.md"
    path.write_bytes(b"PK\x03\x04\x14\x00\xff")
    checked = ask("check", path)
    assert codes(checked) == [("x.md", 1, "word-document")]
    assert "(in Word: Save as, Plain text, and let its name end in .md)" in checked.out


def test_nothing_in_a_file_acts_on_a_terminal(ask: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "first-visit.md"
    escaped = '"\\e]0;owned\\a\\e[31m\\x9b\\u202e"'
    text = SOUND.replace("summary:", f"{escaped}: x\nrole: {escaped}\nsummary:")
    path.write_text(text.replace("# Before", f"# {ACTING}Before"), "utf-8")
    checked = ask("check", path)
    assert {"unknown-key", "unknown-value", "control-character"} <= {
        code for _, _, code in codes(checked)
    }
    assert len(codes(checked)) == len(checked.lines)
    assert checked.plain
    as_json = ask("check", path, "--json")
    assert as_json.plain
    assert as_json.out.isascii()


def test_nothing_in_a_files_name_acts_on_a_terminal(ask: CommandLine, tmp_path: Path) -> None:
    checked = ask("check", tmp_path / f"a{ACTING}\nb.md")
    assert len(checked.lines) == 1
    assert checked.plain


def test_a_folder_with_nothing_to_check_is_not_said_to_be_sound(
    ask: CommandLine, tmp_path: Path
) -> None:
    (tmp_path / "empty").mkdir()
    called = ask("check", tmp_path / "empty")
    assert called.status == 1
    assert "nothing that can be checked" in called.out
