"""The whole session, for its owner: every answer is shown, and listed as in the note or not."""

from __future__ import annotations

import re
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from reflect_tui.clean import clean
from reflect_tui.notes.plan import plan
from reflect_tui.notes.read import as_text, placement_words
from reflect_tui.notes.words import saying
from reflect_tui.practice.exercise import Kind, Service, Way
from reflect_tui.session.values import (
    Choice,
    Contrast,
    Day,
    Line,
    Moment,
    Placement,
    Round,
    Spot,
    Text,
)
from tests.unit.notes.hostile import HOSTILE
from tests.unit.notes.sectioned import marked, moved, note, sat, typed
from tests.unit.session.making import Sat

WAYS = st.sampled_from(Way)
SERVICES = st.sampled_from(Service)


def full(data: Any, way: Way, service: Service) -> tuple[Sat, dict[str, set[str]]]:
    """A sitting with some answers, some of them moved; the words typed at each address."""
    sitting = sat(way, service)
    sitting.sitting.add_entry("walk", "swap")
    words: dict[str, set[str]] = {}
    for page in sitting.sitting.course.every_page(sitting.session):
        for prompt in page.stage.prompts:
            if prompt.kind in (Kind.ACTIONS, Kind.AGREED) or not data.draw(st.booleans()):
                continue
            address = page.address(prompt)
            sitting.sitting.write(address, marked(prompt, f"mark{len(words)}"))
            sitting.sitting.move(address, in_note=data.draw(st.booleans()))
            words[str(address)] = typed(prompt, f"mark{len(words)}")
    return sitting, words


@settings(max_examples=60, deadline=None)
@given(data=st.data(), way=WAYS, service=SERVICES)
def test_the_whole_session_holds_every_answer_moved_or_not(
    data: Any, way: Way, service: Service
) -> None:
    sitting, words = full(data, way, service)
    text = as_text(sitting.session)
    assert set(re.findall(r"mark\w+", text)) == set().union(*words.values())
    assert text.count("[in the note]") == sum(kept.in_note for kept in sitting.session.responses)
    prompts = [sitting.sitting.prompt(kept.prompt) for kept in sitting.session.responses]
    imagined = sum(prompt.imagined is not None for prompt in prompts)
    assert text.count("(Imagined for reflection; not about this person.)") == imagined
    for response in sitting.session.responses:
        assert response.asked in text


@settings(max_examples=60, deadline=None)
@given(data=st.data(), way=WAYS, service=SERVICES)
def test_the_plan_lists_every_answer_once_and_says_which_can_never_go_out(
    data: Any, way: Way, service: Service
) -> None:
    sitting, words = full(data, way, service)
    session = sitting.session
    listed = plan(session)
    assert sorted(str(line.address) for line in listed) == sorted(words)
    for line in listed:
        assert line.address is not None
        response = session.response(line.address)
        prompt = sitting.sitting.prompt(line.address)
        assert response is not None
        assert (line.asked, line.in_note) == (response.asked, response.in_note)
        assert bool(line.why_not) is (saying(prompt, response.value) == ())
        if line.why_not:
            without = session.model_copy(update={"responses": (response,)})
            assert response.asked not in note(without)


def test_a_plan_says_why_something_stays_here() -> None:
    sitting = sat(Way.ONE_TO_ONE)
    [entry] = sitting.session.entries_of("walk", "swap")
    for address, value in {
        "walk/class/place": Placement(me=Spot(seen=True, said=False)),
        "sectioned/dreamt/mine": Text(text="I would not open"),
        f"walk/swap[{entry.id}]/again": Contrast(right="He was held up."),
        "walk/talk/round": Round(pieces=("I was afraid",)),
        "walk/talk/words": Text(text="late again"),
    }.items():
        sitting.write(address, value)
    assert {str(line.address).split("/", 1)[1]: line.why_not for line in plan(sitting.session)} == {
        "class/place": "the map stays here",
        "dreamt/mine": "imagined, so it stays here",
        f"swap[{entry.id}]/again": "imagined, so it stays here",
        "talk/round": "not shown together yet",
        "talk/words": "",
    }


