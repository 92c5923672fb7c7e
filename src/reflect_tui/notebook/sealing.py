"""Giving a notebook a password, and taking it off: every file written anew, one after the other.

Either can be cut off at any moment. What `notebook.toml` says comes first, each file's new form
stands before its old one goes, and whoever opens the notebook next goes on where it stopped.
Sealing needs no password to go on; unsealing needs it.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from reflect_tui import files
from reflect_tui.errors import CannotRead, Damaged, Locked, ReflectError
from reflect_tui.notebook import seal
from reflect_tui.notebook.coder import PLAIN
from reflect_tui.notebook.folder import About, Folder
from reflect_tui.notebook.seal import SEALED_SUFFIX, Sealed

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
    # Both ways in stand before anything is sealed; without notebook.toml they open nothing.
    for path, opens_with in ((folder.identity, words), (folder.recovery, recovery)):
        files.replace(path, seal.wrap(identity, opens_with))
    folder.say(About(sealed=True, recipient=recipient, changing=True))
    folder.coder = Sealed(recipient, identity)
    return recovery


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


def finish(folder: Folder, told: Told = _nobody) -> list[Path]:
    """Go on with what was begun, to its end; the files that had to stay as they are.

    Does nothing where nothing was begun, nor where unsealing waits for the password. Only
    whoever holds the notebook may call it. Raises NotKept; then it can be called again.
    """
    about = folder.said()
    if not about.changing:
        return []
    if about.sealed:
        left = _each(folder, _plain_files(folder), _seal_one, told)
        folder.say(About(sealed=True, recipient=about.recipient))
        return left
    if isinstance(folder.coder, Sealed) and folder.coder.identity is None:
        return []
    left = _each(folder, _sealed_files(folder), _unseal_one, told)
    left = [_aside(folder, path) for path in left]
    folder.say(About())
    folder.coder = PLAIN
    # What could not be opened may open another day: the key stays with it.
    for path in () if left else (folder.identity, folder.recovery):
        _removed(path)
    return left


def _each(
    folder: Folder, paths: list[Path], do: Callable[[Folder, Path], None], told: Told
) -> list[Path]:
    left = []
    for number, path in enumerate(paths, start=1):
        try:
            do(folder, path)
        except FileNotFoundError:
            continue
        except (CannotRead, Damaged):
            left.append(path)
        told(number, len(paths))
    return left


def _removed(path: Path) -> None:
    """Remove a file whose new form stands; raises NotKept, so that none stays in silence."""
    try:
        files.remove(path)
    except OSError as error:
        raise files.not_kept(path, error) from error


def _aside(folder: Folder, path: Path) -> Path:
    """Put a file that could not be opened with the damaged ones, where it was a session."""
    if path.parent != folder.sessions:
        return path
    files.private_folder(folder.damaged)
    to = folder.damaged / path.name
    if not to.exists():
        files.move(path, to)
    return to


def _seal_one(folder: Folder, path: Path) -> None:
    sealed = folder.coder.encode(files.read_own(path))
    files.replace(path.with_name(path.name + SEALED_SUFFIX), sealed, as_old_as=path)
    _removed(path)


def _unseal_one(folder: Folder, path: Path) -> None:
    plain = folder.coder.decode(files.read_own(path))
    files.replace(path.with_name(path.name.removesuffix(SEALED_SUFFIX)), plain, as_old_as=path)
    _removed(path)


def _plain_files(folder: Folder) -> list[Path]:
    found = [path for place in folder.holders for path in folder.files_in(place)]
    return sorted(path for path in found if not path.name.endswith(SEALED_SUFFIX))


def _sealed_files(folder: Folder) -> list[Path]:
    found = [path for place in folder.holders for path in folder.files_in(place)]
    return sorted(path for path in found if path.name.endswith(SEALED_SUFFIX))
