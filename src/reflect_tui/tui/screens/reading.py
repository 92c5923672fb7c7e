"""A kept session, to read: everything written, with what was asked. Nothing here changes it."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from reflect_tui.notes.read import as_text
from reflect_tui.session.model import Session
from reflect_tui.tui.content import said
from reflect_tui.tui.screens.frame import Frame
from reflect_tui.tui.spoken import one_line
from reflect_tui.tui.widgets.press import Press
from reflect_tui.tui.world import World


class ReadingScreen(Frame[None]):
    """One long page; go on with the session, or see its note, from here."""

    CSS_PATH = "../styles/reading.tcss"
    TITLE_LINE: ClassVar[str] = "A session, to read"
    AUTO_FOCUS = "#text"
    FOOT: ClassVar[str] = (
        "Up and Down read on · Ctrl+N go on with it · Ctrl+R the note · F1 help · Esc back"
    )
    HELP_TEXT: ClassVar[str] = (
        "Everything that was written in this session, with the questions as they stood then. "
        "Up, Down and Page Down read on.\n\n"
        "Nothing can be changed here. “Go on with it” opens the session where it was put down; "
        "“The note” shows what would be handed over."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+n,f4", "go_on", "Go on with the session", id="reading-on", priority=True),
        Binding("ctrl+r", "note", "The note", id="reading-note", priority=True),
    ]

    def __init__(
        self,
        world: World,
        session: Session,
        *,
        go_on: Callable[[str], None],
        note_of: Callable[[str], None] | None = None,
    ) -> None:
        """Without `note_of`, the note is only met from within the session."""
        super().__init__(world)
        self._session = session
        self._go_on = go_on
        self._note_of = note_of

    def body(self) -> ComposeResult:
        """The text, the way on."""
        with VerticalScroll(id="text"):
            yield Static(_as_content(self._session), id="words")
        with Horizontal(id="ways"):
            yield Press("Go on with it", id="go-on", classes="-main")
            if self._note_of is not None:
                yield Press("The note", id="note")
            yield Press("Back", id="back", classes="-quiet")

    def on_mount(self) -> None:
        """Say which session this is."""
        if self._session.brought:
            self.bar.say(said(one_line(self._session.brought)))

    @on(Press.Pressed, "#go-on")
    def action_go_on(self) -> None:
        """Go on with it."""
        self._go_on(self._session.id)

    @on(Press.Pressed, "#note")
    def action_note(self) -> None:
        """Its note."""
        if self._note_of is not None:
            self._note_of(self._session.id)

    @on(Press.Pressed, "#back")
    def _back(self) -> None:
        self.action_leave()


def _as_content(session: Session) -> Content:
    """The session's text with its titles and questions standing out; every word as it is."""
    asked = {response.asked for response in session.responses}
    lines = as_text(session).split("\n")
    drawn = []
    for line, below in zip(lines, [*lines[1:], ""], strict=True):
        underlined = len(below) > 2 and below == "-" * len(line)
        if underlined or line.removesuffix(" [in the note]") in asked:
            drawn.append(said(line, "bold"))
        elif set(line) == {"-"}:
            drawn.append(said(line, "$muted"))
        else:
            drawn.append(said(line))
    return Content("\n").join(drawn)
