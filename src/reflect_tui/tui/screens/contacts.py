"""Local contacts: what only an organisation can say, filled in line by line, each kept as one goes.

A line is questioned, never refused; a file with a mistake in it is left alone until it is mended.
"""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.events import DescendantBlur
from textual.widget import Widget
from textual.widgets import Static

from reflect_tui import paths
from reflect_tui.errors import ReflectError
from reflect_tui.practice.contacts import GROUPS, Contact, comes_from, question, tidy
from reflect_tui.practice.local_file import fill_in, read_own
from reflect_tui.practice.shelf import LOCAL
from reflect_tui.tui.content import join, said
from reflect_tui.tui.screens.frame import Frame
from reflect_tui.tui.widgets.entry import Entry
from reflect_tui.tui.widgets.line import Line
from reflect_tui.tui.widgets.press import Press
from reflect_tui.tui.world import World
from reflect_tui.tui.written import all_written

if TYPE_CHECKING:
    from reflect_tui.practice.local import Local

_COLUMN = 28
"""Where what a line says begins, in cells."""
_LONGEST = 400
"""Characters of one line: more than anybody reads out over the telephone."""
_INTRO = (
    "These lines stand on “Someone may be at risk”, where people are frightened and in a hurry, "
    "and on notes. Keep each short: number first, roles rather than names. Ring each yourself."
)
_MISTAKE = "The file these lines are kept in has a mistake in it. It was left as it is."
_MEND = "Mend it with any editor that saves plain text, then look again."


class OpenContact(Vertical):
    """The line one is at: what it is, the words, an example."""

    DEFAULT_CSS = """
    OpenContact {
        height: auto; padding: 0 0 0 4; margin-bottom: 1;
        Static { height: auto; color: $muted; }
        Entry { max-width: 92; }
    }
    """

    def __init__(self, contact: Contact, own: str, theirs: str) -> None:
        """`own` is the user's line, `theirs` the organisation's; each may be empty."""
        super().__init__()
        self.contact = contact
        self._own = own
        self._theirs = theirs

    def compose(self) -> ComposeResult:
        """What it is, the words, an example."""
        yield Static(said(self.contact.about))
        yield Entry(self._own, hint=said(self._theirs).plain, at_most=_LONGEST)
        yield Static(said(f"For example: {self.contact.example}"))
        if self._theirs and not self._own:
            yield Static(Content("What you write here is used in place of your organisation's."))


