"""Whatever is done in whatever order, and wherever the program dies: what was kept is there."""

from __future__ import annotations

import shutil
import tempfile
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from reflect_tui.errors import Locked
from reflect_tui.notebook import earlier
from reflect_tui.notebook.notebook import Notebook
from reflect_tui.notebook.saver import Kept, NotKeptYet, Saver
from reflect_tui.practice.exercise import Kind, Prompt
from reflect_tui.session.address import Address, Place, parse_place
from reflect_tui.session.endings import Became
from reflect_tui.session.model import Session
from reflect_tui.session.sitting import Sitting
from tests.faults.houses import House, unlocked
from tests.support.agreeing import an_action
from tests.unit.session.kinds import WORDS, values_for
from tests.unit.session.making import a_session

pytestmark = pytest.mark.usefixtures("no_waiting")


def content(session: Session) -> dict[str, Any]:
    """What a person wrote, without what a save adds."""
    return session.model_dump(exclude={"id", "revision", "other_of", "changed"})


@pytest.fixture(autouse=True)
def _a_state_at_every_save(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(earlier, "EVERY", 0.0)


class AnyOrderSealed(RuleBasedStateMachine):
    """One person at a sealed notebook, whose program is killed now and then."""

    top: Path
    notebook: Notebook
    saver: Saver
    sitting: Sitting
    name: str
    """What the session is called on the disk."""
    kept: Session | None
    """As it stood when the saver last said that all of it is on the disk."""
    handed: list[Session]
    """Whatever was handed over since then, and is in memory only."""

    def __init__(self) -> None:
        super().__init__()
        self.place = tempfile.TemporaryDirectory(prefix="reflect-faults-")
        self.top = Path(self.place.name) / "notebook"
        self.ids = (f"made{number}" for number in count(1))

    @initialize(short=st.booleans())
    def begin(self, short: bool) -> None:
        session = a_session(short=short)
        self.name, self.kept, self.handed = session.id, None, []
        self.start(session)
        self.sitting.go(parse_place(self.places()[0]))

    def start(self, session: Session | None = None) -> None:
        """Start the program: take over, unlock, and sit down to the session."""
        self.notebook = House.SEALED.opened(self.top)
        assert self.notebook.take_over()
        unlocked(self.notebook)
        told: list[Kept | NotKeptYet] = []
        self.saver = Saver(self.notebook.save, told.append, quiet=60, longest=60)
        session = session or self.notebook.load(self.name)
        self.handed = []
        self.sitting = Sitting(
            session,
            self.hand_over,
            carried=(an_action("ask"),),
            entry_id=lambda: next(self.ids),
        )

    def hand_over(self, session: Session) -> None:
        self.handed.append(session)
        self.saver.keep(session)

    # -- what a person does ------------------------------------------------------------------

    def prompts(self) -> list[tuple[Address, Prompt]]:
        course, session = self.sitting.course, self.sitting.session
        return [
            (page.address(prompt), prompt)
            for page in course.every_page(session)
            for prompt in page.stage.prompts
            if prompt.kind not in (Kind.ACTIONS, Kind.AGREED)
        ]

    def places(self) -> list[str]:
        return [str(page.place) for page in self.sitting.course.every_page(self.sitting.session)]

    def written(self) -> list[Address]:
        return [response.prompt for response in self.sitting.session.responses]

    @rule(data=st.data())
    def write(self, data: Any) -> None:
        address, prompt = data.draw(st.sampled_from(self.prompts()))
        self.sitting.write(address, data.draw(values_for(prompt)))

    @precondition(lambda self: self.written())
    @rule(data=st.data())
    def clear(self, data: Any) -> None:
        self.sitting.clear(data.draw(st.sampled_from(self.written())))

    @precondition(lambda self: self.written())
    @rule(data=st.data(), in_note=st.booleans())
    def move(self, data: Any, in_note: bool) -> None:
        self.sitting.move(data.draw(st.sampled_from(self.written())), in_note=in_note)

    @rule()
    def add_entry(self) -> None:
        self.sitting.add_entry("walk", "swap")

    @rule(what=WORDS.filter(str.strip))
    def add_action(self, what: str) -> None:
        self.sitting.add_action(what)

    @rule(became=st.sampled_from(["", "done", "let go"]), words=WORDS)
    def end_action(self, became: Became, words: str) -> None:
        self.sitting.end_action("ask", became, words)

    @rule(data=st.data())
    def go(self, data: Any) -> None:
        place: Place = parse_place(data.draw(st.sampled_from(self.places())))
        self.sitting.go(place)

    @rule()
    def undo(self) -> None:
        self.sitting.undo()

    # -- what becomes of it ------------------------------------------------------------------

    @rule()
    def wait_until_it_is_kept(self) -> None:
        assert self.saver.flush()
        saver = self.saver
        with saver._changed:
            # Until the saver's thread rests, it takes what comes next along, too.
            assert saver._changed.wait_for(lambda: saver._served >= saver._asked, timeout=5)
        if self.handed:
            self.kept, self.handed = self.handed[-1], []

    @rule()
    def lock(self) -> None:
        self.notebook.key.lock()
        with pytest.raises(Locked):
            self.notebook.sessions()

    @precondition(lambda self: self.notebook.key.locked)
    @rule()
    def unlock(self) -> None:
        unlocked(self.notebook)

    @precondition(lambda self: self.kept is not None)
    @rule()
    def be_killed_and_start_again(self) -> None:
        self.die()
        self.start()
        assert self.is_what_was_kept_or_later(self.sitting.session)
        self.kept = self.sitting.session

    @precondition(lambda self: self.kept is not None)
    @rule()
    def leave_and_start_again(self) -> None:
        assert self.saver.close()
        last = self.sitting.session
        self.notebook.hold.release()
        self.start()
        assert content(self.sitting.session) == content(last)
        self.kept = self.sitting.session

    def die(self) -> None:
        """Let nothing more of the program happen: what the disk holds is all there is."""
        left = self.top.with_name("left")
        shutil.copytree(self.top, left)
        # The thread that writes ends without the disk ever hearing of it.
        self.saver._unsaved.clear()
        self.saver.close()
        self.notebook.hold.release()
        shutil.rmtree(self.top)
        left.rename(self.top)

    def is_what_was_kept_or_later(self, found: Session) -> bool:
        maybe = [content(each) for each in (self.kept, *self.handed) if each is not None]
        return content(found) in maybe

    # -- what must always hold ---------------------------------------------------------------

    @invariant()
    def another_program_finds_what_was_kept(self) -> None:
        if self.kept is None or not hasattr(self, "saver"):
            return
        other = unlocked(Notebook.open(self.top))
        assert [listed.trouble for listed in other.sessions()] == [None]
        assert self.is_what_was_kept_or_later(other.load(self.name))
        for state in other.earlier(self.name):
            other.load_earlier(state)

    @invariant()
    def nothing_lies_in_the_clear(self) -> None:
        for path in self.top.rglob("*.json*"):
            assert path.read_bytes().startswith(b"age-encryption.org/v1\n")

    def teardown(self) -> None:
        """In the end all of it is there."""
        if hasattr(self, "saver"):
            assert self.saver.close()
            if self.handed:
                self.kept = self.handed[-1]
            self.handed = []
            self.another_program_finds_what_was_kept()
            self.notebook.hold.release()
        self.place.cleanup()


class TestAnyOrderSealed(AnyOrderSealed.TestCase):  # type: ignore[misc, name-defined]
    settings = settings(max_examples=25, stateful_step_count=25, deadline=None, print_blob=True)


@pytest.mark.slow
class TestAnyOrderSealedForLong(AnyOrderSealed.TestCase):  # type: ignore[misc, name-defined]
    settings = settings(max_examples=150, stateful_step_count=60, deadline=None, print_blob=True)


class LosesWhatIsSavedWhileLocked(AnyOrderSealed):
    """A program that only says it keeps what is written while it is locked."""

    def start(self, session: Session | None = None) -> None:
        super().start(session)
        notebook, save = self.notebook, self.saver._save
        self.saver._save = lambda it: it if notebook.key.locked else save(it)


def test_this_turns_red_when_what_is_saved_while_locked_is_lost() -> None:
    with pytest.raises(AssertionError):
        run_state_machine_as_test(
            LosesWhatIsSavedWhileLocked,
            settings=settings(
                max_examples=60,
                stateful_step_count=25,
                deadline=None,
                derandomize=True,
                phases=[Phase.generate],
            ),
        )
