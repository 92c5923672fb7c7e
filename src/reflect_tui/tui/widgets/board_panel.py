"""What stands beside a board: the card one is at, opening it, and the questions that pick."""

from __future__ import annotations

from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.content import Content
from textual.events import DescendantFocus, Resize
from textual.message import Message
from textual.widgets import Static

from reflect_tui.practice.exercise import Exercise, Prompt, Stage, Way
from reflect_tui.session.address import Address, Place
from reflect_tui.session.board import Card, after_cards, cards, picked_by, picks, with_pick
from reflect_tui.session.model import Session
from reflect_tui.session.values import Choice, Choices
from reflect_tui.tui.content import prose, said
from reflect_tui.tui.spoken import one_line
from reflect_tui.tui.widgets.board import Board
from reflect_tui.tui.widgets.line import Line
from reflect_tui.tui.widgets.press import Press

_COLUMN = 26
"""Where what was picked begins, in cells."""
_FEW = 10
"""Cards that leave room for more even in a low window."""
_LOW = 34
"""Lines below which there is room for the cards and the questions, and not for more."""
_BESIDE = 104
"""Columns from which on the panel stands beside the cards."""
_FIRST = {
    "practitioner": "The practitioner goes first.",
    "supervisor": "The supervisor goes first.",
}


@dataclass(frozen=True, slots=True)
class _Pick:
    """One question that picks, and the cards it has picked."""

    prompt: Prompt
    picked: tuple[str, ...]


