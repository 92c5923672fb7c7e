"""Giving a notebook a password, and taking it off: every file written anew, one after the other.

Either can be cut off at any moment. What `notebook.toml` says comes first, each file's new form
stands before its old one goes, and whoever opens the notebook next goes on where it stopped.
Sealing needs no password to go on; unsealing needs it.
"""

from __future__ import annotations

import stat
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from reflect_tui import files
from reflect_tui.errors import CannotRead, Damaged, Locked, NotKept, ReflectError
from reflect_tui.notebook import rewriting, seal
from reflect_tui.notebook.coder import PLAIN
from reflect_tui.notebook.folder import About, Folder
from reflect_tui.notebook.seal import Sealed
from reflect_tui.notebook.tables import digest

Told = Callable[[int, int], None]
"""Hears how many files are done, of how many."""


def _nobody(done: int, of: int) -> None:
    """Nobody wants to hear."""


def begin_sealing(folder: Folder, password: str) -> str:
    """Give the notebook a password; the recovery words. `finish` then seals what is there.

    Raises NotKept, and ReflectError when it has one already or the password is too short.
    """
    if isinstance(folder.coder, Sealed):
        raise ReflectError("This notebook has a password already", do="Change it instead.")
    words, recovery = seal.check_password(password), seal.new_recovery_words()
    identity = seal.new_identity()
    recipient = seal.public_key(identity)
    _keep_older_keys(folder)
    # A failed try may stand there all the same: nothing may be sealed for a key that goes now.
    with suppress(FileNotFoundError):
        if folder.said().recipient:
            folder.say(About())
    # Both ways in stand before anything is sealed; without notebook.toml they open nothing.
    for path, opens_with in ((folder.identity, words), (folder.recovery, recovery)):
        files.replace(path, seal.wrap(identity, opens_with))
    folder.say(About(sealed=True, recipient=recipient, changing=True))
    folder.coder = Sealed(recipient, identity)
    return recovery


def seal_first(folder: Folder, path: Path) -> bool:
    """Seal one session before all others, because work on it goes on; whether that was done."""
    try:
        rewriting.seal_one(folder.coder, path)
    except (FileNotFoundError, CannotRead, NotKept):
        return False
    return True


def begin_unsealing(folder: Folder) -> None:
    """Say that the password is to go; `finish` then unseals what is there.

    Raises NotKept, and Locked unless the identity is in hand.
    """
    coder = folder.coder
    if not isinstance(coder, Sealed):
        raise ReflectError("This notebook has no password")
    if coder.identity is None:
        raise Locked("This notebook is locked", do="Unlock it first.")
    folder.say(About(sealed=False, recipient=coder.recipient, changing=True))


def waits(folder: Folder) -> bool:
    """Whether sealing or unsealing was begun and is not done."""
    try:
        return folder.said().changing
    except (FileNotFoundError, CannotRead, Damaged):
        return False  # Opening the notebook the next time says what is wrong.


def finish(folder: Folder, told: Told = _nobody) -> list[Path]:
    """Go on with what was begun, to its end; the files that had to stay as they are.

    Does nothing where nothing was begun, nor where unsealing waits for the password. Sealing is
    at its end once no file had to stay. Another window may have given the notebook a password,
    or taken it off, since it was opened here: from now on it is written as it says itself.

    Only whoever holds the notebook may call it. Raises NotKept, and CannotRead or Damaged where
    the notebook itself can't be read; then it can be called again.
    """
    try:
        about = folder.said()
    except FileNotFoundError:
        return []
    _write_as_said(folder, about)
    if not about.changing:
        return []
    # Somebody may lock the notebook meanwhile; what was begun is done all the same.
    coder = folder.coder
    if about.sealed:
        left = _each(
            rewriting.plain_files(folder), lambda path: rewriting.seal_one(coder, path), told
        )
        swept = [files.sweep(place) for place in (folder.top, *folder.holders)]
        if not left and all(swept):
            _settle(folder)
            folder.say(About(sealed=True, recipient=about.recipient))
        return left
    if isinstance(coder, Sealed) and coder.identity is None:
        return []
    damaged: list[Path] = []
    waiting: list[Path] = []

    def unseal(path: Path) -> None:
        try:
            kept = files.read_own(path)
        except CannotRead:
            if _is_a_file(path):
                waiting.append(path)
            raise
        try:
            rewriting.unseal_one(path, coder.decode(kept))
        except Damaged:
            damaged.append(path)
            raise

    left = _each(rewriting.sealed_files(folder), unseal, told)
    if waiting:
        raise NotKept(
            "The password stays for now: not every file can be read",
            where=str(waiting[0]),
            do="It goes once all of them can be; it is tried again by itself.",
        )
    left = [_aside(folder, path) if path in damaged else path for path in left]
    _settle(folder)
    folder.say(About())
    folder.coder = PLAIN
    # What could not be opened may open another day: the key stays with it.
    for path in () if left else (folder.identity, folder.recovery):
        rewriting.removed(path)
    files.settle(folder.top)
    return left


def _settle(folder: Folder) -> None:
    """Let no file whose new form stands come back when the power goes; raises NotKept."""
    for place in folder.holders:
        files.settle(place)


def _is_a_file(path: Path) -> bool:
    """Whether a file stands there, rather than a link or a folder; also if it can't be told."""
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except OSError:
        return True


def follow(folder: Folder) -> None:
    """Write as `notebook.toml` says, where it may say another thing than was thought.

    A disk that called it not kept may hold it all the same. Raises NotKept when it can't be told.
    """
    try:
        _write_as_said(folder, folder.said())
    except FileNotFoundError:
        return
    except (CannotRead, Damaged) as error:
        raise NotKept(f"Not kept: {error.what}", where=error.where, do=error.do) from error


def _write_as_said(folder: Folder, about: About) -> None:
    """Write from now on as `notebook.toml` says; a key that fits stays in hand."""
    coder = folder.coder
    if not about.recipient:
        folder.coder = PLAIN
    elif not isinstance(coder, Sealed) or coder.recipient != about.recipient:
        folder.coder = Sealed(about.recipient)


def _keep_older_keys(folder: Folder) -> None:
    """Give the key of files that are sealed already a name of its own; raises NotKept.

    Such files stay when a password was taken off and they could not be opened then.
    """
    if not rewriting.sealed_files(folder):
        return
    for path in (folder.identity, folder.recovery):
        with suppress(FileNotFoundError, FileExistsError):
            mark = digest(files.read_own(path))[:8]
            files.move(path, path.with_name(f"{path.stem}-{mark}{path.suffix}"))


def _each(paths: list[Path], do: Callable[[Path], None], told: Told) -> list[Path]:
    left = []
    for number, path in enumerate(paths, start=1):
        try:
            do(path)
        except FileNotFoundError:
            continue
        except (CannotRead, Damaged):
            left.append(path)
        told(number, len(paths))
    return left


def _aside(folder: Folder, path: Path) -> Path:
    """Put a damaged file with the damaged ones, where it was a session; raises NotKept."""
    if path.parent != folder.sessions:
        return path
    files.private_folder(folder.damaged)
    return rewriting.moved(path, folder.damaged / path.name)
