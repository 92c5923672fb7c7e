"""Which screen leads to which, and the one sitting that is open.

Screens are handed what they need when they are made and call back here; they never reach for
the app. Screens are imported when they are first shown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import App
from textual.message_pump import MessagePump

from reflect_tui.errors import ReflectError
from reflect_tui.tui.memory import put_aside
from reflect_tui.tui.screens.frame import Frame
from reflect_tui.tui.words import NOT_ADDED, NOT_KEPT
from reflect_tui.tui.world import World
from reflect_tui.tui.written import all_written

if TYPE_CHECKING:
    from reflect_tui.notebook.saver import Kept, NotKeptYet
    from reflect_tui.session.address import Place
    from reflect_tui.session.course import Page
    from reflect_tui.session.model import Session
    from reflect_tui.session.sitting import Sitting
    from reflect_tui.tui.open_sitting import OpenSitting
    from reflect_tui.tui.screens.session import SessionScreen

_DRAWN = 0.4
"""Seconds after which a session that was opened stands there."""


class Flow:
    """The way through the screens."""

    def __init__(self, app: App[None], world: World) -> None:
        self._app = app
        self._world = world
        self._open: OpenSitting | None = None
        self._told: set[tuple[str, str]] = set()

    @property
    def world(self) -> World:
        """What the screens are given."""
        return self._world

    @property
    def sitting(self) -> Sitting | None:
        """The sitting that is open, if one is."""
        return self._open.sitting if self._open else None

    # -- start, home ----------------------------------------------------------------------

    def first(self) -> Frame[None]:
        """The screen beneath all others: home."""
        from reflect_tui.tui.screens.home import HomeScreen

        return HomeScreen(
            self._world,
            begin=self.begin,
            open_session=self.open,
            read_session=self.read,
            all_sessions=self.sessions,
        )

    def welcome(self) -> None:
        """The first start, for somebody new."""
        if self._world.settings.introduced or self._world.demo:
            return
        from reflect_tui.tui.screens.first import FirstScreen

        self._app.push_screen(FirstScreen(self._world, done=self.home))

    def home(self) -> None:
        """Home; an open sitting is put down first."""
        self._app.run_worker(self._home(), group="leave", exclusive=True)

    async def _home(self) -> None:
        await self.all_written()
        if self.put_down("home"):
            self._clear()

    def begin(self, preset: str = "") -> None:
        """Begin a session; `preset` may be `solo-short`, the fifteen minutes on your own."""
        from reflect_tui.tui.screens.begin import BeginScreen

        self._app.push_screen(BeginScreen(self._world, start=self.start_session, preset=preset))

    def sessions(self) -> None:
        """All sessions."""
        from reflect_tui.tui.screens.sessions import SessionsScreen

        self._app.push_screen(
            SessionsScreen(
                self._world,
                open_session=self.open,
                read_session=self.read,
                note_of=self.note_of,
            )
        )

    def read(self, session_id: str) -> None:
        """A kept session, to read."""
        from reflect_tui.tui.screens.reading import ReadingScreen

        try:
            session = self._world.notebook().load(session_id)
        except ReflectError as error:
            self.say(error)
            return
        self._app.push_screen(
            ReadingScreen(self._world, session, go_on=self.open, note_of=self.note_of)
        )

    # -- a sitting ------------------------------------------------------------------------

    def open(self, session_id: str) -> None:
        """Go on with a session."""
        try:
            session = self._world.notebook().load(session_id)
            self._sit(session)
        except ReflectError as error:
            self.say(error)

    def start_session(self, session: Session) -> None:
        """Sit down with a new session."""
        try:
            self._sit(session)
        except ReflectError as error:
            self.say(error)

    def _sit(self, session: Session) -> None:
        from reflect_tui.tui.open_sitting import OpenSitting, Saved
        from reflect_tui.tui.screens.session import SessionScreen

        if not self.put_down("another session"):
            return

        def told(news: Kept | NotKeptYet) -> None:
            screen.post_message(Saved(news))

        opened = OpenSitting(self._world.notebook(), session, told)
        self._open = opened
        screen = SessionScreen(
            self._world,
            opened.sitting,
            hurry=opened.hurry,
            to_note=self.note,
            to_steps=lambda: self._steps(screen),
            to_standard=self._standard,
            home=self.home,
        )
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

    def note(self) -> None:
        """The note of the sitting that is open."""
        from reflect_tui.tui.screens.note import NoteScreen

        if self._open is not None:
            self._app.push_screen(NoteScreen(self._world, self._open.sitting))

    def note_of(self, session_id: str) -> None:
        """The note of a kept session; one step out of it stands the session itself."""
        before = self._open
        self.open(session_id)
        if self._open is not before:
            self.note()

    def put_down(self, to: str) -> bool:
        """Put the open sitting down, once all of it is on the disk; `to` is where one is going.

        When the disk refuses, or somebody's turn is not added, it stays open and says so; only
        going to the same place a second time lets go of that.
        """
        if self._open is None:
            return True
        for trouble, holds in ((NOT_ADDED, self._turn_under_way), (NOT_KEPT, self._unkept)):
            if not holds():
                self._told.discard((to, trouble.what))
            elif (to, trouble.what) not in self._told:
                self._told.add((to, trouble.what))
                self.say(trouble)
                return False
        self._open.close()
        self._open = None
        self._told.clear()
        return True

    def _turn_under_way(self) -> bool:
        """Whether somebody in a round has written what they have not added."""
        frames = [screen for screen in self._app.screen_stack if isinstance(screen, Frame)]
        return any(frame.unfinished for frame in frames)

    def _unkept(self) -> bool:
        """Whether the disk refuses what was written."""
        return self._open is not None and not self._open.keep_now()

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

    def keep_all(self) -> bool:
        """Put everything typed on the disk now; whether that worked."""
        return self._open is None or self._open.keep_now()

    # -- the ways out, help, everything ---------------------------------------------------

    def risk(self) -> None:
        """Someone may be at risk."""
        from reflect_tui.tui.screens.risk import RiskScreen

        if not isinstance(self._app.screen, RiskScreen):
            group = self._open is not None and self._open.sitting.session.way == "group"
            self._app.push_screen(RiskScreen(self._world, group=group))

    def hide(self) -> None:
        """Hide the screen."""
        from reflect_tui.tui.screens.hidden import HiddenScreen

        if not isinstance(self._app.screen, HiddenScreen):
            self._app.push_screen(HiddenScreen(self._world))

    def help(self) -> None:
        """Help for the screen one is on."""
        from reflect_tui.tui.deeds import keys_on
        from reflect_tui.tui.screens.helping import HelpScreen
        from reflect_tui.tui.screens.hidden import HiddenScreen

        screen = self._app.screen
        if isinstance(screen, Frame) and not isinstance(screen, HelpScreen | HiddenScreen):
            keys = keys_on(screen)
            self._app.push_screen(
                HelpScreen(self._world, screen.TITLE_LINE, screen.help_text, keys)
            )

    def everything(self) -> None:
        """Every action by name."""
        from reflect_tui.tui.deeds import Deeds
        from reflect_tui.tui.screens.everything import EverythingScreen
        from reflect_tui.tui.screens.hidden import HiddenScreen

        screen = self._app.screen
        if isinstance(screen, Frame) and not isinstance(screen, EverythingScreen | HiddenScreen):
            deeds = Deeds(self._app, self._world, say=self.say)
            leave = self.home if self._open is not None else None
            self._app.push_screen(EverythingScreen(self._world, deeds.on(screen, leave)))

    # -- within ---------------------------------------------------------------------------

    def say(self, error: ReflectError) -> None:
        """Show an error: what happened, where, what to do next."""
        self._app.notify(str(error), severity="error", markup=False, timeout=10)

    def _show(self, screen: Frame[None]) -> None:
        """Show a screen with nothing but home beneath it."""
        self._clear()
        self._app.push_screen(screen)

    def _clear(self) -> None:
        while len(self._app.screen_stack) > 1:
            self._app.pop_screen()
