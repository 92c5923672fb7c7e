"""A sitting with its saver: what the full-screen face holds while a session is open."""

from __future__ import annotations

from collections.abc import Callable

from textual.message import Message

from reflect_tui.notebook.notebook import Notebook
from reflect_tui.notebook.saver import Kept, NotKeptYet, Saver
from reflect_tui.session.model import Session
from reflect_tui.session.sitting import Sitting

_PATIENCE = 5.0
"""Seconds to wait for the disk when the session is put down."""


class Saved(Message):
    """The saver says how a save went; posted from its thread, handled by the session's screen."""

    def __init__(self, news: Kept | NotKeptYet) -> None:
        super().__init__()
        self.news = news


class OpenSitting:
    """One open session, and the thread that keeps it."""

    def __init__(
        self,
        notebook: Notebook,
        session: Session,
        told: Callable[[Kept | NotKeptYet], None],
    ) -> None:
        """`told` is called in the saver's thread; it may only post a message.

        Raises CannotRead when it can't be told what its thread carries to it.
        """
        carried = notebook.carried_to(session)
        self._saver = Saver(notebook.save, told)
        self._put_down = False
        self.sitting = Sitting(session, self._keep, carried=carried)
        if session.revision == 0:
            self._keep(session)
            self.hurry()

    def _keep(self, session: Session) -> None:
        """Hand on a snapshot; a key that comes while the screen is going changes nothing more."""
        if not self._put_down:
            self._saver.keep(session)

    @property
    def kept_as(self) -> str:
        """The name it is kept under, which is another once a second program wrote to its file."""
        return self._saver.kept_as(self.sitting.session.id)

    def hurry(self) -> None:
        """Keep at once what is not kept yet, without waiting for it."""
        self._saver.flush(0)

    def keep_now(self) -> bool:
        """Put everything on the disk and wait for it; whether it is there."""
        return self._saver.flush(_PATIENCE)

    def close(self) -> bool:
        """Put everything on the disk and let go; whether it is there."""
        self._put_down = True
        return self._saver.close(_PATIENCE)
