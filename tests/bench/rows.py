"""What a bench gives back, how it is printed, and how things are timed side by side."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table."""

    what: str
    seconds: float
    """The figure; most are medians."""
    against: float | None = None
    """The figure it is held against, in seconds, measured in the same run; None: it is one."""
    target: str = ""
    """What the design asks of the ratio: "≤ 1.25"."""

    @property
    def ratio(self) -> float | None:
        """How many times as long as what it is held against."""
        return None if self.against is None else self.seconds / self.against


class Bench(Protocol):
    """A module of this package that measures something."""

    NAME: str
    """What it is asked for by: `python -m tests.bench save`."""

    def run(self) -> list[Row]:
        """Measure, and give the lines of the table."""
        ...


def table(rows: Sequence[Row]) -> str:
    """The rows as lines of text; machines differ, so the ratio is what counts."""
    lines = [("", "ms", "ratio", "target")]
    for row in rows:
        ratio = "" if row.ratio is None else f"{row.ratio:.4g}"
        lines.append((row.what, f"{row.seconds * 1_000:,.3f}", ratio, row.target))
    widths = [max(len(line[column]) for line in lines) for column in range(4)]
    return "\n".join(
        f"{what:<{widths[0]}}  {figure:>{widths[1]}}  {ratio:>{widths[2]}}  {target}".rstrip()
        for what, figure, ratio, target in lines
    )


def side_by_side(
    deeds: Mapping[str, Callable[[], object]], rounds: int, *, warm: int = 1
) -> dict[str, float]:
    """The median seconds of each deed, done in turn so that a drift of the machine meets all.

    The first `warm` rounds don't count.
    """
    took: dict[str, list[float]] = {name: [] for name in deeds}
    for _ in range(warm + rounds):
        for name, deed in deeds.items():
            began = time.perf_counter()
            deed()
            took[name].append(time.perf_counter() - began)
    return {name: statistics.median(times[warm:]) for name, times in took.items()}
