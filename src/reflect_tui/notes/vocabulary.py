"""What is known of a capitalised word by itself: that it joins, names no person, or is a place."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache
from pathlib import Path

_HERE = Path(__file__).parent


class Sort(Enum):
    """What a word is by itself, whatever stands round it."""

    JOINING = auto()
    """When, yesterday, she: words that hold sentences together."""
    DAY = auto()
    PEOPLE = auto()
    """Nationalities, languages, religions, parts of who we are, bodies by their names."""
    ROLE = auto()
    """Social worker, mum."""
    BODY = auto()
    """Team, Act, review: the words of which bodies, laws and headings are made."""
    PLACE = auto()
    PLAIN = auto()
    """An English word, which may be somebody's name too."""
    LETTERS = auto()
    """An abbreviation in capitals, or something with a figure in it."""
    LETTER = auto()
    """One letter alone."""
    UNKNOWN = auto()
    """A name, most likely."""


_SECTIONS = {
    "days and months": Sort.DAY,
    "peoples, nationalities and languages": Sort.PEOPLE,
    "religions and festivals": Sort.PEOPLE,
    "parts of who we are": Sort.BODY,
    "people by role": Sort.ROLE,
    "bodies, laws and heads": Sort.BODY,
    "named bodies, products and ways of working": Sort.PEOPLE,
}


def listed(title: str) -> frozenset[str]:
    """The words of one section of round_names.txt."""
    return frozenset(word for line in _round_names()[title] for word in line.split())


@cache
def _round_names() -> dict[str, list[str]]:
    return _sections(_HERE / "round_names.txt")


def _sections(path: Path) -> dict[str, list[str]]:
    sections: dict[str, list[str]] = {}
    lines: list[str] = []
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("["):
            lines = sections.setdefault(line.strip("[] "), [])
        elif line.strip() and not line.startswith("#"):
            lines.append(line.strip())
    return sections


@dataclass(frozen=True)
class Vocabulary:
    """The kept lists, read once; every word in small letters."""

    sorts: dict[str, Sort]
    plain: frozenset[str]
    joining: frozenset[str]
    also_names: frozenset[str]
    phrases: dict[str, tuple[str, ...]]
    """By their first words."""


@cache
def vocabulary() -> Vocabulary:
    """What the two lists beside this module hold."""
    kept, words = _sections(_HERE / "not_names.txt"), _sections(_HERE / "plain_words.txt")
    sorts: dict[str, Sort] = {}
    places, also, phrases = (_of(kept, name) for name in ("places", "names too", "phrases"))
    sorts.update((word.lower(), Sort.PLACE) for line in places for word in line.split())
    for name, sort in _SECTIONS.items():
        sorts.update((word.lower(), sort) for line in kept[name] for word in line.split())
    by_first: dict[str, tuple[str, ...]] = {}
    for phrase in phrases:
        first = phrase.split()[0]
        by_first[first] = (*by_first.get(first, ()), phrase)
    return Vocabulary(
        sorts,
        frozenset(word for line in _of(words, "other words") for word in line.split()),
        frozenset(word for line in _of(words, "words that join") for word in line.split()),
        frozenset(word.lower() for line in also for word in line.split()),
        by_first,
    )


def _of(sections: dict[str, list[str]], begins: str) -> list[str]:
    return next(lines for name, lines in sections.items() if name.startswith(begins))


_ALSO_OF_MANY = (Sort.ROLE, Sort.BODY, Sort.DAY)
_POSSESSIVE = re.compile("['’ʼ][sS]?$")
_PREFIXES = listed("beginnings before a hyphen")


def without_possessive(word: str) -> str:
    """The word without the ’s or the ’ it ends in."""
    return _POSSESSIVE.sub("", word)


def plainly(word: str) -> str:
    """As words are looked up: small letters, one way of writing marks and apostrophes."""
    if word.isascii():
        return word.lower()
    return unicodedata.normalize("NFC", word).replace("’", "'").replace("ʼ", "'").lower()


@cache
def _sort_of_key(key: str) -> Sort:
    known = vocabulary()
    if key in known.joining:
        return Sort.JOINING
    if (sort := known.sorts.get(key)) is not None:
        return sort
    base = without_possessive(key)
    if base != key:
        return _sort_of_key(base)
    if "-" in key:
        return _sort_of_parts(key.split("-"))
    if key.endswith("s") and (sort := known.sorts.get(key[:-1])) in _ALSO_OF_MANY:
        return sort
    return Sort.PLAIN if is_plain(key) else Sort.UNKNOWN


