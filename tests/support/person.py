"""A person at the full screen: with the mouse alone, or with the keyboard alone.

Both do the same things by what is written on the screen. One clicks and turns the wheel; the
other presses keys and looks where the marks are. Words are typed by both.
"""

from __future__ import annotations

import re
import sys
import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from pathlib import Path

from reflect_tui.tui.themes import THEMES
from tests.support.terminal import KEYS, Terminal

REFLECT = str(Path(sys.executable).parent / "reflect-tui")
_QUIET = 0.1
_BOX = "╭"
_TRIES = 60
_IN_FOCUS = str(THEMES[0].foreground).lstrip("#").lower()
"""The background of a button one is at, in the dark theme."""
_ACCENT = str(THEMES[0].accent).lstrip("#").lower()
"""The border of the box one writes in."""
_WIDE = 100
"""Columns from which on the steps stand beside the page."""
_STEPS_WIDTH = 31
"""Columns that they take there."""


class Person(ABC):
    """Somebody at a terminal of a size, with a home of their own."""

    def __init__(self, home: Path, columns: int, lines: int) -> None:
        self.home = home
        self.size = (columns, lines)
        self.terminal: Terminal
        self.start()

    def start(self) -> None:
        """Start the program."""
        columns, lines = self.size
        env = {"REFLECT_TUI_HOME": str(self.home), "TEXTUAL_ANIMATIONS": "none"}
        self.terminal = Terminal([REFLECT], env=env, columns=columns, lines=lines)
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

    def wait(self, what: str | Callable[[], bool], seconds: float = 20.0) -> None:
        """Wait until it is there and stands still."""
        self.terminal.wait(what, seconds)
        self.still()

    def still(self) -> None:
        """Wait until nothing more is drawn."""
        self.terminal.settle(_QUIET)

    def step(self) -> str:
        """The title of the step one is at."""
        head = self.terminal.screen.display[2:6]
        for folded in head:
            if "All the steps" in folded and "▸" in folded:
                return folded.partition("▸")[2].strip()
        # Beside the steps: the title is the first words past the line between them.
        titles = (line.partition("│")[2].strip() for line in head)
        return re.split(r"\s{2,}", next((title for title in titles if title), ""))[0]

    def find(self, words: str, below: int = 2) -> tuple[int, int] | None:
        """Column and line, from 0, where words stand first, below a line of the screen."""
        drawn = list(enumerate(self.terminal.screen.display))
        found = [(line.rfind(words), number) for number, line in drawn if words in line]
        found = [place for place in found if place[1] > below]
        if not found:
            return None
        if self.size[0] < _WIDE:
            return found[0]
        # The steps at the left may hold the same words as the page.
        return next((place for place in found if place[0] > _STEPS_WIDTH), found[0])

    def box_under(self, title: str) -> tuple[int, int] | None:
        """The first place to write in the box that stands under a title."""
        place = self.find(title)
        box = self.find(_BOX, place[1]) if place else None
        if place is None or box is None:
            return None
        above, line = self.terminal.screen.display[box[1]], box[1] + 1
        column = above.rfind(_BOX, 0, place[0] + 3)
        if column < 0 or "│" not in self.terminal.screen.display[line][column:]:
            return None
        return column + 2, line

    # -- writing --------------------------------------------------------------------------

    def type(self, words: str) -> None:
        """Type, and wait until the last of it stands there."""
        last = words.split()[-1]
        before = self.text.count(last)
        self.terminal.send(words)
        self.wait(lambda: self.text.count(last) > before)

    def write(self, title: str, words: str) -> None:
        """Write under a title."""
        self.go_to(title)
        self.type(words)

    def write_under_a_line(self, title: str, words: str) -> None:
        """Write to a question that stands as one line until somebody goes there."""
        self.write(title, words)

    # -- doing ----------------------------------------------------------------------------

    @abstractmethod
    def choose(self, words: str) -> None:
        """Choose the button, line or option on which these words stand."""

    @abstractmethod
    def go_to(self, title: str) -> None:
        """Go to where one writes under a title."""

    @abstractmethod
    def turn(self) -> None:
        """The next step."""

    @abstractmethod
    def move(self, title: str) -> None:
        """Move what one has just written under a title into the note."""

    @abstractmethod
    def move_listed(self, asked: str) -> None:
        """On the page of the note: move the answer to what was asked into it."""

    @abstractmethod
    def pick(self, card: str, number: int, title: str) -> None:
        """On a board: go to a card and pick it by a question; number 0 only goes there."""

    @abstractmethod
    def take(self, option: str, below: int) -> None:
        """Take an option of the question one is at, so many below the first."""

    def take_some(self, options: Sequence[str]) -> None:
        """Take the first options of the question one is at."""
        for number, option in enumerate(options):
            self.take_one_more(option, below=1 if number else 0)

    @abstractmethod
    def take_one_more(self, option: str, below: int) -> None:
        """Take one of some options, so many below the one taken last."""

    @abstractmethod
    def place(self, title: str, where: str) -> None:
        """Place a card, for me, at the first of the four places."""

    @abstractmethod
    def disagree(self, why: str) -> None:
        """Where one says what one says of the note: the first role disagrees, because …"""

    @abstractmethod
    def to_the_risk_card(self) -> None:
        """Someone may be at risk: the way out that is always there."""

    @abstractmethod
    def home_again(self) -> None:
        """From a session to the first screen."""

    @abstractmethod
    def leave(self) -> int:
        """Leave the program from its first screen; its exit status."""

    def next_to(self, title: str) -> None:
        """Turn steps until one is at the one with this title."""
        for _ in range(_TRIES):
            here = self.step()
            if here == title or here.startswith(f"{title} ·"):
                return
            self.turn()
            self.wait(lambda here=here: self.step() not in (here, ""))  # type: ignore[misc]  # bound per turn
        raise AssertionError(f"no step is called {title!r}\n{self.text}")


