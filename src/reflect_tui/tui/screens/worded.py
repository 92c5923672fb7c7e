"""Look at wording in a session: what may be asked of the answer at hand, only when one asks."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import Binding, BindingType

from reflect_tui.session.address import Address
from reflect_tui.session.course import Page
from reflect_tui.tui.screens.beside import Beside
from reflect_tui.tui.widgets.fields.base import Field
from reflect_tui.tui.widgets.press import Press
from reflect_tui.tui.widgets.prompt_block import PromptBlock
from reflect_tui.tui.widgets.wording_list import WordingList
from reflect_tui.tui.widgets.wording_panel import WordingPanel
from reflect_tui.tui.written import all_written

if TYPE_CHECKING:
    from reflect_tui.session.wording import Question, Until

_LOOKS, _STEP = 100, 0.02
"""How often, and after how many seconds, it is looked whether an answer stands open."""


class Worded(Beside):
    """Lists the questions beside the page, or as a page of its own; never changes a word."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+o", "wording", "Look at wording", id="wording", priority=True),
    ]

    @on(Press.Pressed, "#look-at-wording")
    def _asked_for(self, event: Press.Pressed) -> None:
        event.stop()
        self.action_wording()

    @work(group="wording", exclusive=True)
    async def action_wording(self) -> None:
        """Look at the wording of the answer one is at."""
        await all_written(self)
        block = self._at_hand()
        if block is None:
            words = "Go to an answer first: it is its wording that is looked at."
            self.notify(words, markup=False, timeout=4)
        elif not self.has_room:
            self._on_a_page(block.address)
        elif isinstance(self._panel, WordingPanel):
            await self._panel.show(self._listed(block.address), block.address)
        else:
            self.open_beside(WordingPanel(self._listed(block.address), block.address))

    def _at_hand(self) -> PromptBlock | None:
        """The answer one is at; else the one that is open."""
        opened = [block for block in self.query(PromptBlock) if block.is_open]
        here = self.focused
        inside = [block for block in opened if here is not None and block in here.ancestors]
        return next(iter([*inside, *opened]), None)

    def _listed(self, address: Address) -> WordingList:
        """What is asked of an answer as it stands now."""
        # Here, because opening a session needs no rule about wording.
        from reflect_tui.session.at_words import look_at_words

        world = self.world
        looked = look_at_words(
            self.sitting, address, world.shelf().hints, world.settings, world.dismissed()
        )
        return WordingList(self.sitting.prompt(address).title, looked)

    def _on_a_page(self, address: Address) -> None:
        """The same as a page of its own, and from there to the words one chose."""
        from reflect_tui.tui.screens.wording import WordingScreen

        screen = WordingScreen(
            self.world, lambda: self._listed(address), let_be=self._let_be_question
        )

        def chosen(question: Question | None) -> None:
            if question is not None:
                self._go_to_words(address, question)

        self.app.push_screen(screen, chosen)

    # -- what a person does with a question ------------------------------------------------

    @on(WordingList.Chosen)
    def _question_chosen(self, event: WordingList.Chosen) -> None:
        event.stop()
        if isinstance(self._panel, WordingPanel):
            self._go_to_words(self._panel.address, event.question)

    @work(group="wording", exclusive=True)
    async def _go_to_words(self, address: Address, question: Question) -> None:
        await self._to_words(address, question)

    async def _to_words(self, address: Address, question: Question) -> None:
        """Put the caret before the words; nothing is selected, so no key takes them away."""
        block = next((b for b in self.query(PromptBlock) if b.address == address), None)
        if block is None:
            return
        await self._opened_again(block)
        editor = await block.query_one(Field).editor_of(question.part)
        if editor is None:
            self.notify("Those words can't be changed here.", markup=False, timeout=4)
            return
        text = editor.text
        at = question.start
        if text[at : question.end] != question.text:
            # Something was written before them meanwhile.
            at = text.find(question.text)
        if at < 0:
            self.notify("Those words don't stand there any more.", markup=False, timeout=4)
            return
        before = text[:at]
        row, column = before.count("\n"), at - (before.rfind("\n") + 1)
        editor.focus()
        editor.move_cursor((row, column))

    async def _opened_again(self, block: PromptBlock) -> None:
        """Open an answer, as a click on it does, and return once its field stands there."""
        if block.is_open:
            return
        block.post_message(PromptBlock.Opened(block))
        for _ in range(_LOOKS):
            await asyncio.sleep(_STEP)
            if block.query(Field):
                return

    @on(WordingList.LetBe)
    async def _lets_be(self, event: WordingList.LetBe) -> None:
        event.stop()
        self._let_be_question(event.question, event.until)
        panel = self._panel
        if isinstance(panel, WordingPanel):
            within = self.focused is not None and panel in self.focused.ancestors
            await panel.show(self._listed(panel.address), panel.address)
            if within:
                panel.enter()

    def _let_be_question(self, question: Question, until: Until) -> None:
        from reflect_tui.tui.letting_be import let_be

        error = let_be(self.world, question, until)
        if error is not None:
            self.say(error)

    # -- going on ---------------------------------------------------------------------------

    def follow(self, page: Page) -> None:
        """Another page has other answers: nothing of it is asked until somebody asks."""
        super().follow(page)
        if isinstance(self._panel, WordingPanel) and not self._panel.is_on(page):
            self.shut_beside()
