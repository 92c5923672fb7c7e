"""What an exercise is: frozen dataclasses that a Markdown file in `prompts/` is read into.

Nothing here reads or checks a file (`reading` does); nothing here knows what anyone wrote
(`session` does). Words are those of the glossary in CONTRIBUTING.md.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from reflect_tui.practice.uses import Cpd as Cpd
from reflect_tui.practice.uses import Imagined as Imagined


class Way(StrEnum):
    """A way of working: who is at the screen."""

    ONE_TO_ONE = "one-to-one"
    GROUP = "group"
    SOLO = "solo"


class Service(StrEnum):
    """The service a session is for; the wording of some prompts depends on it (standard 1.7)."""

    CHILDREN = "children"
    ADULTS = "adults"


class Role(StrEnum):
    """Where an exercise stands in a session: the frame round the others, or one of them."""

    OPENING = "opening"
    EXERCISE = "exercise"
    CLOSING = "closing"


class Shape(StrEnum):
    """How a stage is walked."""

    PLAIN = "plain"
    REPEAT = "repeat"
    BOARD = "board"
    CARD = "card"
    GATHER = "gather"
    MAP = "map"


class Kind(StrEnum):
    """What a prompt asks for. `session.values` has one value type for each."""

    TEXT = "text"
    LINE = "line"
    CHOOSE = "choose"
    CHOOSE_MANY = "choose-many"
    CONTRAST = "contrast"
    PLACE = "place"
    DAY = "day"
    ROUND = "round"
    ACTIONS = "actions"
    AGREED = "agreed"


ALL_WAYS = frozenset(Way)
ALL_SERVICES = frozenset(Service)


@dataclass(frozen=True, slots=True)
class Meets:
    """For which ways of working and services something is meant."""

    ways: frozenset[Way] = ALL_WAYS
    services: frozenset[Service] = ALL_SERVICES

    def includes(self, way: Way, service: Service) -> bool:
        """Whether it is meant for this way of working in this service."""
        return way in self.ways and service in self.services

    def overlaps(self, other: Meets) -> bool:
        """Whether some way of working in some service has both."""
        return bool(self.ways & other.ways) and bool(self.services & other.services)


@dataclass(frozen=True, slots=True)
class Option:
    """One answer that can be chosen, or one part of a day."""

    id: str
    label: str
    meets: Meets = Meets()
    line: int = 0
    """The line of the file it stands in, from 1."""


@dataclass(frozen=True, slots=True)
class Condition:
    """When a prompt or stage is shown: an earlier prompt has, or is, an option."""

    stage: str
    prompt: str
    test: str
    """`has` (choose-many) or `is` (choose)."""
    option: str


@dataclass(frozen=True, slots=True)
class Prompt:
    """One question, or one thing to do."""

    id: str
    title: str
    kind: Kind
    help: str = ""
    """Markdown without headings; may be empty."""
    probes: tuple[str, ...] = ()
    """Smaller questions that may help to answer; each one line."""
    options: tuple[Option, ...] = ()
    """For choose and choose-many; for day, the parts of the day."""
    meets: Meets = Meets()
    by: str = ""
    """Who goes first: practitioner, supervisor, everyone, or nobody in particular (empty)."""
    clauses: tuple[str, ...] = ()
    when: Condition | None = None
    section: str = ""
    """The heading of the supervision note it belongs under; empty: its stage's title."""
    case_ask: bool = False
    """Whether it may be moved into a case insert."""
    cpd: Cpd | None = None
    """The field of a CPD text it may be moved into; what stands under Learning may be anyway."""
    short: bool = False
    minutes: int | None = None
    starts: str = ""
    """Words the editor opens with; they count as blank until something is added."""
    left: str = ""
    right: str = ""
    """The two headings of a contrast."""
    imagined: Imagined | None = None
    own_words: bool = False
    """A person's own words stand here: no hint ever speaks (2.2)."""
    risk: bool = False
    """What it asks may not be able to wait: the risk card stands beside it (1.10)."""
    alone: bool = False
    """Asked only when somebody works on their own."""
    at_most: int | None = None
    """How many options may be chosen (`max=`)."""
    from_board: str = ""
    """The board whose cards are the options."""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Stage:
    """One page of an exercise: guidance and the prompts that belong together."""

    id: str
    title: str
    guidance: str = ""
    shape: Shape = Shape.PLAIN
    prompts: tuple[Prompt, ...] = ()
    named_by: str = ""
    """In a stage that repeats, the prompt whose response names the entry."""
    again: tuple[str, ...] = ()
    """In a stage that repeats, what another round may be called: "another swap", "the other way".
    Each is offered once there are as many rounds as stand before it."""
    for_stage: str = ""
    """The repeating stage whose round this one belongs to, or that it gathers."""
    gathered_by: str = ""
    """In a gathering, the choose prompt by whose option entries are grouped."""
    level: tuple[str, ...] = ()
    """In a gathering, the options that stand beside each other, above the others (2.13)."""
    showing: str = ""
    """In a gathering, the prompt of the round whose words are shown under each name."""
    map_of: str = ""
    """In a map, the board whose placements it shows."""
    meets: Meets = Meets()
    clauses: tuple[str, ...] = ()
    when: Condition | None = None
    short: bool = False
    minutes: int | None = None
    alone: bool = False
    line: int = 0

    def prompt(self, prompt_id: str) -> Prompt | None:
        """The prompt with this id, or None."""
        return next((prompt for prompt in self.prompts if prompt.id == prompt_id), None)


