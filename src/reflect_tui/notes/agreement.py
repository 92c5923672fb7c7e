"""Who agrees to a supervision note, and what they said of it: its title, in words, as blocks."""

from __future__ import annotations

from collections.abc import Mapping

from reflect_tui.notes.document import Block, Heading, Ours, Rows, Said
from reflect_tui.notes.head import BLANK, day_of, first_large
from reflect_tui.practice.exercise import Way
from reflect_tui.session.agreeing import (
    DISAGREES,
    SIGNED_BY,
    WITH_COMMENT,
    agreed_to_another,
    said_by,
    still_to_say,
)
from reflect_tui.session.model import Agreement, Session

_TO_SIGN = f"agreed / agreed with comment / disagrees because {BLANK}; date {BLANK}"
_DRAFT = "draft, not yet agreed"


def title(session: Session) -> str:
    """What the note is called, with how it stands."""
    if session.way is Way.SOLO:
        return "Supervision note (self-directed, draft)"
    said = {agreement.said for agreement in session.agreements}
    if DISAGREES in said:
        return "Supervision note (not agreed by everyone)"
    if any(agreed_to_another(session, kept) for kept in session.agreements):
        return "Supervision note (draft, changed since it was agreed)"
    if still_to_say(session):
        return f"Supervision note ({_DRAFT})"
    return f"Supervision note (agreed{' with comment' if WITH_COMMENT in said else ''})"


def who_agrees(session: Session) -> str:
    """In a sentence or two, who has agreed to the note as it stands, and who has not."""
    if not session.agreements:
        return "Nobody has agreed to it yet."
    return " ".join(
        f"{first_large(role)}: {how_it_stands(session, said_by(session, role))}."
        for role in _roles(session)
    )


def how_it_stands(session: Session, agreement: Agreement | None) -> str:
    """What somebody says of the note, with its date; "has not said yet" where they haven't."""
    if agreement is None:
        return "has not said yet"
    words = agreement.said.removesuffix(" because")
    changed = ", to the note as it was then" if agreed_to_another(session, agreement) else ""
    return f"{words}, {day_of(agreement.on)}{changed}"


def agreement_blocks(
    session: Session, worded: Session, names: Mapping[str, str]
) -> tuple[Block, ...]:
    """Who agrees, with their words as `worded` has them; alone there is nobody to agree with."""
    if session.way is Way.SOLO:
        return ()
    rows: list[tuple[str, str]] = []
    answers: list[Said] = []
    for role in _roles(session):
        name = names.get(role, "").strip()
        agreement = said_by(session, role)
        if agreement is None:
            rows.append((first_large(role), f"name {name or BLANK}; {_TO_SIGN}"))
            continue
        stands = how_it_stands(session, agreement)
        rows.append((first_large(role), f"{name}: {stands}" if name else stands))
        words = said_by(worded, role)
        if words is not None and words.words:
            answers.append(Said(f"{first_large(role)}, {agreement.said}", (words.words,)))
    if session.way is Way.GROUP:
        rows.append(("Everyone else", "was there; nobody else agrees to this note or signs it"))
    rows.append(("Next date", BLANK))
    return (
        Heading("Agreement"),
        Rows(tuple(rows)),
        *answers,
        Ours("A typed name is agreement, not a signature in law."),
    )


def _roles(session: Session) -> tuple[str, ...]:
    """Who signs in this way of working, and whoever has said something besides."""
    others = (kept.role for kept in session.agreements)
    return tuple(dict.fromkeys((*SIGNED_BY[session.way], *others)))
