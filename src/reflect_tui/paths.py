"""Every place on disk, as functions. Nothing here makes or reads a file."""

from __future__ import annotations

import os
from pathlib import Path

from reflect_tui.errors import ReflectError

HOME_VARIABLE = "REFLECT_TUI_HOME"
"""Names a folder that then holds everything: notebook, settings and notes."""

_PACKAGE = Path(__file__).resolve().parent


def shipped(name: str) -> Path:
    """A folder that comes with the program: inside the installed package, or at the project's top.

    In a wheel `prompts` and `data` lie inside the package; in a checkout they stay at the top,
    because practice people own them.
    """
    packed = _PACKAGE / "shipped" / name
    return packed if packed.is_dir() else _PACKAGE.parent.parent / name


def shipped_prompts() -> Path:
    """The exercises that come with the program."""
    return shipped("prompts")


def shipped_data() -> Path:
    """The clauses, hints and local lines that come with the program."""
    return shipped("data")


def full(path: Path) -> Path:
    """A path as somebody wrote it, from the top; raises ReflectError for a `~name` of nobody."""
    try:
        return path.expanduser().absolute()
    except RuntimeError:
        raise ReflectError(
            "There is no home folder of that name",
            where=str(path),
            do="Write the folder out from its beginning.",
        ) from None


def home() -> Path | None:
    """The folder REFLECT_TUI_HOME names, or None when it isn't set."""
    named = os.environ.get(HOME_VARIABLE, "").strip()
    return full(Path(named)) if named else None


def notebook_folder(chosen: Path | None = None) -> Path:
    """Where the notebook lives: as chosen, else under REFLECT_TUI_HOME, else this user's data.

    Local rather than roaming, so that a notebook is not copied about a network at logon.
    """
    if chosen is not None:
        return full(chosen)
    top = home()
    if top is not None:
        return top / "notebook"
    from platformdirs import user_data_path

    return user_data_path("reflect-tui", appauthor=False, roaming=False) / "notebook"


def settings_file() -> Path:
    """Where this user's settings are."""
    top = home()
    if top is not None:
        return top / "settings.toml"
    from platformdirs import user_config_path

    return user_config_path("reflect-tui", appauthor=False, roaming=False) / "settings.toml"


def notes_folder(chosen: str = "") -> Path:
    """Where notes are written: as chosen, else somewhere Word users look.

    Raises ReflectError for a `~name` of nobody.
    """
    if chosen:
        return full(Path(chosen))
    top = home()
    if top is not None:
        return top / "notes"
    from platformdirs import user_documents_path

    return user_documents_path() / "Supervision notes"


def backups_folder() -> Path:
    """Where a backup is written unless another place is named: beside the notes' folder."""
    return notes_folder().parent


def arrivals() -> tuple[Path, ...]:
    """Where a file that somebody gave is looked for first."""
    top = home()
    if top is not None:
        return (top / "downloads",)
    from platformdirs import user_desktop_path, user_downloads_path

    return (user_downloads_path(), user_desktop_path())


def reports_folder() -> Path:
    """Where a report of a crash goes; it never holds anything a person wrote."""
    top = home()
    if top is not None:
        return top / "reports"
    from platformdirs import user_log_path

    return user_log_path("reflect-tui", appauthor=False)


def own_practice_folder() -> Path:
    """Where a user may keep exercises and local lines of their own."""
    return settings_file().parent / "practice"
