"""Where a card stands: seen or unseen, said or unsaid; for me, for them, between us."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from reflect_tui.session.values import Placement, Spot
from reflect_tui.tui.widgets.fields.base import Field
from reflect_tui.tui.widgets.fields.marks import ONE, SOME, Marks
from reflect_tui.tui.widgets.reading import FOR, MOVES, spot_words

SPOTS = {
    "seen-said": Spot(seen=True, said=True),
    "unseen-said": Spot(seen=False, said=True),
    "seen-unsaid": Spot(seen=True, said=False),
    "unseen-unsaid": Spot(seen=False, said=False),
}
"""The four, in the order of the picture: said above, seen at the left."""


class PlaceField(Field):
    """Three times four spots, and whether it moves; each may stay empty."""

    DEFAULT_CSS = """
    PlaceField {
        margin-top: 1;
        .whose { height: auto; margin-bottom: 1; }
        .whose Marks { max-width: 52; }
    }
    """

    def compose(self) -> ComposeResult:
        """One of four for each of the three, laid out as the picture is."""
        spots = [(key, spot_words(spot).capitalize()) for key, spot in SPOTS.items()]
        for who, words in FOR.items():
            with Vertical(classes="whose"):
                yield Static(Content(words), classes="field-label")
                yield Marks(spots, self._chosen(who), shapes=ONE, columns=2, id=f"place-{who}")
        moves = [("moves", MOVES)]
        yield Marks(moves, self._chosen("moves"), shapes=SOME, id="place-moves")

    def _placement(self) -> Placement:
        return self.value if isinstance(self.value, Placement) else Placement()

    def _chosen(self, who: str) -> list[str]:
        if who == "moves":
            return ["moves"] if self._placement().moves else []
        spot = getattr(self._placement(), who)
        return [key for key, known in SPOTS.items() if known == spot]

    @on(Marks.Chosen)
    def _chose(self, event: Marks.Chosen) -> None:
        event.stop()
        placement = self._placement()
        who = (event.marks.id or "").removeprefix("place-")
        update: dict[str, object]
        if who == "moves":
            update = {"moves": not placement.moves}
        else:
            spot = SPOTS[event.option]
            update = {who: None if getattr(placement, who) == spot else spot}
        self.changed(placement.model_copy(update=update))
        event.marks.show(self._chosen(who))
