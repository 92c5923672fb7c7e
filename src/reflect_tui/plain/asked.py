"""One prompt while it is asked, a line at a time: what is heard, and where it is written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from reflect_tui.plain.talk import Talk
from reflect_tui.practice.exercise import Prompt
from reflect_tui.session.address import Address
from reflect_tui.session.sitting import Sitting
from reflect_tui.session.values import Value

UNTIL = "Write as many lines as you like; a single full stop ends. Blank is fine."


@dataclass(frozen=True, slots=True)
class Part:
    """What is being written line by line: an answer, or one side or part of it."""

    stands: Callable[[], str]
    """The words that stand there now."""
    keep: Callable[[str], None]
    """Puts other words there."""
    asked: str = ""
    """What they answer, where that isn't the prompt itself."""


@dataclass(slots=True)
class Asked:
    """One prompt being asked: who hears, where it is written."""

    talk: Talk
    sitting: Sitting
    prompt: Prompt
    address: Address
    anew: bool = False
    """Whether what stood there is written over instead of added to."""
    earlier: str = ""
    """The sentence of the round before, which may be said again."""
    part: Part | None = None
    """What was heard last, line by line; None before that."""

    def write(self, value: Value) -> None:
        """Write it where the prompt stands."""
        self.sitting.write(self.address, value)

    def value(self) -> Value | None:
        """What stands there, unless it is written anew."""
        return None if self.anew else self.sitting.value(self.address)

    def lines(self, before: str, keep: Callable[[str], None], words: Callable[[Value], str]) -> int:
        """Hear lines until a full stop, handing each on with those before; how many came.

        Each is written as it comes, so that a program that ends loses the unfinished one only.
        `words` finds what is written here in the whole answer.
        """

        def stands() -> str:
            value = self.sitting.value(self.address)
            return "" if value is None else words(value)

        return self.hear(before, Part(stands, keep))

    def hear(self, before: str, part: Part) -> int:
        """The same for words that stand somewhere else than in the prompt's own answer."""
        self.part = part
        heard, stood = [before] if before else [], part.stands()
        count = 0
        while (line := self.talk.line()) != ".":
            if part.stands() != stood:
                # Taken out, or taken back, between two lines.
                heard = [part.stands()] if part.stands() else []
            heard.append(line)
            count += 1
            part.keep("\n".join(heard))
            stood = part.stands()
        return count
