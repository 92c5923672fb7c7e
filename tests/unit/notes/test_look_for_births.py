"""Beside a birth figures are a date, however short; numbers of standards and times are none."""

from __future__ import annotations

import pytest

from reflect_tui.notes.identifiers import Kind
from reflect_tui.notes.look import look


@pytest.mark.parametrize(
    ("text", "born"),
    [
        ("The eldest (d.o.b. 3.4.12) starts college.", "3.4.12"),
        ("DOB 7.6.19", "7.6.19"),
        ("D.O.B: 07.6.2019", "07.6.2019"),
        ("d. o. b. 7.6.19", "7.6.19"),
        ("dob: 7-6-19", "7-6-19"),
        ("D.o.b.: 7. 6. 19", "7. 6. 19"),
        ("| DoB | 7.6.19 |", "7.6.19"),
        ("date of birth 7.6.19, seen at home", "7.6.19"),
        ("his date of birth, I believe, is 7.6.19", "7.6.19"),
        ("He was born on 3.4.12 in hospital.", "3.4.12"),
        ("born on 7.6 at home", "7.6"),
        ("the twins (born 9.11.21) sleep badly", "9.11.21"),
        ("the baby (b. 7.6.19)", "7.6.19"),
        ("7.6.19 (dob)", "7.6.19"),
        ("her birthday is 1.2.15", "1.2.15"),
    ],
)
def test_a_short_date_beside_a_birth(text: str, born: str) -> None:
    assert [(each.text, each.kind) for each in look(text)] == [(born, Kind.BIRTH)]


@pytest.mark.parametrize(
    "text",
    [
        "Standard 2.7 was discussed, then 2.7.1 and 2.13.10.",
        "Section 2.7.19 and paragraph 7.6.19 say so.",
        "We use version 8.2.8 of it.",
        "We met at 10.30 and left at 11.45.",
        "He was born here, as standard 2.7 reminds us.",
        "She was born at 10.30 at night, weighing 2.7 kg.",
        "The d.o.b. is missing (standard 2.7.19).",
        "The date of birth is asked for in 2.4.1.",
        "He was born on the ward; 2.7.19 is what the guidance says.",
        "The birthday party is from 2.30 to 4.30.",
        "The birthday cake was 2.75 each.",
        "born on 10.45",
    ],
)
def test_numbers_and_times_are_none(text: str) -> None:
    assert look(text) == ()
