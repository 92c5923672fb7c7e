"""Quotations, headings, code and titles are told from what somebody wrote in their own words."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType

import pytest

from reflect_tui.practice.pieces import cut
from reflect_tui.practice.silences import covered, links_and_code, quotations, titles
from reflect_tui.practice.wording import wording
from tests.unit.practice.wording.test_asking import ours


def quoted(text: str) -> list[str]:
    return [text[start:end] for start, end in quotations(text, cut(text).blocks)]


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ('He said "no" and left.', ['"no"']),
        ("He said “no” and ‘yes’.", ["“no”", "‘yes’"]),
        ("He said 'no' and left.", ["'no'"]),
        ("The boys' mum doesn't mind.", []),
        ("The boys’ mum doesn’t mind the girls’ noise.", []),
        ("'The boys' dad is here,' she said.", ["'The boys' dad is here,'"]),
        ("‘The boys’ dad is here,’ she said.", ["‘The boys’ dad is here,’"]),
        ("'Cause it's the '90s, 'til then rock 'n' roll.", []),
        ("“It’s his mum’s,” he said.", ["“It’s his mum’s,”"]),
        ('“mixed marks" and „low ones“ and «these»', ['“mixed marks"', "„low ones“", "«these»"]),
        ('A 6" nail and a 7" one.', []),
        ("She wrote “never closed and\n\nMother was “there”.", ["“there”"]),
        ('- "one\n- two"', []),
        ('"one\nline on"', ['"one\nline on"']),
        ("('in brackets')", ["'in brackets'"]),
    ],
)
def test_an_apostrophe_is_no_quotation_mark(text: str, inside: list[str]) -> None:
    assert quoted(text) == inside


@pytest.mark.parametrize(
    "text",
    [
        "> one line\n> and the next",
        "Aggressive\n==========",
        "### Aggressive behaviour",
        "~~~\naggressive\n\nmore\n~~~",
        "`aggressive`",
        "[a word](https://x.example/aggressive)",
        "aggressive@example.org",
        "<https://x.example/aggressive>",
    ],
)
def test_what_is_set_apart_is_left_alone(text: str) -> None:
    pieces = cut(text)
    spans = [*pieces.apart, *links_and_code(text)]
    quiet = covered(pieces, spans)
    assert all(quiet[at] for at in range(len(pieces)) if "aggressive" in pieces.words[at])
    assert any(quiet)


def test_words_behind_a_block_quote_or_a_heading_are_the_writers_own() -> None:
    text = (
        "# Aggressive\nHe is aggressive.\n> aggressive\nHe is aggressive.\n```\naggressive\n```\n"
    )
    text += "aggressive"
    lines = [text[: asked.start].count("\n") for asked in wording(text, ours())]
    assert lines == [1, 3, 7]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("The Race Relations Act 1976 came.", ["The Race Relations Act 1976"]),
        ("We read *Ethnic minorities in care* again.", ["*Ethnic minorities in care*"]),
        ("He was *aggressive* twice.", []),
        ("Mother was Aggressive.", []),
        (
            "See the Commission for Ethnic Minority Health.",
            ["See the Commission for Ethnic Minority Health"],
        ),
        ("Our Mixed Race report is out.", ["Our Mixed Race"]),
    ],
)
def test_laws_bodies_and_documents_are_known_by_their_capitals(text: str, named: list[str]) -> None:
    assert [text[start:end] for start, end in titles(cut(text))] == named


def lines_run(deed: Callable[[], object]) -> int:
    """How many lines of Python run while it is done."""
    count = 0

    def watch(frame: FrameType, event: str, argument: object) -> object:
        nonlocal count
        count += event == "line"
        return watch

    before = sys.gettrace()
    sys.settrace(watch)
    try:
        deed()
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize(
    "piece",
    [
        "Mother was not very aggressive, he said. ",
        "'as ",
        "s' 'a ",
        "not ",
        "Black, ",
        "Aa of ",
        "LAC (",
        "a.",
        "`a ",
        "....-",
        "her culture ",
        "|a",
    ],
)
def test_twice_the_text_is_no_more_than_twice_the_work(piece: str) -> None:
    wording(piece * 2, ours())  # builds what looks
    once = lines_run(lambda: wording(piece * 150, ours()))
    assert lines_run(lambda: wording(piece * 300, ours())) <= 2.2 * once + 500
