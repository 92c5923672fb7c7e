"""A session in which words stand as others, as its notes say them; what is kept stays as it is."""

from __future__ import annotations

from collections.abc import Callable

from reflect_tui.session.agreeing import SIGNED_BY
from reflect_tui.session.model import Action, Agreement, Ending, Person, Response, Session
from reflect_tui.session.values import AnyValue, Contrast, Day, Line, Round, Text

Say = Callable[[str], str]

_SIGNING = frozenset(role for roles in SIGNED_BY.values() for role in roles)
"""Roles that are words of ours."""


def in_other_words(session: Session) -> Session:
    """The session with every typed word that stands as another put in its place.

    For the notes that go out, never for one's own copy. What was chosen, and what was asked, are
    words of an exercise's file and stay. Who agreed is told by role, so those roles stay as well.
    """
    if not session.replaced:
        return session
    from reflect_tui.notes.replacing import replaced

    pairs = tuple((kept.words, kept.by) for kept in session.replaced)

    def say(text: str) -> str:
        return replaced(text, pairs) if text else text

    return session.model_copy(
        update={
            "brought": say(session.brought),
            "people": tuple(
                kept if kept.role in _SIGNING else Person(role=say(kept.role))
                for kept in session.people
            ),
            "responses": tuple(_response(kept, say) for kept in session.responses),
            "actions": tuple(_action(kept, say) for kept in session.actions),
            "endings": tuple(_ending(kept, say) for kept in session.endings),
            "agreements": tuple(_agreement(kept, say) for kept in session.agreements),
        }
    )


def _response(kept: Response, say: Say) -> Response:
    return kept.model_copy(update={"value": _value(kept.value, say)})


def _value(value: AnyValue, say: Say) -> AnyValue:
    match value:
        case Text() | Line():
            return value.model_copy(update={"text": say(value.text)})
        case Contrast():
            return value.model_copy(update={"left": say(value.left), "right": say(value.right)})
        case Day():
            moments = tuple(
                moment.model_copy(update={"text": say(moment.text)}) for moment in value.moments
            )
            return value.model_copy(update={"moments": moments})
        case Round():
            return value.model_copy(update={"pieces": tuple(map(say, value.pieces))})
        case _:
            return value


def _action(kept: Action, say: Say) -> Action:
    return kept.model_copy(
        update={name: say(getattr(kept, name)) for name in ("what", "who", "by", "told")}
    )


def _ending(kept: Ending, say: Say) -> Ending:
    return kept.model_copy(
        update={name: say(getattr(kept, name)) for name in ("what", "who", "by", "told", "words")}
    )


def _agreement(kept: Agreement, say: Say) -> Agreement:
    return kept.model_copy(update={"words": say(kept.words)})
