"""What each command but the two faces does. Each imports only what it needs."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from reflect_tui import paths
from reflect_tui.clean import clean
from reflect_tui.settings import Settings

if TYPE_CHECKING:
    from reflect_tui.notebook.notebook import Notebook
    from reflect_tui.notebook.summary import Summary
    from reflect_tui.practice.shelf import Shelf
    from reflect_tui.session.model import Session


def open_shelf(settings: Settings) -> Shelf:
    """The exercises: shipped, the organisation's, the user's own; later wins."""
    from reflect_tui.practice.shelf import Place, Shelf

    places = [Place(paths.shipped_prompts().parent, "shipped with reflect-tui")]
    if settings.practice_folder:
        folder = Path(settings.practice_folder).expanduser()
        places.append(Place(folder, "your organisation's"))
    if paths.own_practice_folder().is_dir():
        places.append(Place(paths.own_practice_folder(), "your own"))
    return Shelf.open(places)


def open_notebook(arguments: argparse.Namespace) -> Notebook:
    """The notebook that was asked for; for a look round, filled with the invented one."""
    from reflect_tui.notebook.notebook import Notebook

    notebook = Notebook.open(paths.notebook_folder(arguments.notebook))
    if arguments.demo:
        from reflect_tui.demo import fill

        fill(notebook, open_shelf(Settings()), paths.shipped_data() / "demo")
    return notebook


def notes_into(settings: Settings) -> Path:
    """The folder notes are written to."""
    chosen = settings.notes_folder
    return Path(chosen).expanduser().absolute() if chosen else paths.notes_folder()


def list_sessions(arguments: argparse.Namespace) -> int:
    """`reflect-tui list`."""
    sessions = open_notebook(arguments).sessions()
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
    notebook = open_notebook(arguments)
    begins = [kept.id for kept in notebook.sessions() if kept.id.startswith(arguments.id)]
    return notebook.load(begins[0] if len(begins) == 1 else arguments.id)


def show(arguments: argparse.Namespace) -> int:
    """`reflect-tui show ID`."""
    session = _session(arguments)
    if arguments.json:
        print(session.model_dump_json(indent=2))
        return 0
    from reflect_tui.notes.read import as_text

    print(as_text(session))
    return 0


def export(arguments: argparse.Namespace) -> int:
    """`reflect-tui export ID`: writes the supervision note and prints where it went."""
    from reflect_tui import settings as chosen
    from reflect_tui.notes.supervision import build
    from reflect_tui.notes.write import write_markdown

    session = _session(arguments)
    settings = chosen.load(paths.settings_file()).settings
    document = build(session, local=open_shelf(settings).local)
    if arguments.print:
        from reflect_tui.notes.markdown import to_markdown

        print(to_markdown(document), end="")
        return 0
    folder = arguments.to or notes_into(settings)
    print(write_markdown(document, session, folder.expanduser().absolute()))
    return 0


def check(arguments: argparse.Namespace) -> int:
    """`reflect-tui check [FILE…]`: 1 when something is wrong."""
    from reflect_tui import settings as chosen
    from reflect_tui.practice.check import check_paths

    shelf = open_shelf(chosen.load(paths.settings_file()).settings)
    problems = check_paths(arguments.files, shelf.clauses) if arguments.files else shelf.problems
    if arguments.json:
        _print_json([problem.as_json() for problem in problems])
    else:
        for problem in problems:
            print(problem)
        if not problems:
            print("Nothing is wrong.")
    return 1 if problems else 0


def where(arguments: argparse.Namespace) -> int:
    """`reflect-tui where`."""
    from reflect_tui import settings as chosen

    settings = chosen.load(paths.settings_file()).settings
    rows: dict[str, Path | str] = {
        "notebook": paths.notebook_folder(arguments.notebook),
        "settings": paths.settings_file(),
        "notes are written to": notes_into(settings),
        "exercises, shipped": paths.shipped_prompts(),
        "exercises, your organisation's": settings.practice_folder or "none named in the settings",
        "exercises, your own": paths.own_practice_folder(),
        "reports of a crash": paths.reports_folder(),
    }
    for name, place in rows.items():
        there = "" if isinstance(place, str) or place.exists() else "  (not made yet)"
        print(f"{name}: {place}{there}")
    return 0
