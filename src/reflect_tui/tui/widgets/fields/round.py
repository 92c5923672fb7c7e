"""A round: each writes in turn, unseen; then, after a look, all is shown together, in no order."""

from __future__ import annotations

from typing import Any

from rich.cells import cell_len
from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static, TextArea

from reflect_tui.practice.facilitator import ALONE
from reflect_tui.session.values import Round
from reflect_tui.tui.content import said
from reflect_tui.tui.reveal import reveal_whole
from reflect_tui.tui.widgets.editor import Editor
from reflect_tui.tui.widgets.fields.base import Field
from reflect_tui.tui.widgets.press import Press

RECOGNISED = "People may recognise your words."
_WAITING = (
    "Each in turn writes a line or two that nobody else sees; leaving yours out is fine too. "
    "Hand the keyboard to whoever writes next, and look away."
)
_WRITING = (
    "What you type is drawn as dots, so that nobody reads along. It is kept once you add it. "
    "Leave yours out, and nothing of it stays."
)
_BEFORE_LOOKING = (
    "Has everyone who wants to had a turn? Then whoever leads looks first, alone: everybody else "
    "looks away, and nobody is sharing this screen."
)
_LOOKING = (
    "Could any of these point at someone, or hurt someone here? Without reading any out, ask "
    "whether anybody would rather leave theirs out. If you can't be sure, cover them again."
)
_NOTHING = "Nobody has added anything."
_LEAVING_OUT = (
    "Only with its writer's word, given to you by whoever wrote it. It can't be brought back."
)
_SEE, _COVER = "Let me see my words", "Dots again"


class TurnEditor(Editor):
    """An editor that draws dots, and whose clipboard ends with the turn.

    So nobody reads along, and nobody pastes another's words.
    """

    def __init__(self) -> None:
        super().__init__(placeholder="Write here, or leave yours out.")
        self.match_cursor_bracket = False
        self._aside = ""
        self.is_seen = False
        """Whether whoever writes has asked to see the words."""

    def see(self, *, seen: bool) -> None:
        """Draw the words, or dots."""
        self.is_seen = seen
        self._line_cache.clear()
        self.refresh()

    def get_line(self, line_index: int) -> Text:
        """A line as it is drawn: a dot for each letter, as wide as that is."""
        line = super().get_line(line_index)
        return line if self.is_seen else Text(veiled(line.plain), end="", no_wrap=True)

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


def veiled(words: str) -> str:
    """As many characters that take as much room and say nothing."""
    dots = {0: "\u200c", 2: "\uff0a"}
    return "".join(kept if kept.isspace() else dots.get(cell_len(kept), "•") for kept in words)


