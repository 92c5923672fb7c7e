"""What became of what earlier sessions agreed: done, changed, let go, or left for now. Pure.

What is left for now is no ending: it may have words, and is carried on to the next session.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final, Literal

from reflect_tui.session.agreed import AgreedAction
from reflect_tui.session.model import Ending, Session

Became = Literal["", "done", "changed", "let go"]

LEFT: Final = "Left for now"
BECAME: Final[Mapping[Became, str]] = {"done": "Done", "changed": "Changed", "let go": "Let go"}
"""What can have become of it, as it is said."""
ASK_BECAME: Final = "What became of it?"
ASK_WORDS: Final = "What happened? What did they say?"


def ending_of(session: Session, action_id: str) -> Ending | None:
    """What the session says of an earlier action, or None."""
    return next((kept for kept in session.endings if kept.action == action_id), None)


def with_ending(
    session: Session, action: AgreedAction, became: Became, words: str, *, alone: bool = False
) -> tuple[Ending, ...]:
    """The endings once this is said of an action; neither an ending nor words takes it out."""
    kept = ending_of(session, action.id)
    if not became and not words.strip():
        return tuple(other for other in session.endings if other is not kept)
    ending = Ending(
        action=action.id,
        what=action.what,
        who=action.who,
        by=action.by,
        told=action.told,
        became=became,
        words=words,
        in_note=kept.in_note if kept else False,
        in_insert=kept.in_insert if kept else False,
        in_cpd=kept.in_cpd if kept else False,
        alone=alone,
    )
    if kept is None:
        return (*session.endings, ending)
    return tuple(ending if other is kept else other for other in session.endings)


def all_carried(session: Session, carried: Iterable[AgreedAction]) -> tuple[AgreedAction, ...]:
    """What is carried to a session, and besides it whatever the session says something of.

    Another session may have come back to the same action, or its own may be gone.
    """
    known = {action.id: action for action in carried}
    for kept in session.endings:
        known.setdefault(
            kept.action,
            AgreedAction(
                kept.action,
                "",
                session.thread,
                session.began,
                session.brought,
                what_of(kept),
                kept.who,
                kept.by,
                told=kept.told,
            ),
        )
    return tuple(known.values())


def what_of(ending: Ending) -> str:
    """What was agreed, in the words it was agreed in."""
    return ending.what or "Something agreed in an earlier session"


def said_of(ending: Ending) -> tuple[str, ...]:
    """What became of it, and the words, as far as either was said."""
    label = BECAME[ending.became] if ending.became else ""
    return tuple(part for part in (label, ending.words.strip()) if part)
