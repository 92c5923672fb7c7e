"""When something breaks: a few words for the person, a report for whoever mends it.

Neither holds a local variable, a message of an exception or anything else a person may have
written; the report names the places in the code and nothing more.
"""

from __future__ import annotations

import platform
import traceback
from datetime import datetime
from pathlib import Path

from rich.text import Text

from reflect_tui import __version__, files
from reflect_tui.errors import NotKept


def report(error: BaseException | None, folder: Path, *, kept: bool, demo: bool = False) -> Text:
    """Write the report and return what to say; that it can't be written is said too."""
    words = ["Something in reflect-tui broke, and it had to stop."]
    if demo:
        words.append("The invented notebook is thrown away with what was typed in it.")
    elif kept:
        words.append("Everything you wrote is kept; start it again and go on.")
    else:
        words.append("The last words you typed may not be kept: the disk refused them.")
    name = f"report-{datetime.now():%Y-%m-%d-%H%M%S}.txt"
    try:
        files.private_folder(folder)
        files.create_new(folder / name, _places(error).encode())
        words.append(f"A report without any of your words is in {folder / name}")
    except (NotKept, FileExistsError):
        words.append("A report could not be written.")
    return Text("\n".join(words))


def _places(error: BaseException | None) -> str:
    """Where in the code it happened: the kind of error, files, lines and function names."""
    lines = [f"reflect-tui {__version__}, Python {platform.python_version()}, {platform.system()}"]
    while error is not None:
        lines.append(type(error).__name__)
        lines += [
            f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(error.__traceback__)
        ]
        error = error.__cause__ or error.__context__
    return "\n".join(lines) + "\n"
