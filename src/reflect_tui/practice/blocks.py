"""The headings of an exercise and the blocks under each, with their lines.

Markdown is read for its structure only: what stands between is kept as the lines it was written
in. What would make a viewer show something else than we do (underlined headings, HTML, a heading
inside a list) is a problem.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from reflect_tui.practice.problems import Found, shown, spelt_out

_DEEPEST = 3
_MENDS = 5
_NO_SPACE = re.compile(r" {0,3}(#{1,6})(?:[^\S \t]+|(?=[^#\s]))")
_BULLET = re.compile(
    r"\s*(?P<bullet>[•◦▪●○■□‣⁃∙·–—−☐]|o(?=\s)|-(?![ \t]))\s*(?P<words>.+\{[^{}]*\})\s*"
)
_PUSHED_IN = re.compile(r"\s+[-*+•–—]\s+(?P<words>.+\{[^{}]*\})\s*")
_HTML = re.compile(r"(?<!\\)<(?:/?[A-Za-z][A-Za-z0-9-]*(?:[\s/][^<>]*)?>|!--|!\[|![A-Z]|\?)")
_LIKE_LESS_THAN = "\u2039"
"""Stands for `<` while the rest is read."""


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list."""

    text: str
    """Its words on one line; with a brace, if it has one."""
    first: int
    last: int
    """Its lines, counted from 0; `last` is the first that isn't its own."""
    plain: bool
    """Whether it is one paragraph and nothing else."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a list, or anything else between two headings."""

    first: int
    last: int
    text: str = ""
    """The words of a paragraph."""
    items: tuple[Item, ...] = ()
    """The items of a list."""


@dataclass(frozen=True, slots=True)
class Part:
    """A heading and what stands under it; level 0 is what stands above all headings."""

    level: int
    title: str
    """As written, with its brace."""
    line: int
    """The heading's line, from 1."""
    first: int
    last: int
    """The lines under it, counted from 0."""
    blocks: tuple[Block, ...] = ()


def read_parts(lines: Sequence[str], skip: int, found: Found) -> tuple[list[Part], set[int]]:
    """The parts of a text below its first `skip` lines, and the lines already told of.

    A heading that isn't written as we need it is told of once, then read as what it was meant
    for where that is plain, so that what stands under it is checked too.
    """
    body = ["" for _ in lines[:skip]] + list(lines[skip:])
    told: set[int] = set()
    tokens = _tokens(body)
    for _ in range(_MENDS):
        if not _mended(body, tokens, told, found):
            break
        tokens = _tokens(body)
    _tell_inline_html(tokens, found)
    headings = [
        (at, token)
        for at, token in enumerate(tokens)
        if token.type == "heading_open" and _is_heading(token, tokens[at + 1], found, told)
    ]
    return list(_parts(tokens, headings, skip, len(body))), told


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    # Without the inline rules: the words inside a block are kept as they were written.
    return MarkdownIt("commonmark").disable("inline")


def _tokens(lines: list[str]) -> list[Token]:
    return _parser().parse("\n".join(lines))


def _range(token: Token) -> tuple[int, int]:
    first, last = token.map or (0, 0)
    return first, last


# -- what is told, and mended for the rest of the reading ----------------------------------


def _mended(body: list[str], tokens: list[Token], told: set[int], found: Found) -> bool:
    """Tell what hides other things from the reading, and clear it out of the way."""
    changed = False
    for at, token in enumerate(tokens):
        first, last = _range(token)
        if token.type == "html_block":
            _clear_html(body, first, last, told, found)
            changed = True
        elif token.type == "fence" and token.level == 0 and _stays_open(body, token):
            found.add(
                first + 1,
                "open-code-block",
                "a block of code begins here and never ends",
                f"write {token.markup} below it, or take this line out",
            )
            body[first] = ""
            changed = True
        elif token.type == "inline" and tokens[at - 1].type == "paragraph_open":
            for line in range(first, last):
                changed |= _space_put_in(body, line, found) or _bullet_put_in(
                    body, line, told, found
                )
        elif token.type == "code_block" or (token.type == "bullet_list_open" and token.level):
            for line in range(first, last):
                changed |= _pulled_out(body, line, told, found)
    return changed


def _clear_html(body: list[str], first: int, last: int, told: set[int], found: Found) -> None:
    """A comment goes whole; of anything else the words stay, to be read as words."""
    found.add(first + 1, "raw-html", "HTML stands here", "write it in Markdown or in words")
    comment = body[first].lstrip().startswith("<!--") and "-->" in "".join(body[first:last])
    if comment:
        told.update(range(first, last))
    for line in range(first, last):
        body[line] = "" if comment else body[line].replace("<", _LIKE_LESS_THAN)


def _stays_open(body: list[str], fence: Token) -> bool:
    first, last = _range(fence)
    closing = body[last - 1].strip() if last - 1 > first else ""
    return not (closing.startswith(fence.markup) and not closing.strip(fence.markup[0]))


