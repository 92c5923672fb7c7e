"""A notebook of its own for every story."""

from __future__ import annotations

from pathlib import Path

import pytest

from reflect_tui.notebook import age
from reflect_tui.notebook.notebook import Notebook


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "notebook"


@pytest.fixture
def notebook(place: Path) -> Notebook:
    return Notebook.open(place)


@pytest.fixture
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """A password costs nothing to try; what it costs really is tried once, in the key's tests."""
    monkeypatch.setattr(age, "WORK_FACTOR", 2)
