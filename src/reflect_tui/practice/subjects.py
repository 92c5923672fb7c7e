"""Of whom something is said: the nearest word before it, or behind it, that names somebody."""

from __future__ import annotations

from collections.abc import Mapping

from reflect_tui.practice.adverbs import before_adverbs
from reflect_tui.practice.callings import (
    ACTS,
    COLLEAGUES,
    PEOPLE,
    PROFESSIONALS,
    THINGS,
    whom_of,
)
from reflect_tui.practice.phrases import is_name
from reflect_tui.practice.pieces import Pieces, words_of

_FAR = 25
"""Words looked at before it."""
_OBJECTS = words_of("him them us me himself herself themselves myself ourselves")
_OURS = words_of("i we our my i'm we're i've we've i'd we'd i'll we'll")
_THEIRS = words_of("he she they his her their he's she's they're he'd she'd they'd they've")
_IT = words_of("it its it's this")
_TOWARDS = words_of("in near outside to with at towards toward from for about against on")
_SMALL = words_of(
    "the a an his her their our my this that these those its all some any other another several "
    "social"
)
_PARTS = words_of("and or but , ( : by in when as every each always because who that while after")
"""Behind these, something else is spoken of."""
_SUBJECTS = words_of("he she they he's she's they're")
_NOUNS = words_of("aggression hostility disrespect")
"""Nouns of which only whoever is named right beside them has any."""
_BEFORE_A_NOUN = words_of(
    "a an the of with to by for from about some any more such these those this that because "
    "after following due over"
)
_HOLDS = words_of(
    "is was are were am be been being became become becomes seems seemed appears appeared has have "
    "had having show shows showed display displays displayed use uses used adopt adopted sounded"
)
_BREAKS = words_of("because after when while that who which with of about over following to for")
_WAYS = words_of("way manner tone voice fashion")
_MOST_BETWEEN = 3
"""Words from an owner to what is theirs."""
_IS = words_of("is was are were been being be")
_AFRAID = words_of("afraid scared frightened hurt injured hit upset worried concerned attacked")


def subject(pieces: Pieces, first: int, last: int, known: Mapping[str, str]) -> str:
    """Of whom the words from first to last are said: the name of a list, or nothing."""
    if pieces.words[first] in _NOUNS:
        return _whose(pieces, first, last, known)
    if first < last and pieces.words[last] in known and _is_attributive(pieces, first):
        return whom_of(pieces, last, known[pieces.words[last]])
    behind = _right_behind(pieces, last, known)
    if behind == THINGS:
        return _owner(pieces, first, known)
    if behind and behind != "acts":
        return behind
    whom, at = _before(pieces, first, known)
    at_work = whom in (COLLEAGUES, PROFESSIONALS)
    if at_work and (behind or _is_attributive(pieces, first)) and not _has(pieces, at, first):
        # The police were called after an aggressive outburst: it wasn't theirs.
        return PEOPLE if behind else ""
    return PEOPLE if behind and not at_work else whom


def _whose(pieces: Pieces, first: int, last: int, known: Mapping[str, str]) -> str:
    """Whose aggression it is, where that is said right before or behind; else nothing."""
    before = pieces.words[first - 1] if first else ""
    if before in _THEIRS or before in ("our", "my"):
        return PEOPLE if before in _THEIRS else PROFESSIONALS
    if before.endswith("'s"):
        return known.get(before[:-2], PEOPLE)
    if last + 1 < len(pieces) and pieces.words[last + 1] in ("from", "by"):
        for at in range(last + 2, min(last + 5, len(pieces))):
            if (bare := pieces.words[at].partition("'")[0]) in known:
                return whom_of(pieces, at, known[bare])
    return ""


def _is_attributive(pieces: Pieces, first: int) -> bool:
    """Whether it stands before what it is said of: an aggressive outburst."""
    before = before_adverbs(pieces, first - 1)
    return before >= 0 and pieces.words[before] in _BEFORE_A_NOUN


def _has(pieces: Pieces, at: int, first: int) -> bool:
    """Whether whoever the word at this place names is, or has, or shows, what stands at `first`."""
    word = pieces.words[at]
    if (word.endswith("'s") or word in ("our", "my")) and first - at <= _MOST_BETWEEN:
        return True
    if pieces.words[first - 2] == "in" and not _WAYS.isdisjoint(pieces.words[first : first + 3]):
        return True  # spoke to him in a disrespectful way
    between = pieces.words[at + 1 : first]
    breaks = [number for number, each in enumerate(between) if each in _BREAKS]
    return any(each in _HOLDS for each in between[breaks[-1] + 1 if breaks else 0 :])


