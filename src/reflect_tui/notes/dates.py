"""Dates of one day, as people in Britain write them, and which of them are somebody's birth."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reflect_tui.notes.identifiers import Identifier, Kind

_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_NTH = rf"{_DAY}(?:[ ]?(?:st|nd|rd|th))?"
_MONTH = (
    r"(?:(?:January|February|April|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
    # In small letters these two are words of their own: they may, a march.
    r"|january|february|april|june|july|august|september|october|november|december"
    r"|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER"
    r"|March|May)\b\.?)"
)
_YEAR = r"(?:(?:19|20)\d\d|['’]\d\d)"
_WEEKDAY = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|Mon|Tues|Tue|Weds|Wed|Thurs|Thur|Thu|Fri|Sat|Sun)"
)
_GAP = r"[ \t\u00a0]"

_WRITTEN_OUT = re.compile(
    # Never in the middle of a number, so not in a clause 2.13 or a sum of 1,013.
    rf"(?<![\w/-])(?<!\d[.,])(?:{_WEEKDAY}\.?,?{_GAP}(?:the{_GAP})?)?"
    rf"{_NTH}(?:{_GAP}?(?:-|–|/|&|to|and|or){_GAP}?{_NTH})?"
    rf"(?:{_GAP}of)?[-,]?{_GAP}?{_MONTH}(?:[-,]?{_GAP}?{_YEAR})?(?![\w])"
)
_MONTH_FIRST = re.compile(
    rf"(?<![\w])(?:{_WEEKDAY}\.?,?{_GAP})?{_MONTH}{_GAP}(?:the{_GAP})?{_NTH}(?![\d:%/]|\.\d)"
    rf"(?:,?{_GAP}{_YEAR})?(?![\w])"
)
_WEEKDAY_AND_NUMBER = re.compile(
    rf"(?<![\w]){_WEEKDAY},?{_GAP}(?:the{_GAP})?{_DAY}(?:st|nd|rd|th)(?![\w])"
)
_IN_FIGURES = re.compile(
    r"(?<![\w/.-])(?P<a>\d{1,2})(?P<mark>[/.-])(?P<b>\d{1,2})(?P=mark)(?P<c>(?:19|20)\d\d|\d\d)"
    r"(?![\w/-])(?!\.\d)"
    r"|(?<![\w/.-])(?P<year>(?:19|20)\d\d)(?P<other>[/.-])(?P<m>\d{1,2})(?P=other)(?P<d>\d{1,2})"
    r"(?:T[\d:.]{4,15}Z?)?(?![\w/-])(?!\.\d)"
)
_SHORT = re.compile(
    r"\b(?:[Oo]n|[Dd]ated|[Ss]ince|[Uu]ntil|[Bb]y|[Ff]rom|of|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    rf"|Mon|Tue|Wed|Thu|Fri|Sat|Sun){_GAP}(?:the{_GAP})?(?P<day>\d{{1,2}}/\d{{1,2}})(?![\w/%])(?!\.\d)"
)

_BIRTH_BEFORE = re.compile(
    r"(?:\bd\.?o\.?b\b\.?|\bdate of birth\b|\bborn\b|\bbirthday\b|\bbirth ?date\b|\bbirthdate\b"
    r"|\bd\.?\s?of\s?b\b)[^.\n\d]{0,30}$",
    re.IGNORECASE,
)
_BIRTH_AFTER = re.compile(
    r"^[\s,)*_]{0,4}(?:\((?:dob|date of birth|birthday)|(?:is|was)\s(?:\w+['’]?s?\s){1,2}"
    r"(?:birthday|date of birth)|\(?d\.?o\.?b\b|birthday\b)",
    re.IGNORECASE,
)
_BARE_BIRTH = re.compile(
    r"(?:\bd\.?o\.?b\b\.?|\bdate of birth\b)[^\w\n]{0,4}(?:is |was )?"
    r"(?P<bare>\d{8}|\d{6}|\d{1,2}[ ]\d{1,2}[ ]\d{2,4})\b",
    re.IGNORECASE,
)
_BIRTH = r"(?:\bd\.?\s?o\.?\s?b\b\.?|\bdate of birth\b|\bborn\b|\bbirth ?(?:day|date)\b|\(b\.)"
_NUMBERED = (
    r"(?:standard|section|clause|paragraph|para|part|chapter|version|guidance|page|ward)s?\b"
)
_SPACED = (
    rf"(?<![\w/.-])(?P<when>\d{{1,2}}(?P<mark>[./-]){_GAP}?\d{{1,2}}(?P=mark){_GAP}?"
    r"(?:(?:19|20)\d\d|\d\d)(?![\w/-])(?!\.\d))"
)
_BIRTH_FIGURES = re.compile(
    # Beside a birth, figures are a date that elsewhere may be a paragraph's number.
    rf"{_BIRTH}(?:(?!{_NUMBERED})[^.\n\d]){{0,25}}?{_SPACED}",
    re.IGNORECASE,
)
_FIGURES_BIRTH = re.compile(
    rf"{_SPACED}[ ,]{{0,2}}(?:\(|\bis (?:his|her|their) )?"
    r"(?:d\.?o\.?b\b|date of birth\b|birthday\b)",
    re.IGNORECASE,
)
_BORN_ON = re.compile(
    rf"\bborn on{_GAP}(?:the{_GAP})?(?P<when>\d{{1,2}}\.\d{{1,2}})(?![\w.:%]\d|[\w:%])"
)
_BIRTH_MONTH = re.compile(
    rf"(?:\bd\.?o\.?b\b\.?|\bdate of birth\b|\bborn\b)[^.\n\d]{{0,25}}?\b"
    rf"(?P<when>{_MONTH},?{_GAP}(?:of{_GAP})?(?:19|20)\d\d)\b",
    re.IGNORECASE,
)


def dates(text: str) -> Iterator[Identifier]:
    """Every date of one day; a month or a year alone is silent, unless somebody was born in it."""
    for pattern in (_WRITTEN_OUT, _MONTH_FIRST, _WEEKDAY_AND_NUMBER):
        for match in pattern.finditer(text):
            yield _date(text, *match.span())
    for match in _IN_FIGURES.finditer(text):
        if _can_be(match):
            yield _date(text, *match.span())
    for match in _SHORT.finditer(text):
        day, month = (int(number) for number in match["day"].split("/"))
        if 1 <= day <= 31 and 1 <= month <= 12:
            yield _date(text, *match.span("day"))
    for pattern in (_BIRTH_FIGURES, _FIGURES_BIRTH, _BORN_ON):
        for match in pattern.finditer(text):
            day, month, *_ = (int(number) for number in re.findall(r"\d+", match["when"]))
            if 1 <= min(day, month) <= 12 and max(day, month) <= 31:
                start, end = match.span("when")
                yield Identifier(start, end, text[start:end], Kind.BIRTH)
    for pattern in (_BARE_BIRTH, _BIRTH_MONTH):
        for match in pattern.finditer(text):
            start, end = match.span(pattern.groups)
            yield Identifier(start, end, text[start:end], Kind.BIRTH)


def _can_be(match: re.Match[str]) -> bool:
    """Whether there is such a day; a version or a clause may look like one."""
    if match["year"]:
        return 1 <= int(match["m"]) <= 12 and 1 <= int(match["d"]) <= 31
    first, second = int(match["a"]), int(match["b"])
    fits = 1 <= min(first, second) <= 12 and max(first, second) <= 31
    if match["mark"] == "/" or len(match["c"]) == 4:
        return fits
    # 2.13.10 is a paragraph's number, 10-12-14 may be ages.
    return fits and match["mark"] == "." and len(match["a"]) == len(match["b"]) == 2


def _date(text: str, start: int, end: int) -> Identifier:
    while text[end - 1] in ". ":
        end -= 1
    line = text.rfind("\n", max(0, start - 60), start) + 1 or max(0, start - 60)
    born = _BIRTH_BEFORE.search(text[line:start]) or _BIRTH_AFTER.search(text[end : end + 40])
    return Identifier(start, end, text[start:end], Kind.BIRTH if born else Kind.DATE)
