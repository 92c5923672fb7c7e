"""What the command line offers for any text, in a notebook or not: who could be known by it."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from reflect_tui import look_command

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


def add_text(parser: argparse.ArgumentParser) -> None:
    """Let a command take a text: a file, or what is piped in."""
    parser.add_argument(
        "file",
        type=Path,
        nargs="?",
        metavar="FILE",
        help="a text file; what is piped in, when left out or -",
    )
