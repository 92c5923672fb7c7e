"""What differs is told word by word, shortly, and only where something does."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reflect_tui.session.contrast import differences


def test_each_change_is_told_by_itself() -> None:
    left = "She's quite mature for her age, she manages the younger ones when mum is working."
    right = "He's quite streetwise, he controls the younger ones when mum is working."
    assert differences(left, right) == [
        ("She's", "He's"),
        ("mature for her age", "streetwise"),
        ("she manages", "he controls"),
    ]


def test_a_word_that_is_only_on_one_side_stands_against_nothing() -> None:
    assert differences("He is aggressive", "He is very aggressive") == [("", "very")]
    assert differences("He is really lovely", "He is lovely") == [("really", "")]


def test_nothing_is_told_where_one_is_blank_or_both_are_alike() -> None:
    assert differences("", "anything") == []
    assert differences("anything", " \n") == []
    assert differences("the same, words", "the  same\nwords.") == []


def test_case_counts_because_it_is_how_a_name_is_written() -> None:
    assert differences("a Black boy", "a black boy") == [("Black", "black")]


def test_line_breaks_inside_a_change_are_told_on_one_line() -> None:
    assert differences("one\ntwo end", "three end") == [("one two", "three")]


def test_one_word_is_found_in_texts_of_twenty_thousand_letters() -> None:
    sentences = [f"On day {n} she carried the {n * 7} things that nobody saw." for n in range(400)]
    left = " ".join(sentences)
    assert len(left) > 20_000
    right = left.replace("carried the 70 things", "dragged the 70 things")
    right = right.replace("On day 300 she", "On day 300 he")
    assert differences(left, right) == [("carried", "dragged"), ("she", "he")]
    assert differences(left, f"{right} And that was all.")[-1][1] == "And that was all"


def test_long_texts_with_nothing_in_common_are_told_as_one() -> None:
    assert len(differences("word " * 1_500, "other " * 1_500)) == 1
    assert differences("word " * 40_000, "other " * 40_000) == []


@given(st.text(max_size=60), st.text(max_size=60))
def test_every_pair_stands_in_the_texts(left: str, right: str) -> None:
    one, other = " ".join(left.split()), " ".join(right.split())
    for before, after in differences(left, right):
        assert before in one
        assert after in other
        assert before != after
