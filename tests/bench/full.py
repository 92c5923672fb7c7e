"""Key to screen where a session is full: sixty expectations, forty swaps, 20 KB in one answer."""

from __future__ import annotations

from contextlib import AbstractContextManager

from reflect_tui.session.address import Place
from reflect_tui.session.values import Choice, Contrast, Line, Text
from tests.bench.echo import _bare, a_sitting, in_turn, opened, paragraphs, percentile
from tests.bench.rows import Row
from tests.support.terminal import Terminal

NAME = "full"
KEYS = 120
_SORTS = ("worry", "strength", "expectation", "need", "harm", "unknown")
_SHORT = "Who, where, and how often it was seen.\n\n"


def run() -> list[Row]:
    """Each beside a bare TextArea that holds the same text."""
    rows: list[Row] = []
    for words, text, ours in (
        ("the last of 60 expectations", _SHORT * 8, _expectations(60)),
        ("the last of 40 swaps, as it differs", _SWAPPED, _swaps(40)),
        ("20 KB in one answer", paragraphs(20_000), _long(20_000)),
    ):
        with _bare(text) as bare, ours as full:
            plain, own = (percentile(times, 95) for times in in_turn(bare, full, KEYS))
        rows.append(Row(f"key to screen, {words}, p95, bare", plain, None, ""))
        rows.append(Row(f"key to screen, {words}, p95, ours", own, plain, "≤ 1.3"))
    return rows


def _expectations(count: int) -> AbstractContextManager[Terminal]:
    sitting = a_sitting("parenting")
    for number in range(count):
        if number:
            sitting.add_entry("parenting", "expectation")
        entry = sitting.session.entries_of("parenting", "expectation")[-1].id
        first = Place("parenting", "expectation", entry)
        sitting.write(first.prompt("name"), Line(text=f"what was seen, time {number}"))
        sitting.write(first.prompt("happened"), Text(text=_SHORT * 8))
        expecting = Place("parenting", "expecting", entry)
        sitting.write(expecting.prompt("expected"), Text(text=f"I expected to see {_SHORT}"))
        difference = Place("parenting", "difference", entry)
        sitting.write(difference.prompt("sort"), Choice(option=_SORTS[number % len(_SORTS)]))
        sitting.write(difference.prompt("reasons"), Text(text=_SHORT))
    sitting.go(first)
    return opened(sitting.session, "What was seen", "\t", "\t")


_SAID = "She's quite mature for her age, she manages the younger ones when mum is working. " * 3
_SWAPPED = _SAID.replace("She's", "He's").replace("mature for her age", "streetwise")


def _swaps(count: int) -> AbstractContextManager[Terminal]:
    sitting = a_sitting("counterfactual")
    for number in range(count):
        if number:
            sitting.add_entry("counterfactual", "swap")
        entry = sitting.session.entries_of("counterfactual", "swap")[-1].id
        place = Place("counterfactual", "swap", entry)
        sitting.write(place.prompt("what"), Line(text=f"one thing, time {number}"))
        sitting.write(place.prompt("versions"), Contrast(left=_SAID, right=_SWAPPED))
    sitting.go(place)
    return opened(sitting.session, "Change one thing", "\t", "\t", "\t")


def _long(size: int) -> AbstractContextManager[Terminal]:
    sitting = a_sitting("counterfactual")
    page = sitting.here
    assert page is not None
    sitting.write(page.address(page.prompts[0]), Text(text=paragraphs(size)))
    return opened(sitting.session, "Catch the talk")
