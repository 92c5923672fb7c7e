"""One of a few: every choice in sight, an arrow or a click takes one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget

from reflect_tui.tui.content import said

_GAP = 3
"""Cells between two choices on one line."""


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where a choice is drawn."""

    index: int
    row: int
    column: int
    width: int


class Pick(Widget, can_focus=True):
    """Choices beside each other, or below each other, exactly one of them taken.

    Up and Down leave it where there is no choice above or below, so that arrows alone lead
    through a page of questions. Where it is eager an arrow takes what it comes to; otherwise
    Enter or Space does, so that walking past a long list changes nothing.
    """

    DEFAULT_CSS = """
    Pick { height: auto; width: 1fr; color: $text-main; pointer: pointer; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right", "step(1)", "Next choice", show=False, id="pick-right"),
        Binding("left", "step(-1)", "Choice before", show=False, id="pick-left"),
        Binding("down", "row(1)", "Down", show=False, id="pick-down"),
        Binding("up", "row(-1)", "Up", show=False, id="pick-up"),
        Binding("space", "space", "Take it", show=False, id="pick-space"),
        Binding("enter", "on", "Take it, or go on", show=False, id="pick-on"),
    ]

    class Taken(Message):
        """Somebody took another choice."""

        def __init__(self, pick: Pick, choice: str) -> None:
            super().__init__()
            self.pick = pick
            self.choice = choice

        @property
        def control(self) -> Pick:
            """The widget itself, for `@on` selectors."""
            return self.pick

    def __init__(
        self,
        choices: Sequence[tuple[str, str]],
        taken: str,
        *,
        below: bool = False,
        eager: bool = True,
        id: str | None = None,
    ) -> None:
        """`choices` are ids with what is said for each; `below` puts each on its own line."""
        super().__init__(id=id)
        self._below = below
        self._eager = eager
        self._choices = tuple(choices)
        self.taken = taken
        """The id of the choice that is taken."""
        self._at = self._index(taken)

    def offer(self, choices: Sequence[tuple[str, str]], taken: str) -> None:
        """Offer other choices; says nothing, since nobody chose."""
        self._choices = tuple(choices)
        self.taken = taken
        self._at = self._index(taken)
        self.refresh(layout=True)

    def _index(self, choice: str) -> int:
        return next((n for n, (kept, _) in enumerate(self._choices) if kept == choice), 0)

    # -- drawing --------------------------------------------------------------------------

    def _label(self, index: int) -> Content:
        choice, words = self._choices[index]
        taken = choice == self.taken
        here = self.has_focus and index == self._at
        style = " ".join(["$accent bold"] * taken + ["underline"] * here)
        mark = Content.styled("● ", "$accent bold") if taken else Content("○ ")
        return mark.append(said(words, style))

    def _spots(self, width: int) -> list[_Spot]:
        """Where each choice stands when there are `width` cells."""
        spots: list[_Spot] = []
        row = column = 0
        for index in range(len(self._choices)):
            wide = min(self._label(index).cell_length, max(width, 1))
            if index and (self._below or column + wide > width):
                row, column = row + 1, 0
            spots.append(_Spot(index, row, column, wide))
            column += wide + _GAP
        return spots

    def render(self) -> Content:
        """Every choice; the mark says which is taken, not the colour alone."""
        width = self.content_size.width
        rows: dict[int, Content] = {}
        for spot in self._spots(width):
            label = self._label(spot.index).truncate(spot.width, ellipsis=True)
            before = rows.get(spot.row)
            rows[spot.row] = before.append(" " * _GAP).append(label) if before else label
        return Content("\n").join(rows.values())

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """Room for every choice on one line."""
        spots = self._spots(10_000)
        return max((spot.column + spot.width for spot in spots), default=1)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """A line for each row."""
        return max((spot.row + 1 for spot in self._spots(width)), default=1)

    # -- choosing -------------------------------------------------------------------------

    def take(self, choice: str) -> None:
        """Take a choice, as somebody would."""
        if choice != self.taken and choice in dict(self._choices):
            self.taken = choice
            self._at = self._index(choice)
            self.refresh()
            self.post_message(self.Taken(self, choice))

    def _go(self, index: int) -> None:
        self._at = index
        self.refresh()
        if self._eager:
            self.take(self._choices[index][0])

    def on_click(self, event: Click) -> None:
        """A click takes what stands there."""
        event.stop()
        for spot in self._spots(self.content_size.width):
            if spot.row == event.y and spot.column <= event.x < spot.column + spot.width:
                self._at = spot.index
                self.take(self._choices[spot.index][0])

    def action_step(self, by: int) -> None:
        """The choice before or after; the ends stay where they are."""
        if self._choices:
            self._go(min(max(self._at + by, 0), len(self._choices) - 1))

    def action_row(self, by: int) -> None:
        """The choice above or below, or the question above or below."""
        spots = self._spots(self.content_size.width)
        here = next((spot for spot in spots if spot.index == self._at), None)
        there = [spot for spot in spots if here and spot.row == here.row + by]
        if here and there:
            self._go(min(there, key=lambda spot: abs(spot.column - here.column)).index)
        elif by > 0:
            self.screen.focus_next()
        else:
            self.screen.focus_previous()

    def action_space(self) -> None:
        """Take the choice one is at; at the one that is taken, the next, as some expect."""
        if self._choices and self._choices[self._at][0] == self.taken:
            self._at = (self._at + 1) % len(self._choices)
        if self._choices:
            self.take(self._choices[self._at][0])

    def action_on(self) -> None:
        """Take the choice one is at; at the one that is taken, on to what comes next."""
        if not self._choices or self._choices[self._at][0] == self.taken:
            self.screen.focus_next()
        else:
            self.take(self._choices[self._at][0])

    def on_focus(self) -> None:
        """Draw where one is."""
        self.refresh()

    def on_blur(self) -> None:
        """Draw that one has gone on."""
        self.refresh()
