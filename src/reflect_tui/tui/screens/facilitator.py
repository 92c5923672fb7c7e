"""The facilitator's page: it opens once they say they are alone with the screen, and no sooner."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from reflect_tui.practice.facilitator import ALONE, ASKED, Caution, FacilitatorPage, standard_of
from reflect_tui.tui.content import said
from reflect_tui.tui.screens.frame import Frame
from reflect_tui.tui.widgets.press import Press
from reflect_tui.tui.world import World

_WRITE = "Write it to a file"


class FacilitatorScreen(Frame[None]):
    """A question first; then the cautions, to read. Whatever is laid over it covers it again."""

    CSS_PATH = "../styles/facilitator.tcss"
    TITLE_LINE: ClassVar[str] = "The facilitator's page"
    AUTO_FOCUS = "#shut"
    FOOT: ClassVar[str] = "Up and Down read on · Esc shuts it · F1 help"
    HELP_TEXT: ClassVar[str] = (
        "Cautions for whoever leads a group. They are never drawn until you say that nobody else "
        "can see the screen.\n\n"
        "Esc shuts the page and leaves nothing of it. “Write it to a file” puts it beside your "
        "notes, to print or to read on another device before the group meets."
    )

    def __init__(self, world: World, page: FacilitatorPage, *, write: Callable[[], None]) -> None:
        """`write` writes the page to a file, and says where."""
        super().__init__(world)
        self._page = page
        self._write = write

    def body(self) -> ComposeResult:
        """What stands there until somebody said they are alone; the ways."""
        with Vertical(id="card"):
            yield VerticalScroll(id="cautions", can_focus=False)
            with Horizontal(id="ways"):
                yield Press("Back", id="shut", classes="-main")
                yield Press(ALONE, id="alone")
                yield Press(_WRITE, id="write")

    async def on_mount(self) -> None:
        """Nothing but the question."""
        await self._ask()

    async def on_screen_suspend(self) -> None:
        """Something was laid over it: who sees the screen afterwards is asked anew."""
        await self._ask()

    async def _ask(self) -> None:
        await self._draw([Static(Content(ASKED), id="asked")])
        self.query_one("#alone").display = True

    async def _draw(self, parts: list[Widget]) -> None:
        cautions = self.query_one("#cautions", VerticalScroll)
        async with cautions.batch():
            await cautions.remove_children()
            await cautions.mount_all(parts)
        cautions.can_focus = len(parts) > 1
        cautions.scroll_home(animate=False)

    @on(Press.Pressed, "#alone")
    async def _open(self, event: Press.Pressed) -> None:
        event.stop()
        page = self._page
        parts: list[Widget] = [Static(said(page.title), id="page-title")]
        if page.intro:
            parts.append(Static(said(page.intro), id="page-intro"))
        for part in page.parts:
            parts.append(Static(said(part.title), classes="part-title"))
            parts += [_line(caution) for caution in part.cautions]
        event.press.display = False
        await self._draw(parts)
        self.query_one("#cautions").focus()

    @on(Press.Pressed, "#write")
    def _written(self, event: Press.Pressed) -> None:
        event.stop()
        self._write()

    @on(Press.Pressed, "#shut")
    def _shut(self, event: Press.Pressed) -> None:
        event.stop()
        self.action_leave()


def _line(caution: Caution) -> Widget:
    standard = standard_of(caution)
    words = said(caution.text)
    if standard:
        words = words.append(said(f"  {standard}", "$muted"))
    return Horizontal(
        Static(Content("·"), classes="dot"), Static(words, classes="words"), classes="caution"
    )
