"""Where a card stands: seen or unseen, said or unsaid; for me, for them, between us."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from reflect_tui.session.values import Placement
from reflect_tui.tui.widgets.fields.base import Field
from reflect_tui.tui.widgets.fields.marks import SOME, Marks
from reflect_tui.tui.widgets.fields.quarters import Quarters
from reflect_tui.tui.widgets.pick import Pick
from reflect_tui.tui.widgets.picture import LEGEND
from reflect_tui.tui.widgets.reading import FOR, MOVES


class PlaceField(Field):
    """Whose view it is, the picture to place it in, and whether it moves; all may stay empty."""

    DEFAULT_CSS = """
    PlaceField {
        margin-top: 1;
        #whose { margin-bottom: 1; }
        #legend { height: auto; color: $muted; }
        Marks { margin-top: 1; }
    }
    """

    def compose(self) -> ComposeResult:
        """Whose it is, the four quarters, and "it moves"."""
        yield Pick(list(FOR.items()), next(iter(FOR)), id="whose")
        yield Quarters(self._placement(), id="quarters")
        yield Static(Content(LEGEND), id="legend")
        moves = ["moves"] if self._placement().moves else []
        yield Marks([("moves", MOVES)], moves, shapes=SOME, id="moves")

    def _placement(self) -> Placement:
        return self.value if isinstance(self.value, Placement) else Placement()

    def _place(self, update: dict[str, object]) -> None:
        placement = self._placement().model_copy(update=update)
        self.changed(placement)
        self.query_one(Quarters).show(placement)
        self.query_one(Marks).show(["moves"] if placement.moves else [])

    @on(Quarters.Chosen)
    def _placed(self, event: Quarters.Chosen) -> None:
        event.stop()
        whose = self.query_one(Pick).taken
        stays = getattr(self._placement(), whose) == event.spot
        self._place({whose: None if stays else event.spot})

    @on(Marks.Chosen)
    def _moves(self, event: Marks.Chosen) -> None:
        event.stop()
        self._place({"moves": not self._placement().moves})

    @on(Pick.Taken)
    def _whose(self, event: Pick.Taken) -> None:
        event.stop()
