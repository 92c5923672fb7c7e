"""The note: what is in it and what isn't, beside the note as it will read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby
from pathlib import Path
from typing import ClassVar

from markdown_it import MarkdownIt
from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Markdown, Static

from reflect_tui.errors import ReflectError
from reflect_tui.notes.document import Document
from reflect_tui.notes.markdown import to_markdown
from reflect_tui.notes.plan import Movable, plan
from reflect_tui.notes.supervision import build, who_agrees
from reflect_tui.notes.write import write_note
from reflect_tui.practice.exercise import Way
from reflect_tui.session.agreeing import still_to_say
from reflect_tui.session.sitting import Sitting
from reflect_tui.tui.content import said
from reflect_tui.tui.screens.frame import Frame
from reflect_tui.tui.spoken import one_line
from reflect_tui.tui.widgets.line import Line
from reflect_tui.tui.widgets.pick import Pick
from reflect_tui.tui.widgets.press import Press
from reflect_tui.tui.world import World

NOTHING_WRITTEN = "Nothing is written in this session yet, so there is nothing to put in a note."
NOTHING_IN = (
    "Nothing is in the note yet.\n\n"
    "Everything you wrote stays with you until you move it. Go to a line in the list with the "
    "arrows and press Enter, or click it: it moves into the note, and once more takes it out."
)
TAKE_IT = "Take two working days with it. The draft: "


def _parser() -> MarkdownIt:
    """Markdown as the note is written: no HTML, and nothing becomes a link by itself."""
    return MarkdownIt("commonmark", {"html": False}).enable("table")


class NoteScreen(Frame[None]):
    """Theirs until moved: each piece goes in or out with one key or a click (design 2.2)."""

    CSS_PATH = "../styles/note.tcss"
    TITLE_LINE: ClassVar[str] = "The note"
    AUTO_FOCUS = "#pieces Line"
    FOOT: ClassVar[str] = (
        "Up, Down · Enter in or out · Ctrl+N write it · F7 undo · F1 help · Esc back"
    )
    HELP_TEXT: ClassVar[str] = (
        "At the left stands everything you wrote, step by step. A filled circle means that it is "
        "in the note. Enter or a click moves a line in, and once more takes it out.\n\n"
        "At the right is the note as it will read. In a narrow window the two are pages; choose "
        "between them at the top.\n\n"
        "“Write the note” makes a file and says where it is. It is a Markdown file: Word can open "
        "it. Every time makes a new file; nothing is ever written over.\n\n"
        "“Draft to take away” writes the same as a draft, for the other to take two working days "
        "with. “Who agrees” is where each says what they say of it, now or in a later sitting. "
        "“Keep it, or give a copy” is for the end.\n\n"
        "What was imagined, and where things were placed on the map, never goes into a note."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+n,f4", "write", "Write the note", id="note-write", priority=True),
        Binding("f6", "other_page", "The list, or the note as it reads", id="note-page"),
        Binding("f7", "undo", "Take back the last thing", id="note-undo"),
    ]

    def __init__(
        self,
        world: World,
        sitting: Sitting,
        *,
        to_bin: Callable[[Path], None] | None = None,
    ) -> None:
        """`to_bin` puts the session in the bin, once its note stands at a path."""
        super().__init__(world)
        self.sitting = sitting
        self._to_bin = to_bin
        self._alone = sitting.session.way is Way.SOLO
        self._ours = "just me" if self._alone else "between us"

    @property
    def document(self) -> Document:
        """The note as it stands now."""
        return build(self.sitting.session, local=self.world.shelf().local)

    # -- drawing --------------------------------------------------------------------------

    def body(self) -> ComposeResult:
        """The pieces, the note, the way on."""
        yield Pick(
            [("pieces", "What is in it"), ("note", "The note as it reads")], "pieces", id="pages"
        )
        with Horizontal(id="sides"):
            with Vertical(id="left"):
                yield Static(said(f"● in the note   ○ {self._ours}"), id="legend")
                with VerticalScroll(id="pieces", can_focus=False):
                    yield from self._pieces()
            with VerticalScroll(id="preview"):
                yield Markdown(parser_factory=_parser, open_links=False, id="note")
                yield Static(Content(NOTHING_IN), id="nothing")
        yield Static(Content(""), id="written")
        with Horizontal(id="ways"):
            yield Press("Write the note", id="write", classes="-main")
            if not self._alone:
                yield Press("Draft to take away", id="draft")
                yield Press("Who agrees", id="agree")
            yield Press("Back", id="back")
        if not self._alone:
            with Horizontal(id="agreement"):
                yield Press("Keep it, or give a copy", id="ending", classes="-second")
                yield Static(Content(""), id="agreed")

    def _pieces(self) -> Iterator[Widget]:
        """Every piece under the step it was written in."""
        pieces = plan(self.sitting.shown)
        if not pieces:
            yield Static(Content(NOTHING_WRITTEN), id="nothing-written")
            return
        for stage, group in groupby(pieces, key=lambda piece: piece.stage):
            yield Static(said(one_line(stage, 42)), classes="stage")
            for piece in group:
                words, quiet, lead = self._words(piece)
                yield Line(words, quiet, lead=lead, key=_key(piece), classes="piece")

    def _words(self, piece: Movable) -> tuple[Content, Content, Content]:
        """What was asked, how the answer begins, and the mark that says where it is."""
        if piece.why_not:
            return said(piece.asked, "$muted"), said(piece.why_not), Content("  ")
        mark = Content.styled("● ", "$accent bold") if piece.in_note else Content("○ ")
        return said(piece.asked), said(one_line(piece.first_words, 72)), mark

    def on_mount(self) -> None:
        """Draw the note."""
        self._draw_all()
        if not self.query(Line):
            self.query_one("#legend").display = False
            self.query_one("#back").focus()

    def on_screen_resume(self) -> None:
        """Coming back from where it is agreed to: the note says so."""
        if self.query("#note"):
            self._draw_all()

    def _draw_all(self) -> None:
        """The note, and who has agreed to it."""
        self._draw()
        session = self.sitting.session
        for line in self.query("#agreed").results(Static):
            line.update(said(who_agrees(session)))
        for draft in self.query("#draft"):
            draft.display = bool(still_to_say(session))

    @work(exclusive=True, group="note")
    async def _draw(self) -> None:
        document = self.document
        self.query_one("#nothing").display = document.empty
        self.query_one("#note").display = not document.empty
        await self.query_one("#note", Markdown).update(to_markdown(document))

    def _say(self, words: Content) -> None:
        line = self.query_one("#written", Static)
        line.update(words)
        line.add_class("-said")

    # -- what a person does ---------------------------------------------------------------

    @on(Line.Chosen)
    def _moved(self, event: Line.Chosen) -> None:
        event.stop()
        piece = self._piece(event.line.key)
        if piece is None:
            return
        if piece.why_not:
            self.notify(said(f"It can't be moved: {piece.why_not}.").plain, markup=False)
            return
        try:
            if piece.address is not None:
                self.sitting.move(piece.address, in_note=not piece.in_note)
            elif piece.ending:
                self.sitting.move_ending(piece.ending, in_note=not piece.in_note)
            else:
                self.sitting.move_action(piece.action, in_note=not piece.in_note)
        except ReflectError as error:
            self._say(said(str(error), "$caution"))
            return
        now = self._piece(event.line.key)
        if now is not None:
            words, quiet, lead = self._words(now)
            event.line.say(words, quiet, lead=lead)
        self.query_one("#written").remove_class("-said")
        self._draw_all()

    def _piece(self, key: str) -> Movable | None:
        return next((p for p in plan(self.sitting.shown) if _key(p) == key), None)

    @on(Pick.Taken, "#pages")
    def _page_taken(self, event: Pick.Taken) -> None:
        event.stop()
        self.set_class(event.choice == "note", "-reading")

    def action_other_page(self) -> None:
        """The other of the two pages; beside each other, the other side."""
        pages = self.query_one("#pages", Pick)
        pages.take("note" if pages.taken == "pieces" else "pieces")

    @on(Press.Pressed, "#write")
    def action_write(self) -> None:
        """Write the note as a new file, and say where it is."""
        self._write(self.document, "Written: ")

    @on(Press.Pressed, "#draft")
    def _write_draft(self, event: Press.Pressed) -> None:
        """The same as a draft for the other to take away."""
        event.stop()
        session, local = self.sitting.session, self.world.shelf().local
        self._write(build(session, local, to_take_away=True), f"{who_agrees(session)} {TAKE_IT}")

    def _write(self, document: Document, words: str) -> None:
        try:
            path = write_note(document, self.sitting.session, self.world.notes_folder())
        except ReflectError as error:
            self._say(said(str(error), "$caution"))
            return
        self._say(Content.assemble(said(words), said(str(path), "$second bold")))

    @on(Press.Pressed, "#agree")
    def _to_agreeing(self, event: Press.Pressed) -> None:
        from reflect_tui.tui.screens.agreeing import AgreeingScreen

        event.stop()
        self.app.push_screen(AgreeingScreen(self.world, self.sitting))

    @on(Press.Pressed, "#ending")
    def _to_ending(self, event: Press.Pressed) -> None:
        from reflect_tui.tui.screens.ending import EndingScreen

        event.stop()
        self.app.push_screen(EndingScreen(self.world, self.sitting, to_bin=self._to_bin))

    @work(exclusive=True, group="undo")
    async def action_undo(self) -> None:
        """Take back the last thing moved, said or written."""
        undone = self.sitting.undo()
        words = "Taken back." if undone else "There is nothing to take back."
        self.notify(words, markup=False, timeout=3)
        if undone:
            keys = [line.key for line in self.query(Line) if line.has_focus]
            pieces = self.query_one("#pieces")
            async with self.batch():
                await pieces.remove_children()
                await pieces.mount_all(self._pieces())
            for line in self.query(Line):
                if line.key in keys:
                    line.focus()
            self._draw_all()

    @on(Press.Pressed, "#back")
    def _back(self) -> None:
        self.action_leave()


def _key(piece: Movable) -> str:
    if piece.ending:
        return f"ending {piece.ending}"
    return str(piece.address) if piece.address is not None else f"action {piece.action}"
