"""An address is spelt in one way and read back from it; anything else is refused in words."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from reflect_tui.session.address import Address, Place, parse_address, parse_place
from reflect_tui.session.model import Response, Session
from reflect_tui.session.values import Text
from tests.unit.session.making import Sat, a_session

IDS = st.from_regex(r"[a-z][a-z0-9-]{0,9}", fullmatch=True)
ENTRIES = st.just("") | st.from_regex(r"[a-z0-9]{1,8}", fullmatch=True)
NEARLY = st.text(alphabet="ab1-/[]A. \n", max_size=14)
"""Texts of the letters addresses are made of, right and wrong."""

UNFIT = [
    "",
    "walk",
    "walk/",
    "/talk/words",
    "walk//words",
    "walk/talk/words/more",
    "Walk/talk/words",
    "walk/1talk/words",
    "walk/talk/words ",
    "walk/talk/words\n",
    "walk/talk[]/words",
    "walk/talk[A]/words",
    "walk/talk[a-b]/words",
    "walk/talk[a][b]/words",
    "walk[a]/talk/words",
    "walk/talk/words[a]",
    "../talk/words",
    "wälk/talk/words",
]
"""Neither an address nor a place."""


def test_an_address_says_exercise_stage_and_prompt() -> None:
    assert str(Address("walk", "talk", "words")) == "walk/talk/words"
    assert parse_address("walk/talk/words") == Address("walk", "talk", "words")


def test_an_entry_stands_in_brackets_after_its_stage() -> None:
    assert str(Address("walk", "swap", "what", "k3x9")) == "walk/swap[k3x9]/what"
    assert parse_address("walk/swap[k3x9]/what") == Address("walk", "swap", "what", "k3x9")
    assert parse_place("walk/swap[k3x9]") == Place("walk", "swap", "k3x9")


@settings(max_examples=100, deadline=None)
@given(IDS, IDS, IDS, ENTRIES)
def test_every_address_is_read_back_as_it_was(
    exercise: str, stage: str, prompt: str, entry: str
) -> None:
    address = Address(exercise, stage, prompt, entry)
    assert parse_address(str(address)) == address
    assert parse_place(str(address.place)) == address.place
    assert address.place.prompt(prompt) == address


@settings(max_examples=150, deadline=None)
@given(NEARLY | st.text(max_size=12))
def test_any_text_is_an_address_spelt_just_so_or_is_refused(text: str) -> None:
    for parse in (parse_address, parse_place):
        with contextlib.suppress(ValueError):
            assert str(parse(text)) == text


@pytest.mark.parametrize("text", UNFIT)
def test_what_is_no_address_is_said_to_be_none(text: str) -> None:
    with pytest.raises(ValueError, match="not an address: ") as caught:
        parse_address(text)
    assert repr(text) in str(caught.value)
    with pytest.raises(ValueError, match="not a place: "):
        parse_place(text)


def test_a_page_is_no_prompt_and_a_prompt_is_no_page() -> None:
    with pytest.raises(ValueError, match="not an address: 'walk/talk'"):
        parse_address("walk/talk")
    with pytest.raises(ValueError, match="not a place: 'walk/talk/words'"):
        parse_place("walk/talk/words")


def test_two_entries_of_one_stage_have_addresses_of_their_own() -> None:
    addresses = {Address("walk", "swap", "what", entry) for entry in ("", "a", "b", "a")}
    assert len(addresses) == 3


def test_every_prompt_of_a_session_has_an_address_that_leads_to_it() -> None:
    sat = Sat()
    course = sat.sitting.course
    found = [
        (page.address(prompt), prompt)
        for page in course.every_page(sat.session)
        for prompt in page.stage.prompts
    ]
    assert len({str(address) for address, _ in found}) == len(found) > 20
    for address, prompt in found:
        assert course.prompt(parse_address(str(address))) is prompt


def test_a_session_keeps_addresses_as_plain_text() -> None:
    sat = Sat()
    sat.write("walk/talk/words", Text(text="streetwise"))
    kept = sat.session.model_dump(mode="json")
    assert kept["left_at"] == "walk/talk"
    assert [response["prompt"] for response in kept["responses"]] == ["walk/talk/words"]


@pytest.mark.parametrize("prompt", ["walk/talk", "walk/talk/words/more", "", None, 7])
def test_a_response_is_not_kept_without_an_address(prompt: object) -> None:
    with pytest.raises(ValidationError, match="not an address") as caught:
        Response.model_validate({"prompt": prompt, "asked": "?", "value": Text(text="a")})
    assert [error["loc"] for error in caught.value.errors()] == [("prompt",)]


@pytest.mark.parametrize("place", ["walk", "walk/talk/words", "", 7])
def test_a_session_is_not_left_at_what_is_no_place(place: object) -> None:
    told = {**a_session().model_dump(mode="json"), "left_at": place}
    with pytest.raises(ValidationError, match="not a place"):
        Session.model_validate(told)
