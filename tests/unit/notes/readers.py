"""What each format comes to when something else reads it: its structure, and the words in it."""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass, field
from html.parser import HTMLParser
from io import BytesIO
from typing import Any

import docx
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph
from markdown_it import MarkdownIt

from reflect_tui.notes.formats import Format
from tests.unit.notes.hostile import GENEROUS, IN_LINES, OURS, STRICT, inside, kind, lines_read
from tests.unit.notes.hostile import plain as plain_inline

LINKING = MarkdownIt("gfm-like")
"""A reader that makes links of all that looks like one."""


@dataclass
class Read:
    """A note as it was read."""

    structure: list[str] = field(default_factory=list)
    """All but the paragraphs and lists that typed words make."""
    headings: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    """All that is read anywhere in it, piece by piece."""
    answer: list[str] = field(default_factory=list)
    """The lines after the first question, as far as the next heading; marked where listed."""


def read(data: bytes, fmt: Format) -> Read:
    """A note as somebody else's reader of its format finds it."""
    return {
        Format.WORD: _word,
        Format.MARKDOWN: _markdown,
        Format.WEB: _web,
        Format.TEXT: _text,
    }[fmt](data)


# -- Markdown -----------------------------------------------------------------------------


def _markdown(data: bytes) -> Read:
    text = data.decode()
    assert not text.startswith("---")
    found = Read()
    for reader in (STRICT, GENEROUS, LINKING):
        tokens = reader.parse(text)
        assert {kind(token) for token in tokens} <= OURS
        assert inside(tokens) <= IN_LINES
        found.structure += [
            token.type for token in tokens if token.type.startswith(("heading", "t", "block"))
        ]
    tokens = STRICT.parse(text)
    after = [token.type for token in tokens]
    found.headings = [
        plain_inline(tokens[at + 1]) for at, name in enumerate(after) if name == "heading_open"
    ]
    found.words = [plain_inline(token) for token in tokens if token.type == "inline"]
    asked = next(
        (at for at, t in enumerate(tokens) if t.type == "inline" and "Asked" in t.content), None
    )
    if asked is not None:
        ends = [at for at, name in enumerate(after) if name == "heading_open" and at > asked]
        found.answer = lines_read(tokens[asked + 1 : ends[0] if ends else None])
    return found


# -- the web page -------------------------------------------------------------------------

_ALLOWED: dict[str, set[str]] = {
    "html": {"lang"},
    "meta": {"charset", "name", "content", "http-equiv"},
    "table": {"class"},
    "th": {"scope", "dir"},
    "p": {"class", "dir"},
    "ol": {"start", "dir"},
    **{tag: {"dir"} for tag in ("h1", "h2", "td", "ul", "li")},
    **{tag: set() for tag in ("head", "title", "style", "body", "main", "blockquote")},
    "tr": {"class"},
    **{tag: set() for tag in ("thead", "tbody", "strong", "em", "bdi", "br")},
}
_TYPED = {"ul", "ol", "li", "em", "br", "strong", "bdi"}


