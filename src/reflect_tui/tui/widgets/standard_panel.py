"""What the standards say, beside the page one is at: our summary of each clause behind it."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from reflect_tui.practice.behind import OURS, Behind, behind, terms_behind
from reflect_tui.practice.shelf import Shelf
from reflect_tui.session.course import Page
from reflect_tui.tui.content import join, said
from reflect_tui.tui.widgets.panel import Panel
from reflect_tui.tui.widgets.press import Press


def standard_words(shelf: Shelf, page: Page) -> Content:
    """All that is said of the standards behind a page."""
    found = behind(shelf, page.exercise, page.stage, page.prompts)
    pieces = [_clause(each) for each in found if each.of_step]
    rest = [_clause(each) for each in found if not each.of_step]
    if pieces and rest:
        pieces.append(said("Behind the whole exercise", "$second bold"))
    pieces += rest
    pieces.append(said(OURS, "$muted"))
    for term in terms_behind(shelf.clauses, page.exercise, page.stage, page.prompts):
        pieces.append(join(said(f"{term.term}: ", "bold"), said(term.plain)))
    return Content("\n\n").join(pieces)


def _clause(each: Behind) -> Content:
    clause = each.clause
    pieces = [said(f"{clause.number}  {clause.title}\n", "bold"), said(clause.summary)]
    if each.also_in:
        pieces.append(said(f"\nAlso met in: {', '.join(each.also_in)}", "$muted"))
    return join(*pieces)


class ClauseNumber(Press):
    """The standard's number at a page's head; a click leaves the caret where one is writing."""

    FOCUS_ON_CLICK: ClassVar[bool] = False
    DEFAULT_CSS = """
    ClauseNumber { background: transparent; color: $second; padding: 0 1; text-style: underline; }
    """


class _Text(VerticalScroll):
    """The summaries; the wheel and a click leave the caret where one is writing."""

    FOCUS_ON_CLICK: ClassVar[bool] = False


class StandardPanel(Panel):
    """The summary beside the page."""

    TITLE: ClassVar[str] = "Behind this step"
    FOOT: ClassVar[str] = "F6 to the standard and back · F5 or Esc shuts it · Ctrl+N next · F1 help"
    DEFAULT_CSS = """
    StandardPanel #standard-text { height: 1fr; padding-right: 2; }
    StandardPanel #standard-words { height: auto; }
    """

    def __init__(self, shelf: Shelf, page: Page) -> None:
        super().__init__()
        self._shelf = shelf
        self._page = page

    def inside(self) -> ComposeResult:
        """The summaries."""
        with _Text(id="standard-text"):
            yield Static(standard_words(self._shelf, self._page), id="standard-words")

    def enter(self) -> None:
        """To the summaries, to read on."""
        self.query("#standard-text").focus()

    def follow(self, page: Page) -> None:
        """Say what stands behind another page, unless it is this one."""
        words = self.query("#standard-words")
        if page != self._page and words:
            self._page = page
            words.first(Static).update(standard_words(self._shelf, page))
            self.query_one("#standard-text").scroll_home(animate=False)
