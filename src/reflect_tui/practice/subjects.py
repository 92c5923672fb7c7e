"""Of whom something is said: the nearest word before it, or behind it, that names somebody."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reflect_tui.practice.phrases import is_name, with_endings
from reflect_tui.practice.pieces import Pieces, words_of

PEOPLE, COLLEAGUES, PROFESSIONALS, THINGS = "people", "colleagues", "professionals", "things"
SUBJECTS = (PEOPLE, COLLEAGUES, PROFESSIONALS, THINGS)
"""The lists that say of whom, or of what, something can be said."""

_FAR = 25
"""Words looked at before it."""
_OBJECTS = words_of("him them us me himself herself themselves myself ourselves")
_OURS = words_of("i we our my i'm we're i've we've i'd we'd i'll we'll")
_THEIRS = words_of("he she they his her their he's she's they're he'd she'd they'd they've")
_IT = words_of("it its it's this")
_TOWARDS = words_of("to with at towards toward from for about against on")
_SMALL = words_of(
    "the a an his her their our my this that these those its all some any other another several "
    "social"
)
_PARTS = words_of("and or but , ( : by in when as every each always because who that while after")
"""Behind these, something else is spoken of."""
_ACTS = words_of("behaviour behaviours behavior attitude conduct manner tone presentation")
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
    return {word: name for word, name in known.items() if word not in _ACTS}


def subject(pieces: Pieces, first: int, last: int, known: Mapping[str, str]) -> str:
    """Of whom the words from first to last are said: the name of a list, or nothing."""
    behind = _right_behind(pieces, last, known)
    if behind == THINGS:
        return _owner(pieces, first, known)
    if behind and behind != "acts":
        return behind
    before = _before(pieces, first, known)
    if behind == "acts":
        return before if before in (COLLEAGUES, PROFESSIONALS) else PEOPLE
    return before


def _right_behind(pieces: Pieces, last: int, known: Mapping[str, str]) -> str:
    """What the words belong to where it follows at once, as in "a difficult mother"."""
    found = ""
    for at in range(last + 1, min(last + 3, len(pieces))):
        if not pieces.follows[at]:
            break
        word = pieces.words[at]
        if word in _ACTS:
            return "acts"
        if word in known:
            return known[word]
        if word in _TOWARDS or word in _SMALL or word in _PARTS:
            break
    return found


def _before(pieces: Pieces, first: int, known: Mapping[str, str]) -> str:
    sentence = pieces.sentences[first]
    for at in range(first - 1, max(first - _FAR, -1), -1):
        if pieces.sentences[at] != sentence:
            break
        word = pieces.words[at]
        bare = word.partition("'")[0]
        if word in _OBJECTS:
            adjective = at + 1 == first and not pieces.words[first].endswith("ly")
            if adjective or pieces.words[at + 1] in _IS_CALLED:
                return PROFESSIONALS if word in ("us", "me", "ourselves", "myself") else PEOPLE
            continue
        if _is_object(pieces, at):
            continue
        if word == "her" and at + 1 == first and pieces.words[first].endswith("ly"):
            continue
        if word in _OURS:
            return PROFESSIONALS
        if word in _THEIRS:
            return PEOPLE
        if word in _IT:
            return THINGS
        if bare in known:
            whom = known[bare]
            if whom in (PROFESSIONALS, COLLEAGUES) and _reports(pieces, at):
                continue
            return _owner(pieces, at, known) if whom == THINGS else whom
        starts = at == 0 or pieces.sentences[at - 1] != sentence
        if (is_name(pieces, at) or is_name(pieces, at, possessive=True)) and (
            not starts or _acts_like_a_name(pieces, at)
        ):
            return PEOPLE
    return ""


_IS_CALLED = words_of("as being to becoming is was be very")
_REPORTS = words_of(
    "say says said report reports reported note notes noted describe describes described see sees "
    "saw find finds found observe observed observes raise raised record recorded records mention "
    "mentioned witnessed witness think thinks thought feel feels felt believe believes believed "
    "call calls called told tell tells stated states complain complains complained worried"
)
_BEHIND_A_NAME = words_of(
    "is was has had can could will would may might does did seems seemed appears appeared became "
    "becomes presents presented says said failed and continues remains remained"
)


def _acts_like_a_name(pieces: Pieces, at: int) -> bool:
    """Whether a word that begins a sentence is followed as a name would be."""
    return at + 1 < len(pieces) and (
        pieces.words[at + 1] in _BEHIND_A_NAME or pieces.words[at].endswith("'s")
    )


def _reports(pieces: Pieces, at: int) -> bool:
    """Whether it says, or sees, what follows: then that is of somebody else."""
    behind = range(at + 1, min(at + 4, len(pieces)))
    return any(pieces.words[number] in _REPORTS for number in behind)


def _owner(pieces: Pieces, at: int, known: Mapping[str, str]) -> str:
    """Whose thing it is, where that is said right before it: her letter, the officer's tone."""
    if at == 0:
        return THINGS
    before = pieces.words[at - 1]
    if before in _THEIRS:
        return PEOPLE
    if before in _OURS:
        return PROFESSIONALS
    owner = before.partition("'")[0]
    return known.get(owner, PEOPLE) if before.endswith("'s") else THINGS


def _is_object(pieces: Pieces, at: int) -> bool:
    """Whether something was done to, or with, whoever a word names."""
    before = at - 1
    while before >= 0 and pieces.words[before] in _SMALL and pieces.follows[before + 1]:
        before -= 1
    return before >= 0 and pieces.words[before] in _TOWARDS and pieces.follows[before + 1]
