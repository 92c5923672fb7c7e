"""What is wrong in a TOML file that somebody wrote by hand: in plain words, line by line.

A line that cannot be read is told with the line it was meant to be, and left out; the others are
read all the same.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import Enum
from typing import NamedTuple

_MOST = 40
"""Mistakes told of one file."""
_CURLY = "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2018\u2019\u201a\u201b\u2032\u2033\uff02\uff07"
_QUOTES = f"\"'`{_CURLY}"
# Compiled when first used, which is when something is wrong: every start loads this module.
_LINE = r"\s*(?P<key>[\w.-]+|\"[^\"]*\"|'[^']*')\s*(?P<sep>[=:])\s*(?P<value>.*)"
_QUOTED = rf"[{_QUOTES}](?P<words>.*)[{_QUOTES}]\s*(?:#.*)?"
_OPEN = rf"[{_QUOTES}]?(?P<words>.*?)[{_QUOTES}]?\s*(?:\s#.*)?"
_YES = {"yes", "y", "on", "true", "shown", "1", "ja"}
_NO = {"no", "n", "off", "false", "hidden", "0"}


class Sort(Enum):
    """What a value is."""

    WORDS = "words"
    FOLDER = "folder"
    NUMBER = "number"
    YES_NO = "yes or no"
    LIST = "list"


class Fault(NamedTuple):
    """One thing that is wrong."""

    line: int
    """From 1."""
    key: str
    """The setting; empty where none can be told."""
    what: str
    do: str
    code: str
    """A short name for this sort of mistake."""

    @property
    def message(self) -> str:
        """What is wrong and, in brackets, what to do."""
        named = f"{self.key}: " if self.key else ""
        return f"{named}{self.what}" + (f" ({self.do})" if self.do else "")


def read(text: str, sorts: Mapping[str, Sort]) -> tuple[dict[str, object], list[Fault]]:
    """What can be read of a TOML text, and what is wrong; `sorts` says what each key's value is."""
    import tomllib  # here, because every start loads this module

    lines = text.replace("\r\n", "\n").split("\n")
    faults: list[Fault] = []
    while len(faults) < _MOST:
        try:
            return tomllib.loads("\n".join(lines)), sorted(faults)
        except tomllib.TOMLDecodeError as error:
            at, twice = _culprit(lines, str(error))
            faults.append(_twice(at, lines[at]) if twice else of_line(at, lines[at], sorts))
            lines[at] = ""
    return {}, sorted(faults)


def line_of(text: str, key: str, table: str = "") -> int:
    """The line, from 1, in which a key stands; 1 when it can't be found."""
    where = ""
    for number, line in enumerate(text.replace("\r\n", "\n").split("\n"), 1):
        header = re.match(r"\s*\[\s*([^\[\]]+?)\s*\]", line)
        if header:
            where = header[1].strip("\"'")
            if where == key and not table:
                return number
        found = re.match(_LINE, line)
        named = found["key"].strip("\"'") if found else ""
        if (where, named) == (table, key) or (table and not where and named == f"{table}.{key}"):
            return number
    return 1


def of_line(at: int, line: str, sorts: Mapping[str, Sort]) -> Fault:
    """What is wrong with the line at a position, counted from 0, and the line as it was meant."""
    found = re.fullmatch(_LINE, line)
    if found is None:
        return _no_setting(at, line)
    key = found["key"].strip("\"'")
    from difflib import get_close_matches  # here, because every start loads this module

    # That the name is misspelt is told for itself; the line as it was meant has the right one.
    meant_key = key if key in sorts else next(iter(get_close_matches(key, sorts, 1)), key)
    sort = sorts.get(meant_key, Sort.WORDS)
    value = found["value"].strip()
    if not value or value.startswith("#"):
        do = f"write {key} = and what you choose, or take the line out"
        return Fault(at + 1, key, "nothing stands after =", do, "missing-value")
    what, code = _wrong(value, sort, found["sep"])
    return Fault(at + 1, key, what, _mend(meant_key, value, sort), code)


def written(key: str, value: object, sort: Sort) -> str:
    """A line as it should be, for a value that was meant; empty when that can't be told."""
    if isinstance(value, list):
        value = " ".join(map(str, value))
    return _meant(key, str(value), sort)


