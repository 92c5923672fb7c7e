"""What was done about racism, as rows: which of the closing's steps, with dates and roles.

What happened goes into the log, and somebody's exact words into their record: neither stands here.
"""

from __future__ import annotations

from collections.abc import Iterable

from reflect_tui.notes.document import Rows
from reflect_tui.notes.moved import Piece
from reflect_tui.practice.exercise import Kind


def racism_blocks(pieces: Iterable[Piece]) -> tuple[Rows, ...]:
    """The rows, where any was moved in; nothing otherwise."""
    rows: list[tuple[str, str]] = []
    for piece in pieces:
        if not piece.is_racism_row:
            continue
        if piece.prompt.kind is Kind.CHOOSE_MANY:
            rows += [(label, "yes") for label in piece.said.said]
        else:
            rows += [(piece.said.asked, " ".join(piece.said.said))]
    return (Rows(tuple(rows)),) if rows else ()
