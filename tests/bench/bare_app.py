"""The least a Textual program can be: one line painted. What our start is measured against."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import Static


class Bare(App[None]):
    def compose(self) -> ComposeResult:
        yield Static("A bare line")


if __name__ == "__main__":
    Bare().run()
