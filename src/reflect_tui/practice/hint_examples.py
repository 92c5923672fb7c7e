"""Tries the examples of a rule about wording: a rule that doesn't do what they say is not used."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from reflect_tui.practice.hints import Hints, Rule
from reflect_tui.practice.problems import Found, shown
from reflect_tui.practice.wording import wording


def failing(rule: Rule, beside: Hints) -> Iterator[tuple[str, bool]]:
    """The examples of a rule that don't hold, each with whether it should be asked about.

    `beside` has the lists and silences that it is used with.
    """
    alone = beside.only(rule)
    service = next(iter(rule.services)) if len(rule.services) == 1 else None
    sentences: Iterable[tuple[str, bool]] = (
        *((each, True) for each in rule.hit),
        *((each, False) for each in rule.miss),
    )
    for sentence, wanted in sentences:
        if bool(wording(sentence, alone, service, on=(rule.id,))) is not wanted:
            yield sentence, wanted


def examples_hold(rule: Rule, beside: Hints, lines: Mapping[str, int], found: Found) -> bool:
    """Whether all examples of a rule hold; those that don't are told at their `lines`."""
    failed = list(failing(rule, beside))
    for sentence, wanted in failed:
        asks, where = ("asks nothing of", "hit") if wanted else ("asks about", "miss")
        message = f'the rule "{rule.id}" {asks} its own {where} "{shown(sentence)}"'
        mend = "change the rule, or the sentence"
        found.add(lines.get(sentence, rule.line), "example-fails", message, mend)
    if failed:
        message = f'the rule "{rule.id}" does not do what its examples say: it is not used'
        found.add(rule.line, "not-used", message, "mend it")
    return not failed
