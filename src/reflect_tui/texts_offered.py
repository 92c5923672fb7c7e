"""What the command line offers for any text, in a notebook or not.

Who could be known by it, and questions about its wording."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from reflect_tui import look_command, wording_command
from reflect_tui.settings import SERVICES

Command = Callable[[str, Callable[[argparse.Namespace], int], str, str], argparse.ArgumentParser]
"""Adds a command: its name, what runs it, what it does in words, an example."""


def offer(command: Command) -> None:
    """Add them to the command line."""
    look = command(
        "look",
        look_command.look,
        "point at what could identify someone in a text, to look at before you hand it over",
        "reflect-tui look note.md",
    )
    add_text(look)
    look.add_argument("--json", action="store_true", help="as JSON")
    wording = command(
        "wording",
        wording_command.wording,
        "ask gentle questions about the wording of a text, with the standard each comes from",
        "reflect-tui wording note.md --service children",
    )
    add_text(wording)
    wording.add_argument(
        "--service",
        choices=SERVICES,
        help="ask also what is asked in this service only; without it, only what is asked in both",
    )
    wording.add_argument("--json", action="store_true", help="as JSON")


def add_text(parser: argparse.ArgumentParser) -> None:
    """Let a command take a text: a file, or what is piped in."""
    parser.add_argument(
        "file",
        type=Path,
        nargs="?",
        metavar="FILE",
        help="a text file; what is piped in, when left out or -",
    )
