"""A notebook of its own for every story."""

from __future__ import annotations

from pathlib import Path

import pytest

from reflect_tui.notebook.notebook import Notebook


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "notebook"


@pytest.fixture
def notebook(place: Path) -> Notebook:
    return Notebook.open(place)
