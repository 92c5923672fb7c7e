"""Which keys do what: each action with its keys, and a line to write others at the one being at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.events import DescendantBlur
from textual.widgets import Static

from reflect_tui import keys
from reflect_tui.settings import Settings
from reflect_tui.tui.content import said
from reflect_tui.tui.screens.frame import Frame
from reflect_tui.tui.widgets.entry import Entry
from reflect_tui.tui.widgets.line import Line
from reflect_tui.tui.widgets.press import Press
from reflect_tui.tui.world import World
from reflect_tui.tui.written import all_written

_COLUMN = 36
"""Where an action's keys begin, in cells."""
_INTRO = (
    "Each of these has a button or a line of its own as well. Choose other keys where yours are "
    f"taken by your terminal: {keys.CAN_BE}."
)


class KeysScreen(Frame[None]):
    """Every action with its keys; the one being at has a line to write others in."""

    CSS_PATH = "../styles/keys.tcss"
    TITLE_LINE: ClassVar[str] = "Keys"
    AUTO_FOCUS = "#keys-page Line"
    FOOT: ClassVar[str] = (
        "Up and Down move · Enter opens a line · each is kept as you go · Esc back"
    )
    HELP_TEXT: ClassVar[str] = (
        "Go to what you want another key for with the arrows, open it with Enter or a click, and "
        "write the keys as they stand here, such as F10, or F10 and F11. They hold as soon as "
        "you go on.\n\n"
        "A key that something else has, that is needed for writing or that a terminal doesn't "
        "send is told, and nothing changes. To let two swap their keys, give one of them a free "
        "key first.\n\n"
        "An empty line gives back the usual keys; “All as usual” does it for all of them."
    )

    def __init__(self, world: World, *, choose: Callable[[Settings], bool]) -> None:
        """`choose` keeps what was chosen, and lets it hold."""
        super().__init__(world)
        self._choose = choose

    # -- drawing --------------------------------------------------------------------------

    def body(self) -> ComposeResult:
        """Every action; the ways on."""
        with VerticalScroll(id="keys-page", can_focus=False):
            yield Static(Content(_INTRO), classes="intro")
            for action in keys.ACTIONS:
                with Vertical(classes="action", id=f"keys-{action.name}"):
                    yield Line(said(action.words), column=_COLUMN, key=action.name)
        with Horizontal(id="ways"):
            yield Press("Back", id="back", classes="-main")
            yield Press("All as usual", id="usual")

    def on_mount(self) -> None:
        """Say which keys each has."""
        self._draw()

    def _draw(self) -> None:
        now = keys.holding(self.world.settings.keys)
        for action in keys.ACTIONS:
            quiet = said(keys.all_said(now[action.name]), "$text-main")
            if now[action.name] != action.usual:
                quiet = quiet.append(f"  (usually {keys.all_said(action.usual)})")
            row = self.query_one(f"#keys-{action.name}")
            row.query_one(Line).say(said(action.words), Content("") if row.query(Entry) else quiet)

    # -- what a person does ---------------------------------------------------------------

    @on(Line.Chosen)
    async def _open(self, event: Line.Chosen) -> None:
        """Open a line; the one that was open stands as text again."""
        event.stop()
        row = self.query_one(f"#keys-{event.line.key}", Vertical)
        if not row.query(Entry):
            now = keys.holding(self.world.settings.keys)[event.line.key]
            free = ", ".join(map(keys.said, keys.free(self.world.settings.keys)))
            async with self.batch():
                await self.query(".open").remove()
                entry = Entry(", ".join(map(keys.said, now)), hint="the usual keys")
                told = Static(Content(""), classes="told")
                about = Static(said(f"Free: {free}." if free else ""), classes="free")
                await row.mount(Vertical(entry, told, about, classes="open"))
            self._draw()
        row.query_one(Entry).focus()

    @on(DescendantBlur)
    def _left_a_line(self, event: DescendantBlur) -> None:
        if isinstance(event.widget, Entry):
            self._keep(event.widget)

    @on(Entry.Submitted)
    @work(exclusive=True, group="keep")
    async def _submitted(self, event: Entry.Submitted) -> None:
        await all_written(self)
        self._keep(event.entry)

    def _keep(self, entry: Entry) -> bool:
        """Keep the keys that stand in a line, or say why they can't be; whether they hold now."""
        row = next((node for node in entry.ancestors if node.has_class("action")), None)
        if row is None:
            return True
        name = (row.id or "").removeprefix("keys-")
        chosen, mistake = keys.chosen_anew(self.world.settings.keys, name, entry.line)
        told = row.query_one(".told", Static)
        told.display = bool(mistake)
        told.update(said(mistake))
        if not mistake and chosen != self.world.settings.keys:
            if not self._choose(replace(self.world.settings, keys=chosen)):
                return False
            self._draw()
        return not mistake

    @on(Press.Pressed, "#usual")
    async def _as_usual(self, event: Press.Pressed) -> None:
        event.stop()
        await self.query(".open").remove()
        if self.world.settings.keys:
            self._choose(replace(self.world.settings, keys=()))
        self._draw()

    @on(Press.Pressed, "#back")
    def action_leave(self) -> None:
        """Back; a line that was being written is kept where it can be."""
        self._leave()

    @work(exclusive=True, group="leave")
    async def _leave(self) -> None:
        await all_written(self)
        for entry in self.query(Entry):
            self._keep(entry)
        self.step_out()
