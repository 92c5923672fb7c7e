"""Asks about the wording of a text, as `hints.yaml` says: which words, and the question.

Nothing is corrected, counted or kept. What was quoted, what people say of themselves and talk about
a word itself stay silent.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from reflect_tui.practice import silences
from reflect_tui.practice.adverbs import before_adverbs, behind_adverbs
from reflect_tui.practice.exercise import Service
from reflect_tui.practice.finding import Key
from reflect_tui.practice.hints import Hints, Part, Rule
from reflect_tui.practice.pieces import Pieces, Span, cut, words_of
from reflect_tui.practice.subjects import subject

_REACH = 7
"""How many words behind "describes himself as" are still his own."""
_BREAKS = words_of(", and but because when while although so then who")
"""Behind these it may be somebody else who speaks."""
_GAP = 3
"""Words that may stand between a word and what must come before or behind it with dots."""


@dataclass(frozen=True, slots=True, order=True)
class Asked:
    """A question about some words, which stand from `start` up to `end` in the text."""

    start: int
    """Characters from the text's beginning."""
    end: int
    text: str
    rule: str
    """The rule's id."""
    clause: str
    ask: str

    def as_json(self) -> dict[str, int | str]:
        """What `wording --json` prints of it."""
        return {name: getattr(self, name) for name in self.__slots__}


def wording(
    text: str,
    hints: Hints,
    service: Service | None = None,
    *,
    on: Collection[str] = (),
    off: Collection[str] = (),
    alone: Sequence[Span] = (),
) -> tuple[Asked, ...]:
    """What is asked of a text, in its order, one question a place. Never raises.

    Rules for one service only hold where it is named. `on` and `off` are the ids of rules that
    somebody switched on or off; what stands in the spans of `alone` is left alone.
    """
    active = {
        number: rule
        for number, rule in enumerate(hints.rules)
        if _holds(rule, service) and rule.id not in off and (rule.on or rule.id in on)
    }
    if not active or not text.strip():
        return ()
    return tuple(_chosen(_Look(text, hints, alone).asked(active)))


def _holds(rule: Rule, service: Service | None) -> bool:
    return len(rule.services) == len(Service) if service is None else service in rule.services


@dataclass(frozen=True, slots=True)
class _Match:
    """Where a rule asks."""

    first: int
    last: int
    specific: int
    number: int
    asked: Asked


def _chosen(matches: Iterator[_Match]) -> Iterator[Asked]:
    """One question a place: the one that fits more words, or that says of whom."""
    kept: list[_Match] = []
    for match in sorted(matches, key=lambda each: (each.first, each.last)):
        if kept and match.first <= kept[-1].last:
            kept[-1] = max(kept[-1], match, key=_weight)
        else:
            kept.append(match)
    return (match.asked for match in kept)


def _weight(match: _Match) -> tuple[int, int, int]:
    return match.specific, match.last - match.first, -match.number


