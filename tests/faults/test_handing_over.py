"""Whichever call to the disk fails: a note handed over is whole, or not there."""

from __future__ import annotations

from pathlib import Path

import pytest

from reflect_tui import files
from reflect_tui.errors import NotKept
from tests.faults.faulty import Fault, Faulty

pytestmark = pytest.mark.usefixtures("no_waiting")

MOST_CALLS = 80
"""More than it takes: a loop that comes here is not testing what it says."""
ERRORS = [fault for fault in Fault if not fault.kills]
NOTE = "# Supervision note\n\n" + "What was decided, and why.\n" * 200


@pytest.mark.parametrize("fault", ERRORS, ids=lambda fault: fault.name)
def test_what_is_handed_over_is_whole_or_not_there_and_never_over_another(
    fault: Fault, tmp_path: Path
) -> None:
    data = NOTE.encode()
    for at in range(MOST_CALLS):
        folder = tmp_path / str(at)
        folder.mkdir()
        note = folder / "note.md"
        faulty = Faulty(folder, fault, at)
        with faulty:
            try:
                files.create_new(note, data)
                made = True
            except NotKept:
                made = False
        if made:
            assert note.read_bytes() == data
        elif fault is not Fault.DONE_AND_EIO:
            assert list(folder.iterdir()) == [], f"left behind after {faulty.struck}"
        if note.exists():
            with pytest.raises(FileExistsError):
                files.create_new(note, b"another")
        if not faulty.struck:
            assert made
            return
    raise AssertionError("more calls than there should be")
