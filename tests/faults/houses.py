"""The two kinds of notebook: one that anything can read, and one under a password.

The password costs next to nothing here (see `conftest`), so that it can be given thousands of
times.
"""

from __future__ import annotations

import atexit
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import Enum
from functools import cache
from pathlib import Path

from reflect_tui.errors import ReflectError, WrongWords
from reflect_tui.notebook.notebook import Notebook
from reflect_tui.notebook.seal import SEALED_SUFFIX
from tests.strategies import words_of

PASSWORD = "a lamp, a kettle, a map"
OTHER_PASSWORD = "a drawer with string in it"


class House(Enum):
    """How a notebook is kept."""

    PLAIN = "unsealed"
    SEALED = "sealed"

    def __str__(self) -> str:
        return self.value

    def first_start(self, folder: Path) -> Notebook:
        """A new notebook, made call by call."""
        notebook = Notebook.open(folder)
        if self is House.SEALED and not notebook.key.sealed:
            notebook.seal(PASSWORD)
            notebook.finish_sealing()
        return unlocked(notebook)

    def opened(self, folder: Path) -> Notebook:
        """The notebook in a folder, ready to be written to; an empty one where there is none."""
        if not folder.exists():
            shutil.copytree(_empty(self), folder)
        return unlocked(Notebook.open(folder))


BOTH = list(House)


@cache
def _empty(house: House) -> Path:
    """A notebook with nothing in it, to be copied: faster than making one each time."""
    folder = kept_for_copies() / "notebook"
    house.first_start(folder)
    return folder


def kept_for_copies() -> Path:
    """A folder that stays as long as the tests run, and goes when they end."""
    place = tempfile.mkdtemp(prefix="reflect-faults-")
    atexit.register(shutil.rmtree, place, ignore_errors=True)
    return Path(place)


def unlocked(notebook: Notebook) -> Notebook:
    """The same notebook, with its password given; it may have been changed."""
    if notebook.key.locked:
        try:
            notebook.key.unlock(PASSWORD)
        except WrongWords:
            notebook.key.unlock(OTHER_PASSWORD)
    return notebook


@dataclass
class Found:
    """All that is in a notebook."""

    sealed: bool
    changing: bool
    """Whether sealing or unsealing was begun and is not done."""
    sessions: dict[str, str] = field(default_factory=dict)
    """The words of each session, by its name."""
    in_bin: dict[str, str] = field(default_factory=dict)
    """What was brought to each session in the bin, by its name."""
    earlier: dict[str, list[str]] = field(default_factory=dict)
    """The words of the earlier states of each session, newest first."""
    in_the_clear: list[Path] = field(default_factory=list)
    """Every file with a session's words in it that anything can read, temporary ones too."""
    under_key: list[Path] = field(default_factory=list)
    """Every sealed file that is or was a session."""


def look_through(folder: Path, *, also_damaged: bool = False) -> Found:
    """Read everything in a notebook opened afresh; fails unless all of it can be read.

    With `also_damaged`, a session that is damaged is left out instead.
    """
    try:
        notebook = unlocked(Notebook.open(folder))
        return _everything_in(notebook, also_damaged=also_damaged)
    except ReflectError as error:
        raise AssertionError(f"the notebook cannot be read: {error}") from error


def words_on(folder: Path) -> dict[str, str]:
    """The words of every session in a notebook opened afresh; fails unless all can be read."""
    return look_through(folder).sessions


def _everything_in(notebook: Notebook, *, also_damaged: bool) -> Found:
    said = (notebook.top / "notebook.toml").read_text("utf-8")
    found = Found(notebook.key.sealed, "changing = true" in said)
    for kept in notebook.sessions():
        if kept.trouble is None or not also_damaged:
            found.sessions[kept.id] = words_of(notebook.load(kept.id))
    for kept in notebook.bin.sessions():
        if kept.trouble is not None:
            raise kept.trouble
        found.in_bin[kept.id] = kept.brought
    for place in sorted((notebook.top / "earlier").glob("*")):
        words = [words_of(notebook.load_earlier(state)) for state in notebook.earlier(place.name)]
        found.earlier[place.name] = words
    for path in sorted(notebook.top.rglob("*.json*")):
        if b'"' in path.read_bytes()[:40]:
            found.in_the_clear.append(path)
        elif path.name.endswith(SEALED_SUFFIX):
            found.under_key.append(path)
    return found


@contextmanager
def taken_over(folder: Path) -> Iterator[Notebook]:
    """The notebook as the next program to start has it: what was cut off is done to its end."""
    try:
        notebook = Notebook.open(folder)
        try:
            assert notebook.take_over(), "nobody may write any more"
            if notebook.key.locked:
                unlocked(notebook)
                notebook.finish_sealing()
            yield notebook
        finally:
            notebook.hold.release()
    except ReflectError as error:
        raise AssertionError(f"the notebook cannot be taken over: {error}") from error


@contextmanager
def a_copy(folder: Path) -> Iterator[Path]:
    """The same folder elsewhere, to look what the next program would find without changing it."""
    with tempfile.TemporaryDirectory(prefix="reflect-faults-") as place:
        copy = Path(place) / "notebook"
        shutil.copytree(folder, copy, symlinks=True)
        yield copy
