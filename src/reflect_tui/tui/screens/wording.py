"""Look at wording as a page of its own, where a window has no room beside the session's page."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult

from reflect_tui.session.wording import Question, Until
from reflect_tui.tui.screens.frame import Frame
from reflect_tui.tui.widgets.press import Press
from reflect_tui.tui.widgets.wording_list import WordingList
from reflect_tui.tui.world import World


class WordingScreen(Frame[Question]):
    """The questions about one answer; choosing one leads back to its words."""

    CSS = """
    WordingScreen {
        .wording { max-width: 84; }
        #back { margin: 1 0; }
    }
    """
    TITLE_LINE: ClassVar[str] = "Look at wording"
    AUTO_FOCUS: ClassVar[str | None] = ".wording Line, #back"
    FOOT: ClassVar[str] = "Up and Down move · Enter goes to the words · F1 help · Esc back"
    HELP_TEXT: ClassVar[str] = (
        "These are questions about the words of the answer you were at, each with the number of "
        "the standard it comes from. They ask; they never correct, and nothing changes a word.\n\n"
        "Enter, or a click, leads back to the words a question is about. Below it you can let it "
        "be: this time, in this session, or for good. Settings has a list of those let be for "
        "good, to ask them again."
    )

    def __init__(
        self,
        world: World,
        look: Callable[[], WordingList],
        *,
        let_be: Callable[[Question, Until], None],
    ) -> None:
        """`look` lists what is asked now; `let_be` keeps a question from being asked."""
        super().__init__(world)
        self._look = look
        self._let_be = let_be

    def body(self) -> ComposeResult:
        """The questions, and the way back."""
        yield self._look()
        yield Press("Back", id="back")

    @on(WordingList.Chosen)
    def _chosen(self, event: WordingList.Chosen) -> None:
        event.stop()
        if self.is_current:
            self.dismiss(event.question)

    @on(WordingList.LetBe)
    async def _lets_be(self, event: WordingList.LetBe) -> None:
        event.stop()
        self._let_be(event.question, event.until)
        listed = self._look()
        async with self.batch():
            await self.query_one(WordingList).remove()
            await self.mount(listed, before="#back")
        if not listed.enter():
            self.query_one("#back").focus()

    @on(Press.Pressed, "#back")
    def _back(self) -> None:
        self.action_leave()
