"""Actions: what will be done, by which role, by when, and how the person will be told."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static, TextArea

from reflect_tui.practice.exercise import Prompt, Service, Way
from reflect_tui.session.model import Action
from reflect_tui.session.values import Value
from reflect_tui.tui.content import said
from reflect_tui.tui.widgets.editor import Editor, LineEditor
from reflect_tui.tui.widgets.fields.base import Field
from reflect_tui.tui.widgets.press import Press

ASKED = {
    "what": "What will be done?",
    "who": "Who, by role and not by name?",
    "by": "By when? May stay open.",
    "told": "How will they be asked or told?",
}


def action_words(action: Action) -> str:
    """An action in one line or two: what, then who and by when."""
    rest = [action.who, f"by {action.by}" if action.by else "no date"]
    told = f"\n  {action.told}" if action.told else ""
    return f"{action.what}\n  {', '.join(part for part in rest if part)}{told}"


class ActionsField(Field):
    """The actions there are, and a form for another."""

    DEFAULT_CSS = """
    ActionsField {
        #actions-list { height: auto; }
        .action { height: auto; margin-bottom: 1; }
        .action Static { height: auto; }
        .action Horizontal { height: 1; }
        #action-form { height: auto; }
        .pair { height: auto; }
        .pair Vertical { height: auto; width: 1fr; margin-right: 1; }
        .buttons { height: 1; margin-top: 1; }
        .buttons Press { margin-right: 2; }
        LineEditor { width: 1fr; }
    }
    """

    class Asked(Message):
        """What somebody wants done with the actions of the session."""

    class Added(Asked):
        """A new action; whether it goes into the note was chosen with the same press."""

        def __init__(self, told: dict[str, str], *, in_note: bool) -> None:
            super().__init__()
            self.told = told
            """What was written under each of `what`, `who`, `by` and `told`."""
            self.in_note = in_note

    class Edited(Asked):
        """An action was changed."""

        def __init__(self, action: Action) -> None:
            super().__init__()
            self.action = action

    class Removed(Asked):
        """An action was taken away."""

        def __init__(self, action_id: str) -> None:
            super().__init__()
            self.action_id = action_id

    class Moved(Asked):
        """An action was moved into the note, or out of it."""

        def __init__(self, action_id: str, *, in_note: bool) -> None:
            super().__init__()
            self.action_id = action_id
            self.in_note = in_note

    def __init__(
        self,
        prompt: Prompt,
        value: Value | None,
        *,
        service: Service,
        way: Way,
        actions: tuple[Action, ...] = (),
    ) -> None:
        super().__init__(prompt, value, service=service, way=way)
        self._actions = actions
        self._changing = ""

    @property
    def _ours(self) -> str:
        return "just me" if self.way is Way.SOLO else "between us"

    def compose(self) -> ComposeResult:
        """The form first, then the actions there are."""
        with Vertical(id="action-form"):
            yield Static(Content(ASKED["what"]), classes="field-label")
            yield LineEditor(placeholder="One thing, in a few words")
            with Horizontal(classes="pair"):
                for name in ("who", "by"):
                    with Vertical():
                        yield Static(Content(ASKED[name]), classes="field-label")
                        yield LineEditor()
            yield Static(Content(ASKED["told"]), classes="field-label")
            yield LineEditor()
            with Horizontal(classes="buttons"):
                yield Press("Add, in the note", id="add-in", classes="-main")
                yield Press(f"Add, {self._ours}", id="add-out")
        yield Vertical(id="actions-list")

    def on_mount(self) -> None:
        """Draw the actions there are."""
        self.call_later(self._draw)

    def set_actions(self, actions: tuple[Action, ...]) -> None:
        """Show the actions as they are now."""
        if actions != self._actions:
            self._actions = actions
            self.call_later(self._draw)

    async def _draw(self) -> None:
        box = self.query_one("#actions-list", Vertical)
        async with box.batch():
            await box.remove_children()
            for action in self._actions:
                where = "Take out of the note" if action.in_note else "Into the note"
                stands = "in the note" if action.in_note else self._ours
                await box.mount(
                    Vertical(
                        Static(said(f"{action_words(action)} · {stands}")),
                        Horizontal(
                            Press(where, id=f"move-{action.id}", classes="-second"),
                            Press("Change", id=f"change-{action.id}", classes="-second"),
                            Press("Take away", id=f"remove-{action.id}", classes="-second"),
                        ),
                        classes="action",
                    )
                )

    def _editors(self) -> dict[str, Editor]:
        return dict(zip(ASKED, self.query(LineEditor), strict=True))

    @on(TextArea.Changed)
    def _typing(self, event: TextArea.Changed) -> None:
        event.stop()

    @on(Press.Pressed)
    def _pressed(self, event: Press.Pressed) -> None:
        event.stop()
        deed, _, action_id = (event.press.id or "").partition("-")
        if deed == "add":
            self._add(in_note=action_id == "in")
            return
        action = next((kept for kept in self._actions if kept.id == action_id), None)
        if action is None:
            return
        if deed == "move":
            self.post_message(self.Moved(action.id, in_note=not action.in_note))
        elif deed == "remove":
            self.post_message(self.Removed(action.id))
        elif deed == "change":
            self._changing = action.id
            for name, editor in self._editors().items():
                editor.text = getattr(action, name)
            self.focus_first()

    def _add(self, *, in_note: bool) -> None:
        editors = self._editors()
        told = {name: editor.text.strip() for name, editor in editors.items()}
        if not told["what"]:
            self.notify("An action needs a few words. Write what will be done.", markup=False)
            editors["what"].focus()
            return
        changed = next((kept for kept in self._actions if kept.id == self._changing), None)
        if changed is not None:
            update = {**told, "in_note": in_note}
            self.post_message(self.Edited(changed.model_copy(update=update)))
        else:
            self.post_message(self.Added(told, in_note=in_note))
        self._changing = ""
        for editor in editors.values():
            editor.text = ""
        self.focus_first()
