"""A round: each writes in turn, unseen; then, after a look, all is shown together, in no order."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from reflect_tui.session.values import Round
from reflect_tui.tui.content import said
from reflect_tui.tui.widgets.editor import Editor
from reflect_tui.tui.widgets.fields.base import Field
from reflect_tui.tui.widgets.press import Press

RECOGNISED = "People may recognise your words."
_WAITING = (
    "Each in turn writes a line or two that nobody else sees. "
    "Hand the keyboard to whoever writes next, and look away."
)
_WRITING = "Only you are to see this. It is kept once you add it; leaving it out is fine too."
_LOOKING = (
    "For the facilitator alone; everybody else looks away. Could any of these point at someone, "
    "or hurt someone here? Take out what is not to be shown."
)
_NOTHING = "Nobody has added anything."


class TurnEditor(Editor):
    """An editor whose clipboard ends with the turn, so that nobody pastes another's words."""

    def __init__(self) -> None:
        super().__init__(placeholder="Write here, or leave yours out.")
        self._aside = ""

    def action_copy(self) -> None:
        """Put what is selected aside, for this turn."""
        self._aside = self.selected_text or self._aside

    def action_cut(self) -> None:
        """Take what is selected out and put it aside, for this turn."""
        if self.selected_text:
            self._aside = self.selected_text
            self.replace("", *self.selection, maintain_selection_offset=False)

    def action_paste(self) -> None:
        """Paste what was put aside in this turn."""
        self._take(self._aside)


class RoundField(Field):
    """One of four views: waiting, writing, the facilitator's look, and all together."""

    DEFAULT_CSS = """
    RoundField {
        margin-top: 1;
        .recognised { height: auto; color: $text-main; margin-bottom: 1; }
        #view { height: auto; }
        .piece { height: auto; margin-bottom: 1; }
        .piece .words { height: auto; width: 1fr; }
        .piece Press { margin-left: 2; }
    }
    """

    def compose(self) -> ComposeResult:
        """The warning, and the view one is at."""
        yield Static(Content(RECOGNISED), classes="recognised")
        with Vertical(id="view"):
            yield from self._together() if self._round().shown else self._waiting()

    def _round(self) -> Round:
        return self.value if isinstance(self.value, Round) else Round()

    # -- the four views -------------------------------------------------------------------

    def _waiting(self) -> list[Widget]:
        return [
            Static(Content(_WAITING), classes="field-label"),
            _buttons(("pass-keyboard", "Pass the keyboard"), ("look", "The facilitator looks")),
        ]

    def _writing(self) -> list[Widget]:
        return [
            Static(Content(_WRITING), classes="field-label"),
            TurnEditor(),
            _buttons(("add-mine", "Add mine"), ("leave-out", "Leave mine out")),
        ]

    def _looking(self) -> list[Widget]:
        pieces = self._round().pieces
        shown = [
            Horizontal(
                Static(said(piece.strip()), classes="words"),
                Press("Take out", id=f"take-out-{number}", classes="-second"),
                classes="piece",
            )
            for number, piece in enumerate(pieces)
        ]
        buttons = [("together", "Show them together")] if pieces else []
        return [
            Static(Content(_LOOKING if pieces else _NOTHING), classes="field-label"),
            *shown,
            _buttons(*buttons, ("cover", "Cover them again")),
        ]

    def _together(self) -> list[Widget]:
        return [
            *(
                Static(said(f"· {piece.strip()}"), classes="piece words")
                for piece in self._round().pieces
            ),
            _buttons(("cover", "Cover them again")),
        ]

    async def _show(self, parts: list[Widget]) -> None:
        view = self.query_one("#view", Vertical)
        async with view.batch():
            await view.remove_children()
            await view.mount_all(parts)
        self.focus_first()

    async def write_on(self, words: str) -> None:
        """Go on with a turn that was interrupted."""
        await self._show(self._writing())
        self.query_one(TurnEditor).text = words

    # -- what a person does ---------------------------------------------------------------

    @on(Press.Pressed, "#pass-keyboard")
    async def _pass(self, event: Press.Pressed) -> None:
        event.stop()
        await self._show(self._writing())

    @on(Press.Pressed, "#add-mine")
    @on(Press.Pressed, "#leave-out")
    async def _turn_ends(self, event: Press.Pressed) -> None:
        """What the next one sees is the same, whether a piece was added or left out."""
        event.stop()
        words = self.query_one(TurnEditor).text
        if event.press.id == "add-mine" and words.strip():
            self.changed(self._round().with_piece(words))
        await self._show(self._waiting())

    @on(Press.Pressed, "#look")
    async def _look(self, event: Press.Pressed) -> None:
        event.stop()
        await self._show(self._looking())

    @on(Press.Pressed)
    async def _take_out(self, event: Press.Pressed) -> None:
        name = event.press.id or ""
        if not name.startswith("take-out-"):
            return
        event.stop()
        at = int(name.removeprefix("take-out-"))
        pieces = self._round().pieces
        self.changed(Round(pieces=(*pieces[:at], *pieces[at + 1 :])))
        await self._show(self._looking())

    @on(Press.Pressed, "#together")
    async def _show_together(self, event: Press.Pressed) -> None:
        event.stop()
        self.changed(self._round().model_copy(update={"shown": True}))
        await self._show(self._together())

    @on(Press.Pressed, "#cover")
    async def _cover_again(self, event: Press.Pressed) -> None:
        event.stop()
        if self._round().shown:
            self.changed(self._round().model_copy(update={"shown": False}))
        await self._show(self._waiting())


def _buttons(*buttons: tuple[str, str]) -> Horizontal:
    """Buttons beside each other, ids and labels."""
    presses = [Press(label, id=name) for name, label in buttons]
    return Horizontal(*presses, classes="field-buttons")
