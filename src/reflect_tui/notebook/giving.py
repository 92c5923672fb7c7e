"""A session given to the other in a one-to-one: one age file, for a notebook of their own.

The file is sealed with a password that the one who receives it chose, and holds this one session
as its own file would stand in a notebook without a password. What the owner wrote in it alone and
did not show is left out. Nothing of the notebook it comes from
is in it, and nothing of the password is kept. Taken in, it is put beside what is there.
"""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from reflect_tui import files, paths
from reflect_tui.errors import CannotRead, Damaged, Locked, ReflectError, WrongWords
from reflect_tui.notebook import age, records, seal, tables
from reflect_tui.notebook.coder import PLAIN
from reflect_tui.practice.exercise import Way
from reflect_tui.session.covering import drawn
from reflect_tui.session.model import Session, new_session_id
from reflect_tui.session.turns import without_rounds_under_way

if TYPE_CHECKING:
    from reflect_tui.notebook.notebook import Notebook

LARGEST: Final = files.LARGEST + 1_000_000
"""Bytes such a file may have: a session, and what sealing adds to it."""
DEAREST: Final = 18
"""The most work a file may ask for, as a power of two: what the `age` program itself asks for."""
_NAME = re.compile(r"session-\d{4}-\d\d-\d\d-[a-z-]+-\d+( \(\d+\))?\.age")
"""What we call such a file; a browser puts a number behind what is there already."""


class How(Enum):
    """How a session that was given came to stand in a notebook."""

    NEW = "new"
    SAME = "same"
    """It stood there already, word for word."""
    OTHER = "other"
    """Another form of it stood there; this one was put beside it."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A session as it stands in the notebook now, and how it got there."""

    session: Session
    how: How


def may_be_given(session: Session) -> None:
    """Raise ReflectError for what isn't one person's to hand over whole."""
    if session.way is not Way.ONE_TO_ONE:
        raise ReflectError(
            "Only a one-to-one session is given whole, for the other's own notebook",
            do="Of this one, hand over its note.",
        )


def make(session: Session, password: str) -> bytes:
    """One session under a password; about a third of a second.

    Raises ReflectError for a session that isn't given, and a password that is too short.
    """
    may_be_given(session)
    words = seal.check_password(password)
    key = age.new_file_key()
    plain = tables.to_bytes(records.to_tables(_for_the_other(session)))
    return age.file(plain, [age.for_passphrase(key, words)], key)


def write_into(folder: Path, session: Session, kept: bytes) -> Path:
    """Write it into a folder under a free name: the date and the way of working, no title.

    Raises NotKept.
    """
    files.private_folder(folder)
    day = session.began.astimezone().date().isoformat()
    for number in itertools.count(1):
        path = folder / f"session-{day}-{session.way.value}-{number}.age"
        try:
            files.create_new(path, kept)
        except FileExistsError:
            continue
        return path
    raise AssertionError("there is always another number")


def found_in(folders: Iterable[Path], at_most: int = 5) -> list[Path]:
    """Files that look like sessions that were given, newest first; a folder may be unreadable."""
    found: dict[Path, float] = {}
    for folder in dict.fromkeys(folders):
        try:
            for path in folder.iterdir():
                if _NAME.fullmatch(path.name) and path.is_file():
                    found[path] = path.stat().st_mtime
        except OSError:
            continue
    return sorted(found, key=lambda path: found[path], reverse=True)[:at_most]


def as_dropped(named: str) -> Path:
    """The path that was typed, or dropped on a terminal, which puts it in quotes or escapes it.

    Raises ReflectError for a `~name` of nobody.
    """
    words = named.strip()
    if words.startswith("file://"):
        words = unquote(words.removeprefix("file://"))
    elif len(words) > 1 and words[0] in "\"'" and words[0] == words[-1]:
        words = words[1:-1]
    elif not files.WINDOWS and not Path(words).exists():
        words = re.sub(r"\\(.)", r"\1", words)
    return paths.full(Path(words))


def read(path: Path) -> bytes:
    """The bytes of a file somebody gave; raises CannotRead, and ReflectError without one."""
    try:
        return files.read(path, at_most=LARGEST)
    except FileNotFoundError:
        raise ReflectError("There is no such file", where=str(path)) from None


