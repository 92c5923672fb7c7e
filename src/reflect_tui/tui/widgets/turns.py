"""The way on, under a page: next, back, another round, the board, the note."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from reflect_tui.practice.exercise import Shape
from reflect_tui.session.course import Course, Page
from reflect_tui.session.ledger import more_rounds
from reflect_tui.session.model import Session
from reflect_tui.tui.widgets.press import Press

_SORTS = 4
"""How many sorts of another round there is room for."""
BY_ONESELF = "You said that you are alone now."
BESIDE = "Somebody is beside me"


class Turns(Vertical):
    """Buttons that lead on; those that lead nowhere from here are not shown."""

    DEFAULT_CSS = """
    Turns {
        height: auto; margin: 1 0;
        Horizontal { height: 1; }
        Press { margin-right: 2; }
        .-away { display: none; }
        #by-oneself Static { width: auto; color: $muted; margin-right: 2; }
    }
    """

    def compose(self) -> ComposeResult:
        """Next stands first, so that Tab meets it first; more sorts of rounds stand below."""
        with Horizontal():
            yield Press("Next", id="next", classes="-main")
            yield Press("Back", id="go-back")
            yield Press("The board", id="to-board")
            yield Press("Another", id="another-0", classes="another")
            yield Press("The note", id="to-note")
        with Horizontal(id="more-rounds"):
            for number in range(1, _SORTS):
                yield Press("", id=f"another-{number}", classes="another -second")
        with Horizontal(id="by-oneself"):
            yield Static(Content(BY_ONESELF))
            yield Press(BESIDE, id="beside-me", classes="-second")

    def show(self, page: Page, course: Course, session: Session, *, by_oneself: bool) -> None:
        """Fit the buttons to a page; `by_oneself`: in a session of several, with nobody beside."""
        self.query_one("#by-oneself").set_class(not by_oneself, "-away")
        repeat = course.round_of(page.place)
        ends = repeat is not None and course.ends_round(page.place, session)
        sorts = more_rounds(page, session) if ends else ()
        for number in range(_SORTS):
            button = self.query_one(f"#another-{number}", Press)
            button.set_class(number >= len(sorts), "-away")
            if number < len(sorts):
                button.relabel(sorts[number][:1].upper() + sorts[number][1:])
        self.query_one("#more-rounds").set_class(len(sorts) < 2, "-away")
        first = course.before(page.place, session) is None
        last = course.after(page.place, session) is None
        self.query_one("#go-back", Press).set_class(first, "-away")
        self.query_one("#to-board", Press).set_class(page.stage.shape is not Shape.CARD, "-away")
        self.query_one("#next", Press).relabel("To the note" if last else "Next")
        self.query_one("#to-note", Press).set_class(last, "-away")

    def focus_next_button(self) -> None:
        """Put the focus on Next."""
        self.query_one("#next", Press).focus()
