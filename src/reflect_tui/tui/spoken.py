"""How times and names are said on the screens. Imports nothing heavy: the first screen uses it."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size
from textual.content import Content

from reflect_tui.tui.content import said
from reflect_tui.tui.words import SERVICE_WORDS, WAY_WORDS

if TYPE_CHECKING:
    from reflect_tui.notebook.summary import Summary
    from reflect_tui.session.model import Session

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
"""Our own, since a computer's language may be another than the screens'."""


def greeting(now: datetime) -> str:
    """Good morning, afternoon or evening."""
    if 5 <= now.hour < 12:
        return "Good morning."
    return "Good afternoon." if 12 <= now.hour < 18 else "Good evening."


def day(of: date, today: date) -> str:
    """A date as "23 Nov", with its year when that is another one."""
    year = "" if of.year == today.year else f" {of.year}"
    return f"{of.day} {_MONTHS[of.month - 1]}{year}"


def put_down(when: datetime, now: datetime) -> str:
    """When a session was put down, in local time, as one would say it."""
    local = when.astimezone(now.tzinfo)
    of, at = _day_word(local.date(), now.date()), f"at {local:%H:%M}"
    said_of = {"today": at, "yesterday": f"yesterday {at}"}
    return f"put down {said_of.get(of, f'on {of}')}"


def moment(when: datetime, now: datetime) -> str:
    """A time as one would say it: "today at 14:03", "yesterday at 09:12", "23 Nov at 14:03"."""
    local = when.astimezone(now.tzinfo)
    return f"{_day_word(local.date(), now.date())} at {local:%H:%M}"


def _day_word(of: date, today: date) -> str:
    return {0: "today", 1: "yesterday"}.get((today - of).days) or day(of, today)


def one_line(text: str, at_most: int = 60) -> str:
    """Text that somebody typed, on one line and in so many cells; letters may take two."""
    line = " ".join(text[: at_most * 4].split())
    return line if cell_len(line) <= at_most else set_cell_size(line, at_most - 1).rstrip() + "…"


def name_of(summary: Summary) -> Content:
    """What a session is called in a list: what was brought, else what was done.

    Of one that cannot be opened, why.
    """
    if summary.trouble is not None:
        return said(one_line(summary.trouble.what, 120), "$muted")
    doing = ", ".join(exercise.title for exercise in summary.main)
    name = one_line(summary.brought) or one_line(doing) or "a session"
    return said(f"{name} (another copy)" if summary.other_of else name)


def whereabouts(session: Session, since: datetime | None, now: datetime) -> Content:
    """Which session one is in, and the minutes gone since one sat down, where they are told."""
    parts = [session.brought, WAY_WORDS[session.way], SERVICE_WORDS[session.service]]
    if since is not None:
        parts.append(f"{int((now - since).total_seconds() // 60)} min")
    return said(" · ".join(part for part in parts if part), "$muted")
