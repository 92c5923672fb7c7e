"""The first steps of the risk card, beside a question that may not be able to wait (1.10)."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from reflect_tui.practice.local import Local, RiskCard
from reflect_tui.tui.content import join, said
from reflect_tui.tui.widgets.press import Press

_FIRST = 3
"""Steps that stand here; the others are on the card itself."""


class RiskBeside(Vertical):
    """What can wait least, and the way to the whole card."""

    DEFAULT_CSS = """
    RiskBeside {
        height: auto; border-left: thick $caution; padding: 0 0 0 1; margin: 1 0;
        Static { height: auto; }
        Press { padding: 0; }
    }
    """

    def __init__(self, card: RiskCard, local: Local) -> None:
        super().__init__()
        self._card = card
        self._local = local

    def compose(self) -> ComposeResult:
        """The first steps, with the organisation's own lines, and the button."""
        for number, step in enumerate(self._card.roads[0].steps[:_FIRST], 1):
            under = self._card.line_under(step, self._local)
            filled = bool(step.local and self._local.get(step.local))
            line = (
                said(f"\n   {under}", "$second bold" if filled else "$muted") if under else said("")
            )
            yield Static(join(said(f"{number}  ", "$caution bold"), said(step.text), line))
        yield Press(f"{self._card.title}: every step", id="risk", classes="-caution")
