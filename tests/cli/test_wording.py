"""`reflect-tui wording`: any text file, or what is piped in, line by line or as JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.running import ACTING, CommandLine

TEXT = "é Tea at four.\nMother presented as aggressive.\nHe is streetwise.\n"


@pytest.fixture
def note(tmp_path: Path) -> Path:
    file = tmp_path / "note.md"
    file.write_text(TEXT, "utf-8")
    return file


def test_each_question_stands_under_its_line_and_words(ask: CommandLine, note: Path) -> None:
    answer = ask("wording", note)
    assert (answer.status, answer.err) == (0, "")
    assert answer.lines[1] == "line 2: aggressive (standard 2.9)"
    assert answer.lines[2].endswith("after what?")
    assert len(answer.lines) == 4


def test_a_question_from_the_preface_is_told_as_such(ask: CommandLine, tmp_path: Path) -> None:
    file = tmp_path / "note.md"
    file.write_text("BAME carers came.", "utf-8")
    assert ask("wording", file).lines[1] == "line 1: BAME (the standards’ preface)"


def test_as_json_it_says_where_in_characters(ask: CommandLine, note: Path) -> None:
    answer = ask("wording", note, "--service", "children", "--json")
    first, second = json.loads(answer.out)
    assert list(first) == ["start", "end", "text", "rule", "clause", "ask"]
    assert (first["start"], first["end"], first["rule"]) == (35, 45, "aggressive")
    assert TEXT[second["start"] : second["end"]] == "streetwise"
    assert second["clause"] == "1.11"


def test_nothing_asked_is_said_and_is_well(ask: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "calm.txt").write_text("She drew a cat.", "utf-8")
    answer = ask("wording", tmp_path / "calm.txt")
    assert answer.status == 0
    assert answer.lines[0] == "Nothing is asked about this text."
    assert json.loads(ask("wording", tmp_path / "calm.txt", "--json").out) == []


def test_what_was_switched_off_in_the_settings_is_not_asked(ask: CommandLine, note: Path) -> None:
    ask.choose('hints_off = ["aggressive"]\n')
    assert "aggressive" not in ask("wording", note).out


def test_an_organisations_rules_are_asked_and_a_mistake_is_told(
    ask: CommandLine, note: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "practice"
    folder.mkdir()
    rules = folder / "hints.yaml"
    ask.choose(f'practice_folder = "{folder}"\n')
    rules.write_text('rules:\n  - {id: "aggressive", off: "yes"}\n', "utf-8")
    assert "aggressive" not in ask("wording", note).out
    assert ask("check").out == "Nothing is wrong.\n"
    rules.write_text('rules:\n  - {id: "agressive", off: "yes"}\n', "utf-8")
    answer = ask("wording", note)
    assert "aggressive" in answer.out
    assert "reflect-tui check" in answer.err
    checked = ask("check", rules, "--json")
    assert checked.status == 1
    (problem,) = json.loads(checked.out)
    assert (problem["file"], problem["line"], problem["code"]) == (str(rules), 2, "no-rule")
    assert "write aggressive" in problem["message"]


def test_nothing_in_a_text_acts_on_the_terminal(ask: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "odd.txt").write_text(f"{ACTING} Mother was aggres\u00adsive{ACTING}", "utf-8")
    assert ask("wording", tmp_path / "odd.txt").plain
    assert ask("wording", tmp_path / "odd.txt", "--json").plain


def test_the_example_of_its_help_works(
    ask: CommandLine, note: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = " ".join(ask("wording", "--help").out.split())
    example = words.split("Example: reflect-tui ")[1].split()
    assert "without it, only what is asked in both" in words
    monkeypatch.chdir(note.parent)
    assert "streetwise" in ask(*example).out


def test_another_service_is_refused(ask: CommandLine, note: Path) -> None:
    answer = ask("wording", note, "--service", "schools")
    assert answer.status == 2
    assert "children" in answer.err
