"""A note into a folder: a new file each time, nothing is ever written over."""

from __future__ import annotations

from pathlib import Path

from reflect_tui import files
from reflect_tui.errors import NotKept, ReflectError
from reflect_tui.notes.document import Document
from reflect_tui.notes.filename import note_name
from reflect_tui.notes.markdown import to_markdown
from reflect_tui.session.model import Session

_MOST = 10_000


def refuse_empty(document: Document) -> None:
    """Raise ReflectError for a note that nothing was moved into yet."""
    if document.empty:
        raise ReflectError(
            "Nothing was moved into the note yet",
            do="Choose “In the note” under an answer, or move it in the note's page.",
        )


def write_markdown(document: Document, session: Session, folder: Path) -> Path:
    """Write the note under the next free number, and say where it went.

    Raises ReflectError when nothing was moved into the note yet, or when the folder can't be
    written to; nothing is lost by either.
    """
    refuse_empty(document)
    data = to_markdown(document).encode()
    try:
        files.private_folder(folder)
        for number in range(1, _MOST):
            path = folder / note_name(session, number)
            try:
                files.create_new(path, data)
            except FileExistsError:
                continue
            return path
    except NotKept as error:
        raise ReflectError(
            error.what.replace("Not kept", "The note was not written"),
            where=str(folder),
            do="Choose another folder; the session itself is kept.",
        ) from error
    raise ReflectError("This folder is full of notes", where=str(folder), do="Choose another.")
