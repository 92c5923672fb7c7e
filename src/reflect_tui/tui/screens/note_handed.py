"""The page of the notes, as far as one leaves it: a file, a copy, names, who agrees, the end."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from reflect_tui.errors import ReflectError
from reflect_tui.notes.agreement import who_agrees
from reflect_tui.notes.building import FILE_NAMES, build_note
from reflect_tui.notes.document import Document
from reflect_tui.notes.formats import Format
from reflect_tui.practice.exercise import Way
from reflect_tui.session.agreeing import still_to_say
from reflect_tui.session.noting import Note
from reflect_tui.session.sitting import Sitting
from reflect_tui.tui.content import said
from reflect_tui.tui.handed import Handed, Means
from reflect_tui.tui.note_words import is_owners
from reflect_tui.tui.screens import note_ways
from reflect_tui.tui.screens.note_looked import NoteLooked, ToAnswer
from reflect_tui.tui.screens.note_names import NoteNamesScreen, roles
from reflect_tui.tui.widgets.handing_over import HandingOver
from reflect_tui.tui.widgets.press import Press
from reflect_tui.tui.world import World

TAKE_IT = "Take two working days with it. The draft: "


class NoteHanded(NoteLooked):
    """How the note one is at gets out, and what else is done with it."""

    def __init__(
        self,
        world: World,
        sitting: Sitting,
        *,
        to_answer: ToAnswer | None = None,
        to_bin: Callable[[Path], None] | None = None,
        beside: Callable[[], None] | None = None,
    ) -> None:
        super().__init__(world, sitting, to_answer=to_answer)
        self._say_beside = beside
        self._to_bin = to_bin
        self._names: dict[str, str] = {}
        """Entered here, for what is made from here; never kept."""
        self._folder: Path | None = None

    def document(self, *, to_take_away: bool = False) -> Document:
        """The note one is at, as it stands now."""
        return build_note(
            self.note,
            self.sitting.session,
            self.world.shelf().local,
            names=self._names if self.note is Note.SUPERVISION else None,
            to_take_away=to_take_away,
        )

    def below(self) -> ComposeResult:
        """What was made, the buttons, and of several people who agrees, or who is here now."""
        yield HandingOver(self._handed, demo=self.world.demo, id="out")
        if self.way is not Way.SOLO:
            with Vertical(id="agreement"):
                with Horizontal(id="together"):
                    yield Press("Draft to take away", id="draft", classes="-second")
                    yield Press("Who agrees", id="agree", classes="-second")
                    yield Press("Keep it, or give a copy", id="ending", classes="-second")
                yield Static(Content(""), id="agreed")
            yield Press("Somebody is beside me", id="beside-me", classes="-second")

    @property
    def out(self) -> HandingOver:
        """The buttons, and what they came to."""
        return self.query_one("#out", HandingOver)

    def draw_below(self) -> None:
        """Say who agrees, and offer what there is to do with this note."""
        session = self.sitting.session
        shared = self.note is Note.SUPERVISION
        self.query_one("#names").display = shared and bool(roles(session))
        self.query_one("#names", Press).relabel("Change names" if self._names else "Add names")
        for line in self.query("#agreed").results(Static):
            line.update(said(who_agrees(session)))
        for part in self.query("#agreement"):
            part.display = shared
        for here in self.query("#beside-me"):
            here.display = is_owners(self.note) and not self.is_withheld
        for draft in self.query("#draft"):
            draft.display = bool(still_to_say(session))

    def _handed(self, *, to_take_away: bool = False, lead: str = "Written: ") -> Handed:
        """The note as it is handed over now; raises ReflectError for one that is withheld."""
        if self.is_withheld:
            raise ReflectError(
                f"The {self.note} is only for you, and somebody is beside you",
                do="Say first that you are alone, or choose another note.",
            )
        return Handed(
            self.document(to_take_away=to_take_away),
            self.sitting.session,
            FILE_NAMES[self.note],
            self._folder or self.world.notes_folder(),
            lead,
        )

    # -- what a person does ---------------------------------------------------------------

    @on(HandingOver.Wants)
    def _wanted(self, event: HandingOver.Wants) -> None:
        event.stop()
        if event.what == "ways":
            folder = self._folder or self.world.notes_folder()
            self.app.push_screen(note_ways.NoteWaysScreen(self.world, folder), self._way_chosen)
        elif event.what == "names":
            screen = NoteNamesScreen(self.world, self.sitting.session, self._names)
            self.app.push_screen(screen, self._take_names)
        elif event.what == "folder":
            self._ask_folder(self.out.again)
        else:
            self.to_pieces()

    def _way_chosen(self, chosen: str | None) -> None:
        formats = {fmt.key: fmt for fmt in Format}
        if chosen in formats:
            self.out.make(Means(formats[chosen]))
        elif chosen == note_ways.PRINT:
            self.action_print()
        elif chosen == note_ways.COPY:
            self.out.copy()
        elif chosen == note_ways.FOLDER:
            self._ask_folder(self.out.make)

    def _ask_folder(self, then: Callable[[], None]) -> None:
        def chosen(folder: Path | None) -> None:
            if folder is not None:
                self._folder = folder
                then()

        now = self._folder or self.world.notes_folder()
        self.app.push_screen(note_ways.NoteFolderScreen(self.world, now), chosen)

    def _take_names(self, names: dict[str, str] | None) -> None:
        if names is not None and names != self._names:
            self._names = names
            self.out.quiet()
            self.draw_all()

    def action_write(self) -> None:
        """Make the Word file of the note one is at."""
        self.out.make()

    def action_print(self) -> None:
        """Make a web page of it, and open that to be printed."""
        self.out.make(Means(Format.WEB, print=True))

    @on(Press.Pressed, "#draft")
    def _make_draft(self, event: Press.Pressed) -> None:
        """The same as a draft for the other to take away."""
        event.stop()
        lead = f"{who_agrees(self.sitting.session)} {TAKE_IT}"
        self.out.make(fetch=partial(self._handed, to_take_away=True, lead=lead))

    @on(Press.Pressed, "#beside-me")
    def _beside_now(self, event: Press.Pressed) -> None:
        """Cover again what was shown to somebody alone."""
        event.stop()
        if self._say_beside is not None:
            self._say_beside()

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

    def to_pieces(self) -> None:
        """To the list of what is in it; the screen says how."""
        raise NotImplementedError
