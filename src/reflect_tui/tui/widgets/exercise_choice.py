"""One exercise that can be chosen for a session, whole or in its short form."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message

from reflect_tui.practice.exercise import Exercise, Way
from reflect_tui.tui.content import said
from reflect_tui.tui.widgets.line import Line
from reflect_tui.tui.widgets.pick import Pick


class ExerciseChoice(Vertical):
    """Its title and what it is for; once chosen, how much of it."""

    DEFAULT_CSS = """
    ExerciseChoice {
        height: auto; margin-bottom: 1;
        Pick { margin-left: 4; display: none; }
        &.-chosen Pick.-has-short { display: block; }
    }
    """

    class Changed(Message):
        """Somebody chose it, or another form of it."""

    def __init__(self, exercise: Exercise, *, chosen: bool, short: bool) -> None:
        """`short` takes the short form where there is one."""
        super().__init__()
        self.exercise = exercise
        self.chosen = chosen
        """Whether it will be walked."""
        self._has_short = exercise.has_short_form()
        self.short = short and self._has_short
        """Whether the short form is taken."""
        self._way = Way.ONE_TO_ONE

    def compose(self) -> ComposeResult:
        """A line to choose it by, and its forms."""
        yield Line(self._words(), said(self.exercise.summary))
        pick = Pick([("whole", "all of it")], "whole")
        pick.set_class(self._has_short, "-has-short")
        yield pick

    def on_mount(self) -> None:
        """Draw whether it is chosen."""
        self._draw()

    def fit(self, way: Way) -> None:
        """Say the minutes for a way of working."""
        self._way = way
        if self.is_mounted:
            self._draw()

    def _words(self) -> Content:
        if self.chosen:
            return Content.assemble(
                ("● ", "$accent bold"), said(self.exercise.title, "$accent bold")
            )
        return Content("○ ").append(said(self.exercise.title))

    def _draw(self) -> None:
        self.set_class(self.chosen, "-chosen")
        whole = self.exercise.minutes.for_way(self._way)
        minutes = f"   {whole} min" if whole and not (self.chosen and self._has_short) else ""
        words = self._words().append(said(minutes, "$muted"))
        self.query_one(Line).say(words, said(self.exercise.summary))
        short = self.exercise.minutes.short
        forms = [
            ("whole", "all of it" + (f", {whole} min" if whole else "")),
            ("short", "the short form" + (f", {short} min" if short else "")),
        ]
        self.query_one(Pick).offer(forms, "short" if self.short else "whole")

    @on(Line.Chosen)
    def _line_chosen(self, event: Line.Chosen) -> None:
        event.stop()
        self.chosen = not self.chosen
        self._draw()
        self.post_message(self.Changed())

    @on(Pick.Taken)
    def _form_taken(self, event: Pick.Taken) -> None:
        event.stop()
        self.short = event.choice == "short"
        self.post_message(self.Changed())
