"""The way on, under a page: next, back, another, the note."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal

from reflect_tui.session.course import Course, Page
from reflect_tui.session.model import Session
from reflect_tui.tui.widgets.press import Press


class Turns(Horizontal):
    """Buttons that lead on; those that lead nowhere from here are not shown."""

    DEFAULT_CSS = """
    Turns {
        height: 1; margin: 1 0;
        Press { margin-right: 2; }
        .-away { display: none; }
    }
    """

    def compose(self) -> ComposeResult:
        """Next stands first, so that Tab meets it first."""
        yield Press("Next", id="next", classes="-main")
        yield Press("Back", id="go-back")
        yield Press("Another", id="another")
        yield Press("The note", id="to-note")

    def show(self, page: Page, course: Course, session: Session) -> None:
        """Fit the buttons to a page."""
        repeat = course.round_of(page.place)
        ends = repeat is not None and course.ends_round(page.place, session)
        another = self.query_one("#another", Press)
        another.set_class(not ends, "-away")
        if repeat is not None:
            another.relabel(f"Another {repeat.id.replace('-', ' ')}")
        first = course.before(page.place, session) is None
        last = course.after(page.place, session) is None
        self.query_one("#go-back", Press).set_class(first, "-away")
        self.query_one("#next", Press).relabel("To the note" if last else "Next")
        self.query_one("#to-note", Press).set_class(last, "-away")

    def focus_next_button(self) -> None:
        """Put the focus on Next."""
        self.query_one("#next", Press).focus()
