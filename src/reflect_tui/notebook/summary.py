"""A session in a list: what lists and the first screen need, read without pydantic.

A thousand files are read in about a fifth of a second, so nothing here is checked more than it
takes to show it; opening a session checks all of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, UTC, date, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from reflect_tui import files
from reflect_tui.errors import Damaged, ReflectError
from reflect_tui.notebook import earlier, tables
from reflect_tui.notebook.coder import Coder
from reflect_tui.notebook.folder import Folder
from reflect_tui.practice.exercise import Role, Service, Way
from reflect_tui.session.agreed import AgreedAction

SCHEMA: Final = 1
"""As `session.model.SCHEMA_VERSION`, which cannot be imported without pydantic; a test holds
them equal."""


@dataclass(frozen=True, slots=True)
class Titled:
    """An exercise of a session, by its id and the title it had then."""

    id: str
    title: str
    role: Role


@dataclass(frozen=True, slots=True)
class Summary:
    """One session's file, as a list shows it; also one that cannot be read, with the reason."""

    id: str
    """What `Notebook.load` takes: the file's name without its ending."""
    began: datetime
    """In UTC; of a file that cannot be read, when it was last written."""
    changed: datetime
    """In UTC; of a file that cannot be read, when it was last written."""
    way: Way | None = None
    service: Service | None = None
    whose: str = ""
    brought: str = ""
    exercises: tuple[Titled, ...] = ()
    """All of them, opening and closing too, in the order they are walked."""
    left_at: str = ""
    """The place it was put down at, as text; empty when there is none."""
    thread: str = ""
    follows: str = ""
    other_of: str = ""
    """The session this is another copy of, or empty."""
    revision: int = 0
    actions: tuple[AgreedAction, ...] = ()
    ended: tuple[str, ...] = ()
    """The ids of earlier actions this session records the end of."""
    trouble: ReflectError | None = None
    """Why it cannot be opened, or None; then everything but `id` and the times is empty."""

    @property
    def main(self) -> tuple[Titled, ...]:
        """The exercises without the opening and the closing."""
        return tuple(kept for kept in self.exercises if kept.role is Role.EXERCISE)

    def as_json(self) -> dict[str, object]:
        """The same as JSON, for `list --json`."""
        return {
            "id": self.id,
            "began": self.began.isoformat(),
            "changed": self.changed.isoformat(),
            "way": self.way,
            "service": self.service,
            "whose": self.whose,
            "brought": self.brought,
            "exercises": [{"id": kept.id, "title": kept.title} for kept in self.main],
            "left_at": self.left_at,
            "thread": self.thread,
            "follows": self.follows,
            "other_of": self.other_of,
            "actions": [kept.id for kept in self.actions],
            "ended": list(self.ended),
            "trouble": str(self.trouble) if self.trouble else None,
        }


def summarise(path: Path, name: str, coder: Coder) -> Summary:
    """What a list says of one file; never raises for what the file holds or withholds.

    Raises FileNotFoundError when the file has gone.
    """
    try:
        found = tables.opened(files.read_own(path), coder, str(path))
        return of_tables(name, found, str(path))
    except ReflectError as error:
        return troubled(path, name, error)


def summaries(folder: Folder, place: Path) -> list[Summary]:
    """What a list says of every session in a folder of the notebook, newest first.

    Raises CannotRead when the folder itself can't be read.
    """
    found: list[Summary] = []
    for path in folder.files_in(place):
        try:
            found.append(summarise(path, folder.name_of(path), folder.coder_for(path)))
        except FileNotFoundError:
            continue  # It went between the listing and the reading.
    return sorted(found, key=lambda kept: (kept.began, kept.changed, kept.id), reverse=True)


def every_session(folder: Folder) -> list[Summary]:
    """Every session of the notebook, newest first, those too whose file has gone.

    Of these only earlier states are left; a sync client that removed the file must not hide them.
    Raises CannotRead.
    """
    found = [*summaries(folder, folder.sessions), *without_file(folder)]
    return sorted(found, key=lambda kept: (kept.began, kept.changed, kept.id), reverse=True)


