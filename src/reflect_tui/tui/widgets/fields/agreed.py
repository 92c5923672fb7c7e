"""What earlier sessions agreed: each as it was written, and what became of it.

Keeps no response; it asks for endings. One at a time is open, and any can be left as it is. A
date that has passed looks like any other.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static, TextArea

from reflect_tui.practice.exercise import Prompt, Service, Way
from reflect_tui.session.agreed import AgreedAction
from reflect_tui.session.covering import COVERED
from reflect_tui.session.endings import (
    ASK_BECAME,
    ASK_WORDS,
    BECAME,
    LEFT,
    Became,
    said_of,
)
from reflect_tui.session.model import Ending
from reflect_tui.session.values import Value
from reflect_tui.tui.content import join, said
from reflect_tui.tui.widgets.editor import Editor
from reflect_tui.tui.widgets.fields.base import Field, Wanted
from reflect_tui.tui.widgets.fields.marks import ONE, Marks
from reflect_tui.tui.widgets.line import Line
from reflect_tui.tui.widgets.move_line import MoveLine

_CHOICES = [*((str(became), label) for became, label in BECAME.items()), ("", LEFT)]


def agreed_reading(carried: Iterable[AgreedAction], endings: Iterable[Ending]) -> Content:
    """Every agreed thing with what is said of it, for a prompt one is not at."""
    of = {kept.action: kept for kept in endings}
    parts = []
    for action in carried:
        kept = of.get(action.id)
        lines = said_shortly(kept).split("\n") if kept else []
        parts.append(
            join(
                said(action.what),
                *(join("\n  ", line.stylize_before("$muted")) for line in lines),
            )
        )
    return Content("\n").join(parts or [Content(COVERED)])


def said_shortly(ending: Ending) -> Content:
    """What is said of an action where it isn't open, and whether that is in the note."""
    mark = said(" · in the note", "$accent") if ending.in_note else Content("")
    return join(said(" · ".join(said_of(ending))), mark)


class OpenAgreed(Vertical):
    """The one that somebody is at: what became of it, the words, and where they go."""

    DEFAULT_CSS = """
    OpenAgreed {
        height: auto; padding-left: 2; margin-top: 1;
        Marks { margin-bottom: 1; }
        Editor { min-height: 4; max-height: 10; }
    }
    """

    def __init__(self, action: AgreedAction, ending: Ending | None, way: Way) -> None:
        super().__init__()
        self.action = action
        self.ending = ending
        self._way = way

    def compose(self) -> ComposeResult:
        """What became of it, then the words."""
        kept = self.ending
        yield Static(Content(ASK_BECAME), classes="field-label")
        yield Marks(_CHOICES, [kept.became if kept else ""], shapes=ONE, columns=len(_CHOICES))
        yield Static(Content(ASK_WORDS), classes="field-label")
        yield Editor(kept.words if kept else "")
        yield MoveLine(self._way, in_note=bool(kept and kept.in_note))

    def take(self, ending: Ending | None) -> None:
        """Draw what is said of it now; what is being written stays in the editor."""
        self.ending = ending
        self.query_one(Marks).show([ending.became if ending else ""])
        self.query_one(MoveLine).show(in_note=bool(ending and ending.in_note))


