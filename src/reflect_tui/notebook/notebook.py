"""The notebook: where sessions are kept, one file each, and how one is saved and opened again.

Nothing anyone wrote is ever written over unseen: a save that finds another file than the one it
last read or wrote goes into a new session, marked as another copy, and both are listed.
"""

from __future__ import annotations

import difflib
import re
import threading
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from reflect_tui import files
from reflect_tui.errors import CannotRead, Damaged, NotKept, ReflectError
from reflect_tui.notebook import earlier, folder
from reflect_tui.notebook.summary import AgreedAction, Summary, still_open, summarise
from reflect_tui.notebook.tables import digest

if TYPE_CHECKING:
    from reflect_tui.session.model import Session

_ID = re.compile(r"[a-z2-7]{16}")

# TinyDB and pydantic are imported where a session is opened or saved: a list needs neither, and
# together they would cost it a tenth of a second.


@dataclass(slots=True)
class _Line:
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
    other_of: str = ""
    """Where it came from when it moved."""


class Notebook:
    """A folder of sessions. All methods may be called from any thread."""

    def __init__(self, place: folder.Folder) -> None:
        self._folder = place
        self._lock = threading.RLock()
        # A snapshot belongs to the line its revision was read or written by, under either name.
        self._lines: dict[tuple[str, int], _Line] = {}
        self._latest: dict[str, int] = {}

    @classmethod
    def open(cls, top: Path) -> Notebook:
        """The notebook in a folder; both are made where they aren't there yet.

        One that can only be read opens all the same. Raises NotKept when it can't be made,
        CannotRead, Damaged, and ReflectError when a newer program made it.
        """
        return cls(folder.opened(top))

    @property
    def top(self) -> Path:
        """The notebook's folder."""
        return self._folder.top

    # -- reading --------------------------------------------------------------------------

    def sessions(self) -> list[Summary]:
        """Every session, newest first, also those that cannot be opened, with the reason.

        Raises CannotRead when the folder itself can't be read.
        """
        place = self._folder
        found: list[Summary] = []
        for path in place.session_files():
            try:
                found.append(summarise(path, place.name_of(path), place.coder))
            except FileNotFoundError:
                continue  # It went between the listing and the reading.
        return sorted(found, key=lambda kept: (kept.began, kept.changed, kept.id), reverse=True)

    def open_actions(self, among: Iterable[Summary] | None = None) -> list[AgreedAction]:
        """What was agreed and is not yet come back to, newest first.

        Looks through `among` (as `sessions` gave them), or through all. Raises CannotRead.
        """
        return still_open(self.sessions() if among is None else among)

    def load(self, name: str) -> Session:
        """A session, to read or to go on with.

        A file that lies under another name than its own (a sync client's copy) is handed over
        as a new session, the other copy of the one it names; it is on the disk once saved.

        Raises ReflectError when there is no such session (with the nearest) or when a newer
        program wrote it, CannotRead when the disk doesn't answer, and Damaged; of a damaged
        file a copy is put aside first. The file itself stays untouched.
        """
        from reflect_tui.notebook import records
        from reflect_tui.notebook.storage import SessionStorage
        from reflect_tui.session.model import new_session_id

        path = self._path(name)
        storage = SessionStorage(path, self._folder.coder)
        with self._lock:
            try:
                session = records.from_tables(storage.read(), str(path))
            except FileNotFoundError:
                self._unknown(name)
            except Damaged as error:
                raise self._put_aside(path, storage.raw or b"", error) from error
            if session.id != name:
                copied = {"id": new_session_id(), "other_of": session.id}
                return session.model_copy(update=copied)
            return self._begin_line(session, storage.raw or b"")

    # -- writing --------------------------------------------------------------------------

    def save(self, session: Session) -> Session:
        """Keep a session; when this returns, it is on the disk.

        Returns it as it was written, with its new revision. Where another program wrote to its
        file in the meantime, it is written as a new session marked `other_of`; what is returned,
        and every later save that goes on from the same opening, has the new id.

        Raises NotKept; then the file is as it was (or, when only the folder's own record failed,
        whole and new) and the same save can be tried again.
        """
        from reflect_tui.notebook import records
        from reflect_tui.notebook.storage import SessionStorage

        with self._lock:
            line = self._lines.setdefault((session.id, session.revision), _Line(session.id))
            changed_by_others = not self._is_ours(line)
            self._keep_earlier(line)
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
            self._lines[line.id, revision] = line
            self._latest[line.id] = revision
            return kept

    def sweep(self) -> None:
        """Remove temporary files a crash left; only whoever holds the notebook may call this."""
        files.sweep(self._folder.top)
        files.sweep(self._folder.sessions)
        for place in self._folder.earlier.glob("*/"):
            files.sweep(place)

    # -- within: what a line of work knows -------------------------------------------------

    def _begin_line(self, session: Session, raw: bytes) -> Session:
        """Remember what was read, and which revision the work goes on from."""
        line = self._lines.get((session.id, session.revision))
        if line is not None and (line.id != session.id or digest(raw) not in line.digests):
            # Another program gave the number this one gave: the two must not be taken for one.
            revision = self._latest.get(session.id, session.revision) + 1
            session = session.model_copy(update={"revision": revision})
            line = None
        if line is None:
            line = _Line(session.id, {digest(raw)})
            self._lines[session.id, session.revision] = line
        line.read = (session.revision, raw)
        self._latest[session.id] = max(self._latest.get(session.id, 0), session.revision)
        return session

    def _is_ours(self, line: _Line) -> bool:
        """Whether the file is as this line last saw it, or gone; raises NotKept when unknown."""
        try:
            found = digest(files.read(self._folder.session(line.id)))
        except FileNotFoundError:
            return True
        except CannotRead as error:
            raise NotKept(
                "Not kept: the file that is there cannot be read now",
                where=error.where,
                do="It is tried again by itself.",
            ) from error
        return found in line.digests

    def _keep_earlier(self, line: _Line) -> None:
        """Put what was read under `earlier/`, once; raises NotKept."""
        if line.read is not None:
            revision, raw = line.read
            earlier.keep(self._folder, line.id, revision, raw)
            line.read = None

    def _move(self, line: _Line, revision: int) -> None:
        """Go on under a new id; later snapshots find the line under the new one and the old."""
        from reflect_tui.session.model import new_session_id

        line.other_of, line.id = line.id, new_session_id()
        line.digests = set()
        self._lines[line.id, revision] = line

    # -- within: what can go wrong in reading ----------------------------------------------

    def _path(self, name: str) -> Path:
        """The file of a session; a name that isn't an id must be that of a file in the folder.

        So nobody's `../` leads out of the notebook. Raises ReflectError.
        """
        path = self._folder.session(name)
        if not _ID.fullmatch(name) and path not in self._folder.session_files():
            self._unknown(name)
        return path

    def _unknown(self, name: str) -> NoReturn:
        """Say that there is no such session, and which is meant perhaps."""
        known = [self._folder.name_of(path) for path in self._folder.session_files()]
        begins = [other for other in known if name and other.startswith(name)]
        near = (begins or difflib.get_close_matches(name, known, n=1))[:1]
        raise ReflectError(
            f"There is no session {name[:40]!r} in this notebook",
            where=str(self._folder.top),
            do=f"Did you mean {near[0]}?" if near else "`reflect-tui list` shows them all.",
        )

    def _put_aside(self, path: Path, raw: bytes, error: Damaged) -> Damaged:
        """Copy a damaged file to `damaged/` as it is, one copy however often, and say so."""
        place = self._folder.damaged
        copy = place / f"{self._folder.name_of(path)}-{digest(raw)[:8]}{self._folder.coder.suffix}"
        try:
            files.private_folder(place)
            files.replace(copy, raw)
        except NotKept as refused:
            do = f"No copy of it could be put aside. {refused.what}."
        else:
            do = f"A copy was put aside as damaged/{copy.name}; the file was left as it is."
        return Damaged(error.what, where=error.where, do=do)
