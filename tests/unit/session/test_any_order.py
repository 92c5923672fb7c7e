"""Whatever is done in whatever order, what was acknowledged is there, and can be gone to."""

from __future__ import annotations

from itertools import count
from typing import Any, NamedTuple

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from reflect_tui.errors import ReflectError
from reflect_tui.practice.exercise import Kind, Prompt, Service, Way
from reflect_tui.session.address import Address
from reflect_tui.session.endings import Became
from reflect_tui.session.model import Action, Session
from reflect_tui.session.values import Round, Text, Value
from tests.support.agreeing import an_action
from tests.unit.session.kinds import WORDS, values_for
from tests.unit.session.making import Sat, a_session


class Written(NamedTuple):
    """What a person believes is written: plain facts, kept beside the sitting."""

    responses: dict[Address, tuple[Value, bool]]
    actions: dict[str, tuple[str, bool]]
    entries: tuple[str, ...]
    endings: dict[str, tuple[str, str, bool]]


def taken_back(was: Written, now: Written) -> Written:
    """What was, with every round as it is now: what a group wrote is never taken back by pieces."""
    rounds = {at: kept for at, kept in now.responses.items() if isinstance(kept[0], Round)}
    others = {at: kept for at, kept in was.responses.items() if not isinstance(kept[0], Round)}
    for at, (value, in_note) in rounds.items():
        others[at] = (value, was.responses[at][1] if at in was.responses else in_note)
    held = {at.entry for at in rounds}
    later = tuple(entry for entry in now.entries if entry in held and entry not in was.entries)
    return was._replace(responses=others, entries=(*was.entries, *later))


CARRIED = (an_action("ask"), an_action("tell"))
"""What an earlier session agreed."""


