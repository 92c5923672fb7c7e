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
from reflect_tui.tui.content import said
from reflect_tui.tui.spoken import one_line

_NAME = 24
"""Letters of the name of an entry that stand in the title of its page."""


def short_title(page: Page, session: Session) -> str:
    """What a page is called, with an entry's name cut where it is long."""
    title = page_title(page, session)
    name = title.removeprefix(page.stage.title)
    return page.stage.title + (f" · {one_line(name[3:], _NAME)}" if name else "")


class Outline(OptionList):
    """The stages, under the exercise they belong to.

    A dot means that something is written there, and nothing else: nothing marks what is empty.
    """

    class Chosen(Message):
        """Somebody wants to go to a place."""

        def __init__(self, place: Place) -> None:
            super().__init__()
            self.place = place

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, markup=False)
        self._places: dict[str, Place] = {}

    def show(self, pages: tuple[Page, ...], session: Session) -> None:
        """Draw the steps as they are now; the one being at stands out by its mark."""
        here = session.left_at
        written = {response.prompt.place for response in session.responses}
        self._places = {str(page.place): page.place for page in pages}
        options: list[Option] = []
        for title, group in groupby(pages, key=lambda page: page.exercise.title):
            if options:
                options.append(Option(Content(" "), disabled=True))
            options.append(Option(said(title, "bold"), disabled=True))
            for page in group:
                options.append(self._step(page, session, at=page.place == here, written=written))
        self.set_options(options)
        if here is not None and str(here) in self._places:
            self.highlighted = self.get_option_index(str(here))

    def _step(self, page: Page, session: Session, *, at: bool, written: set[Place]) -> Option:
        dot = " ·" if page.place in written else ""
        mark = "▸ " if at else "  "
        style = "bold" if at else ("" if page.place in written else "$muted")
        words = f"{mark}{short_title(page, session)}{dot}"
        return Option(said(words, style), id=str(page.place))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Say where to go."""
        event.stop()
        place = self._places.get(event.option_id or "")
        if place is not None:
            self.post_message(self.Chosen(place))
