"""Taking typed values out of plain YAML, telling what is missing or of the wrong type."""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path

from reflect_tui.practice import source
from reflect_tui.practice.plain_yaml import Items, Node, Pairs, Scalar, load
from reflect_tui.practice.problems import Found, meant, shown

_NUMBERS = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
]
_WHOLE = re.compile(r"[0-9]{1,6}")


def whole_number(words: str) -> int | None:
    """A whole number from 1, or None."""
    return int(words) if _WHOLE.fullmatch(words) and int(words) > 0 else None


def number_meant(words: str) -> int:
    """The whole number that words may be meant for, such as 2 for "two" or "2 minutes"; else 5."""
    digits = re.search(r"[1-9][0-9]{0,5}", words)
    if digits:
        return int(digits.group())
    first = words.strip().lower().partition(" ")[0]
    return _NUMBERS.index(first) + 1 if first in _NUMBERS else 5


def open_table(path: Path) -> tuple[Fields | None, Found]:
    """The keys of a YAML file, and where its problems go; None when it cannot be read as keys."""
    text, found = source.read(path)
    return (None if text is None else table_of(text, found)), found


def table_of(text: str, found: Found) -> Fields | None:
    """The keys in the text of a YAML file; None when it cannot be read as keys."""
    text = source.normal(text)
    node = load(source.clean(text, found), found) if source.within_size(text, found) else None
    if isinstance(node, Pairs):
        return Fields(node, found)
    if node is not None:
        found.add(node.line, "wrong-type", "this file must be keys", "write `key: words`")
    return None


class Fields:
    """The keys of one table, each asked for by its type."""

    def __init__(self, pairs: Pairs, found: Found) -> None:
        self._pairs = pairs
        self._found = found

    def telling(self, found: Found) -> Fields:
        """The same keys, with their problems told elsewhere."""
        return Fields(self._pairs, found)

    @property
    def line(self) -> int:
        """Where the table begins."""
        return self._pairs.line

    def line_of(self, key: str) -> int:
        """Where a key stands; the table's own line when it doesn't."""
        return self._pairs.lines.get(key, self._pairs.line)

    def only(self, known: Collection[str]) -> None:
        """Tell every key that isn't known."""
        for key, line in self._pairs.lines.items():
            if key not in known:
                mend = meant(key, known, "{}:")
                self._found.add(line, "unknown-key", f'there is no key "{shown(key)}"', mend)

    def node(self, key: str) -> Node | None:
        """What stands under a key, whatever it is."""
        return self._pairs.values.get(key)

    def text(self, key: str, *, required: bool = False) -> str:
        """The words under a key, on one line; empty when there are none."""
        node = self._pairs.values.get(key)
        if node is None:
            if required:
                self._missing(key)
            return ""
        if not isinstance(node, Scalar):
            self._wrong(key, node, "words", f'{key}: "some words"')
            return ""
        words = " ".join(node.text.split())
        if required and not words:
            self._found.add(node.line, "missing-value", f"{key} is empty", "write its words")
        return words

    def paragraphs(self, key: str, *, required: bool = False) -> str:
        """The words under a key with the line ends they have; empty when there are none."""
        node = self._pairs.values.get(key)
        if isinstance(node, Scalar) and node.text.strip():
            return node.text.strip()
        return self.text(key, required=required)

    def one_of(self, key: str, known: Collection[str], default: str = "") -> str:
        """One of some known words."""
        words = self.text(key) or default
        if words and words not in known:
            self.unknown(key, words, known, self.line_of(key))
            return default
        return words

    def whole(self, key: str, *, required: bool = False) -> int | None:
        """A whole number from 1."""
        words = self.text(key, required=required)
        if not words:
            return None
        number = whole_number(words)
        if number is None:
            self._wrong(key, self._pairs.values[key], "a whole number", f"{key}: 1")
        return number

    def items(self, key: str) -> tuple[Scalar, ...]:
        """The words of a list, each with its line."""
        node = self._pairs.values.get(key)
        if node is None:
            return ()
        if not isinstance(node, Items):
            words = shown(node.text) if isinstance(node, Scalar) else ""
            self._wrong(key, node, "a list", f"{key}: [{words or 'one, two'}]")
            return ()
        kept = []
        for item in node.items:
            if isinstance(item, Scalar) and item.text.strip():
                kept.append(Scalar(item.text.strip(), item.line))
            else:
                self._wrong(key, item, "a list of words", f"{key}: [one, two]")
        return tuple(kept)

    def some_of(self, key: str, known: Collection[str]) -> tuple[str, ...]:
        """A list of known words."""
        kept = []
        for item in self.items(key):
            if item.text in known:
                kept.append(item.text)
            else:
                self.unknown(key, item.text, known, item.line)
        return tuple(kept)

    def table(self, key: str) -> Fields | None:
        """The keys under a key."""
        node = self._pairs.values.get(key)
        if node is None:
            return None
        if not isinstance(node, Pairs):
            self._wrong(
                key, node, "keys with values", f"{key}: and keys with their values below it"
            )
            return None
        return Fields(node, self._found)

    def tables(self, key: str) -> tuple[Fields, ...]:
        """A list whose every item has keys of its own."""
        node = self._pairs.values.get(key)
        if node is None:
            return ()
        if not isinstance(node, Items):
            self._wrong(key, node, "a list", f"{key}: and below it items that begin with a dash")
            return ()
        kept = []
        for item in node.items:
            if isinstance(item, Pairs):
                kept.append(Fields(item, self._found))
            else:
                self._wrong(key, item, "a list of keys with values", "- key: words")
        return tuple(kept)

    def names(self) -> tuple[str, ...]:
        """The keys, in the order of the file."""
        return tuple(self._pairs.values)

    def unknown(self, key: str, words: str, known: Collection[str], line: int) -> None:
        """Tell that a value is none of those that a key can have."""
        message = f'"{shown(words)}" is nothing that {key} can be'
        self._found.add(line, "unknown-value", message, meant(words, known))

    def bad_id(self, words: str, key: str, mend: str) -> None:
        """Tell that an id isn't formed as ids are."""
        message = f'"{shown(words)}" is no id: small letters, digits and hyphens, a letter first'
        self._found.add(self.line_of(key), "bad-id", message, mend)

    def _missing(self, key: str) -> None:
        self._found.add(self.line, "missing-key", f'the key "{key}" is missing', f"write {key}: …")

    def _wrong(self, key: str, node: Node, wanted: str, example: str) -> None:
        self._found.add(node.line, "wrong-type", f"{key} must be {wanted}", f"write {example}")
