"""The form of a condition: `stage/prompt has option`, or `is`."""

from __future__ import annotations

import re

from reflect_tui.practice.exercise import Condition
from reflect_tui.practice.frontmatter import ID
from reflect_tui.practice.problems import Found, shown

_CONDITION = re.compile(rf"({ID.pattern})/({ID.pattern}) +(has|is) +({ID.pattern})")


def read_condition(words: str, line: int, found: Found) -> Condition | None:
    """The condition that a `when=` holds; None when there is none or it can't be read."""
    if not words.strip():
        return None
    read = _CONDITION.fullmatch(words.strip())
    if read is None:
        found.add(
            line,
            "bad-when",
            f'"{shown(words)}" is no condition',
            'write when="stage/prompt has option"',
        )
        return None
    return Condition(*read.groups())
