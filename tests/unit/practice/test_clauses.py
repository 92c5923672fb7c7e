"""Clauses are read in the standards' order, and an organisation's file lies on top of them."""

from __future__ import annotations

from pathlib import Path

from reflect_tui.practice.clauses import Clause, Clauses, Section, Term, load_clauses
from reflect_tui.practice.exercise import ALL_SERVICES, Service

FIRST = """\
sections:
  - number: "1"
    title: "Working with people"
  - number: "2"
    title: "Talking about people"
clauses:
  - number: "1.1"
    title: "Not knowing"
    summary: "Start from it."
    section: "1"
  - number: "2.13"
    title: "Expectations"
    summary: "Where do ours come from?"
    section: "2"
    services: [children]
terms:
  - term: LADO
    plain: "An officer."
"""


def written(folder: Path, text: str, name: str = "clauses.yaml") -> Path:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text, "utf-8")
    return folder / name


def told(clauses: Clauses) -> list[tuple[int, str]]:
    return [(problem.line, problem.code) for problem in clauses.problems]


def test_clauses_are_read_with_their_sections_and_terms(tmp_path: Path) -> None:
    clauses = load_clauses([written(tmp_path, FIRST)])
    assert clauses.problems == ()
    assert list(clauses) == [
        Clause("1.1", "Not knowing", "Start from it.", "1", ALL_SERVICES),
        Clause(
            "2.13",
            "Expectations",
            "Where do ours come from?",
            "2",
            frozenset({Service.CHILDREN}),
        ),
    ]
    assert clauses.numbers == {"1.1", "2.13"}
    assert "2.13" in clauses
    assert "2.14" not in clauses
    assert clauses.get("9.9") is None
    assert clauses.within("1") == (clauses.clauses[0],)
    assert clauses.section("2") == Section("2", "Talking about people")
    assert clauses.term("lado") == Term("LADO", "An officer.")
    assert clauses.term("nothing") is None


def test_a_later_file_adds_clauses_and_overrides_by_number(tmp_path: Path) -> None:
    later = """\
clauses:
  - number: "2.13"
    title: "Ours"
    summary: "In our words."
    section: "2"
  - number: "L1"
    title: "Local"
    summary: "Only here."
    section: "2"
"""
    clauses = load_clauses([written(tmp_path / "a", FIRST), written(tmp_path / "b", later)])
    assert clauses.problems == ()
    assert [(clause.number, clause.title) for clause in clauses] == [
        ("1.1", "Not knowing"),
        ("2.13", "Ours"),
        ("L1", "Local"),
    ]


def test_a_faulty_entry_is_told_and_leaves_what_it_would_have_replaced(tmp_path: Path) -> None:
    later = """\
clauses:
  - number: "2.13"
    title: "Ours"
    sumary: "In our words."
    section: "3"
    services: [child]
  - number: "7.1"
    title: "New"
    summary: "Sound."
    section: "1"
  - number: "7.1"
    title: "New again"
    summary: "Sound."
    section: "1"
  - number: "8,1"
    title: "Odd"
    summary: "Sound."
    section: "1"
secions: []
"""
    clauses = load_clauses([written(tmp_path / "a", FIRST), written(tmp_path / "b", later)])
    assert sorted(told(clauses)) == [
        (2, "missing-key"),
        (4, "unknown-key"),
        (5, "unknown-section"),
        (6, "unknown-value"),
        (11, "repeated-number"),
        (15, "bad-number"),
        (19, "unknown-key"),
    ]
    assert any(problem.message.endswith("(write summary:)") for problem in clauses.problems)
    assert any(problem.message.endswith("(write sections:)") for problem in clauses.problems)
    expectations = clauses.get("2.13")
    assert expectations is not None
    assert expectations.title == "Expectations"
    assert "7.1" in clauses


def test_a_file_that_cannot_be_read_as_keys_is_told(tmp_path: Path) -> None:
    assert told(load_clauses([written(tmp_path, "- 1\n- 2\n")])) == [(1, "wrong-type")]
    assert told(load_clauses([written(tmp_path, "clauses: [a\n")])) == [(1, "bad-yaml")]
    assert told(load_clauses([written(tmp_path, "clauses: [a]\n")])) == [(1, "wrong-type")]
    assert told(load_clauses([tmp_path / "none.yaml"])) == [(1, "no-file")]
