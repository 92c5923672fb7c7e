"""The command line: decides what is asked, imports only that, and says errors plainly.

Nothing but the full-screen face imports Textual, so every other command starts at once and works
where no screen does.
"""

from __future__ import annotations

import gc
import io
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from types import SimpleNamespace
from typing import TYPE_CHECKING, Final, cast

from reflect_tui import commands, files, paths
from reflect_tui.clean import one_line
from reflect_tui.errors import ReflectError

if TYPE_CHECKING:
    import argparse

    Run = Callable[[argparse.Namespace], int]

_OPENING: Final[Mapping[str, object]] = {"notebook": None, "demo": False, "reports": None}
"""What a call says unless it says otherwise."""

INTERRUPTED = 130
"""The exit status after Ctrl+C, as shells have it."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program; the exit status: 0 for well, 1 for trouble, 2 for a call that's off."""
    _leave_no_core_file()
    if isinstance(sys.stdout, io.TextIOWrapper):
        # A letter that the terminal's coding lacks becomes a question mark, not the end.
        sys.stdout.reconfigure(errors="replace")
    try:
        try:
            return _run(sys.argv[1:] if argv is None else argv)
        finally:
            # Here, because at Python's own end nobody can be told that it didn't get out.
            if sys.stdout is not None:
                sys.stdout.flush()
    except ReflectError as error:
        _complain(str(error))
        return 1
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has gone; there is nobody to tell.
        _write_nowhere()
        return 0
    except OSError as error:
        _write_nowhere()
        where = f" ({error.filename})" if error.filename else ""
        why = f"This could not be finished: {files.reason(error)[0]}{where}."
        _complain(f"{why} Nothing you wrote was changed.")
        return 1


def _run(argv: Sequence[str]) -> int:
    if not argv:
        # Nothing is asked for but the notebook: reading what could be takes time at every start.
        return _open(cast("argparse.Namespace", SimpleNamespace(**_OPENING)))
    from reflect_tui.offered import parser

    arguments = parser(_open, _demo, _plain, opening=_OPENING).parse_args(argv)
    run: Run = arguments.run
    return run(arguments)


def _leave_no_core_file() -> None:
    """A core file would hold everything in memory, people's words and the key among it."""
    try:
        import resource
    except ImportError:
        return  # Windows makes none by itself.
    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _complain(words: str) -> None:
    print(one_line(f"reflect-tui: {words}"), file=sys.stderr)


def _write_nowhere() -> None:
    """What still waits to be written goes nowhere, or Python's end would fail on it again."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


# -- opening ---------------------------------------------------------------------------------


def _wants_lines() -> bool:
    """Whether this is no place for a full screen: no terminal, a dumb one, or it was asked for."""
    terminal = all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))
    return (
        not terminal
        or os.environ.get("TERM") == "dumb"
        or os.environ.get("ACCESSIBLE", "") not in ("", "0")
    )


def _open(arguments: argparse.Namespace) -> int:
    if _wants_lines():
        return _plain(arguments)
    # Nothing is garbage before the first screen stands; looking for it costs a tenth of the start.
    gc.disable()
    from reflect_tui.tui.environment import scrub_environment

    scrub_environment()
    from reflect_tui import settings as chosen
    from reflect_tui.notebook.folder import is_sealed
    from reflect_tui.settings_file import Keeper
    from reflect_tui.tui.app import run
    from reflect_tui.tui.world import World

    loaded = chosen.load(paths.settings_file())
    world = World(
        settings=loaded.settings,
        problems=loaded.problems,
        keep_settings=Keeper(paths.settings_file(), loaded.settings),
        read_settings=lambda: chosen.load(paths.settings_file()),
        # What is chosen while it runs holds at once.
        make_shelf=lambda: commands.open_shelf(world.settings),
        make_notebook=lambda: commands.open_notebook(arguments),
        notes=commands.notes_into(loaded.settings),
        sealed=is_sealed(paths.notebook_folder(arguments.notebook)),
        demo=arguments.demo,
    )
    return run(world, arguments.reports or paths.reports_folder())


def _plain(arguments: argparse.Namespace) -> int:
    from reflect_tui import settings as chosen
    from reflect_tui.plain.face import World, run
    from reflect_tui.settings_file import Keeper

    if sys.stdin is None or sys.stdout is None:
        raise ReflectError(
            "There is nothing to read from, or nothing to write to", do="Start it in a terminal."
        )
    settings = commands.chosen_settings()
    world = World(
        settings=settings,
        keep_settings=Keeper(paths.settings_file(), settings),
        shelf=commands.open_shelf(settings),
        notebook=commands.open_notebook(arguments),
        notes_folder=commands.notes_into(settings),
        demo=arguments.demo,
        make_shelf=lambda: commands.open_shelf(world.settings),
        read_settings=lambda: chosen.load(paths.settings_file()),
    )
    if isinstance(sys.stdin, io.TextIOWrapper):
        # One odd byte in what is piped in must not end anything.
        sys.stdin.reconfigure(errors="replace")
    return run(sys.stdin, sys.stdout, world)


def _demo(arguments: argparse.Namespace) -> int:
    """An invented notebook in a folder of its own, thrown away whatever happens."""
    with files.thrown_away() as home:
        # A report of a crash outlives the look round; settings and notes of it must not mix with
        # anybody's own.
        arguments.reports = paths.reports_folder()
        os.environ[paths.HOME_VARIABLE] = str(home)
        arguments.notebook = None
        arguments.demo = True
        return _plain(arguments) if arguments.plain else _open(arguments)


if __name__ == "__main__":
    sys.exit(main())
