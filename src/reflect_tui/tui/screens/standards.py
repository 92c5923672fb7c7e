"""Read the standards: all of them in our own words, by section, found by a number or a word."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from reflect_tui.practice.alone import reflecting_on
from reflect_tui.practice.standards import parts, said_of
from reflect_tui.tui.screens.frame import Frame
from reflect_tui.tui.standard_rows import clause_words, standard_rows
from reflect_tui.tui.widgets.entry import Entry
from reflect_tui.tui.widgets.foot import Foot
from reflect_tui.tui.widgets.press import Press
from reflect_tui.tui.widgets.rows import Rows
from reflect_tui.tui.world import World


class _Find(Entry):
    """A line that keeps the focus while Up, Down and the page keys move in the list below."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pagedown", "leaf(1)", "A page down", show=False, id="find-page-down"),
        Binding("pageup", "leaf(-1)", "A page up", show=False, id="find-page-up"),
    ]

    def action_below(self) -> None:
        """The next one in the list."""
        self.screen.query_one(Rows).action_go(1)

    def action_above(self) -> None:
        """The one before in the list."""
        self.screen.query_one(Rows).action_go(-1)

    def action_leaf(self, by: int) -> None:
        """A page of the list."""
        self.screen.query_one(Rows).action_leaf(by)


class StandardsScreen(Frame[None]):
    """A reading room. Nothing in it says what anybody has read, or thought about."""

    CSS_PATH = "../styles/standards.tcss"
    TITLE_LINE: ClassVar[str] = "Read the standards"
    AUTO_FOCUS = "#find"
    FOOT: ClassVar[str] = "Type to find · Up and Down move · Enter reads it · F1 help · Esc back"
    HELP_TEXT: ClassVar[str] = (
        "Every standard, in our own plain words, under the part it belongs to. Type a number such "
        "as 2.13, or a word or two, and only those that have them stay. Up and Down move; "
        "Enter or a click reads one.\n\n"
        "These are summaries. Where the words matter, read the standards themselves: each says "
        "where it is found there. Words that need explaining are explained below it, and below "
        "them stand the exercises that meet it.\n\n"
        "“Reflect on this” begins the short form of one of these exercises, on your own. "
        "Where there are several, you choose.\n\n"
        "Nothing is marked here, and nobody can see what you have read."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+n,f4", "reflect", "Reflect on this", id="standards-reflect", priority=True),
    ]

    def __init__(self, world: World, *, reflect: Callable[[str], None] | None = None) -> None:
        """`reflect` takes a clause's number; without it, a session is open and nothing begins."""
        super().__init__(world)
        self._reflect = reflect

    # -- drawing --------------------------------------------------------------------------

    def body(self) -> ComposeResult:
        """The line to find by, the list, the one that is read, the ways on."""
        yield _Find(hint="Type to find: a number, or a word or two", stays=True, id="find")
        with Horizontal(id="room"):
            with Vertical(id="list"):
                rows = Rows(id="clauses")
                # The line above keeps the focus, so that one can move and type on.
                rows.can_focus = False
                yield rows
                yield Static(Content("None has these words. Clear the line to see all."), id="none")
            with VerticalScroll(id="clause"):
                yield Static(Content(""), id="clause-words")
        with Horizontal(id="ways"):
            yield Press("Reflect on this", id="reflect", classes="-main")
            yield Press("Back", id="back", classes="-quiet")

    def on_mount(self) -> None:
        """All of them, once there is room to scroll in."""
        self.call_after_refresh(self._show, "")

    @property
    def foot(self) -> str:
        """While one is read the list is a step back."""
        if not self._is_reading:
            return self.FOOT
        reflect = " · Ctrl+N reflect on this" if self.has_class("-can-reflect") else ""
        return f"Up and Down read on{reflect} · F1 help · Esc back"

    @property
    def _is_reading(self) -> bool:
        """Whether one is at a standard: beside the list, or on a page of its own."""
        return self.has_class("-reading")

    def _show(self, typed: str) -> None:
        found = parts(self.world.shelf().clauses, typed)
        self.set_class(not found, "-none")
        self.query_one(Rows).show(standard_rows(found))
        if not found:
            self._read("")

    @on(Entry.Entered, "#find")
    def _typed(self, event: Entry.Entered) -> None:
        self._show(event.text)

    @on(Rows.At, "#clauses")
    def _at(self, event: Rows.At) -> None:
        self._read(event.key)

    def _read(self, number: str) -> None:
        """Show a standard, or none."""
        shelf = self.world.shelf()
        clause = shelf.clauses.get(number)
        words = clause_words(said_of(shelf, clause)) if clause is not None else Content("")
        self.query_one("#clause-words", Static).update(words)
        self.query_one("#clause").scroll_home(animate=False)
        self.set_class(self._can_reflect(number), "-can-reflect")
        self.refresh_bindings()

    def _can_reflect(self, number: str) -> bool:
        services = self.world.settings.services
        return self._reflect is not None and bool(
            reflecting_on(self.world.shelf(), number, services)
        )

    # -- what a person does ---------------------------------------------------------------

    @on(Entry.Submitted, "#find")
    def _submitted(self) -> None:
        if self.query_one(Rows).key:
            self._go_to("#clause")

    @on(Rows.Chosen, "#clauses")
    def _chosen(self, event: Rows.Chosen) -> None:
        """A click reads it: on a page of its own, or beside the list, where one stays."""
        event.stop()
        if not self.has_class("-wide"):
            self._go_to("#clause")

    def _go_to(self, place: str) -> None:
        """To the standard, or back to the line to find by."""
        self.set_class(place == "#clause", "-reading")
        self.query_one(place).focus()
        self._say_foot()

    def on_descendant_focus(self) -> None:
        """Tab, or a click, may lead to the one or the other too."""
        focused = self.focused.id if self.focused is not None else ""
        if focused in ("find", "clause") and self._is_reading is not (focused == "clause"):
            self._go_to(f"#{focused}")

    def _say_foot(self) -> None:
        for foot in self.query(Foot):
            foot.say(self.foot)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """One reflects only on what an exercise meets."""
        if action == "reflect":
            return self.has_class("-can-reflect")
        return super().check_action(action, parameters)

    @on(Press.Pressed, "#reflect")
    def action_reflect(self) -> None:
        """Begin the short form of an exercise that meets it."""
        number = self.query_one(Rows).key
        if self._reflect is not None and number and self.is_current:
            self._reflect(number)

    def action_leave(self) -> None:
        """One step out: from what is read to the list, from the list out of the room."""
        if self._is_reading:
            self._go_to("#find")
        else:
            self.step_out()

    @on(Press.Pressed, "#back")
    def _back(self) -> None:
        self.action_leave()