class _Look:
    """One look at one text."""

    def __init__(self, text: str, hints: Hints, alone: Sequence[Span]) -> None:
        self._hints = hints
        self._pieces = pieces = cut(text)
        self._found: dict[Key, list[Span]] = {}
        for key, first, last in hints.finder.find(pieces):
            self._found.setdefault(key, []).append((first, last))
        said = list(silences.quotations(text, pieces.blocks))
        spans = [*pieces.apart, *said, *alone, *silences.links_and_code(text)]
        self._quiet = silences.covered(pieces, spans)
        quoted = silences.covered(pieces, said)
        self._quoting = {pieces.sentences[at] for at, is_quoted in enumerate(quoted) if is_quoted}
        self._titled = silences.covered(pieces, list(silences.titles(pieces)))
        self._told = self._sentences(-1, Part.SELF) | self._sentences(-1, Part.FAMILY)
        self._talked = self._sentences(-1, Part.TALK)
        self._own = self._own_words()
        self._whom: dict[Span, str] = {}
        """Of whom words are said, once that was looked for."""

    def _sentences(self, number: int, part: Part) -> set[int]:
        """The sentences in which expressions stand."""
        spans = self._found.get((number, part, ""), ())
        return {self._pieces.sentences[first] for first, _ in spans}

    def _own_words(self) -> set[int]:
        """The words right behind where somebody describes themselves."""
        own: set[int] = set()
        pieces = self._pieces
        for _, last in self._found.get((-1, Part.SELF, ""), ()):
            for at in range(last + 1, min(last + 1 + _REACH, len(pieces))):
                if pieces.sentences[at] != pieces.sentences[last]:
                    break
                if pieces.words[at] in _BREAKS and at > last + 1:
                    break
                own.add(at)
        return own

    def asked(self, active: dict[int, Rule]) -> Iterator[_Match]:
        """What the active rules ask."""
        for number, rule in active.items():
            spans = self._found.get((number, Part.WORDS, ""))
            if spans:
                yield from self._of(number, rule, spans)

    def _of(self, number: int, rule: Rule, spans: list[Span]) -> Iterator[_Match]:
        pieces = self._pieces
        unless = self._words_in(number, Part.UNLESS)
        silent = self._talked | self._sentences(number, Part.UNLESS_NEAR)
        if rule.identity:
            silent |= self._told
        if not rule.beside_quotes:
            silent |= self._quoting
        context = self._context(number, rule)
        said: set[str] = set()
        for first, last in spans:
            place = range(first, last + 1)
            # Words that only end in a title are the writer's own: known to the Home Office.
            titled = self._titled[first] and not rule.in_titles
            if (titled or pieces.sentences[first] in silent) or any(
                self._quiet[at] or at in unless or at in self._own for at in place
            ):
                continue
            if context is not None and not context.holds(first, last):
                continue
            if _wondered_about(pieces, first, last):
                continue
            if (rule.about or rule.not_about) and not self._is_about(rule, first, last):
                continue
            if rule.short_for and not self._first_in_short(number, rule, first, said):
                continue
            start, end = pieces.starts[first], pieces.ends[last]
            asked = Asked(start, end, pieces.text[start:end], rule.id, rule.clause, rule.ask)
            yield _Match(first, last, int(bool(rule.about)), number, asked)

    def _words_in(self, number: int, part: Part) -> set[int]:
        spans = self._found.get((number, part, ""), ())
        return {at for first, last in spans for at in range(first, last + 1)}

    def _context(self, number: int, rule: Rule) -> _Context | None:
        if not (rule.after or rule.before or rule.near):
            return None
        return _Context(
            self._pieces,
            {last for _, last in self._found.get((number, Part.AFTER, ""), ())},
            {first for first, _ in self._found.get((number, Part.BEFORE, ""), ())},
            self._sentences(number, Part.NEAR),
            _GAP if any(each.endswith(("...", "…")) for each in rule.after) else 0,
            _GAP if any(each.startswith(("...", "…")) for each in rule.before) else 0,
        )

    def _is_about(self, rule: Rule, first: int, last: int) -> bool:
        whom = self._whom.get((first, last))
        if whom is None:
            whom = subject(self._pieces, first, last, self._hints.subjects)
            self._whom[first, last] = whom
        if rule.about:
            return whom in rule.about
        return whom not in rule.not_about

    def _first_in_short(self, number: int, rule: Rule, at: int, said: set[str]) -> bool:
        """Whether an abbreviation stands for the first time, and nothing before it explains it."""
        pieces = self._pieces
        word = pieces.words[at].partition("'")[0]
        known = {short.casefold() for short, _ in rule.short_for}
        short = word if word in known else word.removesuffix("s")
        if short in said:
            return False
        said.add(short)
        full = self._found.get((number, Part.FULL, short), ())
        if any(first < at for first, _ in full):
            return False
        return not _explained(pieces, at, [first for first, _ in full])


def _wondered_about(pieces: Pieces, first: int, last: int) -> bool:
    """Whether the words are a question by themselves, such as "Aggressive?"."""
    begins = first == 0 or pieces.sentences[first - 1] != pieces.sentences[first]
    return begins and pieces.text[pieces.ends[last] : pieces.ends[last] + 1] == "?"


def _explained(pieces: Pieces, at: int, full: list[int]) -> bool:
    """Whether an abbreviation stands in brackets behind its words, or has them behind it."""

    def word(number: int) -> str:
        return pieces.words[number] if 0 <= number < len(pieces) else ""

    if word(at + 1) == "(" and word(at + 2) and word(at + 3) != ")":
        return True
    if word(at - 1) == "(" and word(at + 1) in (")", ",", ":") and at > 2:
        return True
    return any(at < first <= at + 5 for first in full)


@dataclass(frozen=True, slots=True)
class _Context:
    """What must stand round some words."""

    pieces: Pieces
    ends: set[int]
    """The last words of what may come before."""
    begins: set[int]
    near: set[int]
    far_before: int
    far_behind: int

    def holds(self, first: int, last: int) -> bool:
        """Whether one of them does."""
        return (
            self.pieces.sentences[first] in self.near
            or self._reached(first, -1, self.far_before, self.ends)
            or self._reached(last, 1, self.far_behind, self.begins)
        )

    def _reached(self, at: int, step: int, far: int, wanted: set[int]) -> bool:
        if not wanted:
            return False
        pieces = self.pieces
        beside = behind_adverbs(pieces, at + 1) if step > 0 else before_adverbs(pieces, at - 1)
        if at + step in wanted or not 0 <= beside < len(pieces):
            beside = at + step
        for distance in range(far + 1):
            there = beside + step * distance
            if not 0 <= there < len(pieces):
                return False
            behind = there + 1 if step < 0 else there
            if far == 0 and not pieces.follows[behind]:
                return False
            if pieces.sentences[there] != pieces.sentences[at]:
                return False
            if there in wanted:
                return True
        return False