def without_file(folder: Folder) -> list[Summary]:
    """Those whose file has gone, so that only earlier states are left. Raises CannotRead."""
    found = []
    for name in earlier.without_session(folder):
        at = earlier.states(folder, name)[0].at
        found.append(Summary(name, at, at, trouble=earlier.gone(folder, name)))
    return found


def still_open(summaries: Iterable[Summary]) -> list[AgreedAction]:
    """The actions of each thread that no session of the thread records the end of.

    As the sessions are given; where two copies of a session hold the same action, the first.
    """
    known = list(summaries)
    gone = {(kept.thread, action) for kept in known for action in kept.ended}
    found: dict[tuple[str, str], AgreedAction] = {}
    for kept in known:
        for action in kept.actions:
            key = (action.thread, action.id)
            if key not in gone:
                found.setdefault(key, action)
    return list(found.values())


def of_tables(name: str, found: tables.Tables, where: str) -> Summary:
    """The summary of a file that could be read; raises ReflectError for what isn't a session."""
    try:
        (whole,) = tables.documents(found, "session")
        tables.refuse_newer(whole.get("schema_version"), SCHEMA, where)
        own = str(whole["id"])
        began = _moment(whole["began"])
        thread, brought = str(whole["thread"]), str(whole["brought"])
        return Summary(
            id=name,
            began=began,
            changed=_moment(whole["changed"]),
            way=Way(whole["way"]),
            service=Service(whole["service"]),
            whose=str(whole["whose"]),
            brought=brought,
            exercises=tuple(_titled(kept) for kept in tables.documents(found, "exercises")),
            left_at=str(whole.get("left_at") or ""),
            thread=thread,
            follows=str(whole["follows"]),
            other_of=str(whole["other_of"]) if name == own else own,
            revision=int(whole["revision"]),
            actions=tuple(
                _action(kept, name, thread, began, brought, Way(whole["way"]))
                for kept in tables.documents(found, "actions")
            ),
            # What is left for now has words at most, and is still to be come back to.
            ended=tuple(str(kept["action"]) for kept in whole["endings"] if kept["became"]),
        )
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError):
        raise Damaged("This session's file has lost one of its parts", where=where) from None


def _action(
    kept: Mapping[str, Any], name: str, thread: str, began: datetime, brought: str, way: Way
) -> AgreedAction:
    by_date = kept.get("by_date")
    return AgreedAction(
        id=str(kept["id"]),
        session=name,
        thread=thread,
        agreed=began,
        brought=brought,
        what=str(kept["what"]),
        who=str(kept["who"]),
        by=str(kept["by"]),
        by_date=date.fromisoformat(by_date) if by_date else None,
        told=str(kept["told"]),
        # Written alone in a session of several, it is nobody else's to see later either.
        way=Way.SOLO if kept.get("alone") is True else way,
        in_note=kept.get("in_note") is True,
    )


def _titled(kept: Mapping[str, Any]) -> Titled:
    return Titled(str(kept["id"]), _title(kept["text"]) or str(kept["id"]), Role(kept["role"]))


_TITLE = re.compile(r"^title:[ \t]*(.+?)[ \t]*\r?$", re.MULTILINE)


@lru_cache(maxsize=256)
def _title(text: str) -> str:
    """The title in an exercise's front matter, found without reading the whole exercise."""
    found = _TITLE.search(text[:5_000])
    title = found[1] if found else ""
    quote = title[:1]
    if len(title) > 1 and quote in ("'", '"') and title.endswith(quote):
        return title[1:-1].replace(quote * 2 if quote == "'" else '\\"', quote)
    return title


def _moment(text: str) -> datetime:
    """A time as kept, in UTC; raises ValueError for one without a zone or at the end of time."""
    found = datetime.fromisoformat(text)
    if found.tzinfo is None or found.year in (MINYEAR, MAXYEAR):
        raise ValueError("no zone, or none that it could be said in")
    return found.astimezone(UTC)


def troubled(path: Path, name: str, error: ReflectError) -> Summary:
    """A file that cannot be shown stands in the list with the time it was last written."""
    try:
        at = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except OSError:
        at = datetime.fromtimestamp(0, UTC)
    return Summary(id=name, began=at, changed=at, trouble=error)
