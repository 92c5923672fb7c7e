"""The supervision note: what was moved into it, under its headings, and nothing else.

What it must and must not hold follows the practice of separating the case decision, the shared
note and private reflection; decisions carry a line for the person's own record.
"""

from __future__ import annotations

from datetime import datetime

from reflect_tui.notes.document import Actions, Block, Document, Done, Heading, Ours, Rows, Said
from reflect_tui.notes.words import saying
from reflect_tui.practice.exercise import Kind, Role, Service, Way
from reflect_tui.practice.local import Local
from reflect_tui.practice.sections import SECTIONS, heading
from reflect_tui.session.address import Place
from reflect_tui.session.agreed import details
from reflect_tui.session.agreeing import (
    DISAGREES,
    SIGNED_BY,
    WITH_COMMENT,
    agreed_to_another,
    said_by,
    still_to_say,
)
from reflect_tui.session.course import Course, Page, entry_name
from reflect_tui.session.endings import said_of, what_of
from reflect_tui.session.model import Agreement, Session

WAYS = {Way.ONE_TO_ONE: "one-to-one", Way.GROUP: "group", Way.SOLO: "on my own"}
SERVICES = {Service.CHILDREN: "children's", Service.ADULTS: "adults'"}
_BLANK = "………………"
_TO_SIGN = f"name {_BLANK}  agreed / disagrees  date {_BLANK}"
_DRAFT = "draft, not yet agreed"
TWO_DAYS = "A draft to take away: take two working days with it before you say anything."


def build(session: Session, local: Local | None = None, *, to_take_away: bool = False) -> Document:
    """The supervision note of a session as it stands now; `to_take_away`: as a draft."""
    course = Course(session.way, session.service, session.exercises)
    sections = _sections(session, course)
    blocks: list[Block] = [Rows(_head(session, course, local or Local()))]
    if to_take_away:
        blocks.insert(0, Ours(f"{TWO_DAYS} {who_agrees(session)}"))
    for title, answers in sections.items():
        blocks.append(Heading(title))
        blocks += answers
    blocks += _handling(local or Local())
    blocks += _agreement(session)
    return Document(
        title=_title(session), blocks=tuple(blocks), empty=not sections, name="Supervision note"
    )


def _title(session: Session) -> str:
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
        f"{_first_large(role)}: {how_it_stands(session, said_by(session, role))}."
        for role in _roles(session)
    )


def how_it_stands(session: Session, agreement: Agreement | None) -> str:
    """What somebody says of the note, with its date; "has not said yet" where they haven't."""
    if agreement is None:
        return "has not said yet"
    words = agreement.said.removesuffix(" because")
    day = f"{agreement.on.day} {agreement.on:%B %Y}"
    changed = ", to the note as it was then" if agreed_to_another(session, agreement) else ""
    return f"{words}, {day}{changed}"


def _roles(session: Session) -> tuple[str, ...]:
    """Who signs in this way of working, and whoever has said something besides."""
    others = (kept.role for kept in session.agreements)
    return tuple(dict.fromkeys((*SIGNED_BY[session.way], *others)))


def _head(session: Session, course: Course, local: Local) -> tuple[tuple[str, str], ...]:
    """Date, way of working, exercises and the standards they meet, people by role."""
    titles = [
        f"{exercise.title} (standard{'s' if len(exercise.clauses[:3]) > 1 else ''} "
        f"{', '.join(exercise.clauses[:3])})"
        if exercise.clauses
        else exercise.title
        for exercise in course.exercises
        if exercise.role is Role.EXERCISE
    ]
    rows = [
        ("Date and time", _when(session.began, session.changed)),
        ("Way of working, service", f"{WAYS[session.way]}, {SERVICES[session.service]}"),
        ("Exercise", "; ".join(titles)),
        ("Present, by role", ", ".join(person.role for person in session.people)),
        ("Kept in the notebook of", "" if session.way is Way.SOLO else f"the {session.whose}"),
        ("What was brought, by its code name", session.brought),
        ("Handling", local.get("handling") or "Confirm locally. Personal data."),
    ]
    return tuple((label, value) for label, value in rows if value)


