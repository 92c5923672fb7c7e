"""A session's screen with something beside its page, where there is room: first the standard."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.events import DescendantFocus, Resize
from textual.widget import Widget

from reflect_tui.session.course import Page
from reflect_tui.session.sitting import Sitting
from reflect_tui.tui.screens.frame import SMALLEST
from reflect_tui.tui.screens.going import Going
from reflect_tui.tui.widgets.foot import Foot
from reflect_tui.tui.widgets.panel import Panel
from reflect_tui.tui.widgets.press import Press
from reflect_tui.tui.widgets.standard_panel import StandardPanel
from reflect_tui.tui.world import World

_WIDE, _ROOMY = 100, 150
"""Columns from which the panel stands beside the page; and beside the steps as well."""


class Beside(Going):
    """Opens a panel, has it follow the page, and shuts it. Opening it never moves the caret."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f5", "standard", "The standard behind this step", id="standard"),
        Binding("f6", "cross", "To what stands beside, and back", id="cross"),
    ]

    def __init__(
        self,
        world: World,
        sitting: Sitting,
        hurry: Callable[[], None],
        to_standard: Callable[[Page], None],
    ) -> None:
        """`to_standard` shows the standard as a page of its own, for a narrow window."""
        super().__init__(world, sitting, hurry)
        self._to_standard = to_standard
        self._panel: Panel | None = None
        self._was_at: Widget | None = None
        """What one was at on the page."""

    @property
    def is_beside(self) -> bool:
        """Whether something stands beside the page now."""
        return self._panel is not None

    @property
    def foot(self) -> str:
        """While it is open, how to go about with it."""
        return self._panel.FOOT if self._panel is not None else super().foot

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is nothing to cross to while no panel stands beside the page."""
        if action == "cross":
            return self.is_beside
        return super().check_action(action, parameters)

    @on(Press.Pressed, "#stage-clauses")
    def action_standard(self) -> None:
        """The standard behind this step; the same again shuts it."""
        page = self.sitting.here
        shut = isinstance(self._panel, StandardPanel)
        if page is None or (self.shut_beside() and shut):
            return
        if self.has_room:
            self.open_beside(StandardPanel(self.world.shelf(), page))
        else:
            self._to_standard(page)

    @property
    def has_room(self) -> bool:
        """Whether a panel has room beside the page."""
        return self.size.width >= _WIDE

    def open_beside(self, panel: Panel) -> None:
        """Open a panel beside the page, in the place of the one that stands there."""
        self.shut_beside()
        self._panel = panel
        self.query_one("#body > Horizontal", Horizontal).mount(panel)
        self._fit()

    def follow(self, page: Page) -> None:
        """Another page was turned to, or a question came or went."""
        if self._panel is not None:
            self._panel.follow(page)

    @on(Press.Pressed, "#close-beside")
    def _close_pressed(self) -> None:
        self.shut_beside()

    def shut_beside(self) -> bool:
        """Shut the panel and go back to where one was; False when none is open."""
        panel = self._panel
        if panel is None:
            return False
        if self.focused is not None and panel in self.focused.ancestors:
            self._back_to_page()
        self._panel = None
        panel.remove()
        self._fit()
        return True

    def action_cross(self) -> None:
        """Between the page and the panel."""
        if self._panel is None:
            return
        if self.focused is not None and self._panel in self.focused.ancestors:
            self._back_to_page()
        else:
            self._panel.enter()

    def _back_to_page(self) -> None:
        before = self._was_at
        there = before is not None and before.is_attached and before.focusable
        self.set_focus(before if there else self.query_one("#next"), scroll_visible=False)

    @on(DescendantFocus)
    def _remember(self, event: DescendantFocus) -> None:
        if self._panel is None or self._panel not in event.widget.ancestors:
            self._was_at = event.widget

    def on_resize(self, event: Resize) -> None:
        """A window that becomes narrow has no room beside the page."""
        super().on_resize(event)
        self.set_class(event.size.width < _ROOMY, "-tight")
        if event.size.width < _WIDE:
            self.shut_beside()
        self._fit()

    def _fit(self) -> None:
        """While it is open, the foot says what the keys do, and the steps make room."""
        self.set_class(self._panel is not None, "-beside")
        if self.size.width >= SMALLEST[0] and self.size.height >= SMALLEST[1]:
            for foot in self.query(Foot):
                foot.say(self.foot)
