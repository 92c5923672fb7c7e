"""A person at the full screen: with the mouse alone, or with the keyboard alone.

Both do the same things by what is written on the screen; one clicks and turns the wheel, the
other presses keys and looks where the marks are. Words are typed by both.
"""

from __future__ import annotations

import re
import sys
from abc import ABC, abstractmethod
from collections.abc import Callable
from pathlib import Path

from tests.support.terminal import KEYS, Terminal

REFLECT = str(Path(sys.executable).parent / "reflect-tui")
_QUIET = 0.04
_BOX = "╭"
_TRIES = 60
_IN_FOCUS = "ece9e2"
"""The background of a button one is at, in the dark theme."""


class Person(ABC):
    """Somebody at a terminal of a size, with a home of their own."""

    def __init__(self, home: Path, columns: int, lines: int) -> None:
        self.home = home
        self._size = (columns, lines)
        self.terminal: Terminal
        self.start()

    def start(self, *arguments: str) -> None:
        """Start the program."""
        columns, lines = self._size
        env = {"REFLECT_TUI_HOME": str(self.home), "TEXTUAL_ANIMATIONS": "none"}
        self.terminal = Terminal([REFLECT, *arguments], env=env, columns=columns, lines=lines)
        self.wait("Hide screen")

    def __enter__(self) -> Person:
        return self

    def __exit__(self, *error: object) -> None:
        self.terminal.kill()

    # -- looking --------------------------------------------------------------------------

    @property
    def text(self) -> str:
        """What is on the screen."""
        return self.terminal.text()

    def wait(self, what: str | Callable[[], bool], seconds: float = 10.0) -> None:
        """Wait until it is there and stands still."""
        self.terminal.wait(what, seconds)
        self.still()

    def still(self) -> None:
        """Wait until nothing more is drawn."""
        self.terminal.settle(_QUIET)

    def find(self, words: str, *, last: bool = False) -> tuple[int, int] | None:
        """Column and line, from 0, where words stand, in the page before the steps beside it."""
        drawn = list(enumerate(self.terminal.screen.display))
        found = [(line.rfind(words), number) for number, line in drawn if words in line]
        if not found:
            return None
        # The steps at the left may hold the same words as the page.
        page = [place for place in found if place[0] > 30] or found
        return page[-1] if last else page[0]

    def box_under(self, words: str) -> tuple[int, int] | None:
        """The first place to write in the box that stands under these words."""
        place = self.find(words)
        if place is None:
            return None
        for number in range(place[1] + 1, len(self.terminal.screen.display) - 3):
            column = self.terminal.screen.display[number].find(_BOX)
            if column >= 0:
                return column + 2, number + 1
        return None

    # -- writing --------------------------------------------------------------------------

    def type(self, words: str) -> None:
        """Type, and wait until it stands there."""
        self.terminal.send(words)
        self.still()

    def press(self, *keys: str) -> None:
        """Press keys, one after the other."""
        for key in keys:
            self.terminal.send(KEYS[key])
            self.still()

    # -- doing ----------------------------------------------------------------------------

    @abstractmethod
    def choose(self, words: str) -> None:
        """Choose the button, line or option on which these words stand."""

    @abstractmethod
    def go_to(self, title: str) -> None:
        """Go to where one writes under a title."""

    @abstractmethod
    def next(self) -> None:
        """The next step."""

    @abstractmethod
    def into_note(self) -> None:
        """Move the answer one is at into the note."""

    @abstractmethod
    def leave(self) -> int:
        """Leave the program from inside a session; its exit status."""


class Mouse(Person):
    """Clicks what is written and turns the wheel; no key but those that make words."""

    def click_at(self, column: int, line: int) -> None:
        """One click at a cell, from 0."""
        self.terminal.send(f"\x1b[<0;{column + 1};{line + 1}M\x1b[<0;{column + 1};{line + 1}m")
        self.still()

    def wheel(self, by: int) -> None:
        """Turn the wheel over the middle of the page, down or up."""
        columns, lines = self._size
        button = 65 if by > 0 else 64
        self.terminal.send(f"\x1b[<{button};{columns // 2};{lines // 2}M" * abs(by))
        self.still()

    def _until(self, there: Callable[[], tuple[int, int] | None], words: str) -> tuple[int, int]:
        """Turn the wheel until a place is in sight: down to the end, then once from the top."""
        self.still()
        for by in (3, -60, 3):
            before = ""
            for _ in range(_TRIES):
                place = there()
                if place is not None:
                    return place
                if self.text == before:
                    break
                before = self.text
                self.wheel(by)
        raise AssertionError(f"{words!r} is nowhere on the page\n{self.text}")

    def choose(self, words: str) -> None:
        column, line = self._until(lambda: self.find(words, last=True), words)
        self.click_at(column + min(1, len(words) - 1), line)

    def go_to(self, title: str) -> None:
        column, line = self._until(lambda: self.box_under(title), title)
        self.click_at(column, line)

    def next(self) -> None:
        self.choose("  Next  ")

    def into_note(self) -> None:
        self.choose("In the note ○")

    def leave(self) -> int:
        raise NotImplementedError


class Keys(Person):
    """Presses keys and looks where the marks are; touches no mouse."""

    def is_at(self, words: str) -> bool:
        """Whether one is at the button, line or option on which these words stand."""
        place = self.find(words, last=True)
        if place is None:
            return False
        column, line = place
        cell = self.terminal.screen.buffer[line][column]
        before = self.terminal.screen.display[line][:column]
        return cell.bg == _IN_FOCUS or bool(re.search(r"▸ (\W )?$", before))

    def tab_to(self, there: Callable[[], bool], words: str) -> None:
        """Press Tab until one is there."""
        self.still()
        for _ in range(_TRIES):
            if there():
                return
            self.press("tab")
        raise AssertionError(f"Tab doesn't lead to {words!r}\n{self.text}")

    def choose(self, words: str) -> None:
        self.tab_to(lambda: self.is_at(words), words)
        self.press("enter")

    def caret_is_under(self, title: str) -> bool:
        """Whether the caret stands in the first box under a title."""
        place, screen = self.find(title), self.terminal.screen
        if place is None or screen.cursor.y <= place[1]:
            return False
        boxes = [line for line in screen.display[place[1] : screen.cursor.y] if _BOX in line]
        return len(boxes) == 1

    def go_to(self, title: str) -> None:
        self.tab_to(lambda: self.caret_is_under(title), title)

    def next(self) -> None:
        self.press("ctrl+n")

    def into_note(self) -> None:
        raise NotImplementedError

    def leave(self) -> int:
        self.terminal.send(KEYS["ctrl+q"])
        return self.terminal.ended()
