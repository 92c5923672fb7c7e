"""Sessions as rows of a list, made as they come into sight."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import overload

from reflect_tui.notebook.summary import Summary
from reflect_tui.tui.content import said
from reflect_tui.tui.spoken import day, name_of
from reflect_tui.tui.widgets.rows import Row
from reflect_tui.tui.words import SERVICE_WORDS, WAY_WORDS


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
        when = day(summary.began.astimezone(self._now.tzinfo).date(), self._now.date())
        way = WAY_WORDS[summary.way] if summary.way else ""
        service = SERVICE_WORDS[summary.service] if summary.service else ""
        lead = said(f"{when:<14}{way:<14}{service:<12}", "$muted")
        if summary.trouble is not None:
            lead = said(f"{when:<14}", "$muted")
        return Row(lead.append(name_of(summary)), str(index))
