"""A sitting with its saver: what the full-screen face holds while a session is open."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from textual.message import Message

from reflect_tui.notebook.notebook import Notebook
from reflect_tui.notebook.saver import Kept, KeptElsewhere, Saver, Unsaved
from reflect_tui.session.model import Session
from reflect_tui.session.sitting import Sitting

if TYPE_CHECKING:
    from reflect_tui.tui.screens.session import SessionScreen


class OpenSitting:
    """One open session, and the thread that keeps it."""

    def __init__(self, notebook: Notebook, session: Session) -> None:
        self._saver = Saver(notebook.save, self._told)
        self._screen: SessionScreen | None = None
        self.sitting = Sitting(session, self._saver.keep)