class AgreedField(Field):
    """What was agreed before, each on a line; the one being at is open below its line."""

    DEFAULT_CSS = """
    AgreedField { margin-top: 1; }
    AgreedField .agreed { height: auto; margin-bottom: 1; }
    """

    class Asked(Wanted):
        """What somebody wants said of an earlier action."""

        def __init__(self, action_id: str) -> None:
            super().__init__()
            self.action_id = action_id

    class Ended(Asked):
        """This became of it, or it is left for now."""

        def __init__(self, action_id: str, became: Became) -> None:
            super().__init__(action_id)
            self.became = became

    class Wrote(Asked):
        """These are the words about it."""

        at_once = False

        def __init__(self, action_id: str, words: str) -> None:
            super().__init__(action_id)
            self.words = words

    class Moved(Asked):
        """What is said of it is to go into the note, or out of it."""

        def __init__(self, action_id: str, *, in_note: bool) -> None:
            super().__init__(action_id)
            self.in_note = in_note

    def __init__(
        self,
        prompt: Prompt,
        value: Value | None,
        *,
        service: Service,
        way: Way,
        carried: Sequence[AgreedAction] = (),
        endings: Iterable[Ending] = (),
    ) -> None:
        super().__init__(prompt, value, service=service, way=way)
        self._carried = {action.id: action for action in carried}
        self._endings = {kept.action: kept for kept in endings}

    def compose(self) -> ComposeResult:
        """Every agreed thing as a line; the first is open, where the page begins."""
        first = next(iter(self._carried), None)
        if not self._carried:
            yield Static(Content(COVERED), classes="field-label")
        for number, (key, action) in enumerate(self._carried.items()):
            with Vertical(classes="agreed", id=f"agreed-{number}"):
                yield Line(said(action.what), self._quiet(key, opened=key == first), key=key)
                if key == first:
                    yield OpenAgreed(action, self._endings.get(key), self.way)

    def focus_first(self) -> None:
        """What became of the one that is open."""
        for marks in self.query(Marks):
            marks.focus()
            return

    # -- what is there --------------------------------------------------------------------

    def set_endings(self, endings: Iterable[Ending]) -> None:
        """Draw what is said of each now."""
        self._endings = {kept.action: kept for kept in endings}
        for opened in self.query(OpenAgreed):
            opened.take(self._endings.get(opened.action.id))
        self._draw()

    def _draw(self) -> None:
        opened = {part.action.id for part in self.query(OpenAgreed)}
        for line in self.query(Line):
            quiet = self._quiet(line.key, opened=line.key in opened)
            line.say(said(self._carried[line.key].what), quiet)

    def _quiet(self, key: str, *, opened: bool) -> Content:
        """Who, by when, how they are told; and what is said of it, where that isn't open."""
        more = self._carried[key].details
        lines = [said(more)] if more else []
        kept = self._endings.get(key)
        if kept is not None and not opened:
            lines.append(said_shortly(kept))
        return Content("\n").join(lines)

    # -- what a person does ---------------------------------------------------------------

    @on(Line.Chosen)
    async def _go(self, event: Line.Chosen) -> None:
        """Open the one somebody goes to; the one that was open stands as a line again."""
        event.stop()
        key = event.line.key
        here = event.line.parent
        if isinstance(here, Vertical) and not here.query(OpenAgreed):
            async with self.batch():
                await self.query(OpenAgreed).remove()
                await here.mount(OpenAgreed(self._carried[key], self._endings.get(key), self.way))
            self._draw()
        self.focus_first()

    @on(TextArea.Changed)
    def _typed(self, event: TextArea.Changed) -> None:
        event.stop()
        opened = self._opened_round(event.text_area)
        self.post_message(self.Wrote(opened.action.id, event.text_area.text))

    @on(Marks.Chosen)
    def _chose(self, event: Marks.Chosen) -> None:
        """One of the three, or leave it."""
        event.stop()
        opened = self._opened_round(event.marks)
        event.marks.show([event.option])
        for became in BECAME:
            if became == event.option:
                self.post_message(self.Ended(opened.action.id, became))
                return
        self.post_message(self.Ended(opened.action.id, ""))

    @on(MoveLine.Moved)
    def _moved(self, event: MoveLine.Moved) -> None:
        event.stop()
        opened = self._opened_round(event.line)
        self.post_message(self.Moved(opened.action.id, in_note=event.in_note))

    def _opened_round(self, widget: TextArea | Marks | MoveLine) -> OpenAgreed:
        return next(one for one in widget.ancestors if isinstance(one, OpenAgreed))
