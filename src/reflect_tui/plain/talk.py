"""Saying and hearing, a line at a time: no cursor, no colour, not one escape byte."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from difflib import get_close_matches
from typing import TextIO

from reflect_tui.clean import clean
from reflect_tui.plain.listening import Listening
from reflect_tui.session.values import MAX_CHARACTERS

WIDTH = 72
"""Characters a line is folded at; words are never cut."""
_CLEARING = 60
"""Blank lines that push what was said off the screen."""

_ANSWERS = frozenset(("y", "yes", "n", "no", "", "."))
Deed = Callable[[str], None]


class Left(Exception):
    """Nobody is there any more: the input ended, or they asked to leave."""


class Talk:
    """One person at a keyboard, hearing one line after the other."""

    def __init__(self, heard: TextIO, said: TextIO) -> None:
        self._heard = Listening(heard)
        self._said = said
        self.waiting: Callable[[], None] = lambda: None
        """What is done again and again while nothing is typed at a terminal."""
        self.heard: Callable[[], None] = lambda: None
        """What is done with every line that was typed."""
        self.deeds: dict[str, Deed] = {}
        """What can be asked for at any moment, by its word without the stroke."""

    # -- saying ---------------------------------------------------------------------------

    def say(self, *lines: str) -> None:
        """Say some lines, folded; an empty one is a pause."""
        for line in lines:
            for part in clean(line).replace("\t", " ").split("\n"):
                folded = textwrap.wrap(part, WIDTH, break_long_words=False, break_on_hyphens=False)
                self._put("\n".join(folded) if folded else "")

    def say_unfolded(self, text: str) -> None:
        """Say some words as they stand, each line whole, so that they can be copied out."""
        self._put(clean(text))

    def clear(self) -> None:
        """Push off the screen what can be pushed off."""
        self._put("\n" * _CLEARING)

    def _put(self, text: str) -> None:
        encoding = getattr(self._said, "encoding", None) or "utf-8"
        safe = text.encode(encoding, errors="replace").decode(encoding)
        self._said.write(f"{safe}\n")
        self._said.flush()

    # -- hearing --------------------------------------------------------------------------

    def line(self, *, path: bool = False) -> str:
        """The next line that is an answer; what is asked for with a stroke is done meanwhile.

        Two strokes begin a line that begins with one. Where the answer may be a `path`, one
        stroke does, unless it begins a word that can be asked for. Raises Left at the end of the
        input.
        """
        while True:
            line = clean(self._next().rstrip("\r\n"))
            if len(line) > MAX_CHARACTERS:
                self.say("That is more than a million letters, so it was not taken.")
            elif line.startswith("//"):
                return line[1:]
            elif not line.startswith("/") or (path and not self._asks(line)):
                return line
            else:
                answer = self._do(line)
                if answer is not None:
                    return answer

    def _asks(self, line: str) -> bool:
        return line[1:].partition(" ")[0].lower() in self.deeds

    def pause(self) -> None:
        """Wait for Enter; whatever is typed is nobody's answer. Raises Left at the end."""
        self._next()

    def secret(self, question: str) -> str:
        """What is typed in answer, not shown at a terminal; /words mean nothing. Raises Left."""
        # Hidden before it is asked for: fast fingers would be seen otherwise.
        with self._heard.unseen():
            self.say(question)
            return clean(self._next()).strip()

    @contextmanager
    def unseen(self) -> Iterator[None]:
        """While it is entered, a terminal doesn't show what is typed; /words go on working."""
        with self._heard.unseen():
            yield

    def _next(self) -> str:
        """The next line as it was typed. Raises Left at the end of the input."""
        while (raw := self._heard.line()) is None:
            self.waiting()
        if not raw:
            raise Left
        self.heard()
        return raw

    def _do(self, line: str) -> str | None:
        """Do what a line asks for; or, when nobody knows the word, ask what was meant."""
        word, _, rest = line[1:].partition(" ")
        deed = self.deeds.get(word.lower())
        if deed is not None:
            deed(rest.strip())
            return None
        near = get_close_matches(word.lower(), self.deeds, n=1)
        meant = f" Did you mean /{near[0]}?" if near else ""
        self.say(
            f"There is no /{word} here.{meant} /help says what there is.",
            "Was it part of your answer? Type yes to keep the line, or anything else to drop it.",
        )
        again = self._next()
        return line if again.strip().lower() in ("y", "yes") else None

    @contextmanager
    def also(self, word: str, deed: Deed) -> Iterator[None]:
        """For a while, another word that can be asked for, or one that does something else."""
        before = self.deeds.get(word)
        self.deeds[word] = deed
        try:
            yield
        finally:
            if before is None:
                self.deeds.pop(word, None)
            else:
                self.deeds[word] = before

    def choose(
        self, options: Sequence[str], *, blank: str = "leave it blank", listed: bool = True
    ) -> int | None:
        """The index of the option whose number is typed; None for a full stop or nothing.

        Without `listed` the options were said already, with their numbers.
        """
        chosen = self.choose_some(options, blank=blank, most=1, listed=listed)
        return chosen[0] if chosen else None

    def choose_some(
        self,
        options: Sequence[str],
        *,
        blank: str = "leave it blank",
        most: int | None = None,
        listed: bool = True,
    ) -> list[int]:
        """The indexes of the options whose numbers are typed, at most `most`; may be none."""
        if listed:
            self.say(*(f"{number}. {option}" for number, option in enumerate(options, 1)))
        many = "Type a number" if most == 1 else "Type numbers, with spaces between"
        self.say(f"{many}, or a full stop to {blank}.")
        while True:
            typed = self.line().replace(",", " ").split()
            if typed in ([], ["."]):
                return []
            if all(part.isdecimal() and 0 < int(part) <= len(options) for part in typed):
                chosen = list(dict.fromkeys(int(part) - 1 for part in typed))
                if most is None or len(chosen) <= most:
                    return chosen
                self.say(f"At most {most}, please.")
            else:
                self.say(f"Please type a number from 1 to {len(options)}, or a full stop.")

    def yes(self, question: str) -> bool:
        """Whether the answer to a question is yes; nothing, or a full stop, is no."""
        self.say(f"{question} Type yes or no.")
        while (answer := self.line().strip().lower()) not in _ANSWERS:
            self.say("Please type yes or no.")
        return answer in ("y", "yes")
