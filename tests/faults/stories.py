"""What somebody does with a notebook while the disk fails, and what they must find afterwards."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from reflect_tui import files
from tests.faults.houses import BOTH, House, words_on
from tests.strategies import a_session, with_words

BLUE = a_session().id
OLD = "what was written before " * 40
NEW = "what is written now " * 60
THEIRS = "what another program wrote " * 50


@dataclass
class Desk:
    """A notebook on a disk, and the deed that is about to be done there."""

    folder: Path
    deed: Callable[[], object]
    """Raises what the person would be told; done again after that, it goes on."""
    holds: Callable[[Path], bool]
    """Fails unless a folder holds all that was there before the deed; whether it is done there."""
    goes_on: Callable[[], Callable[[Path], None]] | None = None
    """What the person writes when the deed failed; gives what fails unless a folder holds that."""


@dataclass(frozen=True)
class Story:
    """One way of coming to a deed, told from the beginning for every fault."""

    name: str
    begin: Callable[[Path, House], Desk]
    houses: tuple[House, ...] = tuple(BOTH)
    is_a_save: bool = True
    writes: bool = True
    """Whether it writes any file, rather than moving and removing some."""

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True)
class Telling:
    """A story, told of one kind of notebook."""

    story: Story
    house: House

    def begin(self, folder: Path) -> Desk:
        """The notebook and the deed, in a folder that isn't there yet."""
        return self.story.begin(folder, self.house)

    def __str__(self) -> str:
        return f"{self.story}, {self.house}"


def tellings(stories: list[Story]) -> list[Telling]:
    """Each story, of each kind of notebook it can be told of."""
    return [Telling(story, house) for story in stories for house in story.houses]


def _saving(folder: Path, deed: Callable[[], object], old: dict[str, str]) -> Desk:
    """A desk where `NEW` is about to be saved, and `old` is on the disk."""
    return Desk(folder, deed, lambda there: is_new_and_not_old(there, old))


def _first_save(folder: Path, house: House) -> Desk:
    notebook = house.opened(folder)
    return _saving(folder, lambda: notebook.save(a_session(NEW)), {})


def _next_save(folder: Path, house: House) -> Desk:
    notebook = house.opened(folder)
    session = notebook.save(a_session(OLD))
    return _saving(folder, lambda: notebook.save(with_words(session, NEW)), {BLUE: OLD})


def _save_after_opening(folder: Path, house: House) -> Desk:
    house.opened(folder).save(a_session(OLD))
    notebook = house.opened(folder)
    session = notebook.load(BLUE)
    return _saving(folder, lambda: notebook.save(with_words(session, NEW)), {BLUE: OLD})


def _save_while_locked(folder: Path, house: House) -> Desk:
    house.opened(folder).save(a_session(OLD))
    notebook = house.opened(folder)
    session = notebook.load(BLUE)
    notebook.key.lock()
    return _saving(folder, lambda: notebook.save(with_words(session, NEW)), {BLUE: OLD})


def _save_beside_anothers_words(folder: Path, house: House) -> Desk:
    house.opened(folder).save(a_session(OLD))
    notebook, elsewhere = house.opened(folder), house.opened(folder)
    session = notebook.load(BLUE)
    elsewhere.save(with_words(elsewhere.load(BLUE), THEIRS))
    return _saving(folder, lambda: notebook.save(with_words(session, NEW)), {BLUE: THEIRS})


STORIES = [
    Story("the first save of a session", _first_save),
    Story("the next save of a session", _next_save),
    Story("the first save after opening", _save_after_opening),
    Story("a save while locked", _save_while_locked, (House.SEALED,)),
    Story("a save that finds another program's words", _save_beside_anothers_words),
]
"""Every way of coming to a save."""


def is_new_and_not_old(folder: Path, old: dict[str, str]) -> bool:
    """All that was there is there, and what is new is there whole or not; whether it is there."""
    found = words_on(folder)
    if NEW in found.values():
        untouched = {key: words for key, words in found.items() if words != NEW}
        assert untouched.items() <= old.items(), "something else appeared"
        assert len(found) - len(untouched) == 1, "it was kept twice"
        assert old.keys() <= found.keys(), "something was lost"
        assert THEIRS not in old.values() or THEIRS in found.values(), "it was written over"
        return True
    assert found == old, "what was kept is not as it was"
    return False


def must_be_old_or_new(desk: Desk) -> bool:
    """Fail unless nothing was lost; whether the deed is done."""
    return desk.holds(desk.folder)


def must_be_new(desk: Desk) -> None:
    """The deed is done, and nothing that mustn't be lost has gone."""
    assert must_be_old_or_new(desk), "what was said to be done is not"


def strays_in(folder: Path) -> list[Path]:
    """Temporary files anywhere in a notebook."""
    places = [folder, *(path for path in folder.rglob("*") if path.is_dir())]
    return [stray for place in places for stray in files.strays(place)]
