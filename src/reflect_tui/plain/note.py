"""The notes of a session, a line at a time: what is in one, hearing it, handing it over."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from reflect_tui.errors import ReflectError
from reflect_tui.notebook.bin import BEFORE, STILL_HELD
from reflect_tui.notes.building import build_note
from reflect_tui.notes.document import Document, Heading
from reflect_tui.notes.formats import Format
from reflect_tui.notes.plan import plan
from reflect_tui.notes.supervision import who_agrees
from reflect_tui.notes.text import to_text
from reflect_tui.notes.write import refuse_empty
from reflect_tui.plain.agreeing import say_who_agrees
from reflect_tui.plain.giving import give_session
from reflect_tui.plain.note_look import Looking, other_words
from reflect_tui.plain.note_out import COPY, LOOK, ask_how, copy_note, write_as
from reflect_tui.plain.note_pieces import move_pieces
from reflect_tui.plain.talk import Talk
from reflect_tui.plain.wording import Wordings
from reflect_tui.plain.world import World
from reflect_tui.practice.exercise import Way
from reflect_tui.session.agreeing import SIGNED_BY, still_to_say, the_other
from reflect_tui.session.model import Session
from reflect_tui.session.noting import OWNERS_ALONE, Note
from reflect_tui.session.sitting import Sitting

_NAMED: Final = {
    "": Note.SUPERVISION,
    "supervision": Note.SUPERVISION,
    "insert": Note.INSERT,
    "case": Note.INSERT,
    "cpd": Note.CPD,
    "own": Note.OWN,
}
_FOR: Final = {
    Note.SUPERVISION: "what both agreed to share, for the supervision file",
    Note.INSERT: "the decision and its reasons, to be copied into the person's record",
    Note.CPD: "what was learnt, in Social Work England's fields",
    Note.OWN: "everything, for its owner",
}
_THEIRS: Final = (
    "The {note} is its owner's alone, so it isn't said while somebody else listens. Type /alone "
    "once nobody does, and ask for it again."
)
_CONSENT: Final = "Has everybody whose name you typed said yes to that?"
Deed = tuple[str, Callable[[], None]]


class OnlyTheNote(Exception):
    """The note is written, and the session is to be put down and in the bin."""


class _SomebodyCame(Exception):
    """Somebody else listens now, and the note is its owner's alone."""


def say_note_only(talk: Talk, session: Session, world: World) -> None:
    """Say the note as it stands, and nothing that would change the session."""
    _say_whole(talk, build_note(Note.SUPERVISION, session, world.shelf.local))


def hand_over(talk: Talk, sitting: Sitting, world: World, wordings: Wordings, which: str) -> None:
    """Go through one of the notes, and on to others as they are asked for.

    `which` is the word somebody asked by. Raises OnlyTheNote when the session is to go in the
    bin, and Turn when somebody goes to an answer.
    """
    note = _NAMED.get(which.lower().partition(" ")[0])
    if note is None:
        note = _choose_note(talk, list(Note))
    while note is not None:
        note = PlainNote(talk, sitting, world, wordings, note).run()


def _choose_note(talk: Talk, notes: list[Note]) -> Note | None:
    chosen = talk.choose([f"{note}: {_FOR[note]}" for note in notes], blank="go back")
    return None if chosen is None else notes[chosen]


def _say_whole(talk: Talk, document: Document) -> None:
    talk.say("", "The note as it will read:")
    for part in _parts(document):
        talk.say("", *_spoken(part))


def _parts(document: Document) -> list[Document]:
    """Its head, and then each section under its own heading."""
    parts = [Document(document.title, ())]
    for block in document.blocks:
        if isinstance(block, Heading):
            parts.append(Document(block.text, ()))
        else:
            last = parts[-1]
            parts[-1] = Document(last.title, (*last.blocks, block))
    return parts


def _spoken(part: Document) -> list[str]:
    """A part as it is said: as plain text, without the rule under its heading."""
    title, _, *rest = to_text(part).rstrip("\n").split("\n")
    return [title, *rest[1:]]


