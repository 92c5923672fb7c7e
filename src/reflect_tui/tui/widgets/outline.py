"""All the steps of a session as a list; choosing one goes there."""

from __future__ import annotations

from itertools import groupby

from rich.cells import cell_len
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from reflect_tui.practice.exercise import Way
from reflect_tui.session.address import Place
from reflect_tui.session.course import Page, entry_name, page_title
from reflect_tui.session.model import Session
from reflect_tui.session.outline import Step, steps
from reflect_tui.tui.content import join, said
from reflect_tui.tui.spoken import one_line

_NAME = 24
"""Letters of the name of an entry that stand in the title of its page."""
_COLUMN = 48
"""Cells up to which the minutes stand, where a title may take all the room it likes."""
_MARKS = 4
"""Cells that the mark and the dot take beside a title."""


def short_title(page: Page, session: Session) -> str:
    """What a page is called, with an entry's name cut where it is long."""
    stage = page.stage.title
    name = page_title(page, session).removeprefix(stage)[3:]
    return stage + (f" · {one_line(name, _NAME)}" if name else "")


class Outline(OptionList):
    """The stages, under the exercise they belong to; of a round, the entry one is at unfolded.

    A dot means that something is written there, and nothing else: nothing marks what is empty.
    """

    class Chosen(Message):
        """Somebody wants to go to a place."""

        def __init__(self, place: Place) -> None:
            super().__init__()
            self.place = place

    def __init__(self, *, room: int = 0, id: str | None = None) -> None:
        """`room` is how many cells a title may take; 0: all of it is drawn."""
        super().__init__(id=id, markup=False)
        self._room = room
        self._places: dict[str, Place] = {}
        self._minutes = False
        """Whether a step says about how long it was meant to take: a group's does."""

    def show(self, pages: tuple[Page, ...], session: Session) -> None:
        """Draw the steps as they are now; the one being at stands out by its mark."""
        here = session.left_at
        found = steps(pages, session)
        self._places = {str(step.page.place): step.page.place for step in found}
        options: list[Option] = []
        self._minutes = session.way is Way.GROUP
        for title, group in groupby(found, key=lambda step: step.page.exercise.title):
            if options:
                options.append(Option(Content(" "), disabled=True))
            options.append(Option(said(self._cut(title, _MARKS), "bold"), disabled=True))
            entry = ""
            for step in group:
                if step.entry and not step.folded and step.entry != entry:
                    name = self._called(step, session)
                    options.append(Option(said(f"  {self._cut(name)}", "bold"), disabled=True))
                entry = step.entry
                options.append(self._step(step, session))
        self.set_options(options)
        if here is not None and str(here) in self._places:
            self.highlighted = self.get_option_index(str(here))

    def _cut(self, words: str, more: int = 0) -> str:
        return one_line(words, self._room + more) if self._room else words

    def _called(self, step: Step, session: Session) -> str:
        """What one of several entries is called; its first question while nothing names it."""
        page = step.page
        return entry_name(session, page.exercise, page.place) or f"{page.stage.title} …"

    def _step(self, step: Step, session: Session) -> Option:
        """A page, or a whole entry; the pages of one of several entries stand under its name."""
        place, at = step.page.place, step.page.place == session.left_at
        dot = " ·" if step.written else ""
        mark = "▸ " if at else "  "
        style = "bold" if at else ("" if step.written else "$muted")
        within = 2 if step.entry and not step.folded else 0
        title = self._called(step, session) if step.folded else step.page.stage.title
        meant = step.page.stage.minutes if self._minutes and not step.folded else None
        about = f"{meant:>3} min" if meant else ""
        words = f"{' ' * within}{mark}{self._cut(title, -within - len(about))}{dot}"
        room = self._room + _MARKS if self._room else _COLUMN
        gap = " " * max(room - cell_len(words) - len(about), 1) if about else ""
        return Option(join(said(words, style), said(f"{gap}{about}", "$muted")), id=str(place))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Say where to go."""
        event.stop()
        place = self._places.get(event.option_id or "")
        if place is not None:
            self.post_message(self.Chosen(place))
