"""Looking after the notebook itself: its password, and a backup of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.app import App

from reflect_tui.errors import ReflectError
from reflect_tui.tui.world import World

if TYPE_CHECKING:
    from reflect_tui.tui.screens.password import Wanted


class Upkeep:
    """The screens for it, each imported when it is first shown."""

    def __init__(
        self,
        app: App[None],
        world: World,
        *,
        may_write: Callable[[], bool],
        say: Callable[[ReflectError], None],
    ) -> None:
        self._app = app
        self._world = world
        self._may_write = may_write
        self._say = say

    def take_in(self) -> None:
        """Take in a session that somebody gave."""
        from reflect_tui.tui.screens.taking import TakingScreen

        if self._may_write():
            self._app.push_screen(TakingScreen(self._world))

    def password(self, wanted: Wanted) -> None:
        """Give the notebook a password, or another one."""
        from reflect_tui.tui.screens.password import PasswordScreen

        if self._may_write():
            self._app.push_screen(PasswordScreen(self._world, wanted))

    def password_after_recovery(self) -> None:
        """The recovery words opened it: a new password."""
        from reflect_tui.tui.screens.password import PasswordScreen, Wanted

        self._app.push_screen(PasswordScreen(self._world, Wanted.AFTER_RECOVERY))

    def take_password_off(self) -> None:
        """Ask, and unseal everything."""
        from reflect_tui.tui.screens.unsealing import ask_to_unseal

        if self._may_write():
            ask_to_unseal(self._app, self._world, say=self._say)

    def back_up(self) -> None:
        """Put the whole notebook into one file."""
        from reflect_tui.tui.backing_up import back_up

        back_up(self._app, self._world, say=self._say)
