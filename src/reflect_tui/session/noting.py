"""Which notes can go out of a session, and whether a piece of it was moved into one. Pure.

A piece goes into each note on its own: what two people share in a supervision note does not for
that reason stand in somebody's record, or in a regulator's account.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from reflect_tui.session.model import Action, Ending, Response


class Note(StrEnum):
    """A note: what goes out of a session."""

    SUPERVISION = "supervision note"
    INSERT = "case insert"
    CPD = "CPD text"
    OWN = "own copy"


MOVED_INTO: Final[Mapping[Note, str]] = {
    Note.SUPERVISION: "in_note",
    Note.INSERT: "in_insert",
    Note.CPD: "in_cpd",
}
"""The field of a piece that says whether it was moved into a note; the own copy holds all."""

OWNERS_ALONE: Final = frozenset((Note.CPD, Note.OWN))
"""Notes that are their writer's own: not drawn while somebody else is at the screen."""


def is_in(kept: Response | Action | Ending, note: Note) -> bool:
    """Whether a piece stands in a note; everything stands in one's own copy."""
    return note is Note.OWN or bool(getattr(kept, MOVED_INTO[note]))
