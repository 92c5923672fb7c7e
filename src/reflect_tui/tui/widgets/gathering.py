"""What a round gathered: two sides level, the other heaps below; an empty one shown as empty."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import Resize
from textual.widget import Widget
from textual.widgets import Static

from reflect_tui.session.gathering import Group, Item
from reflect_tui.tui.content import join, said
from reflect_tui.tui.spoken import one_line

_NOTHING = "nothing here"
_LONGEST = 240
"""Characters of what was seen that stand in a heap; all of it stands on its own page."""
_TWO = 64
"""Columns from which on the other heaps stand beside each other too."""


class Gathering(Vertical):
    """Heaps of entries. It only shows: nothing here concludes anything."""

    DEFAULT_CSS = """
    Gathering {
        height: auto; margin-bottom: 1;
        Horizontal { height: auto; }
        .heap { width: 1fr; height: auto; margin-right: 2; margin-bottom: 1; padding: 0 1; }
        .level { layout: grid; grid-size: 2; grid-rows: auto; grid-gutter: 0 2; margin-bottom: 1; }
        .level .heap { height: 100%; border: round $line; margin: 0; }
        &.-narrow .others { layout: vertical; }
    }
    """

    def __init__(self, groups: tuple[Group, ...]) -> None:
        super().__init__()
        self._groups = groups

    def compose(self) -> ComposeResult:
        """The two that stand level, then the others, two by two."""
        level = [group for group in self._groups if group.level]
        if level:
            yield Horizontal(*map(_heap, level), classes="level")
        others = [group for group in self._groups if not group.level]
        for at in range(0, len(others), 2):
            pair: list[Widget] = [_heap(group) for group in others[at : at + 2]]
            if len(pair) == 1:
                pair.append(Static(classes="heap"))
            yield Horizontal(*pair, classes="others")

    def on_resize(self, event: Resize) -> None:
        """The two sides stay level in any window; the others need room for that."""
        self.set_class(event.size.width < _TWO, "-narrow")


def _heap(group: Group) -> Static:
    items = group.items or ()
    lines = [said(group.title, "bold")]
    lines += [_item(item) for item in items]
    if not items:
        lines.append(said(_NOTHING, "$muted"))
    return Static(said("\n").join(lines), classes="heap")


def _item(item: Item) -> Content:
    name = said(f"· {item.name}")
    if not item.words:
        return name
    return join(name, "\n", said(one_line(item.words, _LONGEST), "$muted"))
