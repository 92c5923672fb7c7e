"""One stage as a page: its title and clause, its guidance, and its prompts."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual import on
from textual.containers import VerticalScroll
from textual.timer import Timer
from textual.widget import Widget

from reflect_tui.practice.exercise import Kind, Prompt, Shape, Way
from reflect_tui.session.address import Address
from reflect_tui.session.agreed import AgreedAction
from reflect_tui.session.board import picks
from reflect_tui.session.course import Page
from reflect_tui.session.ledger import earlier_left, line_here
from reflect_tui.session.model import Session
from reflect_tui.tui.reveal import reveal_from
from reflect_tui.tui.widgets.board_panel import BoardPage
from reflect_tui.tui.widgets.covered import CoveredBlock
from reflect_tui.tui.widgets.fields.round import TurnEditor
from reflect_tui.tui.widgets.ledger import Ledger
from reflect_tui.tui.widgets.page_parts import foot, head, pictures
from reflect_tui.tui.widgets.prompt_block import PromptBlock

_PAUSE = 0.6
"""Seconds after a letter until the line of its entry is drawn anew."""


class StagePage(VerticalScroll, can_focus=False):
    """The page one is at; the prompt one is at is open, the others stand as text.

    On a card, under a board, and in a group they stand as one line each: one question at a time.
    """

    def __init__(self, *, beside: Callable[[], Widget], id: str | None = None) -> None:
        """`beside` makes what stands beside a question that may not be able to wait."""
        super().__init__(id=id)
        self._beside = beside
        self.covered: frozenset[Address] = frozenset()
        """Where something stands that may not be drawn while somebody else is here."""
        self.carried: Sequence[AgreedAction] = ()
        """What earlier sessions agreed, as far as it may be drawn now."""
        self._page: Page | None = None
        self._session: Session | None = None
        self._soon: Timer | None = None
        self._card = ""
        """The card somebody was at last: the board opens there again."""

    async def show(self, page: Page, session: Session) -> None:
        """Draw a page from its top, with its first prompt open."""
        if page.stage.shape is Shape.CARD:
            self._card = page.stage.id
        self._page = page
        blocks = [
            CoveredBlock(prompt, page.address(prompt))
            if page.address(prompt) in self.covered
            else self._block(page, prompt, session)
            for prompt in _asked(page)
        ]
        parts = [*head(page, session), *pictures(page, session, self._card), *blocks, *foot(page)]
        async with self.batch():
            await self.remove_children()
            await self.mount_all(parts)
        boards = self.query(BoardPage)
        if boards:
            boards.first().begin()
        elif blocks and isinstance(blocks[0], PromptBlock):
            await blocks[0].open()
        self.scroll_home(animate=False)

    @property
    def turn(self) -> str:
        """What stands in somebody's turn of a round and is not added yet."""
        return "".join(turn.text.strip() for turn in self.query(TurnEditor))

    def take(self, session: Session) -> None:
        """Hand every prompt what is written to it now."""
        for block in self.query(PromptBlock):
            block.take(session.response(block.address), session)
        for board in self.query(BoardPage):
            board.take(session)
        if self._page is not None and self.query(Ledger):
            # Not while somebody types: two texts are compared for it.
            self._soon = self._soon or self.set_timer(_PAUSE, self._take_line)
        self._session = session

    def _take_line(self) -> None:
        self._soon = None
        for entries in self.query(Ledger):
            if self._page is not None and self._session is not None:
                entries.take(line_here(self._page, self._session))

    async def fit(self, page: Page, session: Session) -> None:
        """Add prompts whose condition holds now, and take away those whose doesn't."""
        there = {block.prompt.id: block for block in self.query(PromptBlock)}
        asked = [prompt for prompt in _asked(page) if page.address(prompt) not in self.covered]
        wanted = [prompt.id for prompt in asked]
        if list(there) == wanted:
            return
        for prompt_id, block in there.items():
            if prompt_id not in wanted:
                await block.remove()
        before: PromptBlock | None = None
        for prompt in asked:
            if prompt.id not in there:
                there[prompt.id] = self._block(page, prompt, session)
                await self.mount(there[prompt.id], after=before)
                if prompt.risk or session.way is Way.GROUP:
                    # It came because of what was chosen just now, and it may not be able to wait;
                    # in a group all of them read along.
                    self.call_after_refresh(there[prompt.id].scroll_visible, animate=False)
            before = there[prompt.id]

    @on(PromptBlock.Opened)
    async def _opened(self, event: PromptBlock.Opened) -> None:
        """One prompt at a time is open, and one where somebody's turn is not added yet."""
        await event.block.open()
        for block in self.query(PromptBlock):
            under_way = any(turn.text.strip() for turn in block.query(TurnEditor))
            if block is not event.block and not under_way:
                await block.close()
        focused = self.screen.focused
        if focused is not None and event.block in focused.ancestors:
            # What closed above takes fewer lines now, and everything moved up.
            self.call_after_refresh(self.call_after_refresh, reveal_from, event.block, focused)

    def _block(self, page: Page, prompt: Prompt, session: Session) -> PromptBlock:
        address = page.address(prompt)
        block = PromptBlock(
            prompt,
            address,
            way=session.way,
            service=session.service,
            folded=session.way is Way.GROUP or page.stage.shape in (Shape.CARD, Shape.BOARD),
            beside=self._beside if prompt.risk else None,
            carried=self.carried,
            earlier=earlier_left(page, session, prompt) if prompt.kind is Kind.CONTRAST else "",
        )
        block.take(session.response(address), session)
        return block


def _asked(page: Page) -> tuple[Prompt, ...]:
    """The prompts that stand on the page by themselves: a board's picks stand beside its cards."""
    picking = picks(page.stage) if page.stage.shape is Shape.BOARD else ()
    return tuple(prompt for prompt in page.prompts if prompt not in picking)
