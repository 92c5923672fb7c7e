"""The supervision note: what was moved into it, under its headings, and nothing else.

What it must and must not hold follows the practice of separating the case decision, the shared
note and private reflection; decisions carry a line for the person's own record.
"""

from __future__ import annotations

from collections.abc import Mapping

from reflect_tui.notes.agreement import agreement_blocks, how_it_stands, title, who_agrees
from reflect_tui.notes.document import HANDLING, Actions, Block, Document, Heading, Ours, Rows
from reflect_tui.notes.handling import handling_blocks
from reflect_tui.notes.head import (
    BLANK,
    MARK_IT,
    SERVICES,
    WAYS,
    exercises_in,
    filled,
    when,
    with_standards,
)
from reflect_tui.notes.moved import actions_in, endings_in, moved
from reflect_tui.notes.other_words import in_other_words
from reflect_tui.notes.racism import racism_blocks
from reflect_tui.practice.exercise import Way
from reflect_tui.practice.local import Local
from reflect_tui.practice.sections import SECTIONS, heading
from reflect_tui.session.course import Course
from reflect_tui.session.model import Session
from reflect_tui.session.noting import Note

__all__ = ["SERVICES", "TWO_DAYS", "WAYS", "build", "how_it_stands", "who_agrees"]

TWO_DAYS = "A draft to take away: take two working days with it before you say anything."
_GROUP_ROLES = "facilitator, presenter, members"


def build(
    session: Session,
    local: Local | None = None,
    *,
    names: Mapping[str, str] | None = None,
    to_take_away: bool = False,
) -> Document:
    """The supervision note of a session as it stands now; `to_take_away`: as a draft.

    `names` are those of the people who agree, by role; they stand in this document alone.
    """
    local, names = local or Local(), names or {}
    worded = in_other_words(session)
    course = Course(session.way, session.service, session.exercises)
    sections = _sections(worded, course)
    told = heading("present", session.service) in sections
    blocks: list[Block] = [Rows(_head(worded, course, local, names, told=told))]
    if to_take_away:
        blocks.insert(0, Ours(f"{TWO_DAYS} {who_agrees(session)}"))
    for name, answers in sections.items():
        blocks += [Heading(name), *answers]
    blocks += handling_blocks(local, session.began.astimezone().date())
    blocks += agreement_blocks(session, worded, names)
    return Document(
        title=title(session), blocks=tuple(blocks), empty=not sections, name="Supervision note"
    )


def _head(
    session: Session, course: Course, local: Local, names: Mapping[str, str], *, told: bool
) -> tuple[tuple[str, str], ...]:
    """Date, way of working, exercises and the standards they meet, people by role.

    `told`: a group said its roles itself, and what it said was moved in.
    """
    group, alone = session.way is Way.GROUP, session.way is Way.SOLO
    roles = [_named(person.role, names) for person in session.people]
    present = ", ".join(roles)
    if not present and group and not told:
        present = _GROUP_ROLES
    elif not present and alone:
        present = _named(session.whose, names)
    return filled(
        ("Date and time", when(session.began, session.changed)),
        ("Way of working, service", f"{WAYS[session.way]}, {SERVICES[session.service]}"),
        ("Exercise", "; ".join(map(with_standards, exercises_in(course)))),
        ("Written by" if alone else "Present, by role", present),
        ("How many were there", (str(len(roles)) if roles else BLANK) if group else ""),
        ("Kept in the notebook of", "" if alone else f"the {session.whose}"),
        ("What was brought, by its code name", session.brought),
        (HANDLING, local.get("handling") or MARK_IT),
    )


def _named(role: str, names: Mapping[str, str]) -> str:
    name = names.get(role, "").strip()
    return f"{role} ({name})" if name else role


def _sections(session: Session, course: Course) -> dict[str, list[Block]]:
    """What was moved in, by heading: the note's own in their order, then stages of the rest."""
    note = Note.SUPERVISION
    sections: dict[str, list[Block]] = {heading(s, session.service): [] for s in SECTIONS}
    pieces = list(moved(session, course, note))
    racism = sections[heading("racism", session.service)]
    racism += racism_blocks(pieces)
    for piece in pieces:
        if piece.is_racism_row:
            continue
        section = piece.prompt.section
        name = heading(section, session.service) if section else piece.page.stage.title
        sections.setdefault(name, []).append(piece.said)
    actions = actions_in(session, note)
    if actions:
        sections[heading("actions", session.service)].insert(0, Actions(actions))
    sections[heading("since", session.service)][:0] = endings_in(session, note)
    decisions = sections[heading("decisions", session.service)]
    if decisions:
        decisions.append(Ours(f"To be copied to the person's record by {BLANK} on {BLANK}."))
    return {name: answers for name, answers in sections.items() if answers}
