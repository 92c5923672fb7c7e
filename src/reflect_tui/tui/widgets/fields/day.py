"""A day, part by part: what it is like, and whether that was seen, told or inferred."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static, TextArea

from reflect_tui.session.values import Day, Moment
from reflect_tui.tui.content import join, said
from reflect_tui.tui.widgets.editor import Editor
from reflect_tui.tui.widgets.fields.base import Field
from reflect_tui.tui.widgets.fields.marks import ONE, Marks
from reflect_tui.tui.widgets.line import Line
from reflect_tui.tui.widgets.reading import KNOWN

_COLUMN = 30
"""The most cells the names of the parts take before what was written stands beside them."""


class OpenPart(Vertical):
    """The part one is at: an editor, and how we know."""

    DEFAULT_CSS = """
    OpenPart {
        height: auto; padding: 0 0 0 2; margin-bottom: 1;
        Editor { min-height: 5; max-height: 10; }
    }
    """

    def __init__(self, moment: Moment) -> None:
        super().__init__()
        self.moment = moment

    def compose(self) -> ComposeResult:
        """What it is like, then how we know."""
        yield Editor(self.moment.text, placeholder="What is it like for them?")
        yield Static(Content("How do we know?"), classes="field-label")
        yield Marks(list(KNOWN.items()), [self.moment.known], shapes=ONE, columns=3)


class DayField(Field):
    """The parts of the day; the one being at has an editor, the others stand as a line."""

    DEFAULT_CSS = """
    DayField { margin-top: 1; }
    DayField .part { height: auto; }
    """

    def compose(self) -> ComposeResult:
        """Every part as a line; the first is open."""
        labels = [said(option.label).cell_length for option in self.prompt.options]
        self._column = min(max(labels, default=0) + 2, _COLUMN)
        self._known = {moment.part: moment.known for moment in self._day().moments}
        for number, option in enumerate(self.prompt.options):
            with Vertical(classes="part", id=f"part-{option.id}"):
                yield Line(said(option.label), column=self._column, key=option.id)
                if number == 0:
                    yield OpenPart(self._moment(option.id))

    def on_mount(self) -> None:
        """Say what was written to the parts that aren't open."""
        self._draw()

    def focus_first(self) -> None:
        """The editor of the part that is open."""
        for editor in self.query(Editor):
            editor.focus()
            return

    def _day(self) -> Day:
        return self.value if isinstance(self.value, Day) else Day()

    def _moment(self, part: str) -> Moment:
        """A part as it stands here: how we know may be said before the words are."""
        moment = self._day().moment(part)
        return moment.model_copy(update={"known": self._known.get(part, "")})

    def _draw(self) -> None:
        labels = {option.id: option.label for option in self.prompt.options}
        opened = {part.moment.part for part in self.query(OpenPart)}
        for line in self.query(Line):
            moment = self._moment(line.key)
            quiet = Content("")
            if line.key not in opened and not moment.is_blank():
                known = f" · {KNOWN[moment.known].lower()}" if moment.known else ""
                quiet = join(" ".join(moment.text.split()), known)
            line.say(said(labels[line.key]), quiet)

    @on(Line.Chosen)
    async def _go(self, event: Line.Chosen) -> None:
        """Open the part one goes to; the one that was open stands as a line again."""
        event.stop()
        (await self.editor_of(event.line.key)).focus()

    async def editor_of(self, part: str) -> TextArea:
        """The editor of a part of the day, which is opened for it."""
        here = self.query_one(f"#part-{part}", Vertical)
        if not here.query(OpenPart):
            async with self.batch():
                await self.query(OpenPart).remove()
                await here.mount(OpenPart(self._moment(part)))
            self._draw()
        return here.query_one(Editor)

    def _write(self, moment: Moment) -> None:
        self._known[moment.part] = moment.known
        if moment != self._day().moment(moment.part):
            day = self._day().with_moment(moment)
            if day != self._day():
                self.changed(day)

    @on(TextArea.Changed)
    def _typed(self, event: TextArea.Changed) -> None:
        event.stop()
        part = self._part(event.text_area)
        self._write(self._moment(part).model_copy(update={"text": event.text_area.text}))

    @on(Marks.Chosen)
    def _knew(self, event: Marks.Chosen) -> None:
        event.stop()
        moment = self._moment(self._part(event.marks))
        known = "" if moment.known == event.option else event.option
        event.marks.show([known])
        self._write(Moment.model_validate({**moment.model_dump(), "known": known}))

    def _part(self, widget: TextArea | Marks) -> str:
        return next(one for one in widget.ancestors if isinstance(one, OpenPart)).moment.part
