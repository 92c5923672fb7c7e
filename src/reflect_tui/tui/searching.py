"""Looks through the notebook in a thread for a screen, and lets go of all that was read with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from textual.message import Message
from textual.screen import Screen
from textual.worker import get_current_worker

from reflect_tui.errors import ReflectError
from reflect_tui.notebook.notebook import Notebook
from reflect_tui.notebook.search import Hits, Search, Wanted


@dataclass
class Looked(Message):
    """What was found until now, or why the notebook cannot be read."""

    wanted: Wanted
    hits: Hits
    trouble: str = ""


class Searching:
    """Looks for one thing at a time; the screen is told with `Looked`."""

    def __init__(self, screen: Screen[None], notebook: Callable[[], Notebook]) -> None:
        self._screen = screen
        self._notebook = notebook
        self._search: Search | None = None
        self._over = False
        # Not handed to the thread: what was, outlives it by a while.
        self._wanted = Wanted()

    @property
    def held(self) -> int:
        """How many sessions are in memory."""
        return self._search.held if self._search else 0

    def look(self, wanted: Wanted, *, again: bool = False) -> None:
        """Look for something else; `again`: files may have changed."""
        if again and self._search is not None:
            self._search.look_again()
        self._wanted = wanted
        self._screen.run_worker(
            self._look, thread=True, exclusive=True, group="look", exit_on_error=False
        )

    def forget(self) -> None:
        """Let go of everything that was read, for good."""
        self._over, self._wanted = True, Wanted()
        if self._search is not None:
            self._search.forget()

    def _look(self) -> None:
        """In a thread: hand over what is found, as it is found."""
        worker, wanted = get_current_worker(), self._wanted
        try:
            if self._search is None:
                self._search = Search(self._notebook())
            for hits in self._search.find(wanted, lambda: not (worker.is_cancelled or self._over)):
                self._screen.post_message(Looked(wanted, hits))
        except ReflectError as error:
            self._screen.post_message(Looked(wanted, Hits([], whole=True), str(error)))
        finally:
            if self._over:
                self.forget()
