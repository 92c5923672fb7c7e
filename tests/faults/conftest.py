"""A password that costs next to nothing to give, so that it can be given thousands of times."""

from __future__ import annotations

import os
from collections.abc import Iterator
from unittest import mock

import pytest

from reflect_tui.notebook import age

DEAR = age.WORK_FACTOR
"""What giving a password really costs, as a power of two."""
CHEAP = 4


@pytest.fixture(autouse=True)
def _cheap_passwords() -> Iterator[None]:
    with mock.patch.object(age, "WORK_FACTOR", CHEAP):
        yield


@pytest.fixture
def no_waiting() -> Iterator[None]:
    """Take the disk's word for it: where each call is watched, nobody need wait for a real one."""
    with mock.patch.object(os, "fsync", return_value=None):
        yield
