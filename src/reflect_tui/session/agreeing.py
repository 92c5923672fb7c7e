"""Who agrees to the note of a session, and to which note: said by role, dated, taken back. Pure."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import date
from typing import Final, Literal

from reflect_tui.errors import ReflectError
from reflect_tui.practice.exercise import Way
from reflect_tui.session.model import Agreement, Session
from reflect_tui.session.values import Round

AGREED: Final = "agreed"
WITH_COMMENT: Final = "agreed with comment"
DISAGREES: Final = "disagrees because"
Verdict = Literal["agreed", "agreed with comment", "disagrees because"]

VERDICTS: Final[tuple[Verdict, ...]] = (AGREED, WITH_COMMENT, DISAGREES)
"""What somebody can say of the note."""
NEEDS_WORDS: Final[frozenset[str]] = frozenset((WITH_COMMENT, DISAGREES))
"""What is nothing without words."""

SIGNED_BY: Final[Mapping[Way, tuple[str, ...]]] = {
    Way.ONE_TO_ONE: ("practitioner", "supervisor"),
    Way.GROUP: ("facilitator", "presenter"),
    Way.SOLO: (),
}
"""Who agrees, by role; alone there is nobody to agree with."""


def said_by(session: Session, role: str) -> Agreement | None:
    """What a role says of the note, or None while it has said nothing."""
    return next((kept for kept in session.agreements if kept.role == role), None)


def still_to_say(session: Session) -> tuple[str, ...]:
    """The roles that have not said anything of the note as it stands.

    Whoever agreed to it before it was changed is asked again; a disagreement stands.
    """
    return tuple(role for role in SIGNED_BY[session.way] if not _holds(session, role))


def agreed_to_another(session: Session, agreement: Agreement) -> bool:
    """Whether somebody agreed to the note and it was changed since."""
    changed = agreement.note not in ("", note_mark(session))
    return changed and agreement.said != DISAGREES


def note_mark(session: Session) -> str:
    """A mark of what is in the note: another one once a word or a piece of it is another."""
    held = [
        [str(kept.prompt), kept.asked, kept.value.model_dump(mode="json")]
        for kept in session.responses
        if kept.in_note and not (isinstance(kept.value, Round) and not kept.value.shown)
    ]
    held += [
        ["action", kept.id, kept.what, kept.who, kept.by, kept.told]
        for kept in session.actions
        if kept.in_note
    ]
    held += [
        ["ending", kept.action, kept.what, kept.who, kept.by, kept.became, kept.words]
        for kept in session.endings
        if kept.in_note
    ]
    held += [["replaced", kept.words, kept.by] for kept in session.replaced]
    # In an order of their own: moving a piece out and in again changes nothing.
    held.sort(key=json.dumps)
    return hashlib.sha256(json.dumps(held).encode()).hexdigest()[:16]


def with_agreement(
    session: Session, role: str, said: Verdict, words: str, on: date
) -> tuple[Agreement, ...]:
    """The agreements once a role has said this of the note as it stands, each role once.

    Raises ReflectError for a role that doesn't sign, and for what needs words and has none.
    """
    if role not in SIGNED_BY[session.way]:
        raise ReflectError("Nobody signs this note in that role")
    if said in NEEDS_WORDS and not words.strip():
        raise ReflectError("That needs a few words", do="Write them in your own words.")
    kept = words.strip("\n") if said in NEEDS_WORDS else ""
    given = Agreement(role=role, said=said, words=kept, on=on, note=note_mark(session))
    by_role = {other.role: other for other in session.agreements} | {role: given}
    order = (*SIGNED_BY[session.way], *by_role)
    return tuple(by_role[name] for name in dict.fromkeys(order) if name in by_role)


def the_other(session: Session) -> str:
    """In a one-to-one, the role of the one whose notebook does not keep it."""
    return "practitioner" if session.whose == "supervisor" else "supervisor"


def _holds(session: Session, role: str) -> bool:
    agreement = said_by(session, role)
    return agreement is not None and not agreed_to_another(session, agreement)
