"""A backup: the whole notebook in one age file, and a notebook made of one again.

The file is sealed to the notebook's own public key, so making one asks for no password, and its
header carries the key under the password and under the recovery words: either opens it, with
nothing else at hand. A notebook without a password is sealed for the backup with one of its own.
"""

from __future__ import annotations

import io
import itertools
import os
import re
import shutil
import tarfile
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from reflect_tui import files
from reflect_tui.errors import CannotRead, Damaged, ReflectError
from reflect_tui.notebook import age, seal
from reflect_tui.notebook.folder import Folder

if TYPE_CHECKING:
    from pyrage.x25519 import Identity

IDENTITY: Final = "reflect-tui/identity"
"""The stanza whose body is `identity.age`: the key under the password."""
RECOVERY: Final = "reflect-tui/recovery"
"""The stanza whose body is `recovery.age`: the key under the recovery words."""
LARGEST: Final = 1_000_000_000
"""Bytes a backup may have: all of it is held in memory at once."""

_PART = r"[^/\\:\x00-\x1f]+"
_FOLDERS = rf"(sessions|bin|damaged|earlier/{_PART})"
_KEYS = r"(identity|recovery)(-[0-9a-f]{8})?\.age"
_NAME = re.compile(rf"notebook\.toml|{_KEYS}|{_FOLDERS}/{_PART}")
"""Everything that can be in a backup, and nothing that leads out of a folder."""
_LOOKS: Final = 5
_FAR_OFF: Final = float(1 << 40)
"""Seconds since 1970 that no file was written at; `nan` and `inf` are none either."""


def make(folder: Folder, password: str = "") -> bytes:
    """The whole notebook as one age file; `password` seals that of a notebook without one.

    Each file is read once, and is whole at any moment; one that goes meanwhile was moved, and is
    looked for again. Raises CannotRead, and ReflectError without a password where one is needed.
    """
    about = folder.said()
    if about.recipient:
        recipient = about.recipient
        carried = {IDENTITY: folder.identity, RECOVERY: folder.recovery}
        stanzas = [
            age.Stanza((name,), files.read_own(path))
            for name, path in carried.items()
            if path.exists()
        ]
    else:
        identity = seal.new_identity()
        recipient = seal.public_key(identity)
        words = seal.check_password(password)
        stanzas = [age.Stanza((IDENTITY,), seal.wrap(identity, words))]
    key = age.new_file_key()
    return age.file(_packed(folder), [age.for_recipient(key, recipient), *stanzas], key)


def write_into(folder: Path, kept: bytes) -> Path:
    """Write a backup into a folder under a free name, which says a date and no title.

    Raises NotKept.
    """
    files.private_folder(folder)
    for number in itertools.count(1):
        path = folder / f"reflect-tui-backup-{datetime.now():%Y-%m-%d}-{number}.age"
        try:
            files.create_new(path, kept)
        except FileExistsError:
            continue
        return path
    raise AssertionError("there is always another number")


def restore(kept: bytes, words: str, to: Path, *, recovery: bool = False, where: str = "") -> int:
    """Make a notebook of a backup in a folder that isn't there yet; how many sessions it holds.

    `words` is the password, or the recovery words. Raises WrongWords, Damaged, CannotRead,
    NotKept, and ReflectError where something stands already; then nothing was made.
    """
    if to.exists() and (not to.is_dir() or any(to.iterdir())):
        raise ReflectError(
            "Something stands there already, and nothing is ever written over",
            where=str(to),
            do="Choose a folder that isn't there yet.",
        )
    found = _unpacked(_opened(kept, words, recovery=recovery, where=where), where)
    if "notebook.toml" not in found:
        raise _damaged(where)
    # Made under another name: a restore that was cut off must never be taken for a whole one.
    part = to.with_name(f"{to.name}.{os.urandom(4).hex()}{files.STRAY_MARK}")
    try:
        for place in (part / "sessions", part / "earlier"):
            files.private_folder(place)
        for name, (data, written) in found.items():
            path = part / name
            files.private_folder(path.parent)
            files.create_new(path, data, written=written)
        with suppress(OSError):
            files.remove_folder(to)
        files.move(part, to)
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        raise
    return sum(name.startswith("sessions/") for name in found)


