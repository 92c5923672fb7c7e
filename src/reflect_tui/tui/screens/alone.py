"""Fifteen minutes on your own: one question, and the exercise it leads to begins at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from reflect_tui.practice.alone import SERVICE, Offer
from reflect_tui.practice.exercise import Exercise, Service
from reflect_tui.tui.content import join, said
from reflect_tui.tui.screens.frame import Frame
from reflect_tui.tui.widgets.line import Line
from reflect_tui.tui.widgets.press import Press
from reflect_tui.tui.world import World

_SERVICES = {Service.CHILDREN: "In children's services", Service.ADULTS: "In adults' services"}
_COLUMN = 42
"""Where the title of an exercise begins beside what somebody has in mind, in cells."""

AT_ONCE = "It begins at once. Put it down and go on with it whenever you like."
NOTHING = "There is nothing to choose here just now. All exercises are under “Begin a session”."


class AloneScreen(Frame[None]):
    """What somebody has in mind, one a line; in both services, one more choice."""

    CSS_PATH = "../styles/alone.tcss"
    TITLE_LINE: ClassVar[str] = "Fifteen minutes on your own"
    AUTO_FOCUS = "Line"
    FOOT: ClassVar[str] = "Up and Down move · Enter begin · F1 help · Esc back"
    HELP_TEXT: ClassVar[str] = (
        "Choose what you have in mind, with Up, Down and Enter or with a click. The short form of "
        "one exercise begins at once: one way of looking, one question, one next step.\n\n"
        "It takes about a quarter of an hour, and nobody holds you to it. Leave blank what you "
        "like. Everything is kept as you write: put it down when you have to, and go on with it "
        "from the first screen.\n\n"
        "If someone may be at risk, that comes first: the button is at the top, and Ctrl+T."
    )

    def __init__(
        self,
        world: World,
        offers: Sequence[Offer],
        *,
        question: str,
        about: str = "",
        beside: bool = True,
        start: Callable[[Exercise, Service], None],
    ) -> None:
        """`beside`: what is said of an offer stands beside its words where there is room."""
        super().__init__(world)
        self._offers = tuple(offers)
        self._question = question
        self._about = about
        self._column = _COLUMN if beside else 0
        self._start = start
        self._only = self._offers[0] if len(self._offers) == 1 else None
        """What needs no choosing, since there is nothing else."""
        self._chosen: Offer | None = None
        """What was chosen, while the service is asked for."""

    # -- drawing --------------------------------------------------------------------------

    def body(self) -> ComposeResult:
        """The question with its lines, the one more choice in its place, the way back."""
        with VerticalScroll(id="page", can_focus=False):
            with Vertical(id="offers"):
                yield Static(_asked(self._question, self._about), classes="ask")
                for number, offer in enumerate(self._offers):
                    words, about = said(offer.words), said(offer.about)
                    yield Line(words, about, column=self._column, key=str(number))
                yield Static(Content(AT_ONCE if self._offers else NOTHING), classes="note")
            with Vertical(id="services"):
                yield Static(Content(""), id="service-asked", classes="ask")
                for service, name in _SERVICES.items():
                    yield Line(Content(name), key=service.value)
        with Horizontal(id="ways"):
            yield Press("Back", id="back", classes="-quiet")

    def on_mount(self) -> None:
        """One offer alone leads to the one more choice, where there is one."""
        if self._only is not None and len(self._only.services) > 1:
            self._ask_service(self._only)

    def _ask_service(self, offer: Offer) -> None:
        self._chosen = offer
        self.query_one("#service-asked", Static).update(_asked(SERVICE, offer.words))
        self.set_class(True, "-service")
        self.call_after_refresh(self.query("#services Line").first().focus)

    # -- what a person does ---------------------------------------------------------------

    @on(Line.Chosen)
    def _line_chosen(self, event: Line.Chosen) -> None:
        event.stop()
        if not self.is_current:
            return
        if self._chosen is not None:
            self._start(self._chosen.exercise, Service(event.line.key))
            return
        offer = self._offers[int(event.line.key)]
        if len(offer.services) == 1:
            self._start(offer.exercise, offer.services[0])
        else:
            self._ask_service(offer)

    def action_leave(self) -> None:
        """One step out: to the first question, where it was asked."""
        offer = self._chosen
        if offer is None or offer is self._only:
            self.step_out()
            return
        self._chosen = None
        self.set_class(False, "-service")
        lines = list(self.query("#offers Line").results(Line))
        self.call_after_refresh(lines[self._offers.index(offer)].focus)

    @on(Press.Pressed, "#back")
    def _back(self) -> None:
        self.action_leave()


def _asked(question: str, about: str) -> Content:
    """A question, and below it what it is asked of."""
    asked = said(question, "bold")
    return join(asked, "\n", said(about, "$second")) if about else asked
