"""Who agrees to the note: each by role, dated today, changed or taken back; in full in the note."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static, TextArea

from reflect_tui.notes.supervision import how_it_stands
from reflect_tui.session.agreeing import (
    AGREED,
    DISAGREES,
    NEEDS_WORDS,
    SIGNED_BY,
    VERDICTS,
    WITH_COMMENT,
    Verdict,
    agreed_to_another,
    said_by,
)
from reflect_tui.session.sitting import Sitting
from reflect_tui.tui.content import said
from reflect_tui.tui.screens.frame import Frame
from reflect_tui.tui.widgets.editor import Editor
from reflect_tui.tui.widgets.pick import Pick
from reflect_tui.tui.widgets.press import Press
from reflect_tui.tui.world import World

_INTRO = (
    "Each says it for themselves. It is dated today and stands in the note. It can be changed or "
    "taken back here, weeks later too: open the session's note from All sessions."
)
_CHOICES = [
    ("", "nothing yet"),
    (AGREED, "agreed"),
    (WITH_COMMENT, "agreed with comment"),
    (DISAGREES, "disagrees, because …"),
]
_WRITE = {
    WITH_COMMENT: "Write the comment. It counts from the first word, and stands in the note.",
    DISAGREES: "Write why. It counts from the first word, stands in full, and nobody edits it.",
}


class Signing(Vertical):
    """One role: what it says of the note, and the words where there are any."""

    DEFAULT_CSS = """
    Signing {
        height: auto; margin-bottom: 1;
        .role { height: 1; text-style: bold; }
        .stands { height: auto; color: $muted; }
        Editor { display: none; max-width: 88; min-height: 4; max-height: 10; }
        &.-words Editor { display: block; }
        .again { display: none; }
        &.-again .again { display: block; margin-top: 1; }
    }
    """

    def __init__(self, sitting: Sitting, role: str) -> None:
        super().__init__()
        self._sitting = sitting
        self.role = role

    def compose(self) -> ComposeResult:
        """The role, the choices, the words, since when it stands."""
        kept = said_by(self._sitting.session, self.role)
        yield Static(said(f"{self.role[:1].upper()}{self.role[1:]}"), classes="role")
        # Not eager: nobody agrees by walking past it.
        yield Pick(_CHOICES, kept.said if kept else "", eager=False)
        yield Editor(kept.words if kept else "")
        yield Static(Content(""), classes="stands")
        yield Press("Says the same of the note as it is now", classes="again -second")

    def on_mount(self) -> None:
        """Say how it stands."""
        self.draw()

    def draw(self, *, anew: bool = False) -> None:
        """Say how it stands; `anew` takes over what the sitting says."""
        kept = said_by(self._sitting.session, self.role)
        pick, editor = self.query_one(Pick), self.query_one(Editor)
        if anew:
            pick.offer(_CHOICES, kept.said if kept else "")
            editor.text = kept.words if kept else ""
        needs = pick.taken in NEEDS_WORDS
        self.set_class(needs, "-words")
        changed = kept is not None and agreed_to_another(self._sitting.session, kept)
        self.set_class(changed, "-again")
        words = ""
        if kept is not None:
            words = how_it_stands(self._sitting.session, kept) + "."
            words = words[:1].upper() + words[1:]
        elif needs:
            words = _WRITE[pick.taken]
        self.query_one(".stands", Static).update(said(words))

    def _say(self, *, again: bool = False) -> None:
        """Hand on what was chosen and written, where it differs from what is kept."""
        kept = said_by(self._sitting.session, self.role)
        verdict = next((each for each in VERDICTS if each == self.query_one(Pick).taken), None)
        words = self.query_one(Editor).text.strip("\n") if verdict in NEEDS_WORDS else ""
        if verdict is None or (verdict in NEEDS_WORDS and not words.strip()):
            self._sitting.withdraw(self.role)
        elif again or kept is None or (kept.said, kept.words) != (verdict, words):
            # Otherwise something else than the person put these words here.
            self._agree(verdict, words)
        self.draw()

    def _agree(self, verdict: Verdict, words: str) -> None:
        self._sitting.agree(self.role, verdict, words)

    @on(Pick.Taken)
    def _taken(self, event: Pick.Taken) -> None:
        event.stop()
        self._sitting.settle()
        self._say()
        if event.choice in NEEDS_WORDS:
            self.query_one(Editor).focus()

    @on(TextArea.Changed)
    def _typed(self, event: TextArea.Changed) -> None:
        event.stop()
        self._say()

    @on(Press.Pressed, ".again")
    def _again(self, event: Press.Pressed) -> None:
        event.stop()
        self._sitting.settle()
        self._say(again=True)
        self.query_one(Pick).focus()


class AgreeingScreen(Frame[None]):
    """Everyone who signs, below each other."""

    CSS_PATH = "../styles/agreeing.tcss"
    TITLE_LINE: ClassVar[str] = "Who agrees to the note"
    AUTO_FOCUS = "Pick"
    FOOT: ClassVar[str] = "Arrows move · Enter takes it · F7 undo · F1 help · Esc back to the note"
    HELP_TEXT: ClassVar[str] = (
        "The note is a draft until each has said what they say of it: agreed, agreed with comment, "
        "or disagrees, and why. Take two working days; it can be said in a later sitting.\n\n"
        "Move with the arrows and press Enter on what you say, or click it. “Nothing yet” takes it "
        "back. A comment or a reason stands in the note in full, and nobody edits it but the one "
        "who wrote it.\n\n"
        "When the note is changed afterwards, whoever agreed is asked again: they agreed to "
        "another note. A disagreement stands.\n\n"
        "It is agreement by role, not a signature in law."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f7", "undo", "Take back the last thing", id="agreeing-undo"),
    ]

    def __init__(self, world: World, sitting: Sitting) -> None:
        super().__init__(world)
        self.sitting = sitting

    def body(self) -> ComposeResult:
        """What it means, who signs, the way back."""
        with VerticalScroll(id="signing-page", can_focus=False):
            yield Static(Content(_INTRO), id="intro")
            for role in SIGNED_BY[self.sitting.session.way]:
                yield Signing(self.sitting, role)
        with Horizontal(id="ways"):
            yield Press("Back to the note", id="back", classes="-main")
            yield Press("Take back", id="undo", classes="-quiet")

    @on(Press.Pressed, "#undo")
    def action_undo(self) -> None:
        """Take back the last thing."""
        undone = self.sitting.undo()
        words = "Taken back." if undone else "There is nothing to take back."
        self.notify(words, markup=False, timeout=3)
        for signing in self.query(Signing):
            signing.draw(anew=True)

    @on(Press.Pressed, "#back")
    def _back(self) -> None:
        self.action_leave()
