"""Expressions as a practice lead writes them, read into the words that fit each of their places.

`{people} is/was ... aggress*` is an expression: a list by its name, words to choose from, up to
three other words, a word with any ending. Plurals, possessives, capitals, hyphens, slashes and line
ends are taken care of; a word written in CAPITALS is found in capitals only. `finding` finds them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from reflect_tui.practice.pieces import Pieces, words_of

GAP = "..."
"""Stands for up to three other words."""
NAME = "name"
"""The list that needs no words: any word that looks like a name."""
_MOST_GAPS = 2
_MOST_FORMS = 400
"""Into so many expressions one may unfold, where lists hold expressions of several words."""
_PART = re.compile(r"\{([a-z][a-z0-9-]*)\}('s)?|([^\W_][\w']*\*?)('s)?|([:=(),%])")
_HYPHEN = re.compile(r"(?<=\w)[-‐‑](?=[\w{])")
_NO_NAMES = words_of(
    "a an the it this that these those there here he she they we i you his her their our my its "
    "things thing work school home life money contact time everyone everybody nobody someone "
    "somebody what who when where why how if as at in on by for and but or so to of with from not "
    "no yes both all some many most each every one two three reading writing maths english sleep "
    "bedtime housing health today yesterday tomorrow now then later progress "
    "monday tuesday wednesday thursday friday saturday sunday"
)

Lists = Mapping[str, Sequence[str]]


class BadPhrase(Exception):
    """An expression that can't be used: what is wrong with it, and what to write."""

    def __init__(self, what: str, do: str) -> None:
        super().__init__(what)
        self.what = what
        self.do = do


@dataclass(frozen=True, slots=True)
class Element:
    """One word of an expression, in all its forms."""

    words: frozenset[str] = frozenset()
    capitals: frozenset[str] = frozenset()
    """Found only as they stand."""
    beginnings: tuple[str, ...] = ()
    name: bool = False
    named: bool = False
    """With 's behind the name."""
    no_names: frozenset[str] = frozenset()
    """What is no name though it begins with a capital: the words of the lists."""

    def fits(self, pieces: Pieces, at: int) -> bool:
        """Whether the word with this number is one of them."""
        word = pieces.words[at]
        return (
            word in self.words
            or (bool(self.beginnings) and word.startswith(self.beginnings))
            or (word.upper() in self.capitals and _in_capitals(pieces, at))
            or (self.name and word not in self.no_names and is_name(pieces, at, self.named))
        )


Form = tuple[Element | None, ...]
"""One way to read an expression; None stands for up to three other words."""


def is_name(pieces: Pieces, at: int, possessive: bool = False) -> bool:
    """Whether a word looks like somebody's name: a capital, and no word that often has one."""
    raw, word = pieces.raw(at), pieces.words[at]
    if not raw[:1].isupper() or len(raw) < 3 or raw.isupper():
        return False
    return word.partition("'")[0] not in _NO_NAMES and word.endswith("'s") is possessive


def _in_capitals(pieces: Pieces, at: int) -> bool:
    raw = pieces.raw(at)
    return raw.rstrip("s").upper() == raw.rstrip("s") or "'" in raw or "’" in raw


def forms(phrase: str, lists: Lists) -> tuple[Form, ...]:
    """An expression in all the ways it can be read; raises BadPhrase."""
    unfolded: list[list[Element | None]] = [[]]
    for part in _parts(phrase):
        if part == GAP:
            if any(form and form[-1] is None for form in unfolded):
                raise BadPhrase("it has ... twice, one behind the other", "keep one of them")
            unfolded = [[*form, None] for form in unfolded]
            continue
        one, several = _element(part, lists)
        grown = [[*form, one] for form in unfolded] if one is not None else []
        for words in several:
            more = [_element(word, lists)[0] for word in _parts(words)]
            grown += [[*form, *more] for form in unfolded]
        unfolded = grown
        if len(unfolded) > _MOST_FORMS:
            raise BadPhrase("its lists hold too much together", "use fewer lists in it")
    for form in unfolded:
        if not any(form):
            raise BadPhrase("there is no word in it", "write the words to look for")
        if sum(each is None for each in form) > _MOST_GAPS:
            raise BadPhrase("it has more than two ...", "write it shorter")
    return tuple(tuple(form) for form in unfolded)


