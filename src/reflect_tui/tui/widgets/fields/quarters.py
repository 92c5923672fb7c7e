"""The four quarters somebody places a card in: arrows go about, Enter or a click places."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget

from reflect_tui.session.values import Placement, Spot
from reflect_tui.tui.reveal import reveal
from reflect_tui.tui.widgets.picture import QUARTERS, drawn, marks_of

_TALL = 2
"""Lines of a quarter: its words, and the shapes that stand there."""
_WIDE = 62


class Quarters(Widget, can_focus=True):
    """The picture of one placement, to place in. It keeps nothing itself."""

    DEFAULT_CSS = """
    Quarters { height: auto; width: 1fr; color: $text-main; pointer: pointer; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "place", "Place it here", show=False, id="quarters-place"),
        Binding("down", "go(2)", "Down", show=False, id="quarters-down"),
        Binding("up", "go(-2)", "Up", show=False, id="quarters-up"),
        Binding("right", "go(1)", "Right", show=False, id="quarters-right"),
        Binding("left", "go(-1)", "Left", show=False, id="quarters-left"),
    ]

    class Chosen(Message):
        """Somebody places it, or takes it away again, in one of the four."""

        def __init__(self, spot: Spot) -> None:
            super().__init__()
            self.spot = spot

    def __init__(self, placement: Placement, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._placement = placement
        self._at = 0

    def show(self, placement: Placement) -> None:
        """Draw it as it stands now."""
        self._placement = placement
        self.refresh()

    def _lines(self, width: int) -> list[Content]:
        quarters = {
            quarter: [
                Content.styled(_words(quarter), "$muted"),
                Content.styled(marks_of(self._placement, quarter), "$accent bold"),
            ]
            for quarter in QUARTERS
        }
        at = QUARTERS[self._at] if self.has_focus else None
        return drawn(quarters, min(width, _WIDE), at=at, tall=_TALL, named=False)

    def render(self) -> Content:
        """The four; the one somebody is at has a double border."""
        return Content("\n").join(self._lines(self.content_size.width))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the picture takes."""
        return len(self._lines(width))

    def action_go(self, by: int) -> None:
        """The quarter beside, above or below; past the ends, on to what stands there."""
        column = self._at % 2 + (by if abs(by) == 1 else 0)
        if column not in (0, 1):
            return
        there = self._at + by
        if 0 <= there < len(QUARTERS):
            self._at = there
            self.refresh()
            half = self.size.height // 2
            reveal(self, there // 2 * half, half)
        elif by > 0:
            self.screen.focus_next()
        else:
            self.screen.focus_previous()

    def action_place(self) -> None:
        """Place it where one is."""
        seen, said = QUARTERS[self._at]
        self.post_message(self.Chosen(Spot(seen=seen, said=said)))

    def on_click(self, event: Click) -> None:
        """A click places it there."""
        event.stop()
        lines = self._lines(self.content_size.width)
        wide = max(line.cell_length for line in lines)
        right, below = event.x > wide // 2, event.y >= len(lines) // 2
        if event.x < wide:
            self._at = right + 2 * below
            self.action_place()

    def on_focus(self) -> None:
        """Draw where one is."""
        self.refresh()

    def on_blur(self) -> None:
        """Draw that one has gone on."""
        self.refresh()


def _words(quarter: tuple[bool, bool]) -> str:
    seen, said = quarter
    return f"{'seen' if seen else 'unseen'} and {'said' if said else 'unsaid'}"
