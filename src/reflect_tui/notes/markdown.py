"""A document as Markdown. Typed words are data: they can make a list or an emphasis, no more."""

from __future__ import annotations

import re
from typing import assert_never

from reflect_tui.clean import clean
from reflect_tui.notes.document import Actions, Block, Document, Done, Heading, Ours, Rows, Said

_ANYWHERE = re.compile(r"[\\`<>\[\]|_~^${]|(?<==)=|(?<=%)%")
"""What could begin code, HTML, a link, an image, a cell, a strike-out, a formula, a mark, hidden
words or somebody's attributes."""
_ENTITY = re.compile(r"&(?=[A-Za-z#])")
_LINKED = re.compile(
    r"(?<=[A-Za-z]):(?=//)|(?<=[wW]{3})\.|@(?=\w)|(?i:(?<=mailto)|(?<=xmpp)):"
    r"|(?<=[^\W_])\.(?=[^\W\d_]{2})|(?<![:/])/(?=/)"
)
"""What some readers turn into links without being asked."""
_BULLET = re.compile(r"[-*+•·][ \t]+(?=\S)")
_NUMBER = re.compile(r"(0|[1-9][0-9]{0,2})[.)][ \t]+(?=\S)")
_RULE = re.compile(r"(?:[-*_=+][ \t]*){3,}$")
_LINE_START = re.compile(r"[#>+\-=:*%]")
_DIGITS_START = re.compile(r"(\d+)([.)])")


def to_markdown(document: Document) -> str:
    """The whole note; ends in one newline."""
    parts = [f"# {inline(document.title)}", *map(_block, document.blocks)]
    return "\n\n".join(part for part in parts if part) + "\n"


def _block(block: Block) -> str:
    match block:
        case Heading():
            return f"## {inline(block.text)}"
        case Ours():
            return f"_{_starless(block.text)}_"
        case Rows():
            rows = [f"| {inline(label)} | {inline(value)} |" for label, value in block.rows]
            return "\n".join(["| | |", "| --- | --- |", *rows])
        case Actions():
            return "\n".join("- " + "  \n  ".join(_action(done)) for done in block.actions)
        case Said():
            return _said(block)
        case _:
            assert_never(block)


def _action(done: Done) -> list[str]:
    return [f"{name}: {_starless(words)}" for name, words in done.fields if words.strip()]


def _said(block: Said) -> str:
    asked, about = _starless(block.asked), f"({_starless(block.about)})" if block.about else ""
    # Stars about nothing would be a rule.
    lead = " ".join(filter(None, (f"**{asked}**" if asked else "", about)))
    if block.listed:
        body = "\n".join(f"- {inline(words)}" for words in block.said)
    else:
        body = "\n\n".join(paragraphs(words) for words in block.said)
    if block.own_words:
        body = "\n".join(f"> {line}".rstrip() for line in body.split("\n"))
    return "\n\n".join(filter(None, (lead, body)))


def _starless(text: str) -> str:
    """Words beside words of ours, whose emphasis they must not be able to end or to begin."""
    return _start(_escaped(" ".join(clean(text).split())).replace("*", r"\*"))


def inline(text: str) -> str:
    """Typed words on one line, for a table, a heading or an item."""
    return _start(_escaped(" ".join(clean(text).split())))


def paragraphs(text: str) -> str:
    """Typed words as they were laid out: paragraphs, line breaks, simple lists, emphasis."""
    out: list[str] = []
    was_item = was_text = False
    number: int | None = None  # of the last item, while a numbered list could go on
    for raw in clean(text).split("\n"):
        line = raw.strip()
        if not line:
            was_item = was_text = False
            if out and out[-1]:
                out.append("")
            continue
        item, number = _item(line, number)
        if item:
            if was_text:
                out.append("")
            out.append(item)
            was_item, was_text = True, False
            continue
        if was_item:
            out.append("")
        elif was_text:
            out[-1] += "\\"
        out.append(_start(_escaped(line)))
        was_item, was_text = False, True
    while out and not out[-1]:
        out.pop()
    return "\n".join(out)


def _item(line: str, before: int | None) -> tuple[str, int | None]:
    """A line typed as an item of a list, or nothing, and its number where it has one.

    Markdown counts on from the first number of a list: a line whose number is not the next one
    stays a line, so that no number is ever changed.
    """
    if _RULE.match(line):
        return "", None
    found = _BULLET.match(line)
    if found:
        return f"- {_start(_escaped(line[found.end() :]))}", None
    numbered = _NUMBER.match(line)
    if numbered and before in (None, int(numbered[1]) - 1):
        return f"{numbered[1]}. {_start(_escaped(line[numbered.end() :]))}", int(numbered[1])
    return "", None


def _escaped(text: str) -> str:
    """Escape what could act anywhere in a line; stars stay, for emphasis."""
    text = _ANYWHERE.sub(lambda found: f"\\{found[0]}", text)
    text = _ENTITY.sub(r"\\&", text)
    return _LINKED.sub(lambda found: f"\\{found[0]}", text)


def _start(line: str) -> str:
    """Escape what could act at the start of a line: headings, quotes, rules, lists, tables."""
    if _RULE.match(line) or (_LINE_START.match(line) and not line.startswith("*")):
        return f"\\{line}"
    if line.startswith("*") and (len(line) == 1 or line[1] in " \t"):
        return f"\\{line}"
    return _DIGITS_START.sub(r"\1\\\2", line, count=1) if _DIGITS_START.match(line) else line
