"""Where expressions stand in a text: many of them, found in one go.

No expression can take long, whatever the text: each is tried at each word once, and looks a few
words ahead.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from reflect_tui.practice.adverbs import behind_adverbs
from reflect_tui.practice.phrases import Element, Form, is_name
from reflect_tui.practice.pieces import Pieces

_GAP_WORDS = 3
"""What three dots stand for, at most."""
Key = tuple[int, int, str]
"""What an expression is known by to whoever looks for it."""
_Entry = tuple[Form, list[Key], frozenset[str] | None]
"""A form, what it is known by, and the words of which one must follow its first where that is
plain: most are passed over by that alone."""


def _next_words(form: Form) -> frozenset[str] | None:
    second = form[1] if len(form) > 1 else None
    plain = second is not None and not (second.beginnings or second.name or second.capitals)
    return second.words if second is not None and plain else None


@dataclass(slots=True)
class Finder:
    """Finds many expressions in one go; each is known by what it was added as."""

    _by_word: dict[str, list[_Entry]] = field(default_factory=dict)
    _by_letters: dict[str, list[_Entry]] = field(default_factory=dict)
    _names: list[_Entry] = field(default_factory=list)
    _entries: dict[Form, list[Key]] = field(default_factory=dict)

    def add(self, form: Form, key: Key) -> None:
        """Look for one more; where it stands is told under `key`."""
        # Dots at its ends only say how far off it may be: whoever added it knows.
        while form and form[-1] is None:
            form = form[:-1]
        while form and form[0] is None:
            form = form[1:]
        known = self._entries.get(form)
        if known is not None:
            if key not in known:
                known.append(key)
            return
        self._entries[form] = keys = [key]
        first = form[0]
        assert first is not None
        entry = form, keys, _next_words(form)
        for word in (*first.words, *(word.casefold() for word in first.capitals)):
            self._by_word.setdefault(word, []).append(entry)
        for beginning in first.beginnings:
            self._by_letters.setdefault(beginning[:3], []).append(entry)
        if first.name:
            self._names.append(entry)

    def find(self, pieces: Pieces) -> Iterator[tuple[Key, int, int]]:
        """What was added, with the numbers of the first and last word where it stands."""
        behind = [behind_adverbs(pieces, at) for at in range(len(pieces) + 1)]
        for at, word in enumerate(pieces.words):
            tried = self._by_word.get(word, ())
            letters = self._by_letters.get(word[:3], ())
            names = self._names if self._names and is_or_was_name(pieces, at) else ()
            if not (tried or letters or names):
                continue
            next_word = pieces.words[at + 1] if at + 1 < len(pieces) else ""
            over = behind[at + 1]
            beyond = pieces.words[over] if over < len(pieces) else ""
            for form, keys, following in (*tried, *letters, *names):
                if (
                    following is not None
                    and next_word not in following
                    and (beyond is next_word or beyond not in following)
                ):
                    continue
                last = _match(form, pieces, at, behind)
                if last is not None:
                    for key in keys:
                        yield key, at, last


def is_or_was_name(pieces: Pieces, at: int) -> bool:
    """Whether a word looks like a name, with or without 's."""
    return is_name(pieces, at) or is_name(pieces, at, possessive=True)


def _match(form: Form, pieces: Pieces, at: int, behind: list[int]) -> int | None:
    """The number of the last word where a form fits from this word on; None where it doesn't."""
    first = form[0]
    if first is None or not first.fits(pieces, at):
        return None
    return _rest(form, 1, pieces, at, behind)


def _rest(form: Form, place: int, pieces: Pieces, at: int, behind: list[int]) -> int | None:
    while place < len(form):
        element = form[place]
        if element is None:
            return _behind_a_gap(form, place + 1, pieces, at, behind)
        at += 1
        if not _fits(element, pieces, at):
            over = behind[at] if at < len(pieces) else at
            if over == at or not _fits(element, pieces, over):
                return None
            at = over
        place += 1
    return at


def _fits(element: Element, pieces: Pieces, at: int) -> bool:
    return at < len(pieces) and pieces.follows[at] and element.fits(pieces, at)


def _behind_a_gap(form: Form, place: int, pieces: Pieces, at: int, behind: list[int]) -> int | None:
    """The same where up to three words, and any commas, may stand between."""
    element, sentence, passed = form[place], pieces.sentences[at], 0
    assert element is not None
    for here in range(at + 1, min(at + 2 * _GAP_WORDS + 2, len(pieces))):
        if pieces.sentences[here] != sentence or passed > _GAP_WORDS:
            return None
        if element.fits(pieces, here):
            last = _rest(form, place + 1, pieces, here, behind)
            if last is not None:
                return last
        if pieces.words[here] != ",":
            passed += 1
    return None
