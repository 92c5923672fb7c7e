"""Whether somebody else is at the screen, and what that keeps from being drawn.

A one-to-one or a group session makes it a shared screen, until whoever owns the notebook says
that they are alone. Meanwhile nothing of other sessions is drawn, and nothing written alone.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.app import App

from reflect_tui.tui.screens.ask import AskScreen
from reflect_tui.tui.world import World

if TYPE_CHECKING:
    from reflect_tui.session.sitting import Sitting

_QUESTION = "Are you alone at this screen?"
_WORDS = (
    "Somebody may be looking: this was a shared screen. What you keep of other sessions, and what "
    "you wrote on your own, shows only once you say that you are alone.",
)


class Company:
    """Who is at the screen, as far as was said."""

    def __init__(
        self,
        app: App[None],
        world: World,
        *,
        sitting: Callable[[], Sitting | None],
        changed: Callable[[], None],
    ) -> None:
        """`changed` is called when what may be drawn is another now."""
        self._app = app
        self._world = world
        self._sitting = sitting
        self._changed = changed

    def met(self, sitting: Sitting) -> None:
        """A sitting is opened: one of several people makes this a shared screen."""
        if sitting.session.way != "solo":
            self._world.company = True

    def alone(self) -> None:
        """Nobody else is here any more."""
        self._say(False)

    def beside(self) -> None:
        """Somebody is here now."""
        self._say(True)

    def _say(self, company: bool) -> None:
        self._world.company = company
        sitting = self._sitting()
        if sitting is not None and sitting.session.way != "solo":
            sitting.company = company
        self._changed()

    def first_alone(self, deed: Callable[[], None]) -> bool:
        """Whether a deed may show other sessions now; otherwise it is done once they are alone."""
        if not self._world.company:
            return True

        def answered(yes: bool | None) -> None:
            if yes:
                self.alone()
                deed()

        self._app.push_screen(
            AskScreen(self._world, _QUESTION, _WORDS, yes="I'm alone now"), answered
        )
        return False
