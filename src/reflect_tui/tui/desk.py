"""The one sitting that is open: sitting down, its further screens, putting it down.

It outlives its screens: when the notebook is locked the screens go, and what is not on the disk
yet stays here until it is.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import App
from textual.message_pump import MessagePump

from reflect_tui.errors import ReflectError
from reflect_tui.tui.content import said
from reflect_tui.tui.memory import put_aside
from reflect_tui.tui.screens.frame import Frame
from reflect_tui.tui.words import NOT_ADDED, NOT_KEPT
from reflect_tui.tui.world import World
from reflect_tui.tui.written import all_written

if TYPE_CHECKING:
    from reflect_tui.notebook.saver import Kept, NotKeptYet
    from reflect_tui.session.address import Address, Place
    from reflect_tui.session.course import Page
    from reflect_tui.session.model import Session
    from reflect_tui.session.sitting import Sitting
    from reflect_tui.tui.company import Company
    from reflect_tui.tui.open_sitting import OpenSitting
    from reflect_tui.tui.screens.session import SessionScreen

_DRAWN = 0.4
"""Seconds after which a session that was opened stands there."""
_LOOKS, _STEP = 100, 0.02
"""How often, and after how many seconds, it is looked whether its page stands."""


class Desk:
    """Where a session lies while somebody works on it."""

    def __init__(
        self,
        app: App[None],
        world: World,
        *,
        show: Callable[[Frame[None]], None],
        home: Callable[[], None],
        say: Callable[[ReflectError], None],
        company: Company,
    ) -> None:
        """`show` shows a screen with nothing but home beneath it; `company`: who is here."""
        self._app = app
        self._world = world
        self._show = show
        self._home = home
        self._say = say
        self._company = company
        self._open: OpenSitting | None = None
        self._screen: SessionScreen | None = None
        self._told: set[tuple[str, str]] = set()
        self._turns_away: list[tuple[Address, str]] = []
        """What stood in somebody's turn of a round when the notebook was locked."""

    @property
    def sitting(self) -> Sitting | None:
        """The sitting that is open, if one is."""
        return self._open.sitting if self._open else None

    # -- sitting down ---------------------------------------------------------------------

    def sit(self, session: Session) -> None:
        """Sit down with a session, unless another has to be put down first and can't be.

        Raises ReflectError when it cannot be opened.
        """
        from reflect_tui.tui.open_sitting import OpenSitting

        if self.put_down("another session"):
            self._open = OpenSitting(self._world.notebook(), session, self._hear)
            self._draw(self._open)

    def _hear(self, news: Kept | NotKeptYet) -> None:
        """In the saver's thread: hand its news to the screen, if one stands there."""
        from reflect_tui.tui.open_sitting import Saved

        if self._screen is not None:
            self._screen.post_message(Saved(news))

    def _draw(self, opened: OpenSitting) -> None:
        from reflect_tui.tui.screens.session import SessionScreen

        screen = SessionScreen(
            self._world,
            opened.sitting,
            hurry=opened.hurry,
            to_note=self.note,
            to_steps=lambda: self._steps(screen),
            to_standard=self._standard,
            home=self._home,
        )
        self._screen = screen
        self._show(screen)
        if not self._app.is_headless:
            self._app.set_timer(_DRAWN, put_aside)

    def _steps(self, screen: SessionScreen) -> None:
        from reflect_tui.tui.screens.steps import StepsScreen

        if self._open is None:
            return

        def chosen(place: Place | None) -> None:
            if place is not None:
                screen.go(place)

        self._app.push_screen(StepsScreen(self._world, self._open.sitting), chosen)

    def _standard(self, page: Page) -> None:
        from reflect_tui.tui.screens.standard import StandardScreen

        self._app.push_screen(StandardScreen(self._world, page))

    def note(self, at: str = "") -> None:
        """The note of the sitting that is open; `at` is the button of it to begin at."""
        from reflect_tui.tui.screens.note import NoteScreen

        if self._open is not None:
            self._app.push_screen(
                NoteScreen(
                    self._world,
                    self._open.sitting,
                    to_bin=self._put_in_bin,
                    to_answer=self._to_answer,
                    alone=self._company.alone,
                    beside=self._company.beside,
                    at=at,
                )
            )

    def hand_over(self, by: str) -> None:
        """Make the Word file, or print, from the note's page."""
        from reflect_tui.tui.to_answer import hand_over

        hand_over(self._app, self.note, by)

    def _to_answer(self, address: Address, words: str) -> None:
        from reflect_tui.tui.to_answer import to_answer

        if self._screen is not None:
            going = to_answer(self._app, self._screen, address, words)
            self._app.run_worker(going, group="answer", exclusive=True)

    def _put_in_bin(self, note: Path) -> None:
        """Only the note is kept, and stands at a path: put the session down and in the bin."""
        if self._open is None:
            return
        opened = self._open
        if not self.put_down("the bin"):
            return
        try:
            self._world.notebook().bin.put(opened.kept_as)
        except ReflectError as error:
            self._say(error)
        else:
            words = f"The note is {note}. The session is in the bin."
            self._app.notify(said(words).plain, markup=False, timeout=20)
        self._home()

    def earlier(self) -> None:
        """The earlier states of the sitting that is open."""
        from reflect_tui.tui.screens.earlier import EarlierScreen

        if self._open is not None:
            self._app.push_screen(EarlierScreen(self._world, self._open.sitting))

    def draw_anew(self) -> None:
        """Somebody came or went: draw what stands there as it may be drawn now."""
        for screen in self._app.screen_stack:
            if isinstance(screen, Frame):
                screen.seen_by_others()
        if self._screen is not None and self._screen.is_attached:
            self._screen.show_page()

    # -- putting down ---------------------------------------------------------------------

    def put_down(self, to: str) -> bool:
        """Put the open sitting down, once all of it is on the disk; `to` is where one is going.

        When the disk refuses, or somebody's turn is not added, it stays open and says so; only
        going to the same place a second time, with nothing more written, lets go of that.
        """
        if self._open is None:
            return True
        turns = "".join(turn for _, turn in self._turns())
        for trouble, holds in ((NOT_ADDED, bool(turns)), (NOT_KEPT, self._unkept())):
            told = (to, trouble.what + (turns if trouble is NOT_ADDED else ""))
            if not holds:
                self._told.discard(told)
            elif told not in self._told:
                self._told.add(told)
                self._say(trouble)
                return False
        self._let_go()
        return True

    def _let_go(self) -> None:
        if self._open is not None:
            self._open.close()
        self._open = self._screen = None
        self._told.clear()

    def _turns(self) -> list[tuple[Address, str]]:
        """What stands in somebody's turn of a round and is not added yet."""
        # Nothing of a round is there unless a session's screen was made.
        if self._screen is None:
            return []
        from reflect_tui.tui.widgets.fields.round import TurnEditor
        from reflect_tui.tui.widgets.prompt_block import PromptBlock

        return [
            (block.address, turn.text)
            for block in self._screen.query(PromptBlock)
            for turn in block.query(TurnEditor)
            if turn.text.strip()
        ]

    def _unkept(self) -> bool:
        """Whether the disk refuses what was written."""
        return self._open is not None and not self._open.keep_now()

    def keep_all(self) -> bool:
        """Put everything typed on the disk now; whether that worked."""
        return self._open is None or self._open.keep_now()

    async def all_written(self, *outer: MessagePump) -> None:
        """Wait until all that was typed has reached the open sitting."""
        if self._open is None:
            return
        screen = self._app.screen
        focused = screen.focused
        await all_written(screen, *outer, leaving=True)
        if isinstance(screen, Frame):
            await screen.at_rest()
        if focused is not None and focused.is_attached and screen.focused is None:
            screen.set_focus(focused, scroll_visible=False)

    # -- locking --------------------------------------------------------------------------

    async def put_away(self) -> str:
        """Have all that was typed kept before the screens go; the session to come back to.

        What the disk refuses stays in hand, and goes on being tried, though nothing draws it.
        """
        if self._open is None:
            return ""
        await self.all_written()
        self._turns_away = self._turns()
        session_id = self._open.sitting.session.id
        if self._open.keep_now():
            self._let_go()
        self._screen = None
        return session_id

    def come_back(self, session_id: str) -> None:
        """Show again what was put away; raises ReflectError when it cannot be opened."""
        if self._open is not None:
            self._draw(self._open)
        else:
            self.sit(self._world.notebook().load(session_id))
        if self._turns_away and self._screen is not None:
            self._app.run_worker(self._give_back(self._screen, self._turns_away), group="turn")
        self._turns_away = []

    async def _give_back(self, screen: SessionScreen, turns: list[tuple[Address, str]]) -> None:
        """Put what stood in somebody's turn back where they were writing it."""
        from reflect_tui.tui.widgets.fields.round import RoundField
        from reflect_tui.tui.widgets.prompt_block import PromptBlock

        for _ in range(_LOOKS):
            if screen.query(PromptBlock):
                break
            await asyncio.sleep(_STEP)
        await screen.at_rest()
        told = dict(turns)
        for block in screen.query(PromptBlock):
            if block.address in told:
                await block.open()
                await block.query_one(RoundField).write_on(told[block.address])