def _packed(folder: Folder) -> bytes:
    """A tar of everything in the notebook's folder that is its own."""
    held = io.BytesIO()
    seen: set[str] = set()
    with tarfile.open(fileobj=held, mode="w", format=tarfile.PAX_FORMAT) as tar:
        for path in _found_in_the_end(folder, seen):
            name = path.relative_to(folder.top).as_posix()
            try:
                data, written = files.read_own(path), path.stat().st_mtime
            except FileNotFoundError:
                continue
            seen.add(name)
            if held.tell() + len(data) > LARGEST:
                raise CannotRead(
                    "This notebook is larger than a backup can be",
                    where=str(folder.top),
                    do="Copy its folder instead, while the program isn't open.",
                )
            entry = tarfile.TarInfo(name)
            entry.size, entry.mtime, entry.mode = len(data), written, files.PRIVATE_FILE
            tar.addfile(entry, io.BytesIO(data))
    return held.getvalue()


def _found_in_the_end(folder: Folder, seen: set[str]) -> Iterator[Path]:
    """Every file of the notebook's own that isn't in `seen` when it is its turn.

    Looked through until there is nothing new: what was moved while others were read stands
    elsewhere by then.
    """
    for _ in range(_LOOKS):
        new = [
            path
            for path in _own_files(folder)
            if (name := path.relative_to(folder.top).as_posix()) not in seen
            and _NAME.fullmatch(name)
        ]
        if not new:
            return
        yield from new


def _own_files(folder: Folder) -> list[Path]:
    older = sorted(path for path in folder.top.glob("*-*.age") if _NAME.fullmatch(path.name))
    tops = [folder.about, folder.identity, folder.recovery, *older]
    inside = [path for place in folder.holders for path in folder.files_in(place)]
    return [path for path in tops if path.exists()] + sorted(inside)


def _opened(kept: bytes, words: str, *, recovery: bool, where: str) -> bytes:
    """What is in a backup; raises WrongWords, Damaged, CannotRead."""
    wanted = RECOVERY if recovery else IDENTITY
    try:
        carried = [stanza.body for stanza in age.stanzas_of(kept) if stanza.words == (wanted,)]
    except ValueError:
        raise _damaged(where) from None
    if not carried:
        other = "Give its password instead." if recovery else "Choose another file."
        raise ReflectError("That opens no backup like this one", where=where, do=other)
    typed = seal.as_recovery_words(words) if recovery else seal.as_password(words)
    identity: Identity = seal.unwrap(carried[0], typed, where)
    try:
        return seal.Sealed(seal.public_key(identity), identity).decode(kept)
    except CannotRead:
        raise _damaged(where) from None
    except Damaged:
        raise _damaged(where) from None


def _unpacked(packed: bytes, where: str) -> dict[str, tuple[bytes, float]]:
    """The files in a backup with the time each was written; raises Damaged for any other thing."""
    found: dict[str, tuple[bytes, float]] = {}
    try:
        with tarfile.open(fileobj=io.BytesIO(packed), mode="r:") as tar:
            for entry in tar:
                sound = entry.isreg() and not entry.issparse() and entry.size <= len(packed)
                held = tar.extractfile(entry) if sound else None
                parts, written = entry.name.split("/"), float(entry.mtime)
                named = _NAME.fullmatch(entry.name) and not {".", ".."} & set(parts)
                if held is None or not named or not 0 <= written < _FAR_OFF:
                    raise _damaged(where)
                found[entry.name] = (held.read(), written)
    except (tarfile.TarError, ValueError, OSError, EOFError):
        raise _damaged(where) from None
    return found


def _damaged(where: str) -> Damaged:
    return Damaged(
        "This is no backup of a notebook, or it is broken off or written over",
        where=where,
        do="Nothing was made; choose another file.",
    )
