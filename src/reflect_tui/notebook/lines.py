"""Saving: which file a session's words go to, and how nobody's are ever written over unseen.

A save that finds another file than the one it last read or wrote goes into a new session, marked
as another copy, and both are listed.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from reflect_tui import files
from reflect_tui.errors import CannotRead, NotKept
from reflect_tui.notebook import earlier
from reflect_tui.notebook.folder import Folder
from reflect_tui.notebook.tables import digest

if TYPE_CHECKING:
    from reflect_tui.session.model import Session


@dataclass(slots=True)
class Line:
    """One line of work on a session: what it knows of the file it writes to.

    Two openings of one session are two lines, unless the file was the same each time. A line
    that finds somebody else's words under its name moves to a new one.
    """

    id: str
    """The session it is written as now."""
    digests: set[str] = field(default_factory=set)
    """What the file may be: as last read or written, and as a failed save may have left it."""
    read: tuple[int, bytes] | None = None
    """The revision and bytes that were read, until they stand under `earlier/`."""
    aside: str = ""
    """The digest of damaged bytes that stand there and were put aside: no state to come back to."""
    other_of: str = ""
    """Where it came from when it moved."""
    state: Session | None = None
    """What an earlier state may hold of what stands there, where that isn't all of it."""


class Lines:
    """The lines of work in a notebook. Not to be called from two threads at once."""

    def __init__(self, folder: Folder) -> None:
        self._folder = folder
        # A snapshot belongs to the line its revision was read or written by, under either name.
        self._lines: dict[tuple[str, int], Line] = {}
        self._latest: dict[str, int] = {}
        self._pace = earlier.Pace()

    @contextmanager
    def followed(self) -> Iterator[list[Path]]:
        """While files are written anew, sealed or unsealed: work goes on from what they are then.

        Gives the files that are still as work on them left them. A line whose file was another
        before, or is not there afterwards, finds somebody else's words at its next save.
        """
        before = {id(line): line for line in self._lines.values()}.values()
        ours = [line for line in before if self._is_as_left(line)]
        suffix = self._folder.coder.suffix
        try:
            yield [self._folder.session(line.id) for line in ours]
        finally:
            for line in before if self._folder.coder.suffix != suffix else ():
                self._read_anew(line, ours)

    def _is_as_left(self, line: Line) -> bool:
        try:
            return digest(files.read_own(self._folder.session(line.id))) in line.digests
        except (FileNotFoundError, CannotRead):
            return False

    def _read_anew(self, line: Line, ours: list[Line]) -> None:
        """Take the file of a line as it is now; what was read in another form is let go of."""
        read, line.read, line.digests = line.read, None, set()
        if line not in ours:
            return
        with suppress(FileNotFoundError, CannotRead):
            raw = files.read_own(self._folder.session(line.id))
            line.digests = {digest(raw)}
            if read is not None:
                line.read = (read[0], raw)

    def begin(self, session: Session, raw: bytes, *, put_aside: bool = False) -> Session:
        """Remember what was read, and which revision the work goes on from.

        What was put aside as damaged is no state to come back to, and is not kept as one.
        """
        line = self._lines.get((session.id, session.revision))
        if line is not None and (line.id != session.id or digest(raw) not in line.digests):
            # Another program gave the number this one gave: the two must not be taken for one.
            revision = self._latest.get(session.id, session.revision) + 1
            session = session.model_copy(update={"revision": revision})
            line = None
        if line is None:
            line = Line(session.id, {digest(raw)})
            self._lines[session.id, session.revision] = line
        line.read = None if put_aside else (session.revision, raw)
        line.aside = digest(raw) if put_aside else ""
        line.state = _state(session)
        self._latest[session.id] = max(self._latest.get(session.id, 0), session.revision)
        return session

    def save(self, session: Session) -> Session:
        """Keep a session, as `Notebook.save` says."""
        from reflect_tui.notebook import records
        from reflect_tui.notebook.storage import SessionStorage

        line = self._lines.setdefault((session.id, session.revision), Line(session.id))
        found = self._found(line)
        changed_by_others = found is not None and digest(found) not in line.digests
        self._keep_earlier(line, session.revision, found if not changed_by_others else None)
        if changed_by_others:
            self._move(line, session.revision)
        revision = max(self._latest.get(line.id, 0), session.revision) + 1
        update = {
            "id": line.id,
            "revision": revision,
            "other_of": line.other_of or session.other_of,
        }
        kept = session.model_copy(update=update)
        storage = SessionStorage(self._folder.session(line.id), self._folder.coder)
        try:
            storage.write(records.to_tables(kept))
        finally:
            # However it went, these bytes may stand there now: ours, not another program's.
            written = {digest(storage.raw)} if storage.raw is not None else set()
            line.digests |= written
        line.digests = written
        line.state = _state(kept)
        self._lines[line.id, revision] = line
        self._latest[line.id] = revision
        return kept

    def _found(self, line: Line) -> bytes | None:
        """The file as it stands, None when it is gone; raises NotKept when it can't be told."""
        try:
            return files.read_own(self._folder.session(line.id))
        except FileNotFoundError:
            return None
        except CannotRead as error:
            raise NotKept(
                "Not kept: the file that is there cannot be read now",
                where=error.where,
                do="It is tried again by itself.",
            ) from error

    def _keep_earlier(self, line: Line, revision: int, found: bytes | None) -> None:
        """Put what was read under `earlier/`, and what stands there every ten minutes of change.

        Raises NotKept.
        """
        if line.read is not None:
            was, raw = line.read
            earlier.keep(self._folder, line.id, was, self._as_state(line, raw))
            line.read = None
            self._pace.kept(line.id)
        elif self._pace.due(line.id) and found is not None and digest(found) != line.aside:
            earlier.keep(self._folder, line.id, revision, self._as_state(line, found))
            self._pace.kept(line.id)

    def _as_state(self, line: Line, raw: bytes) -> bytes:
        """The bytes as they stand there, but without a round that isn't shown together yet.

        Two states that differ by one piece of a round would tell who wrote when.
        """
        if line.state is None:
            return raw
        from reflect_tui.notebook import records, tables

        return self._folder.coder.encode(tables.to_bytes(records.to_tables(line.state)))

    def _move(self, line: Line, revision: int) -> None:
        """Go on under a new id; later snapshots find the line under the new one and the old."""
        from reflect_tui.session.model import new_session_id

        line.other_of, line.id = line.id, new_session_id()
        line.digests = set()
        self._lines[line.id, revision] = line


def _state(session: Session) -> Session | None:
    """What an earlier state may hold of a session; None where that is all of it."""
    from reflect_tui.session.turns import under_way, without_rounds_under_way

    return without_rounds_under_way(session) if under_way(session) else None
