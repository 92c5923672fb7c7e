"""The running order of a session: its parts, their minutes and their stages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from reflect_tui.tui.content import said

if TYPE_CHECKING:
    from reflect_tui.tui.beginning import Part


class Order(Vertical):
    """Each part with its stages below it, and about how long all of it takes."""

    DEFAULT_CSS = """
    Order {
        height: auto;
        .part { height: auto; margin-bottom: 1; }
        .sum { height: auto; color: $muted; }
    }
    """

    def show(self, parts: Sequence[Part]) -> None:
        """Draw these parts."""
        drawn = [Static(self._part(part), classes="part") for part in parts]
        minutes = [part.minutes for part in parts]
        if minutes and None not in minutes:
            about = sum(kept for kept in minutes if kept)
            drawn.append(
                Static(said(f"About {about} minutes, and less or more is fine."), classes="sum")
            )
        self.call_later(self._replace, drawn)

    async def _replace(self, drawn: list[Static]) -> None:
        async with self.batch():
            await self.remove_children()
            await self.mount_all(drawn)

    @staticmethod
    def _part(part: Part) -> Content:
        minutes = f"   {part.minutes} min" if part.minutes else ""
        stages = "\n" + " · ".join(part.stages) if part.stages else ""
        return Content.assemble(said(part.title), (minutes, "$muted"), said(stages, "$muted"))
