"""Who may see and who may write: locking and unlocking, hiding by itself, the other window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import App

from reflect_tui.errors import ReflectError
from reflect_tui.idle import TICK, Due, Idle
from reflect_tui.keys import renamed
from reflect_tui.tui.world import World

if TYPE_CHECKING:
    from reflect_tui.tui.flow import Flow

NO_PASSWORD = (
    "This notebook has no password, so the screen is only hidden. A password can be given from "
    "the first screen: Ctrl+P, then “Lock the notebook with a password”."
)
MAY_WRITE_NOW = "The other window was closed. You can write here now."


class Guard:
    """Watches over one run of the program."""

    def __init__(self, app: App[None], world: World, flow: Flow) -> None:
        self._app = app
        self._world = world
        self._flow = flow
        self._again = ""
        """The session to come back to after unlocking."""
        self._asking = False
        settings = world.settings
        self.idle = Idle(settings.hide_after, settings.lock_after)
        """When somebody touched something last."""

    def watch(self) -> None:
        """Look at the clock from now on."""
        self._app.set_interval(TICK, self._look)

    def _look(self) -> None:
        due = self.idle.due(hidden=self._flow.hidden)
        if due is Due.LOCK and not self._asking:
            self.lock(asked=False)
        elif due is Due.HIDE and not self._asking and not self._flow.hidden:
            self._flow.hide()
        elif self._waits_for_the_other_window():
            self._app.run_worker(self._take_over, thread=True, group="hold", exclusive=True)

    # -- locking --------------------------------------------------------------------------

    def lock(self, *, asked: bool = True) -> None:
        """Lock the notebook, once all that was typed is kept; without a password, hide."""
        if self._asking:
            return
        if not self._world.has_password:
            if asked:
                self._flow.hide()
                self._app.notify(
                    renamed(NO_PASSWORD, self._world.settings.keys), markup=False, timeout=10
                )
            elif not self._flow.hidden:
                self._flow.hide()
            return
        self._asking = True
        self._app.run_worker(self._lock(), group="leave", exclusive=True)

    async def _lock(self) -> None:
        self._again = await self._flow.put_away()
        self._world.notebook().key.lock()
        self.ask()

    def ask(self) -> None:
        """Ask for the password; nothing of anyone's stands beneath."""
        from reflect_tui.tui.screens.unlock import UnlockScreen

        self._asking = True
        self._app.push_screen(UnlockScreen(self._world, unlocked=self._unlocked))

    def _unlocked(self, by_recovery: bool) -> None:
        self._asking = False
        self.idle.touched()
        again, self._again = self._again, ""
        self._flow.come_back(again)
        if by_recovery:
            self._flow.upkeep.password_after_recovery()

    # -- the other window -----------------------------------------------------------------

    def may_write(self) -> bool:
        """Whether this window may change anything; says why where it may not."""
        try:
            if self._world.notebook().take_over():
                return True
            why = self._world.notebook().hold.why_not
        except ReflectError as error:
            self._flow.say(error)
            return False
        self._app.notify(f"{why}.", markup=False, severity="warning", timeout=10)
        return False

    def _waits_for_the_other_window(self) -> bool:
        return self._world.is_open and self._world.notebook().hold.elsewhere

    def _take_over(self) -> None:
        """In a thread: try to become the one that writes."""
        try:
            taken = self._world.notebook().take_over()
        except ReflectError as error:
            self._app.call_from_thread(self._flow.say, error)
            return
        if taken:
            self._app.call_from_thread(self._taken_over)

    def _taken_over(self) -> None:
        self._app.notify(MAY_WRITE_NOW, markup=False, timeout=8)
        self._flow.read_anew()
