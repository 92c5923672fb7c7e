"""Other words in the place of what could identify someone, where the person says so."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from reflect_tui.notes.identifiers import Kind

_SUGGESTED = {
    Kind.NHS_NUMBER: "[NHS number]",
    Kind.NATIONAL_INSURANCE: "[National Insurance number]",
    Kind.POSTCODE: "[postcode]",
    Kind.PHONE: "[phone number]",
    Kind.EMAIL: "[e-mail address]",
    Kind.BIRTH: "[date of birth]",
    Kind.DATE: "[date]",
    Kind.ADDRESS: "[address]",
    Kind.WEB: "[page online]",
    Kind.REFERENCE: "[reference number]",
    Kind.PLACE: "[school or place]",
    Kind.NAME: "[name]",
}

_MARKS = "\u0300-\u036f\u200c\u200d"
_LETTER = f"(?:[^\\W_]|[{_MARKS}])"
_CAPITAL = r"[^\W\d_a-zß-öø-ÿ]"
# The Brien of O'Brien and the Kate of Mary-Kate are parts of other names.
_BEGINS = rf"(?<![^\W_])(?<![{_MARKS}])(?<![^\W_]['’-])"
_ENDS = rf"(?!{_LETTER})(?!['’](?![sS](?!{_LETTER})){_LETTER})(?!-{_CAPITAL})"
_POSSESSIVE = r"(?P<own>(?P<mark>['’])(?:[sS](?![^\W_])|(?=\s[^\W_])))?"


def suggested(kind: Kind) -> str:
    """What may stand in the place of one of that kind, until the person chooses better words."""
    return _SUGGESTED[kind]


def replaced(text: str, pairs: Iterable[tuple[str, str]]) -> str:
    """`text` with each first string of `pairs`, wherever it stands as whole words, as the second.

    The longest goes first and nothing is replaced twice, so "Amina Hassan" is not taken apart
    by "Amina". What was hers stays so: "Amina's" becomes "the aunt's", "James'" "[name]'s" and,
    by the twins, "the twins'". Of two pairs for one string the last holds. What only looks the
    same, as an ë written as one letter or as two, is the same.
    """
    by = {words: other for words, other in pairs if words}
    if not by:
        return text
    for words, other in tuple(by.items()):
        for alike in _alike(words):
            by.setdefault(alike, alike if other == words else other)
    longest = sorted(by, key=len, reverse=True)
    pattern = "|".join(
        (_BEGINS if _joins(words[0]) else "")
        + re.escape(words)
        + (_ENDS if _joins(words[-1]) else "")
        for words in longest
    )

    def put(match: re.Match[str]) -> str:
        words = match["words"]
        return by[words] + _own(match, by[words], words)

    return re.sub(f"(?P<words>{pattern}){_POSSESSIVE}", put, text)


def _alike(words: str) -> Iterator[str]:
    """The same words as another keyboard or another program writes them."""
    for form in ("NFC", "NFD"):
        letters = unicodedata.normalize(form, words)
        yield letters
        yield letters.replace("'", "’")
        yield letters.replace("’", "'")


def _joins(letter: str) -> bool:
    """Whether a letter before or behind it would make it part of another word."""
    return re.match(_LETTER, letter) is not None


def _own(match: re.Match[str], other: str, words: str) -> str:
    """How the other words say that something is theirs."""
    own, mark = match["own"] or "", match["mark"] or ""
    if not own:
        return ""
    if own == mark and not words.endswith(("s", "S")):
        return own  # a quotation ends here
    ends_in_s = other.endswith("s")
    return mark if ends_in_s else f"{mark}s"
