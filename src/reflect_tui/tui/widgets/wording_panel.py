"""Look at wording, beside the page: the questions about the answer one is at."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult

from reflect_tui.session.address import Address
from reflect_tui.session.course import Page
from reflect_tui.tui.widgets.panel import Panel
from reflect_tui.tui.widgets.wording_list import WordingList


class WordingPanel(Panel):
    """The questions about one answer, which stays the same until somebody asks again."""

    TITLE: ClassVar[str] = "Look at wording"
    FOOT: ClassVar[str] = (
        "F6 to the questions and back · Ctrl+O looks again · Esc shuts it · F1 help"
    )

    def __init__(self, listed: WordingList, address: Address) -> None:
        super().__init__()
        self._listed = listed
        self.address = address
        """The answer it is about."""

    def inside(self) -> ComposeResult:
        """The questions."""
        yield self._listed

    async def show(self, listed: WordingList, address: Address) -> None:
        """Other questions, or those about another answer."""
        before, self._listed, self.address = self._listed, listed, address
        if self.is_attached:
            async with self.batch():
                await before.remove()
                await self.mount(listed)

    def enter(self) -> None:
        """To the question one was at; with none, to what shuts it."""
        if not self._listed.enter():
            self.query_one("#close-beside").focus()

    def is_on(self, page: Page) -> bool:
        """Whether the answer it is about stands on a page."""
        return self.address.place == page.place
