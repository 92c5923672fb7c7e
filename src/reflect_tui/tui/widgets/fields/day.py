"""A day, part by part: what it is like, and whether that was seen, told or inferred."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import OptionList, TextArea

from reflect_tui.session.values import Day, Moment
from reflect_tui.tui.content import said
from reflect_tui.tui.widgets.editor import Editor
from reflect_tui.tui.widgets.fields.base import Field
from reflect_tui.tui.widgets.fields.choose import Marked
from reflect_tui.tui.widgets.press import Press

KNOWN = {"seen": "We saw it", "told": "We were told", "inferred": "We infer it"}


class DayField(Field):
    """The parts of the day; the one being at has an editor, the others stand as a line."""

    DEFAULT_CSS = """
    DayField {
        .part { height: auto; }
        .part Press { width: 1fr; }
        Editor { min-height: 4; max-height: 8; }
        Marked { max-height: 5; }
    }
    """

    def compose(self) -> ComposeResult:
        """Every part as a line to open."""
        for option in self.prompt.options:
            with Vertical(classes="part", id=f"part-{option.id}"):
                yield Press("", id=f"open-{option.id}", classes="-quiet")

    async def on_mount(self) -> None:
        """Draw the lines; open the first part."""
        self._draw()
        if self.prompt.options:
            await self._open(self.prompt.options[0].id)

    def focus_first(self) -> None:
        """The first part's line; its editor follows when it is mounted."""
        for press in self.query(Press):
            press.focus()
            return

    def _day(self) -> Day:
        return self.value if isinstance(self.value, Day) else Day()

    def _draw(self) -> None:
        for option in self.prompt.options:
            moment = self._day().moment(option.id)
            known = f" · {KNOWN[moment.known].lower()}" if moment.known else ""
            words = moment.text.strip().split("\n", 1)[0] if moment.text.strip() else ""
            shown = f"{option.label}: {words}{known}" if words else option.label
            self.query_one(f"#open-{option.id}", Press).relabel(said(shown).plain)

    async def _open(self, part: str) -> None:
        for editor in self.query(".opened"):
            await editor.remove()
        moment = self._day().moment(part)
        editor = Editor(moment.text, placeholder="What is it like for them?")
        known = Marked(id=f"known-{part}", markup=False)
        box = Vertical(editor, known, classes="part opened")
        await self.query_one(f"#part-{part}", Vertical).mount(box)
        known.mark(list(KNOWN.items()), (moment.known,), "○●")
        editor.focus()

    def _part_of(self, widget: Marked | Editor) -> str:
        parent = widget.parent.parent if widget.parent else None
        return (getattr(parent, "id", "") or "").removeprefix("part-")

    @on(Press.Pressed)
    async def _pressed(self, event: Press.Pressed) -> None:
        event.stop()
        await self._open((event.press.id or "").removeprefix("open-"))

    @on(TextArea.Changed)
    def _typed(self, event: TextArea.Changed) -> None:
        event.stop()
        assert isinstance(event.text_area, Editor)
        part = self._part_of(event.text_area)
        moment = self._day().moment(part).model_copy(update={"text": event.text_area.text})
        self.changed(self._day().with_moment(moment))
        self._draw()

    @on(OptionList.OptionSelected)
    def _known(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        assert isinstance(event.option_list, Marked)
        part = self._part_of(event.option_list)
        moment = self._day().moment(part)
        if moment.is_blank():
            self.notify("Write a few words first.", markup=False, timeout=4)
            return
        known = "" if moment.known == event.option_id else event.option_id
        self.changed(
            self._day().with_moment(Moment.model_validate({**moment.model_dump(), "known": known}))
        )
        event.option_list.mark(list(KNOWN.items()), (known or "",), "○●")
        self._draw()
