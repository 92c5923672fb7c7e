"""`reflect-tui wording`: gentle questions about the words of a text, line by line or as JSON."""

from __future__ import annotations

import argparse
import sys
from bisect import bisect_right

from reflect_tui import commands
from reflect_tui.clean import one_line
from reflect_tui.texts import read_text

_HEADING = "Questions to ask yourself about the wording; you may well leave it as it is:"
_NOTHING = "Nothing is asked about this text."
_NOT_ALL = "Words in quotation marks, block quotes and headings were left alone."
_LEFT_OUT = "Some rules about wording could not be used; `reflect-tui check` says why."


def wording(arguments: argparse.Namespace) -> int:
    """`reflect-tui wording [FILE|-]`: 0 whether or not anything is asked. Raises ReflectError."""
    # Here, because every command loads this module.
    import json

    from reflect_tui.practice.exercise import Service
    from reflect_tui.practice.facilitator import standard_named
    from reflect_tui.practice.wording import wording as ask_about

    text = read_text(arguments.file)
    settings = commands.chosen_settings()
    hints = commands.open_shelf(settings).hints
    if hints.problems:
        print(one_line(f"reflect-tui: {_LEFT_OUT}"), file=sys.stderr)
    service = Service(arguments.service) if arguments.service else None
    asked = ask_about(text, hints, service, on=settings.hints_on, off=settings.hints_off)
    if arguments.json:
        # In ASCII: whole in any coding, and nothing in it acts on a terminal.
        print(json.dumps([each.as_json() for each in asked], indent=2))
        return 0
    print(_HEADING if asked else _NOTHING)
    starts = [0, *(place + 1 for place, letter in enumerate(text) if letter == "\n")]
    for each in asked:
        line = bisect_right(starts, each.start)
        print(one_line(f"line {line}: {each.text} ({standard_named(each.clause)})"))
        print(one_line(f"    {each.ask}"))
    print(_NOT_ALL)
    return 0
