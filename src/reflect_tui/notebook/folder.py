"""The folder of a notebook: what lies where in it, and the few lines that say what it is."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from reflect_tui import files
from reflect_tui.errors import CannotRead, Damaged
from reflect_tui.notebook.coder import PLAIN, Coder
from reflect_tui.notebook.seal import SEALED_SUFFIX, NoKey, Sealed

FORMAT: Final = 1
"""The format of a notebook's folder; a higher one is refused untouched."""

_ABOUT = """\
# This folder is a reflect-tui notebook. Each file in sessions/ is one session.
# Change nothing here by hand while the program is open.
format = {format}
sealed = {sealed}
"""
_NOT_OURS = {"desktop.ini", "thumbs.db"}
"""What an operating system leaves in any folder."""
_RECIPIENT = re.compile(r"age1[a-z0-9]{58}")


@dataclass(frozen=True, slots=True)
class About:
    """What `notebook.toml` says; it holds nothing anyone wrote."""

    sealed: bool = False
    """Whether the notebook is locked with a password, or is to be once it is sealed whole."""
    recipient: str = ""
    """The public key that sessions are sealed with; empty without a password."""
    changing: bool = False
    """Whether sealing or unsealing was begun and is not done."""

    def to_bytes(self) -> bytes:
        """The lines of the file."""
        lines = _ABOUT.format(format=FORMAT, sealed=str(self.sealed).lower())
        if self.recipient:
            lines += f'recipient = "{self.recipient}"\n'
        if self.changing:
            lines += "changing = true\n"
        return lines.encode()


@dataclass(slots=True)
class Folder:
    """The places in a notebook's folder, and how its sessions stand on the disk."""

    top: Path
    coder: Coder = PLAIN
    """How sessions are written now; changed when the notebook is locked, unlocked or sealed."""

    @property
    def about(self) -> Path:
        """The file that says what this folder is."""
        return self.top / "notebook.toml"

    @property
    def identity(self) -> Path:
        """The key under the password."""
        return self.top / "identity.age"

    @property
    def recovery(self) -> Path:
        """The same key under the recovery words."""
        return self.top / "recovery.age"

    @property
    def sessions(self) -> Path:
        """One file a session."""
        return self.top / "sessions"

    @property
    def earlier(self) -> Path:
        """Earlier states, one folder a session."""
        return self.top / "earlier"

    @property
    def bin(self) -> Path:
        """What was put in the bin; made when there is something."""
        return self.top / "bin"

    @property
    def damaged(self) -> Path:
        """Copies of files that failed to read; made when there is one."""
        return self.top / "damaged"

    @property
    def holders(self) -> list[Path]:
        """Every folder that holds sessions or states of them, those that are there.

        A link is none of them: what it leads to is not the notebook's. Raises CannotRead.
        """
        try:
            states = sorted(self.earlier.iterdir()) if self.earlier.is_dir() else []
            found = [self.sessions, *states, self.bin, self.damaged]
            return [place for place in found if place.is_dir() and not place.is_symlink()]
        except OSError as error:
            raise files.cannot_read("The notebook", self.top, error) from error

    def session(self, name: str) -> Path:
        """The file of a session; a name that has an ending already is that file's own."""
        return self.sessions / self.file_name(name)

    def file_name(self, name: str) -> str:
        """What a session's file is called."""
        own = name.endswith(SEALED_SUFFIX) or ".json" in name
        return name if own else f"{name}{self.coder.suffix}"

    def name_of(self, path: Path) -> str:
        """What a session's file is called, without the ending this notebook gives.

        A file with another ending keeps it: it is another copy, and must not hide behind one.
        """
        own = self.coder.suffix
        name = path.name.removesuffix(own)
        return path.name if name.endswith(SEALED_SUFFIX) or ".json" in name else name

    def coder_for(self, path: Path) -> Coder:
        """How a file is read: sealed or not, as its ending says."""
        if not path.name.endswith(SEALED_SUFFIX):
            return PLAIN
        return self.coder if isinstance(self.coder, Sealed) else NoKey()

    def session_files(self) -> list[Path]:
        """Every file that is, or should be, a session, in no order that means anything.

        Raises CannotRead. Left out are our temporary files, and what an operating system keeps
        under a name that begins with a dot. A sync client's copy has its mark anywhere in the
        name, so its ending is not looked at too closely.
        """
        return self.files_in(self.sessions)

    def files_in(self, place: Path) -> list[Path]:
        """The same for any folder that holds sessions; nothing where there is no such folder."""
        try:
            found = list(place.iterdir())
        except FileNotFoundError:
            if place == self.sessions:
                raise files.cannot_read("The sessions", place, FileNotFoundError()) from None
            return []
        except OSError as error:
            raise files.cannot_read("The sessions", place, error) from error
        return [path for path in found if _may_be_a_session(path.name)]

    def say(self, about: About) -> None:
        """Write what this notebook is; raises NotKept."""
        files.replace(self.about, about.to_bytes())

    def said(self) -> About:
        """What this notebook is, as its file says; raises as `opened` does."""
        return _read(files.read_own(self.about, at_most=100_000), self.about)


