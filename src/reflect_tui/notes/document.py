"""What a note is before it has a format: blocks, in which typed words stand apart from ours.

Everything in a field called `said`, `value` or `words` was typed by somebody and is data: no
format may let it become structure. Everything else is ours.
"""

from __future__ import annotations

from dataclasses import dataclass

ACTION_FIELDS = ("What", "Who", "By", "How they are told or asked")
"""What the fields of an action are called, in their order."""
HANDLING = "Handling"
"""The row that says how a note is marked."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the note's own."""

    text: str


@dataclass(frozen=True, slots=True)
class Rows:
    """Label and value pairs; a value may have been typed."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Ours:
    """A sentence of the program's own."""

    text: str


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody wrote, under the question they answered."""

    asked: str
    """The question as it stood on the screen; from an exercise's file, so data as well."""
    said: tuple[str, ...]
    """What was written: one text, or one for each thing chosen or each part."""
    about: str = ""
    """The entry it belongs to ("gender"), where the question was asked several times."""
    listed: bool = False
    """Whether the parts stand as a list."""
    own_words: bool = False
    """Whether these are the words of the person it is about: shown as a quotation."""


@dataclass(frozen=True, slots=True)
class Done:
    """One action, each field as typed."""

    what: str
    who: str = ""
    by: str = ""
    told: str = ""

    @property
    def fields(self) -> tuple[tuple[str, str], ...]:
        """Each field under its own name."""
        return tuple(zip(ACTION_FIELDS, (self.what, self.who, self.by, self.told), strict=True))


@dataclass(frozen=True, slots=True)
class Actions:
    """The actions moved into the note."""

    actions: tuple[Done, ...]


Block = Heading | Rows | Ours | Said | Actions


@dataclass(frozen=True, slots=True)
class Document:
    """A note, ready to be written in any format."""

    title: str
    blocks: tuple[Block, ...]
    empty: bool = False
    """Whether nothing was moved into it yet."""
    nothing_in: str = "Nothing was moved into the note yet"
    """What is said where one asks for it while it is empty."""
    to_fill: str = "Choose “In the note” under an answer, or move it in the note's page."
    """What to do about that."""
    name: str = "Note"
    """Which of the notes it is, in words of ours: all that a window's title or a file's
    properties show of it."""

    @property
    def marking(self) -> str:
        """How it is marked, for the foot of every page; may be empty. From a file, so data."""
        rows = (row for block in self.blocks if isinstance(block, Rows) for row in block.rows)
        return next((value for label, value in rows if label == HANDLING), "")