def _when(began: datetime, changed: datetime) -> str:
    """In local time; one day and two times, or two days when it was gone on with later."""
    first, last = began.astimezone(), changed.astimezone()
    day = f"{first.day} {first:%B %Y}"
    if first.date() == last.date():
        return f"{day}, {first:%H:%M} to {last:%H:%M}"
    return f"{day}, {first:%H:%M}; gone on with until {last.day} {last:%B %Y}, {last:%H:%M}"


def _sections(session: Session, course: Course) -> dict[str, list[Block]]:
    """What was moved in, by heading: the note's own in their order, then stages of the rest."""
    filled: dict[str, list[Block]] = {heading(s, session.service): [] for s in SECTIONS}
    for page in course.every_page(session):
        for answer, section in _answers(page, course, session):
            title = heading(section, session.service) if section else page.stage.title
            filled.setdefault(title, []).append(answer)
    actions = tuple(
        Done(action.what, action.who, action.by, action.told)
        for action in session.actions
        if action.in_note
    )
    if actions:
        filled[heading("actions", session.service)].insert(0, Actions(actions))
    filled[heading("since", session.service)][:0] = endings_said(session)
    if filled[heading("decisions", session.service)]:
        filled[heading("decisions", session.service)].append(
            Ours(f"To be copied to the person's record by {_BLANK} on {_BLANK}.")
        )
    return {title: answers for title, answers in filled.items() if answers}


def endings_said(session: Session) -> list[Said]:
    """What became of what was agreed before, each under what was agreed, as far as moved in."""
    return [
        Said(
            asked=f"Agreed: {what_of(ending)}",
            said=said_of(ending),
            about=details(ending.who, ending.by, ending.told),
        )
        for ending in session.endings
        if ending.in_note
    ]


def _answers(page: Page, course: Course, session: Session) -> list[tuple[Said, str]]:
    found: list[tuple[Said, str]] = []
    about = _about(page, course, session)
    for prompt in page.prompts:
        response = session.response(page.address(prompt))
        if response is None or not response.in_note:
            continue
        words = saying(prompt, response.value)
        if words:
            answer = Said(
                asked=response.asked,
                said=words,
                about=about if prompt.id != page.stage.named_by else "",
                listed=prompt.kind in (Kind.CHOOSE_MANY, Kind.DAY, Kind.ROUND),
                own_words=prompt.own_words,
            )
            found.append((answer, prompt.section))
    return found


def _about(page: Page, course: Course, session: Session) -> str:
    """The name of a page's entry, once that was moved in as well: it too is somebody's words."""
    stage = course.round_of(page.place)
    prompt = stage.prompt(stage.named_by) if stage else None
    if stage is None or prompt is None:
        return ""
    naming = session.response(Place(page.exercise.id, stage.id, page.place.entry).prompt(prompt.id))
    if naming is None or not naming.in_note or not saying(prompt, naming.value):
        return ""
    return entry_name(session, page.exercise, page.place)


def _first_large(role: str) -> str:
    """A role as a row begins with it; the rest stays as it was typed."""
    return role[:1].upper() + role[1:]


def _agreement(session: Session) -> list[Block]:
    """Who agrees; alone there is nobody to agree with."""
    if session.way is Way.SOLO:
        return []
    rows = []
    answers: list[Block] = []
    for role in _roles(session):
        agreement = said_by(session, role)
        if agreement is None:
            rows.append((_first_large(role), _TO_SIGN))
            continue
        rows.append((_first_large(role), how_it_stands(session, agreement)))
        if agreement.words:
            answers.append(Said(f"{_first_large(role)}, {agreement.said}", (agreement.words,)))
    return [
        Heading("Agreement"),
        Rows(tuple(rows)),
        *answers,
        Ours("A typed name is agreement, not a signature in law."),
    ]


def _handling(local: Local) -> list[Block]:
    review = local.get("review-period")
    schedule = local.get("review-schedule")
    rows = (
        ("Marking", local.get("handling") or "confirm locally"),
        ("File in", local.get("filed-in") or "confirm locally"),
        ("Review", f"{review}, {schedule}".strip(", ") or "confirm locally, and whose schedule"),
    )
    return [
        Heading("Handling and review"),
        Rows(rows),
        Ours(
            "Your organisation is responsible for this note. The people it is about, or a court, "
            "may be able to see it."
        ),
    ]
