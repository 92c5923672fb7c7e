"""The folder of a notebook: what lies where in it, and the few lines that say what it is."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from reflect_tui import files
from reflect_tui.errors import Damaged, ReflectError
from reflect_tui.notebook.coder import PLAIN, Coder
from reflect_tui.notebook.tables import refuse_newer

FORMAT: Final = 1
"""The format of a notebook's folder; a higher one is refused untouched."""

_ABOUT = """\
# This folder is a reflect-tui notebook. Each file in sessions/ is one session.
# Change nothing here by hand while the program is open.
format = {format}
sealed = false
"""


@dataclass(frozen=True, slots=True)
class Folder:
    """The places in a notebook's folder, and how its sessions stand on the disk."""

    top: Path
    coder: Coder = PLAIN

    @property
    def about(self) -> Path:
        """The file that says what this folder is; it holds nothing anyone wrote."""
        return self.top / "notebook.toml"

    @property
    def sessions(self) -> Path:
        """One file a session."""
        return self.top / "sessions"

    @property
    def earlier(self) -> Path:
        """Earlier states, one folder a session."""
        return self.top / "earlier"

    @property
    def damaged(self) -> Path:
        """Copies of files that failed to read; made when there is one."""
        return self.top / "damaged"

    def session(self, name: str) -> Path:
        """The file of a session."""
        return self.sessions / f"{name}{self.coder.suffix}"

    def name_of(self, path: Path) -> str:
        """What a session's file is called, without its ending."""
        return path.name.removesuffix(self.coder.suffix)

    def session_files(self) -> list[Path]:
        """Every file that is, or should be, a session, in no order that means anything.

        Raises CannotRead. Left out are our temporary files, and what an operating system keeps
        under a name that begins with a dot.
        """
        try:
            found = list(self.sessions.iterdir())
        except OSError as error:
            raise files.cannot_read("The sessions", self.sessions, error) from error
        ours = (path for path in found if path.name.endswith(self.coder.suffix))
        return [path for path in ours if not path.name.startswith(".")]


def opened(top: Path) -> Folder:
    """The notebook's folder, made where it isn't there; one that is there is only read.

    Raises NotKept when it can't be made, CannotRead, Damaged, and ReflectError for a folder that
    a newer program made or that is locked.
    """
    folder = Folder(top)
    try:
        _check(files.read(folder.about, at_most=100_000), folder.about)
    except FileNotFoundError:
        _make(folder)
    try:
        there = folder.sessions.is_dir()
    except OSError as error:
        raise files.cannot_read("The sessions", folder.sessions, error) from error
    if not there:
        raise Damaged(
            "The folder with this notebook's sessions has gone",
            where=str(folder.sessions),
            do="Nothing was changed; put it back, from a backup if need be.",
        )
    return folder


def _make(folder: Folder) -> None:
    """A new notebook; sessions that lie there already are taken in.

    What says that it is a notebook comes last: where that stands, the rest once stood too.
    """
    files.private_folder(folder.sessions)
    files.private_folder(folder.earlier)
    files.replace(folder.about, _ABOUT.format(format=FORMAT).encode())


def _check(raw: bytes, path: Path) -> None:
    """Raise unless this program can open what the lines describe."""
    try:
        said = tomllib.loads(raw.decode("utf-8-sig"))
        version = int(said["format"])
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, KeyError, TypeError, ValueError):
        raise Damaged(
            "The file that says what this notebook is cannot be understood",
            where=str(path),
            do="Nothing was changed; put notebook.toml back from a backup.",
        ) from None
    refuse_newer(version, FORMAT, str(path))
    if said.get("sealed"):
        raise ReflectError("This notebook is locked with a password", where=str(path))
