"""Begin a session: a few questions on one page, and what the time will look like."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from reflect_tui.errors import ReflectError
from reflect_tui.notebook.summary import Summary
from reflect_tui.practice.exercise import Service, Way
from reflect_tui.session.model import Session
from reflect_tui.tui import beginning
from reflect_tui.tui.content import said
from reflect_tui.tui.screens.frame import Frame
from reflect_tui.tui.spoken import day, one_line
from reflect_tui.tui.widgets.entry import Entry
from reflect_tui.tui.widgets.exercise_choice import ChoiceGroup, ExerciseChoice
from reflect_tui.tui.widgets.order import Order
from reflect_tui.tui.widgets.pick import Pick
from reflect_tui.tui.widgets.press import Press
from reflect_tui.tui.world import World

_WAYS = [(Way.ONE_TO_ONE, "One-to-one"), (Way.GROUP, "Group"), (Way.SOLO, "On your own")]
_SERVICES = [(Service.CHILDREN, "Children's"), (Service.ADULTS, "Adults'")]
_NOTHING = "nothing"


class _Asks(Press):
    """A button among the questions: Up and Down go past it as past them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "app.focus_next", "Down", show=False, id="asks-down"),
        Binding("up", "app.focus_previous", "Up", show=False, id="asks-up"),
    ]


