"""The command line: decides what is asked, imports only that, and says errors plainly.

Nothing but the full-screen face imports Textual, so every other command starts at once and works
where no screen does.
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reflect_tui import __version__, files, paths
from reflect_tui.clean import clean
from reflect_tui.errors import ReflectError
from reflect_tui.settings import Settings

if TYPE_CHECKING:
    from reflect_tui.notebook.notebook import Notebook
    from reflect_tui.notebook.summary import Summary
    from reflect_tui.practice.shelf import Shelf
    from reflect_tui.session.model import Session

Run = Callable[[argparse.Namespace], int]


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program; the exit status: 0 for well, 1 for trouble, 2 for a call that's off."""
    arguments = _parser().parse_args(argv)
    try:
        run: Run = arguments.run
        return run(arguments)
    except ReflectError as error:
        print(f"reflect-tui: {error}", file=sys.stderr)
        return 1
    except BrokenPipeError:
        # Whoever read our output has gone; there is nobody to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


# -- what can be asked -----------------------------------------------------------------------


def _parser() -> argparse.ArgumentParser:
    """Every command with its help and an example."""
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument(
        "--notebook",
        type=Path,
        metavar="DIR",
        default=argparse.SUPPRESS,
        help="the folder of the notebook to use instead of your usual one",
    )
    parser = argparse.ArgumentParser(
        prog="reflect-tui",
        parents=[common],
        description="A private, offline guide and notebook for anti-racist reflective supervision.",
        epilog="Without a command it opens your notebook. Try `reflect-tui demo` for a look round.",
    )
    parser.add_argument("--version", action="version", version=f"reflect-tui {__version__}")
    parser.set_defaults(run=_open, notebook=None, demo=False)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")

    def command(name: str, run: Run, words: str, example: str) -> argparse.ArgumentParser:
        made = commands.add_parser(
            name,
            parents=[common],
            help=words,
            description=f"{words[0].upper()}{words[1:]}.",
            epilog=f"Example: {example}",
        )
        made.set_defaults(run=run)
        return made

    command(
        "demo",
        _demo,
        "open an invented notebook that is thrown away afterwards",
        "reflect-tui demo",
    ).add_argument("--plain", action="store_true", help="line by line, for screen readers")
    command("plain", _plain, "work line by line, without a full screen", "reflect-tui plain")
    listing = command("list", _list, "list your sessions, newest first", "reflect-tui list --json")
    listing.add_argument("--json", action="store_true", help="as JSON")
    show = command(
        "show", _show, "print a whole session, as its owner may read it", "reflect-tui show ID"
    )
    show.add_argument("id", metavar="ID", help="the session's id, or its first letters")
    show.add_argument("--json", action="store_true", help="as JSON")
    export = command(
        "export", _export, "write a session's supervision note", "reflect-tui export ID --to notes"
    )
    export.add_argument("id", metavar="ID", help="the session's id, or its first letters")
    export.add_argument("--to", type=Path, metavar="DIR", help="the folder to write it in")
    export.add_argument("--print", action="store_true", help="print it instead of writing a file")
    check = command(
        "check",
        _check,
        "check exercises, clauses and local lines, and say what is wrong by file and line",
        "reflect-tui check my-exercise.md",
    )
    check.add_argument("files", type=Path, nargs="*", metavar="FILE", help="all, when left out")
    check.add_argument("--json", action="store_true", help="as JSON")
    command("where", _where, "say where everything is kept", "reflect-tui where")
    return parser


# -- opening ---------------------------------------------------------------------------------


def _wants_lines() -> bool:
    """Whether this is no place for a full screen: no terminal, a dumb one, or it was asked for."""
    terminal = sys.stdin.isatty() and sys.stdout.isatty()
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
    from reflect_tui.tui.app import run
    from reflect_tui.tui.world import World

    loaded = chosen.load(paths.settings_file())
    world = World(
        settings=loaded.settings,
        problems=loaded.problems,
        keep_settings=lambda new: chosen.save(new, paths.settings_file()),
        make_shelf=lambda: _shelf(loaded.settings),
        make_notebook=lambda: _notebook(arguments),
        notes=_notes_folder(loaded.settings),
        demo=arguments.demo,
    )
    return run(world, paths.reports_folder())


def _plain(arguments: argparse.Namespace) -> int:
    from reflect_tui import settings as chosen
    from reflect_tui.plain.face import World, run

    loaded = chosen.load(paths.settings_file())
    for problem in loaded.problems:
        print(f"reflect-tui: {problem}", file=sys.stderr)
    world = World(
        settings=loaded.settings,
        keep_settings=lambda new: chosen.save(new, paths.settings_file()),
        shelf=_shelf(loaded.settings),
        notebook=_notebook(arguments),
        notes_folder=_notes_folder(loaded.settings),
    )
    return run(sys.stdin, sys.stdout, world)