class ContactsScreen(Frame[None]):
    """Every line with what it says now and whose it is; the one being at has an editor."""

    CSS_PATH = "../styles/contacts.tcss"
    TITLE_LINE: ClassVar[str] = "Local contacts"
    AUTO_FOCUS = "#contacts-page Line, #back"
    FOOT: ClassVar[str] = (
        "Up and Down move · Enter opens a line · each is kept as you go · Esc back"
    )
    HELP_TEXT: ClassVar[str] = (
        "Each line is one thing only your organisation can say. Go to one with the arrows, open "
        "it with Enter or a click, and write. It is kept when you go on, and the page “Someone "
        "may be at risk” shows it at once.\n\n"
        "A telephone number that doesn't look whole is asked about, and kept as you wrote it.\n\n"
        "Your organisation may have filled in some of them already, in a folder of its own. "
        "What you write here is used in place of that; what you leave empty changes nothing.\n\n"
        "The file can be written by hand too. Whatever else stands in it stays as it is."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "keep", "Keep it now", show=False, id="contacts-keep"),
    ]

    def __init__(self, world: World, folder: Path, *, at: str = "") -> None:
        """`folder` is the user's own practice folder; `at` is the line to open."""
        super().__init__(world)
        self._folder = folder
        self._at = at
        self._own = read_own(folder)
        self._typed: dict[str, str] = {}
        """What was typed and is not kept yet."""
        self._refused: dict[str, str] = {}
        """What could not be kept when somebody wanted to leave."""

    # -- drawing --------------------------------------------------------------------------

    def body(self) -> ComposeResult:
        """The lines, or what has to be mended first; the way back."""
        with VerticalScroll(id="contacts-page", can_focus=False):
            if self._own.problems:
                yield from self._mending()
            else:
                yield from self._lines()
        with Horizontal(id="ways"):
            yield Press("Back", id="back", classes="-main")
            if self._own.problems:
                yield Press("Look again", id="look-again")

    def _mending(self) -> ComposeResult:
        yield Static(Content.styled(_MISTAKE, "$caution"), classes="intro")
        for problem in self._own.problems:
            yield Static(said(f"{problem.file}, line {problem.line}: {problem.message}."))
        yield Static(Content(_MEND), classes="file")

    def _lines(self) -> ComposeResult:
        yield Static(Content(_INTRO), classes="intro")
        made = "" if self._own.file.exists() else ", which is made when you write the first line"
        yield Static(said(f"Kept in {self._own.file}{made}."), classes="file")
        for heading, group in GROUPS:
            yield Static(said(heading), classes="heading")
            for contact in group:
                with Vertical(classes="contact", id=f"contact-{contact.key}"):
                    yield Line(said(contact.label), column=_COLUMN, key=contact.key)
                    yield Static(Content(""), classes="question")

    def on_mount(self) -> None:
        """Say what each line says now; open the one somebody came for."""
        self._draw()
        if self._at and not self._own.problems:
            self.call_later(self._go_to, self._at)

    def _draw(self) -> None:
        local = self.world.shelf().local
        for _, group in GROUPS:
            for contact in group:
                for row in self.query(f"#contact-{contact.key}"):
                    self._draw_one(row, contact, local)
        # What was said under a line may have moved the one somebody is at out of sight.
        self.call_after_refresh(self._show_where_one_is)

    def _show_where_one_is(self) -> None:
        if self.focused is not None:
            self.focused.scroll_visible(animate=False)

    def _draw_one(self, row: Widget, contact: Contact, local: Local) -> None:
        words = self._says(contact.key)
        whose = comes_from(contact, local, self._own.file)
        if words:
            quiet = join(said(words, "$text-main"), "  (yours)")
        elif local.get(contact.key) and whose != "yours":
            quiet = join(said(local.get(contact.key), "$text-main"), f"  ({whose})")
        else:
            quiet = Content("empty")
        if row.query(OpenContact):
            quiet = Content("")
        row.query_one(Line).say(said(contact.label), quiet)
        asked = question(contact, tidy(words))
        line = row.query_one(".question", Static)
        line.display = bool(asked)
        line.update(said(asked))

    def _says(self, key: str) -> str:
        """What the user's own line says, typed just now or kept."""
        return self._typed.get(key, self._own.lines.get(key, ""))

    # -- what a person does ---------------------------------------------------------------

    @on(Line.Chosen)
    async def _open(self, event: Line.Chosen) -> None:
        """Open a line; the one that was open stands as text again."""
        event.stop()
        await self._go_to(event.line.key)

    async def _go_to(self, key: str) -> None:
        row = self.query_one(f"#contact-{key}", Vertical)
        if not row.query(OpenContact):
            contact = next(one for _, group in GROUPS for one in group if one.key == key)
            theirs = "" if key in self._own.lines else self.world.shelf().local.get(key)
            async with self.batch():
                await self.query(OpenContact).remove()
                opened = OpenContact(contact, self._says(key), theirs)
                await row.mount(opened, after=row.query_one(Line))
            self._draw()
        row.query_one(Entry).focus()

    @on(Entry.Entered)
    def _entered(self, event: Entry.Entered) -> None:
        opened = next(node for node in event.entry.ancestors if isinstance(node, OpenContact))
        self._typed[opened.contact.key] = event.text

    @on(DescendantBlur)
    def _left_a_line(self, event: DescendantBlur) -> None:
        if isinstance(event.widget, Entry):
            self.action_keep()

    @on(Entry.Submitted)
    @work(exclusive=True, group="keep")
    async def action_keep(self) -> None:
        """Keep what was typed, since somebody goes on."""
        await all_written(self)
        self._keep()

    def _keep(self) -> bool:
        """Keep what was typed, and say so; whether all of it is kept now."""
        try:
            written = self._write()
        except ReflectError as error:
            self.notify(said(str(error)).plain, markup=False, severity="error", timeout=12)
            self.bar.kept("NOT KEPT", trouble=True)
            return False
        if written:
            self.bar.kept(f"kept {self.world.now():%H:%M}")
            self._read_anew()
        return True

    def _write(self) -> bool:
        """Write what was typed into the file; whether there was anything. Raises ReflectError."""
        wanted = {
            key: tidy(words)
            for key, words in self._typed.items()
            if tidy(words) != self._own.lines.get(key, "")
        }
        if wanted:
            fill_in(self._folder, wanted, paths.shipped_data() / LOCAL)
            self._own = read_own(self._folder)
        self._typed.clear()
        return bool(wanted)

    def on_screen_suspend(self) -> None:
        """Something is laid over this screen: keep what was typed."""
        self.action_keep()

    def on_unmount(self) -> None:
        """The notebook is locked, or somebody leaves: what was typed last is kept too."""
        # Nobody is there any more to be told.
        with contextlib.suppress(ReflectError):
            self._write()

    @work(thread=True, group="shelf", exit_on_error=False)
    def _read_anew(self) -> None:
        self.world.read_shelf_anew()
        self.app.call_from_thread(self._draw)

    @on(Press.Pressed, "#look-again")
    async def _look_again(self, event: Press.Pressed) -> None:
        event.stop()
        self._own = read_own(self._folder)
        await self.recompose()
        self._draw()
        self.query("#contacts-page Line, #back").first().focus()

    @on(Press.Pressed, "#back")
    def action_leave(self) -> None:
        """Back, once what was typed is kept; asked again with nothing more typed, without it."""
        self._leave()

    @work(exclusive=True, group="leave")
    async def _leave(self) -> None:
        await all_written(self)
        if self._keep() or self._refused == self._typed:
            self.step_out()
        self._refused = dict(self._typed)
