"""What is wrong in a file that practice wrote: where it stands, and what to write instead."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from difflib import get_close_matches

_LONGEST_SHOWN = 40
_LONGEST_WRITTEN = 1_000
_MOST_COMPARED = 500
"""Among more names than any exercise has, looking for a near one would take long."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that is wrong. Problems sort by file and line."""

    file: str
    line: int
    """The line it stands in, from 1."""
    code: str
    """A short name for this sort of problem, such as `missing-id`; it never changes."""
    message: str
    """What is wrong and, in brackets at its end, what to write instead."""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.code} {self.message}"

    def as_json(self) -> dict[str, str | int]:
        """What `check --json` prints of it."""
        return asdict(self)


class Found:
    """Gathers the problems of one file while it is read, each once."""

    def __init__(self, file: str, lines: int = 1) -> None:
        self._file = file
        self._last_line = max(lines, 1)
        self._problems: set[Problem] = set()

    def add(self, line: int, code: str, message: str, mend: str = "") -> None:
        """Note a problem; a line beyond the file counts as its last, `mend` stands in brackets."""
        whole = f"{message} ({mend})" if mend else message
        at = min(max(line, 1), self._last_line)
        self._problems.add(Problem(self._file, at, code, whole))

    def __bool__(self) -> bool:
        return bool(self._problems)

    def sorted(self) -> tuple[Problem, ...]:
        """All that was found, in the order of the lines."""
        return tuple(sorted(self._problems))


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that looks most like this one, or nothing."""
    choices = sorted(known)
    if len(choices) > _MOST_COMPARED:
        return ""
    close = get_close_matches(word.strip().lower(), choices, 1, 0.6)
    return close[0] if close else ""


def meant(word: str, known: Iterable[str], form: str = "{}") -> str:
    """The mend for a word that is not known: the nearest one, else all of them when they're few."""
    choices = sorted(known)
    close = nearest(word, choices)
    if close:
        return f"write {form.format(close)}"
    if len(choices) == 1:
        return f"write {form.format(choices[0])}"
    if choices and len(choices) <= 12:
        return f"write one of {', '.join(form.format(choice) for choice in choices)}"
    return ""


def shown(text: str) -> str:
    """Words of a file as a message quotes them: one line, not too long."""
    return _on_one_line(text, _LONGEST_SHOWN)


def spelt_out(text: str) -> str:
    """Words that somebody is to write: one line, all of it unless nobody would write so much."""
    return _on_one_line(text, _LONGEST_WRITTEN)


def _on_one_line(text: str, longest: int) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= longest else f"{flat[: longest - 1]}…"