def _demo(arguments: argparse.Namespace) -> int:
    """An invented notebook in a folder of its own, thrown away whatever happens."""
    with files.thrown_away() as home:
        # Settings and notes of a look round must not mix with anybody's own.
        os.environ[paths.HOME_VARIABLE] = str(home)
        arguments.notebook = None
        arguments.demo = True
        return _plain(arguments) if arguments.plain else _open(arguments)


def _shelf(settings: Settings) -> Shelf:
    from reflect_tui.practice.shelf import Place, Shelf

    places = [Place(paths.shipped_prompts().parent, "shipped with reflect-tui")]
    if settings.practice_folder:
        folder = Path(settings.practice_folder).expanduser()
        places.append(Place(folder, "your organisation's"))
    if paths.own_practice_folder().is_dir():
        places.append(Place(paths.own_practice_folder(), "your own"))
    return Shelf.open(places)


def _notebook(arguments: argparse.Namespace) -> Notebook:
    from reflect_tui.notebook.notebook import Notebook

    notebook = Notebook.open(paths.notebook_folder(arguments.notebook))
    if arguments.demo:
        from reflect_tui.demo import fill

        fill(notebook, _shelf(Settings()), paths.shipped_data() / "demo")
    return notebook


def _notes_folder(settings: Settings) -> Path:
    chosen = settings.notes_folder
    return Path(chosen).expanduser().absolute() if chosen else paths.notes_folder()


# -- the other commands ----------------------------------------------------------------------


def _list(arguments: argparse.Namespace) -> int:
    sessions = _notebook(arguments).sessions()
    if arguments.json:
        _print_json([summary.as_json() for summary in sessions])
        return 0
    if not sessions:
        print("There are no sessions yet. Begin one with: reflect-tui")
    for summary in sessions:
        print(_line(summary))
    return 0


def _print_json(value: object) -> None:
    import json  # here, because opening the notebook loads this module and needs none

    print(json.dumps(value, ensure_ascii=False, indent=2))


def _line(summary: Summary) -> str:
    """One session as a line: when, how, what, and the id that `show` and `export` take."""
    when = f"{summary.began.astimezone():%a %d %b %Y %H:%M}"
    if summary.trouble is not None:
        return f"{when}  {summary.id}  {summary.trouble}"
    titles = ", ".join(kept.title for kept in summary.main)
    parts = [summary.id, when, summary.way or "", summary.brought, titles]
    other = "another copy" if summary.other_of else ""
    return clean("  ".join(part for part in (*parts, other) if part))


def _session(arguments: argparse.Namespace) -> Session:
    """The session an id names, in full or by first letters that only one has."""
    notebook = _notebook(arguments)
    begins = [kept.id for kept in notebook.sessions() if kept.id.startswith(arguments.id)]
    return notebook.load(begins[0] if len(begins) == 1 else arguments.id)


def _show(arguments: argparse.Namespace) -> int:
    session = _session(arguments)
    if arguments.json:
        print(session.model_dump_json(indent=2))
        return 0
    from reflect_tui.notes.read import as_text

    print(as_text(session))
    return 0


def _export(arguments: argparse.Namespace) -> int:
    from reflect_tui import settings as chosen
    from reflect_tui.notes.supervision import build
    from reflect_tui.notes.write import write_markdown

    session = _session(arguments)
    settings = chosen.load(paths.settings_file()).settings
    document = build(session, local=_shelf(settings).local)
    if arguments.print:
        from reflect_tui.notes.markdown import to_markdown

        print(to_markdown(document), end="")
        return 0
    folder = arguments.to or _notes_folder(settings)
    print(write_markdown(document, session, folder.expanduser().absolute()))
    return 0


def _check(arguments: argparse.Namespace) -> int:
    from reflect_tui import settings as chosen
    from reflect_tui.practice.check import check_paths

    shelf = _shelf(chosen.load(paths.settings_file()).settings)
    problems = check_paths(arguments.files, shelf.clauses) if arguments.files else shelf.problems
    if arguments.json:
        _print_json([problem.as_json() for problem in problems])
    else:
        for problem in problems:
            print(problem)
        if not problems:
            print("Nothing is wrong.")
    return 1 if problems else 0


def _where(arguments: argparse.Namespace) -> int:
    from reflect_tui import settings as chosen

    settings = chosen.load(paths.settings_file()).settings
    rows: dict[str, Path | str] = {
        "notebook": paths.notebook_folder(arguments.notebook),
        "settings": paths.settings_file(),
        "notes are written to": _notes_folder(settings),
        "exercises, shipped": paths.shipped_prompts(),
        "exercises, your organisation's": settings.practice_folder or "none named in the settings",
        "exercises, your own": paths.own_practice_folder(),
        "reports of a crash": paths.reports_folder(),
    }
    for name, place in rows.items():
        there = "" if isinstance(place, str) or place.exists() else "  (not made yet)"
        print(f"{name}: {place}{there}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
