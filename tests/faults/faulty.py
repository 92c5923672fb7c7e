"""A disk on which one call fails, or is the last one ever made."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from enum import Enum
from pathlib import Path
from typing import Any

import pytest

from tests.faults.calls import Call, Watched

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="a child is forked and killed")

_LOOKS = ("read", "stat", "lstat", "fstat", "listdir", "scandir", "close")
"""What a disk that is full, or can only be read, does all the same."""

KILLED = 77
"""How a process ends that was killed by one of the faults below."""


class Fault(Enum):
    """What befalls a call."""

    EIO = "the disk does not answer"
    ENOSPC = "the disk is full"
    EACCES = "it is not allowed"
    EROFS = "the disk can only be read"
    DONE_AND_EIO = "it is done, and the disk says it isn't"
    SHORT_WRITE = "only half is written, and it says so"
    KILL = "the program is gone before the call"
    HALF_AND_KILL = "the program is gone in the middle of writing"

    @property
    def kills(self) -> bool:
        """Whether nothing of the program comes after it."""
        return self in (Fault.KILL, Fault.HALF_AND_KILL)

    def befalls(self, call: Call) -> bool:
        """Whether it can happen to this call at all."""
        if self in (Fault.SHORT_WRITE, Fault.HALF_AND_KILL):
            return call.name == "write" and len(call.arguments[1]) > 1
        if self in (Fault.ENOSPC, Fault.EROFS):
            return call.name not in _LOOKS
        return True

    def happen(self, call: Call) -> Any:
        """Do to the call what this fault does."""
        if self in (Fault.SHORT_WRITE, Fault.HALF_AND_KILL):
            descriptor, data = call.arguments
            written = call.real(descriptor, bytes(data)[: len(data) // 2])
            if self is Fault.SHORT_WRITE:
                return written
        if self.kills:
            os._exit(KILLED)
        if self is Fault.DONE_AND_EIO or call.name == "close":
            # Whatever close says, the descriptor is gone.
            call.done()
        number = errno.EIO if self is Fault.DONE_AND_EIO else getattr(errno, self.name)
        raise OSError(number, os.strerror(number), str(call.path))


class Faulty(Watched):
    """While it is entered, the `at`-th call (from 0) on `folder` that can meet the fault does.

    With `lasting`, so does every one after it, as on a disk that stays full.
    """

    def __init__(self, folder: Path, fault: Fault, at: int, *, lasting: bool = False) -> None:
        super().__init__(folder, self._meddle_with)
        self._fault = fault
        self._at = at
        self._lasting = lasting
        self._seen = 0
        self.struck: list[str] = []
        """The calls it befell."""

    def _meddle_with(self, call: Call) -> Any:
        if not self._fault.befalls(call):
            return call.done()
        number, self._seen = self._seen, self._seen + 1
        if number == self._at or (self._lasting and number > self._at):
            self.struck.append(str(call))
            return self._fault.happen(call)
        return call.done()


def in_a_child(deed: Callable[[], object]) -> int:
    """Do something in a process of its own; how it ended, 0 when the deed was done to its end."""
    child = os.fork()
    if child == 0:
        try:
            deed()
            os._exit(0)
        except BaseException:  # noqa: BLE001  (nothing of the child may go on as the test)
            os._exit(1)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status)