def _culprit(lines: list[str], message: str) -> tuple[int, bool]:
    """The position of the line to blame, and whether its key only stands there a second time."""
    told = re.search(r"at line (\d+)", message)
    at = min(int(told[1]) if told else len(lines), len(lines)) - 1
    if "overwrite" in message or "declare" in message or "twice" in message:
        return at, True
    # What never closes is only noticed further down.
    for earlier in range(at, -1, -1):
        if lines[earlier].strip() and not _stands_alone(lines[earlier]):
            return earlier, False
    return at, False


def _stands_alone(line: str) -> bool:
    import tomllib

    try:
        tomllib.loads(line)
    except tomllib.TOMLDecodeError:
        return False
    return True


def _twice(at: int, line: str) -> Fault:
    found = re.match(_LINE, line)
    key = found["key"].strip("\"'") if found else ""
    return Fault(at + 1, key, "it stands in this file twice", "keep one of them", "repeated-key")


def _no_setting(at: int, line: str) -> Fault:
    words = line.strip()
    if words.startswith("["):
        name = re.sub(r"[^\w.-]", "", words)
        do = f"write [{name}] on a line of its own"
        return Fault(at + 1, "", "a bracket is missing or too many", do, "bad-line")
    do = 'write a name, = and what you choose, such as theme = "paper"; or # before a remark'
    return Fault(at + 1, "", "this line is no setting", do, "bad-line")


def _wrong(value: str, sort: Sort, sep: str) -> tuple[str, str]:
    """What is wrong with a value, and the code for it."""
    if value[0] in _CURLY or (value[0] == "[" and any(mark in value for mark in _CURLY)):
        return "curly quotes stand here, and only straight ones are understood", "curly-quotes"
    quote = value[0] if value[0] in "\"'" else ""
    if quote and value.count(quote) == 1:
        return "the quote never closes", "missing-quote"
    if quote == '"' and "\\" in value:
        return "between double quotes \\ means something else than a folder", "backslash"
    if sep == ":":
        return "a colon stands where = belongs", "colon"
    if sort is Sort.NUMBER:
        return "this is no number of minutes", "wrong-type"
    if sort is Sort.YES_NO:
        return "this is neither true nor false", "wrong-type"
    if value.startswith(("[", "{")) and sort is not Sort.LIST:
        return "a bracket stands where words in quotes belong", "wrong-type"
    if not quote and (sort is not Sort.LIST or '"' not in value):
        return "the quotes are missing", "missing-quote"
    return "this cannot be read as it stands", "bad-line"


def _mend(key: str, value: str, sort: Sort) -> str:
    meant = _meant(key, value, sort)
    if not meant:
        return "write it again, words in double quotes"
    inner = _inner(value)
    if "\\" in value and sort in (Sort.WORDS, Sort.FOLDER) and "'" not in inner:
        return f"write / between folders: {meant}; or single quotes: {key} = '{inner}'"
    return f"write {meant}"


def _inner(value: str) -> str:
    """The words of a value, without its quotes and without a remark."""
    value = value.strip("[]{} ") if value.startswith(("[", "{")) else value
    found = re.fullmatch(_QUOTED, value) or re.fullmatch(_OPEN, value)
    return found["words"].strip() if found else value


def _meant(key: str, value: str, sort: Sort) -> str:
    """The line as it was meant, once it is sure that it can be read; else nothing."""
    inner = _inner(value)
    if sort is Sort.NUMBER:
        number = re.search(r"\d+", inner)
        put = number[0].lstrip("0") or "0" if number else "0" if "never" in inner.lower() else ""
    elif sort is Sort.YES_NO:
        word = inner.strip().lower()
        put = "true" if word in _YES else "false" if word in _NO else ""
    elif sort is Sort.LIST:
        items = re.findall(r"[A-Za-z][\w-]*", value.partition("#")[0])
        put = "[" + ", ".join(f'"{item.lower()}"' for item in items) + "]" if items else ""
    else:
        words = re.sub(r"\\+", "/", re.sub(r"^\\\\+", "//", inner))
        put = f"'{words}'" if '"' in words else f'"{words}"' if words else ""
    line = f"{key} = {put}"
    return line if put and _stands_alone(line) else ""
