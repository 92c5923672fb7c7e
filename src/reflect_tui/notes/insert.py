"""The case insert: what somebody copies into a child's or an adult's own record.

Decision, reasons, actions, the person's own voice, and what was done about racism where there was
any. Only what was moved here and may stand here; nothing about those who work with them.
"""

from __future__ import annotations

from reflect_tui.notes.document import HANDLING, Actions, Block, Document, Heading, Ours, Rows
from reflect_tui.notes.head import BLANK, MARK_IT, SERVICES, day, filled, first_large
from reflect_tui.notes.moved import Piece, actions_in, endings_in, moved
from reflect_tui.notes.other_words import in_other_words
from reflect_tui.notes.racism import racism_blocks
from reflect_tui.practice.exercise import Service, Way
from reflect_tui.practice.local import Local
from reflect_tui.practice.sections import heading
from reflect_tui.session.course import Course
from reflect_tui.session.model import Session
from reflect_tui.session.noting import Note

_FROM = {
    Way.ONE_TO_ONE: "Supervision",
    Way.GROUP: "Group supervision",
    Way.SOLO: "A practitioner's own reflection, not yet discussed in supervision",
}
_DECISIONS, _REASONS, _ACTIONS, _RACISM = "Decisions", "Reasons", "Actions", "Racism: what was done"


def build(session: Session, local: Local | None = None) -> Document:
    """The case insert of a session as it stands now; a draft until the supervisor approves it."""
    local = local or Local()
    worded = in_other_words(session)
    course = Course(session.way, session.service, session.exercises)
    sections = _sections(worded, course)
    blocks: list[Block] = [Rows(_head(worded, local))]
    for name, answers in sections.items():
        blocks += [Heading(name), *answers]
    return Document(
        title="Case insert (draft, not yet approved)",
        blocks=(*blocks, Heading("Approval and copying"), Rows(_approval(session)), _LAST),
        empty=not sections,
        name="Case insert",
        nothing_in="Nothing was moved into the case insert yet",
        to_fill="Move it there in the note's page.",
    )


_LAST = Ours(
    "This is not the record until it has been copied there. Whoever copies it checks it first: it "
    "was written without names."
)
_IN_A_GROUP = Ours(
    "In a group the presenter is the worker whose work it is; the facilitator led the group."
)


def _head(session: Session, local: Local) -> tuple[tuple[str, str], ...]:
    return filled(
        ("Date", day(session.began)),
        ("From", _FROM[session.way]),
        ("Service", first_large(SERVICES[session.service])),
        (HANDLING, local.get("handling") or MARK_IT),
    )


def _approval(session: Session) -> tuple[tuple[str, str], ...]:
    whose = "child's" if session.service is Service.CHILDREN else "person's"
    return (
        ("Approved by the supervisor", f"name {BLANK}; date {BLANK}"),
        ("To be copied", f"by {BLANK} on {BLANK} into the {whose} record, under {BLANK}"),
    )


def _sections(session: Session, course: Course) -> dict[str, list[Block]]:
    """What was moved in, by heading, in the insert's own order."""
    note = Note.INSERT
    unknown, voice = (heading(name, session.service) for name in ("unknown", "voice"))
    order = (_DECISIONS, _REASONS, unknown, _ACTIONS, voice, _RACISM)
    sections: dict[str, list[Block]] = {name: [] for name in order}
    pieces = list(moved(session, course, note))
    rounds = {piece.page.place.entry for piece in pieces if not piece.names_a_round}
    for piece in pieces:
        # What names a round stands beside its answers, where there are any.
        if not (piece.is_racism_row or (piece.names_a_round and piece.page.place.entry in rounds)):
            sections[_heading(piece, unknown, voice)].append(piece.said)
    actions = actions_in(session, note)
    if actions:
        sections[_ACTIONS].insert(0, Actions(actions))
    sections[_ACTIONS] += endings_in(session, note)
    if sections[_ACTIONS] and session.way is Way.GROUP:
        sections[_ACTIONS].append(_IN_A_GROUP)
    sections[_RACISM] += racism_blocks(pieces)
    return {name: answers for name, answers in sections.items() if answers}


def _heading(piece: Piece, unknown: str, voice: str) -> str:
    """Where an answer stands: in their own words under their own view, whatever its section."""
    if piece.prompt.own_words or piece.prompt.section == "voice":
        return voice
    named = {"decisions": _DECISIONS, "actions": _ACTIONS, "unknown": unknown}
    return named.get(piece.prompt.section, _REASONS)
