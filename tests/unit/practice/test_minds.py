"""What somebody has in mind leads to an exercise they can do alone, or is told and left out."""

from __future__ import annotations

from pathlib import Path

import pytest

from reflect_tui import paths
from reflect_tui.practice.check import check_paths
from reflect_tui.practice.exercise import Exercise, Service, Way
from reflect_tui.practice.minds import load_minds
from reflect_tui.practice.reading import read_exercise
from reflect_tui.practice.shelf import Place, Shelf

SHIPPED = Place(paths.shipped_prompts().parent, "shipped")
FIRST = 'minds:\n  - id: word\n    words: "A word"\n    exercise: mine\n'
EXERCISE = """\
---
exercise: mine
version: 1
title: Mine
summary: One.
---

# Mine

## Look {#look .short}

### What is there? {#there .text}
"""


def written(folder: Path, text: str, name: str = "minds.yaml") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, "utf-8")
    return folder / name


def exercises(folder: Path, **changes: str) -> dict[str, Exercise]:
    """An exercise called mine, and others with more lines at their head."""
    made = {}
    for name, more in {"mine": "", **changes}.items():
        text = EXERCISE.replace("exercise: mine", f"exercise: {name}\n{more}".rstrip())
        text = text.replace(" .short", "") if more == "# whole" else text
        read = read_exercise(written(folder / "exercises", text, f"{name}.md")).exercise
        assert read is not None
        made[name] = read
    return made


def test_each_leads_to_its_exercise_wherever_that_can_be_done_alone(tmp_path: Path) -> None:
    known = exercises(tmp_path, other="services: [adults]")
    text = FIRST + '  - {id: b, words: "B", exercise: other}\n'
    text += '  - {id: c, words: "C", exercise: mine, services: [children]}\n'
    minds = load_minds([written(tmp_path, text)], known)
    assert minds.problems == ()
    both, adults, children = minds
    assert (both.id, both.words, both.exercise) == ("word", "A word", "mine")
    assert [kept.services for kept in minds] == [set(Service), {"adults"}, {"children"}]
    assert adults.exercise == "other"
    assert children.exercise == "mine"


@pytest.mark.parametrize(
    ("entry", "line", "code", "mend"),
    [
        ('{id: b, words: "B", exercise: mien}', 5, "no-exercise", "write mine"),
        ('{id: b, words: "B", exercise: team}', 5, "not-alone", "name another exercise"),
        ('{id: b, words: "B", exercise: whole}', 5, "not-alone", "name another exercise"),
        (
            '{id: b, words: "B", exercise: other,\n     services: [children]}',
            6,
            "not-alone",
            "take the other service out",
        ),
        ('{id: word, words: "B", exercise: mine}', 5, "repeated-id", "write another id"),
        ('{id: B, words: "B", exercise: mine}', 5, "bad-id", 'write id: "b"'),
        ('{id: b, word: "B", exercise: mine}', 5, "unknown-key", "write words:"),
        ('{id: b, words: "B"}', 5, "missing-key", "write exercise: …"),
        (
            '{id: b, words: "B", exercise: mine, services: [adult]}',
            5,
            "unknown-value",
            "write adults",
        ),
    ],
)
def test_what_is_wrong_is_told_with_its_line_and_only_that_entry_left_out(
    tmp_path: Path, entry: str, line: int, code: str, mend: str
) -> None:
    known = exercises(tmp_path, other="services: [adults]", team="modes: [group]", whole="# whole")
    path = written(tmp_path, f'{FIRST}  - {entry}\n  - {{id: z, words: "Z", exercise: mine}}\n')
    minds = load_minds([path], known)
    told = [problem for problem in minds.problems if problem.code == code]
    assert [(problem.file, problem.line) for problem in told] == [(str(path), line)]
    assert mend in told[0].message
    assert [kept.id for kept in minds] == ["word", "z"]


def test_an_organisations_file_wins_whole_unless_nothing_in_it_can_be_offered(
    tmp_path: Path,
) -> None:
    known = exercises(tmp_path)
    shipped = written(tmp_path / "a", FIRST)
    theirs = written(tmp_path / "b", FIRST.replace("id: word", "id: ours"))
    broken = written(tmp_path / "c", FIRST.replace("mine", "gone"))
    assert [kept.id for kept in load_minds([shipped, theirs], known)] == ["ours"]
    minds = load_minds([shipped, theirs, broken], known)
    assert [kept.id for kept in minds] == ["ours"]
    assert [problem.code for problem in minds.problems] == ["not-used", "no-exercise"]


def test_the_shelf_reads_it_beside_the_exercises_of_every_place(tmp_path: Path) -> None:
    written(tmp_path, EXERCISE, "mine.md")
    written(tmp_path, FIRST)
    shelf = Shelf.open([SHIPPED, Place(tmp_path, "our team's")])
    assert [kept.words for kept in shelf.minds] == ["A word"]
    written(tmp_path, FIRST.replace("mine", "graces") + "  - {id: b, words: B, exercise: x}\n")
    shelf = Shelf.open([SHIPPED, Place(tmp_path, "our team's")])
    assert [kept.exercise for kept in shelf.minds] == ["graces"]
    assert [(Path(p.file).name, p.line, p.code) for p in shelf.problems] == [
        ("minds.yaml", 5, "no-exercise")
    ]


def test_it_is_checked_with_the_exercises_given_and_those_checked_along(tmp_path: Path) -> None:
    path = written(tmp_path, FIRST)
    assert check_paths([path]) == []
    known = exercises(tmp_path / "known", other="")
    del known["mine"]
    codes = [problem.code for problem in check_paths([path], None, known)]
    assert codes == ["not-used", "no-exercise"]
    written(tmp_path, EXERCISE, "mine.md")
    assert check_paths([tmp_path], None, known) == []
    written(tmp_path, FIRST.replace("words", "wrods"))
    assert "unknown-key" in [problem.code for problem in check_paths([tmp_path])]


def test_what_is_shipped_offers_a_short_list_in_each_service_and_every_exercise_once() -> None:
    shelf = Shelf.open([SHIPPED])
    for service in Service:
        minds = [kept for kept in shelf.minds if service in kept.services]
        assert 8 <= len(minds) <= 14
        assert all(len(kept.words) <= 38 for kept in minds)
        offered = {kept.id for kept in shelf.offered(Way.SOLO, service)}
        assert {kept.exercise for kept in minds} == offered