def _parts(phrase: str) -> Iterator[str]:
    """The words of an expression, each with its alternatives."""
    flat = phrase.replace("…", " ... ").replace("’", "'").replace("...", " ... ")
    flat = _in_braces(flat)
    for part in flat.split():
        if "/" in part and _HYPHEN.search(part):
            raise BadPhrase(
                f'"{part}" has a hyphen and a choice in one word',
                "write it as two expressions",
            )
    flat = _HYPHEN.sub(" ", flat)
    flat = re.sub(r"(?<!/)([:=(),%])(?!/)", r" \1 ", flat)
    return iter(flat.replace("\0", "-").split())


def _in_braces(text: str) -> str:
    """The hyphens in a list's name kept apart from those between words."""
    return re.sub(r"\{[^}]*\}", lambda found: found.group().replace("-", "\0"), text)


def _element(part: str, lists: Lists) -> tuple[Element | None, list[str]]:
    """One place of an expression, and the expressions of several words that may stand there."""
    words: set[str] = set()
    capitals: set[str] = set()
    beginnings: list[str] = []
    several: list[str] = []
    name = named = False
    for choice in part.split("/"):
        found = _PART.fullmatch(choice)
        if found is None:
            raise BadPhrase(
                f'"{choice}" cannot stand in it',
                "write words, a/b, word*, {list} or ..., and nothing else",
            )
        listed, listed_s, word, _, mark = found.groups()
        if listed == NAME:
            name, named = True, bool(listed_s)
        elif listed is not None:
            if listed not in lists:
                raise BadPhrase(f'there is no list "{listed}"', _which(listed, lists))
            for member in lists[listed]:
                if " " in member or "-" in member:
                    several.append(member + (listed_s or ""))
                else:
                    _add(member + (listed_s or ""), words, capitals, beginnings)
        else:
            _add(mark or choice if word is None else choice, words, capitals, beginnings)
    if not (words or capitals or beginnings or name):
        return None, several
    made = Element(
        frozenset(words),
        frozenset(capitals),
        tuple(sorted(beginnings)),
        name,
        named,
        _in_lists(tuple(map(tuple, lists.values()))) if name else frozenset(),
    )
    return made, several


@lru_cache(maxsize=4)
def _in_lists(lists: tuple[tuple[str, ...], ...]) -> frozenset[str]:
    """Every single word of the lists, in all its forms."""
    members = (member for words in lists for member in words if " " not in member)
    return frozenset(form for member in members for form in with_endings(member.casefold()))


def _which(listed: str, lists: Lists) -> str:
    from reflect_tui.practice.problems import meant

    return meant(listed, lists, "{{{}}}") or "name a list that stands at the top of this file"


def _add(word: str, words: set[str], capitals: set[str], beginnings: list[str]) -> None:
    lower = word.replace("’", "'").casefold()
    if lower.endswith("*"):
        if len(lower) < 4:
            raise BadPhrase(f'"{word}" would fit nearly anything', "write three letters or more")
        beginnings.append(lower[:-1])
    elif word.isupper() and len(word) > 1:
        capitals |= {word, f"{word}S", f"{word}'S"}
    else:
        words |= with_endings(lower)


def with_endings(word: str) -> set[str]:
    """A word with its plural and possessive forms."""
    if not word.isalpha() or len(word) < 3:
        return {word, f"{word}'s"} if word.isalnum() else {word}
    made = {word, f"{word}s", f"{word}'s"}
    if word.endswith(("s", "x", "z", "ch", "sh", "o")):
        made.add(f"{word}es")
    if word.endswith("y"):
        made |= {f"{word[:-1]}ies", f"{word[:-1]}ies'"}
    return made
