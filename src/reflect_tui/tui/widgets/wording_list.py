"""What may be asked of the words of an answer: each question with its words and its standard."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.events import DescendantFocus
from textual.message import Message
from textual.widgets import Static

from reflect_tui.tui.content import join, said
from reflect_tui.tui.spoken import one_line
from reflect_tui.tui.widgets.line import Line
from reflect_tui.tui.widgets.press import Press

if TYPE_CHECKING:
    from reflect_tui.session.at_words import Looked
    from reflect_tui.session.wording import Question, Until

_WORDS = 60
"""Cells of the words that are shown; they stand in the answer as well."""
_FROM = "From the standards and practice. Nothing here is counted or kept, and no word is changed."


class _Stay(Press):
    """A way to let a question be; a click leaves the caret where one is writing."""

    FOCUS_ON_CLICK: ClassVar[bool] = False

    def __init__(self, until: Until, words: str) -> None:
        super().__init__(words, classes="-quiet")
        self.until = until


class QuestionBlock(Vertical):
    """One question: its words, and while one is at it, the ways to let it be."""

    DEFAULT_CSS = """
    QuestionBlock {
        height: auto; margin-bottom: 1;
        .ways { height: auto; padding-left: 1; display: none; }
        &.-here .ways { display: block; }
    }
    """

    def __init__(self, question: Question) -> None:
        super().__init__()
        self.question = question

    def compose(self) -> ComposeResult:
        """The words with the standard's number, what is asked, the ways."""
        # Here, because opening a session needs no question about wording.
        from reflect_tui.practice.facilitator import standard_named
        from reflect_tui.session.wording import HOW_LONG

        asked = self.question
        head = join(
            said(f"“{one_line(asked.text, _WORDS)}”", "bold"),
            said(f" · {standard_named(asked.clause)}", "$second"),
        )
        yield Line(head, said(asked.ask))
        with Vertical(classes="ways"):
            for until, words in HOW_LONG.items():
                yield _Stay(until, words)


class WordingList(VerticalScroll, can_focus=False):
    """The questions about one answer, or that there are none."""

    FOCUS_ON_CLICK: ClassVar[bool] = False
    DEFAULT_CSS = """
    WordingList {
        height: 1fr; padding-right: 1;
        .about { height: auto; color: $muted; margin-bottom: 1; }
        .none { height: auto; margin-bottom: 1; }
    }
    """

    class Chosen(Message):
        """Somebody wants to go to the words a question is about."""

        def __init__(self, question: Question) -> None:
            super().__init__()
            self.question = question

    class LetBe(Message):
        """Somebody wants a question not to be asked for a while, or ever."""

        def __init__(self, question: Question, until: Until) -> None:
            super().__init__()
            self.question = question
            self.until = until

    def __init__(self, about: str, looked: Looked) -> None:
        """`about` is the question that is answered."""
        super().__init__(classes="wording")
        self._about = about
        self._looked = looked

    def compose(self) -> ComposeResult:
        """Which answer, each question, whose they are."""
        yield Static(said(self._about), classes="about")
        for question in self._looked.questions:
            yield QuestionBlock(question)
        if not self._looked.questions:
            yield Static(said(self._looked.none), classes="none")
        yield Static(Content(_FROM), classes="about")

    def on_mount(self) -> None:
        """The first question is the one being at."""
        self._at(next(iter(self.query(QuestionBlock)), None))

    def _at(self, here: QuestionBlock | None) -> None:
        for block in self.query(QuestionBlock):
            block.set_class(block is here, "-here")

    def enter(self) -> bool:
        """Put the focus at the question one was at; whether there is one."""
        for line in self.query(".-here Line").results(Line):
            line.focus()
            return True
        return False

    @on(DescendantFocus)
    def _gone_to(self, event: DescendantFocus) -> None:
        block = next((up for up in event.widget.ancestors if isinstance(up, QuestionBlock)), None)
        if block is not None:
            self._at(block)

    @on(Line.Chosen)
    def _chosen(self, event: Line.Chosen) -> None:
        event.stop()
        block = event.line.parent
        if isinstance(block, QuestionBlock):
            self._at(block)
            self.post_message(self.Chosen(block.question))

    @on(Press.Pressed)
    def _let_be(self, event: Press.Pressed) -> None:
        block = next((up for up in event.press.ancestors if isinstance(up, QuestionBlock)), None)
        if block is not None and isinstance(event.press, _Stay):
            event.stop()
            self.post_message(self.LetBe(block.question, event.press.until))
