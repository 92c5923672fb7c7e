"""Words of a text with what stands between them, and runs of those that begin with a capital."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reflect_tui.notes.vocabulary import (
    Sort,
    listed,
    plainly,
    sort_of,
    vocabulary,
    without_possessive,
)

_LETTER = r"(?:[^\W_]|[\u0300-\u036f\u200c\u200d])"
_WORD = re.compile(rf"[^\W_](?:{_LETTER}|['’ʼ‑-](?=[^\W_]))*")
# al-Hassan, ul-Haq, d'Souza: a name whose first letter is small.
_SMALL_FIRST = re.compile(
    r"(?:al|el|ul|ur|ud|ad|as|ar|az|at|an|ath|ash|abu|ibn|bin|ap|d|o|n)['’-](?=[^\W\d_])"
)
_OPENS = re.compile(r"[.?!…:;\n|•·→✓•\"“‘<>]|(?:^|\s)['’]|\s[-–—]\s|—")
_FULL_STOP = re.compile(r"\.[ \t\u00a0]*")
_ENDS_IN_ONE = re.compile(r"['’](?=[ \n]|$)")
_SPACE = re.compile(r"[ \t\u00a0]+")

TITLES = listed("titles")
"""Whatever follows one of these with a capital is a name."""
SHORTENED = TITLES | listed("words shortened with a stop")

PARTICLES = listed("small words in a name")
"""Small words in the middle of a name."""
_LEADING = listed("small words that begin a name")


@dataclass(slots=True)
class Word:
    """One word, where it stands and what it begins."""

    start: int
    end: int
    text: str
    gap: str
    """What stands between it and the word before."""
    capital: bool
    opens: bool
    """Whether a sentence, a line, a cell or a quotation begins with it."""
    sort: Sort = Sort.JOINING

    @property
    def key(self) -> str:
        """As it is looked up, without its ’s."""
        return plainly(without_possessive(self.text))

    @property
    def possessive(self) -> bool:
        """Whether it ends in ’s, or in the ’ after an s."""
        return without_possessive(self.text) != self.text


def words_of(text: str) -> list[Word]:
    """All words of a text, those with a capital sorted by what they are alone."""
    words: list[Word] = []
    reached = 0
    for match in _WORD.finditer(text):
        start, end = match.span()
        word, gap = match[0], text[reached:start]
        capital = word[0].isupper() or word[0].istitle()
        if not capital and len(word) > 4 and (small := _SMALL_FIRST.match(word)):
            capital = word[small.end()].isupper()
        if capital and word[-1] in "sS" and _ENDS_IN_ONE.match(text, end):  # James' mother
            end, word = end + 1, text[start : end + 1]
        opens = not words or _begins(gap, words[-1]) or words[-1].text.isdigit()
        words.append(Word(start, end, word, gap, capital, opens))
        if capital:
            words[-1].sort = _sorted(words[-1])
        reached = end
    _silence_phrases(text, words)
    return words


def _begins(gap: str, before: Word) -> bool:
    if gap == " " or not _OPENS.search(gap):
        return False
    short = len(before.text) == 1 and before.capital
    return not (_FULL_STOP.fullmatch(gap) and (short or plainly(before.text) in SHORTENED))


def _sorted(word: Word) -> Sort:
    if not word.text[0].isupper() and not word.text[0].istitle():
        return Sort.UNKNOWN
    if word.key == "a" and word.opens:
        return Sort.JOINING
    return sort_of(word.text)


def _silence_phrases(text: str, words: Sequence[Word]) -> None:
    """Take what only together is no name (New York, Signs of Safety) as one thing."""
    phrases = vocabulary().phrases
    until = 0
    for word in words:
        if not word.capital:
            continue
        for phrase in phrases.get(without_possessive(word.text), phrases.get(word.text, ())):
            end = word.start + len(phrase)
            if text.startswith(phrase, word.start) and not text[end : end + 1].isalnum():
                until = max(until, end)
        if word.start < until:
            word.sort = Sort.PEOPLE


def runs(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """From which word to before which one they stand together with capitals: Amina van der Berg."""
    here, total = 0, len(words)
    while here < total:
        if not words[here].capital:
            here += 1
            continue
        first, last = here, here
        while (following := _goes_on(words, last)) is not None:
            last = following
        while (
            first and words[first].sort is Sort.UNKNOWN and _leads(words[first - 1], words[first])
        ):
            first -= 1
        yield first, last + 1
        here = last + 1


def _leads(small: Word, word: Word) -> bool:
    return not small.capital and small.text in _LEADING and _SPACE.fullmatch(word.gap) is not None


def _goes_on(words: Sequence[Word], last: int) -> int | None:
    """Which word carries a run on after `last`: the next, or one behind particles."""
    following = last + 1
    if following >= len(words) or words[last].possessive or not _together(words, following):
        return None
    if words[following].capital:
        return following
    for behind in (following + 1, following + 2):
        if behind >= len(words) or words[behind - 1].text not in PARTICLES:
            return None
        if not _SPACE.fullmatch(words[behind].gap):
            return None
        if words[behind].capital:
            named = words[last].sort in (Sort.UNKNOWN, Sort.PLAIN, Sort.PLACE)
            return behind if named else None
    return None


def _together(words: Sequence[Word], following: int) -> bool:
    """Whether nothing but a space parts a word from the one before, or the stop of Mr. or J."""
    word = words[following]
    if _SPACE.fullmatch(word.gap):
        return True
    return not word.opens and _FULL_STOP.fullmatch(word.gap) is not None and len(word.gap) > 1


_INITIALS = re.compile(r"(?<![\w.])(?:[^\W\d_a-z]\.){2,3}(?![\w.])")
_NO_INITIALS = frozenset(("U.K.", "U.S.", "E.U.", "U.N.", "P.S.", "N.B.", "R.E.", "P.E.", "D.O.B."))


def initials(text: str) -> Iterator[tuple[int, int]]:
    """Where somebody is called K.M. or the like."""
    for match in _INITIALS.finditer(text):
        if match[0] not in _NO_INITIALS:
            yield match.span()


def without_a_tail(word: str) -> str:
    """The word without its ’s and without what is joined to it: Amina-led, but Min-jun whole."""
    parts = without_possessive(word).split("-")
    while len(parts) > 1 and parts[0][:1].isupper() and parts[-1][:1].islower():
        if sort_of(parts[-1]) not in (Sort.PLAIN, Sort.JOINING):
            break
        parts.pop()
    return "-".join(parts)
