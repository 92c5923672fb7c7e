"""Text without anything that could act on a terminal or draw words that are not there.

Used wherever text comes in (typed, pasted, read from a file) and once more wherever it goes out.
"""

from __future__ import annotations

import re

_ACTING = re.compile(
    "["
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 but tab and newline, DEL, C1
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # bidi marks and overrides
    "\u2028\u2029"  # line and paragraph separators
    "\ufeff\ufff9-\ufffb"  # byte order mark, interlinear annotation
    "\U000e0000-\U000e007f"  # tag characters
    "\ud800-\udfff"  # lone surrogates, which cannot be written to a file
    "\ufffe\uffff"  # no characters at all, which no Word document may hold
    "]"
)


def clean(text: str) -> str:
    """`text` without control characters, bidi overrides, tag characters and what is no character.

    Newlines and tabs stay; so do zero-width joiners and combining marks, which names need.
    CR and CRLF become newlines.
    """
    if text.isascii() and text.isprintable():
        return text
    return _ACTING.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def one_line(text: str) -> str:
    """Words from a file or a name as they may stand on one line of a terminal."""
    return clean(text).replace("\n", " ").replace("\t", " ")
