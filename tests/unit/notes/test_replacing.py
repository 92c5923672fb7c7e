"""Other words stand where the person put them, as whole words, and nowhere else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reflect_tui.notes.identifiers import Kind
from reflect_tui.notes.replacing import replaced, suggested

AUNT = [("Amina", "the aunt")]


@pytest.mark.parametrize(
    ("text", "reads"),
    [
        ("I met Amina.", "I met the aunt."),
        ("Amina, Amina!", "the aunt, the aunt!"),
        ("Amina's flat, Amina’s keys", "the aunt's flat, the aunt’s keys"),
        ("Aminata, amina and Bamina", "Aminata, amina and Bamina"),
        ("Amina-led, **Amina**, _Amina_", "the aunt-led, **the aunt**, _the aunt_"),
        ("Amina-Rose and O'Amina", "Amina-Rose and O'Amina"),
        ("'It was Amina' he said", "'It was the aunt' he said"),
        ("Amina\u0301", "Amina\u0301"),
    ],
)
def test_it_stands_for_whole_words_with_what_is_theirs(text: str, reads: str) -> None:
    assert replaced(text, AUNT) == reads


def test_the_longest_goes_first_and_nothing_is_replaced_twice() -> None:
    pairs = [("Amina", "Hassan"), ("Amina Hassan", "[name]"), ("Hassan", "the uncle")]
    assert replaced("Amina Hassan, Amina and Hassan", pairs) == "[name], Hassan and the uncle"


@pytest.mark.parametrize(
    ("text", "other", "reads"),
    [
        ("James' mother", "[name]", "[name]'s mother"),
        ("James's mother", "[name]", "[name]'s mother"),
        ("James’ mother", "the twins", "the twins’ mother"),
        ("James's mother", "the twins", "the twins' mother"),
    ],
)
def test_what_is_theirs_is_said_as_the_other_words_say_it(
    text: str, other: str, reads: str
) -> None:
    assert replaced(text, [("James", other)]) == reads


@pytest.mark.parametrize("words", ["Zo\u00eb", "Zoe\u0308", "O'Brien", "O’Brien"])
def test_what_only_looks_the_same_is_the_same(words: str) -> None:
    text = "Zo\u00eb, Zoe\u0308 and Zoe; O'Brien's and O’Brien’s"
    reads = replaced(text, [(words, "[name]")])
    if words.startswith("Z"):
        assert reads == "[name], [name] and Zoe; O'Brien's and O’Brien’s"
    else:
        assert reads.endswith("; [name]'s and [name]’s")


def test_words_that_were_put_in_as_they_are_written_hold_before_what_looks_the_same() -> None:
    pairs = [("Zo\u00eb", "the aunt"), ("Zoe\u0308", "the sister")]
    assert replaced("Zo\u00eb, Zoe\u0308", pairs) == "the aunt, the sister"


def test_numbers_and_addresses_are_taken_as_they_stand() -> None:
    pairs = [("+44 7700 900123", "[phone number]"), ("14 Acacia Road", "[address]")]
    text = "+44 7700 900123, at 14 Acacia Road; not 114 Acacia Road"
    assert replaced(text, pairs) == "[phone number], at [address]; not 114 Acacia Road"


def test_of_two_choices_for_the_same_words_the_last_holds_and_no_words_choose_nothing() -> None:
    assert replaced("Amina", [*AUNT, ("Amina", "[name]"), ("", "x")]) == "[name]"
    assert replaced("Amina", []) == replaced("Amina", [("", "x")]) == "Amina"


WORDS = st.text("abAB é'’-\\[].*\n", max_size=12)


@given(WORDS, st.lists(st.tuples(WORDS, WORDS), max_size=4))
def test_any_words_can_be_replaced_by_any(text: str, pairs: list[tuple[str, str]]) -> None:
    replaced(text, pairs)
    assert replaced(text, [(words, words) for words, _ in pairs]) == text


@given(WORDS, WORDS, st.text("abAB", min_size=1, max_size=5))
def test_between_spaces_it_is_always_found(before: str, after: str, words: str) -> None:
    text = f"{before} {words} {after}"
    assert replaced(text, [(words, "\\1 Ω")]).count("Ω") >= 1


@pytest.mark.parametrize("kind", Kind)
def test_each_kind_has_a_suggestion_in_brackets(kind: Kind) -> None:
    assert suggested(kind)[0] + suggested(kind)[-1] == "[]"
