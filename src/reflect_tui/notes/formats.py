"""The formats a note can be handed over in; each one's module is imported only when asked for."""

from __future__ import annotations

from enum import StrEnum
from typing import assert_never

from reflect_tui.errors import ReflectError
from reflect_tui.notes.document import Document


class Format(StrEnum):
    """What a note can be written as."""

    WORD = "word"
    MARKDOWN = "markdown"
    WEB = "web page"
    TEXT = "plain text"

    @property
    def key(self) -> str:
        """One word for a command or a setting: word, markdown, web, text."""
        return self.name.lower()

    @property
    def suffix(self) -> str:
        """How a file of this format ends."""
        return _SUFFIX[self]

    @property
    def words(self) -> str:
        """What a person chooses by."""
        return _WORDS[self]

    @property
    def use(self) -> str:
        """What it is good for, in a short sentence."""
        return _USE[self]


_SUFFIX = {
    Format.WORD: ".docx",
    Format.MARKDOWN: ".md",
    Format.WEB: ".html",
    Format.TEXT: ".txt",
}
_WORDS = {
    Format.WORD: "Word document",
    Format.MARKDOWN: "Markdown",
    Format.WEB: "Web page",
    Format.TEXT: "Plain text",
}
_USE = {
    Format.WORD: "Opens in Word and in LibreOffice.",
    Format.MARKDOWN: "Text with a few marks; opens anywhere.",
    Format.WEB: "Opens in any browser, and in Word; prints well.",
    Format.TEXT: "For a system that takes nothing else.",
}


def rendered(document: Document, fmt: Format) -> bytes:
    """The whole note as the bytes of a file.

    Raises ReflectError when what makes a Word document is not installed.
    """
    match fmt:
        case Format.MARKDOWN:
            from reflect_tui.notes.markdown import to_markdown

            return to_markdown(document).encode()
        case Format.WEB:
            from reflect_tui.notes.html import to_html

            return to_html(document).encode()
        case Format.TEXT:
            from reflect_tui.notes.text import to_text

            return to_text(document).encode()
        case Format.WORD:
            try:
                from reflect_tui.notes.docx import to_docx
            except ImportError as error:
                raise ReflectError(
                    "A Word document needs python-docx, which is not installed here",
                    do="Choose a web page, which Word opens as well, or Markdown.",
                ) from error

            return to_docx(document)
        case _:
            assert_never(fmt)
