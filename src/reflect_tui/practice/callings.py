"""Who the words for people stand for: those written about, who works here, or elsewhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reflect_tui.practice.phrases import with_endings
from reflect_tui.practice.pieces import Pieces, words_of

PEOPLE, COLLEAGUES, PROFESSIONALS, THINGS = "people", "colleagues", "professionals", "things"
SUBJECTS = (PEOPLE, COLLEAGUES, PROFESSIONALS, THINGS)
"""The lists that say of whom, or of what, something can be said."""

_FAR = 25
"""Words of a sentence on either side that say whether it is about work."""
_OF_PEOPLE = words_of("family household community group gang church congregation")
_AT_WORK = words_of("shift shifts rota handover supervision appraisal induction timesheet")
_PAID = words_of("paid agency night bank home homecare domiciliary care professional day live-in")
_SINGLE = words_of(
    "officer teacher doctor nurse midwife consultant psychologist receptionist tutor advocate "
    "interpreter driver coach warden professional officers teachers nurses professionals"
)
ACTS = words_of("behaviour behaviours behavior attitude conduct manner tone presentation")
"""What somebody does: it is said of whoever does it."""


def by_word(lists: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """For each word of those lists, in all its forms, which list it stands in."""
    known: dict[str, str] = {}
    for name in reversed(SUBJECTS):
        for member in lists.get(name, ()):
            last = member.replace("-", " ").split()[-1:]
            for word in last:
                for form in with_endings(word.casefold().rstrip("*")):
                    known[form] = name
    return {word: name for word, name in known.items() if word not in ACTS}


def whom_of(pieces: Pieces, at: int, whom: str) -> str:
    """Which list a word of the lists is really in, by what stands beside it."""

    def word(number: int) -> str:
        return pieces.words[number] if 0 <= number < len(pieces) else ""

    bare, before, earlier = word(at).partition("'")[0], word(at - 1), word(at - 2)
    if bare in ("staff", "team") and before == "of" and earlier in ("member", "members"):
        return COLLEAGUES
    if bare in ("member", "members"):
        return PEOPLE if before in _OF_PEOPLE else whom
    if bare in ("carer", "carers"):
        shared = any(each in _AT_WORK for each in _sentence(pieces, at))
        return COLLEAGUES if before in _PAID or shared else whom
    if whom == PROFESSIONALS and bare in _SINGLE:
        ours = before in ("our", "fellow") or (
            word(at + 1) in ("on", "in", "of", "from")
            and word(at + 2) in ("our", "my", "mine", "ours")
        )
        return COLLEAGUES if ours else whom
    return whom


def _sentence(pieces: Pieces, at: int) -> Sequence[str]:
    first = last = at
    while first and at - first < _FAR and pieces.sentences[first - 1] == pieces.sentences[at]:
        first -= 1
    while (
        last + 1 < len(pieces)
        and last - at < _FAR
        and pieces.sentences[last + 1] == pieces.sentences[at]
    ):
        last += 1
    return pieces.words[first : last + 1]
