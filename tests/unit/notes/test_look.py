"""What could identify someone is pointed at, in any text, and ordinary words are left alone."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reflect_tui.notes.identifiers import Kind
from reflect_tui.notes.look import look


def found(text: str) -> list[tuple[str, Kind]]:
    """What is pointed at, in its order."""
    return [(each.text, each.kind) for each in look(text)]


def words(text: str) -> list[str]:
    """The same without its kinds."""
    return [each.text for each in look(text)]


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("Her NHS number is 943 476 5919.", Kind.NHS_NUMBER, "943 476 5919"),
        ("943-476-5919 was on the letter", Kind.NHS_NUMBER, "943-476-5919"),
        ("NHS no: 9434765919", Kind.NHS_NUMBER, "9434765919"),
        ("NHS number 943 476 5910, mistyped", Kind.NHS_NUMBER, "943 476 5910"),
        ("His NI number is QQ 12 34 56 C.", Kind.NATIONAL_INSURANCE, "QQ 12 34 56 C"),
        ("nino: ab123456c", Kind.NATIONAL_INSURANCE, "ab123456c"),
        ("gran is in NW1 6XE now", Kind.POSTCODE, "NW1 6XE"),
        ("SE154AB", Kind.POSTCODE, "SE154AB"),
        ("the postcode is m14 5tq", Kind.POSTCODE, "m14 5tq"),
        ("Ring him on 07700 900123.", Kind.PHONE, "07700 900123"),
        ("Tel: 020 7946 0958", Kind.PHONE, "020 7946 0958"),
        ("+44 7700 900 123 is hers", Kind.PHONE, "+44 7700 900 123"),
        ("her sister is on +234 803 123 4567", Kind.PHONE, "+234 803 123 4567"),
        ("(0161) 496 0123", Kind.PHONE, "(0161) 496 0123"),
        ("from k.mensah+1@mail.example.co.uk.", Kind.EMAIL, "k.mensah+1@mail.example.co.uk"),
        ("DOB 03/04/2012", Kind.BIRTH, "03/04/2012"),
        ("born on 3rd of March 2014 in Leeds", Kind.BIRTH, "3rd of March 2014"),
        ("born in March 2014", Kind.BIRTH, "March 2014"),
        ("It was 3 March 2019.", Kind.DATE, "3 March 2019"),
        ("on the 3rd of March", Kind.DATE, "3rd of March"),
        ("March 3rd, 2019 was the day", Kind.DATE, "March 3rd, 2019"),
        ("2019-03-03: visit", Kind.DATE, "2019-03-03"),
        ("seen 12.11.24", Kind.DATE, "12.11.24"),
        ("On 5/11 he was moved.", Kind.DATE, "5/11"),
        ("Saw her on Tues 5 Nov.", Kind.DATE, "Tues 5 Nov"),
        ("They live at 14 Acacia Road.", Kind.ADDRESS, "14 Acacia Road"),
        ("Flat 3, 27 Mare Street", Kind.ADDRESS, "Flat 3, 27 Mare Street"),
        ("he lives at 22 station road", Kind.ADDRESS, "22 station road"),
        ("5 Ffordd y Môr", Kind.ADDRESS, "5 Ffordd y Môr"),
        ("6 Rose Wynd is damp", Kind.ADDRESS, "6 Rose Wynd"),
        ("the flat in Kestrel Court is cold", Kind.ADDRESS, "Kestrel Court"),
        ("She is at Oakfield Primary School.", Kind.PLACE, "Oakfield Primary School"),
        ("He goes to St Mary's.", Kind.PLACE, "St Mary's"),
        ("Mosaic ID 998877", Kind.REFERENCE, "998877"),
        ("see instagram.com/amina_07, @amina_07", Kind.WEB, "@amina_07"),
        ("https://www.facebook.com/amina.h", Kind.WEB, "https://www.facebook.com/amina.h"),
    ],
)
def test_numbers_dates_and_addresses_are_pointed_at(text: str, kind: Kind, expected: str) -> None:
    assert (expected, kind) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "The number 1234567890 is only an example, as is 943 476 5918.",
        "In March 2019, and in spring; by 9.30am, 24/7.",
        "Standards 2.13 and 2.13.10 of 2020; ages 10-12-14; 3/4 of us.",
        "They may 3 times a year march 4 miles.",
        "Call 999, 111, Childline on 0800 1111 or the council on 0300 123 4567.",
        "a 5 minute drive, one close family, 2 different roads, the High Street",
        "The High Court, the Family Court and the Court of Protection",
        "£4,500,123,456 and 10 boxes: 1234 5678",
        "Plan b4 2nd visit.",
        "See https://www.gov.uk/Amina-Hassan for more.",
        "the primary school, a Catholic Church, Sunday School",
        "Reference 2019; file 12",
    ],
)
def test_what_only_looks_like_one_is_left_alone(text: str) -> None:
    assert found(text) == []


def test_of_two_kinds_the_more_exact_has_the_words() -> None:
    text = "amina@example.org, 14 Hassan Road, SW1A 1AA; NHS 943 476 5919"
    assert [kind for _, kind in found(text)] == [
        Kind.EMAIL,
        Kind.ADDRESS,
        Kind.POSTCODE,
        Kind.NHS_NUMBER,
    ]


def test_offsets_count_characters_whatever_stands_before() -> None:
    text = "\ufeffé😀\r\nהיי Amina\u0301’s naïve"
    (name,) = look(text)
    assert (text[name.start : name.end], name.text) == ("Amina\u0301", "Amina\u0301")


_PIECES = (
    "Amina Mr K . , : ' ’s - \n | # St 14 Road Flat 3 943 476 5919 07700 900123 @ a.b@c.de 3/3/19 "
    "March al- O' NHS born van der « Ö Grace said the and in ( \" www. + 0 SW1A 1AA"
)
PIECES = st.sampled_from(_PIECES.split(" "))


@given(st.text() | st.lists(PIECES | st.just(" ")).map("".join) | st.lists(PIECES).map(" ".join))
@example("\u0300\u200dA\u0301’’s St A's'")
@example("A-" * 40 + "a. 0" * 40)
@example("DŽ ǅ İ ß ﬁ")
def test_any_text_can_be_looked_at(text: str) -> None:
    identifiers = look(text)
    reached = 0
    for each in identifiers:
        assert text[each.start : each.end] == each.text != ""
        assert each.start >= reached
        reached = each.end


def calls_of_ours(deed: Callable[[], object]) -> int:
    """How often Python calls anything of the module's package while it is done."""
    count = 0

    def watch(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(watch)
    try:
        deed()
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize(
    "piece",
    ["Amina told Mr Okafor on 3 March. ", "A b. ", "Xx Yy ", "14 Aa Road\n", "# Aa and Bb\n"],
)
def test_twice_the_text_is_no_more_than_twice_the_work(piece: str) -> None:
    look(piece * 2)  # reads the lists
    once = calls_of_ours(lambda: look(piece * 200))
    assert calls_of_ours(lambda: look(piece * 400)) <= 2.1 * once
