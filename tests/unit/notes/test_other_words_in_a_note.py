"""Words that stand as others do so wherever they were typed, in what goes out and nowhere else."""

from __future__ import annotations

import pytest

from reflect_tui.notes.building import build_note
from reflect_tui.notes.markdown import to_markdown
from reflect_tui.notes.other_words import in_other_words
from reflect_tui.practice.exercise import Service, Way
from reflect_tui.session.model import Person, Replaced, Session
from reflect_tui.session.noting import Note
from reflect_tui.session.values import Text
from tests.strategies import a_session
from tests.support.filled import ACTIONS, ENDINGS, filled
from tests.unit.notes.sectioned import TALK, moved, sat


def text(note: Note, session: Session) -> str:
    return to_markdown(build_note(note, session))


@pytest.mark.parametrize("way", Way)
def test_every_typed_word_can_stand_as_another_in_all_notes_but_the_own_copy(way: Way) -> None:
    full = filled(way, Service.CHILDREN, every=True)
    session = full.session.model_copy(update={"people": (Person(role="zqaunt"),)})
    words = [*full.words, *ACTIONS, *ENDINGS, "zqaunt", session.brought]
    words += [f"{word}{more}" for word in (*ACTIONS, *ENDINGS) for more in ("who", "said")]
    pairs = tuple({"words": word, "by": "OTHER"} for word in words)
    worded = Session.model_validate({**session.model_dump(), "replaced": pairs})
    for note in (Note.SUPERVISION, Note.INSERT, Note.CPD):
        said = text(note, worded)
        assert "OTHER" in said
        assert "zq" not in said
        assert session.brought not in said
    assert text(Note.OWN, worded) == text(Note.OWN, session)


def test_our_own_words_and_what_was_asked_never_change_and_agreement_holds() -> None:
    sitting = sat(Way.ONE_TO_ONE)
    moved(sitting, f"{TALK}/brought", Text(text="Asked Amina. A court for her sister, Amina's."))
    for word in ("Amina", "Asked", "court"):
        sitting.sitting.replace(word, "[x]")
    for role in ("practitioner", "supervisor"):
        sitting.sitting.agree(role, "agreed with comment", "Amina was heard")
    said = text(Note.SUPERVISION, sitting.session)
    assert said.startswith("# Supervision note (agreed with comment)")
    assert "**Asked for brought**\n\n\\[x\\] \\[x\\]. A \\[x\\] for her sister, \\[x\\]'s." in said
    assert "or a court, may be able to see it" in said
    assert said.count("\\[x\\] was heard") == 2
    assert "Amina" in text(Note.OWN, sitting.session)


def test_a_role_of_ours_stays_whatever_is_said_otherwise() -> None:
    session = a_session(people=(Person(role="practitioner"), Person(role="her aunt Amina")))
    names = (Replaced(words="practitioner", by="[role]"), Replaced(words="Amina", by="[name]"))
    people = in_other_words(session.model_copy(update={"replaced": names})).people
    assert [person.role for person in people] == ["practitioner", "her aunt [name]"]
