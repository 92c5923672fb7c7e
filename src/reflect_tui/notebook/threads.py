"""Which session belongs to which thread, so that what a thread carries needs only its own files.

What is remembered from one reading to the next is an id for an id, which never changes and says
nothing of anybody: it may stay in memory while the notebook is locked.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from reflect_tui.notebook.folder import Folder
from reflect_tui.notebook.summary import Summary, still_open, summarise
from reflect_tui.session.agreed import AgreedAction

if TYPE_CHECKING:
    from reflect_tui.session.model import Session


class Threads:
    """The threads of a notebook, as far as its sessions were read."""

    def __init__(self, folder: Folder) -> None:
        self._folder = folder
        self._of: dict[str, str] = {}

    def learn(self, summaries: Iterable[Summary]) -> None:
        """Remember of each session that could be read which thread it is of."""
        self._of.update({kept.id: kept.thread for kept in summaries if kept.trouble is None})

    def sessions(self, thread: str) -> list[Summary]:
        """The sessions of a thread as they stand now, newest first; raises CannotRead.

        Reads no file that is known to be of another thread.
        """
        found = []
        for path in self._folder.files_in(self._folder.sessions):
            name = self._folder.name_of(path)
            if self._of.get(name, thread) == thread:
                try:
                    found.append(summarise(path, name, self._folder.coder_for(path)))
                except FileNotFoundError:
                    continue  # It went between the listing and the reading.
        self.learn(found)
        mine = [kept for kept in found if kept.trouble is None and kept.thread == thread]
        return sorted(mine, key=lambda kept: (kept.began, kept.changed, kept.id), reverse=True)


def carried_to(session: Session, thread: Iterable[Summary]) -> tuple[AgreedAction, ...]:
    """What earlier sessions of its thread agreed and no other one has come back to.

    As the sessions are given, and only what may come up in its way of working. What this one says
    of an action, in this copy of it or another, doesn't take the action away from it.
    """
    family = {session.id, session.other_of} - {""}
    others = [kept for kept in thread if not family & {kept.id, kept.other_of}]
    return tuple(
        action
        for action in still_open(others)
        if action.agreed < session.began and action.may_be_met_in(session.way)
    )