class Mouse(Person):
    """Clicks what is written and turns the wheel; no key but those that make words."""

    def click_at(self, column: int, line: int) -> None:
        """One click at a cell, from 0."""
        self.terminal.send(f"\x1b[<0;{column + 1};{line + 1}M\x1b[<0;{column + 1};{line + 1}m")
        self.terminal.answered(_QUIET)

    def wheel(self, by: int) -> None:
        """Turn the wheel over the page, down or up."""
        columns, lines = self.size
        button = 65 if by > 0 else 64
        self.terminal.send(f"\x1b[<{button};{columns // 3};{lines // 2}M" * abs(by))
        self.terminal.answered(_QUIET)

    def until_seen(
        self, there: Callable[[], tuple[int, int] | None], words: str
    ) -> tuple[int, int]:
        """Turn the wheel until a place is in sight: down to the end, then once from the top."""
        self.still()
        for by in (1, -60, 1):
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
        column, line = self.until_seen(lambda: self.find(words), words)
        self.click_at(column + 1, line)

    def go_to(self, title: str) -> None:
        column, line = self.until_seen(lambda: self.box_under(title), title)
        self.click_at(column + 10, line)

    def write_under_a_line(self, title: str, words: str) -> None:
        self.choose(title)
        self.still()
        self.type(words)

    def turn(self) -> None:
        self.choose("  Next  ")

    def move(self, title: str) -> None:
        def there() -> tuple[int, int] | None:
            place = self.find(title)
            return self.find("In the note ○", place[1]) if place else None

        column, line = self.until_seen(there, f"In the note, under {title}")
        self.click_at(column + 1, line)
        self.wait(lambda: "In the note ●" in self.terminal.screen.display[line])

    def move_listed(self, asked: str) -> None:
        self.choose(f"○ {asked}")
        self.wait(f"● {asked}")

    def pick(self, card: str, number: int, title: str) -> None:
        self.choose(f" {card} ")
        if number:
            self.choose(title)
        self.still()

    def take(self, option: str, below: int) -> None:
        self.choose(f"○ {option}")
        # Chosen, it may have made room for what it brings up.
        self.wait(lambda: f"○ {option}" not in self.text)

    def take_one_more(self, option: str, below: int) -> None:
        self.choose(f"◇ {option}")
        self.wait(f"◆ {option}")

    def place(self, title: str, where: str) -> None:
        self.choose(title)
        self.choose(where)
        self.wait("║ ●")

    def disagree(self, why: str) -> None:
        self.choose("○ disagrees, because")
        self.still()
        self.type(why)

    def to_the_risk_card(self) -> None:
        place = self.find("Someone may be at risk", below=-1)
        assert place is not None
        self.click_at(place[0] + 1, place[1])

    def home_again(self) -> None:
        self.choose("Esc home")
        self.wait("What brings you here?")

    def leave(self) -> int:
        self.choose("  Leave  ")
        return self.terminal.ended()


