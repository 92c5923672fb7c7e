"""Looking at the wording of one answer of a sitting: what is asked of it, or why nothing is. Pure.

Both faces look by this, and only when somebody asks for it; nothing of it is kept.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from reflect_tui.practice.exercise import Imagined, Kind, Prompt
from reflect_tui.practice.hints import Hints
from reflect_tui.session.address import Address
from reflect_tui.session.sitting import Sitting
from reflect_tui.session.values import Round, Value
from reflect_tui.session.wording import Dismissed, Question, asks_about
from reflect_tui.settings import Settings

NOTHING: Final = "Nothing to ask about these words."
_BLANK: Final = "Nothing is written here yet."
_COVERED: Final = "What stands here is covered while somebody else is here."
_OWN_WORDS: Final = "These are a person's own words, so nothing is asked about them."
_IMAGINED: Final = "This is imagined, so nothing is asked about it."
_NOT_SHOWN: Final = "They are not shown together yet, so nothing is asked about them."
_CHOSEN: Final = "Only what is written in words of one's own is looked at."
_UNWRITTEN: Final = (Kind.CHOOSE, Kind.CHOOSE_MANY, Kind.PLACE, Kind.ACTIONS, Kind.AGREED)


@dataclass(frozen=True, slots=True)
class Looked:
    """What is asked of an answer; or, where that is nothing, why."""

    questions: tuple[Question, ...] = ()
    none: str = NOTHING


def look_at_words(
    sitting: Sitting, address: Address, hints: Hints, settings: Settings, dismissed: Dismissed
) -> Looked:
    """What is asked of an answer as it stands now, but for what somebody let be.

    Raises ReflectError where there is no such question.
    """
    prompt, value = sitting.prompt(address), sitting.value(address)
    why_not = _why_not(prompt, value, covered=address in sitting.covered)
    if why_not or value is None:
        return Looked(none=why_not)
    found = asks_about(
        prompt,
        value,
        hints,
        sitting.session.service,
        on=settings.hints_on,
        off=settings.hints_off,
        where=str(address),
    )
    return Looked(dismissed.filter(found))


def _why_not(prompt: Prompt, value: Value | None, *, covered: bool) -> str:
    """Why nothing is asked of an answer, whatever its words are; empty where something may be."""
    if covered:
        return _COVERED
    if prompt.own_words:
        return _OWN_WORDS
    if prompt.imagined is Imagined.ALL:
        return _IMAGINED
    if prompt.kind in _UNWRITTEN:
        return _CHOSEN
    if value is None:
        return _BLANK
    return _NOT_SHOWN if isinstance(value, Round) and not value.shown else ""
