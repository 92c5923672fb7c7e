"""A power cut: what a disk may hold when everything that was not synced is uncertain.

A file's bytes are certain once the file was synced, a name in a folder once the folder was. What
came after may have reached the disk or not: any of the names, whatever their order, and all, half
or none of the bytes. A name that reached the disk before its bytes is the empty file
that so many programs' users have found.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain, combinations, product
from pathlib import Path
from typing import Any

from tests.faults.calls import Call, Watched

Tree = dict[Path, bytes | None]
"""A folder as it stands on a disk: the bytes of each file, None for a folder."""


_AT_ODDS = 4
"""How many of the newest names may reach the disk in any order; those before: all, or none."""


@dataclass(slots=True)
class _File:
    """The bytes of one file, whatever it is called."""

    now: bytes = b""
    synced: bytes = b""
    """What is certainly on the disk."""

    def after_a_cut(self, share: int) -> bytes:
        """What a cut may leave: none, half (1) or all (2) of what was written since."""
        if share == 2 or self.now == self.synced:
            return self.now
        if share == 0:
            return self.synced
        half = len(self.now) // 2
        return self.now[:half] + self.synced[half:]


@dataclass(slots=True)
class _Change:
    """One change of names in a folder that is not certain yet."""

    gives: dict[Path, _File | None]
    """Names given: a file, or None for a folder."""
    takes: tuple[Path, ...] = ()
    """Names taken away."""

    def within(self, folder: Path) -> _Change:
        """As much of it as syncing `folder` makes certain: of a move elsewhere, one half."""
        return _Change(
            {path: kept for path, kept in self.gives.items() if path.parent == folder},
            tuple(path for path in self.takes if path.parent == folder),
        )

    def outside(self, folder: Path) -> _Change:
        """The rest of it."""
        return _Change(
            {path: kept for path, kept in self.gives.items() if path.parent != folder},
            tuple(path for path in self.takes if path.parent != folder),
        )

    def apply(self, names: dict[Path, _File | None]) -> None:
        """Make it."""
        for path in self.takes:
            names.pop(path, None)
        names.update(self.gives)


@dataclass(slots=True)
class _Disk:
    """A folder as programs see it, and as much of it as is certain."""

    seen: dict[Path, _File | None] = field(default_factory=dict)
    certain: dict[Path, _File | None] = field(default_factory=dict)
    pending: list[_Change] = field(default_factory=list)

    def change(self, change: _Change) -> None:
        """Make a change that every program sees, and no cut must respect yet."""
        change.apply(self.seen)
        self.pending.append(change)

    def sync_folder(self, folder: Path) -> None:
        """Make the names in a folder certain."""
        still: list[_Change] = []
        for change in self.pending:
            change.within(folder).apply(self.certain)
            rest = change.outside(folder)
            if rest.gives or rest.takes:
                still.append(rest)
        self.pending = still

    def after_a_cut(self) -> Iterator[Tree]:
        """Everything the disk may hold if the power goes now."""
        older, newest = self.pending[:-_AT_ODDS], self.pending[-_AT_ODDS:]
        subsets = chain.from_iterable(combinations(newest, many) for many in range(len(newest) + 1))
        for before, after in product(((), older) if older else ((),), subsets):
            names = dict(self.certain)
            for change in (*before, *after):
                change.apply(names)
            for share in (0, 1, 2):
                yield {
                    path: kept.after_a_cut(share) if kept else None for path, kept in names.items()
                }


class Recorder(Watched):
    """While it is entered, follows what happens in `folder`, and what a cut would leave of it.

    What the folder holds before is certain.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__(folder, self._follow)
        there = _kept_in(folder)
        self._disk = _Disk(seen=dict(there), certain=dict(there))
        self._descriptors: dict[int, tuple[_File | None, Path]] = {}
        self._at: dict[int, int] = {}
        self.moments: list[list[Tree]] = [list(self._disk.after_a_cut())]
        """For each call that changed anything, in order, what a cut right after it may leave."""

    def _follow(self, call: Call) -> Any:
        found = call.done()
        follow = getattr(self, f"_after_{call.name}", None)
        if follow is not None:
            follow(call, found)
            self.moments.append(list(self._disk.after_a_cut()))
        return found

    def _after_open(self, call: Call, descriptor: int) -> None:
        flags = call.arguments[1]
        kept = self._disk.seen.get(call.path)
        if kept is None and call.path not in self._disk.seen:
            kept = _File()
            self._disk.change(_Change({call.path: kept}))
        elif kept is not None and flags & os.O_TRUNC:
            kept.now = b""
        self._descriptors[descriptor] = (kept, call.path)
        self._at[descriptor] = 0

    def _after_write(self, call: Call, written: int) -> None:
        descriptor, data = call.arguments
        kept, _ = self._descriptors[descriptor]
        assert kept is not None
        at = self._at[descriptor]
        kept.now = kept.now[:at] + bytes(data)[:written] + kept.now[at + written :]
        self._at[descriptor] = at + written

    def _after_ftruncate(self, call: Call, _: None) -> None:
        descriptor, size = call.arguments
        kept, _path = self._descriptors[descriptor]
        assert kept is not None
        kept.now = kept.now[:size]

    def _after_fsync(self, call: Call, _: None) -> None:
        kept, path = self._descriptors[call.arguments[0]]
        if kept is None:
            self._disk.sync_folder(path)
        else:
            kept.synced = kept.now

    def _after_replace(self, call: Call, _: None) -> None:
        path, target = (Path(name) for name in call.arguments)
        self._disk.change(_Change({target: self._disk.seen[path]}, takes=(path,)))

    def _after_unlink(self, call: Call, _: None) -> None:
        self._disk.change(_Change({}, takes=(call.path,)))

    def _after_rmdir(self, call: Call, _: None) -> None:
        self._disk.change(_Change({}, takes=(call.path,)))

    def _after_mkdir(self, call: Call, _: None) -> None:
        self._disk.change(_Change({call.path: None}))


def _kept_in(folder: Path) -> dict[Path, _File | None]:
    """Everything a folder holds, itself too, all of it on the disk for certain."""
    found: dict[Path, _File | None] = {folder: None}
    for path in sorted(folder.rglob("*")):
        data = b"" if path.is_dir() else path.read_bytes()
        found[path] = None if path.is_dir() else _File(data, data)
    return found


def lay_out(tree: Tree, was: Path, folder: Path) -> None:
    """Make a folder hold what a cut left of the folder `was`; what lost its parent is lost."""
    folder.mkdir(parents=True)
    for path in sorted(tree):
        data = tree[path]
        place = folder / path.relative_to(was)
        if not place.parent.is_dir():
            continue
        if data is None:
            place.mkdir(exist_ok=True)
        else:
            place.write_bytes(data)
