"""What this user chose: a dataclass, and its load.

The file is TOML and may be written by hand; every mistake in it is said with its line, its key and
what to write instead, and what can be used is used. `settings_file` writes it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from pathlib import Path

from reflect_tui import files, keys
from reflect_tui.clean import clean
from reflect_tui.errors import CannotRead
from reflect_tui.toml_faults import Fault, Sort, line_of, of_line, read, written

THEMES = ("ink", "paper", "high-contrast")
SERVICES = ("children", "adults")
LONGEST_IDLE = 24 * 60
"""Minutes: a whole day."""
KEYS = "keys"
"""The table of the file in which keys are chosen."""

SORTS: dict[str, Sort] = {
    "introduced": Sort.YES_NO,
    "services": Sort.LIST,
    "theme": Sort.WORDS,
    "clock": Sort.YES_NO,
    "hide_after": Sort.NUMBER,
    "lock_after": Sort.NUMBER,
    "practice_folder": Sort.FOLDER,
    "notes_folder": Sort.FOLDER,
    "hints_off": Sort.LIST,
    "hints_on": Sort.LIST,
}
"""Every setting but the keys, and what its value is."""

_ALSO = {
    "dark": "ink",
    "black": "ink",
    "light": "paper",
    "white": "paper",
    "bright": "paper",
    "contrast": "high-contrast",
    "high contrast": "high-contrast",
}
"""What somebody may call a theme."""
_BOTH = ("both", "all")
_HINT = re.compile(r"[a-z][a-z0-9-]{0,79}")


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
    keys: keys.Chosen = ()
    """Keys that are not as usual."""
    hints_off: tuple[str, ...] = ()
    """The ids of questions about wording that are not asked any more."""
    hints_on: tuple[str, ...] = ()
    """The ids of those that are asked only once switched on, and are."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """Settings as read, with what was wrong in the file."""

    settings: Settings
    file: str = ""
    """Where they were read; empty where there is no file yet."""
    faults: tuple[Fault, ...] = ()

    @property
    def problems(self) -> tuple[str, ...]:
        """What was wrong, each with file and line, for people."""
        return tuple(f"{self.file}, line {fault.line}: {fault.message}" for fault in self.faults)


class _Off(Exception):
    """A value that can't be used: what is wrong, and what to do."""

    def __init__(self, what: str, do: str) -> None:
        super().__init__(what)
        self.what = what
        self.do = do


def load(path: Path) -> Loaded:
    """Read the settings; a missing file means nothing was chosen yet.

    Never raises: a mistake is reported in `faults`, and what it stands for stays as it was.
    """
    name = clean(str(path)).replace("\n", " ")
    try:
        text = text_of(path)
    except FileNotFoundError:
        return Loaded(Settings())
    except CannotRead as error:
        fault = Fault(1, "", error.what[0].lower() + error.what[1:], error.do, "cannot-read")
        return Loaded(Settings(introduced=True), name, (fault,))
    except UnicodeDecodeError as error:
        fault = Fault(_line_at(error), "", *NOT_UTF8, "not-utf-8")
        return Loaded(Settings(introduced=True), name, (fault,))
    raw, faults = read(text, SORTS)
    named = [fault.key for fault in faults if fault.code != "repeated-key"]
    known = (*SORTS, KEYS, *keys.NAMES)
    faults += [_unknown(text, key, (*SORTS, KEYS)) for key in named if key and key not in known]
    chosen: dict[str, object] = {} if not faults else {"introduced": True}
    for key, value in raw.items():
        if key == KEYS and isinstance(value, dict):
            chosen[KEYS] = _keys(value, text, faults)
        elif key == KEYS:
            do = 'write [keys] on a line of its own, and below it such as next = "f10"'
            faults.append(Fault(line_of(text, key), key, "it is no table", do, "wrong-type"))
        elif key not in SORTS:
            faults.append(_unknown(text, key, (*SORTS, KEYS)))
        else:
            try:
                chosen[key] = _checked(key, value)
            except _Off as off:
                faults.append(_off(text, key, off))
    return Loaded(Settings(**chosen), name, tuple(sorted(faults)))  # type: ignore[arg-type]  # _checked holds


NOT_UTF8 = ("this file is not written in UTF-8", "save it as UTF-8 in your editor")
"""What is wrong with a file in another coding, and what to do."""


def text_of(path: Path) -> str:
    """The text of the file; raises FileNotFoundError, CannotRead and UnicodeDecodeError."""
    return files.read(path, at_most=1_000_000).decode("utf-8-sig")


def _line_at(error: UnicodeDecodeError) -> int:
    return error.object[: error.start].count(b"\n") + 1


