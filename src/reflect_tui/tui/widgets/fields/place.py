"""Where a card stands: seen or unseen, said or unsaid; for me, for them, between us."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList, Static

from reflect_tui.session.values import Placement, Spot
from reflect_tui.tui.widgets.fields.base import Field
from reflect_tui.tui.widgets.fields.choose import Marked

FOR = {"me": "For me", "them": "For them", "between": "Between us"}
SPOTS = {
    "seen-said": ("seen, and said", Spot(seen=True, said=True)),
    "unseen-said": ("unseen, and said", Spot(seen=False, said=True)),
    "seen-unsaid": ("seen, and not said", Spot(seen=True, said=False)),
    "unseen-unsaid": ("unseen, and not said", Spot(seen=False, said=False)),
}
MOVES = "It moves, depending on who is in the room"


def spot_words(spot: Spot) -> str:
    """A spot in words."""
    return next(words for words, known in SPOTS.values() if known == spot)


class PlaceField(Field):
    """Three small lists and one line; each may stay empty."""

    DEFAULT_CSS = """
    PlaceField Marked { margin-bottom: 0; }
    """

    def compose(self) -> ComposeResult:
        """One list for each of the three, and whether it moves."""
        for who, words in FOR.items():
            yield Static(Content(words), classes="field-label")
            yield Marked(id=f"place-{who}", markup=False)
        yield Marked(id="place-moves", markup=False)

    def on_mount(self) -> None:
        """Draw the marks."""
        self._draw()

    def _placement(self) -> Placement:
        return self.value if isinstance(self.value, Placement) else Placement()

    def _draw(self) -> None:
        placement = self._placement()
        options = [(key, words[0].upper() + words[1:]) for key, (words, _) in SPOTS.items()]
        for who in FOR:
            spot = getattr(placement, who)
            chosen = tuple(key for key, (_, known) in SPOTS.items() if known == spot)
            self.query_one(f"#place-{who}", Marked).mark(options, chosen, "○●")
        moves = ("moves",) if placement.moves else ()
        self.query_one("#place-moves", Marked).mark([("moves", MOVES)], moves, "◇◆")

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        placement = self._placement()
        who = (event.option_list.id or "").removeprefix("place-")
        if who == "moves":
            update: dict[str, object] = {"moves": not placement.moves}
        else:
            spot = SPOTS[event.option_id or ""][1]
            update = {who: None if getattr(placement, who) == spot else spot}
        self.changed(placement.model_copy(update=update))
        self._draw()
