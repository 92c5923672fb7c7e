"""All the steps of a session as a list; choosing one goes there."""

from __future__ import annotations

from itertools import groupby

from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from reflect_tui.session.address import Place
from reflect_tui.session.course import Page, page_title
from reflect_tui.session.model import Session
from reflect_tui.session.outline import Step, steps
from reflect_tui.tui.content import said
from reflect_tui.tui.spoken import one_line

_NAME = 24
"""Letters of the name of an entry that stand in the title of its page."""
_MARKS = 4
"""Cells that the mark and the dot take beside a title."""


def short_title(page: Page, session: Session, room: int = 0) -> str:
    """What a page is called, with an entry's name cut where it is long.

    In a `room` of so many cells the stage's title is cut too, and more of it than of the name:
    that is what tells two rounds of one stage apart.
    """
    stage = page.stage.title
    name = page_title(page, session).removeprefix(stage)[3:]
    if not room:
        return stage + (f" · {one_line(name, _NAME)}" if name else "")
    if not name:
        return one_line(stage, room)
    short = one_line(name, room // 2)
    return f"{one_line(stage, room - len(short) - 3)} · {short}"


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

    def show(self, pages: tuple[Page, ...], session: Session) -> None:
        """Draw the steps as they are now; the one being at stands out by its mark."""
        here = session.left_at
        found = steps(pages, session)
        self._places = {str(step.page.place): step.page.place for step in found}
        options: list[Option] = []
        for title, group in groupby(found, key=lambda step: step.page.exercise.title):
            if options:
                options.append(Option(Content(" "), disabled=True))
            head = one_line(title, self._room + _MARKS) if self._room else title
            options.append(Option(said(head, "bold"), disabled=True))
            options += [self._step(step, session) for step in group]
        self.set_options(options)
        if here is not None and str(here) in self._places:
            self.highlighted = self.get_option_index(str(here))

    def _step(self, step: Step, session: Session) -> Option:
        place, at = step.page.place, step.page.place == session.left_at
        dot = " ·" if step.written else ""
        mark = "▸ " if at else "  "
        style = "bold" if at else ("" if step.written else "$muted")
        words = f"{mark}{short_title(step.page, session, self._room)}{dot}"
        return Option(said(words, style), id=str(place))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Say where to go."""
        event.stop()
        place = self._places.get(event.option_id or "")
        if place is not None:
            self.post_message(self.Chosen(place))
