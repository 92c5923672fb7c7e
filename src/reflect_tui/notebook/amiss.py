"""A session that isn't there, or cannot be read: what is said of it, and the copy put aside."""

from __future__ import annotations

import difflib
import re
from pathlib import Path
from typing import Final

from reflect_tui import files
from reflect_tui.errors import Damaged, NotKept, ReflectError
from reflect_tui.notebook import earlier, tables
from reflect_tui.notebook.folder import Folder
from reflect_tui.notebook.key import Key
from reflect_tui.notebook.seal import SEALED_SUFFIX

ID: Final = re.compile(r"[a-z2-7]{16}")
"""What a session is called."""


def unknown(folder: Folder, name: str) -> ReflectError:
    """That there is no such session, and which is meant perhaps."""
    if ID.fullmatch(name) and earlier.states(folder, name):
        return earlier.gone(folder, name)
    known = [folder.name_of(path) for path in folder.session_files()]
    begins = [other for other in known if name and other.startswith(name)]
    near = (begins or difflib.get_close_matches(name, known, n=1))[:1]
    return ReflectError(
        f"There is no session {name[:40]!r} in this notebook",
        where=str(folder.top),
        do=f"Did you mean {near[0]}?" if near else "`reflect-tui list` shows them all.",
    )


def put_aside(folder: Folder, path: Path, raw: bytes, error: Damaged) -> Damaged:
    """Copy a damaged file to `damaged/` as it is, one copy however often, and say so."""
    try:
        copy = copy_aside(folder, path, raw)
    except NotKept as refused:
        do = f"No copy of it could be put aside. {refused.what}."
    else:
        do = f"A copy was put aside as damaged/{copy.name}; the file was left as it is."
    return Damaged(error.what, where=error.where, do=do)


def copy_aside(folder: Folder, path: Path, raw: bytes) -> Path:
    """A copy of a file's bytes under `damaged/`; raises NotKept.

    Of a file that lies unsealed in a sealed notebook the copy is sealed.
    """
    place = folder.damaged
    name = f"{folder.name_of(path)}-{tables.digest(raw)[:8]}{folder.coder.suffix}"
    files.private_folder(place)
    in_the_clear = Key(folder).sealed and not path.name.endswith(SEALED_SUFFIX)
    files.replace(place / name, folder.coder.encode(raw) if in_the_clear else raw)
    return place / name
