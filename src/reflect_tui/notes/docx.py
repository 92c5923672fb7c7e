"""A document as a Word file: real headings, tables, lists and quotations; typed words are text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import assert_never

from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from reflect_tui.notes.document import Actions, Block, Document, Heading, Ours, Rows, Said
from reflect_tui.notes.docx_parts import blank, numbered_list
from reflect_tui.notes.typed import (
    Line,
    Listed,
    Paragraph,
    Run,
    line,
    over_a_page,
    pieces,
    right_to_left,
    text_of,
    unmarked,
)

_WIDTH = 9638
"""Of what is written, in twentieths of a point: A4 without its margins."""
_LABEL = 3084
_BAR = "284"
"""How far a quotation stands in."""


def to_docx(document: Document) -> bytes:
    """The whole file."""
    made = blank(document.name)
    writing = _Writing(made)
    body = made.element.body
    end = body[-1]  # the page's own settings, which stay last
    for element in writing.all_of(document):
        end.addprevious(element)
    _foot(made, unmarked(document.marking))
    file = BytesIO()
    made.save(file)
    return file.getvalue()


class _Writing:
    """One document being made: its blocks as elements, and the numbered lists they need."""

    def __init__(self, made: WordDocument) -> None:
        self._made = made

    def all_of(self, document: Document) -> Iterator[BaseOxmlElement]:
        yield _paragraph("Heading1", [line(document.title)])
        for block in document.blocks:
            yield from self._block(block)

    def _block(self, block: Block) -> Iterator[BaseOxmlElement]:
        match block:
            case Heading():
                yield _paragraph("Heading2", [line(block.text)])
            case Ours():
                yield _paragraph("OurWords", [_plain(block.text)])
            case Rows():
                rows = [[line(label), line(value)] for label, value in block.rows]
                yield from _table(rows, [_LABEL, _WIDTH - _LABEL], labels=True)
            case Said():
                yield from self._said(block)
            case Actions():
                yield from _actions(block)
            case _:
                assert_never(block)

    def _said(self, block: Said) -> Iterator[BaseOxmlElement]:
        about = f" ({unmarked(block.about)})" if block.about else ""
        yield _paragraph("Question", [(Run(unmarked(block.asked), strong=True), Run(about))])
        if block.listed:
            yield from self._list(Listed(tuple(map(line, block.said))), quoted=block.own_words)
            return
        for words in block.said:
            for piece in pieces(words):
                match piece:
                    case Paragraph():
                        yield _paragraph("Quote" if block.own_words else "", piece.lines)
                    case Listed():
                        yield from self._list(piece, quoted=block.own_words)
                    case _:
                        assert_never(piece)

    def _list(self, piece: Listed, *, quoted: bool) -> Iterator[BaseOxmlElement]:
        style = f"{'Quote' if quoted else 'List'}{'Bullet' if piece.first is None else 'Number'}"
        numbers = (
            None if piece.first is None else numbered_list(self._made, piece.first, quoted=quoted)
        )
        for item in piece.items:
            yield _paragraph(style, [item], numbers)


def _actions(block: Actions) -> Iterator[BaseOxmlElement]:
    """A table with a column for each field that anything is written in."""
    every = [done.fields for done in block.actions]
    used = [
        at
        for at, column in enumerate(zip(*every, strict=True))
        if any(words.strip() for _, words in column)
    ]
    if not used:
        return
    heads = [_plain(every[0][at][0]) for at in used]
    rows = [[_plain(fields[at][1]) for at in used] for fields in every]
    first = _WIDTH * 34 // 100 if len(used) > 1 else _WIDTH
    others = (_WIDTH - first) // max(1, len(used) - 1)
    yield from _table([heads, *rows], [first, *[others] * (len(used) - 1)], heads=True)


def _table(
    rows: list[list[Line]], widths: list[int], *, labels: bool = False, heads: bool = False
) -> Iterator[BaseOxmlElement]:
    """A table whose first column or first row says what the others are, and room after it."""
    table = _new("tbl")
    about = _into(table, "tblPr")
    _into(about, "tblStyle", val="TableGrid")
    _into(about, "tblW", w=str(sum(widths)), type="dxa")
    _into(about, "tblLayout", type="fixed")
    look = {"firstRow": heads, "lastRow": False, "firstColumn": labels, "lastColumn": False}
    _into(about, "tblLook", **{name: str(int(on)) for name, on in look.items()})
    grid = _into(table, "tblGrid")
    for width in widths:
        _into(grid, "gridCol", w=str(width))
    for count, cells in enumerate(rows):
        row = _into(table, "tr")
        of_row = _into(row, "trPr")
        if not over_a_page(cells):
            _into(of_row, "cantSplit")
        head = heads and not count
        if head:
            _into(of_row, "tblHeader")
        for at, (runs, width) in enumerate(zip(cells, widths, strict=True)):
            cell = _into(row, "tc")
            of_cell = _into(cell, "tcPr")
            _into(of_cell, "tcW", w=str(width), type="dxa")
            label = head or (labels and not at)
            if label:
                _into(of_cell, "shd", val="clear", color="auto", fill="F0F0F0")
            cell.append(_paragraph("TableLabel" if label else "TableText", [runs]))
    yield table
    # Word makes one table of two that touch.
    yield _paragraph("TableGap", [])


def _paragraph(style: str, lines: Iterable[Line], numbers: int | None = None) -> BaseOxmlElement:
    lines = list(lines)
    made = _new("p")
    about = _into(made, "pPr")
    if style:
        _into(about, "pStyle", val=style)
    if numbers is not None:
        of_list = _into(about, "numPr")
        _into(of_list, "ilvl", val="0")
        _into(of_list, "numId", val=str(numbers))
    if right_to_left(" ".join(map(text_of, lines))):
        _into(about, "bidi")
        if style.startswith("Quote"):
            _into(about, "ind", right=_BAR)  # where the line at their side has its room
    for count, runs in enumerate(lines):
        if count:
            _into(_into(made, "r"), "br")
        for run in runs:
            if run.text:
                made.append(_run(run))
    return made


def _run(run: Run) -> BaseOxmlElement:
    made = _new("r")
    about = _into(made, "rPr")
    # Scripts that run from right to left have a bold and an italic of their own.
    for on, marks in ((run.strong, ("b", "bCs")), (run.emphasis, ("i", "iCs"))):
        for mark in marks if on else ():
            _into(about, mark)
    if right_to_left(run.text):
        _into(about, "rtl")
    for count, words in enumerate(run.text.split("\t")):
        if count:
            _into(made, "tab")
        text = _into(made, "t")
        text.text = words
        text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return made


def _foot(made: WordDocument, marking: str) -> None:
    """How the note is marked, and which page of how many, at the foot of each."""
    foot = made.sections[0].footer
    foot.is_linked_to_previous = False
    element = foot.paragraphs[0]._p
    ours = _paragraph("Footer", [_plain(marking)])
    _into(_into(ours, "r"), "tab")
    for words, field in (("Page ", "PAGE"), (" of ", "NUMPAGES")):
        ours.append(_run(Run(words)))
        number = _into(ours, "fldSimple", instr=field)
        number.append(_run(Run("1")))
    element.getparent().replace(element, ours)


def _plain(words: str) -> Line:
    return (Run(unmarked(words)),)


def _new(tag: str) -> BaseOxmlElement:
    return OxmlElement(f"w:{tag}")


def _into(parent: BaseOxmlElement, tag: str, **attributes: str) -> BaseOxmlElement:
    """A new element inside another."""
    made = _new(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    parent.append(made)
    return made
