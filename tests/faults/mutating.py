"""Files of a notebook, changed in every way chance thinks of, and what is said of them then.

As a program (`python -m tests.faults.mutating sessions sealed 2500 1`) it prints its figures, the
memory it took at most among them.
"""

from __future__ import annotations

import json
import os
import random
import resource
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from unittest import mock

from reflect_tui.errors import ReflectError
from reflect_tui.notebook import age
from reflect_tui.notebook.notebook import Notebook
from tests.faults.houses import PASSWORD, House, unlocked
from tests.strategies import a_session

SECRET = "nobody reads these words"
BLUE = a_session().id

_ODD = [
    *(b"1e999", b"-1", b"0", b"9" * 5_000, b"NaN", b"-Infinity", b"null", b"true", b"[]", b"{}"),
    *(b'""', b'"\\ud800"', b'"\\u0000"', b"[" * 3_000, b'{"a":' * 3_000, b'"9999-12-31T23:59:59Z"'),
    *(
        b'"0001-01-01T00:00:00+23:59"',
        b'"2026-01-01T00:00:00"',
        b"1.5",
        b"\xff\xfe",
        b"\xef\xbb\xbf",
    ),
    *(b"30", b"18", b"031", b"+30", b"99999999999", b"-> X25519 ", b"-> scrypt ", b"---", b"\n"),
]
"""What stands in the place of a word or a number."""


def mutated(data: bytes, chance: random.Random) -> bytes:
    """The same bytes with one to three things done to them."""
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        data = chance.choice(_WAYS)(data, chance)
    return data


def _cut(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


def _behead(data: bytes, chance: random.Random) -> bytes:
    return data[chance.randrange(len(data) + 1) :]


def _flip(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data) or 1)
    return (
        data[:at]
        + bytes(byte ^ 1 << chance.randrange(8) for byte in data[at : at + 1])
        + (data[at + 1 :])
    )


def _flip_early(data: bytes, chance: random.Random) -> bytes:
    return _flip(data[:300], chance) + data[300:]


def _write_over(data: bytes, chance: random.Random) -> bytes:
    start, end = _a_slice(data, chance)
    noise = chance.choice((b"\0" * (end - start), chance.randbytes(end - start)))
    return data[:start] + noise + data[end:]


def _take_out(data: bytes, chance: random.Random) -> bytes:
    start, end = _a_slice(data, chance)
    return data[:start] + data[end:]


def _double(data: bytes, chance: random.Random) -> bytes:
    start, end = _a_slice(data, chance)
    at = chance.randrange(len(data) + 1)
    return data[:at] + data[start:end] + data[at:]


def _add(data: bytes, chance: random.Random) -> bytes:
    return data + chance.choice((b"\0", b"\n", b"}", b"{}", data, chance.randbytes(100)))


def _put_odd(data: bytes, chance: random.Random) -> bytes:
    """Something odd in the place of one word, name or number."""
    words = data[:100_000].split()
    if not words:
        return chance.choice(_ODD)
    return data.replace(chance.choice(words).rstrip(b","), chance.choice(_ODD), 1)


def _put_odd_value(data: bytes, chance: random.Random) -> bytes:
    """Something odd as the value of one name."""
    lines = data.split(b"\n")
    at = chance.randrange(len(lines))
    name, colon, value = lines[at].partition(b": ")
    comma = b"," if value.endswith(b",") else b""
    lines[at] = name + colon + chance.choice(_ODD) + comma
    return b"\n".join(lines)


def _a_slice(data: bytes, chance: random.Random) -> tuple[int, int]:
    start = chance.randrange(len(data) + 1)
    return start, min(len(data), start + chance.choice((1, 4, 16, 64, 512, 4096)))


_WAYS: list[Callable[[bytes, random.Random], bytes]] = [
    *(_cut, _behead, _flip, _flip_early, _write_over, _take_out, _double, _add),
    *(_put_odd, _put_odd_value, _put_odd_value),
]


@dataclass
class Figures:
    """How it went."""

    tried: int = 0
    said: dict[str, int] = field(default_factory=dict)
    """How often each error was raised; `opened` where a change left a file that says something."""
    slowest: float = 0.0
    """Seconds."""
    megabytes: int = 0
    """The most memory the program took."""