class BoardPage(Container):
    """The board of a page with its panel; beside each other where there is room.

    It is drawn from the session and says what somebody wants; it holds nothing itself.
    """

    DEFAULT_CSS = """
    BoardPage {
        height: auto; layout: horizontal; margin-bottom: 1;
        #board { width: 74; margin-right: 3; }
        #panel { width: 1fr; height: auto; }
        #card-title { text-style: bold; height: 1; color: $accent; }
        #card-meaning { height: auto; color: $text-main; margin-bottom: 1; }
        #card, #open-card { height: auto; margin-bottom: 1; }
        .pick { margin-bottom: 1; }
        .pick-help { height: auto; color: $muted; padding-left: 4; display: none; }
        .pick-help.-at { display: block; margin-bottom: 1; }
        #join { margin-top: 1; display: none; }
        #join.-offered { display: block; }
        &.-stacked {
            layout: vertical;
            #board { width: 1fr; max-width: 74; margin-right: 0; }
            #card { layout: horizontal; }
            #card-title { width: auto; min-width: 20; margin-right: 2; }
            #card-meaning { width: 1fr; margin-bottom: 0; }
            #card, #open-card { margin-bottom: 0; }
            &.-low #card-meaning { display: none; }
            .pick { margin-bottom: 0; }
        }
    }
    """

    class Wrote(Message):
        """Somebody picked a card, or let go of one."""

        def __init__(self, address: Address, value: Choice | Choices) -> None:
            super().__init__()
            self.address = address
            self.value = value

    class Wanted(Message):
        """Somebody wants to go to a card, or to what the board leads to."""

        def __init__(self, place: Place) -> None:
            super().__init__()
            self.place = place

    def __init__(self, exercise: Exercise, board: Stage, session: Session, *, at: str = "") -> None:
        super().__init__()
        self._exercise = exercise
        self._board = board
        self._session = session
        self._at = at

    # -- drawing --------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        """The cards; then the one somebody is at and what it can be picked for."""
        yield Board(self._cards(), at=self._at, id="board")
        with Vertical(id="panel"):
            with Container(id="card"):
                yield Static(Content(""), id="card-title")
                yield Static(Content(""), id="card-meaning")
                yield Press("Open this card", id="open-card", classes="-main")
            for number, pick in enumerate(self._picks()):
                yield Line(
                    said(pick.prompt.title),
                    lead=Content.styled(f"{number + 1} ", "$muted"),
                    column=_COLUMN,
                    key=pick.prompt.id,
                    classes="pick",
                )
                help_words = " ".join(
                    part for part in (self._first(pick.prompt), pick.prompt.help) if part
                )
                yield Static(prose(help_words), classes="pick-help", name=pick.prompt.id)
            yield Press("", id="join")

    def _first(self, prompt: Prompt) -> str:
        return _FIRST.get(prompt.by, "") if self._session.way is not Way.SOLO else ""

    def on_mount(self) -> None:
        """Say what stands there from the start."""
        self.take(self._session)
        self._say_card(self.query_one(Board).card)

    def on_resize(self, event: Resize) -> None:
        """Beside each other where there is room."""
        self.set_class(event.size.width < _BESIDE, "-stacked")
        self.set_class(self.app.size.height < _LOW and len(self._cards()) > _FEW, "-low")

    def take(self, session: Session) -> None:
        """Draw the board as the session stands now."""
        self._session = session
        self.query_one(Board).show(self._cards())
        titles = {card.place.stage: card.title for card in self._cards()}
        for pick in self._picks():
            picked = ", ".join(titles[card] for card in pick.picked if card in titles)
            lines = [line for line in self.query(Line) if line.key == pick.prompt.id]
            for line in lines:
                line.say(said(pick.prompt.title), said(picked or "–", "bold $text-main"))
        following = after_cards(self._exercise, self._board, session)
        join = self.query_one("#join", Press)
        join.set_class(following is not None, "-offered")
        join.relabel(one_line(following.title, 40) if following else "")

    def _cards(self) -> tuple[Card, ...]:
        return cards(self._exercise, self._board, self._session)

    def _picks(self) -> tuple[_Pick, ...]:
        return tuple(
            _Pick(prompt, picked_by(self._exercise, self._board, prompt, self._session))
            for prompt in picks(self._board)
        )

    def _say_card(self, card: Card) -> None:
        self.query_one("#card-title", Static).update(said(card.title))
        self.query_one("#card-meaning", Static).update(prose(card.meaning))

    # -- what a person does ---------------------------------------------------------------

    def begin(self) -> None:
        """Put the focus on the cards."""
        self.query_one(Board).focus()

    @on(Board.At)
    def _gone_to(self, event: Board.At) -> None:
        event.stop()
        self._say_card(event.card)

    @on(Board.Opened)
    def _opened(self, event: Board.Opened) -> None:
        event.stop()
        self.post_message(self.Wanted(event.card.place))

    @on(Press.Pressed, "#open-card")
    def _open(self, event: Press.Pressed) -> None:
        event.stop()
        self.post_message(self.Wanted(self.query_one(Board).card.place))

    @on(Press.Pressed, "#join")
    def _join(self, event: Press.Pressed) -> None:
        event.stop()
        following = after_cards(self._exercise, self._board, self._session)
        if following is not None:
            self.post_message(self.Wanted(Place(self._exercise.id, following.id)))

    @on(Board.Picked)
    def _picked(self, event: Board.Picked) -> None:
        event.stop()
        asked = self._picks()
        if event.number < len(asked):
            self._pick(asked[event.number])

    @on(Line.Chosen)
    def _line_chosen(self, event: Line.Chosen) -> None:
        event.stop()
        for pick in self._picks():
            if pick.prompt.id == event.line.key:
                self._pick(pick)

    def _pick(self, pick: _Pick) -> None:
        card = self.query_one(Board).card.place.stage
        value = with_pick(pick.prompt, pick.picked, card)
        if value is None:
            self.notify("Let go of another one first.", markup=False, timeout=4)
            return
        place = Place(self._exercise.id, self._board.id)
        self.post_message(self.Wrote(place.prompt(pick.prompt.id), value))

    @on(DescendantFocus)
    def _help(self, event: DescendantFocus) -> None:
        """Only the question one is at says more."""
        at = event.widget.key if isinstance(event.widget, Line) else ""
        for words in self.query(".pick-help"):
            words.set_class(words.name == at, "-at")
