"""The bin: sessions put away by hand, and emptied by hand, never by a clock.

How long notes of supervision are to be kept is for the organisation to say, so nothing here goes
by itself.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from reflect_tui import files
from reflect_tui.errors import NotKept, ReflectError
from reflect_tui.notebook import earlier
from reflect_tui.notebook.folder import Folder
from reflect_tui.notebook.summary import Summary, summaries

BEFORE: Final = (
    "If anyone has asked for the information that is held about them, put nothing in the bin: "
    "ask your information team first."
)
STILL_HELD: Final = (
    "In the bin it can be taken out again, with its earlier states, until the bin is emptied. "
    "Backups made before, and copies that were given, still hold it afterwards."
)
CANNOT_REMOVE: Final = (
    "What backups hold, what a synced folder keeps of removed files, and what a disk may still "
    "hold of them, can't be removed from here."
)


class Bin:
    """What was put in the bin of one notebook. Only whoever holds the notebook may change it."""

    def __init__(self, folder: Folder) -> None:
        self._folder = folder

    def sessions(self) -> list[Summary]:
        """What is in the bin, newest first; raises CannotRead."""
        return summaries(self._folder, self._folder.bin)

    def put(self, name: str) -> None:
        """Put a session in the bin; its earlier states stay until the bin is emptied.

        Raises NotKept, and ReflectError when there is no such session.
        """
        files.private_folder(self._folder.bin)
        self._move(name, self._folder.sessions, self._folder.bin)

    def take_out(self, name: str) -> None:
        """Put a session back; raises NotKept, and ReflectError when it isn't in the bin."""
        self._move(name, self._folder.bin, self._folder.sessions)

    def empty(self) -> list[str]:
        """Remove what is in the bin, its earlier states and copies of it that were damaged.

        What could not be removed, each with the reason. Raises CannotRead.
        """
        troubles: list[str] = []
        for path in self._folder.files_in(self._folder.bin):
            troubles += self._remove(path)
        return troubles

    def _remove(self, path: Path) -> list[str]:
        """Remove a session with all that belongs to it, itself last: so it can be tried again."""
        name = self._folder.name_of(path)
        copies: list[Path] = []
        # A session that was written again since it was put here keeps what belongs to it.
        if path.name not in {kept.name for kept in self._folder.session_files()}:
            if troubles := earlier.remove(self._folder, name):
                return troubles
            copies = self._damaged(name)
        try:
            for gone in (*copies, path):
                files.remove(gone)
            for place in {gone.parent for gone in (*copies, path)}:
                files.settle(place)
        except OSError as error:
            return [f"{path}: {files.reason(error)[0]}"]
        except NotKept as error:
            return [f"{path}: {error.what}"]
        return []

    def _damaged(self, name: str) -> list[Path]:
        """Copies of a session's file that failed to read; raises CannotRead."""
        ours = re.compile(re.escape(name) + r"(-[0-9a-f]{8})?(-\d+)?\.json(\.age)?")
        kept = self._folder.files_in(self._folder.damaged)
        return [copy for copy in kept if ours.fullmatch(copy.name)]

    def _move(self, name: str, place: Path, to: Path) -> None:
        path = place / self._folder.file_name(name)
        if path not in self._folder.files_in(place):
            raise ReflectError("This session is not there any more", where=str(path))
        try:
            files.move(path, to / path.name)
        except FileExistsError:
            raise ReflectError(
                "A session of that name is there already",
                where=str(to / path.name),
                do="Nothing was moved; take that one away first.",
            ) from None
