"""Text comes in without anything that could act on a terminal, and names stay whole."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from reflect_tui.clean import clean


def test_names_keep_joiners_and_combining_marks() -> None:
    for name in ("Zoe\u0308", "क्\u200dष", "می\u200cخواهم", "Ọlá", "👩\u200d👧", "o’Brien–Smith"):
        assert clean(name) == name


def test_line_breaks_become_newlines_and_tabs_stay() -> None:
    assert clean("a\r\nb\rc\n\td") == "a\nb\nc\n\td"


def test_what_could_act_or_mislead_goes() -> None:
    for bad in "\x00\x07\x08\x0b\x1b\x7f\x9b\u061c\u200e\u202e\u2066\u2028\ufeff\ud800\U000e0041":
        assert clean(f"a{bad}b") == "ab"


@given(st.text(st.characters(exclude_categories=())))
def test_no_control_but_newline_and_tab_is_left_and_the_rest_is_untouched(text: str) -> None:
    done = clean(text)
    assert all(letter in "\n\t" or unicodedata.category(letter) != "Cc" for letter in done)
    assert done.encode("utf-8").decode("utf-8") == done
    assert clean(done) == done
    kept = [letter for letter in text if unicodedata.category(letter)[0] in "LMNPS"]
    assert [letter for letter in done if unicodedata.category(letter)[0] in "LMNPS"] == kept
