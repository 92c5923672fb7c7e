"""Somebody at the line-by-line face: hears what is said, and types the next line."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TextIO

from reflect_tui import paths
from reflect_tui.notebook.notebook import Notebook
from reflect_tui.plain.face import run
from reflect_tui.plain.world import World
from reflect_tui.practice.shelf import Place, Shelf
from reflect_tui.session.model import Session
from reflect_tui.settings import Settings

Lines = Iterator[str]
"""What somebody types, line by line; made while they listen."""

SHELF = Shelf.open([Place(paths.shipped_prompts().parent, "shipped")])
_MOST = 400


class _Keyboard(io.StringIO):
    """Asks for the next line only when the program listens."""

    def __init__(self, lines: Lines) -> None:
        super().__init__()
        self._lines = lines

    def readline(self, _size: int = -1, /) -> str:
        line = next(self._lines, None)
        return "" if line is None else f"{line}\n"


class Player:
    """One person, one notebook, as many starts of the program as they like."""

    def __init__(self, home: Path, **changes: object) -> None:
        self.home = home
        self.notebook = Notebook.open(home / "notebook")
        self.said = io.StringIO()
        given: dict[str, object] = {
            "settings": Settings(introduced=True),
            "keep_settings": lambda settings: None,
            "shelf": SHELF,
            "notebook": self.notebook,
            "notes_folder": home / "notes",
        }
        self.world = World(**{**given, **changes})  # type: ignore[arg-type]  # as the tests name them

    def play(self, lines: Callable[[Player], Lines] | Lines, *, ends: int = 0) -> str:
        """Start the program, type the lines, and then close the input; all that was said."""
        # Each start is a new program, and nobody has said who is there.
        self.world.company = False
        began = len(self.text)
        typed = lines(self) if callable(lines) else lines
        assert run(_Keyboard(typed), self.out, self.world) == ends
        return self.text[began:]

    @property
    def out(self) -> TextIO:
        return self.said

    @property
    def text(self) -> str:
        """All that was said until now."""
        return self.said.getvalue()

    @property
    def session(self) -> Session:
        """The one session of the notebook, read from its file."""
        (summary,) = self.notebook.sessions()
        return self.notebook.load(summary.id)

    # -- ways to type ---------------------------------------------------------------------

    def next_to(self, title: str) -> Lines:
        """Ask for the next step until it is the one with this title."""
        began = len(self.text)
        for _ in range(_MOST):
            if any(self._is(line, title) for line in self.text[began:].split("\n\n")):
                return
            began = len(self.text)
            yield "/next"
        raise AssertionError(f"no step is called {title!r}\n{self.text[-2000:]}")

    def _is(self, piece: str, title: str) -> bool:
        first = piece.strip("\n").split("\n")[0]
        return first == title or first.startswith(f"{title} ·")

    def number(self, words: str) -> str:
        """The number said before an option, the last time it was said."""
        said = re.split(r"^(?=\d+\. )", self.text, flags=re.MULTILINE)
        options = [" ".join(option.split()) for option in said]
        found = [option for option in options if words in option and option[0].isdecimal()]
        assert found, f"{words!r} was not offered"
        return found[-1].partition(".")[0]


def begin(
    player: Player,
    *,
    way: str = "one-to-one",
    service: str = "children",
    exercise: str = "What if they were someone else?",
    brought: str = "the tall house",
    short: bool = False,
) -> Lines:
    """From the first question into a session."""
    yield "1"
    yield player.number(way)
    if way != "on your own":
        yield "."
    yield player.number(f"{service}'")
    yield brought
    yield "no"
    yield player.number(exercise)
    yield "yes" if short else "no"
