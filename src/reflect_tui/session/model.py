"""What a session is: one sitting, frozen; every change makes a new one.

Times are aware and in UTC; faces show them in local time. Dates stand inside the file only: a
session's id, which is also its file's name, is random and says nothing.
"""

from __future__ import annotations

import base64
import secrets
from datetime import MAXYEAR, MINYEAR, UTC, date, datetime
from typing import Annotated, Final, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from reflect_tui.practice.exercise import Role, Service, Way
from reflect_tui.session.address import Address, PagePlace, PromptAddress
from reflect_tui.session.values import AnyValue

SCHEMA_VERSION: Final = 1
"""The format of a session as kept; a higher one is refused untouched."""


def new_session_id() -> str:
    """A random id of 80 bits: sixteen letters and digits, safe as a file's name anywhere."""
    return base64.b32encode(secrets.token_bytes(10)).decode().lower()


def new_id() -> str:
    """A random id of 40 bits for an entry or an action: unique within a session."""
    return base64.b32encode(secrets.token_bytes(5)).decode().lower()


Time = Annotated[
    AwareDatetime,
    Field(ge=datetime(MINYEAR + 1, 1, 1, tzinfo=UTC), lt=datetime(MAXYEAR, 1, 1, tzinfo=UTC)),
]
"""A time that can be said in any zone: at either end of the calendar some have no day for it."""


class Kept(BaseModel):
    """What everything in a session has in common: frozen, and no field we don't know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Response(Kept):
    """What someone wrote to a prompt, kept with the prompt's wording as they saw it."""

    prompt: PromptAddress
    """Where the prompt stands: exercise/stage/prompt, or exercise/stage[entry]/prompt."""
    asked: str
    """The wording that was on screen."""
    value: AnyValue
    """What was written; never blank, a blank response is not kept."""
    in_note: bool = False
    """Whether the writer moved it into the supervision note. Theirs until moved."""
    in_insert: bool = False
    """Whether they moved it into the case insert."""
    in_cpd: bool = False
    """Whether they moved it into the CPD text."""
    alone: bool = False
    """Whether it was written in a session of several while its owner was alone: covered later."""
    at: AwareDatetime | None = None
    """When it was last changed, in UTC; None for a round, which keeps no time."""


class Entry(Kept):
    """One round of a stage that repeats: one swap, one expectation."""

    id: Annotated[str, Field(pattern=r"^[a-z0-9]+$")]
    exercise: str
    stage: str
    """The repeating stage."""
    called: str = ""
    """What sort of round it is, where it isn't just another: "the other way"; may be empty."""


class Action(Kept):
    """Something to do after the session. Never edited after its session."""

    id: Annotated[str, Field(pattern=r"^[a-z0-9]+$")]
    what: str
    who: str = ""
    """By role, never by name."""
    by: str = ""
    """By when, as the person put it: "Fri 27 Nov", "before the next visit"; may be empty."""
    by_date: date | None = None
    """The same as a date, where it is one."""
    told: str = ""
    """How the person or family will be asked or told."""
    in_note: bool = False
    in_insert: bool = False
    in_cpd: bool = False
    alone: bool = False
    """Whether it was written in a session of several while its owner was alone: covered later."""


class Ending(Kept):
    """What became of an action of an earlier session in the same thread.

    The action itself stays as it is; its words stand here too, as a response keeps its question.
    """

    action: str
    """The action's id."""
    what: str = ""
    who: str = ""
    by: str = ""
    told: str = ""
    became: Literal["", "done", "changed", "let go"]
    """Empty where it is left for now: then there are words alone, and it is carried on."""
    words: str = ""
    """What happened, and what they said."""
    in_note: bool = False
    in_insert: bool = False
    in_cpd: bool = False
    alone: bool = False
    """Whether it was said in a session of several while its owner was alone: covered later."""


class Stamped(Kept):
    """An exercise as it stood when the session began; the session goes on with this text."""

    id: str
    version: int
    role: Role
    hash: str
    """SHA-256 of `text`."""
    text: str
    short: bool = False
    """Whether the short form is walked."""


class Person(Kept):
    """Someone taking part, by role or chair; never a name."""

    role: str


class Agreement(Kept):
    """What someone said of the note: a typed role and a date, not a signature in law."""

    role: str
    said: Literal["agreed", "agreed with comment", "disagrees because"]
    words: str = ""
    on: date
    note: str = ""
    """A mark of the note it was said of, so that a later change to the note shows."""


class Replaced(Kept):
    """Words that stand as others in the notes that go out; what was written stays as it is."""

    words: Annotated[str, Field(min_length=1)]
    """As they were written: a name, a number, an address."""
    by: str
    """What stands in their place: "[name]", "the aunt"."""


class Session(Kept):
    """One sitting: a way of working, exercises, responses, actions."""

    id: Annotated[str, Field(pattern=r"^[a-z2-7]{16}$")]
    schema_version: Literal[1] = SCHEMA_VERSION
    revision: int = 0
    """How often it has been saved."""
    way: Way
    service: Service
    thread: str
    """The id of the thread's first session; its own id when it follows on from nothing."""
    follows: str = ""
    """The id of the session it follows on from, or empty."""
    whose: str = "practitioner"
    """By role, whose notebook keeps it."""
    brought: str = ""
    """A code name for what is brought ("the blue folder"), never a person's name."""
    people: tuple[Person, ...] = ()
    began: Time
    changed: Time
    exercises: tuple[Stamped, ...] = ()
    """In the order they are walked: opening, exercises, closing."""
    entries: tuple[Entry, ...] = ()
    responses: tuple[Response, ...] = ()
    actions: tuple[Action, ...] = ()
    endings: tuple[Ending, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    replaced: tuple[Replaced, ...] = ()
    """What stands as other words in its notes, but for one's own copy."""
    left_at: PagePlace | None = None
    """Where it was put down."""
    other_of: str = ""
    """The id of the session this is another copy of: two programs wrote to the same file."""

    def response(self, address: Address) -> Response | None:
        """What was written at an address, or None."""
        # Looked up for every prompt of every page: a ledger has hundreds. A copy takes the table
        # over with everything else, so it holds only for the responses it was made from.
        table = self.__dict__.get("_by_address")
        if table is None or table[0] is not self.responses:
            table = (self.responses, {kept.prompt: kept for kept in self.responses[::-1]})
            self.__dict__["_by_address"] = table
        found: Response | None = table[1].get(address)
        return found

    @property
    def written(self) -> dict[Address, AnyValue]:
        """Everything written, by where it stands."""
        return {kept.prompt: kept.value for kept in self.responses}

    def entries_of(self, exercise: str, stage: str) -> tuple[Entry, ...]:
        """The entries of a repeating stage, in the order they were added."""
        return tuple(e for e in self.entries if (e.exercise, e.stage) == (exercise, stage))

    def stamped(self, exercise: str) -> Stamped | None:
        """An exercise as stamped, by its id, or None."""
        return next((kept for kept in self.exercises if kept.id == exercise), None)
