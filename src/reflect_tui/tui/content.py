"""The one way text gets into a widget: as `Content`, which is drawn and never acted on.

Textual reads a plain string as markup on most of its surfaces, so that a typed `[/]` would crash
and a typed `[@click=…]` would act.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from reflect_tui.clean import clean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token


def said(text: str, style: str = "") -> Content:
    """Anybody's text, to be drawn as it stands."""
    made = Content(clean(text))
    return made.stylize(style) if style else made


def join(*parts: Content | str) -> Content:
    """Several pieces as one; a plain string is drawn as it stands."""
    return Content("").join(said(part) if isinstance(part, str) else part for part in parts)


def prose(markdown: str) -> Content:
    """Guidance or help from an exercise: paragraphs, lists, quotes, emphasis. Links are words."""
    from markdown_it import MarkdownIt

    tokens = MarkdownIt("commonmark", {"html": False}).parse(clean(markdown))
    return _blocks(tokens)


def _blocks(tokens: Sequence[Token]) -> Content:
    """Blocks with a blank line between paragraphs and none between the items of a list."""
    pieces: list[Content] = []
    lists: list[int | None] = []
    lead = ""
    for token in tokens:
        if token.type == "bullet_list_open":
            lists.append(None)
        elif token.type == "ordered_list_open":
            lists.append(int(token.attrGet("start") or 1))
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            lists.pop()
        elif token.type == "list_item_open":
            number = lists[-1]
            lead = "  " * (len(lists) - 1) + ("· " if number is None else f"{number}. ")
            if number is not None:
                lists[-1] = number + 1
        elif token.type == "blockquote_open":
            lead = "  "
        elif token.type in ("inline", "fence", "code_block"):
            words = _inline(token.children) if token.children else said(token.content.rstrip())
            between = "" if not pieces else ("\n" if lists and lead else "\n\n")
            pieces.append(join(between, lead, words))
            lead = ""
    return join(*pieces)


def _inline(tokens: Sequence[Token]) -> Content:
    """Words with emphasis; a soft break is a space, an image its alternative text."""
    pieces: list[Content] = []
    bold = italic = 0
    for token in tokens:
        bold += {"strong_open": 1, "strong_close": -1}.get(token.type, 0)
        italic += {"em_open": 1, "em_close": -1}.get(token.type, 0)
        text = {"softbreak": " ", "hardbreak": "\n"}.get(token.type, token.content)
        if text:
            style = " ".join(name for name, on in (("bold", bold), ("italic", italic)) if on)
            pieces.append(said(text, style))
    return join(*pieces)