def _space_put_in(body: list[str], line: int, found: Found) -> bool:
    hashes = _NO_SPACE.match(body[line])
    if hashes is None:
        return False
    mended = f"{hashes.group(1)} {body[line][hashes.end() :]}"
    found.add(
        line + 1,
        "no-space",
        f"a heading needs an ordinary space after {hashes.group(1)}",
        f"write {spelt_out(mended)}",
    )
    body[line] = mended
    return True


def _bullet_put_in(body: list[str], line: int, told: set[int], found: Found) -> bool:
    """An option that begins with a sign Word puts there, or without a space."""
    option = _BULLET.fullmatch(body[line])
    if option is None:
        return False
    mended = f"- {option['words']}"
    message = f"an option begins with - and a space, not with {option['bullet']}"
    if option["bullet"] == "-":
        message = f"an option needs an ordinary space after {option['bullet']}"
    found.add(line + 1, "other-bullet", message, f"write {spelt_out(mended)}")
    body[line] = mended
    told.add(line)
    return True


def _pulled_out(body: list[str], line: int, told: set[int], found: Found) -> bool:
    """An option with a tab or many spaces before it, which hide it."""
    option = _PUSHED_IN.fullmatch(body[line])
    if option is None:
        return False
    mended = f"- {option['words']}"
    message = "a tab or spaces stand before this option"
    found.add(line + 1, "pushed-in", message, f"write {spelt_out(mended)} at the line's beginning")
    body[line] = mended
    told.add(line)
    return True


def _tell_inline_html(tokens: list[Token], found: Found) -> None:
    for token in tokens:
        if token.type != "inline" or "<" not in token.content:
            continue
        lines: set[int] = set()
        for html in _HTML.finditer(token.content):
            line = _range(token)[0] + 1 + token.content.count("\n", 0, html.start())
            if line not in lines:
                mend = "write it in Markdown or in words"
                found.add(line, "raw-html", f"HTML stands here: {shown(html.group())}", mend)
            lines.add(line)


def _is_heading(token: Token, inline: Token, found: Found, told: set[int]) -> bool:
    """Whether a heading is one of ours; tells when it isn't written as ours are."""
    first, last = _range(token)
    level = int(token.tag[1:])
    title = shown(inline.content)
    if token.level > 0:
        found.add(
            first + 1,
            "misplaced-heading",
            "a heading stands inside a list or a quotation",
            f"write {'#' * level} at the beginning of the line",
        )
    elif not token.markup.startswith("#"):
        found.add(
            first + 1,
            "underlined-heading",
            "a heading is underlined here, or a line of dashes touches the words above it",
            f"write {'#' * level} {title}, or leave a line empty between them",
        )
        # With a brace it was meant as a heading; without one, as words above a line.
        if "{" in inline.content:
            return True
    elif level > _DEEPEST:
        found.add(
            first + 1,
            "heading-too-deep",
            f"headings have three levels, this one has {level}",
            f"write ### {title}, or make it bold",
        )
    else:
        return True
    told.update(range(first, last))
    return False


# -- the parts -------------------------------------------------------------------------------


def _parts(
    tokens: list[Token], headings: list[tuple[int, Token]], skip: int, end: int
) -> Iterator[Part]:
    ends = [*[_range(token)[0] for _, token in headings], end]
    stops = [*[at for at, _ in headings], len(tokens)]
    yield Part(0, "", skip + 1, skip, ends[0], tuple(_blocks(tokens[: stops[0]])))
    for number, (at, token) in enumerate(headings):
        first, last = _range(token)
        yield Part(
            level=int(token.tag[1:]),
            title=" ".join(tokens[at + 1].content.split()),
            line=first + 1,
            first=last,
            last=ends[number + 1],
            # Open, words and close of the heading itself are three tokens.
            blocks=tuple(_blocks(tokens[at + 3 : stops[number + 1]])),
        )


def _blocks(tokens: list[Token]) -> Iterator[Block]:
    for at, token in enumerate(tokens):
        if token.level > 0 or token.nesting < 0:
            continue
        first, last = _range(token)
        if token.type == "paragraph_open":
            yield Block(first, last, text=tokens[at + 1].content)
        elif token.type in ("bullet_list_open", "ordered_list_open"):
            yield Block(first, last, items=tuple(_items(tokens, at + 1)))
        else:
            yield Block(first, last)


def _items(tokens: list[Token], at: int) -> Iterator[Item]:
    """The items of the list whose inside begins at a position."""
    while tokens[at].level > 0:
        opened = tokens[at]
        inside: list[str] = []
        words = ""
        at += 1
        while tokens[at].level > 1:
            if tokens[at].level == 2 and tokens[at].nesting >= 0:
                if not inside and tokens[at].type == "paragraph_open":
                    words = tokens[at + 1].content
                inside.append(tokens[at].type)
            at += 1
        first, last = _range(opened)
        yield Item(" ".join(words.split()), first, last, inside == ["paragraph_open"])
        # Past the end of this item.
        at += 1
