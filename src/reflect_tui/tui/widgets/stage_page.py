"""One stage as a page: its title and clause, its guidance, and its prompts."""

from __future__ import annotations

from textual import on
from textual.containers import Horizontal, VerticalScroll
from textual.widget import Widget
from textual.widgets import Static

from reflect_tui.session.course import Page
from reflect_tui.session.gathering import gathered
from reflect_tui.session.model import Session
from reflect_tui.tui.content import join, prose, said
from reflect_tui.tui.widgets.fields.round import TurnEditor
from reflect_tui.tui.widgets.outline import short_title
from reflect_tui.tui.widgets.prompt_block import PromptBlock


def clause_words(page: Page) -> str:
    """The clauses behind a page, as they are cited."""
    clauses = page.stage.clauses or page.exercise.clauses[:2]
    if not clauses:
        return ""
    return f"standard{'s' if len(clauses) > 1 else ''} {', '.join(clauses)}"


class StagePage(VerticalScroll, can_focus=False):
    """The page one is at; the prompt one is at is open, the others stand as text."""

    async def show(self, page: Page, session: Session) -> None:
        """Draw a page from its top, with its first prompt open."""
        parts: list[Widget] = [
            Horizontal(
                Static(said(short_title(page, session)), id="stage-title"),
                Static(said(clause_words(page)), id="stage-clauses"),
                id="stage-head",
            )
        ]
        if page.exercise.stages[0].id == page.stage.id and page.exercise.introduction:
            parts.append(Static(prose(page.exercise.introduction), id="introduction"))
        if page.stage.guidance:
            parts.append(Static(prose(page.stage.guidance), id="guidance"))
        if page.exercise.standing:
            parts.append(Static(said(page.exercise.standing), id="standing"))
        for group in gathered(page, session):
            names = "\n".join(item.name for item in group.items) or "–"
            parts.append(
                Static(join(said(f"{group.title}\n", "bold"), said(names)), classes="group")
            )
        blocks = [_block(page, number, session) for number in range(len(page.prompts))]
        async with self.batch():
            await self.remove_children()
            await self.mount_all([*parts, *blocks])
        if blocks:
            await blocks[0].open()
        self.scroll_home(animate=False)

    @property
    def turn(self) -> str:
        """What stands in somebody's turn of a round and is not added yet."""
        return "".join(turn.text.strip() for turn in self.query(TurnEditor))

    def take(self, session: Session) -> None:
        """Hand every prompt what is written to it now."""
        for block in self.query(PromptBlock):
            block.take(session.response(block.address), session.actions)

    async def fit(self, page: Page, session: Session) -> None:
        """Add prompts whose condition holds now, and take away those whose doesn't."""
        there = {block.prompt.id: block for block in self.query(PromptBlock)}
        wanted = [prompt.id for prompt in page.prompts]
        if list(there) == wanted:
            return
        for prompt_id, block in there.items():
            if prompt_id not in wanted:
                await block.remove()
        before: PromptBlock | None = None
        for number, prompt in enumerate(page.prompts):
            if prompt.id not in there:
                there[prompt.id] = _block(page, number, session)
                await self.mount(there[prompt.id], after=before)
            before = there[prompt.id]

    @on(PromptBlock.Opened)
    async def _opened(self, event: PromptBlock.Opened) -> None:
        """One prompt at a time is open, and one where somebody's turn is not added yet."""
        await event.block.open()
        for block in self.query(PromptBlock):
            under_way = any(turn.text.strip() for turn in block.query(TurnEditor))
            if block is not event.block and not under_way:
                await block.close()


def _block(page: Page, number: int, session: Session) -> PromptBlock:
    prompt = page.prompts[number]
    address = page.address(prompt)
    block = PromptBlock(prompt, address, way=session.way, service=session.service)
    block.take(session.response(address), session.actions)
    return block
