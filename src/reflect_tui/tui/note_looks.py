"""What there is to look at in a note: words that could say who somebody is, and wording."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reflect_tui.notes.plan import plan
from reflect_tui.notes.replacing import suggested
from reflect_tui.notes.to_look_at import Spotted, to_look_at
from reflect_tui.practice.clauses import Clauses
from reflect_tui.practice.facilitator import standard_named
from reflect_tui.session.address import Address
from reflect_tui.session.at_words import look_at_words
from reflect_tui.session.noting import Note
from reflect_tui.session.sitting import Sitting
from reflect_tui.session.wording import HOW_LONG, Question, Until, parts
from reflect_tui.tui.screens.note_place import Asking, Where
from reflect_tui.tui.widgets.to_look_at import Look
from reflect_tui.tui.world import World

WORDING = "wording"
"""What a question about wording is called in the list."""


@dataclass(frozen=True, slots=True)
class Group:
    """The same words, wherever they stand in a note; those of a question only where it is asked."""

    kind: str
    words: str
    where: tuple[Where, ...]
    addresses: tuple[Address | None, ...]
    """The answer of each; None for an action, what became of one, or what is no answer."""
    spotted: tuple[Spotted, ...] = ()
    question: Question | None = None

    @property
    def look(self) -> Look:
        """Its line."""
        about = standard_named(self.question.clause) if self.question else self.where[0].asked
        return Look(self.kind, self.words, about)

    @property
    def key(self) -> tuple[str, str, str]:
        """What it is known by, once somebody left it as it is."""
        return (self.kind, self.words, self.question.where if self.question else "")

    @property
    def suggestion(self) -> str:
        """What could stand in its place in the notes."""
        return suggested(self.spotted[0].sort) if self.spotted else ""

    def asking(self, clauses: Clauses) -> Asking | None:
        """What is asked of it, where it is wording."""
        if self.question is None:
            return None
        clause = clauses.get(self.question.clause)
        ways = tuple((until.value, HOW_LONG[until]) for until in Until)
        return Asking(self.question.ask, self.question.clause, clause.title if clause else "", ways)


def gathered(sitting: Sitting, note: Note, world: World) -> tuple[Group, ...]:
    """All of it: what points at somebody, then wording; call it in a thread."""
    found: dict[tuple[str, str], list[Spotted]] = {}
    for each in to_look_at(sitting.session, note):
        found.setdefault((each.sort, each.words), []).append(each)
    groups = [
        Group(
            kind,
            words,
            tuple(
                Where(at.asked, at.text, at.start, at.end, reached=_reached(at)) for at in places
            ),
            tuple(at.address for at in places),
            tuple(places),
        )
        for (kind, words), places in found.items()
    ]
    return (*groups, *_asked(sitting, note, world))


def _reached(at: Spotted) -> bool:
    return at.address is not None or bool(at.action or at.ending)


def _asked(sitting: Sitting, note: Note, world: World) -> Iterator[Group]:
    """What is asked of the words that were moved into it; of one's own copy nothing is."""
    if note is Note.OWN:
        return
    shelf, dismissed = world.shelf(), world.dismissed()
    for piece in plan(sitting.shown, note):
        if not piece.in_note or piece.address is None:
            continue
        value = sitting.value(piece.address)
        if value is None:
            continue
        texts = dict(parts(sitting.prompt(piece.address), value))
        looked = look_at_words(sitting, piece.address, shelf.hints, world.settings, dismissed)
        for question in looked.questions:
            at = Where(piece.asked, texts[question.part], question.start, question.end)
            yield Group(WORDING, question.text, (at,), (piece.address,), question=question)
