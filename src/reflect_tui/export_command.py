"""`reflect-tui export`: a session's notes as new files in one of the formats, or printed."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from reflect_tui import asking, commands, paths
from reflect_tui.clean import one_line
from reflect_tui.errors import ReflectError

if TYPE_CHECKING:
    from reflect_tui.notes.document import Document
    from reflect_tui.notes.formats import Format
    from reflect_tui.session.model import Session
    from reflect_tui.session.noting import Note

Command = Callable[[str, Callable[[argparse.Namespace], int], str, str], argparse.ArgumentParser]
"""Adds a command: its name, what runs it, what it does in words, an example."""

# Written out, because every start reads this and none needs what knows them.
_NOTES = ("supervision", "case", "cpd", "own", "all")
_FORMATS = ("markdown", "word", "web", "text")


def offer(command: Command) -> None:
    """Add it to the command line."""
    parser = command(
        "export",
        export,
        "write a session's notes: what was moved into each, or your own copy of everything",
        "reflect-tui export ID --note case --as word --to notes",
    )
    parser.add_argument("id", metavar="ID", help="the session's id, or its first letters")
    parser.add_argument(
        "--note",
        choices=_NOTES,
        default="supervision",
        help="which: the supervision note (when left out), the case insert, the CPD text, your "
        "own copy, or all that have something in them",
    )
    parser.add_argument(
        "--as",
        dest="form",
        choices=_FORMATS,
        default="markdown",
        help="Markdown (when left out), a Word document, a web page or plain text",
    )
    parser.add_argument("--to", type=Path, metavar="DIR", help="the folder to write it in")
    parser.add_argument("--print", action="store_true", help="print it instead of writing a file")
    asking.add_options(parser)


def export(arguments: argparse.Namespace) -> int:
    """`reflect-tui export ID`: prints where each note went, or the note. Raises ReflectError."""
    if arguments.print and arguments.form == "word":
        raise ReflectError(
            "A Word document can't be printed on the screen",
            do="Leave out --print to write it, or choose --as markdown, web or text.",
        )
    from reflect_tui.notes.building import build_note
    from reflect_tui.notes.formats import Format
    from reflect_tui.notes.write import refuse_empty
    from reflect_tui.session.noting import Note

    session = commands.session_named(arguments)
    settings = commands.chosen_settings()
    local = commands.open_shelf(settings).local
    form = next(form for form in Format if form.key == arguments.form)
    every = dict(zip(_NOTES, Note, strict=False))
    wanted = list(Note) if arguments.note == "all" else [every[arguments.note]]
    made = [(note, build_note(note, session, local)) for note in wanted]
    if arguments.note == "all":
        made = _without_empty(made)
    for _, document in made:
        refuse_empty(document)
    if arguments.print:
        _print(made, form)
    else:
        folder = paths.full(arguments.to) if arguments.to else commands.notes_into(settings)
        _write(made, session, folder, form)
    return 0


def _without_empty(made: list[tuple[Note, Document]]) -> list[tuple[Note, Document]]:
    """Those that something stands in, and of the others a line beside the output."""
    kept = [(note, document) for note, document in made if not document.empty]
    for _, document in made if kept else ():
        if document.empty:
            print(f"reflect-tui: {document.nothing_in}; left out.", file=sys.stderr)
    return kept or made[-1:]


def _print(made: list[tuple[Note, Document]], form: Format) -> None:
    from reflect_tui.notes.formats import rendered

    print("\n\n".join(rendered(document, form).decode() for _, document in made), end="")


def _write(made: list[tuple[Note, Document]], session: Session, folder: Path, form: Format) -> None:
    from reflect_tui.notes.building import FILE_NAMES
    from reflect_tui.notes.write import write_note

    for note, document in made:
        path = write_note(document, session, folder, form, note=FILE_NAMES[note])
        print(one_line(str(path)))
