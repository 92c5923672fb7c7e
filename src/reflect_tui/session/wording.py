"""What is asked of the wording of an answer, and the questions that somebody let be.

Nothing of it goes into the session or onto the disk: a dismissal leaves no trace. Only "never
again" is a setting.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum

from reflect_tui.practice.exercise import Imagined, Prompt, Service
from reflect_tui.practice.hints import Hints
from reflect_tui.practice.wording import Asked, wording
from reflect_tui.session.values import Contrast, Day, Line, Round, Text, Value
from reflect_tui.settings import Settings

_AROUND = 40
"""Characters on either side that make a place; when one of them changes, it is another place."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question about some words of an answer."""

    part: str
    """Of a contrast left or right, of a day the part's id, of a round the number of the piece
    from 0; else empty."""
    start: int
    """Characters from the beginning of that part."""
    end: int
    text: str
    rule: str
    """The rule's id."""
    clause: str
    ask: str
    where: str = ""
    """The answer it stands in, as whoever asked named it."""
    around: str = field(default="", repr=False)
    """The words with what stands round them."""


class Until(StrEnum):
    """For how long a question is let be."""

    CHANGED = "changed"
    """In this place only, until its words change."""
    CLOSED = "closed"
    """Everywhere, until the program is closed."""
    EVER = "ever"
    """Everywhere and always: a setting."""


HOW_LONG = {
    Until.CHANGED: "Leave it as it is here",
    Until.CLOSED: "Not again until I next open the program",
    Until.EVER: "Never ask this again",
}
"""What somebody says to let a question be."""


def asks_about(
    prompt: Prompt,
    value: Value,
    hints: Hints,
    service: Service | None = None,
    *,
    on: Collection[str] = (),
    off: Collection[str] = (),
    where: str = "",
) -> tuple[Question, ...]:
    """What is asked of an answer, part by part, in the order of its words. Never raises.

    Nothing where a person's own words stand, of what is imagined, and of a round before it was
    shown: nobody is to learn from a question what somebody else wrote. `on` and `off` are the rules
    that somebody switched on or off; `where` comes back with each question.
    """
    if prompt.own_words or prompt.imagined is Imagined.ALL:
        return ()
    return tuple(
        _question(asked, part, text, where)
        for part, text in parts(prompt, value)
        for asked in wording(text, hints, service, on=on, off=off)
    )


def parts(prompt: Prompt, value: Value) -> Iterator[tuple[str, str]]:
    """The texts of an answer that may be asked about, each with the part it is."""
    match value:
        case Text() | Line():
            yield "", value.text
        case Contrast():
            if prompt.imagined is not Imagined.LEFT:
                yield "left", value.left
            if prompt.imagined is not Imagined.RIGHT:
                yield "right", value.right
        case Day():
            order = [option.id for option in prompt.options]
            for moment in sorted(value.moments, key=lambda each: _place(each.part, order)):
                yield moment.part, moment.text
        case Round() if value.shown:
            for number, piece in enumerate(value.pieces):
                yield str(number), piece
        case _:
            return


def _place(part: str, order: list[str]) -> int:
    return order.index(part) if part in order else len(order)


def _question(asked: Asked, part: str, text: str, where: str) -> Question:
    around = text[max(asked.start - _AROUND, 0) : asked.end + _AROUND]
    return Question(
        part, asked.start, asked.end, asked.text, asked.rule, asked.clause, asked.ask, where, around
    )


class Dismissed:
    """The questions somebody let be while the program runs; in memory only."""

    def __init__(self) -> None:
        self._places: set[tuple[str, str, str, str]] = set()
        self._rules: set[str] = set()

    def once(self, question: Question) -> None:
        """Let be one question in its place, until the words there change."""
        self._places.add(_key(question))

    def for_session(self, rule: str) -> None:
        """Let be a rule, by its id, until the program is closed."""
        self._rules.add(rule)

    def filter(self, questions: Iterable[Question]) -> tuple[Question, ...]:
        """Those that nobody let be."""
        return tuple(
            each
            for each in questions
            if each.rule not in self._rules and _key(each) not in self._places
        )

    def forget(self) -> None:
        """Ask everything again, as after a new start."""
        self._places.clear()
        self._rules.clear()


def _key(question: Question) -> tuple[str, str, str, str]:
    return question.where, question.part, question.rule, question.around


def never_again(settings: Settings, rule: str) -> Settings:
    """The settings with a rule, by its id, switched off for good."""
    off = tuple(dict.fromkeys((*settings.hints_off, rule)))
    return replace(
        settings, hints_off=off, hints_on=tuple(each for each in settings.hints_on if each != rule)
    )


def from_now_on(settings: Settings, rule: str) -> Settings:
    """The settings with a rule, by its id, switched on, also one that is off by itself."""
    on = tuple(dict.fromkeys((*settings.hints_on, rule)))
    return replace(
        settings, hints_on=on, hints_off=tuple(each for each in settings.hints_off if each != rule)
    )
