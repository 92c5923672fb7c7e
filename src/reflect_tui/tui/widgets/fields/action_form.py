"""What is written of one action: what, who, by when, and how the person is told or asked."""

from __future__ import annotations

from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from reflect_tui.practice.exercise import Way
from reflect_tui.session.model import Action
from reflect_tui.tui.widgets.editor import Editor, LineEditor
from reflect_tui.tui.widgets.press import Press


@dataclass(frozen=True, slots=True)
class ActionWords:
    """The four things said of an action."""

    what: str = ""
    who: str = ""
    by: str = ""
    told: str = ""

    def is_blank(self) -> bool:
        """Whether it says nothing that could be done."""
        return not self.what

    def same_as(self, action: Action) -> bool:
        """Whether an action says just this."""
        return self == ActionWords(action.what, action.who, action.by, action.told)

    def put_into(self, action: Action) -> Action:
        """The action with these words instead; a date holds only while its words do."""
        changes: dict[str, object] = {"what": self.what, "who": self.who, "told": self.told}
        if self.by != action.by:
            changes |= {"by": self.by, "by_date": None}
        return action.model_copy(update=changes)


class ActionForm(Vertical):
    """Four questions and two ways to put the action down. The field listens to its editors."""

    DEFAULT_CSS = """
    ActionForm {
        height: auto;
        Editor { min-height: 4; max-height: 8; }
        LineEditor { min-height: 3; max-height: 6; }
        .pair { height: auto; }
        .pair Vertical { width: 1fr; height: auto; }
        .pair .first { margin-right: 2; }
    }
    """

    def __init__(self, way: Way) -> None:
        super().__init__()
        self._ours = "just me" if way is Way.SOLO else "between us"
        lines = {name: LineEditor(id=name) for name in ("who", "by", "told")}
        self._editors: dict[str, Editor] = {"what": Editor(id="what"), **lines}

    def compose(self) -> ComposeResult:
        """The questions, and the two buttons."""
        yield Static(Content("What will be done?"), classes="field-label")
        yield self._editors["what"]
        with Horizontal(classes="pair"):
            with Vertical(classes="first"):
                yield Static(Content("Who, by role"), classes="field-label")
                yield self._editors["who"]
            with Vertical():
                yield Static(Content("By when"), classes="field-label")
                yield self._editors["by"]
        yield Static(Content("How will they be told or asked?"), classes="field-label")
        yield self._editors["told"]
        with Horizontal(classes="field-buttons"):
            yield Press(f"Add, {self._ours}", id="add-ours")
            yield Press("Add, in the note", id="add-noted")

    @property
    def words(self) -> ActionWords:
        """What stands in the form now."""
        return ActionWords(**{name: editor.text.strip() for name, editor in self._editors.items()})

    def fill(self, words: ActionWords, *, changing: bool = False) -> None:
        """Put words in, the caret behind them; `changing` where the action was there before."""
        for name, editor in self._editors.items():
            with editor.prevent(Editor.Changed):
                editor.load_text(getattr(words, name))
            editor.move_cursor(editor.document.end)
        verb = "Done" if changing else "Add"
        self.query_one("#add-ours", Press).relabel(f"{verb}, {self._ours}")
        self.query_one("#add-noted", Press).relabel(f"{verb}, in the note")

    def begin(self) -> None:
        """Put the focus on the first question."""
        self._editors["what"].focus()
