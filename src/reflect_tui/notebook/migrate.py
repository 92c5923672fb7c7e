"""A session's tables as an older program wrote them, brought to what this one writes. Pure.

Each step goes from one version to the next. A version that was ever released keeps a file of its
own under `tests/unit/notebook/formats`, which must read for ever.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

Tables = dict[str, dict[str, Any]]
Step = Callable[[Tables], Tables]

STEPS: Final[Mapping[int, Step]] = {}
"""From each older version, the step to the next; version 1 is the first there was."""


def to_newest(tables: Tables, steps: Mapping[int, Step] = STEPS) -> Tables:
    """The tables after every step from their own version on; the file itself stays as it is.

    What says no version is handed on untouched: reading it says what is wrong.
    """
    while (step := steps.get(_version(tables))) is not None:
        tables = step(tables)
    return tables


def _version(tables: Tables) -> int:
    """The schema version that a session's file says; 0 when it says none."""
    whole = tables.get("session", {}).get("1", {})
    version = whole.get("schema_version") if isinstance(whole, dict) else None
    return version if type(version) is int else 0
