"""The page of the notes, as far as it points at what to look at before one is handed over."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on, work
from textual.message import Message

from reflect_tui.errors import ReflectError
from reflect_tui.practice.exercise import Kind, Way
from reflect_tui.session.address import Address
from reflect_tui.session.model import Session
from reflect_tui.session.noting import Note
from reflect_tui.session.sitting import Sitting
from reflect_tui.session.wording import Question, Until
from reflect_tui.tui.letting_be import let_be
from reflect_tui.tui.note_looks import Group, gathered
from reflect_tui.tui.note_words import is_owners
from reflect_tui.tui.screens.frame import Frame
from reflect_tui.tui.screens.note_place import Answer, Did, NotePlaceScreen
from reflect_tui.tui.widgets.to_look_at import ToLookAt
from reflect_tui.tui.world import World

ToAnswer = Callable[[Address, str], None]
"""Leads to an answer in the session, and to words in it."""


class NoteLooked(Frame[None]):
    """Which note it is, who may see it, and what stands out in it."""

    TITLE_LINE: ClassVar[str] = "The notes"

    class Seen(Message):
        """What stands out was looked for; from a thread."""

        def __init__(self, session: Session, note: Note, groups: tuple[Group, ...]) -> None:
            super().__init__()
            self.session = session
            self.note = note
            self.groups = groups

    def __init__(
        self, world: World, sitting: Sitting, *, to_answer: ToAnswer | None = None
    ) -> None:
        super().__init__(world)
        self.sitting = sitting
        self.note = Note.SUPERVISION
        self._to_answer = to_answer
        self._asked_to_look = False
        self._left: set[tuple[str, str, str]] = set()
        """What somebody left as it is; told again the next time the page is opened."""
        self._groups: tuple[Group, ...] = ()
        self.has_something = False
        """Whether anything is in the note one is at."""

    @property
    def way(self) -> Way:
        """How those in the session work."""
        return self.sitting.session.way

    @property
    def company(self) -> bool:
        """Whether somebody else may see this screen."""
        return self.sitting.company or self.world.company

    @property
    def is_withheld(self) -> bool:
        """Whether the note one is at isn't for whoever is beside."""
        return self.company and is_owners(self.note)

    # -- looking --------------------------------------------------------------------------

    def look(self) -> None:
        """Look for what stands out; on a shared screen only once somebody asked for it."""
        if self.is_withheld:
            return
        if not self.has_something:
            self.query_one(ToLookAt).nothing()
        elif self.company and not self._asked_to_look:
            self.query_one(ToLookAt).ask()
        else:
            self._look_for(self.sitting.session, self.note)

    @work(thread=True, exclusive=True, group="look", exit_on_error=False)
    def _look_for(self, session: Session, note: Note) -> None:
        self.post_message(self.Seen(session, note, gathered(self.sitting, note, self.world)))

    @on(Seen)
    def _seen(self, event: Seen) -> None:
        event.stop()
        late = event.session is not self.sitting.session or event.note is not self.note
        if late or self.is_withheld or (self.company and not self._asked_to_look):
            # Something was moved meanwhile, or somebody came: it is looked for anew, or not shown.
            return
        self._groups = event.groups
        self._show_looks()

    def _show_looks(self) -> None:
        self._groups = tuple(g for g in self._groups if g.key not in self._left)
        replaced = () if self.note is Note.OWN else self.sitting.session.replaced
        self.query_one(ToLookAt).show([group.look for group in self._groups], replaced)

    @on(ToLookAt.Asked)
    def _asked(self, event: ToLookAt.Asked) -> None:
        event.stop()
        self._asked_to_look = True
        self.look()

    # -- one of them ----------------------------------------------------------------------

    @on(ToLookAt.Chosen)
    def _chosen(self, event: ToLookAt.Chosen) -> None:
        event.stop()
        if event.number >= len(self._groups):
            return
        group = self._groups[event.number]
        screen = NotePlaceScreen(
            self.world,
            group.kind,
            group.words,
            group.where,
            suggestion=group.suggestion,
            asking=group.asking(self.world.shelf().clauses),
            changes=self.note is not Note.OWN,
            owners=is_owners(self.note),
        )
        self.app.push_screen(screen, lambda answer: self._did(group, answer))

    def _did(self, group: Group, answer: Answer | None) -> None:
        if answer is None:
            return
        if answer.did is Did.LEFT:
            self._left.add(group.key)
            self._show_looks()
        elif answer.did is Did.OTHERWISE:
            self._change(lambda: self.sitting.replace(group.words, answer.words))
        elif answer.did is Did.GO:
            self._go(group, answer.number)
        elif group.question is not None:
            self._let_be(group.question, Until(answer.words))

    def _let_be(self, question: Question, until: Until) -> None:
        error = let_be(self.world, question, until)
        if error is not None:
            self.notify(str(error), markup=False, severity="error")
        self.look()

    @on(ToLookAt.PutBack)
    def _put_back(self, event: ToLookAt.PutBack) -> None:
        event.stop()
        self._change(lambda: self.sitting.put_back(event.words))

    def _change(self, deed: Callable[[], None]) -> None:
        try:
            deed()
        except ReflectError as error:
            self.notify(str(error), markup=False, severity="error")
        self.draw_all()

    def _go(self, group: Group, number: int) -> None:
        address = group.addresses[number]
        if address is None:
            ending = bool(group.spotted and group.spotted[number].ending)
            address = self._where_asked(Kind.AGREED if ending else Kind.ACTIONS)
        if address is not None and self._to_answer is not None:
            self._to_answer(address, group.words)

    def _where_asked(self, kind: Kind) -> Address | None:
        """Where actions are asked for, or what became of those before."""
        for page in self.sitting.course.pages(self.sitting.session):
            for prompt in page.prompts:
                if prompt.kind is kind:
                    return page.address(prompt)
        return None

    def draw_all(self) -> None:
        """Draw the page as things stand now; the screen says how."""
        raise NotImplementedError
