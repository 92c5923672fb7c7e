"""What is well with the program and its notebook, and what isn't. Reads only, changes nothing."""

from __future__ import annotations

import os
import platform
import shutil
import stat
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from reflect_tui import __version__, files
from reflect_tui.errors import ReflectError
from reflect_tui.notebook.folder import FORMAT, Folder, opened
from reflect_tui.notebook.hold import FILE as HELD
from reflect_tui.notebook.hold import Hold
from reflect_tui.notebook.seal import SEALED_SUFFIX

_ROOM: Final = 50_000_000
"""Bytes that should be free; a session with its earlier states comes to less than one million."""
_SYNCED: Final = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "mobile documents": "iCloud",
    "icloud drive": "iCloud",
    "icloud~": "iCloud",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "box sync": "Box",
    "syncthing": "Syncthing",
}
_SHARES: Final = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "9p", "afs", "ncpfs"}
_DISTRIBUTIONS: Final = ("textual", "tinydb", "pydantic", "pyrage", "cryptography", "filelock")


class How(StrEnum):
    """How something is."""

    FINE = "fine"
    LOOK = "look"
    TROUBLE = "trouble"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at; holds nothing anyone wrote."""

    how: How
    what: str
    do: str = ""
    """What to do about it; empty where nothing is."""

    def as_json(self) -> dict[str, str]:
        """The same as JSON, for `doctor --json`."""
        return {"how": self.how, "what": self.what, "do": self.do}


def examine(top: Path, settings_problems: Iterable[str] = ()) -> list[Finding]:
    """Everything there is to find about a notebook's folder and the program round it."""
    found = [_versions(), *_terminal(), _core_files()]
    found += [
        Finding(How.LOOK, f"settings: {problem}", "Mend the line, or take it out.")
        for problem in settings_problems
    ]
    found += _place(top)
    if not Folder(top).about.exists():
        return [*found, Finding(How.FINE, f"notebook: none yet in {top}")]
    try:
        folder = opened(top)
        return [*found, *_notebook(folder)]
    except ReflectError as error:
        return [*found, Finding(How.TROUBLE, f"notebook: {error.what} ({error.where})", error.do)]


def synced(path: Path) -> str:
    """What copies this folder elsewhere by itself, or makes it a share; empty when nothing does."""
    places = (path.absolute(), path.resolve())
    for part in (part.casefold() for place in places for part in place.parts):
        if part == "box":
            return "Box"
        for sign, name in _SYNCED.items():
            if part.startswith(sign):
                return name
    above = [parent for place in places for parent in (place, *place.parents)]
    if any((parent / ".stfolder").exists() for parent in above):
        return "Syncthing"
    if str(path).startswith(("\\\\", "//")) or _mounted_as(path) in _SHARES:
        return "a network share"
    return ""


def _versions() -> Finding:
    from importlib.metadata import PackageNotFoundError, version

    def of(name: str) -> str:
        try:
            return f"{name} {version(name)}"
        except PackageNotFoundError:
            return f"{name} not installed"

    parts = [f"reflect-tui {__version__}", f"Python {platform.python_version()}"]
    parts += [of(name) for name in _DISTRIBUTIONS]
    parts += [f"notebook format {FORMAT}", "age format v1", platform.platform(terse=True)]
    return Finding(How.FINE, f"versions: {', '.join(parts)}")


def _terminal() -> Iterator[Finding]:
    if sys.stdout is None or not sys.stdout.isatty():
        yield Finding(How.LOOK, "terminal: none here", "Line by line works: reflect-tui plain.")
        return
    columns, lines = shutil.get_terminal_size()
    coding = (sys.stdout.encoding or "").lower()
    kind = os.environ.get("TERM", "unknown")
    words = f"terminal: {columns} by {lines}, {kind}, {coding}"
    if kind == "dumb":
        yield Finding(How.LOOK, words, "Only line by line works here: reflect-tui plain.")
    elif columns < 80 or lines < 24:
        yield Finding(How.LOOK, words, "Make the window larger: 80 by 24 shows everything.")
    elif "utf-8" not in coding and "utf8" not in coding:
        yield Finding(How.LOOK, words, "Some letters may be drawn as question marks.")
    else:
        yield Finding(How.FINE, words)


def _core_files() -> Finding:
    """A core file would hold everything that was on the screen."""
    try:
        import resource
    except ImportError:
        return Finding(How.FINE, "core files: not made on this system")
    if resource.getrlimit(resource.RLIMIT_CORE)[0] == 0:
        return Finding(How.FINE, "core files: off while the program runs")
    return Finding(How.TROUBLE, "core files: could not be turned off", "Run: ulimit -c 0")


