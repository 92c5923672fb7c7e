"""A document as one web page: nothing from outside, no script, made to be read and printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from typing import assert_never

from reflect_tui.notes.document import (
    Actions,
    Block,
    Document,
    Heading,
    Ours,
    Rows,
    Said,
)
from reflect_tui.notes.style import css
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

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
"""Nothing is fetched, run or sent, even if some of the words could get to be more than words."""


def to_html(document: Document) -> str:
    """The whole page; what a window's title shows says nothing of what is in it."""
    lines = [
        "<!DOCTYPE html>",
        '<html lang="en-GB">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        # Some readers make links of numbers, dates and addresses by themselves.
        '<meta name="format-detection" content="telephone=no, date=no, address=no, email=no">',
        f"<title>{escape(document.name)}</title>",
        f"<style>\n{css(unmarked(document.marking))}</style>",
        "</head>",
        "<body>",
        "<main>",
        _element("h1", line(document.title)),
        *(part for block in document.blocks for part in _block(block)),
        "</main>",
        "</body>",
        "</html>",
    ]
    return "\n".join(lines) + "\n"


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield _element("h2", line(block.text))
        case Ours():
            yield f'<p class="ours">{escape(unmarked(block.text))}</p>'
        case Rows():
            yield '<table class="rows">'
            for label, value in block.rows:
                cells = [line(label), line(value)]
                head = _element("th", cells[0], ' scope="row"')
                yield f"{_row(cells)}{head}{_element('td', cells[1])}</tr>"
            yield "</table>"
        case Said():
            yield from _said(block)
        case Actions():
            yield from _actions(block)
        case _:
            assert_never(block)


def _actions(block: Actions) -> Iterator[str]:
    """A table with a column for each field that anything is written in."""
    every = [done.fields for done in block.actions]
    used = [at for at, column in enumerate(zip(*every, strict=True)) if _any_words(column)]
    if not used:
        return
    yield '<table class="actions">'
    heads = "".join(f'<th scope="col">{escape(every[0][at][0])}</th>' for at in used)
    yield f"<thead><tr>{heads}</tr></thead>"
    yield "<tbody>"
    for fields in every:
        cells = [_as_it_is(fields[at][1]) for at in used]
        yield f"{_row(cells)}{''.join(_element('td', cell) for cell in cells)}</tr>"
    yield "</tbody>"
    yield "</table>"


def _row(cells: list[Line]) -> str:
    return '<tr class="long">' if over_a_page(cells) else "<tr>"


def _any_words(column: Iterable[tuple[str, str]]) -> bool:
    return any(words.strip() for _, words in column)


def _said(block: Said) -> Iterator[str]:
    about = f" <bdi>({escape(unmarked(block.about))})</bdi>" if block.about else ""
    yield f'<p class="asked"><strong><bdi>{escape(unmarked(block.asked))}</bdi></strong>{about}</p>'
    if block.own_words:
        yield "<blockquote>"
    if block.listed:
        yield from _list("ul", "", map(line, block.said))
    else:
        for words in block.said:
            yield from _typed(words)
    if block.own_words:
        yield "</blockquote>"


def _typed(words: str) -> Iterator[str]:
    for piece in pieces(words):
        match piece:
            case Paragraph():
                way = _way(" ".join(map(text_of, piece.lines)))
                lines = "<br>\n".join(map(_runs, piece.lines))
                yield f"<p{way}>{lines}</p>"
            case Listed(first=None):
                yield from _list("ul", "", piece.items)
            case Listed():
                start = "" if piece.first == 1 else f' start="{piece.first}"'
                yield from _list("ol", start, piece.items)
            case _:
                assert_never(piece)


def _list(tag: str, more: str, items: Iterable[Line]) -> Iterator[str]:
    items = list(items)
    way = _way(text_of(items[0])) if items else ""
    yield f"<{tag}{more}{way}>"
    for item in items:
        other = _way(text_of(item))
        differs = "" if other == way else other or ' dir="ltr"'
        yield f"<li{differs}>{_runs(item)}</li>"
    yield f"</{tag}>"


def _element(tag: str, runs: Line, more: str = "") -> str:
    return f"<{tag}{more}{_way(text_of(runs))}>{_runs(runs)}</{tag}>"


def _way(words: str) -> str:
    return ' dir="rtl"' if right_to_left(words) else ""


def _runs(runs: Line) -> str:
    return "".join(map(_run, runs))


def _run(run: Run) -> str:
    words = escape(run.text)
    if run.strong:
        words = f"<strong>{words}</strong>"
    return f"<em>{words}</em>" if run.emphasis else words


def _as_it_is(words: str) -> Line:
    return (Run(unmarked(words)),)
