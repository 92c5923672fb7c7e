"""A round: each writes in turn, unseen; then all is shown together, in no order, with no author."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static, TextArea

from reflect_tui.session.values import Round
from reflect_tui.tui.content import join, said
from reflect_tui.tui.widgets.editor import Editor
from reflect_tui.tui.widgets.fields.base import Field
from reflect_tui.tui.widgets.press import Press

WARNING = "People may recognise your words. “Leave mine out” is always all right."
PASS_ON = "Pass the keyboard. What the others wrote is not on the screen."
LOOK = "The facilitator looks first, with the screen turned away. Then show them together."


class RoundField(Field):
    """One editor that is emptied for the next person, and, at the end, everything together."""

    DEFAULT_CSS = """
    RoundField {
        .buttons { height: auto; margin-top: 0; }
        .buttons Press { margin-right: 2; }
        #together { height: auto; }
        .piece { height: auto; padding: 0 1; border-left: solid $line; margin: 0 0 1 0; }
    }
    """

    def compose(self) -> ComposeResult:
        """The warning, then either the writing or the showing."""
        yield Static(Content(WARNING), classes="field-label")
        yield Vertical(id="together")

    async def on_mount(self) -> None:
        """Begin where the round stands."""
        await (self._show() if self._round().shown else self._write())

    def _round(self) -> Round:
        return self.value if isinstance(self.value, Round) else Round()

    async def _write(self) -> None:
        box = self.query_one("#together", Vertical)
        await box.remove_children()
        editor = Editor(placeholder="Write yours, or leave it out.")
        await box.mount(
            Static(Content(PASS_ON), classes="field-label"),
            editor,
            Horizontal(
                Press("Add mine", id="add-mine", classes="-main"),
                Press("Leave mine out", id="leave-mine"),
                Press("Everyone has had a turn", id="all-had"),
                classes="buttons",
            ),
        )
        editor.focus()

    async def _look(self) -> None:
        box = self.query_one("#together", Vertical)
        await box.remove_children()
        show = Press("Show them together", id="show-them", classes="-main")
        more = Press("Somebody wants another turn", id="another-turn")
        buttons = Horizontal(show, more, classes="buttons")
        await box.mount(Static(Content(LOOK), classes="field-label"), buttons)
        show.focus()

    async def _show(self) -> None:
        box = self.query_one("#together", Vertical)
        await box.remove_children()
        pieces = [Static(said(piece), classes="piece") for piece in self._round().pieces]
        more = Press("Somebody wants another turn", id="another-turn")
        await box.mount(*pieces, Horizontal(more, classes="buttons"))
        more.focus()

    @on(TextArea.Changed)
    def _typing(self, event: TextArea.Changed) -> None:
        # What somebody is still writing is nobody's yet: it is kept when they add it.
        event.stop()

    @on(Press.Pressed)
    async def _pressed(self, event: Press.Pressed) -> None:
        event.stop()
        deed = event.press.id
        if deed == "add-mine":
            words = self.query_one(Editor).text
            if words.strip():
                self.changed(self._round().with_piece(words))
            await self._write()
        elif deed == "leave-mine":
            await self._write()
        elif deed == "all-had":
            words = self.query_one(Editor).text
            if words.strip():
                self.notify("Add what stands there, or leave it out, first.", markup=False)
                return
            await self._look()
        elif deed == "show-them":
            self.changed(self._round().model_copy(update={"shown": True}))
            await self._show()
        elif deed == "another-turn":
            self.changed(self._round().model_copy(update={"shown": False}))
            await self._write()


def round_words(value: Round) -> Content:
    """A round as text: hidden until it was shown together."""
    if not value.shown:
        return Content("Written in turn, and not shown together yet.")
    return join(*(said(f"· {piece}\n") for piece in value.pieces))
