"""Finding sessions: by words anywhere in them, by way of working, by what follows on from what.

What was read and unsealed is held in memory only, for as long as whoever looks holds the search;
what somebody looks for is kept nowhere.
"""

from __future__ import annotations

import os
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from reflect_tui import files
from reflect_tui.errors import Locked, ReflectError
from reflect_tui.notebook import summary, tables
from reflect_tui.notebook.folding import fold
from reflect_tui.notebook.summary import Summary
from reflect_tui.practice.exercise import Way

if TYPE_CHECKING:
    from reflect_tui.notebook.folder import Folder
    from reflect_tui.notebook.notebook import Notebook

_FIRST: Final = 0.05
"""Seconds after which what was found is said though there is more to read."""
_PAUSE: Final = 0.2
"""Seconds between two lists of what was found, while files are still being read."""
_SOME: Final = 8
"""Files that are read before it is asked whether to go on: a thousandth of a second's work."""
_ACTION: Final = ("what", "who", "by", "told")
_SAID: Final = ("what", "words")
"""Where the words stand of an action, and of what somebody said of one or of the note."""


@dataclass(frozen=True)
class Wanted:
    """What somebody looks for; left as it is, every session."""

    typed: str = ""
    """Words that must all be there, anywhere in a session; capitals and accents don't matter."""
    way: Way | None = None
    thread: str = ""
    """Only the sessions of one thread, by its id."""

    @cached_property
    def words(self) -> tuple[str, ...]:
        """What was typed, word by word, as it is compared."""
        return tuple(dict.fromkeys(fold(self.typed).split()))

    def takes(self, found: Found) -> bool:
        """Whether a session fits."""
        kept = found.summary
        if self.way is not None and kept.way != self.way:
            return False
        if self.thread and kept.thread != self.thread:
            return False
        if not self.words:
            return True
        folded, names = found.folded, found.names
        for word in self.words:  # noqa: SIM110  (ten thousand times, so as plainly as can be)
            if word not in folded and word not in names:
                return False
        return True


@dataclass(frozen=True, slots=True)
class Found:
    """One session as it was read."""

    summary: Summary
    text: str = ""
    """Everything somebody wrote in it, one answer below the other."""
    names: str = ""
    """What was brought and what was done, as it is compared."""
    apart: str | None = None
    """The text as it is compared; None where that costs nothing to say anew."""

    @property
    def folded(self) -> str:
        """The text, as it is compared."""
        return fold(self.text) if self.apart is None else self.apart


@dataclass(frozen=True, slots=True)
class Hits:
    """What was found until now."""

    found: list[Found]
    whole: bool = False
    """Whether everything was looked at."""