class Keys(Person):
    """Presses keys and looks where the marks are; touches no mouse."""

    def press(self, *keys: str) -> None:
        """Press keys, one after the other."""
        for key in keys:
            self.terminal.send(KEYS[key])
            self.terminal.answered(_QUIET)

    def is_at(self, words: str) -> bool:
        """Whether one is at the button, line or option on which these words stand."""
        display, buffer = self.terminal.screen.display, self.terminal.screen.buffer
        for line, drawn in enumerate(display):
            column = drawn.find(words)
            if column < 0:
                continue
            if _same(buffer[line][column].bg, _IN_FOCUS) or re.search(r"▸ (\W )?$", drawn[:column]):
                return True
        return False

    def walk(self, key: str, there: Callable[[], bool], words: str) -> None:
        """Press a key until one is there."""
        self.still()
        until = time.monotonic() + 60
        for _ in range(_TRIES):
            if there():
                return
            assert time.monotonic() < until
            self.press(key)
        raise AssertionError(f"{key} doesn't lead to {words!r}\n{self.text}")

    def choose(self, words: str) -> None:
        self.walk("tab", lambda: self.is_at(words), words)
        self.press("enter")

    def caret_is_under(self, title: str) -> bool:
        """Whether the first box under a title is the one that is written in."""
        place = self.box_under(title)
        if place is None:
            return False
        column, line = place
        return _same(self.terminal.screen.buffer[line][column - 2].fg, _ACCENT)

    def go_to(self, title: str) -> None:
        self.walk("tab", lambda: self.caret_is_under(title), title)

    def turn(self) -> None:
        self.press("ctrl+n")

    def move(self, title: str) -> None:
        self.press("tab", "right")
        self.wait("In the note ●")

    def move_listed(self, asked: str) -> None:
        self.walk("down", lambda: self.is_at(asked), asked)
        self.press("enter")
        self.wait(f"● {asked}")

    def pick(self, card: str, number: int, title: str) -> None:
        self.terminal.send(card[0].lower())
        self.still()
        if number:
            self.terminal.send(str(number))
        self.still()

    def take(self, option: str, below: int) -> None:
        self.press(*["down"] * below, "enter")
        # Chosen, it may have made room for what it brings up.
        self.wait(lambda: f"○ {option}" not in self.text)

    def take_one_more(self, option: str, below: int) -> None:
        self.press(*["down"] * below, "enter")
        self.wait(f"◆ {option}")

    def place(self, title: str, where: str) -> None:
        self.walk("tab", lambda: where in self.text, where)
        self.press("tab", "enter")
        self.wait("║ ●")

    def disagree(self, why: str) -> None:
        self.press("right", "right", "right", "enter")
        self.still()
        self.type(why)

    def to_the_risk_card(self) -> None:
        self.press("ctrl+t")

    def home_again(self) -> None:
        self.press("esc")
        self.wait("What brings you here?")

    def leave(self) -> int:
        self.terminal.send(KEYS["ctrl+q"])
        return self.terminal.ended()


def _same(drawn: str, wanted: str) -> bool:
    """Whether a colour, as the terminal has it, is this one; blending rounds them a little."""
    if not re.fullmatch("[0-9a-f]{6}", drawn):
        return False
    pairs = zip(bytes.fromhex(drawn), bytes.fromhex(wanted), strict=True)
    return all(abs(one - other) <= 2 for one, other in pairs)
