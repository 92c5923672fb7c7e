"""The only code that writes to disk: atomic, private, and never over somebody else's file.

`replace` is for what the program keeps: after it returns, the new bytes are on the disk under the
file's name, and at no moment was there a file half old and half new. `create_new` is for what a
person hands over: it never writes over anything.
"""

from __future__ import annotations

import errno
import os
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from reflect_tui.errors import CannotRead, NotKept

WINDOWS = sys.platform == "win32"
PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700
STRAY_MARK = ".part"
"""How our temporary files end, so that strays can be told from anything else."""

LARGEST = 64_000_000
"""Bytes that a file of the notebook may hold; a session with its exercises comes to some 100 KB."""

_AT_ONCE = 1 << 20
"""Bytes asked for in one go."""
_OURS_ALONE = getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)

_HELD_BY_OTHERS = {5, 32, 33}
"""Windows: access denied, sharing violation, lock violation — a scanner or a sync client reads."""
_HELD_FOR_SECONDS = 2.5

_MAKE_ROOM = "Make some room; it is tried again by itself."
_REASONS = {
    errno.ENOSPC: ("the disk is full", _MAKE_ROOM),
    errno.EDQUOT: ("your share of the disk is full", _MAKE_ROOM),
    errno.EROFS: ("the disk can only be read", "Choose a folder that can be written to."),
    errno.EACCES: ("the folder may not be written to", "Ask for the right to write there."),
    errno.EPERM: ("the folder may not be written to", "Ask for the right to write there."),
    errno.ENOENT: ("the folder is gone", "Put it back, or start again with another folder."),
    errno.ENOTDIR: ("a file stands where a folder is needed", "Choose another folder."),
    errno.EEXIST: ("a link that leads nowhere stands there", "Choose another folder."),
    errno.EIO: ("the disk did not answer", "Check the disk; it is tried again by itself."),
    errno.ENAMETOOLONG: ("the name is too long", "Choose a folder with a shorter name."),
    errno.ELOOP: ("a link stands where a file is needed", "Move the link away."),
    errno.EISDIR: ("a folder stands where a file is needed", "Move the folder away."),
}


def reason(error: OSError) -> tuple[str, str]:
    """Why the disk refused, and what to do about it, in plain words."""
    otherwise = ("the disk refused", "Check the disk and the folder; it is tried again by itself.")
    return _REASONS.get(error.errno or 0, otherwise)


_NOT_ALLOWED = ("you may not open it", "Ask whoever looks after this computer for the right.")
_WHY_NOT_READ = {
    errno.EACCES: _NOT_ALLOWED,
    errno.EPERM: _NOT_ALLOWED,
    errno.ENOTDIR: ("a file stands where a folder is needed", "Choose another folder."),
    errno.EISDIR: ("it is a folder", "Choose a file."),
    errno.ENAMETOOLONG: ("the name is too long", "Choose a folder with a shorter name."),
    errno.EINVAL: ("it is no ordinary file", "Nothing was changed; move it away."),
    errno.ELOOP: ("it is a link, and links are not followed here", "Put the file itself there."),
}


def cannot_read(what: str, path: Path, error: OSError) -> CannotRead:
    """The error to raise when `path` could not be read; `what` says what it is."""
    otherwise = ("the disk did not answer", "Try again in a moment.")
    why, do = _WHY_NOT_READ.get(error.errno or 0, otherwise)
    return CannotRead(
        f"{what} cannot be read now: {why}", where=str(path), do=f"Nothing was changed. {do}"
    )


def not_kept(path: Path, error: OSError) -> NotKept:
    """The error to raise when writing `path` failed; names the folder, never what was written."""
    why, do = reason(error)
    return NotKept(f"Not kept: {why}", where=str(path.parent), do=do)


def private_folder(path: Path) -> None:
    """Make a folder, and those above it, for this user's eyes only; leave one that is there.

    Raises NotKept.
    """
    missing, place = [], path
    try:
        while not place.exists():
            missing.append(place)
            place = place.parent
        for folder in reversed(missing):
            folder.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)
            _sync_folder(folder.parent)
        if not path.is_dir():
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR))
    except OSError as error:
        raise not_kept(path / "x", error) from error


def replace(path: Path, data: bytes, *, as_old_as: Path | None = None) -> None:
    """Put `data` under `path`, durably: all of it or, whatever happens, none of it.

    The folder must be there. With `as_old_as` it gets that file's time of last change. Raises
    NotKept; then the file is as it was, or, where only the folder could not be made to remember
    the name, whole and new.
    """
    stray = path.with_name(f"{path.name}.{os.urandom(4).hex()}{STRAY_MARK}")
    try:
        written = None if as_old_as is None else as_old_as.stat().st_mtime_ns
        _write_new(stray, data, written)
        try:
            _put_in_place(stray, path)
        except OSError:
            _remove(stray)
            raise
        _sync_folder(path.parent)
    except OSError as error:
        raise not_kept(path, error) from error


