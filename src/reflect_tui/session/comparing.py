"""What an earlier state of a session says that the session doesn't say now. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from reflect_tui.session.address import Address
from reflect_tui.session.model import Session
from reflect_tui.session.values import Value


@dataclass(frozen=True, slots=True)
class Difference:
    """One answer that was there, and is gone or says something else."""

    address: Address
    asked: str
    """The wording that was on screen then."""
    then: Value
    """What stood there."""
    now: Value | None
    """What stands there now; None when nothing does."""


def gone_or_changed(now: Session, then: Session) -> list[Difference]:
    """The answers of `then` that `now` doesn't have, or has otherwise, in the order they stood.

    A round's words are told apart as a whole: nothing says whose are missing.
    """
    found = []
    for kept in then.responses:
        response = now.response(kept.prompt)
        value = response.value if response else None
        if value != kept.value:
            found.append(Difference(kept.prompt, kept.asked, kept.value, value))
    return found
