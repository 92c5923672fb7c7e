"""YAML as practice writes it: keys, lists and words, nothing clever.

Every scalar is read as it stands, so `no` is "no" and 1:30 is "1:30". Aliases, tags and repeated
keys are refused: the first can fill the memory, the second can make objects, and of the third
one reader takes the first and another the last.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

from reflect_tui.practice.problems import Found, shown

_DEEPEST = 8
# The C reader is ten times faster; where it isn't there, the other one says the same.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(slots=True)
class Scalar:
    """Words, as written."""

    text: str
    line: int
    """The line it begins in, from 1."""


@dataclass(slots=True)
class Items:
    """A list."""

    line: int
    items: list[Node] = field(default_factory=list)


@dataclass(slots=True)
class Pairs:
    """Keys and their values, in the order of the file."""

    line: int
    values: dict[str, Node] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    """The line of each key."""


Node = Scalar | Items | Pairs


def load(text: str, found: Found, first_line: int = 1) -> Node | None:
    """What a YAML text holds (an empty one: no keys); None when it cannot be read at all.

    `text` must have gone through `source.clean`. Problems are told at their own lines, of which
    the text's first is `first_line`.
    """
    builder = _Builder(found, first_line)
    try:
        builder.build(yaml.parse(text, Loader=_LOADER))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        line = first_line + (mark.line if mark is not None else 0)
        found.add(
            line,
            "bad-yaml",
            "this is not `key: words`",
            'put words that hold a colon, a hash or quotes in "double quotes", '
            "and indent with spaces",
        )
        return None
    return builder.root or Pairs(first_line)


class _Builder:
    """Puts the tree together from what the reader meets."""

    def __init__(self, found: Found, first_line: int) -> None:
        self.root: Node | None = None
        self._found = found
        self._first = first_line
        self._open: list[Items | Pairs] = []
        self._keys: list[Scalar | None] = []
        """For each open node the key that waits for its value."""

    def build(self, events: Iterator[yaml.Event]) -> None:
        documents = 0
        for event in events:
            line = self._first + (event.start_mark.line if event.start_mark else 0)
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._found.add(line, "bad-yaml", "a second part begins here", "take --- out")
                    return
            elif isinstance(event, yaml.AliasEvent):
                self._refuse(line, "alias", "an alias (*) stands here")
                self._put(Scalar(event.anchor or "", line))
            elif isinstance(event, yaml.ScalarEvent):
                self._refuse_marks(event, line)
                self._put(Scalar(event.value, line))
            elif isinstance(event, yaml.CollectionStartEvent):
                self._refuse_marks(event, line)
                if len(self._open) >= _DEEPEST:
                    self._found.add(line, "too-deep", "lists go too deep here", "take brackets out")
                    return
                sequence = isinstance(event, yaml.SequenceStartEvent)
                node = Items(line) if sequence else Pairs(line)
                self._put(node)
                self._open.append(node)
                self._keys.append(None)
            elif isinstance(event, yaml.CollectionEndEvent):
                self._open.pop()
                self._keys.pop()

    def _refuse_marks(self, event: yaml.NodeEvent, line: int) -> None:
        if event.anchor is not None:
            self._refuse(line, "alias", "an anchor (&) stands here")
        if getattr(event, "tag", None) is not None:
            self._refuse(line, "tag", "a tag (!) stands here")

    def _refuse(self, line: int, code: str, message: str) -> None:
        self._found.add(line, code, message, 'write the words out, in "double quotes"')

    def _put(self, node: Node) -> None:
        if not self._open:
            self.root = node
            return
        parent = self._open[-1]
        if isinstance(parent, Items):
            parent.items.append(node)
            return
        key = self._keys[-1]
        if key is None:
            if not isinstance(node, Scalar):
                self._found.add(node.line, "bad-yaml", "a key is a word", "write `key: words`")
            self._keys[-1] = node if isinstance(node, Scalar) else Scalar("", node.line)
            return
        self._keys[-1] = None
        if key.text in parent.values:
            self._found.add(
                key.line,
                "repeated-key",
                f'"{shown(key.text)}" stands twice, first in line {parent.lines[key.text]}',
                "keep one of them",
            )
            return
        parent.values[key.text] = node
        parent.lines[key.text] = key.line
