"""Files are checked by their names, and folders by what they hold."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from reflect_tui.practice.check import check_paths
from reflect_tui.practice.clauses import load_clauses

HERE = Path(__file__).parent
SOUND = (HERE / "sound.md").read_text("utf-8")
CLAUSES = """\
sections: [{number: "2", title: "Talking"}]
clauses: [{number: "2.7", title: "Counterfactuals", summary: "Turn it round.", section: "2"}]
"""


def written(folder: Path, **texts: str) -> Path:
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / name).write_text(text, "utf-8")
    return folder


def told(paths: list[Path], folder: Path | None = None) -> list[tuple[str, int, str]]:
    clauses = load_clauses([folder]) if folder else None
    return [(Path(p.file).name, p.line, p.code) for p in check_paths(paths, clauses)]


def test_every_file_is_checked_for_what_its_name_says_it_is(tmp_path: Path) -> None:
    folder = written(
        tmp_path,
        **{
            "a.md": SOUND.replace("{#theirs}", ""),
            "clauses.yaml": CLAUSES.replace("summary", "summry"),
            "local.yaml": "duty-numbr: x\n",
            "risk.yaml": "titel: x\n",
            "README.md": "# How to\n",
            "notes.txt": "x",
        },
    )
    names = {name for name, _, _ in told(sorted(folder.iterdir()))}
    assert names == {"a.md", "clauses.yaml", "local.yaml", "risk.yaml", "notes.txt"}
    assert ("local.yaml", 1, "unknown-key") in told([folder / "local.yaml"])
    assert told([folder / "README.md"]) == []
    assert told([folder / "notes.txt"]) == [("notes.txt", 1, "unknown-file")]


def test_a_sound_file_has_nothing_to_tell(tmp_path: Path) -> None:
    assert check_paths([HERE / "sound.md"]) == []


def test_clauses_are_looked_up_in_those_given_and_in_those_checked_along(tmp_path: Path) -> None:
    folder = written(tmp_path, **{"a.md": SOUND, "clauses.yaml": CLAUSES})
    assert (HERE / "sound.md").exists()
    assert told([folder / "a.md"], folder / "clauses.yaml") == [
        ("a.md", 8, "unknown-clause"),
        ("a.md", 22, "unknown-clause"),
    ]
    more = CLAUSES.replace("2.7", "1.10")
    other = written(tmp_path / "more", **{"clauses.yaml": more})
    both = [folder / "a.md", other / "clauses.yaml"]
    assert told(both, folder / "clauses.yaml") == []


def test_a_folder_is_checked_with_all_it_holds(tmp_path: Path) -> None:
    folder = written(tmp_path, **{"CHANGELOG.md": "x", "local.yaml": "lad: x\n"})
    written(folder / "prompts", **{"a.md": SOUND, "b.md": SOUND, "README.md": "x"})
    written(folder / "data", **{"risk.yaml": "x\n"})
    assert told([folder]) == [
        ("risk.yaml", 1, "not-used"),
        ("risk.yaml", 1, "wrong-type"),
        ("local.yaml", 1, "unknown-key"),
        ("b.md", 1, "repeated-exercise"),
    ]


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert told([tmp_path / "none.md"]) == [("none.md", 1, "no-file")]
    assert told([tmp_path / "local.yaml"]) == [("local.yaml", 1, "no-file")]


def test_what_is_told_can_be_printed_as_json(tmp_path: Path) -> None:
    (problem,) = check_paths([tmp_path / "none.md"])
    assert problem.as_json() == {
        "file": str(tmp_path / "none.md"),
        "line": 1,
        "code": "no-file",
        "message": "there is no such file (check its name and folder)",
    }


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
def test_a_name_that_no_terminal_should_see_is_made_harmless(tmp_path: Path) -> None:
    for name in (b"caf\xe9.md", b"a\x1b]0;title\x07.md", b"b\nc.md"):
        (tmp_path / os.fsdecode(name)).write_text("", "utf-8")
    problems = check_paths([tmp_path])
    assert [problem.code for problem in problems] == ["empty"] * 3
    for problem in problems:
        assert str(problem).encode("utf-8").isascii() is False
        assert not any(letter in str(problem) for letter in "\x1b\x07\n")
