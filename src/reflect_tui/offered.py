"""What the command line offers: every command with its help and an example.

Apart from `cli`, because opening the notebook takes no argument and needs none of this.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NoReturn

from reflect_tui import (
    __version__,
    asking,
    commands,
    export_command,
    keeping_offered,
    texts_offered,
)
from reflect_tui.clean import one_line

Run = Callable[[argparse.Namespace], int]


class _Parser(argparse.ArgumentParser):
    """A parser whose errors end with what to do."""

    def error(self, message: str) -> NoReturn:
        """Say what is off about the call, and leave."""
        self.print_usage(sys.stderr)
        self.exit(2, one_line(f"{self.prog}: {message}. Try: {self.prog} --help") + "\n")


def _notebook_option() -> _Parser:
    """`--notebook`, made anew for whoever takes it: parsers that share one share its default."""
    option = _Parser(add_help=False)
    option.add_argument(
        "--notebook",
        type=Path,
        metavar="DIR",
        default=argparse.SUPPRESS,
        help="the folder of the notebook to use instead of your usual one",
    )
    return option


def parser(
    opens: Run, demo: Run, plain: Run, *, opening: Mapping[str, object]
) -> argparse.ArgumentParser:
    """Every command; the two faces are run by what is given, without a command by `opens`.

    `opening` is what a call says unless it says otherwise.
    """
    made = _Parser(
        prog="reflect-tui",
        parents=[_notebook_option()],
        description="A private, offline guide and notebook for anti-racist reflective supervision.",
        epilog="Without a command it opens your notebook. Try `reflect-tui demo` for a look round.",
    )
    made.add_argument("--version", action="version", version=f"reflect-tui {__version__}")
    made.set_defaults(run=opens, **opening)
    offered = made.add_subparsers(title="commands", metavar="COMMAND")

    def command(name: str, run: Run, words: str, example: str) -> argparse.ArgumentParser:
        added = offered.add_parser(
            name,
            parents=[_notebook_option()],
            help=words,
            description=f"{words[0].upper()}{words[1:]}.",
            epilog=f"Example: {example}",
        )
        added.set_defaults(run=run)
        return added

    command(
        "demo",
        demo,
        "open an invented notebook that is thrown away afterwards",
        "reflect-tui demo",
    ).add_argument("--plain", action="store_true", help="line by line, for screen readers")
    command("plain", plain, "work line by line, without a full screen", "reflect-tui plain")
    listing = command(
        "list",
        commands.list_sessions,
        "list your sessions, newest first",
        "reflect-tui list --json",
    )
    listing.add_argument("--json", action="store_true", help="as JSON")
    asking.add_options(listing)
    show = command(
        "show",
        commands.show,
        "print a whole session, as its owner may read it",
        "reflect-tui show ID",
    )
    show.add_argument("id", metavar="ID", help="the session's id, or its first letters")
    show.add_argument("--json", action="store_true", help="as JSON")
    asking.add_options(show)
    export_command.offer(command)
    check = command(
        "check",
        commands.check,
        "check exercises, clauses, hints and local lines, and say what is wrong by file and line",
        "reflect-tui check my-exercise.md",
    )
    check.add_argument("files", type=Path, nargs="*", metavar="FILE", help="all, when left out")
    check.add_argument("--json", action="store_true", help="as JSON")
    facilitator = command(
        "facilitator",
        commands.facilitator,
        "print the page for whoever leads a group, or write it to a file to take along",
        "reflect-tui facilitator tuesday.md",
    )
    facilitator.add_argument("file", type=Path, nargs="?", metavar="FILE", help="a new file")
    command("where", commands.where, "say where everything is kept", "reflect-tui where")
    keeping_offered.offer(command)
    texts_offered.offer(command)
    return made
