"""A notebook with something everywhere: sessions, earlier states, the bin, damaged copies."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from reflect_tui.errors import Damaged
from reflect_tui.notebook.notebook import Notebook
from tests.strategies import a_session, with_words, words_of

BLUE, GREEN, RED, TORN = (letter * 16 for letter in "abcd")
MARK = "heron"
"""Stands in all that anybody wrote here, and in nothing that the program writes by itself."""
PASSWORD = "kettle window garden"


def fill(place: Path) -> Notebook:
    """Two sessions, one with an earlier state, one in the bin, one damaged, one other copy."""
    notebook = Notebook.open(place)
    for name in (BLUE, GREEN, RED, TORN):
        notebook.save(a_session(f"{MARK} {name}, begun", id=name, brought=f"the {MARK} folder"))
    again = Notebook.open(place)
    again.save(with_words(again.load(BLUE), f"{MARK} {BLUE}, gone on with"))
    again.bin.put(RED)
    torn = place / "sessions" / f"{TORN}.json"
    torn.write_bytes(torn.read_bytes()[:-300])
    with suppress(Damaged):
        again.load(TORN)
    copy = place / "sessions" / f"{BLUE} (Bob's conflicted copy 2024-05-01).json"
    copy.write_bytes((place / "sessions" / f"{BLUE}.json").read_bytes())
    return Notebook.open(place)


def everything_in(folder: Path) -> dict[str, bytes]:
    """Every file below a folder with its bytes, but the empty one that is held."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != ".held"
    }


def what_it_says(notebook: Notebook) -> dict[str, str]:
    """Everything that can be opened, by where it stands, with its words; or that it is damaged."""
    found: dict[str, str] = {}
    for kept in notebook.sessions():
        found[f"session {kept.id}"] = _words(notebook, kept.id)
    for name in (BLUE, GREEN, RED, TORN):
        for state in notebook.earlier(name):
            words = words_of(notebook.load_earlier(state))
            found[f"earlier {name} {state.revision}"] = words
    for kept in notebook.bin.sessions():
        found[f"bin {kept.id}"] = kept.brought
    return found


def _words(notebook: Notebook, name: str) -> str:
    try:
        return words_of(notebook.load(name))
    except Damaged:
        return "damaged"


SAYS = {
    f"session {BLUE}": f"{MARK} {BLUE}, gone on with",
    f"session {BLUE} (Bob's conflicted copy 2024-05-01)": f"{MARK} {BLUE}, gone on with",
    f"session {GREEN}": f"{MARK} {GREEN}, begun",
    f"session {TORN}": "damaged",
    f"earlier {BLUE} 1": f"{MARK} {BLUE}, begun",
    f"bin {RED}": f"the {MARK} folder",
}
"""What a notebook that was filled says, sealed or not."""
