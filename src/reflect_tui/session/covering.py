"""What may be drawn while somebody else is at the screen. Pure.

In a one-to-one or a group session only what was written there together is drawn. What its owner
wrote alone in it stays covered until they show it, or moved it into a note that others see.
"""

from __future__ import annotations

from reflect_tui.practice.exercise import Way
from reflect_tui.session.address import Address
from reflect_tui.session.model import Action, Ending, Response, Session

COVERED = "Written on your own. It stays covered while somebody is beside you."
"""What stands where such an answer would be."""


def is_covered(kept: Response | Action | Ending) -> bool:
    """Whether an answer is only its owner's to see, for now."""
    return kept.alone and not (kept.in_note or kept.in_insert)


def covered(session: Session) -> frozenset[Address]:
    """Where such answers stand."""
    return frozenset(kept.prompt for kept in session.responses if is_covered(kept))


def drawn(session: Session) -> Session:
    """The session without them: all that may be drawn on a shared screen."""
    responses = tuple(kept for kept in session.responses if not is_covered(kept))
    actions = tuple(kept for kept in session.actions if not is_covered(kept))
    endings = tuple(kept for kept in session.endings if not is_covered(kept))
    shown = {"responses": responses, "actions": actions, "endings": endings}
    if all(len(kept) == len(getattr(session, name)) for name, kept in shown.items()):
        return session
    return session.model_copy(update=shown)


def is_shared(way: Way) -> bool:
    """Whether a session of this way of working is at a shared screen when it is opened."""
    return way is not Way.SOLO
