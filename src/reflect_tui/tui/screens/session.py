"""A session: one stage a page, its prompts, and the way on. Holds no state but where focus is."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Horizontal, Vertical, VerticalScroll
from textual.events import DescendantBlur, Resize
from textual.widget import Widget
from textual.widgets import Static

from reflect_tui.errors import ReflectError
from reflect_tui.practice.exercise import Shape
from reflect_tui.session.board import board_of, cards, picks
from reflect_tui.session.course import Page
from reflect_tui.session.covering import is_shared
from reflect_tui.session.sitting import Sitting
from reflect_tui.tui.actions import carry_out
from reflect_tui.tui.content import said
from reflect_tui.tui.screens.paced import Paced
from reflect_tui.tui.spoken import one_line, whereabouts
from reflect_tui.tui.widgets.board import Board
from reflect_tui.tui.widgets.board_panel import BoardPage
from reflect_tui.tui.widgets.fields.base import Wanted
from reflect_tui.tui.widgets.foot import Foot
from reflect_tui.tui.widgets.order_line import OrderLine
from reflect_tui.tui.widgets.outline import Outline, short_title
from reflect_tui.tui.widgets.press import Press
from reflect_tui.tui.widgets.prompt_block import PromptBlock
from reflect_tui.tui.widgets.risk_beside import RiskBeside
from reflect_tui.tui.widgets.stage_page import StagePage
from reflect_tui.tui.widgets.turns import Turns
from reflect_tui.tui.words import BOARD_FOOT, SESSION_HELP
from reflect_tui.tui.world import World

_STEPS_ROOM = 22
"""Cells for a title in the steps at the left, as session.tcss draws them."""


class SessionScreen(Paced):
    """The course of a sitting, page by page."""

    CSS_PATH = "../styles/session.tcss"
    TITLE_LINE = "A session"
    AUTO_FOCUS = ""
    FOOT = "Tab move · Ctrl+N next · Ctrl+G steps · F1 help · Ctrl+P everything · Esc home"
    HELP_TEXT = SESSION_HELP
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+n,f4", "next", "Next step", id="next", priority=True),
        Binding("f3", "back", "Back a step", id="back"),
        Binding("ctrl+g,f2", "steps", "All the steps", id="steps", priority=True),
        Binding("ctrl+r", "note", "The note as it stands", id="note", priority=True),
        Binding("f7", "undo", "Take back the last thing", id="take-back"),
    ]

    def __init__(
        self,
        world: World,
        sitting: Sitting,
        *,
        hurry: Callable[[], None],
        to_note: Callable[[], None],
        to_steps: Callable[[], None],
        to_standard: Callable[[Page], None],
        home: Callable[[], None],
    ) -> None:
        super().__init__(world, sitting, hurry, to_standard)
        self._to_note = to_note
        self._to_steps = to_steps
        self._home = home
        self._began = world.now()
        self._left_written: object = None

    @property
    def foot(self) -> str:
        """What works here now: on a board, how to go about in it; with a panel, in that."""
        page = self.sitting.here
        if page is None or page.stage.shape is not Shape.BOARD or self.is_beside:
            return super().foot
        numbers = ", ".join(str(n) for n, _ in enumerate(picks(page.stage), 1))
        return BOARD_FOOT.format(picks=f"{numbers} pick · " if numbers else "")

    @property
    def help_text(self) -> str:
        """How a step works, and what its exercise is for: low windows have no room for that."""
        page = self.sitting.here
        if page is None or not page.exercise.introduction:
            return self.HELP_TEXT
        about = f"What “{page.exercise.title}” is for"
        return f"{self.HELP_TEXT}\n\n{about}\n\n{page.exercise.introduction}"

    # -- drawing --------------------------------------------------------------------------

    def body(self) -> ComposeResult:
        """The steps at the left; the page and the way on at the right."""
        with Horizontal():
            with VerticalScroll(id="steps-column", can_focus=False):
                yield Outline(room=self.steps_room, id="outline")
                yield Container(id="cards")
            with Vertical(id="page-column"):
                yield Press("All the steps", id="fold", classes="-quiet")
                yield StagePage(beside=self._risk_beside, id="page")
                yield Turns(id="turns")
                yield OrderLine(id="order")

    def on_mount(self) -> None:
        """Show where the session was left."""
        self._say_where()
        self.set_interval(30, self._say_where)
        self.show_page()

    def on_resize(self, event: Resize) -> None:
        """Save lines in a low window."""
        super().on_resize(event)
        self.set_class(event.size.height < 34, "-short-window")

    def _say_where(self) -> None:
        since = self._began if self.world.settings.clock else None
        self.bar.say(whereabouts(self.sitting.session, since, self.world.now()))

    async def draw_page(self) -> None:
        """The page with its steps or cards, and the ways on."""
        page = self.sitting.here if self.query(StagePage) else None
        if page is None:
            return
        session = self.sitting.shown
        self.query_one(StagePage).covered = self.sitting.covered
        self.query_one(StagePage).carried = self.sitting.to_come_back_to
        await self.query_one(StagePage).show(page, session)
        self.follow(page)
        by_oneself = is_shared(session.way) and not self.sitting.company
        self.query_one(Turns).show(page, self.sitting.course, session, by_oneself=by_oneself)
        self.query_one("#fold", Press).relabel(f"All the steps   ▸ {short_title(page, session)}")
        self.query_one(Outline).show(self.sitting.course.pages(session), session)
        await self._draw_cards(page)
        self.query_one(Foot).say(self.foot)
        if not page.prompts:
            self.query_one(Turns).focus_next_button()

    async def _draw_cards(self, page: Page) -> None:
        """On a board there are no steps beside it; beside an open card stand the others."""
        self.set_class(page.stage.shape is Shape.BOARD, "-board")
        self.set_class(page.stage.shape is Shape.CARD, "-card")
        beside = self.query_one("#cards", Container)
        await beside.remove_children()
        board = board_of(page)
        if board is not None and page.stage.shape is Shape.CARD:
            laid = cards(page.exercise, board, self.sitting.shown)
            title = Static(said(one_line(board.title, _STEPS_ROOM + 4), "bold"))
            await beside.mount(title, Board(laid, at=page.stage.id, column=True))

    def _risk_beside(self) -> Widget:
        shelf = self.world.shelf()
        return RiskBeside(shelf.risk, shelf.local)

    def _take(self) -> None:
        self.query_one(StagePage).take(self.sitting.shown)

    # -- what a person does ---------------------------------------------------------------

    @on(PromptBlock.Opened)
    def _opened(self) -> None:
        self.sitting.settle()

    @on(PromptBlock.Written)
    async def _written(self, event: PromptBlock.Written) -> None:
        try:
            self.sitting.write(event.address, event.value)
        except ReflectError as error:
            self.say(error)
            return
        self._take()
        page = self.sitting.here
        # While a page is turned the sitting is at the next one already, and words typed on the
        # one before are still on their way: fitting it would take away what they come from.
        if page is not None and not self.is_drawing:
            await self.query_one(StagePage).fit(page, self.sitting.shown)
            self.follow(page)

    @on(PromptBlock.Moved)
    def _moved(self, event: PromptBlock.Moved) -> None:
        event.stop()
        try:
            self.sitting.move(event.block.address, in_note=event.in_note)
        except ReflectError as error:
            self.say(error)
        self._take()

    @on(Wanted)
    def _wanted_done(self, event: Wanted) -> None:
        event.stop()
        try:
            carry_out(self.sitting, event)
        except ReflectError as error:
            self.say(error)
        self._take()
        if event.at_once:
            self._hurry()

    @on(Outline.Chosen)
    def _step_chosen(self, event: Outline.Chosen) -> None:
        event.stop()
        self.go(event.place)

    @on(BoardPage.Wrote)
    def _picked(self, event: BoardPage.Wrote) -> None:
        event.stop()
        self.sitting.write(event.address, event.value)
        self.sitting.settle()
        self._take()

    @on(Press.Pressed)
    def _pressed(self, event: Press.Pressed) -> None:
        deeds = {
            "next": self.action_next,
            "go-back": self.action_back,
            "to-board": self.action_board,
            "to-note": self.action_note,
            "fold": self.action_steps,
        }
        deed = deeds.get(event.press.id or "")
        if deed is not None:
            event.stop()
            deed()

    @on(DescendantBlur)
    def _left_a_field(self) -> None:
        """Leaving a field keeps it at once."""
        self._hurry()

    # -- going elsewhere -----------------------------------------------------------------------

    def action_steps(self) -> None:
        """All the steps."""
        self._to_steps()

    def action_note(self) -> None:
        """The note as it stands."""
        self._hurry()
        self._to_note()

    def action_undo(self) -> None:
        """Take back the last thing written, moved or added."""
        if not self._may_turn():
            return
        if self.sitting.undo():
            self.show_page()
        else:
            self.notify("There is nothing to take back.", markup=False, timeout=3)

    def action_leave(self) -> None:
        """Shut what stands beside the page; else put it down for now."""
        if self.shut_beside():
            return
        self._hurry()
        self._home()

    def on_screen_suspend(self) -> None:
        """Remember what is written, to know whether it was changed from another screen."""
        self._left_written = self.sitting.session.written

    def on_screen_resume(self) -> None:
        """Coming back from another screen: draw what may have changed there.

        Where an answer was brought back, the field one was at must not go on with the old one.
        """
        if self._left_written in (None, self.sitting.session.written):
            self._take()
        else:
            self.show_page()