class RoundField(Field):
    """Its views: waiting, writing, before the facilitator's look, the look, and all together."""

    DEFAULT_CSS = """
    RoundField {
        margin-top: 1;
        .recognised { height: auto; color: $text-main; text-style: bold; margin-bottom: 1; }
        #view { height: auto; }
        .piece { height: auto; margin-top: 1; }
        .piece .words { height: auto; width: 1fr; }
        .piece Press { margin-left: 2; }
    }
    """

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self._looks = False

    def compose(self) -> ComposeResult:
        """The warning, and the view one is at."""
        yield Static(Content(RECOGNISED), classes="recognised")
        with Vertical(id="view"):
            yield from self._together() if self._round().shown else self._waiting()

    async def editor_of(self, part: str) -> TextArea | None:
        """None: what stands there together is nobody's to change."""
        del part
        return None

    def _round(self) -> Round:
        return self.value if isinstance(self.value, Round) else Round()

    # -- the views ------------------------------------------------------------------------

    def _waiting(self) -> list[Widget]:
        return [
            Static(Content(_WAITING), classes="field-label"),
            _buttons(("pass-keyboard", "Pass the keyboard"), ("look", "The facilitator looks")),
        ]

    def _writing(self) -> list[Widget]:
        return [
            Static(Content(_WRITING), classes="field-label"),
            TurnEditor(),
            _buttons(("add-mine", "Add mine"), ("leave-out", "Leave mine out"), ("see", _SEE)),
        ]

    def _before_looking(self) -> list[Widget]:
        return [
            Static(Content(_BEFORE_LOOKING), classes="field-label"),
            _buttons(("alone", ALONE), ("cover", "Not yet")),
        ]

    def _looking(self) -> list[Widget]:
        pieces = self._round().pieces
        shown = [
            Horizontal(
                Static(said(f"· {piece.strip()}"), classes="words"),
                Press("Leave this out", id=f"leave-{number}", classes="-second"),
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

    def _leaving_out(self, number: int) -> list[Widget]:
        return [
            Static(said(f"· {self._round().pieces[number].strip()}"), classes="piece words"),
            Static(Content(_LEAVING_OUT), classes="field-label piece"),
            _buttons(("keep-piece", "Keep it"), (f"out-{number}", "Its writer has said so")),
        ]

    def _together(self) -> list[Widget]:
        return [
            *(
                Static(said(f"· {piece.strip()}"), classes="piece words")
                for piece in self._round().pieces
            ),
            _buttons(("cover", "Cover them again")),
        ]

    async def _show(self, parts: list[Widget], *, looks: bool = False) -> None:
        self._looks = looks
        view = self.query_one("#view", Vertical)
        async with view.batch():
            await view.remove_children()
            await view.mount_all(parts)
        self.focus_first()
        # After what keeps the question in sight: here it matters more to see what there is to do.
        self.call_after_refresh(self.call_after_refresh, self.call_after_refresh, self._reveal)

    def _reveal(self) -> None:
        reveal_whole(self)

    async def write_on(self, words: str) -> None:
        """Go on with a turn that was interrupted."""
        await self._show(self._writing())
        self.query_one(TurnEditor).text = words

    async def turn_away(self) -> None:
        """Something was laid over the screen: what only the facilitator may see is covered."""
        if self._looks:
            await self._show(self._waiting())
        for turn in self.query(TurnEditor):
            self._see(turn, seen=False)

    # -- what a person does ---------------------------------------------------------------

    @on(Press.Pressed)
    async def _pressed(self, event: Press.Pressed) -> None:
        name = event.press.id or ""
        event.stop()
        number = int(name.rpartition("-")[2]) if name[-1:].isdecimal() else 0
        if name == "pass-keyboard":
            await self._show(self._writing())
        elif name in ("add-mine", "leave-out"):
            await self._end_turn(adds=name == "add-mine")
        elif name == "see":
            turn = self.query_one(TurnEditor)
            self._see(turn, seen=not turn.is_seen)
            turn.focus()
        elif name == "look":
            await self._show(self._before_looking())
        elif name in ("alone", "keep-piece"):
            await self._show(self._looking(), looks=True)
        elif name.startswith("leave-"):
            await self._show(self._leaving_out(number), looks=True)
        elif name.startswith("out-"):
            pieces = self._round().pieces
            self.changed(Round(pieces=(*pieces[:number], *pieces[number + 1 :])))
            await self._show(self._looking(), looks=True)
        elif name == "together":
            self.changed(self._round().model_copy(update={"shown": True}))
            await self._show(self._together())
        elif name == "cover":
            if self._round().shown:
                self.changed(self._round().model_copy(update={"shown": False}))
            await self._show(self._waiting())

    async def _end_turn(self, *, adds: bool) -> None:
        """What the next one sees is the same, whether a piece was added or left out."""
        words = self.query_one(TurnEditor).text
        if adds and words.strip():
            self.changed(self._round().with_piece(words))
        await self._show(self._waiting())

    def _see(self, turn: TurnEditor, *, seen: bool) -> None:
        turn.see(seen=seen)
        self.query_one("#see", Press).relabel(_COVER if seen else _SEE)


def _buttons(*buttons: tuple[str, str]) -> Horizontal:
    """Buttons beside each other, ids and labels."""
    presses = [Press(label, id=name) for name, label in buttons]
    return Horizontal(*presses, classes="field-buttons")
