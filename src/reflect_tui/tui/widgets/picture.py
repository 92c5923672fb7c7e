"""The picture of a placement: seen or unseen, said or unsaid. Shapes carry it, not colour."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from reflect_tui.session.gathering import Placed
from reflect_tui.session.values import Placement, Spot
from reflect_tui.tui.content import said

SHAPES = {"me": "●", "them": "○", "between": "◆"}
"""The shape that stands for each of the three."""
MOVES_SHAPE = "~"
QUARTERS = ((True, True), (False, True), (True, False), (False, False))
"""Seen and said, of each quarter, as one reads: said above, seen at the left."""
LEGEND = "me ●   them ○   between us ◆   ~ it moves"
_SEEN, _UNSEEN = "seen", "unseen"
_LEAST = 3
"""Lines of a quarter, at least."""
_SINGLE, _DOUBLE = tuple("╭─╮│╰╯"), tuple("╔═╗║╚╝")
_WIDEST = 34
"""Cells of a quarter, at most."""

Quarter = tuple[bool, bool]


def marks_of(placement: Placement, quarter: Quarter) -> str:
    """The shapes of a placement that stand in one quarter of the picture."""
    spot = Spot(seen=quarter[0], said=quarter[1])
    shapes = "".join(shape for who, shape in SHAPES.items() if getattr(placement, who) == spot)
    return f"{shapes}{MOVES_SHAPE}" if shapes and placement.moves else shapes


def drawn(
    quarters: Mapping[Quarter, Sequence[Content]],
    width: int,
    *,
    at: Quarter | None = None,
    tall: int = _LEAST,
    named: bool = True,
) -> list[Content]:
    """The four quarters in `width` cells, with what stands in each; `at` has a double border.

    `named`: what the sides mean stands round the picture.
    """
    side = len(_UNSEEN) + 1 if named else 0
    room = max(min((width - 2 * side - 5) // 2, _WIDEST), 8)
    whole = 2 * room + 5
    lines = [_above("said", whole, side)] if named else []
    for said_too in (True, False):
        pair: list[Quarter] = [(True, said_too), (False, said_too)]
        cells = [_folded(quarters.get(quarter, ()), room) for quarter in pair]
        height = max(tall, *map(len, cells))
        boxes = [
            _box(cell, room, height, double=quarter == at)
            for quarter, cell in zip(pair, cells, strict=True)
        ]
        middle = (height + 2) // 2
        for number, (left, right) in enumerate(zip(*boxes, strict=True)):
            here = named and number == middle
            seen = f"{_SEEN:>{side - 1}} " if here else " " * side
            unseen = f" {_UNSEEN}" if here else ""
            lines.append(
                Content.styled(seen, "$muted")
                .append(left)
                .append(" ")
                .append(right)
                .append(Content.styled(unseen, "$muted"))
            )
    return [*lines, _above("unsaid", whole, side)] if named else lines


def _above(words: str, whole: int, side: int) -> Content:
    return Content.styled(f"{words:^{whole}}", "$muted").pad_left(side)


def _folded(items: Sequence[Content], room: int) -> list[Content]:
    return [line for item in items for line in item.wrap(room - 2)]


def _box(lines: list[Content], room: int, height: int, *, double: bool) -> list[Content]:
    left, flat, right, side, below, end = _DOUBLE if double else _SINGLE
    style = "$accent" if double else "$line"
    edge = Content.styled(side, style)
    rows = [*lines, *[Content("")] * (height - len(lines))]
    body = [
        edge.append(Content(" ")).append(row.truncate(room - 1, pad=True)).append(edge)
        for row in rows
    ]
    top = Content.styled(f"{left}{flat * room}{right}", style)
    return [top, *body, Content.styled(f"{below}{flat * room}{end}", style)]


class MapPicture(Widget):
    """Everything that was placed on a board, as one picture. It is only for looking."""

    DEFAULT_CSS = """
    MapPicture { height: auto; width: 1fr; color: $text-main; margin-bottom: 1; }
    """

    def __init__(self, placed: tuple[Placed, ...]) -> None:
        super().__init__()
        self._placed = placed

    def _lines(self, width: int) -> list[Content]:
        quarters = {
            quarter: [
                said(f"{card.title} ").append(Content.styled(marks, "$accent"))
                for card in self._placed
                if (marks := marks_of(card.placement, quarter))
            ]
            for quarter in QUARTERS
        }
        moving = [
            card.title
            for card in self._placed
            if card.placement.moves
            and not any(marks_of(card.placement, quarter) for quarter in QUARTERS)
        ]
        lines = [Content.styled(LEGEND, "$muted"), *drawn(quarters, width)]
        if moving:
            lines += said(f"{MOVES_SHAPE} {', '.join(moving)}").wrap(max(width, 1))
        return lines

    def render(self) -> Content:
        """The picture."""
        return Content("\n").join(self._lines(self.content_size.width))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as it takes."""
        return len(self._lines(width))
