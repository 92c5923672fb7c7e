"""Something of a note to look at, in its sentence: to leave, to change in the notes, to go to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from reflect_tui.practice.facilitator import standard_named
from reflect_tui.tui.content import join, said
from reflect_tui.tui.screens.frame import Frame
from reflect_tui.tui.widgets.entry import Entry
from reflect_tui.tui.widgets.line import Line
from reflect_tui.tui.widgets.press import Press
from reflect_tui.tui.world import World

_AROUND = 220
"""Characters of what stands before and after the words, where there is no end of a sentence."""
_KNOWN = (
    "Whoever knows the family or the area may know them by this. You may leave it; where the note "
    "needs it, it can stay."
)
_INSTEAD = "In the notes, say instead"
_ONLY_THERE = "What you wrote stays as it is. It can be put back at any time."
_GO = "Go to the answer"


@dataclass(frozen=True, slots=True)
class Where:
    """The words in what was written, and what that answers."""

    asked: str
    text: str
    start: int
    end: int
    reached: bool = True
    """Whether one can go there."""


@dataclass(frozen=True, slots=True)
class Asking:
    """What is asked of the words, where it is their wording that is looked at."""

    ask: str
    clause: str
    title: str
    ways: tuple[tuple[str, str], ...]
    """How it can be let be: a word for each, with what is said."""


class Did(Enum):
    """What somebody did about it."""

    LEFT = "left"
    OTHERWISE = "otherwise"
    GO = "go"
    LET_BE = "let be"


@dataclass(frozen=True, slots=True)
class Answer:
    """What somebody did, with the words or the number of the place it needs."""

    did: Did
    words: str = ""
    number: int = 0


class NotePlaceScreen(Frame[Answer | None]):
    """The words in their sentence, as often as they stand there, and what can be done."""

    CSS = """
    NotePlaceScreen {
        #place-page { height: 1fr; padding: 0 2; max-width: 96; }
        #place-head { height: auto; text-style: bold; padding-left: 2; }
        .place-words { height: auto; color: $muted; margin: 1 0 0 2; }
        .place-ask { height: auto; margin: 1 0 0 2; }
        .place { margin-top: 1; }
        #instead-words { height: auto; text-style: bold; margin: 1 0 0 2; }
        #instead { margin-left: 1; max-width: 72; }
        #trouble { height: auto; color: $caution; padding-left: 2; }
        .ways { height: 1; margin: 1 0 0 0; padding-left: 2; }
        .ways Press { margin-right: 2; }
        #last { margin-bottom: 1; }
    }
    """
    TITLE_LINE: ClassVar[str] = "To look at before you hand it over"
    AUTO_FOCUS = ".ways Press"
    FOOT: ClassVar[str] = "Tab, Up and Down move · Enter chooses · F1 help · Esc back to the note"
    HELP_TEXT: ClassVar[str] = (
        "The words stand in their sentence, as the note says it. Nothing has to be done about "
        "them, and nothing is noted down.\n\n"
        "“Change it in the notes” puts other words in their place wherever they stand in "
        "the notes for others; what you wrote, and your own copy, stay as they are.\n\n"
        "Choose a sentence with Enter or a click to go to the answer it stands in.\n\n"
        "Questions about wording come from the standards. They ask, and never correct; you can "
        "let one be here, until the program is closed, or for good."
    )

    def __init__(
        self,
        world: World,
        kind: str,
        words: str,
        places: Sequence[Where],
        *,
        suggestion: str = "",
        asking: Asking | None = None,
        changes: bool = True,
        owners: bool = False,
    ) -> None:
        """`suggestion` is what could stand instead; `changes`: whether that is on offer here.

        `owners`: it is of a note that isn't drawn while somebody else is at the screen.
        """
        super().__init__(world)
        self._kind = kind
        self._words = words
        self._places = tuple(places)
        self._suggestion = suggestion
        self._asking = asking
        self._changes = changes and asking is None
        self._owners = owners

    def body(self) -> ComposeResult:
        """The words, their sentences, what is asked or could stand instead, the ways on."""
        asking = self._asking
        with VerticalScroll(id="place-page", can_focus=False):
            kind = f"{self._kind[:1].upper()}{self._kind[1:]}"
            yield Static(said(f"{kind}: “{self._words}”"), id="place-head")
            if asking is not None:
                yield Static(said(asking.ask), classes="place-ask")
                standard = standard_named(asking.clause)
                whose = f"From {standard}, {asking.title}. Your words stay as they are."
                yield Static(said(whose), classes="place-words")
            else:
                yield Static(Content(_KNOWN), classes="place-words")
            for number, place in enumerate(self._places):
                yield Line(in_sentence(place), said(place.asked), key=str(number), classes="place")
            if self._changes:
                yield Static(Content(_INSTEAD), id="instead-words")
                yield Entry(self._suggestion, stays=True, id="instead")
                yield Static(Content(_ONLY_THERE), classes="place-words")
                yield Static(Content(""), id="trouble")
        with Horizontal(classes="ways"):
            if asking is None:
                yield Press("Leave it", id="leave", classes="-main")
            else:
                key, says = asking.ways[0]
                yield Press(Content(says).plain, id=f"be-{key}", classes="-main")
            if self._changes:
                yield Press("Change it in the notes", id="otherwise")
            if any(place.reached for place in self._places):
                yield Press(_GO, id="go")
        with Horizontal(classes="ways", id="last"):
            for key, says in asking.ways[1:] if asking is not None else ():
                yield Press(Content(says).plain, id=f"be-{key}", classes="-second")

    def seen_by_others(self) -> None:
        """Somebody came: what is its owner's alone is left, with everything as it was."""
        if self._owners and self.world.company:
            self._done(None)

    # -- what a person does ---------------------------------------------------------------

    @on(Line.Chosen)
    def _place_chosen(self, event: Line.Chosen) -> None:
        event.stop()
        self._go(int(event.line.key))

    @on(Press.Pressed, "#go")
    def _pressed_go(self, event: Press.Pressed) -> None:
        event.stop()
        self._go(next(n for n, place in enumerate(self._places) if place.reached))

    def _go(self, number: int) -> None:
        if self._places[number].reached:
            self._done(Answer(Did.GO, number=number))
        else:
            words = "It stands beside the answers: in the session's name, or in who agrees."
            self.notify(words, markup=False, timeout=4)

    @on(Press.Pressed, "#otherwise")
    @on(Entry.Submitted, "#instead")
    def _otherwise(self) -> None:
        by = self.query_one("#instead", Entry).line
        if by:
            self._done(Answer(Did.OTHERWISE, by))
        else:
            self.query_one("#trouble", Static).update(
                Content("Write what the notes are to say instead.")
            )
            self.query_one("#instead").focus()

    @on(Press.Pressed, ".ways Press")
    def _let_be(self, event: Press.Pressed) -> None:
        which = event.press.id or ""
        if which.startswith("be-"):
            event.stop()
            self._done(Answer(Did.LET_BE, which.removeprefix("be-")))

    @on(Press.Pressed, "#leave")
    def _leave_it(self, event: Press.Pressed) -> None:
        event.stop()
        self._done(Answer(Did.LEFT))

    def action_leave(self) -> None:
        """Back to the note, with everything as it was."""
        self._done(None)

    def _done(self, answer: Answer | None) -> None:
        if self.is_current:
            self.dismiss(answer)


def in_sentence(place: Where) -> Content:
    """The words with the sentence they stand in, so that one sees them at once."""
    text, start, end = place.text, place.start, place.end
    first = max(
        text.rfind(mark, 0, start) + len(mark) if mark in text[:start] else 0
        for mark in (". ", "! ", "? ", "\n", " · ")
    )
    ends = [at for mark in (". ", "! ", "? ", "\n", " · ") if (at := text.find(mark, end)) >= 0]
    last = min(ends, default=len(text) - 1) + 1
    before = text[max(first, start - _AROUND) : start]
    after = text[end : min(last, end + _AROUND)]
    lead = "… " if first < start - _AROUND else ""
    rest = " …" if last > end + _AROUND else ""
    flat = [" ".join(part.split("\n")) for part in (f"{lead}{before}", text[start:end])]
    return join(flat[0], said(flat[1], "$accent bold underline"), f"{after.rstrip()}{rest}")
