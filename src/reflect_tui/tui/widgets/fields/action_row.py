"""One action that was put down, with what can be done with it."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from reflect_tui.practice.exercise import Way
from reflect_tui.session.model import Action
from reflect_tui.tui.content import join, said
from reflect_tui.tui.widgets.move_line import MoveLine
from reflect_tui.tui.widgets.press import Press


def details(action: Action) -> Content:
    """Who, by when and how they are told, as far as it was said."""
    by = f"by {action.by}" if action.by and not action.by.lower().startswith("by ") else action.by
    parts = [action.who, by, action.told]
    return join(*Content(" · ").join(said(part) for part in parts if part).split("\n"))


class ActionRow(Vertical):
    """An action as text, where it goes, and two buttons. The field listens to them."""

    DEFAULT_CSS = """
    ActionRow {
        height: auto; margin-bottom: 1;
        .what { height: auto; color: $text-main; }
        .details { height: auto; color: $muted; }
        .details.-none { display: none; }
        Horizontal { height: 1; }
        MoveLine { margin-right: 3; }
    }
    """

    def __init__(self, action: Action, way: Way) -> None:
        super().__init__()
        self.action = action
        self._way = way

    def compose(self) -> ComposeResult:
        """The words, then what can be done."""
        yield Static(said(self.action.what), classes="what")
        more = details(self.action)
        yield Static(more, classes="details" if more else "details -none")
        with Horizontal():
            yield MoveLine(self._way, in_note=self.action.in_note)
            yield Press("Change", classes="-second change")
            yield Press("Take away", classes="-second take-away")

    def say(self, action: Action) -> None:
        """Draw the action as it stands now."""
        self.action = action
        self.query_one(".what", Static).update(said(action.what))
        more = self.query_one(".details", Static)
        more.update(details(action))
        more.set_class(not details(action), "-none")
        self.query_one(MoveLine).show(in_note=action.in_note)
