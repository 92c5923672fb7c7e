"""A session: one stage a page, its prompts, and the way on. Holds no state but where focus is."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.events import DescendantBlur, Resize
from textual.widgets import Static

from reflect_tui.errors import ReflectError
from reflect_tui.practice.exercise import Shape
from reflect_tui.session.address import Place
from reflect_tui.session.course import Page, entry_name
from reflect_tui.session.sitting import Sitting
from reflect_tui.tui.content import join, prose, said
from reflect_tui.tui.screens.frame import Frame
from reflect_tui.tui.widgets.fields.actions import ActionsField
from reflect_tui.tui.widgets.outline import Outline
from reflect_tui.tui.widgets.press import Press
from reflect_tui.tui.widgets.prompt_block import PromptBlock
from reflect_tui.tui.words import SERVICE_WORDS, WAY_WORDS
from reflect_tui.tui.world import World


class SessionScreen(Frame[None]):
    """The course of a sitting, page by page."""

    CSS_PATH = "../styles/session.tcss"
    AUTO_FOCUS = None
    FOOT = "Tab move · Ctrl+N next · Ctrl+G all the steps · F1 help · Ctrl+P everything · Esc home"
    HELP_TEXT = (
        "This is one step of your session. Read what stands at the top, then write where you are "
        "invited to, or leave it blank: blank is a fine answer.\n\n"
        "Next, under the text, goes on. Back returns. All the steps lets you go anywhere.\n\n"
        "Everything you write is kept by itself about a second after you stop typing. "
        "You can close the window at any moment and go on later.\n\n"
        "What you write stays here until you move it into the note: choose “In the note” under "
        "the answer. You see the whole note before anything is handed over."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+n,f4", "next", "Next step", id="next", priority=True),
        Binding("f3", "back", "Back a step", id="back"),
        Binding("ctrl+g,f2", "steps", "All the steps", id="steps", priority=True),
        Binding("ctrl+r", "note", "The note as it stands", id="note", priority=True),
        Binding("f5", "standard", "The standard behind this step", id="standard"),
        Binding("ctrl+s", "kept", "Say when it was last kept", id="kept", priority=True),
        Binding("f7", "undo", "Take back the last thing", id="take-back"),
    ]

    def __init__(
        self,
        world: World,
        sitting: Sitting,
        *,
        hurry: Callable[[], None],
        to_note: Callable[[], None],
        to_steps: Callable[[], None],
        to_standard: Callable[[Page], None],
        home: Callable[[], None],
    ) -> None:
        super().__init__(world)
        self.sitting = sitting
        self._hurry = hurry
        self._to_note = to_note
        self._to_steps = to_steps
        self._to_standard = to_standard
        self._home = home
        self._began = world.now()
        self._kept = ""

    # -- drawing --------------------------------------------------------------------------

    def body(self) -> ComposeResult:
        """The steps at the left; the page and the way on at the right."""
        with Horizontal():
            with VerticalScroll(id="steps-column", can_focus=False):
                yield Outline(id="outline")
            with Vertical(id="page-column"):
                yield Press("All the steps", id="fold", classes="-quiet")
                yield VerticalScroll(id="page", can_focus=False)
                with Horizontal(id="turns"):
                    yield Press("Next", id="next", classes="-main")
                    yield Press("Back", id="go-back")
                    yield Press("Another", id="another")
                    yield Press("The note", id="to-note")

    def on_mount(self) -> None:
        """Show where the session was left."""
        self._say_where()
        if self.world.settings.clock:
            self.set_interval(30, self._say_where)
        self.show_page()

    def on_resize(self, event: Resize) -> None:
        """Save lines in a low window."""
        super().on_resize(event)
        self.set_class(event.size.height < 30, "-short-window")

    def _say_where(self) -> None:
        session = self.sitting.session
        parts = [session.brought, WAY_WORDS[session.way], SERVICE_WORDS[session.service]]
        if self.world.settings.clock:
            gone = int((self.world.now() - self._began).total_seconds() // 60)
            parts.append(f"{gone} min")
        self.bar.say(said(" · ".join(part for part in parts if part), "$muted"))

    def show_kept(self, words: str, *, trouble: bool = False) -> None:
        """Say when it was kept, or that it was not."""
        self._kept = words
        self.bar.kept(words, trouble=trouble)

    @work(exclusive=True, group="page")
    async def show_page(self) -> None:
        """Draw the page one is at."""
        page = self.sitting.here
        if page is None:
            return
        session = self.sitting.session
        place = page.place
        name = entry_name(session, page.exercise, place) if place.entry else ""
        title = f"{page.stage.title}: {name}" if name else page.stage.title
        clauses = page.stage.clauses or page.exercise.clauses[:2]
        head = Horizontal(
            Static(said(title), id="stage-title"),
            Static(said(self._standard_words(clauses), "$second"), id="stage-clauses"),
            id="stage-head",
        )
        parts: list[Horizontal | Static | PromptBlock] = [head]
        if self._is_first(page) and page.exercise.introduction:
            parts.append(Static(prose(page.exercise.introduction), id="introduction"))
        if page.stage.guidance:
            parts.append(Static(prose(page.stage.guidance), id="guidance"))
        if page.exercise.standing:
            parts.append(Static(said(page.exercise.standing), id="standing"))
        blocks = [self._block(page, number) for number in range(len(page.prompts))]
        column = self.query_one("#page", VerticalScroll)
        async with column.batch():
            await column.remove_children()
            await column.mount_all([*parts, *blocks])
            column.scroll_home(animate=False)
        self._show_turns(page)
        self.query_one("#fold", Press).relabel(f"▸ {page.exercise.title} · {title}   all the steps")
        self.query_one(Outline).show(self.sitting.course.pages(session), session)
        if blocks:
            await blocks[0].open()
            column.scroll_home(animate=False)
        else:
            self.query_one("#next", Press).focus()

    @staticmethod
    def _standard_words(clauses: tuple[str, ...]) -> str:
        if not clauses:
            return ""
        return f"standard{'s' if len(clauses) > 1 else ''} {', '.join(clauses)}"

    def _is_first(self, page: Page) -> bool:
        return bool(page.exercise.stages) and page.exercise.stages[0].id == page.stage.id

    def _block(self, page: Page, number: int) -> PromptBlock:
        prompt = page.prompts[number]
        session = self.sitting.session
        address = page.address(prompt)
        block = PromptBlock(prompt, address, way=session.way, service=session.service)
        block.take(session.response(address), session.actions)
        return block

    def _show_turns(self, page: Page) -> None:
        course, session = self.sitting.course, self.sitting.session
        repeat = course.round_of(page.place)
        another = self.query_one("#another", Press)
        ends = repeat is not None and course.ends_round(page.place, session)
        another.set_class(not ends, "hidden")
        if repeat is not None:
            another.relabel(f"Another {repeat.id.replace('-', ' ')}")
        self.query_one("#go-back", Press).set_class(
            course.before(page.place, session) is None, "hidden"
        )
        last = course.after(page.place, session) is None
        self.query_one("#next", Press).relabel("To the note" if last else "Next")
        self.query_one("#to-note", Press).set_class(last, "hidden")

    def _refresh_blocks(self) -> None:
        session = self.sitting.session
        for block in self.query(PromptBlock):
            block.take(session.response(block.address), session.actions)

    # -- what a person does ---------------------------------------------------------------

    @on(PromptBlock.Opened)
    async def _opened(self, event: PromptBlock.Opened) -> None:
        for block in self.query(PromptBlock):
            if block is not event.block:
                await block.close()
        await event.block.open()
        self.sitting.settle()

    @on(PromptBlock.Written)
    async def _written(self, event: PromptBlock.Written) -> None:
        self.sitting.write(event.address, event.value)
        self._refresh_blocks()
        page = self.sitting.here
        shown = [block.prompt.id for block in self.query(PromptBlock)]
        if page is not None and [prompt.id for prompt in page.prompts] != shown:
            await self._fit_prompts(page)

    async def _fit_prompts(self, page: Page) -> None:
        """Add prompts whose condition holds now, and take away those whose doesn't."""
        column = self.query_one("#page", VerticalScroll)
        there = {block.prompt.id: block for block in self.query(PromptBlock)}
        for prompt_id, block in there.items():
            if prompt_id not in {prompt.id for prompt in page.prompts}:
                await block.remove()
        before: PromptBlock | None = None
        for number, prompt in enumerate(page.prompts):
            if prompt.id not in there:
                block = self._block(page, number)
                await column.mount(block, after=before)
                there[prompt.id] = block
            before = there[prompt.id]

    @on(PromptBlock.Moved)
    def _moved(self, event: PromptBlock.Moved) -> None:
        event.stop()
        try:
            self.sitting.move(event.block.address, in_note=event.in_note)
        except ReflectError as error:
            self.say(error)
        self._refresh_blocks()

    @on(ActionsField.Added)
    def _action_added(self, event: ActionsField.Added) -> None:
        event.stop()
        self.sitting.add_action(
            event.what, who=event.who, by=event.by, told=event.told, in_note=event.in_note
        )
        self._refresh_blocks()
        self._hurry()

    @on(ActionsField.Edited)
    def _action_edited(self, event: ActionsField.Edited) -> None:
        event.stop()
        self.sitting.change_action(event.action)
        self._refresh_blocks()

    @on(ActionsField.Moved)
    def _action_moved(self, event: ActionsField.Moved) -> None:
        event.stop()
        self.sitting.move_action(event.action_id, in_note=event.in_note)
        self._refresh_blocks()

    @on(ActionsField.Removed)
    def _action_removed(self, event: ActionsField.Removed) -> None:
        event.stop()
        self.sitting.remove_action(event.action_id)
        self._refresh_blocks()

    @on(Outline.Chosen)
    def _step_chosen(self, event: Outline.Chosen) -> None:
        event.stop()
        self.go(event.place)

    @on(Press.Pressed)
    def _pressed(self, event: Press.Pressed) -> None:
        deeds = {
            "next": self.action_next,
            "go-back": self.action_back,
            "another": self.action_another,
            "to-note": self.action_note,
            "fold": self.action_steps,
        }
        deed = deeds.get(event.press.id or "")
        if deed is not None:
            event.stop()
            deed()

    @on(DescendantBlur)
    def _left_a_field(self) -> None:
        """Leaving a field keeps it at once."""
        self._hurry()

    # -- going ----------------------------------------------------------------------------

    def go(self, place: Place) -> None:
        """Go to a step."""
        try:
            self.sitting.go(place)
        except ReflectError as error:
            self.say(error)
            return
        self._turned()

    def _turned(self) -> None:
        self.sitting.settle()
        self._hurry()
        self.show_page()

    def action_next(self) -> None:
        """The next step; after the last, the note."""
        if self.sitting.next() is None:
            self.action_note()
        else:
            self._turned()

    def action_back(self) -> None:
        """The step before."""
        if self.sitting.back() is not None:
            self._turned()

    def action_another(self) -> None:
        """Another entry of the round one is in."""
        page = self.sitting.here
        repeat = self.sitting.course.round_of(page.place) if page else None
        if page is None or repeat is None or repeat.shape is not Shape.REPEAT:
            return
        entry = self.sitting.add_entry(page.place.exercise, repeat.id)
        self.go(Place(page.place.exercise, repeat.id, entry.id))

    def action_steps(self) -> None:
        """All the steps."""
        self._to_steps()

    def action_note(self) -> None:
        """The note as it stands."""
        self._hurry()
        self._to_note()

    def action_standard(self) -> None:
        """The standard behind this step."""
        page = self.sitting.here
        if page is not None:
            self._to_standard(page)

    def action_kept(self) -> None:
        """Word's habit of Ctrl+S: it is already kept."""
        self._hurry()
        self.notify(f"Already {self._kept or 'kept'}", markup=False, timeout=3)

    def action_undo(self) -> None:
        """Take back the last thing written, moved or added."""
        if self.sitting.undo():
            self.show_page()
        else:
            self.notify("There is nothing to take back.", markup=False, timeout=3)

    def action_leave(self) -> None:
        """Put it down for now."""
        self._hurry()
        self._home()

    def on_screen_resume(self) -> None:
        """Coming back from the note or the steps: draw what may have changed there."""
        self._refresh_blocks()

    def say(self, error: ReflectError) -> None:
        """Show an error: what happened and what to do next."""
        self.notify(
            join(said(str(error))).plain, severity="error", markup=False, timeout=8, title=""
        )
