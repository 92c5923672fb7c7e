"""A bare Textual TextArea with the text of a file. What our editor is measured against."""

from __future__ import annotations

import sys
from pathlib import Path

from textual.app import App, ComposeResult
from textual.widgets import TextArea


class BareEditor(App[None]):
    def compose(self) -> ComposeResult:
        text = Path(sys.argv[1]).read_text(encoding="utf-8")
        area = TextArea(text, soft_wrap=True)
        area.move_cursor(area.document.end)
        yield area


if __name__ == "__main__":
    BareEditor().run()
