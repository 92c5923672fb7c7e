"""Files of a practice folder that are meant to be read and aren't, because of their name or place.

Only what is plainly meant is told: a name that ends in .md, or is that of a file beside the
exercises, and then ends in something else; or a text that begins as an exercise does.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from reflect_tui.practice.problems import Problem
from reflect_tui.practice.source import named

_TEXTS = (".txt", ".text", ".markdown", ".mdown", ".mkd")
_WORD = (".docx", ".doc", ".odt", ".rtf")
_BEGINS = re.compile(r"\ufeff?\s*---\s*\n(?:[^\n]*\n){0,11}?exercise\s*:")
_WORD_BEGINS = re.compile(r"\s*(?:---|—)?\s*exercise\s*:")
_LOOKED_AT = 4_000
"""How much of a file is looked at."""


def passed_over(folder: Path, beside: Sequence[str] = ()) -> Iterator[Problem]:
    """What a practice folder holds that is plainly meant to be read and isn't.

    `beside` are the names of the files beside the exercises. Raises OSError when the folder may
    not be read.
    """
    yield from _beside(folder, beside)
    inside = folder / "prompts"
    if inside.is_dir():
        yield from _by_name(inside)
        for path in _files(folder):
            if path.suffix.lower() == ".md" and _begins_as_one(path):
                message = "this exercise is not read, because it lies beside the folder prompts"
                yield _problem(path, "not-in-prompts", message, "move it into prompts")
    yield from _by_name(folder)


def _by_name(folder: Path) -> Iterator[Problem]:
    for path in _files(folder):
        ending = path.suffix.lower()
        if ending not in (*_TEXTS, *_WORD):
            continue
        twice = path.stem.lower().endswith(".md")
        if not (twice or _begins_as_one(path)):
            continue
        name = path.stem if twice else f"{path.stem}.md"
        mend = f"name it {named(Path(name))}"
        if ending in _WORD:
            mend = f"in Word: Save as, Plain text, and {mend}"
        message = "this is not read as an exercise, because its name doesn't end in .md"
        yield _problem(path, "not-read", message, mend)


def _beside(folder: Path, names: Sequence[str]) -> Iterator[Problem]:
    """Files beside the exercises under nearly their name, and what is no file under theirs."""
    places = [place for place in (folder / "data", folder) if place.is_dir()]
    missing = {name for name in names if not any((at / name).is_file() for at in places)}
    for path in (path for place in places for path in sorted(place.iterdir())):
        name = path.name.lower()
        for ending in (*_TEXTS, *_WORD):
            name = name.removesuffix(ending)
        name = name.removesuffix(".yml") + ".yaml" if name.endswith(".yml") else name
        if name not in missing:
            continue
        if path.name == name:
            yield _problem(path, "cannot-read", "this is no file", "put the file itself there")
        elif path.is_file():
            message = f"this is not read, because its name isn't {name}"
            word = path.suffix.lower() in _WORD
            mend = f"{'in Word: Save as, Plain text, and ' * word}name it {name}"
            yield _problem(path, "not-read", message, mend)


def _files(folder: Path) -> list[Path]:
    """The files of a folder that are in sight; Word's own marks of what is open are not."""
    return sorted(
        path for path in folder.iterdir() if not path.name.startswith((".", "~")) and path.is_file()
    )


def _begins_as_one(path: Path) -> bool:
    """Whether a file's text begins with the front matter of an exercise."""
    try:
        if path.suffix.lower() == ".docx":
            return bool(_WORD_BEGINS.match(_words_of(path)))
        with path.open("rb") as opened:
            begins = opened.read(_LOOKED_AT).decode("utf-8", errors="replace")
    except (OSError, ValueError, KeyError, zipfile.BadZipFile, NotImplementedError, RuntimeError):
        return False
    return bool(_BEGINS.match(begins.replace("\r\n", "\n")))


def _words_of(path: Path) -> str:
    """The first words of a Word document."""
    with zipfile.ZipFile(path) as parts, parts.open("word/document.xml") as document:
        begins = document.read(5 * _LOOKED_AT).decode("utf-8", errors="replace")
    body = begins.partition("<w:body")[2].partition(">")[2]
    return re.sub(r"<[^>]*>", "", body)


def _problem(path: Path, code: str, message: str, mend: str) -> Problem:
    return Problem(named(path), 1, code, f"{message} ({mend})")