class AnyOrder(RuleBasedStateMachine):
    """Two people at a keyboard, doing anything at any time."""

    sat: Sat
    now: Written
    before: list[Written]
    starts: int
    """How often it was put down and opened again."""
    typing: Address | str | None
    """Where typing on would still be the same step."""

    @initialize(way=st.sampled_from(Way), service=st.sampled_from(Service), short=st.booleans())
    def begin(self, way: Way, service: Service, short: bool) -> None:
        self.sat = Sat(a_session(way, service, short=short), CARRIED)
        self.now = Written({}, {}, tuple(e.id for e in self.sat.session.entries), {})
        self.before = []
        self.typing = None
        self.starts = 0

    # -- what a person does ------------------------------------------------------------------

    def step(self, after: Written, typing: Address | str | None = None) -> None:
        """Remember what was before, unless somebody only typed on."""
        if typing is None or typing != self.typing:
            self.before.append(self.now)
        self.now, self.typing = after, typing

    def prompts(self) -> list[tuple[Address, Prompt]]:
        """Every prompt of the session, shown now or not."""
        course, session = self.sat.sitting.course, self.sat.session
        return [
            (page.address(prompt), prompt)
            for page in course.every_page(session)
            for prompt in page.stage.prompts
            if prompt.kind not in (Kind.ACTIONS, Kind.AGREED)
        ]

    @rule(data=st.data())
    def write(self, data: Any) -> None:
        address, prompt = data.draw(st.sampled_from(self.prompts()))
        value = data.draw(values_for(prompt))
        self.sat.sitting.write(address, value)
        was = self.now.responses.get(address)
        blank = value.is_blank() or (
            isinstance(value, Text) and value.text.strip() in ("", prompt.starts)
        )
        if blank and was is not None:
            self.clear_at(address)
        elif not blank and (was is None or was[0] != value):
            kept = {**self.now.responses, address: (value, was[1] if was else False)}
            after = self.now._replace(responses=kept)
            if isinstance(value, Round):
                self.now = after
            else:
                self.step(after, address)

    def clear_at(self, address: Address) -> None:
        """An answer goes; a round goes for good."""
        rest = {at: kept for at, kept in self.now.responses.items() if at != address}
        after = self.now._replace(responses=rest)
        if isinstance(self.now.responses[address][0], Round):
            self.now = after
        else:
            self.step(after)

    @rule(data=st.data())
    def write_what_does_not_fit(self, data: Any) -> None:
        address, prompt = data.draw(st.sampled_from(self.prompts()))
        _, other = data.draw(st.sampled_from(self.prompts()))
        if other.kind is prompt.kind:
            return
        with pytest.raises(ReflectError):
            self.sat.sitting.write(address, data.draw(values_for(other)))

    @precondition(lambda self: self.now.responses)
    @rule(data=st.data())
    def clear(self, data: Any) -> None:
        address = data.draw(st.sampled_from(sorted(self.now.responses, key=str)))
        self.sat.sitting.clear(address)
        self.clear_at(address)

    @precondition(lambda self: self.now.responses)
    @rule(data=st.data(), in_note=st.booleans())
    def move(self, data: Any, in_note: bool) -> None:
        address = data.draw(st.sampled_from(sorted(self.now.responses, key=str)))
        value, was = self.now.responses[address]
        self.sat.sitting.move(address, in_note=in_note)
        if was != in_note:
            moved = {**self.now.responses, address: (value, in_note)}
            self.step(self.now._replace(responses=moved))

    @rule()
    def add_entry(self) -> None:
        entry = self.sat.sitting.add_entry("walk", "swap").id
        if entry != self.now.entries[-1]:
            self.step(self.now._replace(entries=(*self.now.entries, entry)))
        else:
            assert all(address.entry != entry for address in self.now.responses)

    @rule(what=WORDS, in_note=st.booleans())
    def add_action(self, what: str, in_note: bool) -> None:
        if not what.strip():
            with pytest.raises(ReflectError):
                self.sat.sitting.add_action(what)
            return
        action = self.sat.sitting.add_action(what, in_note=in_note)
        kept = {**self.now.actions, action.id: (what.strip(), in_note)}
        self.step(self.now._replace(actions=kept))

    @precondition(lambda self: self.now.actions)
    @rule(data=st.data(), what=st.sampled_from(["ring them", "ask again", "write it down"]))
    def change_action(self, data: Any, what: str) -> None:
        chosen = data.draw(st.sampled_from(sorted(self.now.actions)))
        was, in_note = self.now.actions[chosen]
        self.sat.sitting.change_action(Action(id=chosen, what=what, in_note=in_note))
        if what != was:
            kept = {**self.now.actions, chosen: (what, in_note)}
            self.step(self.now._replace(actions=kept), chosen)

    @precondition(lambda self: self.now.actions)
    @rule(data=st.data(), in_note=st.booleans())
    def move_action(self, data: Any, in_note: bool) -> None:
        chosen = data.draw(st.sampled_from(sorted(self.now.actions)))
        what, was = self.now.actions[chosen]
        self.sat.sitting.move_action(chosen, in_note=in_note)
        if in_note != was:
            kept = {**self.now.actions, chosen: (what, in_note)}
            self.step(self.now._replace(actions=kept))

    @precondition(lambda self: self.now.actions)
    @rule(data=st.data())
    def remove_action(self, data: Any) -> None:
        chosen = data.draw(st.sampled_from(sorted(self.now.actions)))
        self.sat.sitting.remove_action(chosen)
        rest = {at: kept for at, kept in self.now.actions.items() if at != chosen}
        self.step(self.now._replace(actions=rest))

    @rule(
        chosen=st.sampled_from(["ask", "tell"]),
        became=st.sampled_from(["", "done", "changed", "let go"]),
        words=WORDS,
    )
    def end_action(self, chosen: str, became: Became, words: str) -> None:
        was = self.now.endings.get(chosen)
        self.sat.sitting.end_action(chosen, became, words)
        rest = {at: kept for at, kept in self.now.endings.items() if at != chosen}
        after = {**rest, chosen: (became, words, was[2] if was else False)}
        if not became and not words.strip():
            after = rest
        if after != self.now.endings:
            typing = f"ending {chosen}" if became == (was[0] if was else "") else None
            self.step(self.now._replace(endings=after), typing)

    @precondition(lambda self: self.now.endings)
    @rule(data=st.data(), in_note=st.booleans())
    def move_ending(self, data: Any, in_note: bool) -> None:
        chosen = data.draw(st.sampled_from(sorted(self.now.endings)))
        became, words, was = self.now.endings[chosen]
        self.sat.sitting.move_ending(chosen, in_note=in_note)
        if in_note != was:
            kept = {**self.now.endings, chosen: (became, words, in_note)}
            self.step(self.now._replace(endings=kept))

    @rule()
    def undo(self) -> None:
        assert self.sat.sitting.can_undo is bool(self.before)
        assert self.sat.sitting.undo() is bool(self.before)
        if self.before:
            self.now = taken_back(self.before.pop(), self.now)
        self.typing = None

    @rule(data=st.data())
    def go(self, data: Any) -> None:
        place = data.draw(st.sampled_from(self.sat.every_page()))
        if place != str(self.sat.session.left_at):
            self.typing = None
        self.sat.go(place)
        assert str(self.sat.session.left_at) == place

    @rule()
    def next(self) -> None:
        if self.sat.sitting.next() is not None:
            self.typing = None

    @rule()
    def back(self) -> None:
        if self.sat.sitting.back() is not None:
            self.typing = None

    @rule()
    def put_down_and_open_again(self) -> None:
        kept = Session.model_validate_json(self.sat.session.model_dump_json())
        assert kept == self.sat.session
        self.sat = Sat(kept, CARRIED)
        # A new program makes other ids than those before it.
        self.starts += 1
        ids = (f"start{self.starts}made{number}" for number in count(1))
        self.sat.sitting._entry_id = lambda: next(ids)
        self.before, self.typing = [], None

    # -- what must always hold ---------------------------------------------------------------

    @invariant()
    def all_that_was_acknowledged_is_there_and_nothing_else(self) -> None:
        session = self.sat.session
        responses = {kept.prompt: (kept.value, kept.in_note) for kept in session.responses}
        assert responses == self.now.responses
        assert len(responses) == len(session.responses)
        assert {a.id: (a.what, a.in_note) for a in session.actions} == self.now.actions
        assert tuple(entry.id for entry in session.entries) == self.now.entries
        endings = {e.action: (e.became, e.words, e.in_note) for e in session.endings}
        assert endings == self.now.endings
        assert self.sat.sitting.carried == CARRIED

    @invariant()
    def what_was_written_can_be_gone_to_and_is_shown(self) -> None:
        course, session = self.sat.sitting.course, self.sat.session
        shown = {
            page.address(prompt) for page in course.every_page(session) for prompt in page.prompts
        }
        walked = {page.address(prompt) for page in course.pages(session) for prompt in page.prompts}
        assert self.now.responses.keys() <= walked <= shown

    @invariant()
    def one_always_stands_on_a_page(self) -> None:
        here = self.sat.sitting.here
        assert here is not None
        assert str(here.place) in self.sat.every_page()

    @invariant()
    def what_is_kept_is_what_stands(self) -> None:
        if self.sat.kept:
            assert self.sat.kept[-1] is self.sat.session

    @invariant()
    def next_and_back_walk_the_same_pages(self) -> None:
        course, session, pages = self.sat.sitting.course, self.sat.session, self.sat.pages()
        walked = []
        page = course.after(None, session)
        while page is not None:
            walked.append(str(page.place))
            before = course.before(page.place, session)
            assert (str(before.place) if before else None) == (
                walked[-2] if len(walked) > 1 else None
            )
            page = course.after(page.place, session)
        assert walked == pages

    def teardown(self) -> None:
        """In the end everything can be taken back, one step at a time."""
        if not hasattr(self, "sat"):
            return
        while self.before:
            assert self.sat.sitting.undo()
            self.now = taken_back(self.before.pop(), self.now)
            self.all_that_was_acknowledged_is_there_and_nothing_else()
        assert not self.sat.sitting.undo()


AnyOrder.TestCase.settings = settings(
    max_examples=40, stateful_step_count=25, deadline=None, print_blob=True
)
TestAnyOrder = AnyOrder.TestCase
