"""The commands that look after a notebook: its password, backups, and whether all is well."""

from __future__ import annotations

import argparse
import itertools
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from reflect_tui import asking, commands, files, paths
from reflect_tui.clean import one_line
from reflect_tui.errors import NotKept, ReflectError

if TYPE_CHECKING:
    from reflect_tui.notebook.notebook import Notebook

_KEEP_THEM = (
    "Write them down, in this order, and keep them away from this computer. If the password is "
    "forgotten they open the notebook, and nothing else does. They are shown this once."
)
_IN_THE_CLEAR = (
    "Without a password, anyone who can open this computer account's files can read the notebook."
)


def passphrase(arguments: argparse.Namespace) -> int:
    """`reflect-tui passphrase`: gives, changes or takes off the password."""
    notebook = commands.notebook_to_look_into(arguments)
    _to_write_in(notebook)
    key = notebook.key
    if not key.sealed:
        if arguments.remove or arguments.new_recovery:
            raise ReflectError("This notebook has no password")
        _show(notebook.seal(asking.given(arguments) or asking.new_password("the notebook")))
        _say_left(notebook.finish_sealing())
        print("Everything in it is locked with that password now.")
        return 0
    asking.unlock(key, arguments)
    # What unlocking made possible, such as unsealing that was cut off, comes first.
    notebook.take_over()
    if arguments.remove:
        print(_IN_THE_CLEAR)
        if not asking.sure("Take the password off?"):
            raise ReflectError("Nothing was changed")
        notebook.unseal()
        left = notebook.finish_sealing()
        print("The password is off.")
        _say_left(left)
    elif arguments.new_recovery:
        _show(key.change_recovery_words())
    else:
        key.change_password(asking.new_password("the notebook"))
        print("The new password holds from now on. The recovery words stay as they are.")
    return 0


def backup(arguments: argparse.Namespace) -> int:
    """`reflect-tui backup`: puts the whole notebook into one age file."""
    from reflect_tui.notebook.backup import make, write_into
    from reflect_tui.notebook.folder import opened

    commands.must_be_there(arguments)
    folder = opened(paths.notebook_folder(arguments.notebook))
    password = ""
    if not folder.said().recipient:
        password = asking.given(arguments) or asking.new_password("this backup")
    kept = make(folder, password)
    to = paths.full(arguments.to) if arguments.to else paths.backups_folder()
    path = _written(kept, to, lambda: write_into(to, kept))
    print(one_line(str(path)))
    print(
        "Keep it somewhere else than this computer. The same password opens it, or the recovery "
        "words; it is as safe as they are."
        if not password
        else "Keep it somewhere else than this computer. The password just given opens it."
    )
    return 0


def restore(arguments: argparse.Namespace) -> int:
    """`reflect-tui restore FILE`: makes a notebook of a backup, beside the one there is."""
    from reflect_tui.notebook import backup as backups

    source = paths.full(arguments.file)
    try:
        kept = files.read(source, at_most=backups.LARGEST)
    except FileNotFoundError:
        raise ReflectError("There is no such file", where=str(source)) from None
    usual = paths.notebook_folder(arguments.notebook)
    to = paths.full(arguments.to) if arguments.to else _beside(usual)
    what = "recovery words" if arguments.recovery else "password"
    words = asking.given(arguments) or asking.hear(f"The {what} of the backup: ")
    many = backups.restore(kept, words, to, recovery=arguments.recovery, where=str(source))
    print(one_line(f"{to}: {many} session{'s' * (many != 1)}"))
    print(one_line(f"Open it with: reflect-tui --notebook {to}"))
    return 0


def give(arguments: argparse.Namespace) -> int:
    """`reflect-tui give ID FILE`: one session in a file for the other's own notebook."""
    from reflect_tui.notebook import giving

    session = commands.session_named(arguments)
    giving.may_be_given(session)
    password = asking.copy_given(arguments) or asking.new_password(
        "this file, typed by the one who receives it"
    )
    kept = giving.make(session, password)
    to = paths.full(arguments.file)
    print(one_line(str(_written(kept, to, lambda: giving.write_into(to, session, kept)))))
    print("That password opens it, and nothing else does. Nothing of it is kept here.")
    return 0


def take(arguments: argparse.Namespace) -> int:
    """`reflect-tui take FILE`: puts a session that was given beside what is in the notebook."""
    from reflect_tui.notebook import giving

    source = paths.full(arguments.file)
    kept = giving.read(source)
    notebook = commands.notebook_to_look_into(arguments)
    words = asking.copy_given(arguments) or asking.hear("The password of the file: ")
    session = giving.opened(kept, words, str(source))
    asking.unlock(notebook.key, arguments)
    _to_write_in(notebook)
    print(one_line(giving.in_words(giving.take(notebook, session))))
    return 0


def doctor(arguments: argparse.Namespace) -> int:
    """`reflect-tui doctor`: what is well and what isn't; 1 when something is in trouble."""
    from reflect_tui import doctor as looks

    settings_problems = commands.settings_problems()
    findings = looks.examine(paths.notebook_folder(arguments.notebook), settings_problems)
    if arguments.json:
        import json  # here, because every start of the program loads this module

        print(json.dumps([finding.as_json() for finding in findings], indent=2))
    else:
        for finding in findings:
            print(one_line(f"{finding.how:<8}{finding.what}"))
            if finding.do:
                print(one_line(f"{'':<8}{finding.do}"))
    return 1 if any(finding.how is looks.How.TROUBLE for finding in findings) else 0


def _to_write_in(notebook: Notebook) -> None:
    """Raise NotKept unless this program may write."""
    if not notebook.take_over():
        raise NotKept(notebook.hold.why_not, where=str(notebook.top), do="Nothing was changed.")


def _say_left(left: list[Path]) -> None:
    for path in left:
        print(one_line(f"This could not be read, and stays as it is: {path}"))


def _show(words: str) -> None:
    from reflect_tui.notebook.seal import in_groups

    print("The recovery words:\n")
    print("\n".join(f"  {line}" for line in in_groups(words)))
    print(f"\n{_KEEP_THEM}")


def _written(kept: bytes, to: Path, into: Callable[[], Path]) -> Path:
    """Write a file under the name that was given, or, `into` a folder, under a free one."""
    if to.is_dir() or not to.suffix:
        return into()
    try:
        files.create_new(to, kept)
    except FileExistsError:
        raise ReflectError(
            "Something of that name is there already, and nothing is ever written over",
            where=str(to),
            do="Choose another name.",
        ) from None
    return to


def _beside(notebook: Path) -> Path:
    """A folder beside the notebook that isn't there yet."""
    named = f"{notebook.name}-restored-{datetime.now():%Y-%m-%d}"
    for number in itertools.count(1):
        path = notebook.with_name(named if number == 1 else f"{named}-{number}")
        if not path.exists():
            return path
    raise AssertionError("there is always another number")