def _stands_for_a_colleague(pieces: Pieces, at: int, known: Mapping[str, str]) -> bool:
    """Whether "she" is a colleague: one who was called in because she is, or was told that."""
    for before in range(at - 1, max(at - _FAR, -1), -1):
        if pieces.sentences[before] != pieces.sentences[at]:
            return False
        word = pieces.words[before]
        if word in _OBJECTS or word in _THEIRS or word in _OURS or is_name(pieces, before):
            return False
        whom = known.get(word.partition("'")[0])
        if whom is None or whom == THINGS:
            continue
        if whom_of(pieces, before, whom) != COLLEAGUES or word.endswith("'s"):
            return False
        then = pieces.words[before + 1 : before + 3]
        if then[0] in _IS and not _AFRAID.intersection(then):
            return True
        led = before - 1
        while led > 0 and pieces.words[led] in _SMALL | {"my", "black", "asian", "white"}:
            led -= 1
        return pieces.words[led] in ("told", "tell", "telling")
    return False


def _right_behind(pieces: Pieces, last: int, known: Mapping[str, str]) -> str:
    """What the words belong to where it follows at once, as in "a difficult mother"."""
    found = ""
    for at in range(last + 1, min(last + 3, len(pieces))):
        if not pieces.follows[at]:
            break
        word = pieces.words[at]
        if word in ACTS:
            return "acts"
        if word in known:
            # The last of several counts: a difficult team member.
            behind = at + 1
            if behind < len(pieces) and pieces.follows[behind] and pieces.words[behind] in known:
                at = behind
            return whom_of(pieces, at, known[pieces.words[at]])
        if word in _TOWARDS or word in _SMALL or word in _PARTS:
            break
    return found


def _before(pieces: Pieces, first: int, known: Mapping[str, str]) -> tuple[str, int]:
    """Of whom it is said, and which word says so."""
    sentence = pieces.sentences[first]
    for at in range(first - 1, max(first - _FAR, -1), -1):
        if pieces.sentences[at] != sentence:
            break
        word = pieces.words[at]
        bare = word.partition("'")[0]
        if word in _OBJECTS:
            adjective = at + 1 == first and not pieces.words[first].endswith("ly")
            relative = "who" in pieces.words[max(at - _MOST_BETWEEN, 0) : at]  # who stopped him was
            if adjective or (pieces.words[at + 1] in _IS_CALLED and not relative):
                ours = word in ("us", "me", "ourselves", "myself")
                return PROFESSIONALS if ours else PEOPLE, at
            continue
        if word in ("our", "my") and pieces.words[at + 1] in known and _is_object(pieces, at):
            continue  # the worker on our team
        if _is_object(pieces, at):
            continue
        if word == "her" and at + 1 == first and pieces.words[first].endswith("ly"):
            continue
        if word in _OURS:
            return PROFESSIONALS, at
        if word in _THEIRS:
            she = word in _SUBJECTS and _stands_for_a_colleague(pieces, at, known)
            return COLLEAGUES if she else PEOPLE, at
        if word in _IT:
            return THINGS, at
        if bare in known:
            whom = whom_of(pieces, at, known[bare])
            if whom in (PROFESSIONALS, COLLEAGUES) and _reports(pieces, at):
                continue
            return _owner(pieces, at, known) if whom == THINGS else whom, at
        starts = at == 0 or pieces.sentences[at - 1] != sentence
        if (is_name(pieces, at) or is_name(pieces, at, possessive=True)) and (
            not starts or _acts_like_a_name(pieces, at)
        ):
            return PEOPLE, at
    return "", first


_IS_CALLED = words_of("as being to becoming is was be very")
_REPORTS = words_of(
    "seen heard noticed witnessed experienced faced dealt met "
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
    for number in range(at + 1, min(at + 6, len(pieces))):
        word = pieces.words[number]
        if word in _IS or word == ",":  # was described as
            return False
        if word in _REPORTS:
            return True
    return False


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
    if before > 0 and pieces.words[before] not in _TOWARDS and pieces.words[before - 1] in _SMALL:
        before -= 1  # on the night shift
    while before >= 0 and pieces.words[before] in _SMALL and pieces.follows[before + 1]:
        before -= 1
    return before >= 0 and pieces.words[before] in _TOWARDS and pieces.follows[before + 1]
