"""The notebook: where sessions are kept, one file each, and how one is saved and opened again."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from reflect_tui import files
from reflect_tui.errors import Damaged, Locked, NotKept, ReflectError
from reflect_tui.notebook import amiss, earlier, folder, sealing, tables
from reflect_tui.notebook.bin import Bin
from reflect_tui.notebook.earlier import State
from reflect_tui.notebook.hold import Hold
from reflect_tui.notebook.key import Key
from reflect_tui.notebook.lines import Lines
from reflect_tui.notebook.summary import Summary, every_session, still_open
from reflect_tui.notebook.threads import Threads, carried_to

if TYPE_CHECKING:
    from reflect_tui.session.agreed import AgreedAction
    from reflect_tui.session.model import Session

# TinyDB and pydantic are imported where a session is opened or saved: a list needs neither, and
# together they would cost it a tenth of a second.


class Notebook:
    """A folder of sessions. All methods may be called from any thread."""

    def __init__(self, place: folder.Folder) -> None:
        self._folder = place
        self._lock = threading.RLock()
        self._lines = Lines(place)
        self._threads = Threads(place)
        self._unfinished = False
        self.key = Key(place)
        """Whether it is locked, and what unlocks it."""
        self.hold = Hold(place.top)
        """Whether this program is the one that writes."""
        self.bin = Bin(place)
        """What was put in the bin."""

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

        Raises CannotRead when the folder itself can't be read, and Locked.
        """
        found = every_session(self.readable())
        self._threads.learn(found)
        return found

    def readable(self) -> folder.Folder:
        """Its folder, as it is read now; raises Locked while it can't be."""
        if self.hold.elsewhere:  # The other window may have given it a password, or taken it off.
            with self._lock, self._lines.followed(), suppress(NotKept):
                sealing.follow(self._folder)
        if self.key.locked:
            raise Locked("This notebook is locked", do="Unlock it with its password first.")
        return self._folder

    def open_actions(self, among: Iterable[Summary] | None = None) -> list[AgreedAction]:
        """What was agreed and is not yet come back to, newest first.

        Looks through `among` (as `sessions` gave them), or through all. Raises CannotRead.
        """
        return still_open(self.sessions() if among is None else among)

    def carried_to(self, session: Session) -> tuple[AgreedAction, ...]:
        """What the sessions before one in its thread agreed, and no other came back to.

        The newest session's first; nothing for the first of a thread. Raises CannotRead.
        """
        if session.thread == session.id:
            return ()
        return carried_to(session, self._threads.sessions(session.thread))

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
        storage = SessionStorage(path, self._folder.coder_for(path))
        with self._lock:
            try:
                session = records.from_tables(storage.read(), str(path))
            except FileNotFoundError:
                raise amiss.unknown(self._folder, name) from None
            except Damaged as error:
                raise amiss.put_aside(self._folder, path, storage.raw or b"", error) from error
            if session.id != name:
                copied = {"id": new_session_id(), "other_of": session.id}
                return session.model_copy(update=copied)
            return self._lines.begin(session, storage.raw or b"")

    # -- writing --------------------------------------------------------------------------

    def save(self, session: Session) -> Session:
        """Keep a session; when this returns, it is on the disk. Works while locked, too.

        Returns it as it was written, with its new revision. Where another program wrote to its
        file in the meantime, it is written as a new session marked `other_of`; what is returned,
        and every later save that goes on from the same opening, has the new id.

        Raises NotKept; then the file is as it was (or, when only the folder's own record failed,
        whole and new) and the same save can be tried again.
        """
        with self._lock:
            self._may_write()
            if self._unfinished:
                with self._lines.followed():
                    sealing.follow(self._folder)
            return self._lines.save(session)

    def take_over(self) -> bool:
        """Become the one that writes, unless another window is; whether it may write now.

        Sweeps what a crash left, and goes on with sealing that was cut off; with unsealing that
        was cut off once the notebook is unlocked. Raises NotKept when that can't be finished; it
        is tried again, in silence then, whenever this is called.
        """
        if not self.hold.held:
            if not self.hold.take():
                return False
            self.sweep()
            self.finish_sealing()
        elif self._unfinished:
            with suppress(NotKept):
                self.finish_sealing()
        return True

    def sweep(self) -> None:
        """Remove temporary files a crash left; only whoever holds the notebook may call this."""
        for place in (self._folder.top, *self._folder.holders):
            files.sweep(place)

    # -- password -------------------------------------------------------------------------

    def seal(self, password: str) -> str:
        """Give the notebook a password; returns the recovery words. `finish_sealing` does the rest.

        Raises NotKept, ReflectError.
        """
        with self._lock:
            self._may_write()
            with self._lines.followed() as at_work:
                recovery = sealing.begin_sealing(self._folder, password)
                for path in at_work:
                    sealing.seal_first(self._folder, path)
            self._unfinished = True
            return recovery

    def unseal(self) -> None:
        """Say that the password is to go; `finish_sealing` does the rest.

        Raises NotKept, and Locked unless it is unlocked.
        """
        with self._lock:
            self._may_write()
            sealing.begin_unsealing(self._folder)
            self._unfinished = True

    def finish_sealing(self, told: sealing.Told | None = None) -> list[Path]:
        """Write every file anew as the password asks for; those that had to stay as they are.

        Can be cut off and called again; does nothing where nothing was begun. Raises NotKept.
        """
        with self._lock, self._lines.followed():
            self._unfinished = True
            left = sealing.finish(self._folder, told) if told else sealing.finish(self._folder)
            self._unfinished = sealing.waits(self._folder)
            return left

    # -- earlier states -------------------------------------------------------------------

    def earlier(self, name: str) -> list[State]:
        """The earlier states of a session that are kept, newest first."""
        self._path(name)
        return earlier.states(self._folder, name)

    def load_earlier(self, state: State) -> Session:
        """An earlier state, to read; raises CannotRead, Damaged."""
        from reflect_tui.notebook import records

        try:
            kept = files.read_own(state.path)
        except FileNotFoundError as error:
            raise files.cannot_read("This earlier state", state.path, error) from error
        coder = self._folder.coder_for(state.path)
        where = str(state.path)
        return records.from_tables(tables.opened(kept, coder, where), where)

    def newest_good(self, name: str) -> tuple[State, Session] | None:
        """The newest earlier state that can be read, with what it says; None without one.

        Raises Locked, and CannotRead when it can't be told which there are.
        """
        for state in self.earlier(name):
            try:
                return state, self.load_earlier(state)
            except Locked:
                raise
            except ReflectError:
                continue  # Damaged, sealed with another key, or a newer program's.
        return None

    def bring_back(self, name: str, state: State) -> Session:
        """Put an earlier state in the place of a session that cannot be read, and open that.

        The bytes that stand there now are kept under `damaged/` first. Raises NotKept,
        CannotRead, Damaged.
        """
        session = self.load_earlier(state)
        path = self._path(name)
        with self._lock:
            self._may_write()
            with suppress(FileNotFoundError):
                amiss.copy_aside(self._folder, path, files.read_own(path))
            kept = session.model_copy(update={"revision": max(session.revision, state.revision)})
            self._lines.save(self._lines.begin(kept, self._bytes_of(path), put_aside=True))
        return self.load(name)

    # -- within: what can go wrong in reading ----------------------------------------------

    def _path(self, name: str) -> Path:
        """The file of a session; a name that isn't an id must be that of a file in the folder.

        So nobody's `../` leads out of the notebook. Raises ReflectError.
        """
        path = self._folder.session(name)
        if not amiss.ID.fullmatch(name) and path not in self._folder.session_files():
            raise amiss.unknown(self._folder, name)
        return path

    def _bytes_of(self, path: Path) -> bytes:
        try:
            return files.read_own(path)
        except FileNotFoundError:
            return b""

    def _may_write(self) -> None:
        """Raise NotKept where another window writes, or nobody can."""
        if not self.hold.held and self.hold.why_not:
            raise NotKept(
                f"Not kept: {self.hold.why_not}",
                where=str(self._folder.top),
                do="Close the other window." if self.hold.elsewhere else "Ask for the right.",
            )
