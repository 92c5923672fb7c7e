"""The lines of local.yaml as a form asks for them: what each is, and what may be wrong with it.

A line is questioned, never refused: whoever fills it in knows their service, and we don't.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from reflect_tui.clean import clean
from reflect_tui.practice.local import Local
from reflect_tui.practice.problems import shown


@dataclass(frozen=True, slots=True)
class Contact:
    """One line that can be filled in."""

    key: str
    """Its name in local.yaml."""
    label: str
    about: str
    """What it is, in one sentence."""
    example: str
    rings: bool = False
    """Whether people will ring what stands there."""


GROUPS: tuple[tuple[str, tuple[Contact, ...]], ...] = (
    (
        "On the page “Someone may be at risk”",
        (
            Contact(
                "duty-number",
                "Duty number",
                "Whom to ring today when a child or adult may be at risk, in office hours and "
                "at all other times.",
                "0100 000 0001 (9 to 5, Mon to Fri); all other times 0100 000 0002",
                rings=True,
            ),
            Contact(
                "head-of-service",
                "Head of Service",
                "Who is told of all racism and has the log (standard 3.3); say who when they are "
                "away, or when the concern is about them.",
                "Your own Head of Service; if away, the duty Head of Service, 0100 000 0003",
                rings=True,
            ),
            Contact(
                "lado",
                "LADO",
                "Where a serious allegation of harm made by a child goes (5.9).",
                "0100 000 0004, lado@council.example; out of hours ring duty",
                rings=True,
            ),
            Contact(
                "safeguarding-adults",
                "Safeguarding adults",
                "Where a concern about an adult with care and support needs goes.",
                "Adult safeguarding, 0100 000 0005; out of hours ring duty",
                rings=True,
            ),
            Contact(
                "escalation",
                "Taking it further",
                "The protocols for when a partner won't talk about racism that was seen (3.5), "
                "and where they lie.",
                "'Escalation of concerns': children, partnership website; adults, board website",
            ),
            Contact(
                "complaints",
                "Complaints",
                "How someone complains, in words you would hand to them, and how else than in "
                "writing and in English (1.8, 3.2).",
                "0100 000 0006, by telephone, letter or in person, in any language",
                rings=True,
            ),
            Contact(
                "advocacy",
                "Advocacy",
                "Who can speak for someone, for children and for adults (1.8).",
                "Children: 0100 000 0007. Adults: 0100 000 0008. They may ring for themselves",
                rings=True,
            ),
            Contact(
                "interpreters",
                "Interpreters",
                "How to get an interpreter, today if it must be; also British Sign Language (1.2).",
                "0100 000 0009, account 12; ask for the dialect and who the person would want",
                rings=True,
            ),
        ),
    ),
    (
        "For staff",
        (
            Contact(
                "staff-support",
                "Someone to talk to",
                "Whom a colleague can talk to outside the room and their line of management, "
                "agency staff too (5.17).",
                "Staff support line 0100 000 0010, day and night, also agency staff",
                rings=True,
            ),
            Contact(
                "health-and-safety",
                "Health and safety report",
                "Where a racist incident is reported as a health and safety incident, and who can "
                "fill in the form for someone else (5.17).",
                "Incident form on the intranet; any manager may fill it in for you",
            ),
        ),
    ),
    (
        "On notes and records",
        (
            Contact(
                "handling",
                "Marking",
                "What stands at the top of every note.",
                "OFFICIAL-SENSITIVE: personal data",
            ),
            Contact(
                "filed-in",
                "Filed in",
                "Where a supervision note is filed, and where a case insert goes.",
                "Supervision notes: the personal supervision folder. Case inserts: the record",
            ),
            Contact(
                "review-period",
                "Looked at again after",
                "How long until someone looks again at whether a note is still needed; it is only "
                "printed, and nothing is deleted.",
                "2 years after it is agreed",
            ),
            Contact(
                "review-schedule",
                "Whose schedule",
                "Where that time comes from.",
                "Records retention schedule, People's Directorate, section 4",
            ),
            Contact(
                "information-team",
                "Information team",
                "Whom to ask before anything is put in the bin, if someone may have asked for "
                "their information.",
                "Information team, 0100 000 0011",
                rings=True,
            ),
        ),
    ),
)
"""The lines, as they stand together on the form."""

CONTACTS: tuple[Contact, ...] = tuple(one for _, group in GROUPS for one in group)
"""Every line that can be filled in."""

_RUN = re.compile(r"(?<![\w.,+])(?:\+|\(0)?\d+(?:[ .–-]{0,3}(?:\(0\)|\))?[ .–-]{0,3}\d+)*")
_NO_NUMBER = re.compile(
    r"\b(?:account|acct|code|extension|ext|pin|ref|reference|room)\.?\s*$", re.I
)
_WHEN = re.compile(r"(?<!\d)(?:\d{1,2}([./])\d{1,2}\1\d{2,4}|\d{1,2}[.:]\d{2})(?![\d.])")
"""A date, or a time of day."""
_LEAST, _LEAST_WITHOUT_ZERO = 3, 6
"""Digits from which a run of them is looked at; without a 0 or + in front it needs more."""

_MOST_PIECES = 12


def tidy(text: str) -> str:
    """What somebody typed, as it can stand in local.yaml and be read again: one line of words."""
    return " ".join(clean(text).replace("\ufffe", "").replace("\uffff", "").split())


def question(contact: Contact, text: str) -> str:
    """What to ask about a line, or nothing; whatever the answer, the line may stand."""
    if not contact.rings or not text:
        return ""
    odd = next((run for run in _runs(text) if not _can_be_rung(run)), "")
    if odd:
        return f"This doesn't look like a whole telephone number: {shown(odd)}. Is it right?"
    if contact.key == "duty-number" and not re.search(r"\d{3}", text):
        return "No telephone number stands here. Is it right?"
    return ""


def comes_from(contact: Contact, local: Local, own: Path) -> str:
    """Where a line comes from now, in words; `own` is the user's own file."""
    file = local.files.get(contact.key)
    if file is None:
        return "empty"
    return "yours" if file == own else "from your organisation's file"


def _runs(text: str) -> list[str]:
    """Each run of digits that may be meant as a telephone number."""
    found = []
    for match in _RUN.finditer(_WHEN.sub(lambda when: ";" * len(when.group()), text)):
        run = match.group()
        least = _LEAST if run.startswith(("0", "+", "(0")) else _LEAST_WITHOUT_ZERO
        digits = sum(map(str.isdecimal, run))
        if digits >= least and not _NO_NUMBER.search(text[: match.start()]):
            found.append(run)
    return found


def _can_be_rung(run: str) -> bool:
    """Whether a run of digits, or what it begins with, is a whole number."""
    import phonenumbers  # here, because only this form asks

    pieces = run.split(" ", _MOST_PIECES)[:_MOST_PIECES]
    for many in range(len(pieces), 0, -1):
        try:
            number = phonenumbers.parse(" ".join(pieces[:many]), "GB")
        except phonenumbers.NumberParseException:
            continue
        if phonenumbers.is_valid_number(number) or phonenumbers.is_valid_short_number(number):
            return True
    return False
