"""An action as later sessions come back to it: as it was written, and where. Knows no pydantic.

Lists read a thousand files for these, and must not pay for a session's whole model.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from reflect_tui.practice.exercise import Way


@dataclass(frozen=True, slots=True)
class AgreedAction:
    """An action that was agreed, with the session it was agreed in."""

    id: str
    session: str
    """The name of the session it was agreed in, as `Notebook.load` takes it."""
    thread: str
    agreed: datetime
    """When that session began, in UTC."""
    brought: str
    what: str
    who: str = ""
    by: str = ""
    by_date: date | None = None
    told: str = ""
    way: Way = Way.SOLO
    """The way of working it was agreed in."""
    in_note: bool = False

    @property
    def details(self) -> str:
        """Who, by when and how they are told, as far as it was said."""
        return details(self.who, self.by, self.told)

    def may_be_met_in(self, way: Way) -> bool:
        """Whether it may come up in a session of this way of working.

        What one agreed on one's own, or two people with each other, is nothing for others to
        see, until it was moved into the note.
        """
        return self.in_note or way in (Way.SOLO, self.way)


def details(who: str, by: str, told: str) -> str:
    """Who, by when and how they are told, as far as it was said. A date is only a date."""
    by = f"by {by}" if by and not by.lower().startswith("by ") else by
    return " · ".join(part for part in (who, by, told) if part)
