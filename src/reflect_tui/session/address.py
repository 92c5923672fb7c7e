"""Where a prompt stands: `exercise/stage/prompt`, or `exercise/stage[entry]/prompt`.

An entry is named by its own random id, never by its position, so that nothing written is ever
shown under another entry when one is added or taken away.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated

from pydantic import PlainSerializer, PlainValidator, WithJsonSchema

_FORM = re.compile(
    r"(?P<exercise>[a-z][a-z0-9-]*)/(?P<stage>[a-z][a-z0-9-]*)"
    r"(?:\[(?P<entry>[a-z0-9]+)\])?(?:/(?P<prompt>[a-z][a-z0-9-]*))?"
)


@dataclass(frozen=True, slots=True)
class Place:
    """A page of a session: a stage, and the entry when the stage belongs to a round."""

    exercise: str
    stage: str
    entry: str = ""
    """The entry's id; empty outside a round."""

    def __str__(self) -> str:
        entry = f"[{self.entry}]" if self.entry else ""
        return f"{self.exercise}/{self.stage}{entry}"

    def prompt(self, prompt: str) -> Address:
        """The address of a prompt on this page."""
        return Address(self.exercise, self.stage, prompt, self.entry)


@dataclass(frozen=True, slots=True)
class Address:
    """Where one prompt stands."""

    exercise: str
    stage: str
    prompt: str
    entry: str = ""

    def __str__(self) -> str:
        return f"{self.place}/{self.prompt}"

    @property
    def place(self) -> Place:
        """The page it stands on."""
        return Place(self.exercise, self.stage, self.entry)


def parse_address(text: str) -> Address:
    """The address that `text` spells; raises ValueError."""
    found = _FORM.fullmatch(text)
    if found is None or found["prompt"] is None:
        raise ValueError(f"not an address: {text!r}")
    return Address(found["exercise"], found["stage"], found["prompt"], found["entry"] or "")


def parse_place(text: str) -> Place:
    """The page that `text` spells; raises ValueError."""
    found = _FORM.fullmatch(text)
    if found is None or found["prompt"] is not None:
        raise ValueError(f"not a place: {text!r}")
    return Place(found["exercise"], found["stage"], found["entry"] or "")


def _as_address(value: object) -> Address:
    return value if isinstance(value, Address) else parse_address(str(value))


def _as_place(value: object) -> Place:
    return value if isinstance(value, Place) else parse_place(str(value))


PromptAddress = Annotated[
    Address,
    PlainValidator(_as_address),
    PlainSerializer(str, return_type=str),
    WithJsonSchema({"type": "string"}),
]
"""An address as a session keeps it: as text."""

PagePlace = Annotated[
    Place,
    PlainValidator(_as_place),
    PlainSerializer(str, return_type=str),
    WithJsonSchema({"type": "string"}),
]
"""A place as a session keeps it: as text."""
