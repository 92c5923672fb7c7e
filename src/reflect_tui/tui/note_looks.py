"""What there is to look at in a note: words that could say who somebody is, and wording."""

from __future__ import annotations

from dataclasses import dataclass

from reflect_tui.notes.to_look_at import Spotted, to_look_at
from reflect_tui.session.model import Session
from reflect_tui.session.noting import Note
from reflect_tui.tui.screens.note_place import Where
from reflect_tui.tui.widgets.to_look_at import Look


@dataclass(frozen=True, slots=True)
class Group:
    """The same words, wherever they stand in a note."""

    kind: str
    words: str
    places: tuple[Spotted, ...]

    @property
    def look(self) -> Look:
        """Its line."""
        return Look(self.kind, self.words, self.places[0].asked)

    @property
    def where(self) -> tuple[Where, ...]:
        """Its sentences."""
        return tuple(
            Where(at.asked, at.text, at.start, at.end, reached=_can_be_reached(at))
            for at in self.places
        )

    @property
    def suggestion(self) -> str:
        """What could stand in its place in the notes."""
        from reflect_tui.notes.replacing import suggested

        return suggested(self.places[0].sort)


def gathered(session: Session, note: Note) -> tuple[Group, ...]:
    """All of it, the same words together, in the order they come first; call it in a thread."""
    groups: dict[tuple[str, str], list[Spotted]] = {}
    for each in to_look_at(session, note):
        groups.setdefault((each.sort, each.words), []).append(each)
    return tuple(Group(kind, words, tuple(places)) for (kind, words), places in groups.items())


def _can_be_reached(at: Spotted) -> bool:
    return at.address is not None or bool(at.action or at.ending)
