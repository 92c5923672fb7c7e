"""Names of people from anywhere, found by their capitals and by what stands round them.

No list of names: whoever is on none would be missed. Instead there are lists of what is no name
(not_names.txt, plain_words.txt), and any other word with a capital is pointed at, unless what
stands round it says that it is a place, a body or a thing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reflect_tui.notes import surroundings as round_it
from reflect_tui.notes.capitals import TITLES, Word, initials, runs, without_a_tail, words_of
from reflect_tui.notes.headings import Headings
from reflect_tui.notes.identifiers import Identifier, Kind
from reflect_tui.notes.vocabulary import (
    Sort,
    faceless,
    like_english,
    listed,
    of_many,
    vocabulary,
)

_KIN_TITLES = listed("kin and callings before a name")
_NAMELIKE = (Sort.UNKNOWN, Sort.PLAIN, Sort.PLACE, Sort.LETTER)
_MOSTLY_GIVEN = listed("given names for the most part")
_FINITE = re.compile(r"^(?:is|was|has|had|does|did|will|would)$|ed$|[^s]s$")
_SEEMS_A_DEED = re.compile(r"(?:[a-z]{3}ing|[a-z]{3}[^aeim]ed|[a-z]{4}ly)$")


@dataclass(frozen=True, slots=True)
class _Guess:
    """Some words that may be a name."""

    first: int
    after: int
    named: bool
    """False: only if the same word is a name elsewhere in the text."""


def people(text: str) -> Iterator[Identifier]:
    """Every name in `text`, its ’s left out."""
    words = words_of(text)
    small = frozenset(word.text for word in words if not word.capital)
    guesses = list(_Reader(text, words, small).guesses())
    known = {
        word.key
        for guess in guesses
        if guess.named
        for word in words[guess.first : guess.after]
        if word.sort in (Sort.UNKNOWN, Sort.PLAIN, Sort.PLACE) and word.capital
    } - round_it.KIN
    for guess in guesses:
        first, after = guess.first, guess.after
        if not guess.named:
            those = [at for at in range(first, after) if words[at].key in known]
            if not those:
                continue
            first, after = those[0], those[-1] + 1
        start, end = words[first].start, words[after - 1].start
        end += len(without_a_tail(words[after - 1].text))
        yield Identifier(start, end, text[start:end], Kind.NAME)
    for start, end in initials(text):
        yield Identifier(start, end, text[start:end], Kind.NAME)


class _Reader:
    """One reading of a text's capitals."""

    def __init__(self, text: str, words: Sequence[Word], small: frozenset[str]) -> None:
        self._text = text
        self._words = words
        self._small = small
        self._headings = Headings(text)

    def guesses(self) -> Iterator[_Guess]:
        """All that may be names, in their order."""
        for first, after in runs(self._words):
            yield from self._in_run(first, after)

    def _in_run(self, first: int, after: int) -> Iterator[_Guess]:
        here = first
        while here < after:
            word = self._words[here]
            if self._is_title(here, after):
                end = here + 2
                while end < after and self._may_be_part(end, here + 1):
                    end += 1
                yield _Guess(here, end, True)
                here = end
            elif self._may_be_part(here, here) or (
                not word.capital and here + 1 < after  # a particle that leads
            ):
                end = here + 1
                while end < after and self._may_be_part(end, here):
                    end += 1
                yield from self._of_piece(here, end, first, after)
                here = end
            else:
                if word.key in vocabulary().also_names and (
                    self._acts(here, here + 1, doubted=True)
                    or round_it.was_born(self._words, here + 1)
                    or round_it.is_of_an_age(self._words, here + 1)
                ):
                    yield _Guess(here, here + 1, True)
                here += 1

    def _is_title(self, here: int, after: int) -> bool:
        key = self._words[here].key
        if here + 1 >= after or not self._words[here + 1].capital:
            return False
        following = self._words[here + 1].sort
        if key in TITLES:
            return key != "miss" or following not in (Sort.ROLE, Sort.BODY, Sort.DAY)
        return key in _KIN_TITLES and following in (Sort.UNKNOWN, Sort.PLAIN, Sort.PLACE)

    def _may_be_part(self, here: int, begun: int) -> bool:
        """Whether a word can be in a name that began at `begun`."""
        word, words = self._words[here], self._words
        if not word.capital:
            return here > begun  # a particle in the middle
        before = words[here - 1] if here > begun else None
        after_name = before is not None and before.sort in (Sort.UNKNOWN, Sort.PLACE)
        if word.sort is Sort.LETTER:
            return word.key != "i"
        if word.sort is Sort.PLAIN and word.key in TITLES:
            return False
        if word.sort in _NAMELIKE:
            return True
        if word.sort is Sort.JOINING:
            return not word.opens
        if word.sort is Sort.LETTERS:
            return after_name and len(word.text) > 3 and word.text.isalpha()
        if word.key not in vocabulary().also_names:
            return False
        if after_name:
            return True
        following = words[here + 1] if here + 1 < len(words) else None
        return (
            word.key in _MOSTLY_GIVEN
            and following is not None
            and following.sort is Sort.UNKNOWN
            and following.gap == " "
        )

    def _acts(self, first: int, after: int, *, doubted: bool) -> bool:
        return round_it.does_what_people_do(self._words, first, after, doubted=doubted)

    # -- one piece of a run ------------------------------------------------------------------

    def _of_piece(self, first: int, after: int, begins: int, ends: int) -> Iterator[_Guess]:
        """What the words from `first` to before `after` are, within their run."""
        words = self._words
        sorts = [words[at].sort for at in range(first, after)]
        if Sort.UNKNOWN in sorts:
            yield from self._with_unknown(first, after, begins, ends)
            return
        while first < after and words[first].sort in (Sort.JOINING, Sort.LETTER):
            first += 1
        while after > first and words[after - 1].sort in (Sort.JOINING, Sort.LETTER):
            after -= 1
        if first == after:
            return
        # "Then" at the beginning says nothing of the capital behind it, if that goes on to act.
        led = all(words[at].sort is Sort.JOINING for at in range(begins, first))
        led = led and round_it.acts_after_then(words, first, after)
        joining = (Sort.JOINING, Sort.LETTER)
        beside_others = any(words[at].sort not in joining for at in range(after, ends)) or (
            first > begins and not led
        )
        yield from self._plain(first, after, beside_others=beside_others)

    def _with_unknown(self, first: int, after: int, begins: int, ends: int) -> Iterator[_Guess]:
        words = self._words
        acts = self._acts(first, after, doubted=False)
        if words[first].opens and words[first].sort is Sort.PLAIN and after - first > 1:
            # "Ask Amina" or "Grace Okafor"? It is her name if she then does something.
            following = round_it.next_word(words, after)
            if not (following in round_it.SPEECH or _FINITE.search(following)):
                yield _Guess(first, first + 1, False)
                first += 1
        while first < after - 1 and self._leads_nowhere(first, begins):
            first += 1
        following_sort = words[after].sort if after < ends else None
        body = (
            following_sort is Sort.BODY
            or round_it.says_which_faith(words, after)
            or (first > begins and round_it.heads_a_thing(words[first - 1]))
        )
        named = not body
        alone = after - first == 1
        if named and not acts:
            before = words[first - 1] if first > begins else None
            if (
                before is not None
                and before.sort is Sort.PEOPLE
                and not self._is_of_two(first, after)
            ):
                named = False  # Western Isles, Islamic Relief, Eid al-Fitr
            place = not self._is_of_two(first, after) and round_it.is_a_place(words, first, after)
            titled = alone and round_it.is_a_title_or_theme(words, first, after)
            if place or titled or round_it.is_a_thing(words, first, after):
                named = False
            elif alone and (words[first].opens or like_english(words[first].text)):
                named = not self._seems_english(words[first])
        yield _Guess(first, after, named)

    def _leads_nowhere(self, first: int, begins: int) -> bool:
        """Whether a joining word is none of the name behind it; An Nguyen is called An."""
        word = self._words[first]
        if word.sort is not Sort.JOINING or not word.capital:
            return False
        behind = self._words[first + 1].sort is Sort.UNKNOWN
        of_the_name = behind and first == begins and not word.opens and len(word.key) <= 3
        return not (of_the_name and word.key not in self._small)

    def _is_of_two(self, first: int, after: int) -> bool:
        return sum(self._words[at].sort is Sort.UNKNOWN for at in range(first, after)) > 1

    def _seems_english(self, word: Word) -> bool:
        """Whether a word that isn't in the lists is likely to be none of the missing names."""
        key = word.key
        return (
            like_english(word.text)
            or key in self._small
            or (word.opens and len(key) > 5 and _SEEMS_A_DEED.search(key) is not None)
            or (word.opens and "-" in key and word.text.split("-")[-1].islower())
        )

    def _plain(self, first: int, after: int, *, beside_others: bool) -> Iterator[_Guess]:
        """Words of the language, or places, none of them unknown."""
        words, count = self._words, after - first
        place = any(words[at].sort is Sort.PLACE for at in range(first, after))
        head = words[first]
        doubted = place or faceless(words[after - 1].text)
        compound = "-" in head.text and head.text.split("-")[-1].islower()
        heading = self._headings.has(head.start)
        if beside_others or compound or (heading and not round_it.is_introduced(words, first)):
            yield _Guess(first, after, False)
        elif round_it.is_introduced(words, first) or (
            (place or not of_many(words[after - 1].text))
            and (self._acts(first, after, doubted=doubted) or round_it.is_of_an_age(words, after))
        ):
            verb_first = head.opens and count > 1 and round_it.is_introduced(words, first + 1)
            yield _Guess(first + 1 if verb_first else first, after, count < 4)
        elif place:
            yield _Guess(first, after, self._among_names(first, after))
        elif head.opens and count > 1:
            yield _Guess(first, first + 1, False)
            # "Visiting Grace was hard", but not "Food Bank voucher".
            met = round_it.is_introduced(words, first + 1) or round_it.is_met(words, first + 1)
            yield from self._plain(first + 1, after, beside_others=not met)
        else:
            silent = (
                head.opens
                or count > 2
                or (count == 1 and faceless(head.text) and not self._is_subject(first, after))
                or round_it.is_named_after(words, first)
                or round_it.is_a_thing(words, first, after)
                or round_it.is_a_place(words, first, after)
                or round_it.is_a_title_or_theme(words, first, after)
            )
            yield _Guess(first, after, not silent or self._among_names(first, after))

    def _is_subject(self, first: int, after: int) -> bool:
        """Whether a deed, or many things, is met or acts: then it may be Blessing, or Miles."""
        words = self._words
        if round_it.is_met(words, first):
            return True
        key = words[first].key
        return key.endswith(("ing", "s")) and round_it.goes_on_to_act(words, after)

    def _among_names(self, first: int, after: int) -> bool:
        """Whether it is joined by "and" to a word that is most likely a name: Amina and Jordan."""
        words = self._words
        if first > 1 and words[first - 1].text in ("and", "&") and words[first].gap == " ":
            other = words[first - 2]
            return other.capital and other.sort is Sort.UNKNOWN and not other.possessive
        if after + 1 < len(words) and words[after].text == "and" and words[after].gap == " ":
            other = words[after + 1]
            likely = (
                (Sort.UNKNOWN, Sort.PLAIN) if words[first].sort is Sort.PLAIN else (Sort.UNKNOWN,)
            )
            return other.capital and other.gap == " " and other.sort in likely
        return False
