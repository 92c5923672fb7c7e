"""Look through the exercises: what each is for, how long it takes, and what has to be mended."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.events import Resize
from textual.message import Message
from textual.widgets import Static

from reflect_tui.errors import ReflectError
from reflect_tui.practice.library import by_file, library
from reflect_tui.practice.problems import Problem
from reflect_tui.practice.shelf import Shelf, Shelved
from reflect_tui.tui.content import join, said
from reflect_tui.tui.library_rows import library_rows
from reflect_tui.tui.screens.frame import Frame
from reflect_tui.tui.widgets.press import Press
from reflect_tui.tui.widgets.rows import Rows
from reflect_tui.tui.world import World

MEND = "Something in these files has to be mended. Until then what they say is left out:"


class LibraryScreen(Frame[None]):
    """A list by what exercises are for. Nothing in it says what anybody has used."""

    CSS_PATH = "../styles/library.tcss"
    TITLE_LINE: ClassVar[str] = "Look through the exercises"
    AUTO_FOCUS = "#exercises"
    FOOT: ClassVar[str] = (
        "Up and Down move · Enter looks at one · R reads again · F1 help · Esc back"
    )
    HELP_TEXT: ClassVar[str] = (
        "Every exercise there is, under what it is for. Move with Up and Down and press Enter, or "
        "click one: its questions can then be read through, and a session begun with it.\n\n"
        "An exercise is a text file. If your organisation has a folder of its own, what is written "
        "there is here too, and takes the place of what came with the program where both have "
        "the same name.\n\n"
        "If something in a file has to be mended, it stands at the top with its line and what to "
        "write instead. Mend it in another window, save it, and choose “Read the folder again”."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("r", "read_again", "Read the folder again", id="library-again"),
    ]

    @dataclass
    class ReadAgain(Message):
        """The folders were read anew, or why they cannot be."""

        shelf: Shelf | None
        trouble: str = ""

    def __init__(self, world: World, *, look: Callable[[Shelved], None]) -> None:
        """`look` shows one exercise."""
        super().__init__(world)
        self._look = look

    def body(self) -> ComposeResult:
        """What has to be mended, the list, the ways on."""
        with VerticalScroll(id="problems"):
            yield Static(Content(""), id="problem-words")
        yield Rows(id="exercises")
        with Horizontal(id="ways"):
            yield Press("Read the folder again", id="again")
            yield Press("Back", id="back", classes="-quiet")

    def on_mount(self) -> None:
        """Show what is on the shelf."""
        self._say_problems(self.world.shelf().problems)

    def on_resize(self, event: Resize) -> None:
        """Lines are folded for the window; one stays where one is."""
        super().on_resize(event)
        self._show()

    def _show(self) -> None:
        rows = self.query_one(Rows)
        at = rows.key
        groups = library(self.world.shelf())
        rows.show(library_rows(groups, self.size.width))
        rows.stop_at(at)

    def _say_problems(self, problems: tuple[Problem, ...]) -> None:
        pieces = [said(MEND, "bold")]
        for file, lines in by_file(problems):
            pieces.append(join("\n", said(file, "$caution")))
            pieces += [join("\n  ", said(line)) for line in lines]
        self.query_one("#problem-words", Static).update(join(*pieces))
        self.set_class(bool(problems), "-problems")

    # -- what a person does ---------------------------------------------------------------

    @on(Rows.Chosen, "#exercises")
    def _chosen(self, event: Rows.Chosen) -> None:
        event.stop()
        found = self.world.shelf().get(event.key)
        if found is not None and self.is_current:
            self._look(found)

    @on(Press.Pressed, "#again")
    def action_read_again(self) -> None:
        """Read every folder once more: somebody changed a file in another window."""
        self._read()

    @work(thread=True, exclusive=True, group="read", exit_on_error=False)
    def _read(self) -> None:
        try:
            found = self.ReadAgain(self.world.read_shelf_anew())
        except ReflectError as error:
            found = self.ReadAgain(None, str(error))
        self.post_message(found)

    @on(ReadAgain)
    def _read_again(self, event: ReadAgain) -> None:
        if event.shelf is None:
            self.notify(event.trouble, severity="error", markup=False, timeout=12)
            return
        self._say_problems(event.shelf.problems)
        self._show()
        words = "something has to be mended" if event.shelf.problems else "nothing to mend"
        self.notify(f"Read again: {words}.", markup=False, timeout=4)

    @on(Press.Pressed, "#back")
    def _back(self) -> None:
        self.action_leave()
