"""Things laid out in rows: arrows go about among them, and past the ends on."""

from __future__ import annotations

from textual.widget import Widget


class LaidOut(Widget):
    """What lays things out says how many there are and how many stand beside each other."""

    at = 0
    """The index of the one somebody is at."""

    @property
    def count(self) -> int:
        """How many there are."""
        raise NotImplementedError

    def across(self, width: int) -> int:
        """How many stand beside each other in `width` cells."""
        raise NotImplementedError

    def go(self, index: int) -> None:
        """Go to one of them; the ends stay where they are."""
        raise NotImplementedError

    def action_step(self, by: int) -> None:
        """The one before or after."""
        self.go(self.at + by)

    def action_row(self, by: int) -> None:
        """The one above or below; past the ends, on to what stands there."""
        there = self.at + by * self.across(self.content_size.width)
        if 0 <= there < self.count:
            self.go(there)
        elif by > 0:
            self.screen.focus_next()
        else:
            self.screen.focus_previous()

    def on_focus(self) -> None:
        """Draw where one is. The page stays, or a click would land on what moved under it."""
        self.refresh()

    def on_blur(self) -> None:
        """Draw that one has gone on."""
        self.refresh()