@dataclass(frozen=True, slots=True)
class Minutes:
    """How long an exercise takes, by way of working, in minutes; None where it is not said."""

    solo: int | None = None
    one_to_one: int | None = None
    group: int | None = None
    short: int | None = None

    def for_way(self, way: Way, *, short: bool = False) -> int | None:
        """The minutes for this way of working, or for the short form where it has its own."""
        if short and self.short is not None:
            return self.short
        return {Way.SOLO: self.solo, Way.ONE_TO_ONE: self.one_to_one, Way.GROUP: self.group}[way]


@dataclass(frozen=True, slots=True)
class Exercise:
    """One Markdown file of `prompts/`, read and found sound."""

    id: str
    version: int
    title: str
    summary: str
    role: Role = Role.EXERCISE
    introduction: str = ""
    """Why this exercise: Markdown, two or three short paragraphs."""
    standing: str = ""
    """A sentence that stays on screen throughout; may be empty."""
    clauses: tuple[str, ...] = ()
    meets: Meets = Meets()
    minutes: Minutes = Minutes()
    stages: tuple[Stage, ...] = ()
    text: str = ""
    """The file as it was read: sessions are stamped with it."""
    hash: str = ""
    """SHA-256 of `text` in UTF-8, in hexadecimal."""

    def stage(self, stage_id: str) -> Stage | None:
        """The stage with this id, or None."""
        return next((stage for stage in self.stages if stage.id == stage_id), None)

    def cards_of(self, board: str) -> tuple[Stage, ...]:
        """The cards that belong to a board: the card stages that follow it."""
        following = False
        cards: list[Stage] = []
        for stage in self.stages:
            if following and stage.shape is Shape.CARD:
                cards.append(stage)
            elif following:
                break
            elif stage.id == board:
                following = True
        return tuple(cards)

    def has_short_form(self) -> bool:
        """Whether any of its stages belongs to a short form."""
        return any(stage.short for stage in self.stages)

    def played(self, way: Way, service: Service, *, short: bool = False) -> Exercise:
        """This exercise as one way of working in one service meets it.

        Stages, prompts and options meant for others are left out, and so is what is asked only
        of somebody alone; in the short form, what does not belong to it. In a group nobody is
        placed, whatever the file says. Afterwards every id stands once among its siblings.
        Options drawn from a board are filled in.
        """

        def meant(meets: Meets, alone: bool) -> bool:
            return meets.includes(way, service) and (way is Way.SOLO or not alone)

        def asked(prompt: Prompt) -> bool:
            in_company = way is Way.GROUP and prompt.kind is Kind.PLACE
            return meant(prompt.meets, prompt.alone) and not in_company

        here = [
            stage
            for stage in self.stages
            if meant(stage.meets, stage.alone)
            and not (way is Way.GROUP and stage.shape is Shape.MAP)
        ]
        boards = {stage.id for stage in here if stage.shape is Shape.BOARD}
        cards = {
            board: tuple(
                Option(card.id, card.title, line=card.line)
                for card in self.cards_of(board)
                if meant(card.meets, card.alone) and (card.short or not short)
            )
            for board in boards
        }
        stages: list[Stage] = []
        for stage in here:
            if short and not stage.short:
                continue
            prompts = [prompt for prompt in stage.prompts if asked(prompt)]
            if short and any(prompt.short for prompt in prompts):
                prompts = [prompt for prompt in prompts if prompt.short]
            fitted = tuple(
                replace(
                    prompt,
                    options=cards.get(prompt.from_board, ())
                    or tuple(o for o in prompt.options if o.meets.includes(way, service)),
                )
                for prompt in prompts
            )
            stages.append(replace(stage, prompts=fitted))
        return replace(self, stages=tuple(stages))
