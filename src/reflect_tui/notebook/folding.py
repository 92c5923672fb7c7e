"""Words as they are compared when something is looked for, and the words round a place. Pure.

Capitals and accents don't matter, nor which of several marks a keyboard gives for the same thing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from reflect_tui.clean import clean

_ALIKE: Final = {
    **dict.fromkeys("‘’‚‛′`", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    "ł": "l",
    "ø": "o",
    "đ": "d",
    "ð": "d",
    "ħ": "h",
    "ı": "i",
    "æ": "ae",
    "œ": "oe",
    "þ": "th",
}
"""Letters that don't come apart into a letter and a mark, and marks that mean the same."""
_NOT_COMPARED: Final = "\u00ad\u200b-\u200d\u2060\ufeff"
_LEFT_OUT = re.compile(
    "["
    + _NOT_COMPARED
    + "".join(re.escape(chr(n)) for n in range(0x300, 0x1_0000) if unicodedata.combining(chr(n)))
    + "]+"
)
_OTHERS = re.compile("[" + "".join(map(re.escape, _ALIKE)) + "]")


def fold(text: str) -> str:
    """`text` as it is compared. Of two texts together it is that of one and that of the other."""
    if text.isascii():
        return text.replace("`", "'").lower()
    # That one mark would come apart into a blank.
    apart = unicodedata.normalize("NFKD", text.replace("´", "'")).casefold()
    return _OTHERS.sub(lambda found: _ALIKE[found[0]], _LEFT_OUT.sub("", apart))


@dataclass(frozen=True, slots=True)
class Around:
    """Some words of a text, and where in them stands what was looked for."""

    text: str
    marks: tuple[tuple[int, int], ...] = ()
    """From and to, in letters."""


def around(text: str, folded: str, words: Iterable[str], room: int) -> Around | None:
    """The words round the first place where most of `words` stand, on one line of `room` letters.

    None where none of them does. `folded` is `fold(text)`.
    """
    sought = tuple(words)
    at, most = -1, 0
    begin = 0
    for line in folded.split("\n"):
        places = [place for word in sought if (place := line.find(word)) >= 0]
        if len(places) > most:
            at, most = begin + min(places), len(places)
        begin += len(line) + 1
    if at < 0:
        return None
    piece = _cut(text, _original(text, at), room)
    return Around(piece, marks(piece, sought))


def marks(text: str, words: Iterable[str]) -> tuple[tuple[int, int], ...]:
    """Where in a short text the words stand, from left to right, none over another."""
    letters = [_folded_letter(letter) for letter in text]
    folded = "".join(letters)
    if not folded:
        return ()
    source = [n for n, letter in enumerate(letters) for _ in letter]
    found: list[tuple[int, int]] = []
    for word in words:
        at = folded.find(word)
        while word and at >= 0:
            end = source[at + len(word) - 1] + 1
            while end < len(text) and not letters[end]:
                end += 1
            found.append((source[at], end))
            at = folded.find(word, at + len(word))
    merged: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


@lru_cache(maxsize=1_024)
def _folded_letter(letter: str) -> str:
    return fold(letter)


def _original(text: str, at: int) -> int:
    """Where in a text that letter stands which is number `at` once it is folded."""
    if text.isascii():
        return at
    low, high = 0, len(text)
    while high - low > 1:
        middle = (low + high) // 2
        length = len(fold(text[low:middle]))
        if at >= length:
            at, low = at - length, middle
        else:
            high = middle
    return low


def _cut(text: str, at: int, room: int) -> str:
    """One line of a text round a place, cut between words; dots say where it goes on."""
    begin, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    end = len(text) if end < 0 else end
    start = begin
    if end - begin > room and at - begin > room // 3:
        start = at - room // 3
        blank = text.find(" ", start, at)
        start = blank + 1 if blank >= 0 else start
    stop = min(start + room, end)
    if stop < end:
        blank = text.rfind(" ", at, stop)
        stop = blank if blank > at else stop
    piece = " ".join(clean(text[start:stop]).split())
    return f"{'… ' if start > begin else ''}{piece}{' …' if stop < end else ''}"
