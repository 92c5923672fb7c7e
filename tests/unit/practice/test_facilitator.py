"""The facilitator's page: read from its file, mended by file and line, taken along on paper."""

from __future__ import annotations

from pathlib import Path

import pytest

from reflect_tui import paths
from reflect_tui.errors import ReflectError
from reflect_tui.notes.facilitator import as_markdown, write_into, write_page
from reflect_tui.practice.check import check_paths
from reflect_tui.practice.facilitator import LAST_RESORT, load_facilitator
from reflect_tui.practice.shelf import Place, Shelf

SHIPPED = paths.shipped_data() / "facilitator.yaml"
OWN = """\
title: "Ours"
parts:
  only:
    title: "All of it"
    cautions:
      - text: "Wait."
        clause: "{clause}"
"""


def test_what_is_shipped_says_each_thing_a_facilitator_must_keep_in_mind() -> None:
    shelf = Shelf.open([Place(paths.shipped_prompts().parent, "shipped")])
    assert shelf.facilitator.problems == ()
    told = as_markdown(shelf.facilitator)
    for words in (
        "go-round doesn't begin with a global-majority colleague",
        "most senior person speak last",
        "white colleague is upset",
        "Nobody speaks for a group",
        "what this is like for the child or the adult",
        "its writer's word",
        "Ctrl+T, then 3",
        "Check in privately",
    ):
        assert words in told, words


def test_a_mistake_is_told_by_file_and_line_and_leaves_the_page_before_it_in_use(
    tmp_path: Path,
) -> None:
    own = tmp_path / "facilitator.yaml"
    own.write_text(OWN.format(clause="9.9") + "      - txt: x\n", encoding="utf-8")
    page = load_facilitator([SHIPPED, own], frozenset({"2.7"}))
    found = [(problem.line, problem.code) for problem in page.problems if problem.file == str(own)]
    assert (7, "unknown-clause") in found
    assert (8, "unknown-key") in found
    assert (1, "not-used") in found
    assert page.title == "For whoever leads the group"
    assert {(p.line, p.code) for p in check_paths([tmp_path])} >= {(8, "unknown-key")}
    assert load_facilitator([own], frozenset()).parts == LAST_RESORT.parts


def test_an_organisations_own_page_stands_in_the_place_of_ours(tmp_path: Path) -> None:
    own = tmp_path / "facilitator.yaml"
    own.write_text(OWN.format(clause="2.7"), encoding="utf-8")
    assert check_paths([own]) == []
    assert load_facilitator([SHIPPED, own]).title == "Ours"


def test_it_is_written_as_markdown_and_over_nothing(tmp_path: Path) -> None:
    page = load_facilitator([SHIPPED])
    first, second = write_into(page, tmp_path / "new"), write_into(page, tmp_path / "new")
    assert [file.name for file in (first, second)] == ["facilitator-1.md", "facilitator-2.md"]
    assert first.read_text(encoding="utf-8").startswith("# For whoever leads the group\n")
    with pytest.raises(ReflectError, match="it was left as it is"):
        write_page(page, first)
    with pytest.raises(ReflectError, match="was not written"):
        write_page(page, tmp_path / "nowhere" / "page.md")
