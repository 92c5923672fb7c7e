"""The brace at the end of a heading or an option: `{#id .class key="value"}`.

pandoc's form, read by mdit_py_plugins. That reader stops at the first thing it can't take and
lets some slips through, so the words are looked at first: each slip is told with its mend, and
what it was meant for is handed on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from mdit_py_plugins.attrs.parse import ParseError, parse

from reflect_tui.practice.attributes import BARE_CLASSES, CLASSES, KEYS
from reflect_tui.practice.frontmatter import ID, id_from
from reflect_tui.practice.problems import Found, shown, spelt_out

_AT_END = re.compile(r"(?P<title>.*?)\s*(?P<brace>\{[^{}]*\})")
_CURLY = str.maketrans(
    dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\uff02", '"')
    | dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\uff07", "'")
)
_BARE_VALUE = re.compile(r"[A-Za-z0-9:_-]+")
_NAME = re.compile(r"[A-Za-z0-9_-]+")
_WORD = re.compile(
    r"""\s*(?:
        (?P<key>[^\s="{}\#.][^\s="{}]*)(?P<equals>\s*=\s*)(?:"(?P<quoted>(?:[^"\\]|\\.)*)"|(?P<bare>[^\s"]*))
      | \#(?P<id>[^\s]*)
      | \.(?P<class>[^\s]*)
      | (?P<word>\S+)
    )(?=\s|$|(?P<stuck>.))""",
    re.VERBOSE,
)


@dataclass(slots=True)
class Brace:
    """What a brace says."""

    line: int
    id: str = ""
    """Empty when it has none, which was told."""
    classes: tuple[str, ...] = ()
    values: dict[str, str] = field(default_factory=dict)


def take_brace(words: str, line: int, found: Found, example: str) -> tuple[str, Brace | None]:
    """A heading's or option's own words, and the brace at their end; None when there is none.

    `example` shows how a brace looks here, for whoever left it out.
    """
    at_end = _AT_END.fullmatch(words)
    if at_end is None:
        title = re.sub(r"\s*\{.*", "", words)
        _tell_missing(words, title, line, found, example)
        return title, None
    title = at_end.group("title")
    if "{" in title or "}" in title:
        found.add(line, "stray-brace", "a second brace stands here", "put all into one brace")
        title = re.sub(r"\s*[{}].*", "", title)
    if not title:
        found.add(line, "no-words", "there are no words before the brace", "write them")
    begins = example.partition("{")[0]
    return title, _read(at_end.group("brace")[1:-1], line, title, begins, found)


def _tell_missing(words: str, title: str, line: int, found: Found, example: str) -> None:
    if "{" not in words and "}" not in words:
        mend = f"write {example.format(title=spelt_out(title), id=id_from(title))}"
        found.add(line, "missing-brace", "the brace with its id is missing", mend)
    elif "{" not in words:
        found.add(line, "bad-brace", "the brace never opens", "write {#id …}")
    elif "}" not in words:
        found.add(line, "bad-brace", "the brace never closes", "write {#id …}")
    elif words.endswith("}"):
        found.add(line, "bad-brace", "a brace opens or closes twice", "write {#id …}")
    else:
        found.add(line, "bad-brace", "words stand after the brace", "put the brace at the end")


def _read(inside: str, line: int, title: str, begins: str, found: Found) -> Brace:
    straight = inside.translate(_CURLY)
    if straight != inside:
        found.add(
            line,
            "curly-quotes",
            "curly quotes stand in the brace",
            f"write {spelt_out(f'{begins}{title} {{{straight}}}')}",
        )
    words = _Words(line, found)
    words.read(straight)
    try:
        _, attributes = parse("{" + " ".join(words.written()) + "}")
    except ParseError:
        found.add(line, "bad-brace", "this brace cannot be read", "write {#id .class key=value}")
        attributes = {}
    classes = attributes.pop("class", "").split()
    brace = Brace(line, attributes.pop("id", ""), tuple(classes))
    brace.values = {key: _plain(value) for key, value in attributes.items()}
    if not words.has_id:
        found.add(line, "missing-id", "the id is missing", f"write {{#{id_from(title)} …}}")
    return brace


def _plain(value: str) -> str:
    return " ".join(re.sub(r"\\(.)", r"\1", value).split())


class _Words:
    """Goes through the words of a brace and gathers what the reader can be given."""

    def __init__(self, line: int, found: Found) -> None:
        self.has_id = False
        self._line = line
        self._found = found
        self._ids: list[str] = []
        self._classes: list[str] = []
        self._values: dict[str, str] = {}
        self._open_key = ""
        """The key whose value had no quotes, for the words that may belong to it."""
        self._unquoted: dict[str, None] = {}
        """The keys whose values need quotes."""

    def written(self) -> Iterator[str]:
        """The brace as it was meant."""
        yield from (f"#{name}" for name in self._ids[:1])
        yield from (f".{name}" for name in self._classes)
        yield from (f'{key}="{value}"' for key, value in self._values.items())

    def read(self, inside: str) -> None:
        """Go through all words."""
        for word in _WORD.finditer(inside):
            stuck, rest = word.group("stuck"), inside[word.end() :]
            if stuck == '"' and rest.count('"') % 2:
                self._tell("bad-brace", "a quote doesn't close", 'write key="some words"')
                break
            self._take(word)
            if stuck:
                self._tell("bad-brace", f"a space is missing before {shown(rest)}", "write one")
        for key in self._unquoted:
            self._tell(
                "unquoted-value",
                f"the value of {key} needs quotes, for it holds more than letters and hyphens",
                f'write {key}="{spelt_out(self._values[key])}"',
            )

    def _take(self, word: re.Match[str]) -> None:
        if word.group("key") is not None:
            if word.group("equals") != "=":
                self._tell("bad-brace", "a space stands beside =", 'write key="value"')
            self._take_value(word.group("key"), word.group("quoted"), word.group("bare"))
        elif word.group("id") is not None:
            self._take_id(word.group("id"))
        elif word.group("class") is not None:
            self._take_class(word.group("class"))
        else:
            self._take_word(word.group("word"))

    def _take_id(self, name: str) -> None:
        if self.has_id:
            self._tell("two-ids", "a brace has one id", f"take #{shown(name)} out")
            return
        self.has_id = True
        name, *classes = name.split(".")
        if classes:
            mend = " ".join([f"#{name}", *(f".{each}" for each in classes)])
            self._tell("bad-brace", "a space is missing before a dot", f"write {spelt_out(mend)}")
            for each in classes:
                self._take_class(each)
        if not ID.fullmatch(name):
            self._tell(
                "bad-id",
                f'"{shown(name)}" is no id: small letters, digits and hyphens, a letter first',
                f"write #{id_from(name)}",
            )
        if _NAME.fullmatch(name):
            self._ids.append(name)

    def _take_class(self, name: str) -> None:
        for each in name.split("."):
            if not _NAME.fullmatch(each):
                self._tell("bad-brace", f".{shown(each)} is no class", "write .class")
            elif each in self._classes:
                self._tell("repeated-class", f".{each} stands twice", "keep one of them")
            else:
                self._classes.append(each)

    def _take_value(self, key: str, quoted: str | None, bare: str | None) -> None:
        value = quoted if quoted is not None else (bare or "")
        if not _NAME.fullmatch(key):
            self._tell("bad-brace", f"{shown(key)} is no attribute", 'write key="value"')
            return
        if key in self._values:
            self._tell("repeated-attribute", f"{key} stands twice", "keep one of them")
            return
        if not value.strip():
            self._tell("missing-value", f"{key} has no value", f'write {key}="…"')
        self._values[key] = value
        self._open_key = ""
        if quoted is None and value:
            self._open_key = key
            if not _BARE_VALUE.fullmatch(value):
                self._needs_quotes(key, value)

    def _take_word(self, word: str) -> None:
        if word in BARE_CLASSES:
            self._take_class(word)
        elif word in CLASSES:
            self._tell("missing-dot", f'"{word}" has no dot before it', f"write .{word}")
            self._take_class(word)
        elif self._open_key:
            key = self._open_key
            self._needs_quotes(key, f"{self._values[key]} {word}")
        elif word in KEYS or "=" in word:
            self._tell("bad-brace", f"{shown(word)} is not key=value", 'write key="value"')
        else:
            self._tell(
                "bad-brace", f"{shown(word)} is neither #id, .class nor key=value", "mend it"
            )

    def _needs_quotes(self, key: str, value: str) -> None:
        self._values[key] = value.strip("'").replace('"', "").replace("\\", "")
        self._unquoted[key] = None

    def _tell(self, code: str, message: str, mend: str) -> None:
        self._found.add(self._line, code, message, mend)
