"""Most is found in sentences the rules were not made from, and hardly anything that is not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.blind.measuring import MEASURES, SETS, Measured


@pytest.mark.parametrize("which", SETS)
@pytest.mark.parametrize("measure", MEASURES.values(), ids=MEASURES)
def test_most_is_found_and_hardly_anything_that_should_not_be(
    measure: Callable[[str], Measured], which: str
) -> None:
    got = measure(which)
    assert (got.to_find, got.to_leave) == (30, 30)
    assert got.found > 0.9, got.missed
    assert got.alarmed < 0.04, got.alarms
    assert len(got.beside) <= 1, got.beside
