"""Which questions about wording are asked: a line each, switched with Enter or a click."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from reflect_tui.practice.facilitator import standard_named
from reflect_tui.practice.hints import Rule
from reflect_tui.session.hints_chosen import choose, is_asked, title
from reflect_tui.settings import Settings
from reflect_tui.tui.content import join, said
from reflect_tui.tui.screens.frame import Frame
from reflect_tui.tui.widgets.line import Line
from reflect_tui.tui.widgets.press import Press
from reflect_tui.tui.world import World

_INTRO = "Asked only when you look at wording. ● is asked, ○ is not; Enter or a click switches it."


class HintsScreen(Frame[None]):
    """Every question with what it asks; each choice is kept as it is made."""

    CSS = """
    HintsScreen {
        #hints-page { height: 1fr; padding: 0 2; max-width: 96; }
        .intro { height: auto; color: $muted; margin-bottom: 1; }
        Line { margin-bottom: 1; }
        #ways { height: 1; margin: 1 0; padding-left: 2; }
    }
    """
    TITLE_LINE: ClassVar[str] = "Questions about wording"
    AUTO_FOCUS = "#hints-page Line"
    FOOT: ClassVar[str] = "Up and Down move · Enter asks it, or not · F1 help · Esc back"
    HELP_TEXT: ClassVar[str] = (
        "These are the questions that “Look at wording” asks, each with the number of the standard "
        "it comes from. A filled circle means that it is asked. Enter or a click switches it, and "
        "once more switches it back; each choice is kept as you make it.\n\n"
        "Some are not asked unless you switch them on. Your organisation may have added its own."
    )

    def __init__(self, world: World, *, choose: Callable[[Settings], bool]) -> None:
        """`choose` keeps what was chosen, and lets it hold."""
        super().__init__(world)
        self._choose = choose
        self._rules = {rule.id: rule for rule in world.shelf().hints}

    def body(self) -> ComposeResult:
        """A line a question; the way back."""
        with VerticalScroll(id="hints-page", can_focus=False):
            yield Static(Content(_INTRO), classes="intro")
            for rule in self._rules.values():
                words, quiet, lead = self._words(rule)
                yield Line(words, quiet, lead=lead, key=rule.id)
        with Horizontal(id="ways"):
            yield Press("Back", id="back", classes="-main")

    def _words(self, rule: Rule) -> tuple[Content, Content, Content]:
        mark = Content.styled("● ", "$accent bold")
        lead = mark if is_asked(self.world.settings, rule) else Content("○ ")
        number = said(f" · {standard_named(rule.clause)}", "$second")
        return join(said(title(rule.id)), number), said(rule.ask), lead

    @on(Line.Chosen)
    def _chosen(self, event: Line.Chosen) -> None:
        event.stop()
        rule, now = self._rules[event.line.key], self.world.settings
        self._choose(choose(now, rule, asked=not is_asked(now, rule)))
        words, quiet, lead = self._words(rule)
        event.line.say(words, quiet, lead=lead)

    @on(Press.Pressed, "#back")
    def _back(self) -> None:
        self.action_leave()
