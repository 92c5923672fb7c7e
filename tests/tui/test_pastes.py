"""A paste is words, whatever it holds and however it arrives."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reflect_tui.tui.pastes import Pastes

BEGINS, ENDS = "\x1b[200~", "\x1b[201~"


@pytest.mark.parametrize(
    ("pasted", "words"),
    [
        ("aa\x1b[Bbb\x1b]0;t\x07cc", "aa[Bbb]0;tcc"),
        ("a\x1b]52;c;aGk=\x07b", "a]52;c;aGk=b"),
        ("one\r\ntwo\tthree\x00", "one\r\ntwo\tthree"),
        ("a \x1b[200~ b", "a [200~ b"),
    ],
)
def test_nothing_of_it_is_lost_but_what_could_act(pasted: str, words: str) -> None:
    came = Pastes().made_harmless(f"{BEGINS}{pasted}{ENDS}")
    assert came == f"{BEGINS}{words}{ENDS}"


@given(text=st.text(alphabet="ab\x1b[201~", max_size=30), cuts=st.lists(st.integers(0, 60)))
def test_in_whatever_pieces_it_comes_it_is_the_same(text: str, cuts: list[int]) -> None:
    sent = f"x{BEGINS}{text}{ENDS}y\x1b[A"
    whole = Pastes().made_harmless(sent)
    edges = [0, *sorted(min(cut, len(sent)) for cut in cuts), len(sent)]
    # The mark it begins with always comes in one piece: a terminal writes it so.
    edges = [edge for edge in edges if not 1 < edge < 1 + len(BEGINS)]
    pastes = Pastes()
    pieces = [sent[one:other] for one, other in itertools.pairwise(edges)]
    assert "".join(pastes.made_harmless(piece) for piece in pieces) == whole


@given(st.text(max_size=40).filter(lambda text: BEGINS not in text))
def test_what_is_typed_passes_as_it_is(text: str) -> None:
    assert Pastes().made_harmless(text) == text


def test_one_that_never_ends_is_over_after_a_while() -> None:
    now = [0.0]
    pastes = Pastes(lambda: now[0])
    assert pastes.made_harmless(f"{BEGINS}hello") == f"{BEGINS}hello"
    now[0] = 1.0
    assert pastes.made_harmless(" you") == " you"
    now[0] = 4.0
    assert pastes.made_harmless("\x11") == f"{ENDS}\x11"
