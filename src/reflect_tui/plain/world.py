"""What the line-by-line face is given."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from reflect_tui.notebook.notebook import Notebook
from reflect_tui.notes.formats import Format
from reflect_tui.practice.shelf import Shelf
from reflect_tui.settings import Loaded, Settings


@dataclass
class World:
    """The notebook, the exercises and the settings; nothing anyone wrote."""

    settings: Settings
    keep_settings: Callable[[Settings], None]
    """Writes the settings; raises NotKept."""
    shelf: Shelf
    notebook: Notebook
    notes_folder: Path
    demo: bool = False
    note_as: Format = Format.WORD
    """What a note was written as last, or would be at first; for as long as the program runs."""
    company: bool = False
    """Whether somebody else is listening: nothing of other sessions is said then."""
    make_shelf: Callable[[], Shelf] | None = None
    """Reads the exercises and local lines once more."""

    read_settings: Callable[[], Loaded] = lambda: Loaded(Settings())
    """Reads the settings file once more; without one, it names no file."""

    def read_shelf_anew(self) -> None:
        """Read them once more, since a file was changed."""
        if self.make_shelf is not None:
            self.shelf = self.make_shelf()