def _place(top: Path) -> Iterator[Finding]:
    """The disk and the folders above the notebook."""
    there = next((place for place in (top, *top.parents) if place.exists()), top)
    name = synced(top)
    if name:
        yield Finding(
            How.LOOK,
            f"place: {top} is in {name}",
            "Copies of the notebook lie elsewhere too. A folder of this computer's own is better: "
            "--notebook, or REFLECT_TUI_HOME.",
        )
    try:
        free = shutil.disk_usage(there).free
    except OSError as error:
        yield Finding(How.TROUBLE, f"place: {files.reason(error)[0]} ({there})")
        return
    how = How.FINE if free >= _ROOM else How.TROUBLE
    do = "" if how is How.FINE else "Make some room, or saving will stop."
    yield Finding(how, f"room: {free // 1_000_000:,} MB free", do)
    if not os.access(there, os.W_OK):
        yield Finding(How.TROUBLE, f"place: {there} can't be written to", "Ask for the right.")


def _notebook(folder: Folder) -> Iterator[Finding]:
    about = folder.said()
    if about.changing:
        yield Finding(
            How.LOOK,
            "password: giving it or taking it off was cut off",
            "Open the notebook once: it goes on where it stopped. Nothing is lost.",
        )
    elif about.sealed:
        yield Finding(How.FINE, "password: the notebook is locked with one")
        for path in (folder.identity, folder.recovery):
            if not path.exists():
                yield Finding(
                    How.TROUBLE,
                    f"password: {path.name} has gone",
                    "Put it back from a backup; the other way in still works.",
                )
    else:
        yield Finding(
            How.LOOK,
            "password: none; whoever can open this account's files can read the notebook",
            "Give it one: reflect-tui passphrase.",
        )
    yield _hold(folder.top)
    yield from _rights(folder)
    yield from _strays(folder)


def _hold(top: Path) -> Finding:
    if not (top / HELD).exists():
        return Finding(How.FINE, "windows: no other is open")
    hold = Hold(top)
    if hold.take():
        hold.release()
        if hold.sure:
            return Finding(How.FINE, "windows: no other is open")
        return Finding(
            How.LOOK,
            "windows: this disk can't tell whether another is open",
            "Open the notebook in one window at a time. Nothing is lost otherwise, but a session "
            "may come to lie there twice.",
        )
    if hold.elsewhere:
        return Finding(How.FINE, "windows: the notebook is open in one now")
    return Finding(How.TROUBLE, f"windows: {hold.why_not}", "Ask for the right to write there.")


def _rights(folder: Folder) -> Iterator[Finding]:
    """Whether anyone but this user may look in."""
    if os.name != "posix":
        return
    open_to_others = []
    for place in (folder.top, *folder.holders):
        for path in (place, *place.iterdir()):
            told = path.lstat()
            if stat.S_ISLNK(told.st_mode):
                yield Finding(How.TROUBLE, f"link: {path}", "Links are not followed; move it away.")
            elif stat.S_IMODE(told.st_mode) & 0o077 or told.st_uid != os.getuid():
                open_to_others.append(path)
    if not open_to_others:
        yield Finding(How.FINE, "rights: only this user may look into the notebook")
        return
    yield Finding(
        How.LOOK,
        f"rights: others may look at {open_to_others[0]}"
        + (f" and {len(open_to_others) - 1} more" if len(open_to_others) > 1 else ""),
        f"Run: chmod -R go= {folder.top}",
    )


def _strays(folder: Folder) -> Iterator[Finding]:
    """What lies in the folders and is no session of the usual form."""
    parts = [path for place in (folder.top, *folder.holders) for path in files.strays(place)]
    if parts:
        yield Finding(
            How.LOOK,
            f"strays: {len(parts)} unfinished files of a crash",
            "They go by themselves the next time the notebook is opened to write.",
        )
    sessions = folder.session_files()
    plain = [path for path in sessions if not path.name.endswith(SEALED_SUFFIX)]
    if folder.said().sealed and plain:
        yield Finding(
            How.TROUBLE,
            f"strays: {len(plain)} sessions lie there without the password's lock",
            "They are listed as other copies; open each, then put the copy in the bin.",
        )
    foreign = [
        path
        for path in folder.sessions.iterdir()
        if path not in sessions and path not in parts and not path.name.startswith(".")
    ]
    if foreign:
        yield Finding(
            How.LOOK, f"strays: {foreign[0].name} and others are no sessions", "Move them away."
        )
    damaged = folder.files_in(folder.damaged)
    if damaged:
        yield Finding(
            How.LOOK,
            f"damaged: {len(damaged)} copies of files that could not be read",
            "Open the session: the newest earlier state that can be read is offered.",
        )


def _mounted_as(path: Path) -> str:
    """The kind of file system a path is on, where the system says so."""
    try:
        lines = Path("/proc/mounts").read_text("utf-8", errors="replace").splitlines()
    except OSError:
        return ""
    best, kind = "", ""
    for line in lines:
        _, where, found, *_ = line.split(" ")
        where = where.replace("\\040", " ")
        inside = path.absolute().is_relative_to(where)
        if inside and len(where) > len(best):
            best, kind = where, found
    return kind
