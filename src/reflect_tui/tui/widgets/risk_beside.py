"""The first steps of the risk card, beside a question that may not be able to wait (1.10)."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from reflect_tui.practice.local import Local, RiskCard
from reflect_tui.tui.content import join, said
from reflect_tui.tui.widgets.press import Press

_LOW = 34
_FIRST = 3
"""Steps that stand here; the others are on the card itself."""


class RiskBeside(Vertical):
    """What can wait least, and the way to the whole card."""

    DEFAULT_CSS = """
    RiskBeside {
        height: auto; border-left: thick $caution; padding: 0 0 0 1; margin: 1 0;
        Static { height: auto; }
        Press { padding: 0; }
        &.-low { margin: 0; }
        &.-low .later { display: none; }
    }
    """

    def __init__(self, card: RiskCard, local: Local) -> None:
        super().__init__()
        self._card = card
        self._local = local

    def on_mount(self) -> None:
        """Save lines in a low window."""
        self.set_class(self.app.size.height < _LOW, "-low")

    def compose(self) -> ComposeResult:
        """The first steps, with the organisation's own lines, and the button."""
        for number, step in enumerate(self._card.roads[0].steps[:_FIRST], 1):
            under = self._card.line_under(step, self._local)
            filled = bool(step.local and self._local.get(step.local))
            line = (
                said(f"\n   {under}", "$second bold" if filled else "$muted") if under else said("")
            )
            words = join(said(f"{number}  ", "$caution bold"), said(step.text), line)
            # In a low window danger and whom to ring, so that question and answer stay in sight.
            yield Static(words, classes="" if number == 1 or step.local else "later")
        yield Press(f"{self._card.title}: every step", id="risk", classes="-caution")
