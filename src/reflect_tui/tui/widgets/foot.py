"""The line at the foot: what works here now. A key that stands in it can also be clicked."""

from __future__ import annotations

import re

from textual.content import Content
from textual.events import Click
from textual.widgets import Static

from reflect_tui.tui.keymap import spoken

_BETWEEN = " · "
_KEY = re.compile(r"(Ctrl\+[A-Z]|F\d{1,2}|Esc)\b")


class Foot(Static):
    """Keys and what they do, in one line; a click on one presses it."""

    DEFAULT_CSS = """
    Foot {
        height: 1; padding: 0 0 0 2; color: $muted;
        text-wrap: nowrap; text-overflow: ellipsis;
    }
    """

    def __init__(self, words: str) -> None:
        super().__init__(Content(words))
        self._usual = self._words = words

    def on_mount(self) -> None:
        """Say it with the keys that somebody chose."""
        self.say(self._usual)

    def say(self, words: str) -> None:
        """Say something else; keys are named as they usually are."""
        self._usual = words
        self._words = spoken(words, self)
        self.update(Content(self._words))

    def say_again(self) -> None:
        """Say the same, since somebody chose other keys."""
        self.say(self._usual)

    def key_at(self, column: int) -> str | None:
        """The key, in Textual's name, that stands at a column of the words, counted from 0."""
        begins = 0
        for piece in self._words.split(_BETWEEN):
            ends = begins + len(piece)
            if begins <= column < ends:
                key = _KEY.match(piece)
                return _textual_name(key[1]) if key else None
            begins = ends + len(_BETWEEN)
        return None

    def on_click(self, event: Click) -> None:
        """A click on a key presses it."""
        offset = event.get_content_offset(self)
        key = self.key_at(offset.x) if offset is not None else None
        if key is not None:
            event.stop()
            self.app.simulate_key(key)


def _textual_name(key: str) -> str:
    return {"Esc": "escape"}.get(key, key.lower())
