"""`reflect-tui look`: what could identify someone in a text, line by line or as JSON."""

from __future__ import annotations

import argparse
from bisect import bisect_right
from typing import TYPE_CHECKING

from reflect_tui.clean import one_line
from reflect_tui.texts import read_text

if TYPE_CHECKING:
    from reflect_tui.notes.identifiers import Identifier

_HEADING = "Look at these before you hand it over:"
_NOTHING = "Nothing was found that is plainly a name, a number, a date or an address."
_NOT_ALL = "This can't find everything: someone who knows the area may still work out who this is."


def look(arguments: argparse.Namespace) -> int:
    """`reflect-tui look [FILE|-]`: 0 whether or not something is found. Raises ReflectError."""
    from reflect_tui.notes.look import look as look_at  # here, because every start loads this

    text = read_text(arguments.file)
    found = look_at(text)
    if arguments.json:
        import json

        # In ASCII: whole in any coding, and nothing in it acts on a terminal.
        print(json.dumps([as_json(each) for each in found], indent=2))
        return 0
    print(_HEADING if found else _NOTHING)
    starts = [0, *(place + 1 for place, letter in enumerate(text) if letter == "\n")]
    for each in found:
        line = bisect_right(starts, each.start)
        print(one_line(f"line {line}: {each.text} ({each.kind})"))
    print(_NOT_ALL)
    return 0


def as_json(found: Identifier) -> dict[str, int | str]:
    """One of them, with where it begins and ends in characters from the text's beginning."""
    return {"start": found.start, "end": found.end, "text": found.text, "kind": str(found.kind)}
