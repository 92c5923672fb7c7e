"""What a note's file is called: the date, the way of working and a number; never a title."""

from __future__ import annotations

from reflect_tui.session.model import Session


def note_name(session: Session, number: int, suffix: str = ".md") -> str:
    """`supervision-note-2026-11-23-one-to-one-1.md`; the date is the session's, in local time."""
    day = session.began.astimezone().date().isoformat()
    return f"supervision-note-{day}-{session.way.value}-{number}{suffix}"