def opened(kept: bytes, words: str, where: str = "") -> Session:
    """The session in such a file; takes a moment.

    Raises WrongWords, Damaged, CannotRead, and ReflectError for what is something else, or of a
    newer program. Nothing was changed then.
    """
    import pyrage

    _refuse_others(kept, where)
    try:
        plain = bytes(pyrage.passphrase.decrypt(kept, seal.as_password(words)))
    except pyrage.DecryptError as error:
        if str(error) == "Decryption failed":
            raise WrongWords(
                "That password doesn't open it", where=where, do="Try again; nothing is lost."
            ) from None
        raise _damaged(where) from None
    try:
        session = records.from_tables(tables.opened(plain, PLAIN, where), where)
    except Damaged:
        raise _damaged(where) from None
    may_be_given(session)
    return session


def take(notebook: Notebook, session: Session) -> Taken:
    """Put a session that was given beside what is in a notebook, never over it.

    The notebook must be unlocked, and this program the one that writes. Raises Locked, NotKept,
    CannotRead.
    """
    here = [kept.id for kept in notebook.sessions() if session.id in (kept.id, kept.other_of)]
    for name in here:
        try:
            kept = notebook.load(name)
        except Locked:
            raise
        except ReflectError:
            continue  # What can't be read is not the same, and must not be written over.
        if _bare(kept) == _bare(session):
            return Taken(kept, How.SAME)
    if not here:
        new = session.model_copy(update={"revision": 0, "other_of": ""})
        return Taken(notebook.save(new), How.NEW)
    other = {"id": new_session_id(), "revision": 0, "other_of": session.id}
    return Taken(notebook.save(session.model_copy(update=other)), How.OTHER)


def in_words(taken: Taken) -> str:
    """What was taken in, whose notebook it came from, and where it stands now."""
    session = taken.session
    when = session.began.astimezone()
    which = (
        f"the one-to-one session of {when.day} {when:%B %Y}, from the {session.whose}'s notebook"
    )
    if taken.how is How.SAME:
        return f"Here already, word for word: {which}. Nothing was changed."
    if taken.how is How.NEW:
        return f"Taken in: {which}, which keeps it too. It stands among all sessions now."
    return (
        f"Taken in as another copy: {which}. The same session was here already, and something in "
        "it differs. Both are kept, and both stand among all sessions."
    )


def _for_the_other(session: Session) -> Session:
    """The session without what its owner wrote alone, and without what is its notebook's own."""
    shared = drawn(without_rounds_under_way(session))
    theirs = {"alone": False, "in_cpd": False}
    kept: dict[str, object] = {
        name: tuple(each.model_copy(update=theirs) for each in getattr(shared, name))
        for name in ("responses", "actions", "endings")
    }
    # What stands as other words may stand only in what the owner wrote alone.
    said = shared.model_copy(update={"replaced": ()}).model_dump_json()
    kept["replaced"] = tuple(
        each for each in shared.replaced if json.dumps(each.words, ensure_ascii=False)[1:-1] in said
    )
    own = {"revision": 0, "other_of": ""}
    return session.model_copy(update={**kept, **own})


def _bare(session: Session) -> Session:
    """A session without what a notebook adds of its own, to tell whether two are the same."""
    own = {"id": "", "revision": 0, "other_of": "", "left_at": None, "changed": session.began}
    return session.model_copy(update=own)


def _refuse_others(kept: bytes, where: str) -> None:
    """Raise for what isn't one file under one password, or would cost too much to try."""
    try:
        stanzas = age.stanzas_of(kept)
    except ValueError:
        raise _damaged(where) from None
    kinds = [stanza.words[0] for stanza in stanzas]
    if "X25519" in kinds:
        raise ReflectError(
            "This is sealed for a notebook: a backup, or a session's own file",
            where=where,
            do="A backup is opened with `reflect-tui restore`; a session has to be given first.",
        )
    if kinds != ["scrypt"] or len(stanzas[0].words) != 3 or not stanzas[0].words[2].isdecimal():
        raise _damaged(where)
    if int(stanzas[0].words[2][:9]) > DEAREST:
        raise CannotRead(
            "This file asks for more work than this program does",
            where=where,
            do="Nothing was changed; ask for it to be given once more.",
        )


def _damaged(where: str) -> Damaged:
    return Damaged(
        "This is no session that was given, or it is broken off or written over",
        where=where,
        do="Nothing was changed; ask for it once more, or choose another file.",
    )
