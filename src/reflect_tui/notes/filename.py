"""What a note's file is called: which note, the date, the way of working, a number; no title."""

from __future__ import annotations

from reflect_tui.session.model import Session

SUPERVISION_NOTE = "supervision-note"
"""What the names of supervision notes begin with."""


def note_name(
    session: Session, number: int, suffix: str = ".md", note: str = SUPERVISION_NOTE
) -> str:
    """`supervision-note-2026-11-23-one-to-one-1.md`; the date is the session's, in local time.

    `note` says which of the notes it is, in our own words.
    """
    day = session.began.astimezone().date().isoformat()
    return f"{note}-{day}-{session.way.value}-{number}{suffix}"
