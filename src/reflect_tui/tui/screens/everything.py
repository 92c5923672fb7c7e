"""Every action by name: type a few letters, Enter does it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from reflect_tui.tui.content import said
from reflect_tui.tui.screens.frame import Frame
from reflect_tui.tui.widgets.entry import Entry
from reflect_tui.tui.widgets.press import Press
from reflect_tui.tui.widgets.rows import Row, Rows
from reflect_tui.tui.world import World


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that can be done, by name."""

    name: str
    help: str
    """Its keys, as a person reads them; may be empty."""
    run: Callable[[], None]
    """Does it, once this list has gone."""


class EverythingScreen(Frame[None]):
    """A line to type in and the actions it leaves."""

    CSS_PATH = "../styles/everything.tcss"
    TITLE_LINE: ClassVar[str] = "Everything by name"
    AUTO_FOCUS = "#find"
    FOOT: ClassVar[str] = "Type to find · Up and Down move · Enter does it · Esc back"
    HELP_TEXT: ClassVar[str] = (
        "Every action there is here, by name. Type a few letters of it, move with Up and Down, "
        "and choose with Enter or a click.\n\n"
        "The keys at the right do the same without this list."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        # The line keeps the focus, so that one can move and type on; hence these win.
        Binding("down", "go(1)", show=False, priority=True, id="everything-down"),
        Binding("up", "go(-1)", show=False, priority=True, id="everything-up"),
        Binding("pagedown", "leaf(1)", show=False, priority=True, id="everything-leaf"),
        Binding("pageup", "leaf(-1)", show=False, priority=True, id="everything-back"),
    ]

    def __init__(self, world: World, deeds: Sequence[Deed]) -> None:
        super().__init__(world)
        self._deeds = tuple(deeds)

    def body(self) -> ComposeResult:
        """The line, the list, the way back."""
        yield Entry(hint="Type a few letters, or move down", stays=True, id="find")
        yield Rows(id="deeds")
        yield Static(Content("Nothing goes by that name. Clear the line to see all."), id="none")
        yield Press("Back", id="back")

    def on_mount(self) -> None:
        """All of them."""
        self._show("")

    @on(Entry.Entered, "#find")
    def _typed(self, event: Entry.Entered) -> None:
        self._show(event.text)

    def _show(self, typed: str) -> None:
        words = typed.casefold().split()
        found = [
            (number, deed)
            for number, deed in enumerate(self._deeds)
            if all(word in deed.name.casefold() for word in words)
        ]
        room = max((len(deed.name) for _, deed in found), default=0) + 4
        self.query_one(Rows).show(
            [
                Row(said(f"{deed.name:<{room}}").append(said(deed.help, "$muted")), str(n))
                for n, deed in found
            ]
        )
        self.set_class(not found, "-none")

    def action_go(self, by: int) -> None:
        """A row down or up, while the line keeps the focus."""
        self.query_one(Rows).action_go(by)

    def action_leaf(self, by: int) -> None:
        """A page down or up, while the line keeps the focus."""
        self.query_one(Rows).action_leaf(by)

    @on(Entry.Submitted, "#find")
    def _submitted(self) -> None:
        self.query_one(Rows).action_choose()

    @on(Rows.Chosen, "#deeds")
    def _chosen(self, event: Rows.Chosen) -> None:
        event.stop()
        if self.step_out():
            # From the app: an answer asked for by a screen that has gone would reach nobody.
            self.app.call_later(self._deeds[int(event.key)].run)

    @on(Press.Pressed, "#back")
    def _back(self) -> None:
        self.action_leave()
