"""Sessions as rows of a list, made as they come into sight."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import overload

from textual.content import Content

from reflect_tui.notebook.folding import around, marks
from reflect_tui.notebook.search import Found, Wanted
from reflect_tui.notebook.summary import Summary
from reflect_tui.tui.content import join, said
from reflect_tui.tui.spoken import day, name_of
from reflect_tui.tui.widgets.rows import Row
from reflect_tui.tui.words import SERVICE_WORDS, WAY_WORDS

_INDENT = "    "
_LEAST, _MOST = 30, 110
"""Letters of the words round a hit, where there is room."""
_REMEMBERED = 200
"""Rows that are not made anew while they stay in sight."""
_SOUGHT = "$accent underline"


class SessionRows(Sequence[Row]):
    """Rows made as they come into sight: ten thousand sessions cost nothing until then."""

    def __init__(self, sessions: Sequence[Summary], now: datetime) -> None:
        self._sessions = sessions
        self._now = now

    def __len__(self) -> int:
        return len(self._sessions)

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Row]: ...
    def __getitem__(self, index: int | slice) -> Row | Sequence[Row]:
        if isinstance(index, slice):
            return SessionRows(self._sessions[index], self._now)
        summary = self._sessions[index]
        return Row(join(_lead(summary, self._now), name_of(summary)), str(index))


class FoundRows(Sequence[Row]):
    """Sessions that were found. Under one stand the words round a hit, or what it follows on from.

    A row's key is the session's id.
    """

    def __init__(self, found: Sequence[Found], wanted: Wanted, now: datetime, width: int) -> None:
        """`width` is the room for a row, in cells."""
        self._found = found
        self._wanted = wanted
        self._now = now
        self._room = min(max(width - len(_INDENT) - 8, _LEAST), _MOST)
        self._made: dict[int, Row] = {}
        self._lines: Sequence[tuple[int, bool]] = ()
        if wanted.words or wanted.thread:
            self._lines = [
                (number, more)
                for number, each in enumerate(found)
                for more in ((False, True) if self._has_more(each) else (False,))
            ]

    def __len__(self) -> int:
        return len(self._lines) or len(self._found)

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Row]: ...
    def __getitem__(self, index: int | slice) -> Row | Sequence[Row]:
        if isinstance(index, slice):
            return [self[n] for n in range(*index.indices(len(self)))]
        row = self._made.get(index)
        if row is None:
            if len(self._made) >= _REMEMBERED:
                self._made.clear()
            row = self._made[index] = self._make(index)
        return row

    def line_of(self, session_id: str, otherwise: int) -> int:
        """The line of a session; where it has gone, that of the one which took its place."""
        numbers = (n for n, each in enumerate(self._found) if each.summary.id == session_id)
        number = next(numbers, None)
        if not self._lines:
            return min(otherwise, len(self._found) - 1) if number is None else number
        if number is None:
            number = self._lines[min(otherwise, len(self._lines) - 1)][0]
        return next(n for n, line in enumerate(self._lines) if line == (number, False))

    # -- within ---------------------------------------------------------------------------

    def _has_more(self, found: Found) -> bool:
        if self._wanted.words:
            return any(word in found.folded for word in self._wanted.words)
        return bool(found.summary.follows)

    def _make(self, index: int) -> Row:
        number, more = self._lines[index] if self._lines else (index, False)
        found = self._found[number]
        if more:
            return Row(join(_INDENT, self._more(found)), found.summary.id, more=True)
        name = name_of(found.summary)
        if found.summary.trouble is None:
            name = _marked(name, marks(name.plain, self._wanted.words))
        return Row(join(_lead(found.summary, self._now), name), found.summary.id)

    def _more(self, found: Found) -> Content:
        """The words round a hit, or what it follows on from."""
        if self._wanted.words:
            near = around(found.text, found.folded, self._wanted.words, self._room)
            return Content("") if near is None else _marked(said(near.text, "$muted"), near.marks)
        before = [e.summary for e in self._found if e.summary.id == found.summary.follows]
        if not before:
            return said("follows on from a session that isn't here", "$muted")
        when = day(before[0].began.astimezone(self._now.tzinfo).date(), self._now.date())
        return join(
            said(f"follows on from {when}, ", "$muted"), name_of(before[0]).stylize("$muted")
        )


def _lead(summary: Summary, now: datetime) -> Content:
    """When, how and in which service; of one that cannot be opened only when."""
    when = day(summary.began.astimezone(now.tzinfo).date(), now.date())
    if summary.trouble is not None:
        return said(f"{when:<14}", "$muted")
    way = WAY_WORDS[summary.way] if summary.way else ""
    service = SERVICE_WORDS[summary.service] if summary.service else ""
    return said(f"{when:<14}{way:<14}{service:<12}", "$muted")


def _marked(words: Content, places: Sequence[tuple[int, int]]) -> Content:
    for start, end in places:
        words = words.stylize(_SOUGHT, start, end)
    return words
