"""Going from step to step of a session: on, back, anywhere, another round; a turn asks first."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from textual import on, work

from reflect_tui.errors import ReflectError
from reflect_tui.practice.exercise import Shape
from reflect_tui.session.address import Place
from reflect_tui.session.board import board_of
from reflect_tui.session.ledger import more_rounds
from reflect_tui.session.sitting import Sitting
from reflect_tui.tui.screens.keeping import Keeping
from reflect_tui.tui.widgets.board import Board
from reflect_tui.tui.widgets.board_panel import BoardPage
from reflect_tui.tui.widgets.covered import CoveredBlock
from reflect_tui.tui.widgets.ledger import Ledger
from reflect_tui.tui.widgets.press import Press
from reflect_tui.tui.widgets.stage_page import StagePage
from reflect_tui.tui.words import NOT_ADDED
from reflect_tui.tui.world import World
from reflect_tui.tui.written import all_written


class Going(Keeping):
    """A sitting's pages, one after the other. What is drawn of them is the screen's own."""

    def __init__(self, world: World, sitting: Sitting, hurry: Callable[[], None]) -> None:
        super().__init__(world, hurry)
        self.sitting = sitting
        self._warned_of = ""
        self._drawing = asyncio.Lock()
        self._to_draw = 0
        self._stands = False

    @property
    def is_drawing(self) -> bool:
        """From the beginning, and from when a page is turned, until the page stands."""
        return self._to_draw > 0 or not self._stands

    def show_page(self) -> None:
        """Draw the page one is at, once all that was typed on the one before is written."""
        self._to_draw += 1
        self._show_page()

    @work(group="page")
    async def _show_page(self) -> None:
        try:
            async with self._drawing:
                await all_written(self)
                await self.draw_page()
        finally:
            self._to_draw -= 1
            self._stands = True
            if not self._to_draw:
                self.post_message(self.Drawn())

    async def at_rest(self) -> None:
        """Return once the page stands."""
        async with self._drawing:
            return

    async def draw_page(self) -> None:
        """Draw the page one is at; the screen says how."""
        raise NotImplementedError

    def action_note(self) -> None:
        """The note as it stands; the screen says how."""
        raise NotImplementedError

    def go(self, place: Place) -> None:
        """Go to a step."""
        if not self._may_turn():
            return
        try:
            self.sitting.go(place)
        except ReflectError as error:
            self.say(error)
            return
        self._turned()

    def _may_turn(self) -> bool:
        """Whether the page may be turned; asked again with nothing more written, it may."""
        turn = "".join(page.turn for page in self.query(StagePage))
        if not turn or turn == self._warned_of:
            return True
        self._warned_of = turn
        self.say(NOT_ADDED)
        return False

    def _turned(self) -> None:
        self._warned_of = ""
        self.sitting.settle()
        self._hurry()
        self.show_page()

    def action_next(self) -> None:
        """The next step; after the last, the note."""
        if not self._may_turn():
            return
        if self.sitting.next() is None:
            self.action_note()
        else:
            self._turned()

    def action_back(self) -> None:
        """The step before."""
        if self._may_turn() and self.sitting.back() is not None:
            self._turned()

    def action_another(self, number: int = 0) -> None:
        """Another entry of the round one is in; `number` is which sort of those offered."""
        page = self.sitting.here
        repeat = self.sitting.course.round_of(page.place) if page else None
        if page is None or repeat is None or repeat.shape is not Shape.REPEAT:
            return
        # Asked before one is added: a refusal must leave no empty entry behind.
        if not self._may_turn():
            return
        called = more_rounds(page, self.sitting.session)[number] if number else ""
        entry = self.sitting.add_entry(page.place.exercise, repeat.id, called)
        self.sitting.go(Place(page.place.exercise, repeat.id, entry.id))
        self._turned()

    def action_board(self) -> None:
        """From a card back to the board it lies on."""
        page = self.sitting.here
        board = board_of(page) if page else None
        if page is not None and board is not None:
            self.go(Place(page.place.exercise, board.id))

    # -- what a page leads to -------------------------------------------------------------

    @on(BoardPage.Wanted)
    @on(Ledger.Chosen)
    def _wanted(self, event: BoardPage.Wanted | Ledger.Chosen) -> None:
        event.stop()
        self.go(event.place)

    @on(CoveredBlock.Shown)
    def _uncovered(self, event: CoveredBlock.Shown) -> None:
        event.stop()
        self.sitting.uncover(event.address)
        self.show_page()

    @on(Board.Opened)
    def _card_opened(self, event: Board.Opened) -> None:
        event.stop()
        self.go(event.card.place)

    @on(Press.Pressed, ".another")
    def _another(self, event: Press.Pressed) -> None:
        event.stop()
        self.action_another(int((event.press.id or "another-0").removeprefix("another-")))
