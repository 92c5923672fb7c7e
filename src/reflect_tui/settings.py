"""What this user chose: a dataclass, its load and its save.

The file is TOML and may be written by hand; every mistake in it is said with its key and the
nearest right spelling, and what can be used is used.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from pathlib import Path

from reflect_tui import files
from reflect_tui.clean import clean
from reflect_tui.errors import CannotRead, ReflectError

THEMES = ("ink", "paper", "high-contrast")
SERVICES = ("children", "adults")
LONGEST_IDLE = 24 * 60
"""Minutes: a whole day."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything a user may choose, with what holds when they choose nothing."""

    introduced: bool = False
    """Whether the first start was gone through."""
    services: tuple[str, ...] = SERVICES
    """The services this user works with: children, adults, or both."""
    theme: str = "ink"
    """ink (dark), paper (light) or high-contrast."""
    clock: bool = True
    """Whether a session shows how much time has gone."""
    hide_after: int = 15
    """Minutes without a key or a click after which the screen hides itself; 0: never."""
    lock_after: int = 30
    """Minutes hidden after which a notebook with a password locks itself; 0: never."""
    practice_folder: str = ""
    """The organisation's folder of exercises and local lines; empty: none."""
    notes_folder: str = ""
    """Where notes are written; empty: the usual place."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """Settings as read, with what was wrong in the file."""

    settings: Settings
    problems: tuple[str, ...] = ()


def load(path: Path) -> Loaded:
    """Read the settings; a missing file means nothing was chosen yet.

    Never raises: a mistake is reported in `problems`, and what it stands for stays as it was.
    """
    import tomllib  # here, because every start loads this module

    try:
        raw = tomllib.loads(files.read(path, at_most=1_000_000).decode("utf-8-sig"))
    except FileNotFoundError:
        return Loaded(Settings())
    except CannotRead as error:
        return Loaded(Settings(introduced=True), (str(error),))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        return Loaded(Settings(introduced=True), (f"{path}: this is not TOML: {error}",))
    known = {field.name for field in fields(Settings)}
    chosen: dict[str, object] = {}
    problems: list[str] = []
    for key, value in raw.items():
        if key not in known:
            near = _nearest(key, known)
            hint = f" (did you mean {near[0]}?)" if near else ""
            problems.append(f"{path}: {key}: there is no such setting{hint}")
            continue
        try:
            chosen[key] = _checked(key, value)
        except ReflectError as error:
            problems.append(f"{path}: {key}: {error.what} ({error.do})")
    return Loaded(Settings(**chosen), tuple(problems))  # type: ignore[arg-type]  # _checked holds


def save(settings: Settings, path: Path) -> None:
    """Write the settings; raises NotKept."""
    import json  # here, because every start loads this module

    files.private_folder(path.parent)
    lines = ["# reflect-tui settings. Change them here or in the program.", ""]
    for field in fields(Settings):
        value = getattr(settings, field.name)
        written = list(value) if isinstance(value, tuple) else value
        lines.append(f"{field.name} = {json.dumps(written, ensure_ascii=False)}")
    files.replace(path, ("\n".join(lines) + "\n").encode())


def _checked(key: str, value: object) -> object:
    """A value of the right type for its key, or a ReflectError saying what to write instead."""
    if key in ("introduced", "clock"):
        if not isinstance(value, bool):
            raise ReflectError("neither true nor false", do="write true or false")
        return value
    if key in ("hide_after", "lock_after"):
        if type(value) is not int or not 0 <= value <= LONGEST_IDLE:
            raise ReflectError(
                "not a number of minutes", do=f"write 0 for never, or up to {LONGEST_IDLE}"
            )
        return value
    if key == "services":
        if not isinstance(value, list) or not value or not set(map(str, value)) <= set(SERVICES):
            raise ReflectError("not a list of services", do='write ["children", "adults"]')
        return tuple(service for service in SERVICES if service in value)
    if not isinstance(value, str):
        raise ReflectError("not text in quotes", do="put it in double quotes")
    if clean(value) != value:
        raise ReflectError("it holds a character that cannot be seen", do="write it again")
    if key == "theme" and value not in THEMES:
        near = _nearest(value, THEMES) or [THEMES[0]]
        raise ReflectError(f"there is no theme {value}", do=f"write {near[0]}")
    return value


def _nearest(word: str, known: Iterable[str]) -> list[str]:
    import difflib  # here, because every start loads this module

    return difflib.get_close_matches(word, list(known), n=1)
