"""What goes out of a session while it is open: moved, said in other words, agreed to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from reflect_tui.clean import clean
from reflect_tui.errors import ReflectError
from reflect_tui.session.address import Address
from reflect_tui.session.agreeing import Verdict, with_agreement
from reflect_tui.session.model import Replaced, Session
from reflect_tui.session.noting import MOVED_INTO, Note, is_in


class Handing:
    """What a sitting can do with its notes; the sitting itself is made of this and the rest."""

    session: Session
    _now: Callable[[], datetime]

    def _change(self, update: Mapping[str, object], *, step: str = "") -> None:
        raise NotImplementedError

    def move(self, address: Address, *, in_note: bool, note: Note = Note.SUPERVISION) -> None:
        """Move a response into a note, or out of it; any note but the own copy, which holds all.

        Raises ReflectError when nothing is written there.
        """
        kept = self.session.response(address)
        if kept is None:
            raise ReflectError("Nothing is written there yet", do="Write something first.")
        if is_in(kept, note) != in_note:
            moved = kept.model_copy(update={MOVED_INTO[note]: in_note})
            responses = tuple(moved if r is kept else r for r in self.session.responses)
            self._change({"responses": responses}, step=f"move {address} {note} {in_note}")

    # -- other words ----------------------------------------------------------------------

    def replace(self, words: str, by: str) -> None:
        """Let words stand as others in the notes that go out; what was written stays as it is.

        Saying it again of the same words changes what stands for them. Raises ReflectError for
        no words, or nothing to put in their place.
        """
        words, by = clean(words).strip(), clean(by).strip()
        if not words or not by:
            raise ReflectError(
                "There are no words to put in their place", do="Write what the note is to say."
            )
        made = Replaced(words=words, by=by)
        rest = tuple(kept for kept in self.session.replaced if kept.words != words)
        if made not in self.session.replaced:
            self._change({"replaced": (*rest, made)}, step=f"replace {words}")

    def put_back(self, words: str) -> None:
        """Let words stand in the notes again as they were written."""
        rest = tuple(kept for kept in self.session.replaced if kept.words != words)
        if rest != self.session.replaced:
            self._change({"replaced": rest}, step=f"put back {words}")

    # -- agreeing -------------------------------------------------------------------------

    def agree(self, role: str, said: Verdict, words: str = "") -> None:
        """Say for a role what it says of the note as it stands, dated today.

        Typing on in its words is one step. Raises ReflectError for a role that doesn't sign, and
        for what needs words and has none.
        """
        today = self._now().astimezone().date()
        agreements = with_agreement(self.session, role, said, words, today)
        if agreements != self.session.agreements:
            self._change({"agreements": agreements}, step=f"write agreement {role} {said}")

    def withdraw(self, role: str) -> None:
        """Take back what a role said of the note; `undo` brings it back."""
        rest = tuple(kept for kept in self.session.agreements if kept.role != role)
        if rest != self.session.agreements:
            self._change({"agreements": rest}, step=f"withdraw {role}")
