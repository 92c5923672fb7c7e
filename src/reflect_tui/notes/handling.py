"""How a note is marked, filed and looked at again, as the organisation says; nothing invented."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from reflect_tui.notes.document import Block, Heading, Ours, Rows
from reflect_tui.notes.head import BLANK, day_of
from reflect_tui.practice.local import Local

_WHOSE = f"by the schedule of {BLANK}"
_PLAIN_PERIOD = re.compile(r"(\d{1,3}) (month|year)s?", re.IGNORECASE)


def handling_blocks(local: Local, on: date) -> tuple[Block, ...]:
    """The last part of a supervision note; `on` is the day of the session."""
    rows = (
        ("Marking", local.get("handling") or BLANK),
        ("File in", local.get("filed-in") or BLANK),
        ("Filed", f"by {BLANK} on {BLANK}"),
        ("Review", review(local, on)),
    )
    return (
        Heading("Handling and review"),
        Rows(rows),
        Ours(
            "Your organisation is responsible for this note. The people it is about, or a court, "
            "may be able to see it."
        ),
    )


def review(local: Local, on: date) -> str:
    """When somebody looks again at whether the note is still needed, and whose schedule says so.

    The date is worked out only from a period that is one ("6 years"); it counts from the session.
    """
    period, schedule = local.get("review-period"), local.get("review-schedule")
    if not period:
        return f"on {BLANK}, {schedule or _WHOSE}"
    due = review_date(period, on)
    counted = f" after the session: {day_of(due)}" if due else ""
    return f"{period}{counted}, {schedule or _WHOSE}"


def review_date(period: str, on: date) -> date | None:
    """The day a plain period after another; None where the words say more than a period."""
    found = _PLAIN_PERIOD.fullmatch(period.strip().rstrip("."))
    if not found:
        return None
    months = int(found[1]) * (12 if found[2].lower() == "year" else 1)
    year, month = divmod(on.year * 12 + on.month - 1 + months, 12)
    if months == 0 or year > date.max.year:
        return None
    last = monthrange(year, month + 1)[1]
    return date(year, month + 1, min(on.day, last))
