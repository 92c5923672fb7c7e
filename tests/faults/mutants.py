"""`reflect_tui.files` with one thing done wrongly: what the fault tests exist to find.

A test that stays green with one of these in place tests nothing. Each is made by changing a line
of a function's own source, so a mutant cannot outlive the line it changes: it fails to be made.
"""

from __future__ import annotations

import inspect
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

from reflect_tui import files


@dataclass(frozen=True)
class Mutant:
    """One function of `files`, with some of its text replaced."""

    name: str
    function: str
    was: str
    instead: str

    def __str__(self) -> str:
        return self.name

    @contextmanager
    def in_place(self) -> Iterator[None]:
        """While it is entered, `files` does it this way."""
        source = inspect.getsource(getattr(files, self.function))
        assert source.count(self.was) == 1, f"{self.function} no longer says {self.was!r}"
        space = {**vars(files), **_HELPERS}
        exec(source.replace(self.was, self.instead), space)
        with mock.patch.object(files, self.function, space[self.function]):
            yield


def _write_over(stray: Path, path: Path) -> None:
    """Empty the file, and write it again where it stands; synced, for what that is worth."""
    data = stray.read_bytes()
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        os.write(descriptor, data)
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    stray.unlink()


def _write_as_tinydb_does(stray: Path, path: Path) -> None:
    """What TinyDB's JSONStorage does: write from the start, sync, cut off what is left."""
    data = stray.read_bytes()
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        os.write(descriptor, data)
        os.fsync(descriptor)
        os.ftruncate(descriptor, len(data))
    finally:
        os.close(descriptor)
    stray.unlink()


def _remove_and_rename(stray: Path, path: Path) -> None:
    """Make room first, as one must where a rename won't replace."""
    path.unlink(missing_ok=True)
    stray.replace(path)


_HELPERS = {
    "_write_over": _write_over,
    "_write_as_tinydb_does": _write_as_tinydb_does,
    "_remove_and_rename": _remove_and_rename,
}
_RENAME = "os.replace(stray, path)"

FILE_NOT_SYNCED = Mutant("the file is not synced", "_write_new", "os.fsync(descriptor)", "pass")
FOLDER_NOT_SYNCED = Mutant(
    "the folder is not synced", "_sync_folder", "os.fsync(descriptor)", "pass"
)
IN_PLACE = Mutant(
    "the file is written over in place", "_put_in_place", _RENAME, "_write_over(stray, path)"
)
AS_TINYDB = Mutant(
    "the file is written as JSONStorage does",
    "_put_in_place",
    _RENAME,
    "_write_as_tinydb_does(stray, path)",
)
REMOVED_FIRST = Mutant(
    "the old file is removed before the new one is there",
    "_put_in_place",
    _RENAME,
    "_remove_and_rename(stray, path)",
)
STRAYS_STAY = Mutant("temporary files are left behind", "_remove", "path.unlink()", "pass")
SHORT_WRITES_TAKEN = Mutant(
    "a short write is taken for a whole one",
    "_write_new",
    "view = view[os.write(descriptor, view) :]",
    "os.write(descriptor, view); break",
)
ERRORS_HUSHED = Mutant(
    "an error of the disk is hushed up",
    "replace",
    "raise not_kept(path, error) from error",
    "return",
)

MUTANTS_A_FAILING_CALL_FINDS = [
    IN_PLACE,
    AS_TINYDB,
    REMOVED_FIRST,
    STRAYS_STAY,
    SHORT_WRITES_TAKEN,
    ERRORS_HUSHED,
]
"""What an error or a kill at one call brings to light."""

MUTANTS_A_POWER_CUT_FINDS = [
    FILE_NOT_SYNCED,
    FOLDER_NOT_SYNCED,
    IN_PLACE,
    AS_TINYDB,
    REMOVED_FIRST,
]
"""What comes to light when all that was not synced is lost."""
