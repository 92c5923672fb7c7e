"""An action as later sessions come back to it: as it was written, and where. Knows no pydantic.

Lists read a thousand files for these, and must not pay for a session's whole model.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


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
