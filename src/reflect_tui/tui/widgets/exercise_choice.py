"""The exercises that can be chosen for a session, each whole or in its short form."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from reflect_tui.practice.exercise import Exercise, Service, Way
from reflect_tui.practice.library import Group
from reflect_tui.tui.content import said
from reflect_tui.tui.widgets.line import Line
from reflect_tui.tui.widgets.pick import Pick


class _Title(Line):
    """What it is chosen by.

    It is focused after a click, not as the button goes down: what is said of the one that had
    the focus folds away then, and the mouse would come up over another line.
    """

    FOCUS_ON_CLICK: ClassVar[bool] = False


class _Forms(Pick):
    """How much of it; focused after a click, as its title is."""

    FOCUS_ON_CLICK: ClassVar[bool] = False


class ExerciseChoice(Vertical):
    """Its title; while one is at it, what it is for; once chosen, how much of it."""

    DEFAULT_CSS = """
    ExerciseChoice {
        height: auto;
        Pick { margin-left: 4; display: none; }
        &.-chosen Pick { display: block; }
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
        yield _Title(self._words())
        if self._has_short:
            yield _Forms([("whole", "all of it")], "whole")

    def on_mount(self) -> None:
        """Draw whether it is chosen."""
        self._draw()

    def on_descendant_focus(self) -> None:
        """Say what it is for."""
        self._draw()

    def on_descendant_blur(self) -> None:
        """Say it no more."""
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
        about = said(self.exercise.summary) if self.has_focus_within else Content("")
        self.query_one(Line).say(words, about)
        for pick in self.query(Pick):
            short = self.exercise.minutes.short
            forms = [
                ("whole", "all of it" + (f", {whole} min" if whole else "")),
                ("short", "the short form" + (f", {short} min" if short else "")),
            ]
            pick.offer(forms, "short" if self.short else "whole")

    @on(Line.Chosen)
    def _line_chosen(self, event: Line.Chosen) -> None:
        event.stop()
        event.line.focus()
        self.chosen = not self.chosen
        self._draw()
        self.post_message(self.Changed())

    @on(Pick.Taken)
    def _form_taken(self, event: Pick.Taken) -> None:
        event.stop()
        event.pick.focus()
        self.short = event.choice == "short"
        self.post_message(self.Changed())


class ChoiceGroup(Vertical):
    """Exercises for the same thing, under its name."""

    DEFAULT_CSS = """
    ChoiceGroup {
        height: auto; margin-bottom: 1;
        .for { height: auto; color: $second; padding-left: 2; }
    }
    """

    def __init__(self, group: Group, chosen: str, *, short: bool) -> None:
        """`chosen` is the id of the exercise that is chosen already, here or elsewhere."""
        super().__init__()
        self._group = group
        self._chosen = chosen
        self._short = short

    def compose(self) -> ComposeResult:
        """The name, the exercises."""
        yield Static(said(self._group.title), classes="for")
        for kept in self._group.shelved:
            yield ExerciseChoice(kept.exercise, chosen=kept.id == self._chosen, short=self._short)

    def fit(self, way: Way, service: Service) -> None:
        """Offer what is meant for a way of working in a service."""
        rows = list(self.query(ExerciseChoice))
        for row in rows:
            row.display = row.exercise.meets.includes(way, service)
            row.fit(way)
        self.display = any(row.display for row in rows)