class BeginScreen(Frame[None]):
    """Every question has a sensible answer already, so Start alone begins a session."""

    CSS_PATH = "../styles/begin.tcss"
    TITLE_LINE: ClassVar[str] = "Begin a session"
    AUTO_FOCUS = "#way"
    FOOT: ClassVar[str] = (
        "Up and Down move · Left and Right choose · Ctrl+N start · F1 help · Esc back"
    )
    HELP_TEXT: ClassVar[str] = (
        "Everything here has an answer already: if it suits you, choose Start.\n\n"
        "Up and Down go from question to question, Left and Right choose an answer, and Enter "
        "goes on. With the mouse, click what you want.\n\n"
        "Give what you bring a name that isn't a person's, such as “the blue folder”. It helps "
        "you to find the session again, and says nothing about anybody.\n\n"
        "The exercises stand under what they are for; the one you are at says more. "
        "One can be taken whole or, where it has one, in its short form. The running "
        "order shows what that comes to; nobody holds you to the minutes.\n\n"
        "A one-to-one or a group is a shared screen: earlier sessions are only shown here when "
        "somebody asks for them."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+n,f4", "start", "Start the session", id="start", priority=True),
    ]

    @dataclass
    class Earlier(Message):
        """The earlier sessions, one a thread."""

        threads: tuple[Summary, ...]

    def __init__(
        self,
        world: World,
        *,
        start: Callable[[Session], None],
        chosen: beginning.Start | None = None,
    ) -> None:
        """`chosen` is what somebody chose in the library."""
        super().__init__(world)
        self._start = start
        self._shelf = world.shelf()
        self._chosen = chosen or beginning.Start(
            beginning.usual(self._shelf),
            Way.ONE_TO_ONE,
            Service(world.settings.services[0]),
        )
        self._threads: tuple[Summary, ...] = ()
        self._shown_earlier = False
        self._named_by_us = ""

    # -- what is chosen -------------------------------------------------------------------

    @property
    def way(self) -> Way:
        """The way of working."""
        return Way(self.query_one("#way", Pick).taken)

    @property
    def service(self) -> Service:
        """The service."""
        return Service(self.query_one("#service", Pick).taken)

    @property
    def chosen(self) -> dict[str, bool]:
        """The exercises chosen, in order, and whether each is in its short form."""
        rows = self.query(ExerciseChoice)
        return {row.exercise.id: row.short for row in rows if row.chosen and row.display}

    # -- drawing --------------------------------------------------------------------------

    def body(self) -> ComposeResult:
        """The questions, the running order beside or below them, and the way on."""
        with VerticalScroll(id="page", can_focus=False):
            with Vertical(id="questions"):
                yield from self._people()
                yield from self._what()
            with Vertical(id="order-column"):
                yield Static(Content("What the time will look like"), classes="ask")
                yield Order(id="order")
        with Horizontal(id="ways"):
            yield Press("Start", id="go", classes="-main")
            yield Press("Back", id="back")

    def _people(self) -> ComposeResult:
        way = self._chosen.way
        with Vertical(classes="question"):
            yield Static(Content("How are you working?"), classes="ask")
            yield Pick(_WAYS, way, id="way")
        with Vertical(classes="question", id="ask-whose"):
            yield Static(Content("Whose notebook keeps this?"), classes="ask")
            yield Pick(beginning.WHOSE[way], "practitioner", id="whose")
        with Vertical(classes="question", id="ask-service"):
            yield Static(Content("Which service?"), classes="ask")
            yield Pick(_SERVICES, self._chosen.service, id="service")
        with Vertical(classes="question", id="ask-follows"):
            yield Static(Content("Does it follow on from an earlier session?"), classes="ask")
            yield Pick([(_NOTHING, "No")], _NOTHING, below=True, eager=False, id="follows")
            yield _Asks("Show earlier sessions", id="show-earlier", classes="-quiet")

    def _what(self) -> ComposeResult:
        with Vertical(classes="question"):
            yield Static(Content("A name for what you bring"), classes="ask")
            yield Entry(hint="not a person's name: the blue folder", id="brought")
        with Vertical(classes="question", id="ask-exercises"):
            yield Static(Content("Which exercises?"), classes="ask")
            for group in beginning.offered(self._shelf):
                yield ChoiceGroup(group, self._chosen.exercise, short=self._chosen.short)
            for problem in self._not_offered():
                yield Static(said(problem, "$muted"), classes="problem")

    def _not_offered(self) -> list[str]:
        """A line for each exercise that has a problem: its file, its line and what is wrong."""
        found: dict[str, str] = {}
        for problem in self._shelf.problems:
            if problem.file.endswith(".md"):
                found.setdefault(problem.file, f"Not offered: {problem}")
        return list(found.values())

    def on_mount(self) -> None:
        """Fit the questions to the answers; look up earlier sessions in a thread."""
        self._fit()
        self.call_after_refresh(self._look_up)

    @work(thread=True, exclusive=True, group="earlier", exit_on_error=False)
    def _look_up(self) -> None:
        try:
            found = beginning.latest_of_threads(self.world.notebook().sessions())
        except ReflectError:
            found = ()  # Home says so already; a session can follow on from nothing.
        self.post_message(self.Earlier(found))

    @on(Earlier)
    def _earlier(self, event: Earlier) -> None:
        self._threads = event.threads
        self._fit()

    def _fit(self) -> None:
        """Ask only what matters for the way of working and the services."""
        way, service = self.way, self.service
        solo = way is Way.SOLO
        self.query_one("#ask-whose").display = not solo
        services = {*self.world.settings.services, self._chosen.service}
        self.query_one("#ask-service").display = len(services) > 1
        self.query_one("#ask-follows").display = bool(self._threads)
        show = (solo and not self.world.company) or self._shown_earlier
        self.query_one("#show-earlier").display = not show
        follows = self.query_one("#follows", Pick)
        # Together, what somebody did alone is nobody else's to see.
        threads = [kept for kept in self._threads if show and (solo or kept.way == self.way)]
        earlier = [(kept.id, self._thread_name(kept)) for kept in threads]
        choices = [(_NOTHING, "No"), *earlier]
        follows.offer(choices, follows.taken if follows.taken in dict(choices) else _NOTHING)
        for group in self.query(ChoiceGroup):
            group.fit(way, service)
        self._draw_order()

    def _thread_name(self, kept: Summary) -> str:
        """A code name; the date stands in for one only when a person is alone, or has none."""
        when = day(kept.began.astimezone().date(), self.world.now().date())
        name = one_line(kept.brought, 48)
        if not name:
            return f"the session of {when}"
        return f"{name}, {when}" if self.way is Way.SOLO else name

    def _draw_order(self) -> None:
        walked = beginning.chosen_exercises(self._shelf, self.chosen)
        parts = beginning.running_order(walked, self.way, self.service)
        self.query_one("#order", Order).show(parts)

    # -- what a person does ---------------------------------------------------------------

    @on(Pick.Taken, "#way")
    def _way_taken(self) -> None:
        whose = self.query_one("#whose", Pick)
        whose.offer(beginning.WHOSE[self.way], "practitioner")
        self._fit()

    @on(Pick.Taken, "#service")
    def _service_taken(self) -> None:
        self._fit()

    @on(Pick.Taken, "#follows")
    def _follows_taken(self, event: Pick.Taken) -> None:
        """Take the name over, unless somebody wrote another one."""
        entry = self.query_one("#brought", Entry)
        kept = next((kept for kept in self._threads if kept.id == event.choice), None)
        if entry.line == self._named_by_us:
            self._named_by_us = one_line(kept.brought, 120) if kept else ""
            entry.text = self._named_by_us

    @on(ExerciseChoice.Changed)
    def _exercises_changed(self) -> None:
        self._draw_order()

    @on(Press.Pressed, "#show-earlier")
    def _show_earlier(self) -> None:
        self._shown_earlier = True
        self._fit()
        self.query_one("#follows").focus()

    @on(Press.Pressed, "#back")
    def _back(self) -> None:
        self.action_leave()

    @on(Press.Pressed, "#go")
    def action_start(self) -> None:
        """Begin, once, however often the key is pressed."""
        if not self.is_current:
            return
        try:
            follows = self._followed()
        except ReflectError as error:
            self.notify(said(str(error)).plain, markup=False, severity="error", timeout=10)
            return
        self._start(
            beginning.new_session(
                self._shelf,
                self.chosen,
                self.way,
                self.service,
                whose=self.query_one("#whose", Pick).taken,
                brought=self.query_one("#brought", Entry).line,
                follows=follows,
            )
        )

    def _followed(self) -> Session | None:
        """The session this one follows on from; raises ReflectError."""
        choice = self.query_one("#follows", Pick).taken
        return None if choice == _NOTHING else self.world.notebook().load(choice)
