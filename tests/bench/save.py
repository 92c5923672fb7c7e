"""One durable save of a 12 KB session, whatever else the notebook holds.

Against the same bytes put on the disk as barely as can be done safely, and against TinyDB's own
storage with every session in one file.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tinydb import TinyDB, where

from reflect_tui.notebook import records, tables
from reflect_tui.notebook.coder import PLAIN, Coder
from reflect_tui.notebook.folder import Folder
from reflect_tui.notebook.notebook import Notebook
from reflect_tui.notebook.seal import Sealed
from reflect_tui.practice.exercise import Role, Service, Way
from reflect_tui.session.address import Address
from reflect_tui.session.model import Response, Session, Stamped, new_session_id
from reflect_tui.session.values import Text
from tests.bench.rows import Row, side_by_side

NAME = "save"
HELD = (10, 1_000, 10_000)
"""How many sessions lie in the notebook."""
ROUNDS = 60
ROUNDS_IN_ONE_FILE = {10: 20, 1_000: 5, 10_000: 3}
"""All in one file takes a second and more, so it is done less often."""

PASSWORD = "blue kettle on a tall shelf"
_WORDS = "We talked about who collects whom, what is cooked, and what nobody had asked about. "


def run() -> list[Row]:
    """Save at each size, the bare write in turn with ours, then all in one file."""
    rows: list[Row] = []
    first: float | None = None
    for held in HELD:
        with tempfile.TemporaryDirectory() as folder:
            took = side_by_side(_safely(Path(folder), held), ROUNDS, warm=5)
            in_one = side_by_side(
                {"one file": _in_one_file(Path(folder), held)}, ROUNDS_IN_ONE_FILE[held]
            )["one file"]
        ours, bare = took["sealed"], took["bare"]
        rows += [
            Row(f"bare temp, fsync, rename, folder fsync, {held:,} kept", bare),
            Row(f"Notebook.save, unsealed, {held:,} kept", took["unsealed"], bare, "≤ 2"),
            Row(f"Notebook.save, sealed, {held:,} kept", ours, bare, "≤ 2"),
            Row(f"TinyDB, all {held:,} in one file", in_one),
            Row(
                f"Notebook.save, sealed, against all {held:,} in one file",
                ours,
                in_one,
                "≤ 0.002" if held == HELD[-1] else "",
            ),
        ]
        if first is None:
            first = ours
        else:
            rows.append(
                Row(f"Notebook.save, sealed, {held:,} kept, against 10", ours, first, "≤ 1.3")
            )
    return rows


def a_session() -> Session:
    """A session of about 12 KB on the disk, exercise and all."""
    now = datetime.now(UTC)
    own = new_session_id()
    responses = tuple(
        Response(
            prompt=Address("bench", "talk", f"prompt-{number}"),
            asked="What words are being used about them now?",
            value=Text(text=_WORDS * 3),
            at=now,
        )
        for number in range(14)
    )
    exercise = Stamped(id="bench", version=1, role=Role.EXERCISE, hash="0" * 64, text=_WORDS * 50)
    return Session(
        id=own,
        way=Way.SOLO,
        service=Service.CHILDREN,
        thread=own,
        began=now,
        changed=now,
        exercises=(exercise,),
        responses=responses,
    )


def _safely(folder: Path, held: int) -> dict[str, Callable[[], object]]:
    """Our saves, and the same bytes as barely as can be, in folders that hold as many files."""
    session = a_session()
    data = tables.to_bytes(records.to_tables(session))
    unsealed = a_notebook(folder / "unsealed", session, held - 1, sealed=False)
    sealed = a_notebook(folder / "sealed", session, held - 1, sealed=True)
    bare = folder / "bare"
    bare.mkdir()
    for _ in range(held - 1):
        (bare / f"{new_session_id()}.json").write_bytes(data)
    os.sync()
    return {
        "bare": lambda: _bare(bare / f"{session.id}.json", data),
        "unsealed": lambda: unsealed.save(session),
        "sealed": lambda: sealed.save(session),
    }


def a_notebook(top: Path, like: Session, held: int, *, sealed: bool) -> Notebook:
    """A notebook that holds copies of a session under ids of their own; unlocked."""
    notebook = Notebook.open(top)
    notebook.take_over()
    coder: Coder = PLAIN
    if sealed:
        notebook.seal(PASSWORD)
        notebook.finish_sealing()
        coder = Sealed(Folder(top).said().recipient)
    data = tables.to_bytes(records.to_tables(like))
    for _ in range(held):
        name = new_session_id()
        own = coder.encode(data.replace(like.id.encode(), name.encode()))
        (top / "sessions" / f"{name}{coder.suffix}").write_bytes(own)
    return notebook


def _bare(path: Path, data: bytes) -> None:
    """Put bytes on the disk safely, and nothing besides."""
    part = f"{path}.part"
    descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    os.write(descriptor, data)
    os.fsync(descriptor)
    os.close(descriptor)
    os.replace(part, path)  # noqa: PTH105  (as bare as can be)
    place = os.open(path.parent, os.O_RDONLY)
    os.fsync(place)
    os.close(place)


def _in_one_file(folder: Path, held: int) -> Callable[[], object]:
    """TinyDB as it comes: every session a document of one file."""
    documents: list[dict[str, Any]] = []
    for _ in range(held):
        documents.append({**a_session().model_dump(mode="json"), "id": new_session_id()})
    database = TinyDB(folder / "all.json", ensure_ascii=False)
    table = database.table("sessions")
    table.insert_multiple(documents)
    own = documents[0]["id"]
    return lambda: table.update({"brought": "the blue folder"}, where("id") == own)
