"""The lines of home: what one can go on with, what was agreed, and what was done lately."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from reflect_tui.tui.content import said
from reflect_tui.tui.spoken import day, name_of, one_line, put_down
from reflect_tui.tui.widgets.line import Line
from reflect_tui.tui.words import WAY_WORDS

if TYPE_CHECKING:
    from reflect_tui.errors import ReflectError
    from reflect_tui.notebook.summary import Summary
    from reflect_tui.session.agreed import AgreedAction

WHAT_A_SESSION_IS = (
    "A session is a set of questions, for two people, a group or you alone, about the work in "
    "front of you; you write what you want to, leave the rest blank, and it is kept by itself."
)


def message(sessions: Sequence[Summary], held: str, trouble: ReflectError | None) -> Content:
    """One sentence where there is nothing to show, or why; `held`: why one can only read."""
    if held:
        return said(f"{held}.")
    if trouble is not None:
        words = Content.styled("Your notebook cannot be opened now.\n", "$caution")
        return words.append(said(str(trouble)))
    return Content("" if sessions else WHAT_A_SESSION_IS)


def go_on_line(latest: Summary, now: datetime, column: int) -> Line:
    """The session that was put down last; `column` is where what it is about begins, in cells."""
    name = one_line(latest.brought, 40)
    words = f"Go on with “{name}”" if name else "Go on where you left off"
    doing = " · ".join(exercise.title for exercise in latest.main)
    when = put_down(latest.changed, now)
    quiet = f"{one_line(doing)} · {when}" if doing else when
    return Line(said(words), said(quiet), column=column, key=latest.id, id="go-on")


def together(sessions: Sequence[Summary]) -> tuple[Summary, ...]:
    """On a shared screen: the newest session of several people, and nothing else."""
    shared = [each for each in sessions if each.trouble is None and each.way not in ("", "solo")]
    return (max(shared, key=lambda summary: summary.changed),) if shared else ()


def alone_line(column: int) -> Line:
    """The way back to one's own lists, where somebody else may be looking."""
    quiet = Content("what you keep of other sessions shows again")
    return Line(Content("I'm alone now"), quiet, column=column, id="to-oneself")


def agreed_lines(actions: Sequence[AgreedAction]) -> list[Widget]:
    """What was agreed and nobody has come back to; nothing where there is none."""
    if not actions:
        return []
    lines = [
        Line(
            said(one_line(action.what, 200)),
            said(_who_and_when(action)),
            key=action.session,
            classes="-read",
        )
        for action in actions
    ]
    return [Static(Content("Agreed, and not yet back to"), classes="heading"), *lines]


def lately_lines(sessions: Sequence[Summary], now: datetime) -> list[Widget]:
    """The newest sessions, and the way to all of them; nothing where there is none."""
    if not sessions:
        return []
    when = [day(kept.began.astimezone(now.tzinfo).date(), now.date()) for kept in sessions]
    room = max(map(len, when)) + 2
    lines = [
        Line(name_of(summary), lead=_lead(summary, f"{began:<{room}}"), key=summary.id)
        for summary, began in zip(sessions, when, strict=True)
    ]
    every = Line(Content.styled("All sessions …", "$muted"), id="all-sessions")
    return [Static(Content("Lately"), classes="heading"), *lines, every]


def _lead(summary: Summary, when: str) -> Content:
    """When a session was, and the way of working where it can be read."""
    return said(when + (f"{WAY_WORDS[summary.way]:<13}" if summary.way else ""), "$muted")


def _who_and_when(action: AgreedAction) -> str:
    """Who does it and by when. A date that has passed is said like any other."""
    who = one_line(action.who, 40) or "nobody named"
    return f"{who}, {'by ' + one_line(action.by, 40) if action.by else 'no date'}"
