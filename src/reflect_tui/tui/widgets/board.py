"""A board: all its cards at once, unranked, to go about with arrows, letters or the mouse."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click, Key
from textual.geometry import Size
from textual.message import Message

from reflect_tui.session.board import Card
from reflect_tui.tui.content import said
from reflect_tui.tui.reveal import reveal
from reflect_tui.tui.widgets.laid_out import LaidOut

_WIDE = 14
"""Cells of a card with its borders, where there is room for five beside each other."""
_MOST = 5
"""Cards beside each other, at most: a row one takes in at a glance."""
_GAP = 1
_TALL = 4
"""Lines of a card with its borders: a title may take two."""
_WRITTEN, _PICKED = "✎", "◆"
_PLAIN, _AT = tuple("╭─╮│╰╯"), tuple("╔═╗║╚╝")
"""The borders of a card, and of the one somebody is at: told apart by shape, not by colour."""


class Board(LaidOut, can_focus=True):
    """Cards in rows. It says where somebody is and which card they open, and keeps nothing."""

    DEFAULT_CSS = """
    Board { height: auto; width: 1fr; color: $text-main; pointer: pointer; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "open", "Open this card", show=False, id="board-open"),
        Binding("down", "row(1)", "Down", show=False, id="board-down"),
        Binding("up", "row(-1)", "Up", show=False, id="board-up"),
        Binding("right", "step(1)", "Next card", show=False, id="board-right"),
        Binding("left", "step(-1)", "Card before", show=False, id="board-left"),
        Binding("home", "step(-999)", "First card", show=False, id="board-home"),
        Binding("end", "step(999)", "Last card", show=False, id="board-end"),
    ]

    class At(Message):
        """Somebody is at another card now."""

        def __init__(self, card: Card) -> None:
            super().__init__()
            self.card = card

    class Opened(Message):
        """Somebody opens a card."""

        def __init__(self, card: Card) -> None:
            super().__init__()
            self.card = card

    class Picked(Message):
        """Somebody pressed the number of one of the board's questions."""

        def __init__(self, card: Card, number: int) -> None:
            super().__init__()
            self.card = card
            self.number = number
            """From 0."""

    def __init__(
        self, cards: Sequence[Card], *, at: str = "", column: bool = False, id: str | None = None
    ) -> None:
        """`at` is the id of the card one is at; `column`: a line each, below each other."""
        super().__init__(id=id)
        self._cards = tuple(cards)
        self._column = column
        self.at = next((n for n, card in enumerate(cards) if card.place.stage == at), 0)

    def show(self, cards: Sequence[Card]) -> None:
        """Draw the cards as they stand now."""
        self._cards = tuple(cards)
        self.refresh()

    @property
    def card(self) -> Card:
        """The card one is at."""
        return self._cards[self.at]

    # -- drawing --------------------------------------------------------------------------

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self._cards)

    def across(self, width: int) -> int:
        """How many cards there is room for beside each other."""
        if self._column:
            return 1
        return max(1, min(_MOST, (width + _GAP) // (_WIDE + _GAP), len(self._cards)))

    def render(self) -> Content:
        """Every card; the one somebody is at has a border of its own."""
        if self._column:
            return Content("\n").join(self._line(n) for n in range(len(self._cards)))
        across = self.across(self.content_size.width)
        lines = []
        for start in range(0, len(self._cards), across):
            row = [self._drawn(n) for n in range(start, min(start + across, len(self._cards)))]
            lines += [Content(" " * _GAP).join(parts) for parts in zip(*row, strict=True)]
        return Content("\n").join(lines)

    def _style(self, index: int) -> str:
        here = index == self.at
        return "$accent" if here else "$line"

    def _drawn(self, index: int) -> list[Content]:
        """One card, line by line."""
        card = self._cards[index]
        left, flat, right, side, below, end = _AT if index == self.at else _PLAIN
        room = _WIDE - 2
        words = said(card.title).wrap(room)[: _TALL - 2]
        words += [Content("")] * (_TALL - 2 - len(words))
        style = " ".join(
            ["bold"] * (card.picked or index == self.at)
            + ["on $panel"] * (self.has_focus and index == self.at)
        )
        frame = self._style(index)
        inside = [_centred(word.rstrip(), room) for word in words]
        inside = [word.stylize(style) if style else word for word in inside]
        marks = (_WRITTEN if card.written else "") + (_PICKED if card.picked else "")
        foot = f"{marks:{flat}>{_WIDE - 3}}{flat}" if marks else flat * (_WIDE - 2)
        top = Content.styled(f"{left}{flat * (_WIDE - 2)}{right}", frame)
        bottom = Content.styled(f"{below}{foot}{end}", frame)
        edge = Content.styled(side, frame)
        body = [edge.append(word).append(edge) for word in inside]
        return [top, *body, bottom]

    def _line(self, index: int) -> Content:
        """One card as a line: beside a card that is open, the others are a list."""
        card, here = self._cards[index], index == self.at
        mark = "▸ " if here else "  "
        marks = (f" {_WRITTEN}" if card.written else "") + (f" {_PICKED}" if card.picked else "")
        style = "bold $accent" if here else ""
        words = said(f"{mark}{card.title}{marks}", style)
        return words.stylize("on $panel") if here and self.has_focus else words

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the rows take."""
        rows = -(-len(self._cards) // self.across(width))
        return max(rows * (1 if self._column else _TALL), 1)

    # -- going about ----------------------------------------------------------------------

    def go(self, index: int) -> None:
        """Go to a card, and keep it in sight."""
        at = min(max(index, 0), len(self._cards) - 1)
        if at != self.at:
            self.at = at
            self.refresh()
            self.post_message(self.At(self.card))
        tall = 1 if self._column else _TALL
        reveal(self, at // self.across(self.content_size.width) * tall, tall)

    def on_key(self, event: Key) -> None:
        """A letter leads to the next card that begins with it; a number picks."""
        letter = event.character or ""
        if letter.isdecimal() and letter != "0":
            event.stop()
            self.post_message(self.Picked(self.card, int(letter) - 1))
            return
        order = [(self.at + n) % len(self._cards) for n in range(1, len(self._cards) + 1)]
        for index in order if letter.isalpha() else ():
            if self._cards[index].title.casefold().startswith(letter.casefold()):
                event.stop()
                self.go(index)
                return

    def on_click(self, event: Click) -> None:
        """A click goes to a card; one more opens it."""
        event.stop()
        index = self._under(event.x, event.y)
        if index is None:
            return
        again = index == self.at
        self.go(index)
        if again or self._column:
            self.action_open()

    def _under(self, x: int, y: int) -> int | None:
        """The card drawn at a place, or None between two."""
        if self._column:
            return y if y < len(self._cards) else None
        across = self.across(self.content_size.width)
        column, into = divmod(x, _WIDE + _GAP)
        index = y // _TALL * across + column
        return index if column < across and into < _WIDE and index < len(self._cards) else None

    def action_open(self) -> None:
        """Open the card one is at."""
        self.post_message(self.Opened(self.card))


def _centred(words: Content, room: int) -> Content:
    """Words in the middle of so many cells."""
    before = (room - words.cell_length) // 2
    return words.pad_left(max(before, 0)).truncate(room, pad=True)
