"""Which screen leads to which.

Screens are handed what they need when they are made and call back here; they never reach for
the app. Screens are imported when they are first shown.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.app import App
from textual.message_pump import MessagePump

from reflect_tui.errors import CannotRead, Damaged, ReflectError
from reflect_tui.tui.at_hand import AtHand
from reflect_tui.tui.choosing import Choosing
from reflect_tui.tui.company import Company
from reflect_tui.tui.desk import Desk
from reflect_tui.tui.facilitating import Facilitating
from reflect_tui.tui.guard import Guard
from reflect_tui.tui.looking import Looking
from reflect_tui.tui.screens.frame import Frame
from reflect_tui.tui.upkeep import Upkeep
from reflect_tui.tui.world import World

if TYPE_CHECKING:
    from reflect_tui.session.model import Session
    from reflect_tui.session.sitting import Sitting
    from reflect_tui.tui.screens.everything import Deed
    from reflect_tui.tui.screens.home import HomeScreen


class Flow:
    """The way through the screens."""

    def __init__(self, app: App[None], world: World) -> None:
        self._app = app
        self._world = world
        self._at_hand = AtHand(app, world)
        self._home_screen: HomeScreen | None = None
        self.company = Company(app, world, sitting=lambda: self.sitting, changed=self._seen_by)
        """Who is at the screen."""
        self._desk = Desk(
            app, world, show=self._show, home=self.home, say=self.say, company=self.company
        )
        self.guard = Guard(app, world, self)
        """Who may see and who may write."""
        self.upkeep = Upkeep(app, world, may_write=self.guard.may_write, say=self.say)
        """Its password and its backup."""
        self.choosing = Choosing(app, world, self)
        """What somebody chooses for themselves."""
        self.looking = Looking(app, world, self)
        """The library."""
        self.facilitating = Facilitating(app, world, self)
        """The facilitator's page."""

    @property
    def world(self) -> World:
        """What the screens are given."""
        return self._world

    @property
    def sitting(self) -> Sitting | None:
        """The sitting that is open, if one is."""
        return self._desk.sitting

    # -- start, home ----------------------------------------------------------------------

    def first(self) -> Frame[None]:
        """The screen beneath all others: home."""
        from reflect_tui.tui.screens.home import HomeScreen

        self._home_screen = HomeScreen(
            self._world,
            begin=self.begin,
            open_session=self.open,
            read_session=self.read,
            all_sessions=self.sessions,
            to_oneself=self.company.alone,
            alone=self.looking.alone,
            standards=self.looking.standards,
            library=self.looking.library,
            settings=self.choosing.settings,
            locked=self.guard.ask,
        )
        return self._home_screen

    def welcome(self) -> None:
        """What stands before home at the start: the password, or the first start."""
        if self._world.sealed:
            self.guard.ask()
        elif not (self._world.settings.introduced or self._world.demo):
            from reflect_tui.tui.screens.first import FirstScreen

            self._app.push_screen(FirstScreen(self._world, done=self.home))

    def home(self) -> None:
        """Home; an open sitting is put down first."""
        self._app.run_worker(self._home, group="leave", exclusive=True)  # type: ignore[arg-type]  # made when it runs

    async def _home(self) -> None:
        await self.all_written()
        if self.put_down("home"):
            self._clear()

    def begin(self) -> None:
        """Begin a session."""
        from reflect_tui.tui.screens.begin import BeginScreen

        if self.guard.may_write():
            self._app.push_screen(BeginScreen(self._world, start=self.start_session))

    def sessions(self) -> None:
        """All sessions."""
        from reflect_tui.tui.screens.sessions import SessionsScreen

        if not self.company.first_alone(self.sessions):
            return
        self._app.push_screen(
            SessionsScreen(
                self._world,
                open_session=self.open,
                read_session=self.read,
                note_of=self.note_of,
                earlier_of=self.earlier_of,
                bin=self.bin,
                take_in=self.upkeep.take_in,
                may_write=self.guard.may_write,
            )
        )

    def bin(self) -> None:
        """The bin."""
        from reflect_tui.tui.screens.bin import BinScreen

        if not self.company.first_alone(self.bin):
            return
        self._app.push_screen(BinScreen(self._world, may_write=self.guard.may_write))

    def read(self, session_id: str) -> None:
        """A kept session, to read."""
        from reflect_tui.tui.screens.reading import ReadingScreen

        if not self.company.first_alone(partial(self.read, session_id)):
            return
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
        """Go on with a session; where this window may not write, read it."""
        if not self.guard.may_write():
            self.read(session_id)
            return
        try:
            session = self._world.notebook().load(session_id)
            if session.way != "solo" or self.company.first_alone(partial(self.open, session_id)):
                self._sit(session)
        except (Damaged, CannotRead) as error:
            self._mend(session_id, error)
        except ReflectError as error:
            self.say(error)

    def start_session(self, session: Session) -> None:
        """Sit down with a new session."""
        try:
            self._sit(session)
        except ReflectError as error:
            self.say(error)

    def _sit(self, session: Session) -> None:
        self._desk.sit(session)
        if self._desk.sitting is not None:
            self.company.met(self._desk.sitting)

    def _seen_by(self) -> None:
        """Somebody came or went: draw what may be drawn now."""
        self._desk.draw_anew()
        self.read_anew()

    def _mend(self, session_id: str, error: ReflectError) -> None:
        """A session that cannot be read: its newest earlier state that can."""
        from reflect_tui.tui.screens.mending import MendingScreen

        self._app.push_screen(MendingScreen(self._world, session_id, error, brought_back=self.open))

    def note_of(self, session_id: str) -> None:
        """The note of a kept session; one step out of it stands the session itself."""
        if self._opened(session_id):
            self._desk.note()

    def hand_over(self, by: str) -> None:
        """Make the Word file of the open sitting's note, or print it: `write` or `print`."""
        self._desk.hand_over(by)

    def earlier_of(self, session_id: str) -> None:
        """The earlier states of a kept session; one step out stands the session itself."""
        if self._opened(session_id):
            self._desk.earlier()

    def earlier(self) -> None:
        """The earlier states of the sitting that is open."""
        self._desk.earlier()

    def _opened(self, session_id: str) -> bool:
        before = self._desk.sitting
        self.open(session_id)
        return self._desk.sitting is not None and self._desk.sitting is not before

    def put_down(self, to: str) -> bool:
        """Put the open sitting down, as `Desk.put_down` says."""
        return self._desk.put_down(to)

    async def all_written(self, *outer: MessagePump) -> None:
        """Wait until all that was typed has reached the open sitting."""
        await self._desk.all_written(*outer)

    def keep_all(self) -> bool:
        """Put everything typed on the disk now; whether that worked."""
        return self._desk.keep_all()

    # -- locking --------------------------------------------------------------------------

    async def put_away(self) -> str:
        """Take every word off the screens before the notebook is locked; see `Desk.put_away`."""
        session_id = await self._desk.put_away()
        self._clear()
        self._app.clear_notifications()
        if self._home_screen is not None:
            await self._home_screen.forget()
        return session_id

    def come_back(self, session_id: str) -> None:
        """The notebook is unlocked: on where one was, or home."""
        self._clear()
        self.read_anew()
        try:
            if session_id:
                self._desk.come_back(session_id)
        except ReflectError as error:
            self.say(error)

    def read_anew(self) -> None:
        """Home shows what the notebook holds now."""
        if self._home_screen is not None:
            self._app.run_worker(self._home_screen.read_anew(), group="home")

    # -- always at hand -------------------------------------------------------------------

    def risk(self) -> None:
        """Someone may be at risk."""
        self._at_hand.risk(self._desk.sitting)

    def hide(self) -> None:
        """Hide the screen; hidden already, lock the notebook."""
        if not self._at_hand.hide():
            self.guard.lock(asked=False)

    @property
    def hidden(self) -> bool:
        """Whether the screen is hidden now."""
        return self._at_hand.hidden

    def help(self) -> None:
        """Help for the screen one is on."""
        self._at_hand.help()

    def everything(self) -> None:
        """Every action by name."""
        self._at_hand.everything(self._offered)

    def _offered(self, screen: Frame[object]) -> list[Deed]:
        from reflect_tui.tui.deeds import Deeds

        return Deeds(self._app, self._world, self).on(screen)

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
