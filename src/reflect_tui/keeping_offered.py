"""What the command line offers to look after a notebook: password, backups, sessions given."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from reflect_tui import asking, looking_after

Command = Callable[[str, Callable[[argparse.Namespace], int], str, str], argparse.ArgumentParser]
"""Adds a command: its name, what runs it, what it does in words, an example."""


def offer(command: Command) -> None:
    """Add them to the command line."""
    secret = command(
        "passphrase",
        looking_after.passphrase,
        "give the notebook a password of several words, change it, or take it off",
        "reflect-tui passphrase",
    )
    which = secret.add_mutually_exclusive_group()
    which.add_argument("--remove", action="store_true", help="take the password off")
    which.add_argument("--new-recovery", action="store_true", help="make new recovery words")
    asking.add_options(secret)
    backup = command(
        "backup",
        looking_after.backup,
        "put the whole notebook into one file, locked with the same password",
        "reflect-tui backup --to /media/stick",
    )
    backup.add_argument("--to", type=Path, metavar="FILE|DIR", help="where to write it")
    asking.add_options(backup, opens=False)
    restore = command(
        "restore",
        looking_after.restore,
        "make a notebook of a backup, beside the one you have",
        "reflect-tui restore reflect-tui-backup-2026-11-24-1.age",
    )
    restore.add_argument("file", type=Path, metavar="FILE", help="the backup")
    restore.add_argument("--to", type=Path, metavar="DIR", help="a folder that isn't there yet")
    asking.add_options(restore)
    give = command(
        "give",
        looking_after.give,
        "put one one-to-one session into a file for the other's own notebook",
        "reflect-tui give ID /media/stick",
    )
    give.add_argument("id", metavar="ID", help="the session's id, or its first letters")
    give.add_argument("file", type=Path, metavar="FILE|DIR", help="where to write it")
    asking.add_options(give)
    asking.add_copy_options(give)
    take = command(
        "take",
        looking_after.take,
        "take in a session that somebody gave you, beside what is in your notebook",
        "reflect-tui take session-2026-11-24-one-to-one-1.age",
    )
    take.add_argument("file", type=Path, metavar="FILE", help="the file you were given")
    asking.add_options(take)
    asking.add_copy_options(take)
    doctor = command(
        "doctor",
        looking_after.doctor,
        "look whether all is well with the terminal, the folders and the notebook",
        "reflect-tui doctor",
    )
    doctor.add_argument("--json", action="store_true", help="as JSON")
