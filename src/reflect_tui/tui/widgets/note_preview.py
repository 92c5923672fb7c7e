"""A note as it will read: the whole of it, or one section by itself."""

from __future__ import annotations

from dataclasses import replace

from markdown_it import MarkdownIt
from textual import work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Markdown, Static

from reflect_tui.notes.document import Block, Document, Heading
from reflect_tui.notes.markdown import to_markdown
from reflect_tui.notes.text import to_text
from reflect_tui.tui.content import said
from reflect_tui.tui.widgets.press import Press

TOP = "At the top"
"""What stands before the first heading."""
_LONG = 1_200
"""Lines from which on a note stands there as plain text: laid out, a thousand paragraphs take
seconds and ten thousand minutes, in which nothing else can be done."""


def sections(document: Document) -> dict[str, Document]:
    """Each section of a note as a note of its own, by its heading, in order."""
    found: dict[str, list[Block]] = {TOP: []}
    title = TOP
    for block in document.blocks:
        if isinstance(block, Heading):
            title = block.text
            found.setdefault(title, [])
        else:
            found[title].append(block)
    return {
        title: replace(document, title=title, blocks=tuple(blocks))
        for title, blocks in found.items()
        if blocks
    }


def _parser() -> MarkdownIt:
    """Markdown as a note is written: no HTML, and nothing becomes a link by itself."""
    return MarkdownIt("commonmark", {"html": False}).enable("table")


class NotePreview(Vertical):
    """The note, scrolled with the arrows or the wheel; above it, which part of it stands there."""

    DEFAULT_CSS = """
    NotePreview {
        height: 1fr; max-width: 96;
        #which { height: 1; margin-bottom: 1; padding-left: 2; }
        #which Press { margin-right: 1; }
        #part { width: 1fr; color: $muted; }
        #preview {
            height: 1fr; padding: 0 2 0 3; border-left: solid $line;
            &:focus { border-left: solid $accent; }
        }
        #nothing { height: auto; color: $muted; max-width: 64; }

        Markdown { padding: 0; color: $text-main; }
        MarkdownH1 {
            content-align: left middle; color: $text-main; text-style: bold; margin: 0 0 1 0;
        }
        MarkdownH2 { color: $accent; text-style: bold; margin: 1 0 1 0; }
        MarkdownBullet { color: $muted; }
        MarkdownBlockQuote {
            background: transparent; border-left: solid $second; margin: 0 0 1 0;
        }
        MarkdownTable { background: transparent; }
        MarkdownTableContent { keyline: none; grid-gutter: 0 1; grid-columns: 24 1fr; }
        MarkdownTableContent > .cell { padding: 0; }
        MarkdownTableContent > .header { display: none; }
    }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._document = Document("", (), empty=True)
        self.only = ""
        """The heading of the section that stands there by itself, or empty."""

    def compose(self) -> ComposeResult:
        """Which part, and the words."""
        with Horizontal(id="which"):
            yield Press("Sections", id="sections", classes="-second")
            yield Static(Content(""), id="part")
        with VerticalScroll(id="preview"):
            yield Markdown(parser_factory=_parser, open_links=False, id="note")
            yield Static(Content(""), id="long")
            yield Static(Content(""), id="nothing")

    def show(self, document: Document, nothing: str) -> None:
        """Draw a note; `nothing` is said where it has nothing in it."""
        self._document = document
        self.query_one("#nothing", Static).update(said(nothing))
        self._draw()

    def show_only(self, section: str) -> None:
        """One section by itself, or with nothing named all of it."""
        self.only = section
        self.query_one("#preview").scroll_home(animate=False)
        self._draw()

    @work(exclusive=True, group="note")
    async def _draw(self) -> None:
        if not self.query("#note"):
            return  # somebody left meanwhile
        document = self._document
        part = sections(document).get(self.only) if self.only else None
        if part is None:
            self.only = ""
        laid_out = to_markdown(part or document)
        long = laid_out.count("\n") > _LONG
        which = f"{self.only}, by itself" if self.only else "The note as it will read"
        self.query_one("#part", Static).update(said(f"{which}, as plain text" if long else which))
        self.query_one("#nothing").display = document.empty
        self.query_one("#note").display = not (document.empty or long)
        self.query_one("#long").display = long and not document.empty
        self.query_one("#which").display = not document.empty
        self.query_one("#long", Static).update(said(to_text(part or document) if long else ""))
        await self.query_one("#note", Markdown).update("" if long else laid_out)
