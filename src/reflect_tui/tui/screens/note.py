"""The notes of a session: what is in each and what isn't, beside the note as it will read."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from reflect_tui.errors import ReflectError
from reflect_tui.notes.plan import Movable, plan
from reflect_tui.session.noting import Note
from reflect_tui.session.sitting import Sitting
from reflect_tui.tui import note_words
from reflect_tui.tui.content import said
from reflect_tui.tui.note_words import NOTHING_WRITTEN
from reflect_tui.tui.screens.note_handed import NoteHanded
from reflect_tui.tui.screens.note_looked import ToAnswer
from reflect_tui.tui.screens.note_sections import NoteSectionsScreen
from reflect_tui.tui.widgets.note_pieces import NotePieces, key_of
from reflect_tui.tui.widgets.note_preview import NotePreview, sections
from reflect_tui.tui.widgets.pick import Pick
from reflect_tui.tui.widgets.press import Press
from reflect_tui.tui.widgets.to_look_at import ToLookAt
from reflect_tui.tui.world import World
from reflect_tui.tui.written import all_written

__all__ = ["NOTHING_WRITTEN", "NoteScreen"]

_PAGES = {"pieces": "What is in it", "note": "As it reads", "look": "To look at"}
"""The pages of a narrow window."""


class NoteScreen(NoteHanded):
    """Theirs until moved: each piece goes in or out with one key or a click (design 2.2)."""

    CSS_PATH = "../styles/note.tcss"
    AUTO_FOCUS = "#pieces Line"
    FOOT: ClassVar[str] = (
        "Enter in or out · F6 across · Ctrl+N Word file · F7 undo · F1 help · Esc back"
    )
    HELP_TEXT: ClassVar[str] = note_words.HELP
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+n,f4", "write", "Make the Word file", id="note-write", priority=True),
        Binding(
            "f6", "other_page", "The list, the note as it reads, what to look at", id="note-page"
        ),
        Binding("ctrl+g,f2", "sections", "The sections of the note", id="note-sections"),
        Binding("f7", "undo", "Take back the last thing", id="note-undo"),
    ]

    def __init__(
        self,
        world: World,
        sitting: Sitting,
        *,
        to_bin: Callable[[Path], None] | None = None,
        to_answer: ToAnswer | None = None,
        alone: Callable[[], None] | None = None,
        beside: Callable[[], None] | None = None,
        at: str = "",
    ) -> None:
        """`to_bin` puts the session in the bin, once its note stands at a path.

        `to_answer` leads to an answer; `alone` says that nobody else is here, `beside` that
        somebody is; `at` is the button to begin at: `write` or `print`.
        """
        super().__init__(world, sitting, to_answer=to_answer, to_bin=to_bin, beside=beside)
        self._drawing = asyncio.Lock()
        self._stands = False
        self._say_alone = alone
        self._begins_at = at

    # -- drawing --------------------------------------------------------------------------

    def body(self) -> ComposeResult:
        """Which note, the pieces, the note, what to look at, the ways on."""
        yield Pick(
            [(note.name, note_words.NAMED[note]) for note in Note], self.note.name, id="which-note"
        )
        yield Static(Content(""), id="purpose")
        yield Pick(list(_PAGES.items()), "pieces", id="pages")
        with Vertical(id="withheld"):
            yield Static(Content(note_words.BESIDE), id="beside")
            yield Press("I'm alone now", id="alone", classes="-main")
        with Horizontal(id="sides"):
            yield NotePieces(id="left")
            yield NotePreview(id="right")
        yield ToLookAt(id="look")
        yield from self.below()

    def on_mount(self) -> None:
        """Draw the note; nothing stands out in it before it stands there."""
        self._draw()

    async def at_rest(self) -> None:
        """Return once the page stands."""
        async with self._drawing:
            return

    def on_screen_resume(self) -> None:
        """Coming back from elsewhere: what is said of the note, or who is here, may be another."""
        if self._stands:
            self.draw_all()

    def seen_by_others(self) -> None:
        """Somebody came or went."""
        self._asked_to_look = False
        if self.is_withheld:
            self.out.quiet()
        self.draw_all()

    def draw_all(self) -> None:
        """The note as it stands now, and what is said of it."""
        self._draw()

    @work(group="draw")
    async def _draw(self) -> None:
        # One after the other: what is cut off in the middle leaves half a list.
        async with self._drawing:
            await all_written(self)
            if not self._is_gone:
                await self._draw_now()

    @property
    def _is_gone(self) -> bool:
        """Whether somebody left meanwhile: then there is nothing more to draw on."""
        return not (self.is_attached and self.query("#out #back"))

    async def _draw_now(self) -> None:
        withheld, note = self.is_withheld, self.note
        self.set_class(withheld, "-withheld")
        self.query_one("#purpose", Static).update(said(note_words.purpose(note, self.way)))
        pieces = () if withheld else plan(self.sitting.shown, note)
        await self.query_one(NotePieces).show(
            pieces,
            legend=note_words.legend(note, self.way),
            purpose=note_words.purpose(note, self.way),
            nothing=note_words.nothing_to_move(note, written=bool(self._everything())),
        )
        if self._is_gone:
            return
        if not withheld:
            nothing = note_words.nothing_in(note, can_move=bool(pieces))
            document = self.document()
            self.has_something = not document.empty
            self.query_one(NotePreview).show(document, nothing)
        self.draw_below()
        self.look()
        self._take_focus()
        self._stands = True

    def _everything(self) -> tuple[Movable, ...]:
        return plan(self.sitting.shown)

    def _take_focus(self) -> None:
        """Stand somewhere: at the button one came for, at the first piece, or at the way back."""
        if self._begins_at:
            self.query_one(f"#{self._begins_at}").focus()
            self.out.say(Content(note_words.HERE_IT_IS[self._begins_at]))
            self._begins_at = ""
        elif self.focused is None or not self.focused.focusable:
            lines = self.query("#pieces Line")
            here = "#alone" if self.is_withheld else "#back"
            (lines.first() if lines and not self.is_withheld else self.query_one(here)).focus()

    # -- which note, which page -----------------------------------------------------------

    @on(Pick.Taken, "#which-note")
    def _note_taken(self, event: Pick.Taken) -> None:
        event.stop()
        self.note = Note[event.choice]
        self._groups = ()
        self.out.quiet()
        self.query_one(NotePreview).show_only("")
        self.draw_all()

    @on(Pick.Taken, "#pages")
    def _page_taken(self, event: Pick.Taken) -> None:
        event.stop()
        for page in _PAGES:
            self.set_class(event.choice == page, f"-at-{page}")

    def action_other_page(self) -> None:
        """The next of the pages; where they stand beside each other, the next part."""
        pages = self.query_one("#pages", Pick)
        order = list(_PAGES)
        if not pages.display:
            self._other_part()
            return
        pages.take(order[(order.index(pages.taken) + 1) % len(order)])
        self._enter(pages.taken)

    def _other_part(self) -> None:
        here = self.focused
        parts = {"pieces": "#left", "note": "#right", "look": "#look"}
        inside = [
            page
            for page, part in parts.items()
            if here is not None and self.query_one(part) in here.ancestors
        ]
        order = [*_PAGES, *_PAGES]
        following = order[order.index(inside[0]) + 1 :] if inside else order
        for page in following:
            if self._enter(page):
                return

    def _enter(self, page: str) -> bool:
        """Put the focus into a page; False where it has nothing to stand at."""
        inside = {
            "pieces": "#pieces Line",
            "note": "#preview",
            "look": "ToLookAt Line, #look-now",
        }[page]
        stops = list(self.query(inside))
        if stops:
            self.call_after_refresh(stops[0].focus)
        return bool(stops)

    def to_pieces(self) -> None:
        """To the list of what is in it."""
        self.query_one("#pages", Pick).take("pieces")
        self._enter("pieces")

    @on(Press.Pressed, "#sections")
    def action_sections(self) -> None:
        """The headings of the note, to read one by itself."""
        if self.is_withheld:
            return

        def chosen(section: str | None) -> None:
            if section is not None:
                self.query_one("#pages", Pick).take("note")
                self.query_one(NotePreview).show_only(section)
                self.query_one("#preview").focus()

        headings = list(sections(self.document()))
        self.app.push_screen(NoteSectionsScreen(self.world, headings), chosen)

    @on(Press.Pressed, "#alone")
    def _alone_now(self, event: Press.Pressed) -> None:
        event.stop()
        if self._say_alone is not None:
            self._say_alone()
        else:
            self.sitting.company = self.world.company = False
        self.set_focus(None)
        self.draw_all()

    # -- moving ---------------------------------------------------------------------------

    @on(NotePieces.Chosen)
    def _chosen_piece(self, event: NotePieces.Chosen) -> None:
        event.stop()
        pieces = plan(self.sitting.shown, self.note)
        piece = next((kept for kept in pieces if key_of(kept) == event.key), None)
        if piece is None:
            return
        if piece.why_not:
            self.notify(said(f"It can't be moved: {piece.why_not}.").plain, markup=False)
            return
        try:
            self._move(piece)
        except ReflectError as error:
            self.out.fail(error)
            return
        self.out.quiet()
        self.draw_all()

    def _move(self, piece: Movable) -> None:
        in_note = not piece.in_note
        if piece.address is not None:
            self.sitting.move(piece.address, in_note=in_note, note=self.note)
        elif piece.ending:
            self.sitting.move_ending(piece.ending, in_note=in_note, note=self.note)
        else:
            self.sitting.move_action(piece.action, in_note=in_note, note=self.note)

    def action_undo(self) -> None:
        """Take back the last thing moved, said or written."""
        undone = self.sitting.undo()
        words = "Taken back." if undone else "There is nothing to take back."
        self.notify(words, markup=False, timeout=3)
        if undone:
            self.out.quiet()
            self.draw_all()

    @on(Press.Pressed, "#back")
    def _back(self) -> None:
        self.action_leave()
