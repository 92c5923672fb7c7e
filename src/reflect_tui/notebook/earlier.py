"""Earlier states of a session: the bytes as they were, kept beside it under `earlier/<id>/`.

They bring back an answer that was wiped, and stand in for a file that was damaged. One is kept
at the first save after opening and then every ten minutes of change; of those, the last five stay
and one a day for a fortnight.
"""

from __future__ import annotations

import errno
import os
import re
import time
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Final

from reflect_tui import files
from reflect_tui.errors import CannotRead, Damaged, NotKept
from reflect_tui.notebook.folder import Folder
from reflect_tui.notebook.tables import digest

EVERY: Final = 600.0
"""Seconds of change between two states."""
LAST: Final = 5
"""So many of the newest stay, however old."""
DAYS: Final = 14
"""For so many days one a day stays."""

_NAME = re.compile(r"(\d{6,})-[0-9a-f]{8}(-\d+)?\.json(\.age)?")


@dataclass(frozen=True, slots=True)
class State:
    """One earlier state of a session, as its file says; nothing in it was read."""

    path: Path
    revision: int
    at: datetime
    """When it was written, in UTC."""


def keep(folder: Folder, name: str, revision: int, data: bytes) -> None:
    """Keep one state of a session's file; the same bytes are kept once. Raises NotKept.

    The name carries the revision, so that states sort by age, and a little of the digest, so
    that two programs' states of one revision don't meet. No date stands in it.
    """
    place = folder.earlier / name
    path = place / f"{revision:06d}-{digest(data)[:8]}{folder.coder.suffix}"
    try:
        if place.is_symlink():  # Words must not be led elsewhere.
            raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
    except OSError as error:
        raise files.not_kept(path, error) from error
    files.private_folder(place)
    files.replace(path, data)
    # What can't be let go of now harms nothing; it is tried again with the next one.
    with suppress(OSError, CannotRead):
        for state in superseded(states(folder, name), today=datetime.now(UTC).date()):
            files.remove(state.path)


def states(folder: Folder, name: str) -> list[State]:
    """The earlier states of a session, newest first; raises CannotRead."""
    place = folder.earlier / name
    found = []
    try:
        for path in place.iterdir():
            named = _NAME.fullmatch(path.name)
            if named is None:
                continue
            with suppress(FileNotFoundError):  # It went between the listing and the looking.
                at = datetime.fromtimestamp(path.stat().st_mtime, UTC)
                found.append(State(path, int(named[1]), at))
    except FileNotFoundError:
        return []
    except OSError as error:
        raise files.cannot_read("The earlier states", place, error) from error
    return sorted(found, key=lambda state: (state.revision, state.at), reverse=True)


def without_session(folder: Folder) -> list[str]:
    """The sessions of which states are kept, and neither a file nor one in the bin; CannotRead."""
    files_there = (*folder.session_files(), *folder.files_in(folder.bin))
    # Sealed or not yet: while a password is given or taken off, both forms lie there.
    there = {path.name.partition(".json")[0] for path in files_there}
    try:
        kept = [path.name for path in folder.earlier.iterdir() if path.name not in there]
    except FileNotFoundError:
        return []
    except OSError as error:
        raise files.cannot_read("The earlier states", folder.earlier, error) from error
    return [name for name in kept if not name.startswith(".") and states(folder, name)]


def gone(folder: Folder, name: str) -> Damaged:
    """The error that says that a session's file has gone while states of it are kept."""
    return Damaged(
        "This session's file has gone, and earlier states of it are kept",
        where=str(folder.session(name)),
        do="Open it: the newest of them is offered.",
    )


def superseded(newest_first: Iterable[State], today: date) -> list[State]:
    """The states that need not stay: not among the last five, nor a day's last in a fortnight.

    A clock that was set back makes states of days to come; those stay.
    """
    gone: list[State] = []
    days: set[date] = set()
    for number, state in enumerate(newest_first):
        day = state.at.date()
        first_of_day, recent = day not in days, day > today - timedelta(days=DAYS)
        days.add(day)
        if number >= LAST and not (first_of_day and recent):
            gone.append(state)
    return gone


def remove(folder: Folder, name: str) -> list[str]:
    """Remove every earlier state of a session; what could not be removed, with the reason."""
    place = folder.earlier / name
    try:
        if place.is_symlink():
            files.remove(place)
            return []
        for path in list(place.iterdir()):
            files.remove(path)
        files.remove_folder(place)
        files.settle(folder.earlier)
    except FileNotFoundError:
        return []
    except OSError as error:
        return [f"{place}: {files.reason(error)[0]}"]
    except NotKept as error:
        return [f"{place}: {error.what}"]
    return []


class Pace:
    """When the next state of a session is due, by the time since the last one."""

    def __init__(self) -> None:
        self._last: dict[str, float] = {}

    def due(self, name: str) -> bool:
        """Whether ten minutes have gone since the last state, or the first save was seen."""
        now = time.monotonic()
        began = self._last.setdefault(name, now)
        return now - began >= EVERY

    def kept(self, name: str) -> None:
        """A state was kept just now."""
        self._last[name] = time.monotonic()