class _Walk(HTMLParser):
    """Every tag as a browser's own reader would meet it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found = Read()
        self._open: list[str] = []
        self._words = ""
        self._in_answer = False
        self._question = False
        self._number: int | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        assert set(given) <= _ALLOWED[tag], (tag, given)
        if tag == "br":
            self._words += "\n"
            return
        if tag not in ("meta",):
            self._open.append(tag)
        if tag not in _TYPED and (tag != "p" or "class" in given):
            # How long a row is may show in it, and how long words are.
            self.found.structure.append(f"{tag} {given.get('class', '') if tag != 'tr' else ''}")
        if tag == "p":
            self._question = given.get("class") == "asked"
        if tag == "ol":
            self._number = int(given.get("start") or 1)
        if tag == "ul":
            self._number = None
        if tag in ("p", "li", "h1", "h2", "td", "th", "title", "style"):
            self._words = ""

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag
        if tag in ("h1", "h2", "td", "th", "p", "li"):
            self.found.words.append(self._words)
        if tag in ("h1", "h2"):
            self.found.headings.append(self._words)
            self._in_answer = False
        elif tag == "p" and self._question:
            self._in_answer = True
        elif tag == "p" and self._in_answer:
            self.found.answer += self._words.replace("\n\n", "\n").split("\n")
        elif tag == "li" and self._in_answer:
            mark = "- "
            if self._number is not None:
                mark, self._number = f"{self._number}. ", self._number + 1
            self.found.answer.append(mark + self._words)
        if tag == "p":
            self._question = False

    def handle_data(self, data: str) -> None:
        self._words += data

    def handle_comment(self, data: str) -> None:
        raise AssertionError("a comment")

    handle_pi = unknown_decl = handle_comment


def _web(data: bytes) -> Read:
    walk = _Walk()
    walk.feed(data.decode())
    walk.close()
    assert not walk._open
    return walk.found


# -- the Word document --------------------------------------------------------------------

_TYPED_STYLES = {"Normal", "Quote", "List Bullet", "List Number", "Quote Bullet", "Quote Number"}
_NONE_OF = ("hyperlink", "drawing", "pict", "object", "instrText", "fldChar", "altChunk", "sdt")


def _word(data: bytes) -> Read:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        found = Read(structure=sorted(archive.namelist()))
    made = docx.Document(BytesIO(data))
    for part in (made.part, *made.part.package.parts):
        assert not [rel for rel in part.rels.values() if rel.is_external]
    body = made.element.body
    for tag in _NONE_OF:
        assert not list(body.iter(qn(f"w:{tag}"))), tag
    found.structure.append(str(len(list(body.iter(qn("w:fldSimple"))))))
    in_answer, numbers = False, dict[int, int]()
    for item in made.iter_inner_content():
        if isinstance(item, Table):
            found.structure.append(f"table {len(item.rows)} {len(item.columns)}")
            cells = item._element.iter(qn("w:tc"))
            found.words += ["".join(t.text for t in c.iter(qn("w:t"))) for c in cells]
            continue
        found.words.append(item.text)
        style = item.style.name if item.style is not None else ""
        assert style
        if style not in _TYPED_STYLES:
            found.structure.append(style)
            in_answer = style == "Question"
        elif in_answer:
            found.answer += f"{_mark(made, item, style, numbers)}{item.text}".split("\n")
        if style.startswith("Heading"):
            found.headings.append(item.text)
    return found


def _mark(made: Any, item: Paragraph, style: str, numbers: dict[int, int]) -> str:
    """The dot or the number that Word puts before an item."""
    if style.endswith("Bullet"):
        return "- "
    if not style.endswith("Number"):
        return ""
    list_id = item._p.pPr.numPr.numId.val
    if list_id not in numbers:
        [num] = [n for n in made.part.numbering_part.element.num_lst if n.numId == list_id]
        [start] = num.iter(qn("w:startOverride"))
        numbers[list_id] = int(start.get(qn("w:val"))) - 1
    numbers[list_id] += 1
    return f"{numbers[list_id]}. "


# -- plain text ---------------------------------------------------------------------------


def _text(data: bytes) -> Read:
    lines = data.decode().split("\n")
    found = Read(words=lines)
    in_answer = False
    for before, line, after in zip(["", *lines], lines, [*lines[1:], ""], strict=False):
        if not line:
            found.structure.append("")
        elif line.startswith(" "):
            found.answer += [line] * in_answer
        elif re.fullmatch("=+|-+", after) and not before:
            found.headings.append(line)
            found.structure.append(f"heading {after[0]}")
            in_answer = False
        elif before and re.fullmatch("=+|-+", line):
            assert before == found.headings[-1]
        else:
            found.structure.append("ours")
            in_answer = True
    # Blank lines stand within answers as well.
    found.structure = [part for part in found.structure if part]
    return found
