"""What stands round the answers: states, names, group and solo forms, review, blanks to fill."""

from __future__ import annotations

import re
from datetime import date

import pytest

from reflect_tui.notes.building import FILE_NAMES, build_note
from reflect_tui.notes.document import Document, Heading, Rows, Said
from reflect_tui.notes.handling import review_date
from reflect_tui.notes.markdown import to_markdown
from reflect_tui.notes.text import to_text
from reflect_tui.practice.exercise import Kind, Service, Way
from reflect_tui.practice.local import Local
from reflect_tui.session.model import Person
from reflect_tui.session.noting import Note
from reflect_tui.session.values import Text
from tests.support.filled import filled
from tests.unit.notes.sectioned import TALK, moved, sat

NAMES = {"practitioner": "Adaeze Obi", "supervisor": "Bríd Nolan", "facilitator": "Kwame *Osei*"}


def rows(document: Document) -> dict[str, str]:
    return {
        label: value
        for block in document.blocks
        if isinstance(block, Rows)
        for label, value in block.rows
    }


def headings(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Heading)]


def test_names_are_those_given_when_it_is_written_and_stand_beside_their_roles() -> None:
    people = (Person(role="practitioner"), Person(role="supervisor"))
    session = sat(Way.ONE_TO_ONE).session.model_copy(update={"people": people})
    found = rows(build_note(Note.SUPERVISION, session, names=NAMES))
    assert found["Present, by role"] == "practitioner (Adaeze Obi), supervisor (Bríd Nolan)"
    assert found["Supervisor"].startswith("name Bríd Nolan; agreed / agreed with comment / disag")
    assert "Nolan" not in to_markdown(build_note(Note.SUPERVISION, session))


@pytest.mark.parametrize("note", [Note.INSERT, Note.CPD, Note.OWN])
def test_no_other_note_takes_a_name(note: Note) -> None:
    for way in Way:
        session = filled(way, Service.CHILDREN).session
        text = to_markdown(build_note(note, session, names=NAMES))
        assert not [name for name in NAMES.values() if name in text]


def test_a_group_says_how_many_and_only_facilitator_and_presenter_agree() -> None:
    group = sat(Way.GROUP).session
    found = rows(build_note(Note.SUPERVISION, group))
    assert found["Present, by role"] == "facilitator, presenter, members"
    assert set(found["How many were there"]) == {"…"}
    assert {"Facilitator", "Presenter"} < set(found)
    assert found["Everyone else"] == "was there; nobody else agrees to this note or signs it"
    people = tuple(Person(role=role) for role in ("facilitator", "presenter", "questioner"))
    known = rows(build_note(Note.SUPERVISION, group.model_copy(update={"people": people})))
    assert known["How many were there"] == "3"
    assert "Questioner" not in known


def test_roles_that_a_group_said_itself_are_not_said_again_for_it() -> None:
    group = sat(Way.GROUP)
    moved(group, f"{TALK}/present", Text(text="a facilitator and four members"))
    document = build_note(Note.SUPERVISION, group.session)
    assert "Present, by role" in headings(document)
    assert "Present, by role" not in rows(document)


def test_a_label_that_asks_is_not_ended_twice_in_plain_text() -> None:
    asked = Rows((("On which dates?", "4 March"), ("Filed", "")))
    text = to_text(Document("Note", (asked,), name="Note"))
    assert "On which dates? 4 March\nFiled:\n" in text


def test_on_ones_own_there_is_an_author_and_nobody_to_agree() -> None:
    session = sat(Way.SOLO).session.model_copy(update={"people": (Person(role="practitioner"),)})
    document = build_note(Note.SUPERVISION, session, names=NAMES)
    assert document.title == "Supervision note (self-directed, draft)"
    assert rows(document)["Written by"] == "practitioner (Adaeze Obi)"
    assert "Agreement" not in headings(document)
    assert "Practitioner" not in rows(document)


REVIEWS = [
    ("6 years", "ours, part 4", "6 years after the session: 2 March 2032, ours, part 4"),
    ("18 months", "", "18 months after the session: 2 September 2027, by the schedule of ………………"),
    ("2 years after it is agreed", "ours", "2 years after it is agreed, ours"),
    ("0 years", "ours", "0 years, ours"),
    ("", "ours", "on ………………, ours"),
    ("", "", "on ………………, by the schedule of ………………"),
]


@pytest.mark.parametrize(("period", "schedule", "said"), REVIEWS)
def test_a_review_date_is_reckoned_of_a_plain_period_and_never_made_up(
    period: str, schedule: str, said: str
) -> None:
    local = Local({"review-period": period, "review-schedule": schedule})
    found = rows(build_note(Note.SUPERVISION, sat(Way.ONE_TO_ONE).session, local))
    assert found["Review"] == said
    assert found["Filed"].startswith("by …")


