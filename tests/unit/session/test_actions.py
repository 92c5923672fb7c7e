"""Actions are added, changed, moved and taken away; one that says nothing is refused."""

from __future__ import annotations

import pytest

from reflect_tui.errors import ReflectError
from reflect_tui.session.model import Action
from tests.unit.session.making import Sat


def three() -> tuple[Sat, list[Action]]:
    """Three actions, in the order they were thought of."""
    sat = Sat()
    return sat, [sat.sitting.add_action(what) for what in ("ask her", "ring them", "write it")]


def whats(sat: Sat) -> list[str]:
    return [action.what for action in sat.session.actions]


def test_an_action_keeps_what_who_by_when_and_how_they_are_told() -> None:
    sat = Sat()
    action = sat.sitting.add_action(
        " ask her first ", who=" keyworker", by="before the next visit ", told=" in person "
    )
    assert sat.session.actions == (action,)
    assert action == Action(
        id="made1",
        what="ask her first",
        who="keyworker",
        by="before the next visit",
        told="in person",
    )


def test_an_action_is_not_in_the_note_until_it_is_put_there() -> None:
    sat = Sat()
    sat.sitting.add_action("ask her")
    sat.sitting.add_action("ring them", in_note=True)
    assert [action.in_note for action in sat.session.actions] == [False, True]


def test_actions_stand_in_the_order_they_were_added_each_with_its_own_id() -> None:
    sat, made = three()
    assert whats(sat) == ["ask her", "ring them", "write it"]
    assert len({action.id for action in made}) == 3


@pytest.mark.parametrize("what", ["", " ", "\n\t "])
def test_a_blank_action_is_refused_and_says_what_to_do(what: str) -> None:
    sat = Sat()
    with pytest.raises(ReflectError) as caught:
        sat.sitting.add_action(what, who="keyworker", in_note=True)
    assert str(caught.value) == "An action needs a few words. Write what will be done."
    assert sat.kept == []


def test_a_changed_action_stays_in_its_place() -> None:
    sat, (_, second, _) = three()
    changed = second.model_copy(update={"what": "write to them", "by": "Friday"})
    sat.sitting.change_action(changed)
    assert whats(sat) == ["ask her", "write to them", "write it"]
    assert sat.session.actions[1] == changed


def test_an_action_is_not_changed_into_nothing() -> None:
    sat, (first, *_) = three()
    with pytest.raises(ReflectError, match="An action needs a few words"):
        sat.sitting.change_action(first.model_copy(update={"what": " "}))
    assert whats(sat)[0] == "ask her"


def test_moving_an_action_changes_nothing_else_of_it() -> None:
    sat, (first, second, third) = three()
    sat.sitting.move_action(second.id, in_note=True)
    moved = second.model_copy(update={"in_note": True})
    assert sat.session.actions == (first, moved, third)
    sat.sitting.move_action(second.id, in_note=False)
    assert sat.session.actions == (first, second, third)


def test_changing_or_moving_to_what_it_is_already_is_no_step() -> None:
    sat, (first, *_) = three()
    kept = len(sat.kept)
    sat.sitting.change_action(first)
    sat.sitting.move_action(first.id, in_note=False)
    assert len(sat.kept) == kept


def test_removed_actions_come_back_one_by_one_where_they_stood() -> None:
    sat, (first, second, _) = three()
    sat.sitting.remove_action(second.id)
    sat.sitting.remove_action(first.id)
    assert whats(sat) == ["write it"]
    sat.sitting.undo()
    assert whats(sat) == ["ask her", "write it"]
    sat.sitting.undo()
    assert whats(sat) == ["ask her", "ring them", "write it"]


def test_typing_on_in_one_action_is_one_step_and_in_another_is_another() -> None:
    sat, (first, second, _) = three()
    for action, what in [(first, "ask h"), (first, "ask him"), (second, "ring her")]:
        sat.sitting.change_action(action.model_copy(update={"what": what}))
    sat.sitting.undo()
    assert whats(sat)[:2] == ["ask him", "ring them"]
    sat.sitting.undo()
    assert whats(sat)[:2] == ["ask her", "ring them"]


def test_an_action_that_is_not_in_this_session_is_refused() -> None:
    sat, _ = three()
    kept = len(sat.kept)
    for attempt in (
        lambda: sat.sitting.change_action(Action(id="elsewhere", what="ask him")),
        lambda: sat.sitting.move_action("elsewhere", in_note=True),
        lambda: sat.sitting.remove_action("elsewhere"),
    ):
        with pytest.raises(ReflectError, match="There is no such action in this session"):
            attempt()
    assert len(sat.kept) == kept


def test_an_action_taken_away_cannot_be_changed() -> None:
    sat, (first, *_) = three()
    sat.sitting.remove_action(first.id)
    with pytest.raises(ReflectError, match="There is no such action"):
        sat.sitting.change_action(first)
    assert whats(sat) == ["ring them", "write it"]
