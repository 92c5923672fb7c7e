"""Tables as bytes: JSON that a person can read, one table after the other.

A session's file is a TinyDB file: `{table: {number: document}}`. Nothing here knows what a
document means, and nothing here imports TinyDB or pydantic, so that a list of a thousand
sessions costs no more than reading them.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from typing import Any, Final

from reflect_tui.errors import CannotRead, Damaged, ReflectError
from reflect_tui.notebook import migrate
from reflect_tui.notebook.coder import Coder

Document = Mapping[str, Any]
Tables = dict[str, dict[str, Any]]
Common = dict[bytes, Any]
"""The last tables of files, as they stand there and as they read. The exercises of a session stand
last, longer than all else; in hundreds of sessions they are the same."""

_LAST: Final = b'\n  "exercises": {'
_HALF: Final = re.compile(rb"\\u[dD]")
"""Half a surrogate pair, perhaps."""
_AT_MOST: Final = 64
"""How many last tables are remembered."""


def to_bytes(tables: Mapping[str, Mapping[str, Any]]) -> bytes:
    """The tables as JSON in UTF-8, indented.

    Half a surrogate pair, which a terminal can hand over and UTF-8 cannot hold, becomes a
    question mark: one mark is lost rather than the whole save.
    """
    text = json.dumps(tables, ensure_ascii=False, indent=2)
    return (text + "\n").encode("utf-8", errors="replace")


def from_bytes(data: bytes, where: str, common: Common | None = None) -> Tables:
    """The tables that `data` holds; raises Damaged, also when it is empty.

    An empty file is what a crash leaves, never a session without words. With `common` a last
    table that was read before is not read again; whoever asks must not change what it holds.
    """
    if not data:
        raise Damaged("This session's file is empty", where=where)
    try:
        found = _parsed(data) if common is None else _parsed_with(data, common)
    except (ValueError, RecursionError) as error:  # JSON, UTF-8, or a number without end.
        # The error's own words can quote the file; only the line may be told.
        line = getattr(error, "lineno", None)
        raise Damaged(
            "This session's file is broken off or written over",
            where=f"{where}, line {line}" if line else where,
        ) from None
    if not isinstance(found, dict) or not all(_is_table(table) for table in found.values()):
        raise Damaged("This session's file holds something else", where=where)
    return found


def opened(kept: bytes, coder: Coder, where: str, common: Common | None = None) -> Tables:
    """The tables in a file as it stands on the disk; raises Damaged, CannotRead, Locked."""
    try:
        plain = coder.decode(kept) if kept else b""
    except Damaged as error:
        raise Damaged(error.what, where=where) from None
    except CannotRead as error:
        error.where = error.where or where
        raise
    return migrate.to_newest(from_bytes(plain, where, common))


def refuse_newer(version: object, ours: int, where: str) -> None:
    """Raise ReflectError for what a later program than this one wrote; it is left as it is."""
    if isinstance(version, int) and version > ours:
        raise ReflectError(
            "A newer version of reflect-tui wrote this",
            where=where,
            do="Nothing was changed; open it with the newer version.",
        )


def digest(data: bytes) -> str:
    """The SHA-256 of a file's bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def documents(tables: Mapping[str, Mapping[str, Any]], name: str) -> list[Any]:
    """The documents of a table in the order of their numbers.

    Raises KeyError without such a table, ValueError when something else than a number names one.
    """
    table = tables[name]
    return [table[key] for key in sorted(table, key=int)]


def _parsed(data: bytes) -> Any:
    """What the bytes say; raises ValueError, RecursionError."""
    found = json.loads(data)
    if _HALF.search(data):
        # Half a surrogate pair, which no screen can show: as `to_bytes` would have written it.
        whole = json.dumps(found, ensure_ascii=False).encode("utf-8", errors="replace")
        found = json.loads(whole)
    return found


def _parsed_with(data: bytes, common: Common) -> Any:
    """The same, the last table from `common` where it was read before."""
    at = data.rfind(_LAST)
    last = data[at:]
    if at < 0:
        return _parsed(data)
    try:
        table = common.get(last) or _parsed(b"{" + last)
        found = {**_parsed(data[:at].removesuffix(b",") + b"}"), **table}
    except (TypeError, ValueError):
        return _parsed(data)  # Another program wrote it, in a form of its own; or it is damaged.
    if last not in common:
        if len(common) >= _AT_MOST:
            common.clear()
        common[last] = table
    return found


def _is_table(table: object) -> bool:
    return isinstance(table, dict) and set(map(type, table.values())) <= {dict}
