"""What a group wrote in turn, and how nothing tells who came when. Pure.

The pieces of a round lie in no order. Two states of it that differ by one piece would tell which
came last, so no such two are ever kept: taking back leaves rounds as they are, and an earlier
state of a session holds a round only once it was shown together.
"""

from __future__ import annotations

from reflect_tui.session.model import Response, Session
from reflect_tui.session.values import Round


def under_way(session: Session) -> bool:
    """Whether some round of the session was begun and is not shown together."""
    return any(_is_open(response) for response in session.responses)


def without_rounds_under_way(session: Session) -> Session:
    """The session as an earlier state may hold it: rounds that are not shown are left out."""
    rest = tuple(kept for kept in session.responses if not _is_open(kept))
    return session if rest == session.responses else session.model_copy(update={"responses": rest})


def rounds_as_now(was: Session, now: Session) -> dict[str, tuple[object, ...]]:
    """The responses and entries of a session as it was, with every round as it is now.

    Only whether a round stands in the note is taken from what was. An entry in which a round was
    written stays, so that no one's words go with it.
    """
    rounds = {kept.prompt: kept for kept in now.responses if isinstance(kept.value, Round)}
    responses: list[Response] = []
    for kept in was.responses:
        if not isinstance(kept.value, Round):
            responses.append(kept)
        elif kept.prompt in rounds:
            update = {"in_note": kept.in_note}
            responses.append(rounds.pop(kept.prompt).model_copy(update=update))
    responses += rounds.values()
    held = {kept.prompt.entry for kept in responses if isinstance(kept.value, Round)}
    there = {entry.id for entry in was.entries}
    later = tuple(entry for entry in now.entries if entry.id in held - there)
    return {"responses": tuple(responses), "entries": (*was.entries, *later)}


def _is_open(response: Response) -> bool:
    return isinstance(response.value, Round) and not response.value.shown
