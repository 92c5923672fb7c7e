"""What each command but the two faces does. Each imports only what it needs."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from reflect_tui import paths
from reflect_tui.clean import one_line
from reflect_tui.errors import ReflectError
from reflect_tui.settings import Settings, load

if TYPE_CHECKING:
    import argparse

    from reflect_tui.notebook.notebook import Notebook
    from reflect_tui.notebook.summary import Summary
    from reflect_tui.practice.shelf import Shelf
    from reflect_tui.session.model import Session


def chosen_settings() -> Settings:
    """What this user chose; what is wrong in the file is said beside the output."""
    loaded = load(paths.settings_file())
    for problem in loaded.problems:
        print(one_line(f"reflect-tui: {problem}"), file=sys.stderr)
    return loaded.settings


def settings_problems() -> tuple[str, ...]:
    """What is wrong in the settings file, where something is."""
    return load(paths.settings_file()).problems


def open_shelf(settings: Settings) -> Shelf:
    """The exercises: shipped, the organisation's, the user's own; later wins."""
    from reflect_tui.practice.shelf import Place, Shelf

    places = [Place(paths.shipped_prompts().parent, "shipped with reflect-tui")]
    if settings.practice_folder:
        places.append(Place(_practice_folder(settings), "your organisation's"))
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


def _practice_folder(settings: Settings) -> Path:
    """The organisation's folder; a `~name` of nobody stays, and is told of as not there."""
    named = Path(settings.practice_folder)
    try:
        return paths.full(named)
    except ReflectError:
        return named


def notes_into(settings: Settings) -> Path:
    """The folder notes are written to."""
    return paths.notes_folder(settings.notes_folder)


def notebook_to_look_into(arguments: argparse.Namespace) -> Notebook:
    """The notebook, still locked if it has a password; one that was named must be there."""
    must_be_there(arguments)
    return open_notebook(arguments)


def must_be_there(arguments: argparse.Namespace) -> None:
    """Raise ReflectError unless the notebook that was named is there: a slip makes none."""
    from reflect_tui.notebook.folder import Folder

    place = Folder(paths.notebook_folder(arguments.notebook))
    if arguments.notebook and not (place.about.exists() or place.sessions.exists()):
        raise ReflectError(
            "There is no notebook here",
            where=str(place.top),
            do="Check its name; `reflect-tui where` says where your usual one is.",
        )


def _readable_notebook(arguments: argparse.Namespace) -> Notebook:
    """The notebook, unlocked: its password is asked for where it has one."""
    from reflect_tui import asking

    notebook = notebook_to_look_into(arguments)
    asking.unlock(notebook.key, arguments)
    return notebook


def list_sessions(arguments: argparse.Namespace) -> int:
    """`reflect-tui list`."""
    sessions = _readable_notebook(arguments).sessions()
    if arguments.json:
        _print_json([summary.as_json() for summary in sessions])
        return 0
    if not sessions:
        print("There are no sessions yet. Begin one with: reflect-tui")
    for summary in sessions:
        print(_line(summary))
    return 0


def _print_json(value: object) -> None:
    """As JSON in ASCII: whole in any coding, and nothing in it acts on a terminal."""
    import json  # here, because opening the notebook loads this module and needs none

    print(json.dumps(value, indent=2))


def _line(summary: Summary) -> str:
    """One session as a line: the id that `show` and `export` take, when, how and what."""
    when = f"{summary.began.astimezone():%a %d %b %Y %H:%M}"
    if summary.trouble is not None:
        return one_line(f"{summary.id}  {when}  {summary.trouble}")
    titles = ", ".join(kept.title for kept in summary.main)
    parts = [summary.id, when, summary.way or "", summary.brought, titles]
    # That it did, and no word of what: a list says nothing that was written.
    ended = "came back to what was agreed" if summary.ended else ""
    other = "another copy" if summary.other_of else ""
    return one_line("  ".join(part for part in (*parts, ended, other) if part))


