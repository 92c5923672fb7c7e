"""Whatever lies in a notebook, under whatever names: giving a password and taking it off, each cut
off anywhere, loses and hides none of it."""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reflect_tui import files
from reflect_tui.errors import CannotRead, Damaged, NotKept
from reflect_tui.notebook import seal
from reflect_tui.notebook.notebook import Notebook
from tests.unit.notebook.full import BLUE, GREEN, PASSWORD

PLACES = ["sessions", "bin", "damaged", f"earlier/{BLUE}", f"earlier/{GREEN}"]
NAMES = [
    f"{BLUE}.json",
    f"{BLUE}.json.age",
    f"{BLUE}-2.json",
    f"{BLUE}-2.json.age",
    f"{BLUE} (1).json",
    f"{BLUE}.json (1)",
    f"{BLUE}.json (1).age",
    f"{BLUE}.age",
    f"{GREEN}.json",
    f"{GREEN}.json.age.age",
    "000001-0badcafe.json",
    "000001-0badcafe.json.age",
    "000001-0badcafe-2.json",
]
FOREIGN = seal.public_key(seal.new_identity())

FILES = st.dictionaries(
    st.tuples(st.sampled_from(PLACES), st.sampled_from(NAMES)),
    st.sampled_from(["plain", "ours", "foreign", "torn"]),
    max_size=10,
)
CUTS = st.none() | st.integers(1, 40)


def lay(place: Path, wanted: dict[tuple[str, str], str], ours: str) -> set[bytes]:
    """Files of each kind, sealed to the public key `ours` or to another; what they hold."""
    held = set()
    for number, ((where, name), kind) in enumerate(wanted.items()):
        data = said = f"words {number} {secrets.token_hex(4)}".encode()
        if kind != "plain":
            data = seal.Sealed(FOREIGN if kind == "foreign" else ours).encode(said)
        if kind == "torn":
            data = data[:-7]
        (place / where).mkdir(parents=True, exist_ok=True)
        (place / where / name).write_bytes(data)
        held.add(said if kind == "ours" and ours != FOREIGN else data)
    return held


def cut_off(notebook: Notebook, at: int | None, begin: Any) -> None:
    """Begin and go on to the end, or until the so-manieth call that changes a file."""
    calls = 0

    def around(real: Any) -> Any:
        def call(path: Path, *more: Any, **named: Any) -> Any:
            nonlocal calls
            calls += 1
            if calls == at:
                raise files.not_kept(path, OSError(5, "cut off"))
            return real(path, *more, **named)

        return call

    with pytest.MonkeyPatch.context() as patched:
        for name in ("replace", "move", "remove"):
            patched.setattr(files, name, around(getattr(files, name)))
        try:
            begin()
            notebook.finish_sealing()
        except NotKept:
            return


def opened(place: Path) -> Notebook:
    """The notebook in a window opened afresh, unlocked, with what was begun gone on with."""
    notebook = Notebook.open(place)
    assert notebook.take_over()
    if notebook.key.locked:
        notebook.key.unlock(PASSWORD)
        assert notebook.take_over()
    return notebook


def all_that_is_held(notebook: Notebook) -> set[bytes]:
    """The bytes of every file, and what they say once opened, however often they were sealed."""
    found = set()
    coder = notebook._folder.coder
    for path in notebook.top.rglob("*"):
        if path.is_file():
            data = path.read_bytes()
            found.add(data)
            while True:
                try:
                    data = coder.decode(data) if isinstance(coder, seal.Sealed) else data
                except (CannotRead, Damaged):
                    break
                if data in found:
                    break
                found.add(data)
    return found


def rows(notebook: Notebook) -> int:
    return len(notebook.sessions()) + len(notebook.bin.sessions())


def to_be_listed(place: Path) -> int:
    """The files, and each session of which only earlier states are left."""
    there = [path for where in ("sessions", "bin") for path in (place / where).glob("*")]
    named = {path.name.partition(".json")[0] for path in there}
    gone = [
        kept
        for kept in (place / "earlier").iterdir()
        if kept.name not in named and list(kept.glob("000001-*.json*"))
    ]
    return len(there) + len(gone)


@given(FILES, CUTS, FILES, CUTS)
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_nothing_that_lies_there_goes_missing(
    tmp_path: Path,
    cheap: None,
    first: dict[tuple[str, str], str],
    cut_sealing: int | None,
    then: dict[tuple[str, str], str],
    cut_unsealing: int | None,
) -> None:
    place = tmp_path / secrets.token_hex(8)
    Notebook.open(place).hold.release()
    held = lay(place, first, FOREIGN)

    notebook = Notebook.open(place)
    cut_off(notebook, cut_sealing, lambda: notebook.seal(PASSWORD))
    notebook = opened(place)
    assert held <= all_that_is_held(notebook)
    assert rows(notebook) == to_be_listed(place)

    if not notebook.key.sealed:
        notebook.seal(PASSWORD)
        notebook.finish_sealing()
    new = {at: kind for at, kind in then.items() if not (place / at[0] / at[1]).exists()}
    held |= lay(place, new, notebook._folder.said().recipient)
    cut_off(notebook, cut_unsealing, notebook.unseal)
    notebook.hold.release()
    notebook = opened(place)
    if notebook.key.sealed:
        notebook.unseal()
        notebook.finish_sealing()
    assert not notebook.key.sealed
    assert held <= all_that_is_held(notebook)
    assert rows(notebook) == to_be_listed(place)
    notebook.hold.release()