def test_a_period_ends_on_the_last_day_of_a_shorter_month() -> None:
    assert review_date("1 year", date(2024, 2, 29)) == date(2025, 2, 28)
    assert review_date("6 months", date(2026, 8, 31)) == date(2027, 2, 28)
    assert review_date("999 years", date(9500, 1, 1)) is None


@pytest.mark.parametrize("service", Service)
def test_what_was_done_about_racism_stands_in_rows_and_only_where_it_was_moved_in(
    service: Service,
) -> None:
    full = filled(Way.ONE_TO_ONE, service, every=True)
    first = "It was named as racism, to those it concerns"
    for note in (Note.SUPERVISION, Note.INSERT):
        found = rows(build_note(note, full.session))
        assert found[first] == "yes"
        assert found["On which dates, and by which roles?"].startswith("zq")
        assert "It was escalated" not in found
        rest = tuple(kept for kept in full.session.responses if "raised" not in str(kept.prompt))
        without = build_note(note, full.session.model_copy(update={"responses": rest}))
        assert first not in rows(without)
    assert "Racism: what was done" not in headings(without)


@pytest.mark.parametrize("way", Way)
def test_a_case_insert_stands_in_its_order_is_a_draft_and_names_no_worker(way: Way) -> None:
    session = filled(way, Service.CHILDREN, every=True).session
    document = build_note(Note.INSERT, session)
    assert document.title == "Case insert (draft, not yet approved)"
    assert headings(document) == [
        "Decisions",
        "Reasons",
        "What we do not know yet",
        "Actions",
        "The child's own view",
        "Racism: what was done",
        "Approval and copying",
    ]
    found = rows(document)
    assert found["Date"] == f"{session.began.day} {session.began:%B %Y}"
    assert found["Approved by the supervisor"].startswith("name …")
    assert "into the child's record" in found["To be copied"]
    assert session.brought
    assert session.brought not in to_markdown(document)


def test_a_round_is_named_beside_its_answers_in_an_insert_once_its_name_was_moved_there_too() -> (
    None
):
    full = filled(Way.SOLO, Service.CHILDREN, every=True)
    asked = "What are your reasons, and what would change your mind?"
    called = "What shall we call this one, in a few plain words?"
    document = build_note(Note.INSERT, full.session)
    [reasons] = [b for b in document.blocks if isinstance(b, Said) and b.asked == asked]
    [name] = [
        a.word for a in full.answers if a.prompt.title == called and "parenting" in str(a.address)
    ]
    assert reasons.about == f"{name}a"
    alone = [kept for kept in full.session.responses if kept.asked == called]
    bare = full.session.model_copy(update={"responses": tuple(alone), "actions": (), "endings": ()})
    assert f"{name}a" in to_markdown(build_note(Note.INSERT, bare))


def test_a_cpd_text_has_the_fields_of_the_account_and_a_part_with_a_peer() -> None:
    for way in Way:
        document = build_note(Note.CPD, filled(way, Service.ADULTS, every=True).session)
        assert list(rows(document)) == ["Title", "Type of activity", "Date"]
        fields = [
            "Short description, and why it matters to my work",
            "What I learnt",
            "The difference it makes to my practice and to people",
        ]
        assert headings(document) == fields + ["What I learnt with a peer"] * (way is not Way.SOLO)
        text = to_markdown(document)
        assert ("can be the part with a peer" in text) is (way is not Way.SOLO)
        assert "the blue folder" not in text


def test_imagined_sides_are_labelled_and_placements_are_in_words_in_the_own_copy() -> None:
    full = filled(Way.SOLO, Service.CHILDREN)
    text = to_markdown(build_note(Note.OWN, full.session))
    imagined = [answer for answer in full.answers if answer.prompt.imagined]
    assert text.count("Imagined for reflection; not about this person") == len(imagined)
    placed = [answer for answer in full.answers if answer.prompt.kind is Kind.PLACE]
    assert placed
    assert text.count("For me: seen, and not said") == len(placed)


def test_standards_are_named_as_they_are_numbered() -> None:
    found = rows(build_note(Note.SUPERVISION, filled(Way.SOLO, Service.ADULTS).session))["Exercise"]
    assert "Power and plain words (standards 1.8, 1.9)" in found
    assert "Asked, heard, changed (the standards' preface)" in found
    text = to_markdown(build_note(Note.CPD, filled(Way.SOLO, Service.ADULTS).session))
    assert re.search(r"anti-racism practice: standards 3\.1, .*\d and the preface\._", text)
    assert not re.search(r"rights|preface-|\?:", text)


def test_every_note_has_a_file_name_of_its_own() -> None:
    assert set(FILE_NAMES) == set(Note)
    assert list(FILE_NAMES.values()) == ["supervision-note", "case-insert", "cpd-text", "own-copy"]
