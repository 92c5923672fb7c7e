"""Earlier states of a session: the bytes as they were, kept beside it under `earlier/<id>/`."""

from __future__ import annotations

from reflect_tui import files
from reflect_tui.notebook.folder import Folder
from reflect_tui.notebook.tables import digest


def keep(folder: Folder, name: str, revision: int, data: bytes) -> None:
    """Keep one state of a session's file; the same bytes are kept once. Raises NotKept.

    The name carries the revision, so that states sort by age, and a little of the digest, so
    that two programs' states of one revision don't meet. No date stands in it.
    """
    place = folder.earlier / name
    path = place / f"{revision:06d}-{digest(data)[:8]}{folder.coder.suffix}"
    files.private_folder(place)
    files.replace(path, data)
