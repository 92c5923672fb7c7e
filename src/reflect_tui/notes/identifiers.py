"""What could identify someone: the kinds of it, and one place of it in a text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """The kinds, in the words people see."""

    NHS_NUMBER = "NHS number"
    NATIONAL_INSURANCE = "National Insurance number"
    POSTCODE = "postcode"
    PHONE = "phone number"
    EMAIL = "e-mail address"
    BIRTH = "date of birth"
    DATE = "date"
    ADDRESS = "address"
    WEB = "page or name online"
    REFERENCE = "reference number"
    PLACE = "school or place"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Identifier:
    """Some words of a text that could identify someone: `text[start:end] == self.text`."""

    start: int
    """Where it begins, in characters from the text's beginning."""
    end: int
    """Where the next character after it stands."""
    text: str
    kind: Kind
