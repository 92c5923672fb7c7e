"""What a note's page hands over, in what form, and what it says and offers afterwards."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from reflect_tui.errors import ReflectError
from reflect_tui.notes.document import Document
from reflect_tui.notes.formats import Format
from reflect_tui.session.model import Session

OFFERS: Final = {
    "open": "Open it",
    "open-folder": "Open the folder",
    "again": "Try again",
    "folder": "Another folder",
    "word": "A Word file instead",
    "web": "A web page instead",
    "text": "A plain text file instead",
    "copy": "Copy it instead",
    "pieces": "Choose what goes in",
}
"""What is offered after a note was made, or wasn't."""
FORMATS: Final = {"word": Format.WORD, "web": Format.WEB, "text": Format.TEXT}
"""Those of them that make a file of another format."""
MADE: Final = ("open", "open-folder")
_PRINT_IT: Final = "It opens in your browser: print it there, as any other page. "
_NO_BROWSER: Final = "No browser could be opened here. Open this page in one, and print it: "
_THROWN_AWAY: Final = (
    "This is the demo: the folder goes when you leave, so copy out what you want to keep."
)
_SHARE: Final = "That folder is on a network share: others may see what lies there."


@dataclass(frozen=True, slots=True)
class Handed:
    """A note to be handed over."""

    document: Document
    session: Session
    name: str
    """What its file's name begins with."""
    folder: Path
    lead: str = "Written: "
    """What is said before the place it went to."""


@dataclass(frozen=True, slots=True)
class Means:
    """A way of handing it over: a file, and perhaps the browser to print it from."""

    format: Format = Format.WORD
    print: bool = False


def other_ways(error: ReflectError) -> tuple[str, ...]:
    """What else there is to do, when a note could not be made this way."""
    if isinstance(error.__cause__, ImportError):
        return ("web", "text", "copy")
    return ("folder", "again", "copy")


def printed(path: Path) -> tuple[str, tuple[str, ...]]:
    """Have the browser show a page to be printed; what is said then, and offered."""
    from reflect_tui.opening import open_with_its_program

    try:
        open_with_its_program(path)
    except ReflectError:
        return f"{_NO_BROWSER}{path}", ("open-folder", "word")
    return f"{_PRINT_IT}{path}", MADE


def about_folder(path: Path, *, demo: bool) -> tuple[str, ...]:
    """What somebody should know of the folder a note went to."""
    from reflect_tui.doctor import synced  # here, because most sessions write no note

    name = synced(path)
    said = [_THROWN_AWAY] * demo
    if name == "a network share":
        said.append(_SHARE)
    elif name:
        said.append(f"That folder is in {name}, so the note is copied there too.")
    return tuple(said)
