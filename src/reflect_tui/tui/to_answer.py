"""From a note back to an answer in its session, and to words in it; and to the note's buttons."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from textual.app import App
from textual.widgets import TextArea

from reflect_tui.session.values import Day
from reflect_tui.tui.screens.frame import Frame

if TYPE_CHECKING:
    from collections.abc import Callable

    from reflect_tui.session.address import Address
    from reflect_tui.tui.screens.session import SessionScreen
    from reflect_tui.tui.widgets.prompt_block import PromptBlock

_LOOKS, _STEP = 100, 0.02
"""How often, and after how many seconds, it is looked whether an answer stands there."""


def hand_over(app: App[Any], note: Callable[[str], None], by: str) -> None:
    """Make the Word file (`write`) or print (`print`) from the note's page.

    From elsewhere it leads there first: nobody hands over a note that they have not seen.
    """
    from reflect_tui.tui.screens.note import NoteScreen

    screens = app.screen_stack
    if any(isinstance(screen, NoteScreen) for screen in screens):
        while not isinstance(app.screen, NoteScreen):
            app.pop_screen()
        if by == "print":
            app.screen.action_print()
        else:
            app.screen.action_write()
    elif isinstance(app.screen, Frame):
        note(by)


async def to_answer(app: App[Any], screen: SessionScreen, address: Address, words: str) -> None:
    """Show an answer on its page, open, with the caret before these words."""
    while app.screen is not screen and len(app.screen_stack) > 1:
        app.pop_screen()
    screen.go(address.place)
    block = await _standing(screen, address)
    if block is None:
        return
    await block.open()
    await asyncio.sleep(_STEP)
    editor = await _editor(screen, block, words)
    at = editor.text.find(words) if editor is not None else -1
    if editor is None or at < 0:
        return
    before = editor.text[:at]
    editor.focus()
    editor.move_cursor((before.count("\n"), at - (before.rfind("\n") + 1)))


async def _standing(screen: SessionScreen, address: Address) -> PromptBlock | None:
    """The answer, once its page is drawn; None where it doesn't come."""
    from reflect_tui.tui.widgets.prompt_block import PromptBlock

    for _ in range(_LOOKS):
        await asyncio.sleep(_STEP)
        await screen.at_rest()
        for block in screen.query(PromptBlock):
            if block.address == address and block.is_mounted:
                return block
    return None


async def _editor(screen: SessionScreen, block: PromptBlock, words: str) -> TextArea | None:
    """The editor these words stand in; a part of a day is opened first."""
    from reflect_tui.tui.widgets.fields.base import Field

    value = screen.sitting.value(block.address)
    if isinstance(value, Day):
        for moment in value.moments:
            if words in moment.text:
                return await block.query_one(Field).editor_of(moment.part)
    return next((editor for editor in block.query(TextArea) if words in editor.text), None)