def _unknown(text: str, key: str, known: Iterable[str], table: str = "") -> Fault:
    near = _nearest(key, known)
    what = "there is no such setting" if not table else "there is nothing of that name to give keys"
    do = f"did you mean {near[0]}?" if near else f"there are {', '.join(known)}"
    return Fault(line_of(text, key, table), clean(key)[:40], what, do, "unknown-key")


def _off(text: str, key: str, off: _Off) -> Fault:
    """What is wrong with a value; a folder written with \\ is told by how it was written."""
    line = line_of(text, key)
    if SORTS[key] is Sort.FOLDER:
        told = of_line(line - 1, text.split("\n")[line - 1].rstrip("\r"), SORTS)
        if told.code == "backslash":
            return told
    return Fault(line, key, off.what, off.do, "wrong-value")


def _checked(key: str, value: object) -> object:
    """A value of the right type for its key; raises _Off."""
    meant = written(key, value, SORTS[key])
    sort = SORTS[key]
    if sort is Sort.YES_NO:
        if not isinstance(value, bool):
            raise _Off("this is neither true nor false", f"write {meant or f'{key} = true'}")
        return value
    if sort is Sort.NUMBER:
        if type(value) is not int or not 0 <= value <= LONGEST_IDLE:
            fits = meant and type(value) is not int and int(meant.rpartition(" ")[2]) < LONGEST_IDLE
            instead = meant if fits else f"{key} = 0 for never, or up to {LONGEST_IDLE}"
            raise _Off("this is no number of minutes", f"write {instead}")
        return value
    if key == "services":
        return _services(value)
    if sort is Sort.LIST:
        return _hints(key, value)
    if not isinstance(value, str):
        raise _Off("this is no text in quotes", f"write {meant or 'it in double quotes'}")
    if clean(value) != value or any(mark in value for mark in "\n\t"):
        raise _Off("a character that cannot be seen stands here", "write the line again")
    if key == "theme" and value not in THEMES:
        lower = value.strip().lower()
        near = [_ALSO[lower]] if lower in _ALSO else _nearest(lower, THEMES)
        instead = f'theme = "{near[0]}"' if near else f"one of {', '.join(THEMES)}"
        raise _Off(f"there are no colours called {value[:40]}", f"write {instead}")
    return value


def _services(value: object) -> tuple[str, ...]:
    words = value if isinstance(value, list) else [value]
    known = all(isinstance(word, str) and word in SERVICES for word in words)
    if isinstance(value, list) and value and known:
        return tuple(service for service in SERVICES if service in value)
    near: list[str] = []
    for word in words:
        near += SERVICES if str(word).lower() in _BOTH else _nearest(str(word).lower(), SERVICES)
    instead = ", ".join(f'"{service}"' for service in SERVICES if service in (near or SERVICES))
    raise _Off("this is no list of services", f"write services = [{instead}]")


def _hints(key: str, value: object) -> tuple[str, ...]:
    """The ids of rules, each once; which rules there are is not known here."""
    words = value if isinstance(value, list) else [value]
    ids = [word for word in words if isinstance(word, str) and _HINT.fullmatch(word)]
    if not isinstance(value, list) or len(ids) < len(words):
        instead = ", ".join(f'"{each}"' for each in ids) or '"race"'
        raise _Off("this is no list of questions about wording", f"write {key} = [{instead}]")
    return tuple(dict.fromkeys(ids))


def _keys(table: Mapping[str, object], text: str, faults: list[Fault]) -> keys.Chosen:
    """The keys that hold; what is wrong with the others is added to `faults`."""
    wanted: dict[str, tuple[str, ...]] = {}
    for name, value in table.items():
        some = value if isinstance(value, list) else [value]
        if name not in keys.NAMES:
            faults.append(_unknown(text, name, keys.NAMES, KEYS))
        elif not all(isinstance(each, str) for each in some):
            line, do = line_of(text, name, KEYS), f'write {name} = "f10"'
            faults.append(Fault(line, name, "this is no text in quotes", do, "wrong-type"))
        else:
            wanted[name] = keys.read(", ".join(map(str, some)))
    chosen, mistakes = keys.looked_at(wanted)
    for mistake in mistakes:
        line = line_of(text, mistake.name, KEYS)
        faults.append(Fault(line, mistake.name, clean(mistake.what), mistake.do, "bad-keys"))
    return chosen


def _nearest(word: str, known: Iterable[str]) -> list[str]:
    import difflib  # here, because every start loads this module

    return difflib.get_close_matches(word, list(known), n=1)


NAMES = tuple(field.name for field in fields(Settings))
"""Every setting, in the order of the file."""
