"""Hearing lines: from a terminal with an eye on the clock, from anything else as they come."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TextIO

from reflect_tui.idle import TICK


class Listening:
    """One input."""

    def __init__(self, heard: TextIO) -> None:
        self._heard = heard
        self._terminal = _is_terminal(heard)

    def line(self) -> str | None:
        """The next line with its end, "" when there are no more; None when none came for a while.

        A terminal hands over one line at a time, so none waits unseen in what was read already.
        """
        if self._terminal:
            import select

            if not select.select([self._heard], [], [], TICK)[0]:
                return None
        return self._heard.readline()

    @contextmanager
    def unseen(self) -> Iterator[None]:
        """While it is entered, a terminal doesn't show what is typed."""
        if not self._terminal:
            yield
            return
        import termios

        descriptor = self._heard.fileno()
        before = termios.tcgetattr(descriptor)
        quiet = [*before[:3], before[3] & ~termios.ECHO, *before[4:]]
        termios.tcsetattr(descriptor, termios.TCSADRAIN, quiet)
        try:
            yield
        finally:
            with suppress(termios.error):
                termios.tcsetattr(descriptor, termios.TCSADRAIN, before)


def _is_terminal(heard: TextIO) -> bool:
    """Whether somebody types there, on a system where one can wait for that."""
    return os.name == "posix" and heard.isatty()
