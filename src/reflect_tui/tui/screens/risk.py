"""Someone may be at risk: procedure, not reflection. A page to read from across a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from reflect_tui.practice.exercise import Way
from reflect_tui.tui.content import said
from reflect_tui.tui.screens.frame import Frame
from reflect_tui.tui.widgets.for_the_record import COPY, ForTheRecord
from reflect_tui.tui.widgets.pick import Pick
from reflect_tui.tui.widgets.press import Press
from reflect_tui.tui.world import World

if TYPE_CHECKING:
    from reflect_tui.practice.local import Road, Step
    from reflect_tui.tui.exact_words import ExactWords


class RiskScreen(Frame[None]):
    """The roads at the top, the steps of one of them below; Back returns to the same caret."""

    CSS_PATH = "../styles/risk.tcss"
    TITLE_LINE: ClassVar[str] = "Procedure, not reflection"
    AUTO_FOCUS = "#roads"
    FOOT: ClassVar[str] = "Up, Down or a number choose · Page Down reads on · F1 help · Esc back"
    HELP_TEXT: ClassVar[str] = (
        "What to do now, one thing after the other.\n\n"
        "Choose at the top which of them it is, with the arrows, its number or a click; the steps "
        "stand below. Page Down and the mouse wheel read on.\n\n"
        "In the middle of an answer, “Copy their exact words for the record” copies what is "
        "selected there, or all of that answer. Once it is in the record you can take those words "
        "out of here, or keep them.\n\n"
        "Back returns to where you were. Nothing you wrote is lost."
    )

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pagedown", "read_on(1)", "Read on", id="risk-on"),
        Binding("pageup", "read_on(-1)", "Read back", id="risk-up"),
        Binding("ctrl+c,super+c", "copy_words", COPY, id="risk-copy"),
        *(
            Binding(str(number), f"road({number})", show=False, id=f"risk-road-{number}")
            for number in range(1, 10)
        ),
    ]

    def __init__(
        self, world: World, *, group: bool = False, words: ExactWords | None = None
    ) -> None:
        """`words` are those of the answer one is in the middle of."""
        super().__init__(world)
        self._words = words
        shelf = world.shelf()
        self._card = shelf.risk
        self._local = shelf.local
        self._roads = shelf.risk.roads_for(Way.GROUP if group else None)

    def body(self) -> ComposeResult:
        """The roads, the steps, the way back."""
        with Vertical(id="card"):
            yield Static(said(self._card.title, "bold"), id="title")
            yield Static(said(self._card.intro), id="intro")
            # The number is the key that leads there: in a group the third is one key away.
            numbered = enumerate(self._roads, 1)
            roads = [(road.id, f"{number}  {road.title}") for number, road in numbered]
            yield Pick(roads, roads[0][0], below=True, id="roads")
            yield VerticalScroll(id="steps")
            yield ForTheRecord(self._words)
            with Horizontal(id="ways"):
                yield Press("Back", id="back", classes="-main")
                yield Press(COPY, id="copy")

    async def on_mount(self) -> None:
        """Show the first road: it is the one that can wait least."""
        self.query_one("#copy").display = False
        await self._show(self._roads[0])

    @on(Pick.Taken, "#roads")
    async def _taken(self, event: Pick.Taken) -> None:
        event.stop()
        await self._show(next(road for road in self._roads if road.id == event.choice))

    async def _show(self, road: Road) -> None:
        steps = self.query_one("#steps", VerticalScroll)
        parts: list[Widget] = [Static(said(road.intro), id="road-intro")] if road.intro else []
        parts += [self._step(number, step) for number, step in enumerate(road.steps, start=1)]
        async with steps.batch():
            await steps.remove_children()
            await steps.mount_all(parts)
        steps.scroll_home(animate=False)

    def _step(self, number: int, step: Step) -> Widget:
        words = said(step.text)
        if step.clause:
            words = words.append(said(f"  {step.clause}", "$muted"))
        under = self._card.line_under(step, self._local)
        if under:
            filled = bool(self._local.get(step.local))
            words = words.append("\n").append(said(under, "$second bold" if filled else "$muted"))
        return Horizontal(
            Static(Content(f"{number}"), classes="number"),
            Static(words, classes="words"),
            classes="step",
        )

    def action_road(self, number: int) -> None:
        """The road with this number, as it stands before its name."""
        if number <= len(self._roads):
            self.query_one("#roads", Pick).take(self._roads[number - 1].id)

    def action_read_on(self, by: int) -> None:
        """A page of steps down or up, wherever one is on this screen."""
        steps = self.query_one("#steps", VerticalScroll)
        steps.scroll_relative(y=by * max(steps.size.height - 2, 1), animate=False)

    # -- their exact words ----------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only where words are at hand can they be copied."""
        if action == "copy_words":
            return any(press.display for press in self.query("#copy"))
        return super().check_action(action, parameters)

    @on(ForTheRecord.Offered)
    def _offered(self, event: ForTheRecord.Offered) -> None:
        event.stop()
        self.query_one("#copy").display = event.some
        self.refresh_bindings()

    @on(ForTheRecord.Closed)
    def _answered(self, event: ForTheRecord.Closed) -> None:
        event.stop()
        self.query_one("#back").focus()

    @on(Press.Pressed, "#copy")
    def action_copy_words(self) -> None:
        """Copy the words at hand, unchanged."""
        self.query_one(ForTheRecord).copy()

    @on(Press.Pressed, "#back")
    def _back(self, event: Press.Pressed) -> None:
        event.stop()
        self.action_leave()
