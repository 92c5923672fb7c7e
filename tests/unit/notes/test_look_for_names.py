"""Names from anywhere are found by capitals and by what stands round them."""

from __future__ import annotations

import pytest

from reflect_tui.notes.identifiers import Kind
from reflect_tui.notes.look import look


def names(text: str) -> list[str]:
    """What is taken for a name."""
    return [each.text for each in look(text) if each.kind is Kind.NAME]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I met with Mrs Okonkwo and her son Chidi.", ["Mrs Okonkwo", "Chidi"]),
        ("Kwabena would not go.", ["Kwabena"]),
        ("Tsegay and Hodan Abdi Warsame attended.", ["Tsegay", "Hodan Abdi Warsame"]),
        ("The grandmother, Gurpreet, cooks.", ["Gurpreet"]),
        ("Ms Begum asked for a Sylheti interpreter.", ["Ms Begum"]),
        ("I spoke with Wong Ka Yan.", ["Wong Ka Yan"]),
        ("Omar al-Hassan and Abdulrahman bin Khalid", ["Omar al-Hassan", "Abdulrahman bin Khalid"]),
        ("Noor ul-Haq married.", ["Noor ul-Haq"]),
        ("Çağla Öztürk wants to stay.", ["Çağla Öztürk"]),
        ("Łukasz argues with Małgorzata Wójcik.", ["Łukasz", "Małgorzata Wójcik"]),
        ("Siobhán Ní Bhriain is the advocate.", ["Siobhán Ní Bhriain"]),
        ("Paddy McDonagh's trailer", ["Paddy McDonagh"]),
        ("Mr O’Brien’s site", ["Mr O’Brien"]),
        ("Gwenllian ap Rhys works nights.", ["Gwenllian ap Rhys"]),
        ("Shanice is with Nana Pearl.", ["Shanice", "Nana Pearl"]),
        ("D'Andre was stopped.", ["D'Andre"]),
        ("Nguyễn Thị Hoa looks after him.", ["Nguyễn Thị Hoa"]),
        ("Anneke van der Merwe left.", ["Anneke van der Merwe"]),
        ("Zoe\u0308 smiled.", ["Zoe\u0308"]),
        ("Dr. Patel and Mr. J. Singh phoned.", ["Dr. Patel", "Mr. J. Singh"]),
        ("Mrs K is worried about Mr A.", ["Mrs K", "Mr A"]),
        ("Emailed K.M. about it.", ["K.M."]),
        ("DR OKAFOR was copied in.", ["DR OKAFOR"]),
        ("Thomas’ mum is unwell.", ["Thomas"]),
        ("The Okafors moved.", ["Okafors"]),
        ("Оксана was there.", ["Оксана"]),
    ],
)
def test_from_anywhere(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Precious lives with her aunt.", ["Precious"]),
        ("I visited Blessing on Tuesday.", ["Blessing"]),
        ("Grace's mother was upset.", ["Grace"]),
        ("Hope Okafor visited. Ask Amina.", ["Hope Okafor", "Amina"]),
        ("Her daughter Chelsea is seven. Jordan said no.", ["Chelsea", "Jordan"]),
        ("Mrs White and Kyle Brown shouted.", ["Mrs White", "Kyle Brown"]),
        ("Mark was tired. I asked Mark why.", ["Mark", "Mark"]),
        ("A boy called Junior", ["Junior"]),
        ("We saw Will on Friday.", ["Will"]),
        ("Her brother Said is away.", ["Said"]),
        ("Name: Hope Banks", ["Hope Banks"]),
        ("April was born in a camp.", ["April"]),
    ],
)
def test_a_word_of_the_language_is_a_name_where_it_is_used_as_one(
    text: str, expected: list[str]
) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "- {} to ring",
        "1. {} – ring GP",
        "> {} never listens",
        "| {} | 7 |",
        "**{}** would like a bike.",
        "Action: {} will call.",
        "“{} hates me,” he said.",
        "(with {})",
        "met with\n{} again",
    ],
)
def test_wherever_it_stands_in_typed_text(text: str) -> None:
    assert names(text.format("Temitope")) == ["Temitope"]


@pytest.mark.parametrize(
    "text",
    [
        "The Social Worker and the Team Manager met in March.",
        "Section 47 of the Children Act; Social Work England; CAMHS; the SENCo.",
        "She speaks Tigrinya. The family came from Eritrea via Kassala.",
        "He is Muslim and fasts during Ramadan. Christmas is hard.",
        "Reflecting on this, I was too quick. Smacking was normal.",
        "Nobody asked. Everyone agreed. Parents said they were not told.",
        "- Strengths: close family\n- Worries: damp\n1. Check the record\n> Listening helped",
        "## What We Noticed\n\n| Child | Age |\n| --- | --- |\n| Eldest | 7 |",
        "Will this help? Mark the date. Faith matters. Hope is not enough.",
        "Child A is the eldest. Option B, Plan C.",
        "Signs of Safety; the Lammy Review; Gillick competence; the Kestrel team.",
        "I was there, and so was I. When I'm tired, I'm short.",
        "Black children, White staff, a Traveller site, Global Majority colleagues",
        "SUPERVISION NOTE (DRAFT), HANDLING: OFFICIAL",
        "Mum, Dad, Grandma and Auntie were there; Uncle was not.",
    ],
)
def test_ordinary_words_are_left_alone(text: str) -> None:
    assert names(text) == []


def test_a_place_is_left_alone_unless_it_is_a_persons_name() -> None:
    assert names("They moved from Lagos to Peckham, near Nunhead.") == []
    assert names("We asked Jordan and Amina.") == ["Jordan", "Amina"]
    assert names("I sat with Nunhead. Nunhead smiled. She is in Nunhead.") == ["Nunhead"] * 3
