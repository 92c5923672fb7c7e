"""A note into a folder: a new file each time, nothing is ever written over."""

from __future__ import annotations

import os
from pathlib import Path

from reflect_tui import files
from reflect_tui.errors import NotKept, ReflectError
from reflect_tui.notes.document import Document
from reflect_tui.notes.filename import SUPERVISION_NOTE, note_name
from reflect_tui.notes.formats import Format, rendered
from reflect_tui.session.model import Session

_MOST = 10_000


def refuse_empty(document: Document) -> None:
    """Raise ReflectError for a note that nothing stands in yet."""
    if document.empty:
        raise ReflectError(document.nothing_in, do=document.to_fill)


def write_note(
    document: Document,
    session: Session,
    folder: Path,
    fmt: Format = Format.MARKDOWN,
    *,
    note: str = SUPERVISION_NOTE,
) -> Path:
    """Write the note under the next number free in any format, and say where it went.

    `note` is what the file's name begins with. Raises ReflectError when nothing was moved into
    the note yet, when the format can't be made here, or when the folder can't be written to;
    nothing is lost by any of them.
    """
    refuse_empty(document)
    data = rendered(document, fmt)
    try:
        files.private_folder(folder)
        for number in range(1, _MOST):
            # A number stands for one state of a note, whatever it was written as.
            if any(_taken(folder / note_name(session, number, f.suffix, note)) for f in Format):
                continue
            path = folder / note_name(session, number, fmt.suffix, note)
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


def _taken(path: Path) -> bool:
    """Whether anything stands under this name, be it a link to nowhere."""
    return os.path.lexists(path)
