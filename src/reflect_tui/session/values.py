"""What can be written to a prompt: one value type for each kind, with its check.

A value knows whether it is blank; a blank response is never kept. `.actions` and `.agreed` prompts
keep no response: they write actions and endings (`session.model.Action`, `Ending`).
"""

from __future__ import annotations

import secrets
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from reflect_tui.practice.exercise import Kind, Prompt

MAX_CHARACTERS = 1_000_000
"""The most one piece of text may hold: beyond it a paste is refused and nothing is lost."""


class Value(BaseModel):
    """What every value has in common: frozen, and no field we don't know."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    def is_blank(self) -> bool:
        """Whether nothing was written."""
        raise NotImplementedError

    def fits(self, prompt: Prompt) -> bool:
        """Whether it can be an answer to this prompt."""
        return VALUES.get(prompt.kind) is type(self)


class Text(Value):
    """Some paragraphs, as typed."""

    kind: Literal["text"] = "text"
    text: str

    def is_blank(self) -> bool:
        return not self.text.strip()


class Line(Value):
    """One short piece of text, as typed."""

    kind: Literal["line"] = "line"
    text: str

    def is_blank(self) -> bool:
        return not self.text.strip()


class Choice(Value):
    """One option, by its id."""

    kind: Literal["choice"] = "choice"
    option: str

    def is_blank(self) -> bool:
        return not self.option

    def fits(self, prompt: Prompt) -> bool:
        known = {option.id for option in prompt.options}
        return super().fits(prompt) and (self.is_blank() or self.option in known)


class Choices(Value):
    """Some options, by their ids, in the order they were chosen."""

    kind: Literal["choices"] = "choices"
    options: tuple[str, ...]

    def is_blank(self) -> bool:
        return not self.options

    def fits(self, prompt: Prompt) -> bool:
        known = {option.id for option in prompt.options}
        few_enough = prompt.at_most is None or len(self.options) <= prompt.at_most
        once = len(set(self.options)) == len(self.options)
        return super().fits(prompt) and set(self.options) <= known and once and few_enough


class Contrast(Value):
    """Two texts that stand beside each other (2.7)."""

    kind: Literal["contrast"] = "contrast"
    left: str = ""
    right: str = ""

    def is_blank(self) -> bool:
        return not (self.left.strip() or self.right.strip())


class Spot(Value):
    """Where something stands on the map: seen or unseen, said or unsaid."""

    seen: bool
    said: bool

    def is_blank(self) -> bool:
        return False


class Placement(Value):
    """Where a card stands, for me, for them and between us; empty is an answer too."""

    kind: Literal["placement"] = "placement"
    me: Spot | None = None
    them: Spot | None = None
    between: Spot | None = None
    moves: bool = False
    """It moves, depending on who is in the room."""

    def is_blank(self) -> bool:
        return not (self.me or self.them or self.between or self.moves)


class Moment(Value):
    """What one part of the day is like, and how we know."""

    part: str
    """The id of the part of the day."""
    text: str = ""
    known: Literal["", "seen", "told", "inferred"] = ""

    def is_blank(self) -> bool:
        return not self.text.strip()


class Day(Value):
    """A day, part by part, each with how we know it."""

    kind: Literal["day"] = "day"
    moments: tuple[Moment, ...] = ()

    def is_blank(self) -> bool:
        return all(moment.is_blank() for moment in self.moments)

    def fits(self, prompt: Prompt) -> bool:
        parts = [moment.part for moment in self.moments]
        known = {option.id for option in prompt.options}
        return super().fits(prompt) and set(parts) <= known and len(set(parts)) == len(parts)

    def moment(self, part: str) -> Moment:
        """What was written to one part of the day; blank when nothing was."""
        return next((m for m in self.moments if m.part == part), Moment(part=part))

    def with_moment(self, moment: Moment) -> Day:
        """The same day with one part changed; a part without words is left out."""
        others = tuple(m for m in self.moments if m.part != moment.part)
        moments = others if moment.is_blank() else (*others, moment)
        return Day(moments=tuple(sorted(moments, key=lambda kept: kept.part)))


class Round(Value):
    """What each wrote in turn, unseen; kept in no order, with no author and no time."""

    kind: Literal["round"] = "round"
    pieces: tuple[str, ...] = ()
    shown: bool = False
    """Whether the pieces were shown together, after the facilitator's look."""

    def is_blank(self) -> bool:
        return not any(piece.strip() for piece in self.pieces)

    def with_piece(self, piece: str) -> Round:
        """The same round with one more piece, put in at a place nobody can foretell."""
        at = secrets.randbelow(len(self.pieces) + 1)
        return Round(pieces=(*self.pieces[:at], piece, *self.pieces[at:]), shown=self.shown)


AnyValue = Annotated[
    Text | Line | Choice | Choices | Contrast | Placement | Day | Round,
    Field(discriminator="kind"),
]
"""Any value a response can have."""

VALUES: dict[Kind, type[Value] | None] = {
    Kind.TEXT: Text,
    Kind.LINE: Line,
    Kind.CHOOSE: Choice,
    Kind.CHOOSE_MANY: Choices,
    Kind.CONTRAST: Contrast,
    Kind.PLACE: Placement,
    Kind.DAY: Day,
    Kind.ROUND: Round,
    Kind.ACTIONS: None,
    Kind.AGREED: None,
}
"""The value type of each kind; `actions` and `agreed` keep none."""


def is_blank_for(prompt: Prompt, value: Value) -> bool:
    """Whether `value` says nothing in answer to `prompt`: words it began with don't count."""
    if isinstance(value, Text | Line) and prompt.starts:
        return not value.text.strip() or value.text.strip() == prompt.starts.strip()
    return value.is_blank()
