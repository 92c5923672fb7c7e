"""Opening a file or a folder with what this computer opens such things with; never a shell."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from reflect_tui.errors import ReflectError

_WAIT = 2.0
"""Seconds after which a program that still runs is taken to show what it was given."""


def open_with_its_program(path: Path) -> None:
    """Open a file, or a folder, as a double click on it would; may take a moment: in a thread.

    Raises ReflectError when it is gone, or when there is nothing here to open it with.
    """
    if not path.exists():
        raise ReflectError(
            "It is not there any more", where=str(path), do="Make the file once more."
        )
    if sys.platform == "win32":
        _by_windows(path)
        return
    opener = _opener()
    if opener is None:
        raise _nothing(path)
    try:
        # Away from our terminal: what it says or asks must neither be drawn over nor read keys.
        begun = subprocess.Popen(
            [opener, str(path)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        raise _nothing(path) from error
    try:
        refused = begun.wait(_WAIT) != 0
    except subprocess.TimeoutExpired:
        return
    if refused:
        raise _nothing(path)


def _opener() -> str | None:
    """The program that finds the right program, or None."""
    if sys.platform == "darwin":
        return shutil.which("open")
    # Without a desktop it would look for a program that draws into this very terminal.
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return None
    return shutil.which("xdg-open")


def _by_windows(path: Path) -> None:
    try:
        os.startfile(path)  # type: ignore[attr-defined,unused-ignore]  # on Windows alone
    except OSError as error:
        raise _nothing(path) from error


def _nothing(path: Path) -> ReflectError:
    return ReflectError(
        "There is nothing here to open it with",
        where=str(path),
        do="It lies there all the same: open it from your files.",
    )
