"""What the screens are given: the shelf, the notebook and the settings, each fetched once.

The shelf and the notebook bring pydantic, YAML and TinyDB with them, so they are imported when
first asked for, which the first screen does in a thread after it was painted.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from reflect_tui.settings import Loaded, Settings

if TYPE_CHECKING:
    from reflect_tui.notebook.notebook import Notebook
    from reflect_tui.practice.shelf import Shelf
    from reflect_tui.session.wording import Dismissed


def local_now() -> datetime:
    """Now, aware, in local time."""
    return datetime.now().astimezone()


@dataclass
class World:
    """Everything a face is handed; it holds nothing anyone wrote."""

    settings: Settings
    keep_settings: Callable[[Settings], None]
    """Writes the settings; raises NotKept."""
    make_shelf: Callable[[], Shelf]
    make_notebook: Callable[[], Notebook]
    notes: Path
    """The folder notes are written to."""
    problems: tuple[str, ...] = ()
    """What was wrong in the settings file, to be said once."""
    sealed: bool = False
    """Whether a password is asked for before anything else, as far as was known at the start."""
    demo: bool = False
    """Whether the notebook is an invented one that is thrown away."""
    company: bool = False
    """Whether somebody else is at the screen: nothing of other sessions is drawn then."""
    read_settings: Callable[[], Loaded] = lambda: Loaded(Settings())
    """Reads the settings file once more; without one, it names no file."""
    now: Callable[[], datetime] = local_now
    _shelf: Shelf | None = None
    _notebook: Notebook | None = None
    _dismissed: Dismissed | None = None
    _lock: threading.RLock = field(default_factory=threading.RLock)

    def shelf(self) -> Shelf:
        """The exercises and local lines; read once. May be called from a thread."""
        with self._lock:
            if self._shelf is None:
                self._shelf = self.make_shelf()
            return self._shelf

    def read_shelf_anew(self) -> Shelf:
        """Read them once more, since a file was changed. May be called from a thread."""
        made = self.make_shelf()
        with self._lock:
            self._shelf = made
        return made

    def notebook(self) -> Notebook:
        """The notebook; opened once. Raises ReflectError. May be called from a thread."""
        with self._lock:
            if self._notebook is None:
                self._notebook = self.make_notebook()
            return self._notebook

    def dismissed(self) -> Dismissed:
        """The questions about wording that somebody let be; known until the program is closed."""
        if self._dismissed is None:
            from reflect_tui.session.wording import Dismissed

            self._dismissed = Dismissed()
        return self._dismissed

    @property
    def is_open(self) -> bool:
        """Whether the notebook was opened already, so that asking for it waits for nothing."""
        return self._notebook is not None

    @property
    def has_password(self) -> bool:
        """Whether the notebook, once it is open, can be locked."""
        return self._notebook is not None and self._notebook.key.sealed

    def notes_folder(self) -> Path:
        """Where notes are written."""
        return self.notes

    def save_settings(self, settings: Settings) -> None:
        """Take settings over and keep them; raises NotKept."""
        self.settings = settings
        self.keep_settings(settings)
