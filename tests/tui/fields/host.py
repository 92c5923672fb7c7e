"""An app that holds one field, as a page does, and remembers what the field said."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from textual import on
from textual.app import App, ComposeResult
from textual.containers import VerticalScroll
from textual.pilot import Pilot
from textual.widget import Widget

from reflect_tui.practice.exercise import Kind, Option, Prompt, Service, Way
from reflect_tui.session.values import Value
from reflect_tui.tui.themes import INK
from reflect_tui.tui.widgets.fields import FIELDS, Field
from reflect_tui.tui.widgets.press import Press

OPTIONS = (Option("ours", "Ours"), Option("record", "An old record's"), Option("theirs", "Theirs"))
WIDE = (120, 40)
SMALL = (76, 30)


def a_prompt(kind: Kind, **more: Any) -> Prompt:
    """A prompt of a kind, with options where its kind has some."""
    if kind in (Kind.CHOOSE, Kind.CHOOSE_MANY, Kind.DAY):
        more.setdefault("options", OPTIONS)
    if kind is Kind.CONTRAST:
        more.setdefault("left", "As we say it now")
        more.setdefault("right", "With one thing changed")
    return Prompt("p", "What words are being used?", kind, **more)


class Host(App[None]):
    """A page with a field on it, and a button below, as Next is."""

    ENABLE_COMMAND_PALETTE = False
    COMMAND_PALETTE_BINDING = "f24"

    def __init__(self, *widgets: Widget) -> None:
        super().__init__()
        self._parts = widgets
        self.register_theme(INK)
        self.theme = INK.name
        self.values: list[Value] = []
        self.quit_by_text = False

    def compose(self) -> ComposeResult:
        with VerticalScroll(can_focus=False):
            yield from self._parts
            yield Press("Next", id="next")

    def on_mount(self) -> None:
        for field in self.query(Field):
            field.focus_first()

    @on(Field.Changed)
    def _said(self, event: Field.Changed) -> None:
        self.values.append(event.value)

    async def action_quit(self) -> None:
        self.quit_by_text = True

    @property
    def value(self) -> Value:
        """What the field last said."""
        return self.values[-1]


def a_field(
    prompt: Prompt, value: Value | None = None, *, way: Way = Way.ONE_TO_ONE, **more: Any
) -> Field:
    """The field of a prompt's kind."""
    return FIELDS[prompt.kind](prompt, value, service=Service.CHILDREN, way=way, **more)


@asynccontextmanager
async def shown(*widgets: Widget, size: tuple[int, int] = WIDE) -> AsyncIterator[Pilot[None]]:
    """The widgets on a page, ready to act on."""
    async with Host(*widgets).run_test(size=size) as pilot:
        await pilot.pause()
        yield pilot


def host(pilot: Pilot[None]) -> Host:
    """The app a pilot steers."""
    assert isinstance(pilot.app, Host)
    return pilot.app


async def typed(pilot: Pilot[None], text: str) -> None:
    """Type as a person does, a key at a time."""
    names = {" ": "space", "\n": "enter"}
    await pilot.press(*(names.get(letter, letter) for letter in text))
    await pilot.pause()


def drawn(pilot: Pilot[None]) -> str:
    """The screen as text."""
    compositor = pilot.app.screen._compositor
    lines = compositor.render_strips()
    return "\n".join("".join(segment.text for segment in line).rstrip() for line in lines)


async def click_on(pilot: Pilot[None], words: str) -> None:
    """Click where some words stand on the screen."""
    await pilot.pause()
    for y, line in enumerate(drawn(pilot).splitlines()):
        x = line.find(words)
        if x >= 0:
            await pilot.click(offset=(x + 1, y))
            await pilot.pause()
            return
    raise AssertionError(f"{words!r} is not on the screen:\n{drawn(pilot)}")
