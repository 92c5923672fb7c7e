"""Actions while a session is open: those agreed in it, and what became of those before it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from reflect_tui.errors import ReflectError
from reflect_tui.session.agreed import AgreedAction
from reflect_tui.session.covering import COVERED, is_covered, is_shared
from reflect_tui.session.endings import Became, ending_of, with_ending
from reflect_tui.session.model import Action, Session
from reflect_tui.session.noting import MOVED_INTO, Note, is_in


class Acting:
    """What a sitting can do with actions; the sitting itself is made of this and the rest."""

    session: Session
    carried: tuple[AgreedAction, ...]
    """What earlier sessions of the thread agreed, to come back to; never changed here."""
    company: bool
    _entry_id: Callable[[], str]

    def _change(self, update: Mapping[str, object], *, step: str = "") -> None:
        raise NotImplementedError

    # -- those agreed here ----------------------------------------------------------------

    def add_action(
        self,
        what: str,
        *,
        who: str = "",
        by: str = "",
        told: str = "",
        in_note: bool = False,
    ) -> Action:
        """Add an action; raises ReflectError when it says nothing."""
        if not what.strip():
            raise ReflectError("An action needs a few words", do="Write what will be done.")
        action = Action(
            id=self._entry_id(),
            what=what.strip(),
            who=who.strip(),
            by=by.strip(),
            told=told.strip(),
            in_note=in_note,
            alone=is_shared(self.session.way) and not self.company,
        )
        self._change({"actions": (*self.session.actions, action)}, step=f"add {action.id}")
        return action

    def change_action(self, action: Action) -> None:
        """Put a changed action in the place of the one with its id, in its own session.

        Typing on in one action is one step. Raises ReflectError when it says nothing.
        """
        if not action.what.strip():
            raise ReflectError("An action needs a few words", do="Write what will be done.")
        self._replace_action(action, step=f"write action {action.id}")

    def move_action(self, action_id: str, *, in_note: bool, note: Note = Note.SUPERVISION) -> None:
        """Move an action into a note, or out of it."""
        action = self._action(action_id)
        moved = action.model_copy(update={MOVED_INTO[note]: in_note})
        self._replace_action(moved, step=f"move {action_id} {note} {in_note}")

    def remove_action(self, action_id: str) -> None:
        """Take an action away; `undo` brings it back."""
        gone = self._action(action_id)
        actions = tuple(a for a in self.session.actions if a is not gone)
        self._change({"actions": actions}, step=f"remove {action_id}")

    # -- those agreed before --------------------------------------------------------------

    @property
    def to_come_back_to(self) -> tuple[AgreedAction, ...]:
        """What is carried here, but for that of which something is said that is covered now."""
        return tuple(action for action in self.carried if not self._is_covered(action.id))

    def _is_covered(self, action_id: str) -> bool:
        kept = ending_of(self.session, action_id)
        return self.company and kept is not None and is_covered(kept)

    def end_action(self, action_id: str, became: Became, words: str = "") -> None:
        """Say what became of an action that is carried here; saying neither takes it back.

        Typing on in the words is one step. Raises ReflectError for an action that isn't carried,
        and for one of which something is said that is covered now.
        """
        action = next((kept for kept in self.carried if kept.id == action_id), None)
        if action is None:
            raise ReflectError("Nothing like that was agreed before this session")
        kept = ending_of(self.session, action_id)
        if (became, words) == ((kept.became, kept.words) if kept else ("", "")):
            return
        if self._is_covered(action_id):
            raise ReflectError(COVERED, do="Say that you are alone first.")
        typing = became == (kept.became if kept else "")
        alone = is_shared(self.session.way) and not self.company
        endings = with_ending(self.session, action, became, words, alone=alone)
        if endings != self.session.endings:
            step = f"write ending {action_id}" if typing else f"end {action_id} {became}"
            self._change({"endings": endings}, step=step)

    def move_ending(self, action_id: str, *, in_note: bool, note: Note = Note.SUPERVISION) -> None:
        """Move what is said of an earlier action into a note, or out of it.

        Raises ReflectError when nothing is said of it.
        """
        kept = ending_of(self.session, action_id)
        if kept is None:
            raise ReflectError(
                "Nothing is said of it yet", do="Say what became of it, or write something, first."
            )
        if is_in(kept, note) != in_note:
            moved = kept.model_copy(update={MOVED_INTO[note]: in_note})
            endings = tuple(moved if other is kept else other for other in self.session.endings)
            self._change({"endings": endings}, step=f"move ending {action_id} {note} {in_note}")

    # -- within ---------------------------------------------------------------------------

    def _replace_action(self, action: Action, *, step: str) -> None:
        kept = self._action(action.id)
        if kept != action:
            actions = tuple(action if a is kept else a for a in self.session.actions)
            self._change({"actions": actions}, step=step)

    def _action(self, action_id: str) -> Action:
        found = next((a for a in self.session.actions if a.id == action_id), None)
        if found is None:
            raise ReflectError("There is no such action in this session")
        return found
