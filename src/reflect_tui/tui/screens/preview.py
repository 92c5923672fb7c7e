"""One exercise to read through: what it is for, where it comes from, its steps and questions."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from reflect_tui.practice.exercise import Exercise, Role, Service, Way
from reflect_tui.practice.library import audience_said, minutes_said, source_said
from reflect_tui.practice.preview import Piece, Sort, preview
from reflect_tui.practice.shelf import Shelved
from reflect_tui.tui.beginning import Start
from reflect_tui.tui.content import join, prose, said
from reflect_tui.tui.screens.frame import Frame
from reflect_tui.tui.spoken import one_line
from reflect_tui.tui.widgets.pick import Pick
from reflect_tui.tui.widgets.press import Press
from reflect_tui.tui.world import World

_WAYS = [(Way.ONE_TO_ONE, "One-to-one"), (Way.GROUP, "Group"), (Way.SOLO, "On your own")]
_SERVICES = [(Service.CHILDREN, "Children's"), (Service.ADULTS, "Adults'")]
_WHOLE, _SHORT = "whole", "short"
_ONLY_READ = "Up and Down read on · Tab choices · F1 help · Esc back"


class PreviewScreen(Frame[None]):
    """An exercise as it will be walked; nothing can be written here."""

    CSS_PATH = "../styles/library.tcss"
    TITLE_LINE: ClassVar[str] = "An exercise, to read through"
    AUTO_FOCUS = "#text"
    FOOT: ClassVar[str] = "Up and Down read on · Tab choices · Ctrl+N begin · F1 help · Esc back"
    HELP_TEXT: ClassVar[str] = (
        "What the exercise is for, and every question it asks, in order. Up, Down and Page Down "
        "read on; Tab leads to the choices of who is working, in which service, and whether all "
        "of it or its short form is shown.\n\n"
        "“Begin with this” asks the few questions every session begins with; this exercise is "
        "chosen there already. Nothing is written until you start."
    )

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+n,f4", "begin", "Begin with this", id="preview-begin", priority=True),
    ]

    def __init__(
        self, world: World, kept: Shelved, *, begin: Callable[[Start], None] | None = None
    ) -> None:
        """Without `begin` it can only be read: a session is open, or it frames every one."""
        super().__init__(world)
        self._kept = kept
        can = begin is not None and kept.exercise.role is Role.EXERCISE
        self._begin = begin if can else None

    @property
    def foot(self) -> str:
        """Beginning is only spoken of where one can."""
        return self.FOOT if self._begin is not None else _ONLY_READ

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """One can't begin with what frames every session."""
        if action == "begin":
            return self._begin is not None
        return super().check_action(action, parameters)

    # -- drawing --------------------------------------------------------------------------

    def body(self) -> ComposeResult:
        """What is said of it, for whom it is shown, its steps, the ways on."""
        exercise = self._kept.exercise
        ways = [(way, words) for way, words in _WAYS if way in exercise.meets.ways]
        services = [(kept, words) for kept, words in _SERVICES if kept in exercise.meets.services]
        with VerticalScroll(id="text"):
            yield Static(self._about(), id="about")
            yield Static(Content("As it is walked"), classes="ask")
            yield Pick(ways, ways[0][0], id="way")
            yield Pick(services, self._first_service(), id="service")
            if exercise.has_short_form():
                yield Pick([(_WHOLE, "All of it"), (_SHORT, "The short form")], _WHOLE, id="form")
            yield Static(self._steps(self._start(ways[0][0], self._first_service())), id="steps")
        with Horizontal(id="ways"):
            if self._begin is not None:
                yield Press("Begin with this", id="begin", classes="-main")
            yield Press("Back", id="back", classes="-quiet")

    def on_mount(self) -> None:
        """Say which exercise this is."""
        self.bar.say(said(one_line(self._kept.exercise.title)))

    def _first_service(self) -> Service:
        """One that this person works with, where the exercise is for it."""
        own = [Service(name) for name in self.world.settings.services]
        meant = [kept for kept, _ in _SERVICES if kept in self._kept.exercise.meets.services]
        return next((kept for kept in own if kept in meant), meant[0])

    def _about(self) -> Content:
        exercise = self._kept.exercise
        clauses = self.world.shelf().clauses
        known = [clauses.get(number) for number in exercise.clauses]
        standards = " · ".join(f"{kept.number} {kept.title}" for kept in known if kept is not None)
        minutes = minutes_said(exercise)
        facts = [
            join(said(f"{what} ", "$muted"), said(words))
            for what, words in (
                ("For", audience_said(exercise)),
                ("About", minutes),
                ("Standards", standards),
                ("From", "\n".join(source_said(self._kept))),
            )
            if words
        ]
        pieces = [
            said(exercise.title, "bold"),
            said(exercise.summary),
            prose(exercise.introduction),
            said(exercise.standing, "$second"),
            Content("\n").join(facts),
        ]
        return Content("\n\n").join(piece for piece in pieces if piece)

    def _steps(self, start: Start) -> Content:
        exercise: Exercise = self._kept.exercise
        played = exercise.played(start.way, start.service, short=start.short)
        return join(*(_drawn(piece) for piece in preview(played)))

    def _start(self, way: str, service: str, form: str = _WHOLE) -> Start:
        return Start(self._kept.id, Way(way), Service(service), short=form == _SHORT)

    @property
    def _chosen(self) -> Start:
        """What the choices come to."""
        way, service = self.query_one("#way", Pick).taken, self.query_one("#service", Pick).taken
        forms = [pick.taken for pick in self.query("#form").results(Pick)]
        return self._start(way, service, *forms)

    # -- what a person does ---------------------------------------------------------------

    @on(Pick.Taken)
    def _taken(self, event: Pick.Taken) -> None:
        event.stop()
        self.query_one("#steps", Static).update(self._steps(self._chosen))

    @on(Press.Pressed, "#begin")
    def action_begin(self) -> None:
        """Begin with this."""
        if self._begin is not None and self.is_current:
            self._begin(self._chosen)

    @on(Press.Pressed, "#back")
    def _back(self) -> None:
        self.action_leave()


def _drawn(piece: Piece) -> Content:
    """One piece, as quiet as it is."""
    if piece.sort in (Sort.STAGE, Sort.CARD):
        return join("\n\n", said(piece.text, "$accent bold"))
    if piece.sort is Sort.PROMPT:
        return join("\n\n", said(piece.text, "bold"))
    if piece.sort is Sort.WORDS:
        return join("\n", prose(piece.text))
    mark = {Sort.OPTION: "  ○ ", Sort.PROBE: "  · "}.get(piece.sort, "")
    style = "italic $muted" if piece.sort is Sort.REMARK else "$muted"
    return join("\n", said(f"{mark}{piece.text}", style))
