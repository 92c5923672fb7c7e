"""The TinyDB storage over one session's file: read whole, written whole, once, durably.

`TinyDB(path, PLAIN, storage=SessionStorage)` opens a session's file as the small database it is.
The notebook itself takes the storage without TinyDB's tables round it: those write once a table
and once a document, and a session must be on the disk all of it or not at all.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tinydb.storages import Storage

from reflect_tui import files
from reflect_tui.errors import NotKept
from reflect_tui.notebook import tables
from reflect_tui.notebook.coder import PLAIN, Coder


class SessionStorage(Storage):
    """One session's file. Every write goes through `files.replace`."""

    def __init__(self, path: Path, coder: Coder = PLAIN) -> None:
        super().__init__()
        self.path = Path(path)
        self._coder = coder
        self.raw: bytes | None = None
        """The bytes last read, or last handed to the disk, whether or not it took them."""

    def read(self) -> tables.Tables:
        """All tables. Raises FileNotFoundError, CannotRead, Locked, and Damaged, also when empty.

        TinyDB's own storage takes an empty or missing file for a new database; here a file
        begins with a write, so that nothing ever starts empty in silence.
        """
        self.raw = files.read_own(self.path)
        return tables.opened(self.raw, self._coder, str(self.path))

    def write(self, data: Mapping[str, Mapping[str, Any]]) -> None:
        """Put all tables on the disk in one go; raises NotKept, and then the file is as it was."""
        raw = self._coder.encode(tables.to_bytes(data))
        if len(raw) > files.LARGEST:
            # Nothing may be called kept that could not be opened again.
            raise NotKept(
                f"Not kept: this session is larger than {files.LARGEST // 1_000_000} MB",
                where=str(self.path.parent),
                do="Take some of it out, or begin another session for the rest.",
            )
        self.raw = raw
        files.replace(self.path, raw)
