"""What every screen and dialog is built on: the bar with the two ways out, a body, a foot line."""

from __future__ import annotations

from typing import Any, ClassVar, Generic, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import Mount, Resize
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static

from reflect_tui.tui.keymap import keymap, learn
from reflect_tui.tui.widgets.bar import Bar
from reflect_tui.tui.widgets.foot import Foot
from reflect_tui.tui.widgets.press import Press
from reflect_tui.tui.world import World

Result = TypeVar("Result")

SMALLEST = (80, 24)
"""Columns and lines the screens are drawn for; below, they still work but say so."""
TOO_SMALL = (44, 12)
"""Below this nothing could be read; only how to go on is said."""


class Frame(Screen[Result], Generic[Result]):
    """A screen with the two ways out always at the top right."""

    TITLE_LINE: ClassVar[str] = "reflect"
    FOOT: ClassVar[str] = "Tab move · Enter choose · F1 help · Ctrl+P everything · Ctrl+Q leave"
    HELP_TEXT: ClassVar[str] = ""
    AUTO_FOCUS: ClassVar[str | None] = "#body *"
    HORIZONTAL_BREAKPOINTS: list[tuple[int, str]] | None = [(0, "-narrow"), (100, "-wide")]
    DEFAULT_CSS = """
    Frame {
        background: $background; color: $text-main; layout: vertical;
        #body { height: 1fr; padding: 1 2 0 2; }
        #too-small { display: none; padding: 1 2; }
        &.-too-small { Bar, #body, Foot { display: none; } #too-small { display: block; } }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "One step out", show=False, id="leave"),
    ]

    class WayOut(Message):
        """Somebody asked for one of the two ways out, or said that others may see the screen."""

        def __init__(self, which: str) -> None:
            super().__init__()
            self.which = which
            """`risk` or `hide`; in a group also `facilitator`, the page for whoever leads; and
            `beside` where somebody came who may see only what was written together."""

    class Drawn(Message):
        """A page that was being drawn stands: keys that waited for it may come."""

    def __init_subclass__(cls, **given: Any) -> None:
        """Its keys can be given others."""
        super().__init_subclass__(**given)
        learn(cls)

    def __init__(self, world: World) -> None:
        super().__init__()
        self.world = world

    @on(Mount)
    def _take_keys(self) -> None:
        """Take the keys somebody chose; a screen's are known once it was imported."""
        if self.world.settings.keys:
            self.app.set_keymap(keymap(self.world.settings.keys))

    def compose(self) -> ComposeResult:
        """The bar, the body, the foot."""
        yield Bar(self.TITLE_LINE)
        with Vertical(id="body"):
            yield from self.body()
        yield Foot(self.FOOT)
        yield Static(
            Content(
                "This window is too small to read anything in.\n"
                "Make it larger: drag a corner, or make the letters smaller with Ctrl and minus."
            ),
            id="too-small",
        )

    def body(self) -> ComposeResult:
        """What stands between the bar and the foot; each screen says."""
        yield from ()

    @property
    def is_drawing(self) -> bool:
        """Whether what keys are meant for is being drawn; then they wait for `Drawn`."""
        return False

    @property
    def foot(self) -> str:
        """What the foot line says here: what works now."""
        return self.FOOT

    @property
    def help_text(self) -> str:
        """What help says here, in paragraphs."""
        return self.HELP_TEXT

    @property
    def bar(self) -> Bar:
        """The line at the top."""
        return self.query_one(Bar)

    def action_leave(self) -> None:
        """One step out; nothing is lost by it."""
        self.step_out()

    def settings_changed(self) -> None:
        """Somebody chose something else while this screen stands."""

    def seen_by_others(self) -> None:
        """Somebody came to this screen or went, while it stands."""

    async def at_rest(self) -> None:
        """Return once nothing is being drawn that must not be cut off."""

    def step_out(self) -> bool:
        """Leave this screen, unless that was done already: keys may come faster than screens go."""
        if not self.is_current:
            return False
        self.app.pop_screen()
        return True

    @on(Press.Pressed, "#risk")
    @on(Press.Pressed, "#hide")
    def _way_out(self, event: Press.Pressed) -> None:
        event.stop()
        self.post_message(self.WayOut(event.press.id or ""))

    def on_resize(self, event: Resize) -> None:
        """Say so when the window is too small, instead of drawing what can't be read."""
        columns, lines = event.size
        self.set_class(columns < TOO_SMALL[0] or lines < TOO_SMALL[1], "-too-small")
        small = columns < SMALLEST[0] or lines < SMALLEST[1]
        words = "This window is small: 80 by 24 or more shows everything." if small else self.foot
        for foot in self.query(Foot):
            foot.say(words)