def try_one(path: Path, data: bytes, deed: Callable[[], object], figures: Figures) -> bool:
    """Put `data` in a file and do something with it; whether it could be opened.

    Fails when something else is raised than what a person can be told, when what is said quotes
    the file, and when the file is touched.
    """
    path.write_bytes(data)
    before = path.stat()
    began = time.monotonic()
    said, words = "opened", ""
    try:
        deed()
    except ReflectError as error:
        said, words = type(error).__name__, str(error)
    except Exception as error:
        raise AssertionError(f"{error!r:.200} for {data[:2000]!r}") from error
    assert SECRET not in words, "what is said quotes the file"
    figures.slowest = max(figures.slowest, time.monotonic() - began)
    figures.tried += 1
    figures.said[said] = figures.said.get(said, 0) + 1
    assert path.read_bytes() == data, "the file was changed"
    assert (path.stat().st_mtime_ns, path.stat().st_ino) == (before.st_mtime_ns, before.st_ino)
    return said == "opened"


def open_sessions(
    folder: Path, house: House, changed: Iterator[Callable[[bytes], bytes]]
) -> Figures:
    """List and open a session whose file was changed, once for each change."""
    house.opened(folder).save(a_session(f"{SECRET} " * 40, brought=SECRET))
    (path,) = (folder / "sessions").iterdir()
    whole = path.read_bytes()
    notebook = house.opened(folder)
    figures = Figures()

    def look() -> None:
        """In a list, as JSON too, and opened."""
        for kept in notebook.sessions():
            json.dumps(kept.as_json(), ensure_ascii=False).encode()
        notebook.load(BLUE)

    for change in changed:
        data = change(whole)
        if data == whole:
            continue
        opened = try_one(path, data, look, figures)
        assert not (opened and house is House.SEALED), "a sealed file was changed, and opened"
        if opened:
            notebook.save(notebook.load(BLUE))
        shutil.rmtree(folder / "damaged", ignore_errors=True)
        shutil.rmtree(folder / "earlier" / BLUE, ignore_errors=True)
    return figures


def open_keys(folder: Path, changed: Iterator[Callable[[bytes], bytes]]) -> Figures:
    """Unlock a notebook whose key's file was changed, with the password and by recovery words."""
    notebook = Notebook.open(folder)
    recovery = notebook.seal(PASSWORD)
    notebook.finish_sealing()
    figures = Figures()
    ways = [
        (folder / "identity.age", lambda again: again.key.unlock(PASSWORD)),
        (folder / "recovery.age", lambda again: again.key.unlock_by_recovery(recovery)),
    ]
    wholes = [path.read_bytes() for path, _ in ways]
    for number, change in enumerate(changed):
        path, unlock = ways[number % 2]
        whole = wholes[number % 2]
        data = change(whole)
        if data == whole:
            continue
        again = Notebook.open(folder)
        opened = try_one(path, data, lambda: unlock(again), figures)  # noqa: B023
        assert not opened, "a key was changed, and opened"
        assert again.key.locked
        path.write_bytes(whole)
    unlocked(Notebook.open(folder))
    return figures


def by_chance(count: int, seed: int) -> Iterator[Callable[[bytes], bytes]]:
    """So many changes, the same ones for the same seed."""
    chance = random.Random(seed)
    for _ in range(count):
        yield lambda whole: mutated(whole, chance)


def main(what: str, house: str, count: str, seed: str, work_factor: str) -> None:
    """Print the figures of one run as JSON."""
    changes = by_chance(int(count), int(seed))
    with (
        tempfile.TemporaryDirectory(prefix="reflect-faults-") as place,
        mock.patch.object(age, "WORK_FACTOR", int(work_factor)),
        mock.patch.object(os, "fsync", return_value=None),
    ):
        folder = Path(place) / "notebook"
        if what == "keys":
            figures = open_keys(folder, changes)
        else:
            figures = open_sessions(folder, House(house), changes)
    figures.megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(json.dumps(asdict(figures)))


if __name__ == "__main__":
    main(*sys.argv[1:])
