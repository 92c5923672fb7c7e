"""A document as plain text, for systems that take nothing else.

Headings, labels and questions begin at the margin; typed words stand further in, each line of
them, so that none can look like a heading. Lines are not folded: the system does that.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from reflect_tui.notes.document import Actions, Block, Document, Done, Heading, Ours, Rows, Said
from reflect_tui.notes.typed import Line, Listed, Paragraph, Run, line, pieces, text_of, unmarked

_IN = "  "
_LONGEST_RULE = 60


def to_text(document: Document) -> str:
    """The whole note; ends in one newline."""
    parts = [_under(unmarked(document.title), "="), *map(_block, document.blocks)]
    return "\n\n".join(part for part in parts if part) + "\n"


def _block(block: Block) -> str:
    match block:
        case Heading():
            return "\n" + _under(unmarked(block.text), "-")
        case Ours():
            return unmarked(block.text)
        case Rows():
            rows = [
                f"{_label(text_of(line(label)))} {_marked(line(said))}"
                for label, said in block.rows
            ]
            return "\n".join(row.rstrip() for row in rows)
        case Said():
            return _said(block)
        case Actions():
            return "\n\n".join(map(_action, block.actions))
        case _:
            assert_never(block)


def _label(words: str) -> str:
    return words if words.endswith("?") else f"{words}:"


def _action(done: Done) -> str:
    rows = [f"{name}: {unmarked(words)}" for name, words in done.fields if words.strip()]
    return "\n".join(f"{_IN}{'  ' if count else '- '}{row}" for count, row in enumerate(rows))


def _under(words: str, rule: str) -> str:
    return f"{words}\n{rule * min(len(words), _LONGEST_RULE)}"


def _said(block: Said) -> str:
    about = f" ({unmarked(block.about)})" if block.about else ""
    if block.listed:
        body = "\n".join(f"- {_marked(line(words))}" for words in block.said)
    else:
        body = "\n\n".join("\n\n".join(_typed(words)) for words in block.said)
    lead = f"{_IN}> " if block.own_words else _IN
    set_in = "\n".join(f"{lead}{each}".rstrip() for each in body.split("\n"))
    return f"{unmarked(block.asked)}{about}\n{set_in}"


def _typed(words: str) -> Iterator[str]:
    for piece in pieces(words):
        match piece:
            case Paragraph():
                yield "\n".join(_marked(each) for each in piece.lines)
            case Listed():
                yield "\n".join(f"{mark} {_marked(item)}" for mark, item in piece.numbered())
            case _:
                assert_never(piece)


def _marked(runs: Line) -> str:
    """Words with the stars that were typed about them."""
    return "".join(f"{_stars(run)}{run.text}{_stars(run)}" for run in runs)


def _stars(run: Run) -> str:
    return "*" * (run.emphasis + 2 * run.strong)
