"""A session as the tables of its file, and back. Pure.

Four tables: `session` (one document, with entries, endings and agreements inside), `responses`,
`actions` and `exercises`. Documents are numbered from 1 in the order the session has them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from pydantic import ValidationError

from reflect_tui.errors import Damaged
from reflect_tui.notebook.tables import Tables, documents, refuse_newer
from reflect_tui.session.model import SCHEMA_VERSION, Session

SESSION: Final = "session"
LISTS: Final = ("responses", "actions", "exercises")
"""The tables beside `session`, each named after the field it holds."""


def to_tables(session: Session) -> Tables:
    """Every table of a session's file."""
    whole = session.model_dump(mode="json")
    lists = {name: _numbered(whole.pop(name)) for name in LISTS}
    return {SESSION: {"1": whole}, **lists}


def from_tables(tables: Mapping[str, Mapping[str, Any]], where: str) -> Session:
    """The session the tables hold.

    Raises Damaged when they don't hold one, and ReflectError when a newer program wrote them.
    Neither says anything that stands in the file.
    """
    try:
        (whole,) = documents(tables, SESSION)
        refuse_newer(whole.get("schema_version"), SCHEMA_VERSION, where)
        lists = {name: documents(tables, name) for name in LISTS}
    except (KeyError, ValueError):
        raise Damaged("This session's file has lost one of its parts", where=where) from None
    if not set(tables) <= {SESSION, *LISTS}:
        raise Damaged("This session's file holds something else besides", where=where)
    try:
        return Session.model_validate({**whole, **lists})
    except ValidationError as error:
        raise Damaged(
            "This session's file holds something that doesn't belong there",
            where=f"{where}{_place(error)}",
        ) from None


def _place(error: ValidationError) -> str:
    """The table and the document with the first mistake: the rest of an error quotes the file."""
    first = error.errors(include_input=False, include_url=False, include_context=False)[0]["loc"]
    if not first or first[0] not in Session.model_fields:
        return ""
    number = f" {first[1] + 1}" if len(first) > 1 and isinstance(first[1], int) else ""
    return f", {first[0]}{number}"


def _numbered(kept: list[Any]) -> dict[str, Any]:
    return {str(number): document for number, document in enumerate(kept, start=1)}
