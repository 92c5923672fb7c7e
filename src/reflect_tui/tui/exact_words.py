"""The words of the answer one is at: to be copied for the record, and taken out of here after."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.widgets.text_area import Selection

from reflect_tui.practice.exercise import Kind
from reflect_tui.tui.written import all_written

if TYPE_CHECKING:
    from reflect_tui.tui.screens.session import SessionScreen
    from reflect_tui.tui.widgets.editor import Editor
    from reflect_tui.tui.widgets.prompt_block import PromptBlock

_WRITTEN = (Kind.TEXT, Kind.LINE, Kind.CONTRAST, Kind.DAY, Kind.AGREED)
"""What somebody's words are written to; a turn of a round stays unseen until it is added."""


@dataclass(frozen=True, slots=True)
class ExactWords:
    """What the risk card is handed: the words, and a way to take them out."""

    fetch: Callable[[], Awaitable[str]]
    """What is selected, or the whole answer, once all that was typed is written; may be empty."""
    take_out: Callable[[], Awaitable[bool]]
    """Take out of the answer what was fetched last; whether it still stood there."""


def words_at_hand(screen: SessionScreen) -> ExactWords | None:
    """The words of the answer somebody is at in a session; None where they are at none."""
    block = _block(screen)
    if block is None or block.editor is None:
        return None
    at_hand = _AtHand(screen, block, block.editor)
    return ExactWords(at_hand.fetch, at_hand.take_out)


def _block(screen: SessionScreen) -> PromptBlock | None:
    from reflect_tui.tui.widgets.prompt_block import PromptBlock

    opened = [
        block
        for block in screen.query(PromptBlock)
        if block.prompt.kind in _WRITTEN and block.editor is not None and block.editor.is_attached
    ]
    here = screen.focused
    inside = [block for block in opened if here is not None and block in here.ancestors]
    return next(iter([*inside, *opened]), None)


class _AtHand:
    """One editor of one answer, while another screen is laid over it."""

    def __init__(self, screen: SessionScreen, block: PromptBlock, editor: Editor) -> None:
        self._screen = screen
        self._sitting = screen.sitting
        self._block = block
        self._editor = editor
        self._fetched = ""
        self._span = editor.selection

    async def _arrived(self) -> None:
        """Once what was typed in the same breath has reached the sitting."""
        queues = [node for node in self._editor.ancestors_with_self if node is not self._editor.app]
        await all_written(self._screen, *queues)

    async def fetch(self) -> str:
        """See `ExactWords.fetch`."""
        if not self._editor.is_attached:
            return ""
        await self._arrived()
        if not self._is_written():
            return ""
        editor = self._editor
        whole = Selection((0, 0), editor.document.end)
        self._span = editor.selection if editor.selected_text.strip() else whole
        self._fetched = editor.get_text_range(*self._span)
        return self._fetched

    def _is_written(self) -> bool:
        """Whether anything is kept of the answer; of what was agreed before no response is."""
        session = self._sitting.session
        if self._block.prompt.kind is Kind.AGREED:
            return bool(session.endings)
        return session.response(self._block.address) is not None

    async def take_out(self) -> bool:
        """See `ExactWords.take_out`; what goes is one step that can be taken back by itself."""
        editor = self._editor
        if not editor.is_attached or editor.get_text_range(*self._span) != self._fetched:
            return False
        self._sitting.settle()
        editor.replace("", *self._span, maintain_selection_offset=False)
        await self._arrived()
        self._sitting.settle()
        # The editor shows it already: the page need not be drawn anew, and the caret stays.
        self._screen.on_screen_suspend()
        return True
