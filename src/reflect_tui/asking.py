"""Asking for a password on a command line: at the terminal, from a file or from a descriptor.

Never from an argument: other programs on the computer can read those, and a shell keeps them.
"""

from __future__ import annotations

import argparse
import getpass
import os
import sys
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Final

from reflect_tui import files
from reflect_tui.errors import ReflectError, WrongWords

if TYPE_CHECKING:
    from reflect_tui.notebook.key import Key

TRIES: Final = 3
"""How often somebody at a terminal is asked before the command ends; nothing is lost by trying."""
_AT_MOST: Final = 10_000


def add_options(parser: argparse.ArgumentParser, *, opens: bool = True) -> None:
    """The options of a command that asks for a password; one that `opens` takes either."""
    if opens:
        parser.add_argument(
            "--recovery", action="store_true", help="open it with the recovery words instead"
        )
    _add_given(parser, "", "the password (or recovery words)")


def add_copy_options(parser: argparse.ArgumentParser) -> None:
    """The options of a command that asks for the password of a session that is given as well."""
    _add_given(parser, "copy-", "the password of the file that is given")


def _add_given(parser: argparse.ArgumentParser, of: str, what: str) -> None:
    given = parser.add_mutually_exclusive_group()
    given.add_argument(
        f"--{of}passphrase-file",
        type=Path,
        metavar="FILE",
        help=f"read {what} from the first line of a file",
    )
    given.add_argument(
        f"--{of}passphrase-fd", type=int, metavar="N", help="the same from an open file descriptor"
    )


def unlock(key: Key, arguments: argparse.Namespace) -> None:
    """Unlock a notebook that has a password; does nothing for any other.

    Raises WrongWords, and ReflectError when nobody can be asked.
    """
    if not key.locked:
        return
    recovery = bool(arguments.recovery)
    opens = key.unlock_by_recovery if recovery else key.unlock
    what = "recovery words" if recovery else "password"
    words = given(arguments)
    if words is not None:
        opens(words)
        return
    for tried in range(1, TRIES + 1):
        try:
            opens(hear(f"The notebook's {what}: "))
        except WrongWords:
            if tried == TRIES:
                other = "" if recovery else " With --recovery the recovery words open it."
                raise WrongWords(
                    f"That doesn't open it either, after {TRIES} tries",
                    do=f"Nothing was changed.{other}",
                ) from None
            print("That isn't it. Try again; nothing is lost by trying.", file=sys.stderr)
        else:
            return


def given(arguments: argparse.Namespace) -> str | None:
    """The words that a file or a descriptor gives, or None when neither was named."""
    return _given(arguments.passphrase_file, arguments.passphrase_fd)


def copy_given(arguments: argparse.Namespace) -> str | None:
    """The same for the password of a session that is given."""
    return _given(arguments.copy_passphrase_file, arguments.copy_passphrase_fd)


def _given(path: Path | None, descriptor: int | None) -> str | None:
    if path is not None:
        try:
            return _first_line(files.read(path, at_most=_AT_MOST), str(path))
        except FileNotFoundError:
            raise ReflectError("There is no such file", where=str(path)) from None
    if descriptor is not None:
        try:
            with os.fdopen(descriptor, "rb") as stream:
                return _first_line(stream.read(_AT_MOST), f"descriptor {descriptor}")
        except (OSError, ValueError):
            raise ReflectError(
                "Nothing can be read there", where=f"descriptor {descriptor}"
            ) from None
    return None


def new_password(of: str) -> str:
    """A new password, typed twice; raises ReflectError when it is too short or they differ."""
    from reflect_tui.notebook.seal import as_password, check_password

    chosen = check_password(hear(f"A new password for {of}, several words: "))
    if as_password(hear("The same once more: ")) != chosen:
        raise ReflectError("The two differ", do="Nothing was changed; try again.")
    return chosen


def hear(question: str) -> str:
    """What somebody types, without showing it; raises ReflectError when nobody can be asked."""
    if sys.stdin is None or not sys.stdin.isatty():
        raise ReflectError(
            "The password is needed, and nobody can be asked for it here",
            do="Start it in a terminal, or give it by --passphrase-file or --passphrase-fd.",
        )
    try:
        with warnings.catch_warnings():
            # A terminal that would show it is no place to type it.
            warnings.simplefilter("error", getpass.GetPassWarning)
            return getpass.getpass(question)
    except getpass.GetPassWarning:
        raise ReflectError(
            "This terminal would show what is typed",
            do="Use another, or give it by --passphrase-file or --passphrase-fd.",
        ) from None
    except EOFError:
        raise ReflectError("Nothing was typed", do="Nothing was changed; try again.") from None


def sure(question: str) -> bool:
    """Whether somebody at the terminal types yes; False when nobody can be asked."""
    if sys.stdin is None or not sys.stdin.isatty():
        return False
    try:
        return input(f"{question} Type yes or no: ").strip().lower() in ("y", "yes")
    except EOFError:
        return False


def _first_line(held: bytes, where: str) -> str:
    lines = held.decode("utf-8-sig", errors="replace").splitlines()
    if not lines or not lines[0].strip():
        raise ReflectError("There is no password in it", where=where)
    return lines[0]