def session_named(arguments: argparse.Namespace) -> Session:
    """The session an id names, in full or by first letters that only one has."""
    notebook, wanted = _readable_notebook(arguments), arguments.id
    known = [kept.id for kept in notebook.sessions()]
    begins = [name for name in known if wanted and name.startswith(wanted)]
    if len(begins) > 1 and wanted not in known:
        raise ReflectError(
            f"{len(begins)} sessions begin with {wanted!r}",
            do="Write more of its letters; `reflect-tui list` shows them all.",
        )
    return notebook.load(begins[0] if len(begins) == 1 else wanted)


def show(arguments: argparse.Namespace) -> int:
    """`reflect-tui show ID`."""
    session = session_named(arguments)
    if arguments.json:
        _print_json(session.model_dump(mode="json"))
        return 0
    from reflect_tui.notes.read import as_text

    print(as_text(session))
    return 0


def check(arguments: argparse.Namespace) -> int:
    """`reflect-tui check [FILE…]`: 1 when something is wrong, in the settings file too."""
    from reflect_tui.practice.check import check_paths, read_among, read_beside
    from reflect_tui.practice.problems import Problem

    shipped = paths.shipped_prompts()
    if arguments.files:
        shelf = open_shelf(chosen_settings())
        exercises = {kept.id: kept.exercise for kept in shelf.exercises()}
        problems = check_paths(arguments.files, shelf.clauses, exercises, shelf.hint_files)
        read, beside = [] if problems else read_among(arguments.files, shipped), []
    else:
        loaded = load(paths.settings_file())
        shelf = open_shelf(loaded.settings)
        problems = sorted(
            Problem(loaded.file, fault.line, fault.code, fault.message) for fault in loaded.faults
        )
        ours = check_paths(shelf.hint_files, shelf.clauses)
        problems += sorted({*shelf.problems, *ours})
        read, beside = read_beside(shelf, shipped), _folders_without(loaded.settings)
    if arguments.json:
        _print_json([problem.as_json() for problem in problems])
        return 1 if problems else 0
    for problem in problems:
        print(one_line(str(problem)))
    well = [] if problems else ["Nothing is wrong."]
    well += [f"Read: {', '.join(read)}."] if read else []
    for line in filter(None, [" ".join(well), *beside]):
        print(one_line(line))
    return 1 if problems else 0


def _folders_without(settings: Settings) -> list[str]:
    """A line for each folder beside the shipped one that holds no exercise."""
    from reflect_tui.practice.check import WHERE_THEY_LIE, holds_none

    folders = [paths.own_practice_folder()]
    if settings.practice_folder:
        folders.insert(0, _practice_folder(settings))
    none = [folder for folder in folders if folder.is_dir() and holds_none(folder)]
    return [f"No exercise was found in {folder}: {WHERE_THEY_LIE}." for folder in none]


def facilitator(arguments: argparse.Namespace) -> int:
    """`reflect-tui facilitator [FILE]`: prints the page, or writes it and says where."""
    from reflect_tui.notes.facilitator import as_markdown, write_page

    page = open_shelf(chosen_settings()).facilitator
    if arguments.file is None:
        print(as_markdown(page), end="")
    else:
        print(one_line(str(write_page(page, paths.full(arguments.file)))))
    return 0


def where(arguments: argparse.Namespace) -> int:
    """`reflect-tui where`."""
    from reflect_tui.notebook.folder import is_sealed

    settings = chosen_settings()
    organisations = _practice_folder(settings) if settings.practice_folder else None
    notebook = paths.notebook_folder(arguments.notebook)
    rows: dict[str, Path | None] = {
        "notebook": notebook,
        "settings": paths.settings_file(),
        "notes are written to": notes_into(settings),
        "exercises, shipped": paths.shipped_prompts(),
        "exercises, your organisation's": organisations,
        "exercises, your own": paths.own_practice_folder(),
        "reports of a crash": paths.reports_folder(),
    }
    for name, place in rows.items():
        said = f"{place}{_how_it_stands(place)}" if place else "none named in the settings"
        locked = place == notebook and is_sealed(notebook)
        print(one_line(f"{name}: {said}{'  (locked with a password)' if locked else ''}"))
    return 0


def _how_it_stands(place: Path) -> str:
    try:
        return "" if place.exists() else "  (not made yet)"
    except OSError:
        return "  (cannot be looked at)"
