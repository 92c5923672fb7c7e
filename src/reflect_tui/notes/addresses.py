"""Where somebody lives or learns: house and street, flats, named houses, schools and the like."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reflect_tui.notes.identifiers import Identifier, Kind
from reflect_tui.notes.vocabulary import Sort, listed, sort_of, vocabulary

_CAPITAL = r"[^\W\d_a-zß-öø-ÿ][\w'’.-]{0,30}"
_JOIN = r"(?:of|the|y|yr|and|le|la|de|upon|on|-|&)"
_GAP = r"[ \t\u00a0]"
_ROADS = (
    r"Road|Rd|Street|St|Avenue|Ave|Av|Lane|Ln|Close|Cl|Crescent|Cres|Gardens|Gdns|Terrace|Terr"
    r"|Drive|Dr|Mews|Grove|Gr|Way|Walk|Place|Pl|Court|Ct|Square|Sq|Hill|Rise|Row|Park|View|Green"
    r"|Parade|Yard|Wharf|Quay|Gate|Path|Passage|Mount|Fold|Croft|Dene|Bank|Broadway|Circus|Estate"
    r"|House|Lodge|Tower|Towers|Point|Heights|Mansions|Buildings|Villas|Cottages?|Barn|Farm"
    r"|Brae|Wynd|Vennel|Loan|Pend|Entry|Gait|Meadows?|Fields|Chase|Vale|Orchard|Copse|Boulevard"
)
_CLEAR_ROADS = (
    r"Road|Rd|Street|Avenue|Ave|Lane|Close|Crescent|Cres|Gardens|Gdns|Terrace|Drive|Mews|Grove"
    r"|Wynd|Brae|Vennel|Cottages?|Mansions|Tower|Towers|Heights|Lodge|Court|Estate|House|Villas|Rise"
)
_WELSH = r"Heol|Ffordd|Stryd|Lôn|Lon|Rhodfa|Maes|Bryn|Clos|Cilgant|Gerddi|Teras|Parc|Rhes|Tai|Llys"
_FLAT = (
    r"(?:(?:[Ff]lat|[Aa]partment|[Aa]pt|[Uu]nit|[Rr]oom|[Mm]aisonette)\.?[ ]"
    r"(?:\d[\w/]{0,4}|[A-Z]\d{0,3})(?:,[ ]?|[ ]))"
)
_NUMBER = r"\d{1,4}[A-Za-z]?(?:[-/–]\d{1,4}[A-Za-z]?)?"

_NUMBERED = re.compile(
    rf"(?<![\w.,/£$€-]){_FLAT}?(?:{_CAPITAL}{_GAP}(?:House|Court|Lodge|Tower|Point),[ ]?)?"
    rf"{_NUMBER},?{_GAP}(?:The{_GAP})?"
    rf"(?:(?:{_CAPITAL}{_GAP}(?:{_JOIN}{_GAP}){{0,2}}){{1,4}}?(?:{_ROADS})\b(?:{_GAP}(?:{_ROADS})\b)?"
    rf"|(?:{_WELSH})(?:{_GAP}(?:{_JOIN}{_GAP}){{0,2}}{_CAPITAL}){{1,3}})"
)
_SMALL = re.compile(
    rf"(?<![\w.,/£$€-]){_FLAT}?{_NUMBER},?{_GAP}(?:[a-z'’]{{2,20}}{_GAP}){{1,3}}?"
    r"(?:road|rd|street|avenue|ave|lane|close|crescent|gardens|terrace|grove|mews|drive)\b"
)
_NOT_IN_A_STREET = listed("never in the name of a street in small letters")
_STREET = re.compile(
    rf"(?<![\w'’-])(?P<named>(?:{_CAPITAL}{_GAP}){{1,3}})(?P<road>{_CLEAR_ROADS})\b(?!['’-]\w)"
    rf"|(?<![\w'’-])(?:Heol|Ffordd|Stryd|Lôn|Rhodfa){_GAP}(?:{_JOIN}{_GAP}){{0,2}}(?P<welsh>{_CAPITAL})"
)
_FLAT_OF = re.compile(rf"(?<!\w){_FLAT}(?P<named>(?:{_CAPITAL}{_GAP}){{1,3}})(?:{_ROADS})\b")
_NOT_A_STREET = listed("never the name of a street")

_LEARNED_AT = (
    r"(?:Primary|Infants?|Juniors?|Secondary|Nursery|Grammar|High|Special|Community|Catholic|Sixth"
    r"|Pre|Girls['’]?|Boys['’]?|Church|of|England|RC|CE|C of E|Medical|Health|Children['’]s|Family"
    r"|Youth|Day|Care|Nursing|Residential|Playgroup)"
)
_HEADS = (
    r"School|Primary|Academy|Nursery|College|Surgery|Hospital|Hospice|Infirmary|Church|Mosque"
    r"|Masjid|Temple|Mandir|Gurdwara|Synagogue|Practice|Centre|Home|Club|Playgroup|Preschool"
    r"|Infants|Juniors|Grammar|Pre-School|Kindergarten|Chapel|Mosque"
)
_PLACE = re.compile(
    rf"(?<![\w'’-])(?P<named>(?:{_CAPITAL}{_GAP}){{1,4}})(?P<head>{_HEADS})\b(?!-\w)"
)
_SAINT = re.compile(
    rf"(?<![\w'’-])(?:St|Saint)\.?{_GAP}[^\W\d_a-z][^\W\d_]{{1,20}}(?:['’]s|s['’])(?![\w])(?! Day)"
)


def addresses(text: str) -> Iterator[Identifier]:
    """House and street, with or without the number, in English, Welsh and Scottish words."""
    for pattern in (_FLAT_OF, _NUMBERED):
        for match in pattern.finditer(text):
            if not _of_a_body(match[0]):
                yield Identifier(*match.span(), match[0], Kind.ADDRESS)
    for match in _SMALL.finditer(text):
        words = re.sub(r"[^a-z\s'’]", " ", match[0]).split()[:-1]
        if not _NOT_IN_A_STREET.intersection(words):
            yield Identifier(*match.span(), match[0], Kind.ADDRESS)
    for match in _STREET.finditer(text):
        if _of_a_body(match[0]):
            continue
        if match["welsh"]:
            yield Identifier(*match.span(), match[0], Kind.ADDRESS)
        elif start := _first_of_the_name(match):
            yield Identifier(start - 1, match.end(), text[start - 1 : match.end()], Kind.ADDRESS)


def _of_a_body(words: str) -> bool:
    """Whether it is "14 Children Services House" or Downing Street."""
    if any(words.endswith(phrase) for kept in vocabulary().phrases.values() for phrase in kept):
        return True
    named = [word for word in words.split() if word[0].isupper()][:-1]
    return bool(named) and all(sort_of(word) is Sort.ROLE for word in named)


def _first_of_the_name(match: re.Match[str]) -> int:
    """Where the name of a street or a place begins, plus one; 0 when it is none.

    Words that join, and those of roles and bodies, are no part of it: "The Family Court", "When
    Acacia Avenue".
    """
    start = 0
    for word in re.finditer(r"\S+", match["named"]):
        sort = sort_of(word[0])
        if word[0].lower() in _NOT_A_STREET or sort in (Sort.ROLE, Sort.BODY, Sort.DAY):
            return 0
        if sort in (Sort.PEOPLE, Sort.LETTERS):
            start = 0
        elif sort is Sort.JOINING and not start:
            continue
        elif not start:
            start = match.start("named") + word.start() + 1
    return start


def places(text: str) -> Iterator[Identifier]:
    """A school, surgery, place of worship or home with a name of its own."""
    for match in _PLACE.finditer(text):
        start = 0
        for word in re.finditer(r"\S+", match["named"]):
            sort = sort_of(word[0])
            if not start and (sort in (Sort.UNKNOWN, Sort.PLAIN, Sort.PLACE) or word[0] == "St"):
                start = match.start("named") + word.start() + 1
        if start and _is_known_to_all(text, start - 1, match.end()):
            continue
        if start and not (
            match["head"] in ("Home", "Practice", "Club", "Centre")
            and not _own_name(text[start - 1 : match.start("head")])
        ):
            yield Identifier(start - 1, match.end(), text[start - 1 : match.end()], Kind.PLACE)
    for match in _SAINT.finditer(text):
        yield Identifier(*match.span(), match[0], Kind.PLACE)


def _is_known_to_all(text: str, start: int, end: int) -> bool:
    """Whether it is no one place: Free Church, Celestial Church of Christ."""
    first = text[start:end].split()[0]
    return any(
        text.startswith(phrase, start) and start + len(phrase) >= end
        for phrase in vocabulary().phrases.get(first, ())
    )


def _own_name(words: str) -> bool:
    return any(sort_of(word) is Sort.UNKNOWN for word in words.split())
