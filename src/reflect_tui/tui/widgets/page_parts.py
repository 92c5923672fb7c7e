"""What stands on a page above and below its questions: its head, its words, its picture."""

from __future__ import annotations

from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Static

from reflect_tui.practice.exercise import Shape
from reflect_tui.session.course import Page
from reflect_tui.session.gathering import gathered, placed
from reflect_tui.session.ledger import ledger
from reflect_tui.session.model import Session
from reflect_tui.tui.content import prose, said
from reflect_tui.tui.widgets.board_panel import BoardPage
from reflect_tui.tui.widgets.gathering import Gathering
from reflect_tui.tui.widgets.ledger import Ledger
from reflect_tui.tui.widgets.outline import short_title
from reflect_tui.tui.widgets.picture import MapPicture
from reflect_tui.tui.widgets.standard_panel import ClauseNumber

_SOME = 2
"""Entries from which on there is something to look over and compare."""


def clause_words(page: Page) -> str:
    """The clauses behind a page, as they are cited."""
    clauses = page.stage.clauses or page.exercise.clauses[:2]
    if not clauses:
        return ""
    return f"standard{'s' if len(clauses) > 1 else ''} {', '.join(clauses)}"


def head(page: Page, session: Session) -> list[Widget]:
    """Title and clause, the entries of its round, why and how; the standing sentence."""
    title: list[Widget] = [Static(said(short_title(page, session)), id="stage-title")]
    clauses = clause_words(page)
    if clauses:
        title.append(ClauseNumber(clauses, id="stage-clauses"))
    parts: list[Widget] = [Horizontal(*title, id="stage-head")]
    entries = ledger(page, session)
    first = page.exercise.stages[0].id == page.stage.id
    if len(entries) >= _SOME:
        parts.append(Ledger(entries))
    elif first and page.exercise.introduction:
        # In a second round one has read it.
        parts.append(Static(prose(page.exercise.introduction), id="introduction"))
    if page.stage.guidance:
        parts.append(Static(prose(page.stage.guidance), id="guidance"))
    if page.exercise.standing and page.stage.shape is not Shape.BOARD:
        parts.append(_standing(page))
    return parts


def pictures(page: Page, session: Session, card: str) -> list[Widget]:
    """The board, the gathering or the map that the page is; `card` is where one was on a board."""
    if page.stage.shape is Shape.BOARD:
        return [BoardPage(page.exercise, page.stage, session, at=card)]
    if page.stage.shape is Shape.MAP:
        return [MapPicture(placed(page, session))]
    groups = gathered(page, session)
    return [Gathering(groups)] if groups else []


def foot(page: Page) -> list[Widget]:
    """What stands below the questions: under a board, the sentence that stays."""
    stays = page.exercise.standing and page.stage.shape is Shape.BOARD
    return [_standing(page)] if stays else []


def _standing(page: Page) -> Widget:
    return Static(said(page.exercise.standing), id="standing")
