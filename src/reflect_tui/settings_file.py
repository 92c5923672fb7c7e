"""Writing the settings: only what was chosen anew changes, and every other line stays as it is.

A file written by hand keeps its comments, its order, its line ends and what we don't know. One
that cannot be read as TOML is never written over.
"""

from __future__ import annotations

import codecs
import re
from pathlib import Path
from typing import Any

from reflect_tui import files, keys
from reflect_tui.errors import CannotRead, NotKept
from reflect_tui.settings import KEYS, NAMES, NOT_UTF8, SORTS, Settings, text_of
from reflect_tui.toml_faults import read

_BY_HAND = "Write it into the file with any editor that saves plain text."
_REMARKS = {
    "introduced": "Whether the first start was gone through.",
    "services": 'The services you work with: "children", "adults", or both.',
    "theme": 'The colours: "ink" (dark), "paper" (light) or "high-contrast".',
    "clock": "Whether a session shows how much time has gone: true or false.",
    "hide_after": "Minutes without a key or a click until the screen hides itself; 0 is never.",
    "lock_after": "Minutes hidden until a notebook with a password locks itself; 0 is never.",
    "practice_folder": (
        'Your organisation\'s folder, with / between folders: "C:/Team/practice"; empty for none.'
    ),
    "notes_folder": "The folder notes are written to; empty for the usual place.",
    "hints_off": "Questions about wording that are not asked any more, by their ids.",
    "hints_on": "Those that are asked only when they stand here, by their ids.",
}
_TOP = "# reflect-tui settings. Change them here or in the program; what is left out is as usual."
_KEYS_REMARK = (
    '# Other keys, such as next = "f10" or risk = "ctrl+t, f8", below [keys]. Names:\n'
    f"# {', '.join(keys.NAMES)}"
)


class Keeper:
    """Keeps what is chosen while the program runs; remembers what held before."""

    def __init__(self, path: Path, now: Settings) -> None:
        """`now` is what was read from the file at `path`."""
        self._path = path
        self._now = now

    def __call__(self, chosen: Settings) -> None:
        """Write what differs from what held before; raises NotKept."""
        save(self._path, self._now, chosen)
        self._now = chosen


def save(path: Path, before: Settings, chosen: Settings) -> None:
    """Write into the file what is chosen otherwise than before; raises NotKept.

    Where there is no file it is made, with all there is to choose. A file that cannot be read, or
    that isn't TOML, is left as it is.
    """
    try:
        # A link to a file somewhere else stays a link.
        file = path.resolve()
        text = text_of(file)
    except FileNotFoundError:
        files.private_folder(file.parent)
        files.replace(file, _new(chosen).encode())
        return
    except CannotRead as error:
        raise NotKept(f"Not kept: {error.what}", where=str(path), do=error.do) from error
    except UnicodeDecodeError as error:
        raise _refused(path, 1, *NOT_UTF8) from error
    except (OSError, RuntimeError) as error:
        raise NotKept("Not kept: the file can't be found", where=str(path), do=_BY_HAND) from error
    raw, faults = read(text, SORTS)
    if faults:
        raise _refused(path, faults[0].line, faults[0].message, "")
    new = _changed(text, raw, before, chosen, path)
    if new != text:
        mark = codecs.BOM_UTF8 if files.read(file).startswith(codecs.BOM_UTF8) else b""
        files.replace(file, mark + new.encode())


def _refused(path: Path, line: int, what: str, do: str) -> NotKept:
    mend = f"{do[0].upper()}{do[1:]}." if do else "Mend that line."
    return NotKept(
        f"Not kept, because the settings file has a mistake in it: {what}",
        where=f"{path}, line {line}",
        do=f"{mend} Nothing of the file was changed.",
    )


def _new(chosen: Settings) -> str:
    """A file with every setting and what it is for."""
    lines = [_TOP]
    for name in SORTS:
        lines += ["", f"# {_REMARKS[name]}", f"{name} = {_written(getattr(chosen, name))}"]
    lines += ["", _KEYS_REMARK, f"[{KEYS}]"]
    lines += [f"{name} = {_written(', '.join(some))}" for name, some in chosen.keys]
    return "\n".join(lines) + "\n"


def _written(value: object) -> str:
    import json  # here, because every start loads this module

    return json.dumps(list(value) if isinstance(value, tuple) else value, ensure_ascii=False)


def _changed(text: str, raw: dict[str, Any], before: Settings, chosen: Settings, path: Path) -> str:
    """The text with what differs put in; raises NotKept where it is laid out too oddly."""
    import tomlkit  # here, because only keeping a choice needs it
    from tomlkit.exceptions import TOMLKitError

    end = "\r\n" if "\r\n" in text else "\n"
    try:
        document: Any = tomlkit.parse(text if not text or text.endswith("\n") else text + end)
        for name in NAMES:
            old, new = getattr(before, name), getattr(chosen, name)
            if name == KEYS:
                for place in (document, raw):
                    _put_keys(place, dict(old), dict(new))
            elif new != old:
                document[name] = raw[name] = list(new) if isinstance(new, tuple) else new
        put = re.sub(r"(?<!\r)\n", end, tomlkit.dumps(document))
    except (TOMLKitError, AttributeError, KeyError, TypeError, ValueError) as error:
        raise _too_odd(path) from error
    # Nothing is trusted that was not read again.
    after, faults = read(put, SORTS)
    if faults or _with_keys(after) != _with_keys(raw):
        raise _too_odd(path)
    return put


def _with_keys(raw: dict[str, Any]) -> dict[str, Any]:
    """What stands in a file, a table of keys with nothing in it being as good as none."""
    return {KEYS: {}} | raw


def _put_keys(place: Any, old: dict[str, tuple[str, ...]], new: dict[str, tuple[str, ...]]) -> None:
    """Put chosen keys into the table, made where there is none; drop what is as usual."""
    if old == new:
        return
    if KEYS not in place:
        place[KEYS] = {}
    for name in keys.NAMES:
        if name in new and new[name] != old.get(name):
            place[KEYS][name] = ", ".join(new[name])
        elif name in old and name not in new and name in place[KEYS]:
            del place[KEYS][name]


def _too_odd(path: Path) -> NotKept:
    what = "Not kept: the settings file is laid out in a way we can't change"
    return NotKept(what, where=str(path), do=_BY_HAND)