class PlainNote:
    """One note, while somebody goes through it. Names put on it are kept nowhere else."""

    def __init__(
        self, talk: Talk, sitting: Sitting, world: World, wordings: Wordings, note: Note
    ) -> None:
        self._talk = talk
        self._sitting = sitting
        self._world = world
        self._note = note
        self._names: dict[str, str] = {}
        self._looking = Looking(talk, sitting, wordings, note)
        self._next: Note | None = None

    def run(self) -> Note | None:
        """From what is in it to what becomes of it; the note to go through next, if any."""
        if self._note not in OWNERS_ALONE:
            return self._go_through()
        beside = self._talk.deeds["beside"]

        def came(rest: str) -> None:
            beside(rest)
            raise _SomebodyCame

        try:
            self._refuse_overheard()
            with self._talk.also("beside", came):
                return self._go_through()
        except _SomebodyCame:
            self._talk.say(_THEIRS.format(note=self._note))
            return None

    def _refuse_overheard(self) -> None:
        """Raise _SomebodyCame where somebody else listens to what is its owner's alone."""
        if self._note in OWNERS_ALONE and (self._sitting.company or self._world.company):
            raise _SomebodyCame

    def _go_through(self) -> Note | None:
        talk, note = self._talk, self._note
        if not plan(self._sitting.shown, note):
            talk.say("Nothing is written yet, so there is no note.")
            return None
        if note is Note.OWN:
            talk.say("", f"The {note} holds {_FOR[note]}.")
        else:
            move_pieces(talk, self._sitting, note)
        document = self._document()
        _say_whole(talk, document)
        if document.empty:
            talk.say("", "Nothing was moved into it yet, so there is nothing to write.")
        else:
            self._out()
        self._more()
        return self._next

    def _document(self, *, to_take_away: bool = False) -> Document:
        self._refuse_overheard()  # /beside is heard where the password is asked for as well
        return build_note(
            self._note,
            self._sitting.session,
            self._world.shelf.local,
            names=self._names,
            to_take_away=to_take_away,
        )

    # -- out of the program ---------------------------------------------------------------

    def _out(self) -> None:
        """Write or copy it, when somebody says so, once they have looked at what they want to."""
        while (answer := ask_how(self._talk, self._world)) == LOOK:
            self._looking.run()
        if answer == COPY:
            self._tried(lambda: copy_note(self._talk, self._document()))
        elif answer:
            self._world.note_as = Format[answer.upper()]
            self._tried(self._write)

    def _write(self) -> None:
        self._write_document(self._document())

    def _write_document(self, document: Document) -> bool:
        world = self._world
        session = self._sitting.session
        return write_as(self._talk, session, self._note, document, world.note_as, world)

    def _write_draft(self) -> None:
        self._talk.say(f"{who_agrees(self._sitting.session)} Take two working days with it.")
        self._write_document(self._document(to_take_away=True))

    def _only(self) -> None:
        """Keep only the note, once that was asked; raises OnlyTheNote."""
        refuse_empty(self._document())
        self._talk.say("The note is written first.", STILL_HELD, BEFORE)
        if self._talk.yes("Keep only the note, and put the session in the bin?"):
            if self._write_document(self._document()):
                raise OnlyTheNote
            self._talk.say("No note was written, so the session stays.")

    # -- what else ------------------------------------------------------------------------

    def _more(self) -> None:
        """What else can be done with it, until there is nothing more to do."""
        while self._next is None:
            deeds = self._deeds()
            standing = who_agrees(self._sitting.session) if self._is_agreed_to else ""
            self._talk.say("", *filter(None, [standing]), "What else?")
            chosen = self._talk.choose([words for words, _ in deeds], blank="go on")
            if chosen is None:
                return
            self._tried(deeds[chosen][1])

    @property
    def _is_agreed_to(self) -> bool:
        return self._note is Note.SUPERVISION and self._sitting.session.way is not Way.SOLO

    def _deeds(self) -> list[Deed]:
        session = self._sitting.session
        deeds: list[Deed] = []
        if self._is_agreed_to:
            if still_to_say(session):
                deeds.append(("Write a draft to take away", self._write_draft))
            deeds.append(("Say who agrees", lambda: say_who_agrees(self._talk, self._sitting)))
        if self._is_agreed_to and session.way is Way.ONE_TO_ONE:
            other = the_other(session)
            give = f"Give the {other} the session in a locked file, for a notebook of their own"
            deeds += [
                (f"Give the {other} a copy of the note", self._write),
                (give, lambda: give_session(self._talk, session, self._world)),
            ]
        deeds += [
            ("More for this note: by section, what to look at, names, other words", self._closer),
            ("Another note of this session", self._another),
        ]
        if self._is_agreed_to:
            deeds.append(("Keep only the note, and put the session in the bin", self._only))
        return deeds

    def _closer(self) -> None:
        """What is done with the words of the note itself."""
        talk, sitting = self._talk, self._sitting
        deeds: list[Deed] = [
            ("Hear it section by section", self._sections),
            ("Look at these before you hand it over", self._looking.run),
        ]
        if self._note is not Note.OWN:
            other = "Change words in the notes, or put them back"
            deeds.append((other, lambda: other_words(talk, sitting)))
        if self._roles:
            deeds.append(("Put names on it; they are kept nowhere", self._ask_names))
        deeds.append(("Write it, or copy it", self._out))
        chosen = talk.choose([words for words, _ in deeds], blank="go back")
        if chosen is not None:
            deeds[chosen][1]()

    def _sections(self) -> None:
        """Each section by itself, by its number."""
        parts = _parts(self._document())
        while True:
            chosen = self._talk.choose([part.title for part in parts], blank="go back")
            if chosen is None:
                return
            self._talk.say("", *_spoken(parts[chosen]), "")

    @property
    def _roles(self) -> tuple[str, ...]:
        """Whose names may stand on it."""
        return SIGNED_BY[self._sitting.session.way] if self._note is Note.SUPERVISION else ()

    def _ask_names(self) -> None:
        self._talk.say("They stand on what is written from now on, until you leave this note.")
        for role in self._roles:
            self._talk.say(f"The {role}'s name, or a full stop for none.")
            name = self._talk.line().strip()
            self._names.pop(role, None)
            if name not in ("", "."):
                self._names[role] = name
        in_group = self._sitting.session.way is Way.GROUP
        if in_group and self._names and not self._talk.yes(_CONSENT):
            self._names.clear()
        self._talk.say(
            f"On the note: {', '.join(self._names.values())}." if self._names else "No names."
        )

    def _another(self) -> None:
        self._next = _choose_note(self._talk, [note for note in Note if note is not self._note])

    def _tried(self, deed: Callable[[], object]) -> None:
        try:
            deed()
        except ReflectError as error:
            self._talk.say(str(error))
