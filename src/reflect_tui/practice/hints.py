"""Gentle questions about wording: what a rule is, and all rules that hold together.

`hint_file` reads them, `wording` asks them of a text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from functools import cached_property
from pathlib import Path

from reflect_tui.practice.callings import by_word
from reflect_tui.practice.exercise import ALL_SERVICES, Service
from reflect_tui.practice.finding import Finder, Key
from reflect_tui.practice.phrases import forms
from reflect_tui.practice.problems import Problem

EXAMPLES = 5
"""How many sentences that are asked about, and as many that aren't, each rule must have."""

Words = tuple[str, ...]


class Part(IntEnum):
    """What an expression is looked for as."""

    WORDS = 0
    AFTER = 1
    BEFORE = 2
    NEAR = 3
    UNLESS = 4
    UNLESS_NEAR = 5
    SELF = 6
    """Somebody describing themselves; of no rule."""
    TALK = 7
    """Talk about a word itself; of no rule."""
    FAMILY = 9
    """Somebody speaking for their family; of no rule."""
    FULL = 8
    """What an abbreviation stands for."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: which words, where, and what is asked of them."""

    id: str
    clauses: Words
    """The standards it comes from, the foremost first."""
    source: str
    """Whose preference it is, in words."""
    ask: str
    words: Words = ()
    after: Words = ()
    """Where there are any of these three, one of them must hold."""
    before: Words = ()
    near: Words = ()
    unless: Words = ()
    unless_near: Words = ()
    about: Words = ()
    """Lists of whom it must be said; empty: of anybody."""
    not_about: Words = ()
    short_for: tuple[tuple[str, Words], ...] = ()
    """Abbreviations and what each stands for: asked once, and not once it was written in full."""
    services: frozenset[Service] = ALL_SERVICES
    on: bool = True
    """Whether it is asked unless somebody switches it off; else only once switched on."""
    identity: bool = False
    """It is about who somebody is: where they say it themselves, it is silent."""
    beside_quotes: bool = True
    """Whether it is asked in a sentence with words in quotation marks."""
    in_titles: bool = False
    """Whether it is asked also of words in the name of a law, a body or a document."""
    listed: bool = True
    """Whether its words may stand in a list of rules: those that hurt don't."""
    hit: Words = ()
    miss: Words = ()
    file: Path = Path()
    line: int = 0

    @property
    def clause(self) -> str:
        """The standard that is named with it."""
        return self.clauses[0]


@dataclass(frozen=True)
class Hints:
    """All rules that hold, in the order of their files."""

    rules: tuple[Rule, ...] = ()
    lists: Mapping[str, Words] = field(default_factory=dict)
    """Words that expressions name together, such as {people}."""
    self_description: Words = ()
    family: Words = ()
    """Expressions in which people say who their family are."""
    talk: Words = ()
    """Expressions that speak of a word itself."""
    problems: tuple[Problem, ...] = ()

    def __iter__(self) -> Iterator[Rule]:
        return iter(self.rules)

    def get(self, rule_id: str) -> Rule | None:
        """The rule with this id, or None."""
        return next((rule for rule in self.rules if rule.id == rule_id), None)

    def only(self, rule: Rule) -> Hints:
        """The same with one rule alone."""
        return Hints((rule,), self.lists, self.self_description, self.family, self.talk)

    @cached_property
    def finder(self) -> Finder:
        """Looks for every expression of every rule in one go, told by (number, part, word)."""
        finder = Finder()
        for number, rule in enumerate(self.rules):
            for part, phrases in expressions(rule):
                self._add(finder, phrases, (number, part, ""))
            for short, full in rule.short_for:
                self._add(finder, (short,), (number, Part.WORDS, ""))
                self._add(finder, full, (number, Part.FULL, short.casefold()))
        self._add(finder, self.self_description, (-1, Part.SELF, ""))
        self._add(finder, self.family, (-1, Part.FAMILY, ""))
        self._add(finder, self.talk, (-1, Part.TALK, ""))
        return finder

    @cached_property
    def subjects(self) -> dict[str, str]:
        """Which list a word stands in that says of whom something is said."""
        return by_word(self.lists)

    def _add(self, finder: Finder, phrases: Words, key: Key) -> None:
        for phrase in phrases:
            for form in forms(phrase, self.lists):
                finder.add(form, key)


def expressions(rule: Rule) -> Iterator[tuple[Part, Words]]:
    """What a rule looks for, by what it is looked for as."""
    yield Part.WORDS, rule.words
    yield Part.AFTER, rule.after
    yield Part.BEFORE, rule.before
    yield Part.NEAR, rule.near
    yield Part.UNLESS, rule.unless
    yield Part.UNLESS_NEAR, rule.unless_near
