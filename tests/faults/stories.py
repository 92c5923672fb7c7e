"""What somebody does with a notebook while the disk fails, and what they must find afterwards."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from reflect_tui import files
from reflect_tui.errors import ReflectError
from reflect_tui.notebook.notebook import Notebook
from tests.strategies import a_session, with_words, words_of

BLUE = a_session().id
OLD = "what was written before " * 40
NEW = "what is written now " * 60
THEIRS = "what another program wrote " * 50


@dataclass
class Desk:
    """A notebook on a disk, and the deed that is about to be done there."""

    folder: Path
    deed: Callable[[], object]
    """Saves `NEW`; raises what the person would be told."""
    old: dict[str, str]
    """The words that are on the disk before, by session id."""


@dataclass(frozen=True)
class Story:
    """One way of coming to save, told from the beginning for every fault."""

    name: str
    begin: Callable[[Path], Desk]

    def __str__(self) -> str:
        return self.name


def _first_save(folder: Path) -> Desk:
    notebook = Notebook.open(folder)
    return Desk(folder, lambda: notebook.save(a_session(NEW)), {})


def _next_save(folder: Path) -> Desk:
    notebook = Notebook.open(folder)
    session = notebook.save(a_session(OLD))
    return Desk(folder, lambda: notebook.save(with_words(session, NEW)), {BLUE: OLD})


def _save_after_opening(folder: Path) -> Desk:
    Notebook.open(folder).save(a_session(OLD))
    notebook = Notebook.open(folder)
    session = notebook.load(BLUE)
    return Desk(folder, lambda: notebook.save(with_words(session, NEW)), {BLUE: OLD})


def _save_beside_anothers_words(folder: Path) -> Desk:
    Notebook.open(folder).save(a_session(OLD))
    notebook, elsewhere = Notebook.open(folder), Notebook.open(folder)
    session = notebook.load(BLUE)
    elsewhere.save(with_words(elsewhere.load(BLUE), THEIRS))
    return Desk(folder, lambda: notebook.save(with_words(session, NEW)), {BLUE: THEIRS})


STORIES = [
    Story("the first save of a session", _first_save),
    Story("the next save of a session", _next_save),
    Story("the first save after opening", _save_after_opening),
    Story("a save that finds another program's words", _save_beside_anothers_words),
]


def words_on(folder: Path) -> dict[str, str]:
    """What a notebook opened afresh holds; fails unless all of it can be read."""
    try:
        notebook = Notebook.open(folder)
        return {kept.id: words_of(notebook.load(kept.id)) for kept in notebook.sessions()}
    except ReflectError as error:
        raise AssertionError(f"the notebook cannot be read: {error}") from error


def must_be_old_or_new(desk: Desk) -> bool:
    """All that was there is there, and what is new is there whole or not; whether it is there."""
    found = words_on(desk.folder)
    if NEW in found.values():
        untouched = {key: words for key, words in found.items() if words != NEW}
        assert untouched.items() <= desk.old.items(), "something else appeared"
        assert len(found) - len(untouched) == 1, "it was kept twice"
        assert desk.old.keys() <= found.keys(), "something was lost"
        assert THEIRS not in desk.old.values() or THEIRS in found.values(), "it was written over"
        return True
    assert found == desk.old, "what was kept is not as it was"
    return False


def must_be_new(desk: Desk) -> None:
    """What was saved is there, once, and nothing that mustn't be written over has gone."""
    assert must_be_old_or_new(desk), "a save that was said to be kept is not there"


def strays_in(folder: Path) -> list[Path]:
    """Temporary files anywhere in a notebook."""
    places = [folder, *(path for path in folder.rglob("*") if path.is_dir())]
    return [stray for place in places for stray in files.strays(place)]