def test_actions_are_listed_last_and_by_their_own_words() -> None:
    sitting = sat()
    ring = sitting.sitting.add_action("ring the school", in_note=True)
    look = sitting.sitting.add_action("look at our list")
    sitting.write("walk/talk/words", Text(text="late again"))
    first, *actions = plan(sitting.session)
    assert first.first_words == "late again"
    assert [(line.action, line.first_words, line.in_note) for line in actions] == [
        (ring.id, "ring the school", True),
        (look.id, "look at our list", False),
    ]


def test_what_is_only_imagined_is_still_shown_to_its_owner() -> None:
    sitting = sat()
    moved(sitting, "sectioned/dreamt/mine", Text(text="I would not open"))
    sitting.write("sectioned/dreamt/which", Choice(option="copper"))
    dusk = Day(moments=(Moment(part="dusk", text="a quiet street"),))
    sitting.write("sectioned/dreamt/dreamt-day", dusk)
    text = as_text(sitting.session)
    for words in ("I would not open", "The copper lamp", "Dusk: a quiet street"):
        assert words in text
        assert words not in note(sitting.session)


def test_both_sides_of_a_contrast_are_shown_and_said_to_be_imagined() -> None:
    sitting = sat()
    [entry] = sitting.session.entries_of("walk", "swap")
    sitting.write(f"walk/swap[{entry.id}]/what", Line(text="their income"))
    sitting.write(f"walk/swap[{entry.id}]/again", Contrast(left="Late.", right="Held up."))
    text = as_text(sitting.session)
    assert "One change · their income\n-------------------------\n" in text
    assert "As it is: Late.\nWith one thing changed: Held up.\n(Imagined for reflection" in text


def test_each_stage_has_its_own_title_even_where_two_are_called_the_same() -> None:
    sitting = sat()
    sitting.write("sectioned/talk/brought", Text(text="a letter"))
    sitting.write("walk/talk/words", Text(text="late again"))
    second = sitting.sitting.add_entry("walk", "swap").id
    sitting.write(f"walk/swap[{second}]/sort", Choice(option="harsh"))
    third = sitting.sitting.add_entry("walk", "swap").id
    sitting.write(f"walk/swap[{third}]/sort", Choice(option="lenient"))
    text = as_text(sitting.session)
    assert text.count("Talk\n----") == 2
    assert "Harsh\n\nOne change\n----------\n\nWhat sort is it?\nLenient" in text


def test_what_was_written_in_turn_is_not_shown_before_all_have_looked() -> None:
    sitting = sat(Way.GROUP)
    sitting.write("walk/talk/round", Round(pieces=("I was afraid",)))
    assert "afraid" not in as_text(sitting.session)
    assert "Written in turn, and not shown together yet." in as_text(sitting.session)
    sitting.write("walk/talk/round", Round(pieces=("I was afraid",), shown=True))
    assert "- I was afraid" in as_text(sitting.session)


def test_where_a_card_stands_is_said_in_words() -> None:
    placed = Placement(me=Spot(seen=True, said=False), them=Spot(seen=False, said=True), moves=True)
    assert placement_words(placed) == (
        "For me: seen, and not said; For them: unseen, and said; "
        "It moves, depending on who is in the room"
    )


def test_every_action_is_shown_with_its_fields() -> None:
    sitting = sat()
    sitting.sitting.add_action("ring the school", who="supervisor", by="Friday", told="a letter")
    sitting.sitting.add_action("look at our list", in_note=True)
    text = as_text(sitting.session)
    assert "Action: ring the school (supervisor, by Friday, a letter)\n" in text
    assert text.endswith("Action: look at our list (no date) [in the note]")


def test_what_somebody_says_of_the_note_is_shown_with_their_words() -> None:
    sitting = sat(Way.ONE_TO_ONE)
    sitting.sitting.agree("supervisor", "disagrees because", "it leaves her out")
    text = as_text(sitting.session)
    assert text.endswith("Of the note, the supervisor: disagrees, 2 March 2026\nit leaves her out")


@settings(max_examples=60, deadline=None)
@given(words=HOSTILE, brought=HOSTILE)
def test_nothing_in_it_can_act_on_a_terminal_and_all_words_are_there(
    words: str, brought: str
) -> None:
    sitting = sat()
    sitting.write("walk/talk/words", Text(text=words))
    text = as_text(sitting.session.model_copy(update={"brought": brought}))
    assert clean(text) == text
    assert clean(words).strip() in text
    assert clean(brought) in text
