"""What may stand in a brace, and where; and the values of a brace by their types."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum
from typing import TYPE_CHECKING

from reflect_tui.practice.exercise import (
    ALL_SERVICES,
    ALL_WAYS,
    Kind,
    Meets,
    Service,
    Shape,
    Way,
)
from reflect_tui.practice.problems import Found, meant, nearest, shown
from reflect_tui.practice.schema import number_meant, whole_number

if TYPE_CHECKING:
    from reflect_tui.practice.braces import Brace

BARE_CLASSES = frozenset({"own-words", "alone", "risk"})
"""Classes that are understood without their dot too."""

SHAPES = frozenset(shape.value for shape in Shape if shape is not Shape.PLAIN)
KINDS = frozenset(kind.value for kind in Kind)
STAGE_FLAGS = frozenset({"short", "alone"})
PROMPT_FLAGS = frozenset({"short", "alone", "own-words", "risk"})
CLASSES = SHAPES | KINDS | STAGE_FLAGS | PROMPT_FLAGS

_STAGE_KEYS = frozenset({"modes", "services", "clauses", "minutes", "when"})
_SHAPE_KEYS: dict[Shape, frozenset[str]] = {
    Shape.PLAIN: frozenset({"for"}),
    Shape.REPEAT: frozenset({"named-by", "again"}),
    Shape.BOARD: frozenset(),
    Shape.CARD: frozenset(),
    Shape.GATHER: frozenset({"for", "by", "level", "showing"}),
    Shape.MAP: frozenset({"of"}),
}
_PROMPT_KEYS = frozenset(
    {"modes", "services", "by", "clauses", "when", "section", "case", "cpd", "minutes", "imagined"}
)
_KIND_KEYS: dict[Kind, frozenset[str]] = {
    Kind.TEXT: frozenset({"starts"}),
    Kind.LINE: frozenset({"starts"}),
    Kind.CHOOSE: frozenset({"from"}),
    Kind.CHOOSE_MANY: frozenset({"from", "max"}),
    Kind.CONTRAST: frozenset({"left", "right"}),
    Kind.PLACE: frozenset(),
    Kind.DAY: frozenset(),
    Kind.ROUND: frozenset({"starts"}),
    Kind.ACTIONS: frozenset(),
    Kind.AGREED: frozenset(),
}
_OPTION_KEYS = frozenset({"modes", "services"})
KEYS = _STAGE_KEYS.union(*_SHAPE_KEYS.values(), _PROMPT_KEYS, *_KIND_KEYS.values())
"""Every attribute there is."""


class Where(StrEnum):
    """What a brace belongs to, as messages call it."""

    STAGE = "a stage"
    PROMPT = "a prompt"
    OPTION = "an option"


_ALL_KEYS = {
    Where.STAGE: _STAGE_KEYS.union(*_SHAPE_KEYS.values()),
    Where.PROMPT: _PROMPT_KEYS.union(*_KIND_KEYS.values()),
    Where.OPTION: _OPTION_KEYS,
}
_ALL_CLASSES: dict[Where, frozenset[str]] = {
    Where.STAGE: SHAPES | STAGE_FLAGS,
    Where.PROMPT: KINDS | PROMPT_FLAGS,
    Where.OPTION: frozenset(),
}


def stage_keys(shape: Shape) -> frozenset[str]:
    """The attributes that a stage of this shape may have."""
    return _STAGE_KEYS | _SHAPE_KEYS[shape]


def prompt_keys(kind: Kind) -> frozenset[str]:
    """The attributes that a prompt of this kind may have."""
    return _PROMPT_KEYS | _KIND_KEYS[kind]


def tell_misfits(brace: Brace, where: Where, found: Found) -> None:
    """Tell every class and attribute that isn't known, or doesn't belong to this sort of brace."""
    for name in brace.classes:
        if name in _ALL_CLASSES[where]:
            continue
        if name in CLASSES:
            found.add(
                brace.line,
                "misplaced-class",
                f".{name} doesn't belong on {where}",
                f"it belongs on {_home(name, _ALL_CLASSES)}",
            )
        else:
            kind = where is Where.PROMPT and nearest(name, _ALL_CLASSES[where]) in KINDS
            found.add(
                brace.line,
                "unknown-kind" if kind else "unknown-class",
                f'there is no {"kind of prompt" if kind else "class"} ".{shown(name)}"',
                meant(name, _ALL_CLASSES[where], ".{}") or "take it out",
            )
    for key in brace.values:
        if key not in KEYS:
            found.add(
                brace.line,
                "unknown-attribute",
                f'there is no attribute "{shown(key)}"',
                _meant_key(key, where),
            )
        elif key not in _ALL_KEYS[where]:
            found.add(
                brace.line,
                "misplaced-attribute",
                f"{key}= doesn't belong on {where}",
                f"it belongs on {_home(key, _ALL_KEYS)}",
            )


def tell_misfit_keys(
    brace: Brace, where: Where, kept: Collection[str], name: str, found: Found
) -> None:
    """Tell the attributes that this sort of brace may have, but not with this class."""
    for key in brace.values:
        if key in _ALL_KEYS[where] and key not in kept:
            found.add(
                brace.line, "misplaced-attribute", f"{key}= doesn't belong on {name}", "take it out"
            )


def _home(name: str, homes: dict[Where, frozenset[str]]) -> str:
    return " or ".join(where for where, names in homes.items() if name in names)


def _meant_key(key: str, where: Where) -> str:
    if key in ("id", "class"):
        return "write #id or .class"
    if key in _ALL_CLASSES[where]:
        return f"write .{key}"
    close = nearest(key, _ALL_KEYS[where]) or nearest(key, KEYS)
    return f"write {close}=" if close else "take it out"


class Values:
    """The values of one brace, each by its type; what doesn't fit is told."""

    def __init__(self, brace: Brace, found: Found) -> None:
        self._values = brace.values
        self._line = brace.line
        self._found = found

    def text(self, key: str) -> str:
        """Words; empty when there are none."""
        return self._values.get(key, "")

    def items(self, key: str) -> tuple[str, ...]:
        """Words between commas."""
        if key not in self._values:
            return ()
        items = [item.strip() for item in self._values[key].split(",")]
        if not all(items) and self._values[key].strip():
            self._tell("missing-value", f"two commas meet in {key}", "take one out")
        return tuple(item for item in items if item)

    def whole(self, key: str) -> int | None:
        """A whole number from 1."""
        words = self.text(key)
        number = whole_number(words)
        if words and number is None:
            self._tell(
                "wrong-type", f"{key} must be a whole number", f"write {key}={number_meant(words)}"
            )
        return number

    def one_of(self, key: str, known: Collection[str], code: str = "unknown-value") -> str:
        """One of some words; empty when it is none of them."""
        words = self.text(key)
        if words and words not in known:
            mend = meant(words, known, f"{key}={{}}") or f"write one of {', '.join(known)}"
            self._tell(code, f'"{shown(words)}" is nothing that {key} can be', mend)
            return ""
        return words

    def meets(self) -> Meets:
        """For which ways of working and services it is meant."""
        ways = frozenset(Way(way) for way in self._some_of("modes", tuple(Way)))
        services = frozenset(
            Service(service) for service in self._some_of("services", tuple(Service))
        )
        return Meets(ways or ALL_WAYS, services or ALL_SERVICES)

    def _some_of(self, key: str, known: Collection[str]) -> list[str]:
        kept = []
        for item in self.items(key):
            if item in known:
                kept.append(item)
            else:
                message = f'"{shown(item)}" is nothing that {key} can be'
                self._tell("unknown-value", message, meant(item, known))
        return kept

    def _tell(self, code: str, message: str, mend: str) -> None:
        self._found.add(self._line, code, message, mend)
