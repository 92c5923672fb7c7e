"""A note holds what was moved into it, under its headings in their order, and nothing else."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reflect_tui.notes.supervision import build
from reflect_tui.practice.exercise import Kind, Service, Way
from reflect_tui.practice.local import Local
from reflect_tui.session.model import Agreement, Person
from reflect_tui.session.values import Choice, Choices, Contrast, Line, Round, Text
from tests.unit.notes.sectioned import (
    SAID,
    TALK,
    headings,
    marked,
    may_go_out,
    moved,
    note,
    sat,
    typed,
)

IN_ORDER = {
    "brought": "What was brought",
    "since": "Since last time",
    "wellbeing": "Wellbeing and support",
    "noticed": "What we noticed",
    "assumptions": "Assumptions we named",
    "unknown": "What we do not know yet",
    "strengths": "Strengths and worries",
    "expectations": "Where our expectations came from",
    "voice": "The child's own view",
    "decisions": "Decisions and reasons",
    "actions": "Actions",
    "racism": "Racism: named, logged, raised",
    "aftercare": "Support and aftercare",
    "learning": "Learning",
    "comments": "Comments",
}
AT_THE_END = ["Handling and review", "Agreement"]
WAYS = st.sampled_from(Way)
SERVICES = st.sampled_from(Service)
FATES = st.sampled_from(["left", "kept", "moved", "taken out again"])
"""What becomes of a question."""


@settings(max_examples=60, deadline=None)
@given(data=st.data(), way=WAYS, service=SERVICES)
def test_every_moved_word_is_in_the_note_and_no_other_is(
    data: Any, way: Way, service: Service
) -> None:
    sitting = sat(way, service)
    sitting.sitting.add_entry("walk", "swap")
    all_words: set[str] = set()
    wanted: set[str] = set()
    for page in sitting.sitting.course.every_page(sitting.session):
        for prompt in page.stage.prompts:
            keeps_none = prompt.kind in (Kind.ACTIONS, Kind.AGREED)
            fate = "left" if keeps_none else data.draw(FATES)
            if fate == "left":
                continue
            address, word = page.address(prompt), f"mark{len(all_words)}"
            sitting.sitting.write(address, marked(prompt, word))
            all_words |= typed(prompt, word)
            if fate != "kept":
                sitting.sitting.move(address, in_note=True)
            if fate == "taken out again":
                sitting.sitting.move(address, in_note=False)
            if fate == "moved":
                wanted |= may_go_out(prompt, word)
    for number, out in enumerate(data.draw(st.lists(st.booleans(), max_size=3))):
        fields = {f"deed{number}{name}" for name in ("what", "who", "by", "told")}
        sitting.sitting.add_action(
            f"deed{number}what",
            who=f"deed{number}who",
            by=f"deed{number}by",
            told=f"deed{number}told",
            in_note=out,
        )
        all_words |= fields
        wanted |= fields if out else set()
    found = re.findall(r"\w+", note(sitting.session))
    assert {word for word in found if word in all_words} == wanted


def test_choosing_is_moved_like_writing() -> None:
    sitting = sat()
    sitting.write("sectioned/own/lamp", Choice(option="amber"))
    sitting.write("sectioned/own/boats", Choices(options=("flat", "long")))
    assert "lamp" not in note(sitting.session)
    assert "boat" not in note(sitting.session)
    moved(sitting, "sectioned/own/boats", Choices(options=("flat", "long")))
    assert "**Which boats?**\n\n- The flat boat\n- The long boat" in note(sitting.session)
    assert "lamp" not in note(sitting.session)


def test_a_note_into_which_nothing_was_moved_is_empty() -> None:
    sitting = sat()
    sitting.write(f"{TALK}/brought", Text(text="the blue folder came back"))
    sitting.sitting.add_action("ring the school")
    assert build(sitting.session).empty
    sitting.sitting.move_action(sitting.session.actions[0].id, in_note=True)
    assert not build(sitting.session).empty


def test_the_name_of_a_round_goes_out_only_when_it_was_moved_itself() -> None:
    sitting = sat()
    [entry] = sitting.session.entries_of("walk", "swap")
    name = sitting.write(f"walk/swap[{entry.id}]/what", Line(text="their income"))
    moved(sitting, f"walk/happens[{entry.id}]/changes", Text(text="late"))
    assert "their income" not in note(sitting.session)
    sitting.sitting.move(name, in_note=True)
    assert "**Where did you want another word?** (their income)" in note(sitting.session)


def test_the_imagined_side_of_a_contrast_never_goes_out() -> None:
    sitting = sat()
    [entry] = sitting.session.entries_of("walk", "swap")
    moved(sitting, f"walk/swap[{entry.id}]/again", Contrast(left="late again", right="held up"))
    assert "**As it is**\n\nlate again" in note(sitting.session)
    assert "held up" not in note(sitting.session)


def test_nothing_beside_the_side_that_is_real_makes_it_read_as_the_imagined_one() -> None:
    sitting = sat()
    [entry] = sitting.session.entries_of("walk", "swap")
    moved(sitting, f"walk/swap[{entry.id}]/what", Line(text="their income"))
    moved(sitting, f"walk/swap[{entry.id}]/again", Contrast(left="late again", right="held up"))
    assert "**As it is**\n\nlate again" in note(sitting.session)
    assert "Say it again" not in note(sitting.session)


def test_what_was_written_in_turn_waits_until_it_was_shown_together() -> None:
    sitting = sat(Way.GROUP)
    moved(sitting, "walk/talk/round", Round(pieces=("we were too quick",)))
    assert "too quick" not in note(sitting.session)
    moved(sitting, "walk/talk/round", Round(pieces=("we were too quick",), shown=True))
    assert "- we were too quick" in note(sitting.session)


def test_an_action_is_in_the_note_only_when_moved_and_with_the_fields_that_were_filled() -> None:
    sitting = sat()
    ask = sitting.sitting.add_action("ask how she names her heritage", by="Friday")
    sitting.sitting.add_action("look at our own list", who="supervisor")
    assert "heritage" not in note(sitting.session)
    sitting.sitting.move_action(ask.id, in_note=True)
    under = note(sitting.session).split("## Actions\n\n")[1].split("\n\n")[0]
    assert under == "- What: ask how she names her heritage  \n  By: Friday"


def test_the_persons_own_words_stand_as_a_quotation() -> None:
    sitting = sat()
    moved(sitting, SAID, Text(text="I like it here.\n\nMost days."))
    assert "**What did they say?**\n\n> I like it here.\n>\n> Most days." in note(sitting.session)


@settings(max_examples=50, deadline=None)
@given(chosen=st.lists(st.sampled_from(list(IN_ORDER)), unique=True), service=SERVICES, way=WAYS)
def test_headings_stand_in_their_order_and_empty_ones_are_left_out(
    chosen: list[str], service: Service, way: Way
) -> None:
    sitting = sat(way, service)
    for section in chosen:
        moved(sitting, f"{TALK}/{section}", Text(text="some words"))
    titles = dict(IN_ORDER)
    if service is Service.ADULTS:
        titles["voice"] = "The person's own view"
    ending = AT_THE_END[:1] if way is Way.SOLO else AT_THE_END
    shown = headings(sitting.session)
    assert shown == [title for key, title in titles.items() if key in chosen] + ending


def test_an_answer_without_a_heading_of_its_own_comes_last_under_its_stage() -> None:
    sitting = sat(Way.ONE_TO_ONE)
    moved(sitting, "walk/class/does", Text(text="who can pay"))
    moved(sitting, f"{TALK}/comments", Text(text="a good hour"))
    moved(sitting, f"{TALK}/brought", Text(text="a letter"))
    assert headings(sitting.session) == ["What was brought", "Comments", "Class", *AT_THE_END]


def test_actions_come_before_what_was_written_about_them() -> None:
    sitting = sat()
    moved(sitting, f"{TALK}/actions", Text(text="not yet, perhaps in spring"))
    sitting.sitting.add_action("ring the school", in_note=True)
    text = note(sitting.session)
    assert text.count("## Actions") == 1
    assert text.index("ring the school") < text.index("perhaps in spring")


def test_only_decisions_carry_a_line_for_the_persons_own_record() -> None:
    sitting = sat()
    moved(sitting, f"{TALK}/learning", Text(text="to ask first"))
    assert "person's record" not in note(sitting.session)
    moved(sitting, f"{TALK}/decisions", Text(text="we wait"))
    under = note(sitting.session).split("## Decisions and reasons")[1].split("## Learning")[0]
    assert re.search(r"we wait\n\n_To be copied to the person's record by …+ on …+\._", under)


@pytest.mark.parametrize("way", Way)
def test_how_to_handle_it_is_never_missing(way: Way) -> None:
    text = note(sat(way).session)
    assert "| File in | ……………… |" in text
    assert "a court, may be able to see it." in text
    assert ("## Agreement" in text) is (way is not Way.SOLO)


def test_an_organisations_own_lines_stand_under_handling() -> None:
    local = Local(
        {
            "handling": "OFFICIAL",
            "filed-in": "the green cabinet",
            "review-period": "2 years",
            "review-schedule": "our schedule",
        }
    )
    under = note(sat().session, local).split("## Handling and review")[1]
    assert "| Marking | OFFICIAL |" in under
    assert "| File in | the green cabinet |" in under
    assert "| Review | 2 years after the session: 2 March 2028, our schedule |" in under


def test_the_head_names_people_by_role_and_what_was_brought_by_its_code_name() -> None:
    people = (Person(role="practitioner"), Person(role="supervisor"))
    session = sat(Way.ONE_TO_ONE, Service.ADULTS).session.model_copy(update={"people": people})
    head = note(session).split("## ")[0]
    assert "| Way of working, service | one-to-one, adults' |" in head
    assert "| Exercise | A talk (standards 2.6, 2.7); A walk (standard 2.7) |" in head
    assert "| Present, by role | practitioner, supervisor |" in head
    assert "| What was brought, by its code name | the blue folder |" in head


AGREED = [
    ({}, "draft, not yet agreed"),
    ({"practitioner": "agreed"}, "draft, not yet agreed"),
    ({"practitioner": "agreed", "supervisor": "agreed"}, "agreed"),
    ({"practitioner": "agreed", "supervisor": "agreed with comment"}, "agreed with comment"),
    ({"practitioner": "disagrees because"}, "not agreed by everyone"),
]


@pytest.mark.parametrize(("said", "status"), AGREED)
def test_a_note_is_agreed_only_when_both_have_said_so(said: dict[str, str], status: str) -> None:
    agreements = tuple(
        Agreement(role=role, said=words, words=f"why-{role}", on=date(2026, 3, 4))
        for role, words in said.items()
    )
    session = sat(Way.ONE_TO_ONE).session.model_copy(update={"agreements": agreements})
    text = note(session)
    assert text.startswith(f"# Supervision note ({status})\n")
    for role in ("practitioner", "supervisor"):
        assert (f"why-{role}" in text) is (role in said)
        signed = f"| {role.capitalize()} | name …"
        assert (signed in text) is (role not in said)
