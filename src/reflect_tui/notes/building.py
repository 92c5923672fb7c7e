"""Any of the four notes of a session, as a document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from reflect_tui.notes import cpd, insert, own_copy, supervision
from reflect_tui.notes.document import Document
from reflect_tui.practice.local import Local
from reflect_tui.session.model import Session
from reflect_tui.session.noting import Note

FILE_NAMES: Final[Mapping[Note, str]] = {
    Note.SUPERVISION: "supervision-note",
    Note.INSERT: "case-insert",
    Note.CPD: "cpd-text",
    Note.OWN: "own-copy",
}
"""What a file's name begins with; `write_note(…, note=…)` takes it."""


def build_note(
    note: Note,
    session: Session,
    local: Local | None = None,
    *,
    names: Mapping[str, str] | None = None,
    to_take_away: bool = False,
) -> Document:
    """A note of a session as it stands now.

    `names` are those of the people who agree to it, by role: entered when it is written, kept
    nowhere, and used by the supervision note alone. `to_take_away`: as a draft, for that note.
    """
    if note is Note.SUPERVISION:
        return supervision.build(session, local, names=names, to_take_away=to_take_away)
    if note is Note.INSERT:
        return insert.build(session, local)
    if note is Note.CPD:
        return cpd.build(session)
    return own_copy.build(session, local)
