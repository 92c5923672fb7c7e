"""Actions: those put down, and a form for one more. Keeps no response; it asks for changes.

What is being written is kept at every pause like everything else: it is an action from its
first pause on, between us until somebody moves it.
"""

from __future__ import annotations

from dataclasses import asdict

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import TextArea

from reflect_tui.practice.exercise import Prompt, Service, Way
from reflect_tui.session.model import Action
from reflect_tui.session.values import Value
from reflect_tui.tui.keymap import spoken
from reflect_tui.tui.widgets.fields.action_form import ActionForm, ActionWords
from reflect_tui.tui.widgets.fields.action_row import ActionRow
from reflect_tui.tui.widgets.fields.base import Field, Wanted
from reflect_tui.tui.widgets.move_line import MoveLine
from reflect_tui.tui.widgets.press import Press

_PAUSE = 0.8
"""Seconds after the last letter until what stands in the form is kept."""


class ActionsField(Field):
    """The list, then the form."""

    DEFAULT_CSS = """
    ActionsField { margin-top: 1; }
    ActionsField #actions { height: auto; }
    """

    class Asked(Wanted):
        """What somebody wants done with the actions of the session."""

    class Added(Asked):
        """An action is to be added, in the note or not."""

        def __init__(self, told: dict[str, str], *, in_note: bool) -> None:
            super().__init__()
            self.told = told
            """What was written under each of `what`, `who`, `by` and `told`."""
            self.in_note = in_note

    class Edited(Asked):
        """An action is to be as this one."""

        def __init__(self, action: Action) -> None:
            super().__init__()
            self.action = action

    class Moved(Asked):
        """An action is to go into the note, or out of it."""

        def __init__(self, action_id: str, *, in_note: bool) -> None:
            super().__init__()
            self.action_id = action_id
            self.in_note = in_note

    class Removed(Asked):
        """An action is to be taken away."""

        def __init__(self, action_id: str) -> None:
            super().__init__()
            self.action_id = action_id

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
        self._actions = {action.id: action for action in actions}
        self._writing = ""
        """The id of the action that stands in the form, empty where it isn't one yet."""
        self._was_there = False
        """Whether that one was put down before it came into the form."""
        self._awaited: list[bool | None] = []
        """Additions asked for and not heard of yet; None for what still stands in the form."""
        self._soon: Timer | None = None
        self._home: Screen[object] | None = None
        self._form = ActionForm(way)

    def compose(self) -> ComposeResult:
        """What was put down, and the form."""
        with Vertical(id="actions"):
            for action in self._actions.values():
                yield ActionRow(action, self.way)
        yield self._form

    def on_mount(self) -> None:
        """Remember the screen: what is in the form is kept even when the page is turned."""
        self._home = self.screen

    def focus_first(self) -> None:
        """The form's first question."""
        self._form.begin()

    # -- what is there --------------------------------------------------------------------

    def set_actions(self, actions: tuple[Action, ...]) -> None:
        """Draw the actions as they stand now; what is being written stays in the form."""
        new = [action for action in actions if action.id not in self._actions]
        self._actions = {action.id: action for action in actions}
        for action in new:
            if self._awaited and self._awaited.pop(0) is None:
                self._writing, self._was_there = action.id, False
        if self._writing not in self._actions:
            self._writing = ""
        self._draw()

    def _draw(self) -> None:
        shown = {key: one for key, one in self._actions.items() if key != self._writing}
        rows = {row.action.id: row for row in self.query(ActionRow)}
        for key, row in rows.items():
            if key not in shown:
                row.remove()
            elif row.action != shown[key]:
                row.say(shown[key])
        before: ActionRow | None = None
        for key, action in shown.items():
            if key not in rows:
                rows[key] = ActionRow(action, self.way)
                place = self.query_one("#actions", Vertical)
                if before is None:
                    place.mount(rows[key], before=0 if place.children else None)
                else:
                    place.mount(rows[key], after=before)
            before = rows[key]

    # -- what is being written ------------------------------------------------------------

    @on(TextArea.Changed)
    def _typed(self, event: TextArea.Changed) -> None:
        event.stop()
        if self._soon is not None:
            self._soon.stop()
        self._soon = self.set_timer(_PAUSE, self._keep)

    def on_descendant_blur(self) -> None:
        """Leaving a question keeps it at once."""
        self._keep()

    def on_unmount(self) -> None:
        """Turning the page keeps what stands in the form."""
        self._keep()

    def _keep(self) -> None:
        """Keep what stands in the form, if that is something new."""
        if self._soon is None:
            return
        self._soon.stop()
        self._soon = None
        self._keep_now(self._form.words)

    def _keep_now(self, words: ActionWords) -> None:
        action = self._actions.get(self._writing)
        if action is None:
            if None in self._awaited:
                # It was asked for and is on its way; the next pause keeps the rest.
                self._soon = self.set_timer(_PAUSE, self._keep)
            elif not words.is_blank():
                self._awaited.append(None)
                self._ask(self._added(words, in_note=False))
        elif words.is_blank():
            if not self._was_there:
                self._ask(self.Removed(action.id))
        elif not words.same_as(action):
            self._ask(self.Edited(words.put_into(action)))

    def _added(self, words: ActionWords, *, in_note: bool) -> Added:
        return self.Added(asdict(words), in_note=in_note)

    def _ask(self, message: Asked) -> None:
        """Ask for a change; past the field's own end it is the screen that asks."""
        if self.is_attached and not self._closing:
            self.post_message(message)
        elif self._home is not None:
            self._home.post_message(message)

    # -- what a person does ---------------------------------------------------------------

    @on(Press.Pressed, "#add-ours")
    @on(Press.Pressed, "#add-noted")
    def _put_down(self, event: Press.Pressed) -> None:
        event.stop()
        words, in_note = self._form.words, event.press.id == "add-noted"
        if words.is_blank():
            self.notify("Write what will be done first.", markup=False, timeout=4)
            self._form.begin()
            return
        action = self._actions.get(self._writing)
        if action is None and None in self._awaited:
            # The action made at the last pause is on its way: this comes right behind it.
            self.call_later(self._put_down, event)
            return
        if action is None:
            self._awaited.append(in_note)
            self._ask(self._added(words, in_note=in_note))
        else:
            if not words.same_as(action):
                self._ask(self.Edited(words.put_into(action)))
            if action.in_note != in_note:
                self._ask(self.Moved(action.id, in_note=in_note))
        self._empty()
        self._draw()

    def _empty(self) -> None:
        """Make the form ready for another."""
        if self._soon is not None:
            self._soon.stop()
            self._soon = None
        self._writing, self._was_there = "", False
        self._form.fill(ActionWords())
        self._form.begin()

    @on(Press.Pressed, ".change")
    def _change(self, event: Press.Pressed) -> None:
        event.stop()
        action = self._row(event.press).action
        self._keep()
        # What stood in the form until now may still be on its way to being an action of its own.
        self._awaited = [False if one is None else one for one in self._awaited]
        self._writing, self._was_there = action.id, True
        words = ActionWords(action.what, action.who, action.by, action.told)
        self._form.fill(words, changing=True)
        self._form.begin()
        self._draw()

    @on(Press.Pressed, ".take-away")
    def _take_away(self, event: Press.Pressed) -> None:
        event.stop()
        self._form.begin()
        self._ask(self.Removed(self._row(event.press).action.id))
        self.notify(spoken("Taken away. F7 brings it back.", self), markup=False, timeout=5)

    @on(MoveLine.Moved)
    def _moved(self, event: MoveLine.Moved) -> None:
        event.stop()
        self._ask(self.Moved(self._row(event.line).action.id, in_note=event.in_note))

    def _row(self, widget: Press | MoveLine) -> ActionRow:
        return next(parent for parent in widget.ancestors if isinstance(parent, ActionRow))
