"""Names on a supervision note: entered while it is handed over, and kept nowhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from reflect_tui.practice.exercise import Way
from reflect_tui.session.agreeing import SIGNED_BY
from reflect_tui.session.model import Session
from reflect_tui.tui.content import said
from reflect_tui.tui.screens.frame import Frame
from reflect_tui.tui.widgets.entry import Entry
from reflect_tui.tui.widgets.pick import Pick
from reflect_tui.tui.widgets.press import Press
from reflect_tui.tui.world import World

_INTRO = (
    "Who works here may stand on the note by name, if you want that: it asks for names where it "
    "is signed. What you write here is forgotten when you leave the note, and is never kept in "
    "the notebook. Never the name of a child, an adult you support, or their family."
)
_CONSENT = "Has everybody whose name you write said yes to that?"
_ASK_FIRST = "Ask them first, and choose “yes, each of them”. Nothing was put on the note."


def roles(session: Session) -> tuple[str, ...]:
    """The roles that can have a name on the note, each once."""
    return tuple(
        dict.fromkeys((*SIGNED_BY[session.way], *(person.role for person in session.people)))
    )


class NoteNamesScreen(Frame[dict[str, str] | None]):
    """A line a role; leaving all of them empty takes the names off again."""

    CSS = """
    NoteNamesScreen {
        #names-page { height: 1fr; padding: 0 2; max-width: 84; }
        #intro { height: auto; margin-bottom: 1; color: $muted; }
        .role { height: 1; text-style: bold; }
        #consent { height: auto; }
        #consent-words { height: auto; text-style: bold; margin-top: 1; }
        #trouble { height: auto; color: $caution; margin-top: 1; }
        #ways { height: 1; margin: 1 0; padding-left: 2; }
        #ways Press { margin-right: 2; }
    }
    """
    TITLE_LINE: ClassVar[str] = "Names on the note"
    AUTO_FOCUS = "Entry"
    FOOT: ClassVar[str] = "Up and Down move · Ctrl+N puts them on · F1 help · Esc back"
    HELP_TEXT: ClassVar[str] = (
        "Write a name beside a role, or leave it empty. The names stand in the files you make from "
        "the note until you leave its page, and nowhere else: next time you write them again.\n\n"
        "In a group, a name goes on the note only when whoever it belongs to has said yes."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+n,f4", "on", "Put them on the note", id="note-names-on", priority=True),
    ]

    def __init__(self, world: World, session: Session, names: Mapping[str, str]) -> None:
        """`names` are those that stand on it now, by role."""
        super().__init__(world)
        self._roles: Sequence[str] = roles(session)
        self._group = session.way is Way.GROUP
        self._names = names

    def body(self) -> ComposeResult:
        """What it means, a line a role, consent in a group, the ways on."""
        with VerticalScroll(id="names-page", can_focus=False):
            yield Static(Content(_INTRO), id="intro")
            for number, role in enumerate(self._roles):
                yield Static(said(f"{role[:1].upper()}{role[1:]}"), classes="role")
                yield Entry(self._names.get(role, ""), hint="No name", id=f"name-{number}")
            if self._group:
                yield Static(Content(_CONSENT), id="consent-words")
                yield Pick([("no", "not yet"), ("yes", "yes, each of them")], "no", id="consent")
            yield Static(Content(""), id="trouble")
        with Horizontal(id="ways"):
            yield Press("Put them on the note", id="on", classes="-main")
            yield Press("No names", id="none")
            yield Press("Back", id="back")

    @on(Press.Pressed, "#on")
    def action_on(self) -> None:
        """Put on the note what is written here."""
        lines = [self.query_one(f"#name-{n}", Entry).line for n in range(len(self._roles))]
        names = {role: name for role, name in zip(self._roles, lines, strict=True) if name}
        if names and self._group and self.query_one("#consent", Pick).taken != "yes":
            self.query_one("#trouble", Static).update(Content(_ASK_FIRST))
            self.query_one("#consent").focus()
            return
        self._done(names)

    @on(Press.Pressed, "#none")
    def _no_names(self) -> None:
        self._done({})

    @on(Press.Pressed, "#back")
    def action_leave(self) -> None:
        """Back, with the names as they were."""
        self._done(None)

    def _done(self, names: dict[str, str] | None) -> None:
        if self.is_current:
            self.dismiss(names)
