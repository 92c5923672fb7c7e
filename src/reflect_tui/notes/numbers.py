"""Numbers and codes that belong to one person: NHS, National Insurance, phone, postcode, e-mail."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reflect_tui.notes.identifiers import Identifier, Kind

_NEAR = 40
"""Characters before a number in which what it is called is looked for."""


def found(text: str, start: int, end: int, kind: Kind) -> Identifier:
    """One place of `text`."""
    return Identifier(start, end, text[start:end], kind)


def _before(text: str, start: int) -> str:
    """What stands before a place on its line, in small letters, as far as it may name it."""
    return text[max(0, start - _NEAR) : start].rpartition("\n")[2].lower()


# -- NHS and National Insurance --------------------------------------------------------------

_TEN = re.compile(r"(?<![\w.+-])(?:\d{3}[ \u00a0-]\d{3}[ \u00a0-]\d{4}|\d{10})(?![\w-])(?!\.\d)")
_NHS_LABEL = re.compile(r"\bnhs\W{0,3}(?:no|num|number|id)?\b[^\d\n]{0,12}$")


def nhs_numbers(text: str) -> Iterator[Identifier]:
    """Ten digits whose check digit is right, spaced as on a letter, or called an NHS number.

    The check digit alone lets one in eleven of any ten digits pass, so it is not enough. One that
    is called an NHS number is pointed at even where a digit was mistyped.
    """
    for match in _TEN.finditer(text):
        before = _before(text, match.start())
        if _NHS_LABEL.search(before):
            yield found(text, *match.span(), Kind.NHS_NUMBER)
            continue
        spaced = len(match[0]) > 10
        after = text[match.end() : match.end() + 15].lower()
        if spaced or "nhs" in before or "nhs" in after:
            from stdnum.gb import nhs  # here, because it takes a while and few texts need it

            if nhs.is_valid(match[0].replace("\u00a0", " ")):
                yield found(text, *match.span(), Kind.NHS_NUMBER)


_INSURANCE = re.compile(
    r"(?<![^\W_])(?!BG|GB|KN|NK|NT|TN|ZZ)[A-Z]{2}[ -]?\d{2}[ -]?\d{2}[ -]?\d{2}(?:[ -]?[A-D])?"
    r"(?![^\W_])",
    re.IGNORECASE,
)
_INSURANCE_LABEL = re.compile(r"national insurance|\bni\b|\bnino\b")


def insurance_numbers(text: str) -> Iterator[Identifier]:
    """Two letters, six digits and a last letter; without that letter only where it is named."""
    for match in _INSURANCE.finditer(text):
        whole = match[0][-1].isalpha() and match[0][:2].isupper()
        if whole or _INSURANCE_LABEL.search(_before(text, match.start())):
            yield found(text, *match.span(), Kind.NATIONAL_INSURANCE)


# -- postcodes -------------------------------------------------------------------------------

_AREAS = (
    "AB AL B BA BB BD BF BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN "
    "DT DY E EC EH EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L "
    "LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA "
    "SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS "
    "WV YO ZE "
)
_POSTCODE = re.compile(
    r"(?<![^\W_])(?P<area>[A-Z]{1,2})(?P<district>\d[A-Z\d]?)(?P<gap>[ \u00a0]?)"
    r"(?P<inner>\d[ABD-HJLNP-UW-Z]{2})(?![^\W_])",
    re.IGNORECASE,
)
_KNOWN_AREAS = frozenset(_AREAS.split())
_ORDINALS = frozenset(("1st", "2nd", "3rd", *(f"{digit}th" for digit in range(10))))


def postcodes(text: str) -> Iterator[Identifier]:
    """Whole postcodes; in small letters only with the space in the middle."""
    for match in _POSTCODE.finditer(text):
        if match["area"].upper() not in _KNOWN_AREAS or match["inner"] in _ORDINALS:
            continue
        capitals = match[0].isupper()
        if capitals or match["gap"]:
            yield found(text, *match.span(), Kind.POSTCODE)


# -- phone numbers ---------------------------------------------------------------------------

_DIALLED = re.compile(
    r"(?<![\w.+/-])(?:\+|\(0|\(\+|0)[\d]{1,5}\)?(?:[ \u00a0.-]{0,3}\(?\d{1,7}\)?){1,5}(?![\w/])"
)
_SHORT = re.compile(r"(?<![\w.+/-])[2-9]\d{2,3}[ -]?\d{3,4}(?:[ -]?\d{3})?(?![\w/-])(?!\.\d)")
_PHONE_LABEL = re.compile(
    r"\b(?:phone|telephone|tel|mobile|mob|cell|landline|whatsapp|call(?:ed)?|ring|text)"
    r"\b(?: (?:number|no|him|her|them|on|is|at|me|us))*[\W]{0,3}$"
)


def phone_numbers(text: str) -> Iterator[Identifier]:
    """Numbers as they are dialled in Britain, those kept for stories too, and foreign ones with +.

    Lines that services share (0800, 03…) belong to no person.
    """
    for match in _DIALLED.finditer(text):
        start, end = match.span()
        if _rings(match[0]):
            yield found(text, start, end, Kind.PHONE)
    for match in _SHORT.finditer(text):
        if 6 <= sum(letter.isdigit() for letter in match[0]) <= 10 and _PHONE_LABEL.search(
            _before(text, match.start())
        ):
            yield found(text, *match.span(), Kind.PHONE)


_SHARED_LINES = re.compile(r"(?:0|\+44|0044)(?:800|808|3\d\d|845|844|870|871)")


def _rings(number: str) -> bool:
    import phonenumbers  # here, because it takes a while and few texts need it

    digits = re.sub(r"[^\d+]", "", number)
    if not 10 <= len(digits) <= 17 or _SHARED_LINES.match(digits):
        return False
    if digits.startswith("00"):
        digits = "+" + digits[2:]
    digits = digits.replace("+440", "+44", 1)
    try:
        parsed = phonenumbers.parse(digits, "GB")
    except phonenumbers.NumberParseException:
        return False
    if phonenumbers.is_valid_number(parsed):
        return True
    # Those that Ofcom keeps for stories are of no valid range, and people mistype; but what is
    # merely as long as a number may be a date or a sum, so here it must begin as a number does.
    national = str(parsed.national_number)
    if parsed.country_code == 44:
        return len(national) in (9, 10) and national[0] in "127" and len(digits) >= 10
    return digits.startswith("+") and phonenumbers.is_possible_number(parsed)


# -- e-mail, and names on the web ------------------------------------------------------------

_EMAIL = re.compile(
    r"(?<![\w.+'’-])[\w.+'’-]{1,64}@[^\W_](?:[\w-]{0,62}\.){1,5}[^\W\d_]{2,24}(?![\w-])"
)
_WEB = re.compile(r"(?:https?://|\bwww\.)[^\s<>\"')\]]{1,2000}", re.IGNORECASE)
_PROFILE = re.compile(
    r"(?:facebook|instagram|tiktok|snapchat|linkedin|twitter|youtube|justgiving|gofundme)\.com/."
    r"|//(?:www\.)?x\.com/.|wa\.me/.|t\.me/.",
    re.IGNORECASE,
)
_HANDLE = re.compile(r"(?<![\w@.])@[A-Za-z][\w.]{2,30}(?<!\.)")


def emails(text: str) -> Iterator[Identifier]:
    """E-mail addresses."""
    if "@" in text:
        for match in _EMAIL.finditer(text):
            yield found(text, *match.span(), Kind.EMAIL)


def web_addresses(text: str) -> list[tuple[int, int]]:
    """Where web addresses stand; most lead to what anybody may read."""
    return [match.span() for match in _WEB.finditer(text)]


def web_names(text: str) -> Iterator[Identifier]:
    """Pages of a person on the web, and the names people take there."""
    for start, end in web_addresses(text):
        if _PROFILE.search(text, start, end):
            yield found(text, start, end, Kind.WEB)
    if "@" in text:
        for match in _HANDLE.finditer(text):
            yield found(text, *match.span(), Kind.WEB)


# -- numbers of a case or a file -------------------------------------------------------------

_REFERENCE = re.compile(
    r"\b(?:case|mosaic|liquidlogic|lcs|las|client|person|patient|hospital|file|crime|passport|visa"
    r"|home office|ref|reference|upn|uln|ehcp|claim|referral|urn|id|identity|account|tenancy)"
    r"(?:[ \t](?:no|number|num|ref|reference|id|card))*\.?[ \t]?[:#]?[ \t]?(?:is |was )?"
    r"(?P<number>(?=[A-Z\d/-]{0,11}\d)[A-Z]{0,4}[/-]?[A-Z\d]{1,12}(?:[/-][A-Z\d]{1,12}){0,4})(?![\w])",
    re.IGNORECASE,
)


def references(text: str) -> Iterator[Identifier]:
    """What is called a case, file, passport or other number and has five figures or more."""
    for match in _REFERENCE.finditer(text):
        if sum(letter.isdigit() for letter in match["number"]) >= 5:
            yield found(text, *match.span("number"), Kind.REFERENCE)
