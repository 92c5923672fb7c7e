"""Typed words of a note that could say who somebody is, where they stand, and nothing else."""

from __future__ import annotations

from reflect_tui.notes.to_look_at import to_look_at
from reflect_tui.session.address import Address
from reflect_tui.session.noting import Note
from reflect_tui.session.sitting import Sitting
from reflect_tui.session.values import Text
from tests.tui.screens.host import a_session, sit

WORDS = Address("counterfactual", "talk", "words")


def written() -> Sitting:
    sitting = sit(a_session())
    sitting.write(WORDS, Text(text="We asked Mrs Adeyemi who cooks."))
    sitting.add_action("Ring 020 7946 0101", by="27 November 2026", in_note=True)
    return sitting


def test_only_what_was_moved_into_a_note_is_looked_at_and_no_day_an_action_is_due() -> None:
    sitting = written()
    assert [each.sort for each in to_look_at(sitting.session, Note.SUPERVISION)] == ["phone number"]
    sitting.move(WORDS, in_note=True)
    found = to_look_at(sitting.session, Note.SUPERVISION)
    assert {each.sort for each in found} == {"name", "phone number"}
    assert found[0].address == WORDS
    assert all(each.text[each.start : each.end] == each.words for each in found)
    assert to_look_at(sitting.session, Note.INSERT) == ()


def test_what_is_said_otherwise_is_not_pointed_at_again_but_in_the_own_copy() -> None:
    sitting = written()
    sitting.move(WORDS, in_note=True)
    (name,) = (each for each in to_look_at(sitting.session, Note.SUPERVISION) if each.address)
    sitting.replace(name.words, "the mother")
    assert "name" not in {each.sort for each in to_look_at(sitting.session, Note.SUPERVISION)}
    assert "name" in {each.sort for each in to_look_at(sitting.session, Note.OWN)}


def test_the_name_for_what_is_brought_is_looked_at_too() -> None:
    sitting = sit(a_session(brought="the Adeyemi family"))
    sitting.add_action("Ask", in_note=True)
    (found,) = to_look_at(sitting.session, Note.SUPERVISION)
    assert found.sort == "name"
    assert found.address is None
