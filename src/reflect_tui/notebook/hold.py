"""Who may write: one program at a time, for as long as it runs.

A second window opens to read and takes over when the first has ended. The system lets go of the
hold with the program, however that ends, so nobody is ever locked out by a crash.
"""

from __future__ import annotations

import errno
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Final

from reflect_tui import files

if TYPE_CHECKING:
    from filelock import FileLock

FILE: Final = ".held"
"""The empty file that is held; it stays where it is, and says nothing."""

ELSEWHERE: Final = (
    "This notebook is open in another window. Here it can be read; writing goes on here when the "
    "other window is closed"
)

_NO_HOLDS: Final = {errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOLCK}
"""How a disk says that it knows no such thing."""


class Hold:
    """The right to write into one notebook."""

    def __init__(self, top: Path) -> None:
        self._path = top / FILE
        self._lock: FileLock | None = None
        self._guard = threading.RLock()
        self.why_not = ""
        """Why it was not to be had the last time it was asked for; empty when it was."""
        self.elsewhere = False
        """Whether another window has it."""
        self.sure = True
        """Whether this disk can tell of two windows at all; some network shares cannot."""

    @property
    def held(self) -> bool:
        """Whether this program may write."""
        return self._lock is not None or not self.sure

    def take(self) -> bool:
        """Ask for it once, without waiting; whether this program may write now."""
        # filelock is imported here: nothing that only reads needs it.
        from filelock import FileLock, Timeout

        with self._guard:
            if self.held:
                return True
            self.elsewhere, self.why_not = False, ""
            lock = FileLock(
                self._path,
                timeout=0,
                mode=files.PRIVATE_FILE,
                thread_local=False,
                fallback_to_soft=False,
            )
            try:
                lock.acquire()
            except Timeout:
                self.elsewhere, self.why_not = True, ELSEWHERE
                return False
            except OSError as error:
                if error.errno in _NO_HOLDS:
                    # Each save looks whether somebody else wrote, so nothing is lost without it.
                    self.sure = False
                    return True
                self.why_not = f"This notebook can't be written to: {files.reason(error)[0]}"
                return False
            self._lock = lock
            return True

    def release(self) -> None:
        """Let another program write."""
        with self._guard:
            if self._lock is not None:
                self._lock.release()
                self._lock = None
