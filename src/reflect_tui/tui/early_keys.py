"""Keys that come while a page is being drawn: they wait for it, so none acts where it isn't meant.

Somebody who types on while a page turns would otherwise write into the page that goes, or press
what happens to stand at the top.
"""

from __future__ import annotations

from textual.events import Event, Key, Paste
from textual.screen import Screen

from reflect_tui.tui.screens.frame import Frame

LONGEST = 1.0
"""Seconds they wait at most, should a page take longer than anybody would."""


class EarlyKeys:
    """Holds keys and pastes, in their order, until the page they are meant for stands."""

    def __init__(self) -> None:
        self._held: list[Event] = []
        self._meant_for: Screen[object] | None = None

    def hold(self, event: Event, screen: Screen[object]) -> bool:
        """Whether it has to wait; what comes behind something that waits, waits as well."""
        drawing = isinstance(screen, Frame) and screen.is_drawing
        if not isinstance(event, Key | Paste) or not (drawing or self._held):
            return False
        if not self._held:
            self._meant_for = screen
        self._held.append(event)
        return True

    @property
    def waiting(self) -> bool:
        """Whether anything waits."""
        return bool(self._held)

    def let_go(self, screen: Screen[object]) -> list[Event]:
        """What waited, in its order; nothing once another screen stands than it was meant for."""
        held, self._held = self._held, []
        meant_for, self._meant_for = self._meant_for, None
        return held if meant_for is screen else []
