"""The one live object both faces hold while a session is open.

A face turns keys and lines into calls here and holds no state but its focus, so one script,
played in both faces, gives equal sessions. Every call that changes something makes a new frozen
`Session` and hands it to `keep`; a sitting knows no disk.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime

from reflect_tui.errors import ReflectError
from reflect_tui.practice.exercise import Prompt
from reflect_tui.session.acting import Acting
from reflect_tui.session.address import Address, Place
from reflect_tui.session.agreed import AgreedAction
from reflect_tui.session.course import Course, Page, first_entries
from reflect_tui.session.covering import COVERED, covered, drawn, is_shared
from reflect_tui.session.endings import all_carried
from reflect_tui.session.handing import Handing
from reflect_tui.session.model import Entry, Response, Session, new_id
from reflect_tui.session.turns import rounds_as_now
from reflect_tui.session.values import Round, Value, is_blank_for

Keep = Callable[[Session], None]
Clock = Callable[[], datetime]

_UNDOABLE = 200
"""How many steps can be taken back."""
_TAKEN_BACK = ("responses", "entries", "actions", "endings", "agreements", "replaced")
"""What `undo` puts back as it was."""


def utc_now() -> datetime:
    """Now, aware, in UTC."""
    return datetime.now(UTC)


class Sitting(Acting, Handing):
    """A session while it is open: write, clear, move, add an entry, go, undo."""

    def __init__(
        self,
        session: Session,
        keep: Keep,
        *,
        carried: Iterable[AgreedAction] = (),
        now: Clock = utc_now,
        entry_id: Callable[[], str] = new_id,
    ) -> None:
        """`carried` is what earlier sessions of its thread agreed and nobody has come back to."""
        self.session = session
        """As it stands now; frozen, replaced at every change."""
        self.carried = all_carried(session, carried)
        self.course = Course(
            session.way, session.service, session.exercises, carries=bool(self.carried)
        )
        self.company = is_shared(session.way)
        """Whether somebody else is at the screen: nothing written alone is drawn then."""
        self._keep = keep
        self._now = now
        self._entry_id = entry_id
        self._before: list[tuple[str, Session]] = []
        self.session = self._on_a_page(session)

    # -- where one is ---------------------------------------------------------------------

    @property
    def here(self) -> Page | None:
        """The page one is at, or None when the session has no page."""
        place = self.session.left_at
        return self.course.page(place, self.session) if place else None

    def go(self, place: Place) -> Page:
        """Go to a page; raises ReflectError when there is none."""
        page = self.course.page(place, self.session)
        if page is None:
            raise ReflectError(f"There is no step {place} in this session")
        if place != self.session.left_at:
            self.settle()
            self._change({"left_at": place})
        return page

    def next(self) -> Page | None:
        """Go to the next page; None, and nothing changed, at the end."""
        return self._go_if(self.course.after(self.session.left_at, self.session))

    def back(self) -> Page | None:
        """Go to the page before; None, and nothing changed, at the beginning."""
        place = self.session.left_at
        return self._go_if(self.course.before(place, self.session) if place else None)

    # -- what is written ------------------------------------------------------------------

    @property
    def shown(self) -> Session:
        """The session as it may be drawn now."""
        return drawn(self.session) if self.company else self.session

    @property
    def covered(self) -> frozenset[Address]:
        """Where something stands that may not be drawn now."""
        return covered(self.session) if self.company else frozenset()

    def uncover(self, address: Address) -> None:
        """Show what somebody wrote alone: from now on it was written together."""
        kept = self.session.response(address)
        if kept is not None and kept.alone:
            shown = kept.model_copy(update={"alone": False})
            responses = tuple(shown if r is kept else r for r in self.session.responses)
            self._change({"responses": responses}, step=f"uncover {address}")

    def prompt(self, address: Address) -> Prompt:
        """The prompt at an address; raises ReflectError when there is none."""
        prompt = self.course.prompt(address)
        if prompt is None:
            raise ReflectError(f"There is no question at {address} in this session")
        return prompt

    def value(self, address: Address) -> Value | None:
        """What is written at an address, or None."""
        response = self.session.response(address)
        return response.value if response else None

    def write(self, address: Address, value: Value) -> None:
        """Write to a prompt; a blank value clears it. Whether it is in the note stays as it was.

        Raises ReflectError for a place that isn't there or a value that doesn't fit.
        """
        prompt = self.prompt(address)
        if not self.course.has(address.place, self.session):
            raise ReflectError(f"There is no step {address.place} in this session")
        if not value.fits(prompt):
            raise ReflectError(f"That is not an answer to “{prompt.title}”")
        if is_blank_for(prompt, value):
            self.clear(address)
            return
        kept = self.session.response(address)
        if kept is not None and kept.value == value:
            return
        if address in self.covered:
            raise ReflectError(COVERED, do="Show it first, or say that you are alone.")
        response = Response(
            prompt=address,
            asked=prompt.title,
            value=value,
            in_note=kept.in_note if kept else False,
            in_insert=kept.in_insert if kept else False,
            in_cpd=kept.in_cpd if kept else False,
            alone=is_shared(self.session.way) and not self.company,
            at=None if isinstance(value, Round) else self._now(),
        )
        if kept is None:
            responses = (*self.session.responses, response)
        else:
            responses = tuple(response if r is kept else r for r in self.session.responses)
        step = "" if isinstance(value, Round) else f"write {address}"
        self._change({"responses": responses}, step=step)

    def clear(self, address: Address) -> None:
        """Leave a prompt blank; `undo` brings the words back."""
        kept = self.session.response(address)
        if kept is not None and address not in self.covered:
            rest = tuple(r for r in self.session.responses if r is not kept)
            step = "" if isinstance(kept.value, Round) else f"clear {address}"
            self._change({"responses": rest}, step=step)

    def add_entry(self, exercise: str, stage: str, called: str = "") -> Entry:
        """Add an entry to a stage that repeats; one that is still blank is used again.

        `called` is one of the other sorts of round that the stage names, or nothing. Raises
        ReflectError when the stage doesn't repeat, or names no such sort.
        """
        found = self.course.exercise(exercise)
        repeat = found.stage(stage) if found and stage in first_entries(found) else None
        if repeat is None or (called and called not in repeat.again[1:]):
            raise ReflectError(f"There is nothing to add another of at {exercise}/{stage}")
        last = (self.session.entries_of(exercise, stage) or (None,))[-1]
        if last is None or any(r.prompt.entry == last.id for r in self.session.responses):
            entry = Entry(id=self._entry_id(), exercise=exercise, stage=stage, called=called)
            self._change({"entries": (*self.session.entries, entry)}, step=f"add {entry.id}")
            return entry
        if last.called == called:
            return last
        entry = last.model_copy(update={"called": called})
        entries = tuple(entry if kept is last else kept for kept in self.session.entries)
        self._change({"entries": entries}, step=f"call {entry.id}")
        return entry

    # -- taking back ----------------------------------------------------------------------

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._before)

    def undo(self) -> bool:
        """Take back the last thing written, cleared, moved or added; stay on the page.

        Typing on in one answer is one step. What a group wrote in a round is never taken back
        piece by piece. False when there is nothing to take back.
        """
        if not self._before:
            return False
        _, was = self._before.pop()
        self.settle()
        then = {name: getattr(was, name) for name in _TAKEN_BACK}
        then |= rounds_as_now(was, self.session)
        here = self.session.left_at
        if here is None or self.course.page(here, was) is None:
            here = was.left_at
        self._change({**then, "left_at": here})
        return True

    def settle(self) -> None:
        """End the step being typed: what comes next is taken back by itself."""
        if self._before:
            self._before[-1] = ("", self._before[-1][1])

    # -- within ---------------------------------------------------------------------------

    def _go_if(self, page: Page | None) -> Page | None:
        return self.go(page.place) if page else None

    def _on_a_page(self, session: Session) -> Session:
        """The session, put down at a page that is there; what was undone may have been one's."""
        place = session.left_at
        if place is not None and self.course.page(place, session) is not None:
            return session
        page = self.course.near(place, session)
        return session.model_copy(update={"left_at": page.place if page else None})

    def _change(self, update: Mapping[str, object], *, step: str = "") -> None:
        """Make the next session and hand it on; remember the one before under its step."""
        if step:
            typing_on = step.startswith("write ") and self._before and self._before[-1][0] == step
            if not typing_on:
                self._before.append((step, self.session))
                del self._before[:-_UNDOABLE]
        changed = self.session.model_copy(update={**update, "changed": self._now()})
        self.session = self._on_a_page(changed)
        self._keep(self.session)