def _sort_of_parts(parts: list[str]) -> Sort:
    if parts[0] in _PREFIXES:
        return Sort.BODY
    sorts = [_sort_of_key(part) for part in parts if part]
    for sort in (Sort.PEOPLE, Sort.ROLE, Sort.BODY):
        if sort in sorts:
            return sort
    if Sort.UNKNOWN in sorts and Sort.JOINING not in sorts:
        return Sort.UNKNOWN
    return Sort.PLAIN  # Two-thirds


def sort_of(word: str) -> Sort:
    """What a word is by itself; its ’s counts for nothing."""
    bare = without_possessive(word)
    if any(letter.isdigit() for letter in bare):
        return Sort.LETTERS
    if len(bare) == 1:
        return Sort.LETTER
    known = _sort_of_key(plainly(word))
    if bare.isupper() and known in (Sort.JOINING, Sort.PLAIN, Sort.PLACE, Sort.UNKNOWN):
        return Sort.LETTERS  # SEND, which is no sending
    return Sort.LETTERS if known is Sort.UNKNOWN and _abbreviated(bare) else known


def _abbreviated(word: str) -> bool:
    """Whether it is written in capitals as CAMHS, GPs, SENCo or DfE are."""
    capitals = sum(letter.isupper() for letter in word)
    if len(word) <= 3:
        return capitals >= 2
    return capitals >= len(word) - 1 or (word[:2].isupper() and "'" not in plainly(word[:3]))


# -- endings ---------------------------------------------------------------------------------

_ENDINGS = (
    *("s", "es", "ies", "d", "ed", "ied", "er", "ers", "est", "or", "ors", "ing", "ings", "ly"),
    *("ily", "ally", "ness", "ful", "fully", "less", "y", "en", "ion", "ions", "ation", "ations"),
    *("ment", "ments", "able", "ably", "ise", "ised", "ising", "ize", "ized", "ism", "ist"),
    *("ists", "ity", "al", "ic", "ical", "ish", "hood"),
)
_ON_LONGER = frozenset(("y", "er", "al", "en", "or", "ic", "ity", "est"))
"""Endings that names have too: Jamal is no kind of jam, nor Peter one who pets."""
_BEGINNINGS = ("un", "re", "dis", "mis", "non", "over", "under", "out", "co", "pre", "in", "up")


@cache
def is_plain(key: str) -> bool:
    """Whether it is an English word of the list, or one with a common beginning or ending."""
    words = vocabulary().plain
    if key in words or _of_a_stem(key):
        return True
    for begins in _BEGINNINGS:
        rest = key[len(begins) :]
        if key.startswith(begins) and len(rest) > 3 and (rest in words or _of_a_stem(rest)):
            return True
    return False


def _of_a_stem(key: str) -> bool:
    """Whether an ending stands on a word of the list: hoped, stopping, worries, happily."""
    words = vocabulary().plain
    for ending in _ENDINGS:
        stem = key[: -len(ending)]
        if len(stem) < 3 + (ending in _ON_LONGER) or not key.endswith(ending):
            continue
        if ending == "es" and stem[-1] not in "sxzho":
            continue
        if stem in words or (ending not in ("s", "y") and stem + "e" in words):
            return True
        if ending[0] == "i" and stem + "y" in words:
            return True
        if len(stem) > 3 and stem[-1] == stem[-2] and stem[:-1] in words and ending[0] in "ei":
            return True
    return False


_LIKE_ENGLISH = re.compile(
    r"(?:tions?|sions?|[a-z]{4}ments?|ness|nesses|isms?|ships?|olog(?:y|ies)|[a-z]{4}ities|ically"
    r"|ously|fully|lessly|ively|ingly|abilit(?:y|ies)|i[sz](?:ed|ing)|[a-z]{4}(?:able|ible|ious))$"
)


def like_english(word: str) -> bool:
    """Whether an unknown word is built as English abstract words are, and as names are not."""
    return _LIKE_ENGLISH.search(plainly(without_possessive(word))) is not None


_WITHOUT_A_FACE = re.compile(r"(?:tion|sion|ment|ship|ism|ology|ing|ings|[^su]s)$")


def of_many(word: str) -> bool:
    """Whether a plain word stands for many: Things, Reports."""
    return re.search(r"[^su]s$", plainly(without_possessive(word))) is not None


def faceless(word: str) -> bool:
    """Whether a plain word is of a kind that people are seldom named by: many things, or a deed."""
    return _WITHOUT_A_FACE.search(plainly(without_possessive(word))) is not None
