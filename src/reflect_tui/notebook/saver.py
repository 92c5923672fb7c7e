"""The thread that keeps what is written: newest wins, about a second after typing stops.

A face hands over every change and goes on; the saver writes when it grows quiet, and says how it
went. One that could not be kept stays in hand and is tried again.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from reflect_tui.errors import ReflectError

if TYPE_CHECKING:
    from reflect_tui.session.model import Session

AGAIN: Final = 10.0
"""Seconds after which a save that failed is tried again by itself."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A session reached the disk."""

    session_id: str
    """The session as the face hands it over."""
    revision: int
    at: datetime
    """When, in UTC."""
    moved_to: str = ""
    """The id it is kept under from now on, when another program had written to its file; said
    once, with the save that moved it."""


@dataclass(frozen=True, slots=True)
class NotKeptYet:
    """A session did not reach the disk; its words are in memory and it is tried again."""

    session_id: str
    error: ReflectError
    """Why, and what to do; holds nothing anyone wrote."""


@dataclass(slots=True)
class _Unsaved:
    """The newest snapshot of one session, and since when it waits."""

    session: Session
    since: int
    """The number of the first snapshot that is not on the disk."""
    newest: int
    """The number of this snapshot."""
    waiting: float | None
    """When the first change since the last try came; None when that try failed and none came."""
    due: float
    """When to write it, on the saver's clock."""


class Saver:
    """Keeps the newest snapshot of a session, in a thread of its own.

    Several sessions may be handed over; none pushes out another.
    """

    def __init__(
        self,
        save: Callable[[Session], Session],
        told: Callable[[Kept | NotKeptYet], None],
        quiet: float = 0.5,
        longest: float = 1.0,
        *,
        again: float = AGAIN,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """`save` is `Notebook.save`; `told` is called in the saver's thread and must not wait.

        `quiet`, `longest` and `again` are seconds: without a newer snapshot, since the first
        unsaved one, and after a failure.
        """
        self._save = save
        self._told = told
        self._quiet = quiet
        self._longest = longest
        self._again = again
        self._clock = clock
        self._changed = threading.Condition()
        self._unsaved: dict[str, _Unsaved] = {}
        self._moved: dict[str, str] = {}
        self._handed = 0
        self._asked = 0
        self._served = 0
        self._closing = False
        self._untold: Exception | None = None
        self._thread = threading.Thread(target=self._work, name="saver", daemon=True)
        self._thread.start()

    def keep(self, session: Session) -> None:
        """Hand over a snapshot, to be on the disk in about a second. Never waits.

        Raises RuntimeError after `close`: there is nobody left to keep it.
        """
        with self._changed:
            if self._closing:
                raise RuntimeError("the saver is closed; nothing can be kept any more")
            self._handed += 1
            now = self._clock()
            before = self._unsaved.get(session.id)
            since = before.since if before else self._handed
            first = before.waiting if before and before.waiting is not None else now
            due = min(now + self._quiet, first + self._longest)
            self._unsaved[session.id] = _Unsaved(session, since, self._handed, first, due)
            self._changed.notify_all()

    def flush(self, timeout: float = 5.0) -> bool:
        """Save at once what was handed over, and wait for it up to `timeout` seconds.

        Whether all of it is on the disk. May be called from any thread but `told`'s.
        """
        with self._changed:
            handed = self._handed
            self._asked += 1
            asked = self._asked
            self._changed.notify_all()
            self._changed.wait_for(
                lambda: self._all_kept(handed) or self._served >= asked, timeout=timeout
            )
            return self._all_kept(handed)

    def close(self, timeout: float = 5.0) -> bool:
        """Save what is left, and end the thread. Whether all is on the disk.

        Raises what `told` raised, if it ever did.
        """
        with self._changed:
            self._closing = True
        kept = self.flush(timeout)
        self._thread.join(timeout)
        if self._untold is not None:
            raise self._untold
        return kept

    @property
    def all_kept(self) -> bool:
        """Whether everything handed over is on the disk."""
        with self._changed:
            return not self._unsaved

    def kept_as(self, name: str) -> str:
        """The name a session is kept under now: another, once somebody else wrote to its file."""
        with self._changed:
            return self._moved.get(name, name)

    # -- in the thread ----------------------------------------------------------------------

    def _work(self) -> None:
        while True:
            with self._changed:
                while not (batch := self._ready()) and self._served >= self._asked:
                    if self._closing:
                        return
                    self._changed.wait(self._until_due())
                asked = self._asked
            for unsaved in batch:
                self._tell(self._try(unsaved))
            with self._changed:
                self._served = max(self._served, asked)
                self._changed.notify_all()

    def _ready(self) -> list[_Unsaved]:
        """What to write now: what is due, or everything when somebody waits for it."""
        waited_for = self._asked > self._served
        now = self._clock()
        return [kept for kept in self._unsaved.values() if waited_for or kept.due <= now]

    def _until_due(self) -> float | None:
        if not self._unsaved:
            return None
        return max(0.0, min(kept.due for kept in self._unsaved.values()) - self._clock())

    def _try(self, unsaved: _Unsaved) -> Kept | NotKeptYet:
        """Write one snapshot; what fails stays in hand."""
        own = unsaved.session.id
        try:
            written = self._save(unsaved.session)
        except ReflectError as error:
            self._failed(unsaved)
            return NotKeptYet(own, error)
        except Exception as error:  # noqa: BLE001  (whatever it is, the person must be told)
            self._failed(unsaved)
            # Only the name: what an error says may quote what was written.
            what = f"Not kept: something went wrong in the program ({type(error).__name__})"
            return NotKeptYet(own, ReflectError(what, do="It is tried again by itself."))
        with self._changed:
            newest = self._unsaved[own]
            if newest.newest == unsaved.newest:
                del self._unsaved[own]
            else:
                newest.since = unsaved.newest + 1
            moved_to = written.id if written.id != self._moved.get(own, own) else ""
            self._moved[own] = written.id
        return Kept(own, written.revision, datetime.now(UTC), moved_to)

    def _failed(self, unsaved: _Unsaved) -> None:
        """Try again in a while, or at the next change."""
        with self._changed:
            newest = self._unsaved[unsaved.session.id]
            if newest.newest == unsaved.newest:
                newest.waiting = None
                newest.due = self._clock() + self._again

    def _tell(self, message: Kept | NotKeptYet) -> None:
        try:
            self._told(message)
        except Exception as error:  # noqa: BLE001  (a face that fails must not stop the saving)
            self._untold = error

    def _all_kept(self, handed: int) -> bool:
        return all(kept.since > handed for kept in self._unsaved.values())