class Search:
    """Looks through a notebook. May be asked from several threads; whoever asks last is served."""

    def __init__(self, notebook: Notebook) -> None:
        self._notebook = notebook
        self._lock = threading.Lock()
        self._read: dict[Path, tuple[object, Found]] = {}
        self._waiting: deque[tuple[Path, object]] = deque()
        self._lost: list[Found] = []
        self._common: tables.Common = {}
        self._listed = False
        self._gone = False

    @property
    def held(self) -> int:
        """How many sessions are in memory."""
        return len(self._read)

    def look_again(self) -> None:
        """Files may have changed: those that did are read anew when something is looked for."""
        self._listed = False

    def forget(self) -> None:
        """Let go of everything that was read, for good; whoever still looks finds nothing more."""
        with self._lock:
            self._gone = True
            self._read.clear()
            self._waiting.clear()
            self._lost.clear()
            self._common.clear()

    def find(self, wanted: Wanted, going: Callable[[], bool] = lambda: True) -> Iterator[Hits]:
        """The sessions that fit: those known at once, then again as more are read.

        Newest first; those of one thread from its first on. The last ones are whole; they don't
        come when everything was forgotten meanwhile, or once `going` says no. Raises Locked, and
        CannotRead when the folder itself can't be read.
        """
        folder = self._notebook.readable()
        with self._lock:
            self._list(folder)
            hits, known, more = self._fitting(wanted), len(self._read), bool(self._waiting)
        told, due = 0, time.monotonic() + _FIRST
        while more and going():
            if len(hits) > told and time.monotonic() > due:
                yield Hits(in_order(hits, wanted))
                told, due = len(hits), time.monotonic() + _PAUSE
            with self._lock:
                some = [found for _ in range(_SOME) if (found := self._next(folder)) is not None]
                known, more = known + len(some), bool(self._waiting)
            hits += filter(wanted.takes, some)
        with self._lock:
            if len(self._read) != known:
                # What was looked for before, and is cut off now, had some of them read.
                hits = self._fitting(wanted)
            hits += filter(wanted.takes, self._lost)
        if going() and not self._gone:
            yield Hits(in_order(hits, wanted), whole=True)

    # -- within ---------------------------------------------------------------------------

    def _list(self, folder: Folder) -> None:
        """See which files there are, and which of them have to be read; newest written first."""
        if self._listed or self._gone:
            return
        kept, waiting = {}, []
        for path in folder.files_in(folder.sessions):
            stamp = _stamp(path)
            known = self._read.get(path)
            if known is not None and stamp is not None and known[0] == stamp:
                kept[path] = known
            else:
                waiting.append((path, stamp))
        waiting.sort(key=lambda each: each[1] or (0,), reverse=True)
        self._lost = [Found(gone) for gone in summary.without_file(folder)]
        self._read, self._waiting, self._listed = kept, deque(waiting), True

    def _fitting(self, wanted: Wanted) -> list[Found]:
        return [found for _, found in self._read.values() if wanted.takes(found)]

    def _next(self, folder: Folder) -> Found | None:
        """Read one more file; None when there is none, or it has gone. Raises Locked."""
        if not self._waiting:
            return None
        path, stamp = self._waiting.popleft()
        try:
            found = _read(path, folder, self._common)
        except FileNotFoundError:
            return None
        except Locked:
            self._listed = False
            raise
        self._read[path] = (stamp if found.summary.trouble is None else None, found)
        return found


def in_order(found: Iterable[Found], wanted: Wanted) -> list[Found]:
    """Newest first; those of one thread from its first on, as they follow each other."""
    return sorted(
        found,
        key=lambda each: (each.summary.began, each.summary.changed, each.summary.id),
        reverse=not wanted.thread,
    )


def _stamp(path: Path) -> tuple[int, int, int] | None:
    """What tells a file from what it was; its time comes first."""
    try:
        about = os.lstat(path)
    except OSError:
        return None
    return about.st_mtime_ns, about.st_size, about.st_ino


def _read(path: Path, folder: Folder, common: tables.Common) -> Found:
    """One file; one that cannot be shown says why. Raises FileNotFoundError, Locked."""
    name, where = folder.name_of(path), str(path)
    try:
        raw = files.read_own(path)
        found = tables.opened(raw, folder.coder_for(path), where, common)
        kept = summary.of_tables(name, found, where)
        text = _text(found)
    except Locked:
        raise
    except ReflectError as error:
        return Found(summary.troubled(path, name, error))
    names = " ".join((kept.brought, *(exercise.title for exercise in kept.main)))
    return Found(kept, text, fold(names), None if text.isascii() else fold(text))


def _text(found: tables.Tables) -> str:
    """Everything somebody wrote, wherever it stands in a session's file."""
    try:
        pieces = _answers(found["responses"].values())
        told: list[tuple[Any, tuple[str, ...]]] = [
            (action, _ACTION) for action in found["actions"].values()
        ]
        for whole in found["session"].values():
            told += [(each, _SAID) for each in (*whole["endings"], *whole["agreements"])]
        pieces += [kept[name] for kept, names in told for name in names if kept.get(name)]
        return "\n".join(pieces)
    except (KeyError, TypeError, AttributeError):
        return ""  # It stands in the list all the same; opening it says what is wrong.


def _answers(responses: Iterable[Mapping[str, Any]]) -> list[str]:
    """The words of every answer; what was only chosen is no word of anyone's.

    What was written in a round and is not shown together yet is nobody's to find.
    """
    pieces: list[str] = []
    for response in responses:
        value = response["value"]
        # Ten thousand sessions hold a hundred thousand answers; nearly all are text.
        if "text" in value:
            pieces.append(value["text"])
        elif "left" in value:
            pieces += (value["left"], value["right"])
        elif value.get("shown"):
            pieces += value["pieces"]
        else:
            pieces += [moment["text"] for moment in value.get("moments", ())]
    return pieces
