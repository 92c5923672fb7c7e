"""What is always at hand: the two ways out, help, and everything by name."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from textual.app import App
from textual.screen import Screen

from reflect_tui.tui.screens.frame import Frame
from reflect_tui.tui.world import World

if TYPE_CHECKING:
    from reflect_tui.session.sitting import Sitting
    from reflect_tui.tui.exact_words import ExactWords
    from reflect_tui.tui.screens.everything import Deed


class AtHand:
    """The screens that can be laid over any other."""

    def __init__(self, app: App[None], world: World) -> None:
        self._app = app
        self._world = world

    def risk(self, sitting: Sitting | None) -> None:
        """Someone may be at risk, with the words at hand where an answer is being written."""
        from reflect_tui.tui.screens.risk import RiskScreen

        screen = self._app.screen
        if isinstance(screen, RiskScreen):
            return
        group = sitting is not None and sitting.session.way == "group"
        words = self._words(screen) if sitting is not None else None
        self._app.push_screen(RiskScreen(self._world, group=group, words=words))

    def _words(self, screen: Screen[Any]) -> ExactWords | None:
        from reflect_tui.tui.exact_words import words_at_hand
        from reflect_tui.tui.screens.session import SessionScreen

        return words_at_hand(screen) if isinstance(screen, SessionScreen) else None

    def hide(self) -> bool:
        """Hide the screen; False when it is hidden already."""
        from reflect_tui.tui.screens.hidden import HiddenScreen

        if isinstance(self._app.screen, HiddenScreen):
            return False
        self._app.push_screen(HiddenScreen(self._world))
        return True

    @property
    def hidden(self) -> bool:
        """Whether the screen is hidden now."""
        from reflect_tui.tui.screens.hidden import HiddenScreen

        return isinstance(self._app.screen, HiddenScreen)

    def help(self) -> None:
        """Help for the screen one is on."""
        from reflect_tui.tui.deeds import keys_on
        from reflect_tui.tui.screens.helping import HelpScreen

        screen = self._app.screen
        if isinstance(screen, Frame) and not (self.hidden or isinstance(screen, HelpScreen)):
            keys = keys_on(screen)
            self._app.push_screen(
                HelpScreen(self._world, screen.TITLE_LINE, screen.help_text, keys)
            )

    def everything(self, offered: Callable[[Frame[object]], list[Deed]]) -> None:
        """Every action by name; `offered` says what there is to do on a screen."""
        from reflect_tui.tui.screens.everything import EverythingScreen
        from reflect_tui.tui.screens.unlock import UnlockScreen

        screen = self._app.screen
        closed = self.hidden or isinstance(screen, EverythingScreen | UnlockScreen)
        if isinstance(screen, Frame) and not closed:
            self._app.push_screen(EverythingScreen(self._world, offered(screen)))
