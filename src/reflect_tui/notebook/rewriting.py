"""One file of a notebook from its plain form to the sealed one, and back.

The new form stands before the old one goes. What stands where it is to stand, and is something
else, gets a name of its own: nothing is written over.
"""

from __future__ import annotations

from pathlib import Path

from reflect_tui import files
from reflect_tui.errors import CannotRead
from reflect_tui.notebook.coder import Coder
from reflect_tui.notebook.folder import Folder
from reflect_tui.notebook.seal import SEALED_SUFFIX


def removed(path: Path) -> None:
    """Remove a file whose new form stands; raises NotKept, so that none stays in silence."""
    try:
        files.remove(path)
    except OSError as error:
        raise files.not_kept(path, error) from error


def moved(path: Path, to: Path) -> Path:
    """Give a file the name `to`, with a number where that is taken; raises NotKept."""
    stem, dot, end = to.name.partition(".")
    free, number = to, 1
    while True:
        try:
            files.move(path, free)
        except FileExistsError:
            number += 1
            free = to.with_name(f"{stem}-{number}{dot}{end}")
        else:
            return free


def seal_one(coder: Coder, path: Path) -> None:
    """Seal one file; raises FileNotFoundError, CannotRead, NotKept."""
    kept = files.read_own(path)
    if _is_sealed(kept):
        return  # Whatever it is called; sealed once more it would open no more.
    sealed = coder.encode(kept)
    to = path.with_name(path.name + SEALED_SUFFIX)
    # Without the password nothing else tells this file's own new form from another's words.
    at = _changed_at(to)
    if at is not None and at != _changed_at(path):
        moved(to, to)
    files.replace(to, sealed, as_old_as=path)
    removed(path)


def unseal_one(path: Path, plain: bytes) -> None:
    """Put what a sealed file holds in its place; raises FileNotFoundError, NotKept."""
    name = path.name.removesuffix(SEALED_SUFFIX)
    # Only what says `.json` is listed.
    to = path.with_name(name if ".json" in name else f"{name}.json")
    if to == path:
        files.replace(path, plain, as_old_as=path)
        return
    if _changed_at(to) is not None and not _holds(to, plain):
        moved(to, to)
    files.replace(to, plain, as_old_as=path)
    removed(path)


def _changed_at(path: Path) -> int | None:
    """When a file was last changed; None where there is none. Raises NotKept."""
    try:
        return path.lstat().st_mtime_ns
    except FileNotFoundError:
        return None
    except OSError as error:
        raise files.not_kept(path, error) from error


def _holds(path: Path, data: bytes) -> bool:
    try:
        return files.read_own(path) == data
    except CannotRead:
        return False


def _held(folder: Folder) -> list[Path]:
    return sorted(path for place in folder.holders for path in folder.files_in(place))


def plain_files(folder: Folder) -> list[Path]:
    """Every file whose name doesn't say that it is sealed; raises CannotRead."""
    return [path for path in _held(folder) if not path.name.endswith(SEALED_SUFFIX)]


def sealed_files(folder: Folder) -> list[Path]:
    """Every file that is sealed, or is called so; raises CannotRead."""
    return [path for path in _held(folder) if path.suffix == SEALED_SUFFIX or _looks_so(path)]


def _is_sealed(kept: bytes) -> bool:
    from reflect_tui.notebook.age import INTRO  # An unsealed notebook needs none of it.

    return kept.startswith(INTRO)


def _looks_so(path: Path) -> bool:
    """Whether a file whose name doesn't say so is sealed, as one that was renamed."""
    try:
        return _is_sealed(files.read_own(path))
    except (FileNotFoundError, CannotRead):
        return False