def create_new(path: Path, data: bytes, *, written: float | None = None) -> None:
    """Write `data` as a new file, durably; raise FileExistsError rather than write over one.

    `written` is when it was last changed, in seconds since 1970; now, when left out. Raises
    NotKept for every other trouble; then nothing of ours is left behind.
    """
    try:
        _write_new(path, data, None if written is None else int(written * 1_000_000_000))
        try:
            _sync_folder(path.parent)
        except OSError:
            _remove(path)
            raise
    except FileExistsError:
        raise
    except OSError as error:
        raise not_kept(path, error) from error


def move(path: Path, to: Path) -> None:
    """Give a file another name, durably; raises NotKept, and FileExistsError for a name taken.

    Only whoever holds the notebook may call it: nobody else may give that name meanwhile.
    """
    try:
        if os.path.lexists(to):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(to))
        _put_in_place(path, to)
        _sync_folder(to.parent)
        _sync_folder(path.parent)
    except FileExistsError:
        raise
    except OSError as error:
        raise not_kept(to, error) from error


def remove(path: Path) -> None:
    """Remove a file; one that is gone already is fine. Raises OSError."""
    path.unlink(missing_ok=True)


def remove_folder(path: Path) -> None:
    """Remove an empty folder; one that is gone already is fine. Raises OSError."""
    with suppress(FileNotFoundError):
        path.rmdir()


def settle(folder: Path) -> None:
    """Make what was removed from a folder stay removed, even if the power goes. Raises NotKept."""
    try:
        _sync_folder(folder)
    except OSError as error:
        raise not_kept(folder / "x", error) from error


def read(path: Path, *, at_most: int | None = None) -> bytes:
    """The bytes of a file; raises CannotRead, FileNotFoundError when there is none."""
    return _read(path, at_most, follow=True)


def read_own(path: Path, *, at_most: int = LARGEST) -> bytes:
    """The same of a file of our own, where no link may stand and nothing to wait on."""
    return _read(path, at_most, follow=False)


def _read(path: Path, at_most: int | None, *, follow: bool) -> bytes:
    flags = os.O_RDONLY | _OURS_ALONE
    flags |= 0 if follow else _NO_LINK | getattr(os, "O_NONBLOCK", 0)
    try:
        descriptor = os.open(path, flags)
        try:
            if not follow and not stat.S_ISREG(os.fstat(descriptor).st_mode):
                raise OSError(errno.EINVAL, "no ordinary file")
            data = _all_of(descriptor, at_most)
        finally:
            os.close(descriptor)
    except FileNotFoundError:
        raise
    except OSError as error:
        raise cannot_read("This file", path, error) from error
    if at_most is not None and len(data) > at_most:
        what = f"This file is larger than {at_most // 1_000_000} MB"
        raise CannotRead(what, where=str(path), do="Nothing was changed; choose another file.")
    return data


def _all_of(descriptor: int, at_most: int | None) -> bytes:
    """What an open file holds, up to one byte more than `at_most`."""
    parts, room = [], sys.maxsize if at_most is None else at_most + 1
    while room and (part := os.read(descriptor, min(room, _AT_ONCE))):
        parts.append(part)
        room -= len(part)
    return b"".join(parts)


def strays(folder: Path) -> list[Path]:
    """Temporary files of ours that a crash left in `folder`; raises OSError."""
    return sorted(folder.glob(f"*{STRAY_MARK}")) if folder.is_dir() else []


def sweep(folder: Path) -> bool:
    """Remove strays of ours; whether none is left. Only whoever holds the notebook may call it."""
    with suppress(OSError):
        return not [stray for stray in strays(folder) if not _remove(stray)]
    return False


@contextmanager
def thrown_away() -> Iterator[Path]:
    """A folder for a look round: only this user's, and gone afterwards with all that is in it."""
    import shutil
    import tempfile

    folder = Path(tempfile.mkdtemp(prefix="reflect-demo-"))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _write_new(path: Path, data: bytes, written: int | None = None) -> None:
    """Write a file that must not exist yet, follow no link, and wait until the disk has it."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NO_LINK | _OURS_ALONE
    descriptor = os.open(path, flags, PRIVATE_FILE)
    try:
        try:
            view = memoryview(data)
            while view:
                view = view[os.write(descriptor, view) :]
            if written is not None:
                os.utime(descriptor if os.utime in os.supports_fd else path, ns=(written, written))
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except OSError:
        _remove(path)
        raise


def _put_in_place(stray: Path, path: Path) -> None:
    """Rename over the old file; on Windows wait a little for whoever has it open."""
    until = time.monotonic() + _HELD_FOR_SECONDS
    while True:
        try:
            os.replace(stray, path)  # noqa: PTH105  (the fault tests stand on the call itself)
            return
        except OSError as error:
            held = getattr(error, "winerror", None) in _HELD_BY_OTHERS
            if not (WINDOWS and held) or time.monotonic() > until:
                raise
            time.sleep(0.05)


def _sync_folder(folder: Path) -> None:
    """Make a new name in a folder durable. Windows has no such call and needs none."""
    if WINDOWS:
        return
    descriptor = os.open(folder, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0))
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _remove(path: Path) -> bool:
    """Remove our own temporary file; that it cannot be removed must not hide the first trouble."""
    with suppress(OSError):
        path.unlink()
        return True
    return False
