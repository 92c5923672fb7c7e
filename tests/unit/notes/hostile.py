"""Text that tries to be more than words, and what a reader makes of a note."""

from __future__ import annotations

import re
from typing import NamedTuple

from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.dollarmath import dollarmath_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin
from mdit_py_plugins.tasklists import tasklists_plugin

from reflect_tui.clean import clean

ACTING = [
    *("# Decided", "## Agreement", "Agreement\n===", "Agreed\n=", "Agreed\n---", "---", "***"),
    *("* * *", "_ _ _", "> they said", "```\ncode", "~~~", "    code", "\tcode", "`code`", "``"),
    *("<b>bold</b>", "<script>x</script>", "<!--", "-->", "<p align=x>", "<https://x.example>"),
    *("[x](y)", "![x](y.png)", "[x]: y", "[x][x]", "[^1]", "[^1]: y", "- [ ] done", "*[x]: y"),
    *("| a | b |", "| --- | --- |", "--- | ---", "a | b", "\\|", "\\", "\\\\", "&lt;b&gt;"),
    *("https://x.example", "www.x.example", "a@x.example", "mailto:a@x.example", "&#35;", "$x$"),
    *("$$\nx\n$$", "- a worry", "* a strength", "+ more", "• dot", "1. one", "7) seven", "1."),
    *("-", "*", "01. a", "**bold**", "*soft*", "__under__", "**", "~~gone~~", "term\n: meaning"),
    *("::: note", "{#id}", "%% x", "\x1b[31mred\x1b[0m", "\x9b2J", "\x00", "\x07", "\u200f"),
    *("\x1b]8;;https://x.example\x07link\x1b]8;;\x07", "\u202etxet", "\u2066in\u2069", "\u2028"),
    *("\ufeff", "\r", "\r\n", "\t", "\u00a0", "they said so", "é👩\u200d👧"),
    *("long " * 800, "x" * 4000, "[" * 60, "*" * 60),
]
JOINS = st.sampled_from(["", " ", "\n", "\n\n", "\n    "])
PIECES = st.tuples(st.sampled_from(ACTING) | st.text(max_size=12), JOINS)
HOSTILE = (
    st.lists(PIECES, min_size=1, max_size=6)
    .map(lambda pieces: "".join(text + join for text, join in pieces))
    .filter(lambda text: bool(text.strip()))
)
"""Text typed by somebody, never blank, that acts wherever it can."""
SEEN = HOSTILE.filter(lambda text: bool(one_line(text)))
"""The same, with something left of it to be read."""

STRICT = MarkdownIt("commonmark", {"html": True}).enable("table")
GENEROUS = (
    MarkdownIt("commonmark", {"html": True})
    .enable(["table", "strikethrough"])
    .use(front_matter_plugin)
    .use(footnote_plugin)
    .use(deflist_plugin)
    .use(tasklists_plugin)
    .use(dollarmath_plugin)
)
"""A reader that knows more than CommonMark, as many do."""

TYPED_MAY_MAKE = {"paragraph", "inline", "bullet_list", "ordered_list", "list_item"}
OURS = TYPED_MAY_MAKE | {"heading", "blockquote", "table", "thead", "tbody", "tr", "th", "td"}
IN_LINES = {"text", "softbreak", "hardbreak", "em", "strong"}


def kind(token: Token) -> str:
    """What a token is, whether it opens, closes or stands alone."""
    return re.sub("_(open|close)$", "", token.type)


def inside(tokens: list[Token]) -> set[str]:
    """The kinds of all that stands within lines."""
    return {kind(child) for token in tokens for child in token.children or ()}


def plain(inline: Token) -> str:
    """What is read in a line, a hard break as a new line."""
    breaks = {"hardbreak": "\n", "softbreak": " "}
    return "".join(breaks.get(child.type, child.content) for child in inline.children or ())


class Shape(NamedTuple):
    """What nobody's words may change: all but the paragraphs and lists that typed words make."""

    headings: tuple[str, ...]
    asked: tuple[str, ...]
    """What our own bold words say, at the beginning of a paragraph."""
    others: tuple[str, ...]
    """All other blocks, in their order; the cells of tables too."""


def shape(tokens: list[Token]) -> Shape:
    """The shape of a note as it is read."""
    headings, asked, others = [], [], []
    for before, token in zip([None, *tokens], tokens, strict=False):
        if token.type == "inline" and before is not None and before.type == "heading_open":
            headings.append(f"{before.tag} {plain(token)}")
        children = token.children or []
        if len(children) > 2 and children[1].type == "strong_open":
            words = children[2].content
            if words.startswith("Asked:"):
                asked.append(words)
        if token.type.endswith("_open") and kind(token) not in TYPED_MAY_MAKE:
            others.append(kind(token))
    return Shape(tuple(headings), tuple(asked), tuple(others))


def lines_read(tokens: list[Token]) -> list[str]:
    """Every line as it is read, those of a list with a mark or their number before them."""
    lines: list[str] = []
    numbers: list[int | None] = []
    mark = ""
    for token in tokens:
        if token.type == "bullet_list_open":
            numbers.append(None)
        elif token.type == "ordered_list_open":
            start = token.attrGet("start")
            numbers.append(1 if start is None else int(start))
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            numbers.pop()
        elif token.type == "list_item_open":
            number = numbers[-1]
            mark = "- " if number is None else f"{number}. "
            if number is not None:
                numbers[-1] = number + 1
        elif token.type == "inline":
            lines += (mark + plain(token)).split("\n")
            mark = ""
    return lines


def bare(line: str) -> str:
    """A line without its stars, which may have become emphasis, and the sort of its list mark."""
    line = " ".join(line.replace("*", "").split())
    line = re.sub(r"^(?:[-+•·](?:\s+|$))+", "", line)
    return re.sub(r"^([0-9]{1,3})[.)]\s+", r"\1 ", line)


def bare_lines(lines: list[str]) -> list[str]:
    """Lines without marks, and without those that have nothing else in them."""
    return [words for line in lines if (words := bare(line))]


def one_line(text: str) -> str:
    """What is left of text on one line."""
    return " ".join(clean(text).split())