def _may_be_a_session(name: str) -> bool:
    hidden = name.startswith(".") or name.lower() in _NOT_OURS
    ours = ".json" in name or name.endswith(SEALED_SUFFIX)
    return ours and not hidden and not name.endswith(files.STRAY_MARK)


def opened(top: Path) -> Folder:
    """The notebook's folder, made where it isn't there; one that is there is only read.

    Raises NotKept when it can't be made, CannotRead, Damaged, and ReflectError for a folder that
    a newer program made.
    """
    folder = Folder(top)
    try:
        about = folder.said()
    except FileNotFoundError:
        about = _make(folder)
    if about.recipient:
        folder.coder = Sealed(about.recipient)
    try:
        _refuse_links(folder)
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


def is_sealed(top: Path) -> bool:
    """Whether a notebook asks for a password, as far as can be said before it is opened."""
    try:
        return Folder(top).said().recipient != ""
    except (FileNotFoundError, CannotRead, Damaged):
        return False  # Opening it says what is wrong.


def _make(folder: Folder) -> About:
    """A new notebook; sessions that lie there already are taken in.

    What says that it is a notebook comes last: where that stands, the rest once stood too.
    """
    try:
        had_one = folder.identity.exists() or folder.recovery.exists()
    except OSError as error:
        raise files.cannot_read("The notebook", folder.top, error) from error
    if had_one:
        raise Damaged(
            "This notebook has a password, and the file that says so has gone",
            where=str(folder.about),
            do="Nothing was changed; put notebook.toml back from a backup.",
        )
    files.private_folder(folder.sessions)
    files.private_folder(folder.earlier)
    folder.say(About())
    return About()


def _refuse_links(folder: Folder) -> None:
    """Words must not be led elsewhere: no place within the notebook may be a link."""
    for place in (folder.sessions, folder.earlier, folder.bin, folder.damaged):
        if place.is_symlink():
            raise CannotRead(
                "A link stands where this notebook's own folder should be",
                where=str(place),
                do="Nothing was changed; move the link away and put the folder itself there.",
            )


def _read(raw: bytes, path: Path) -> About:
    """What the lines say; raises for what this program cannot open."""
    # Here, because every start loads this module, and the first screen needs no table.
    from reflect_tui.notebook.tables import refuse_newer

    try:
        said = tomllib.loads(raw.decode("utf-8-sig"))
        version = int(said["format"])
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, KeyError, TypeError, ValueError):
        raise _not_understood(path) from None
    refuse_newer(version, FORMAT, str(path))
    about = About(
        sealed=said.get("sealed") is True,
        recipient=str(said.get("recipient", "")),
        changing=said.get("changing") is True,
    )
    if about.recipient and not _RECIPIENT.fullmatch(about.recipient):
        raise _not_understood(path)
    if about.sealed and not about.recipient:
        raise _not_understood(path)
    return about


def _not_understood(path: Path) -> Damaged:
    return Damaged(
        "The file that says what this notebook is cannot be understood",
        where=str(path),
        do="Nothing was changed; put notebook.toml back from a backup.",
    )
