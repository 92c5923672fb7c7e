"""Wording is asked about where practice's rules say so, and nowhere else."""

from __future__ import annotations

import re
from functools import cache

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reflect_tui import paths
from reflect_tui.practice.clauses import load_clauses
from reflect_tui.practice.exercise import Service
from reflect_tui.practice.hint_examples import failing
from reflect_tui.practice.hint_file import load_hints
from reflect_tui.practice.hints import EXAMPLES, Hints, Rule
from reflect_tui.practice.wording import Asked, wording
from tests.unit.practice.wording.sentences import ASKED, SILENT

FILE = paths.shipped_data() / "hints.yaml"
ROWS = {
    "race",
    "mixed-race",
    "mixed-race-several",
    "ethnic-minority",
    "broad-label",
    "aggressive",
    "emotionally-unavailable",
    "disrespectful",
    "describing-or-judging",
    "hostile-label",
    "difficult",
    "engagement",
    "chaotic",
    "failed-to",
    "older-than-they-are",
    "blame-for-harm",
    "cultural",
    "old-records",
    "racism-unnamed",
    "racism-doubted",
    "abbreviation",
    "harmful-term",
    "worker-label",
}
CHILDRENS = ("older-than-they-are", "blame-for-harm")


@cache
def ours() -> Hints:
    numbers = load_clauses([paths.shipped_data() / "clauses.yaml"]).numbers
    hints = load_hints([FILE], numbers)
    assert hints.problems == ()
    return hints


def rules_asking(sentence: str, rule: str = "", hints: Hints | None = None) -> set[str]:
    """The ids of the rules that ask, in the service a sentence begins with or its rule is for."""
    first, _, rest = sentence.partition(" ")
    service = Service(first) if first in tuple(Service) else None
    text = rest if service else sentence
    if rule in CHILDRENS:
        service = Service.CHILDREN
    return {asked.rule for asked in wording(text, hints or ours(), service)}


def test_every_row_of_what_practice_asked_for_has_a_rule() -> None:
    assert {rule.id for rule in ours()} == ROWS
    assert {rule.id for rule in ours() if not rule.on} == {"broad-label", "describing-or-judging"}
    assert {rule.id for rule in ours() if rule.services == {"children"}} == set(CHILDRENS)


@pytest.mark.parametrize("rule", ours(), ids=lambda rule: rule.id)
def test_every_example_holds(rule: Rule) -> None:
    assert min(len(rule.hit), len(rule.miss)) >= EXAMPLES
    assert list(failing(rule, ours())) == []


@pytest.mark.parametrize("rule", ours(), ids=lambda rule: rule.id)
def test_every_example_is_asked_about_among_all_rules_too(rule: Rule) -> None:
    service = Service.CHILDREN if rule.id in CHILDRENS else None
    for sentence in rule.hit:
        assert wording(sentence, ours(), service, on=(rule.id,)), sentence


@pytest.mark.parametrize("rule", ours(), ids=lambda rule: rule.id)
def test_a_question_is_kind_and_says_where_it_comes_from(rule: Rule) -> None:
    assert rule.ask.endswith("?")
    assert not {"wrong", "incorrect", "must", "never"} & set(rule.ask.lower().split())
    assert rule.source
    assert rule.clause[0].isdigit() or rule.clause.startswith("preface")


def test_words_that_hurt_stand_in_no_list_of_rules() -> None:
    hidden = [rule.id for rule in ours() if not rule.listed]
    assert hidden == ["harmful-term"]
    (rule,) = (rule for rule in ours() if not rule.listed)
    assert not {"coloured", "caste", "oriental"} & set(re.findall(r"\w+", rule.ask.lower()))


def test_sentences_are_asked_about() -> None:
    wanted = {sentence: rules.split() for sentence, rules in ASKED.items()}
    missed = [each for each, rules in wanted.items() if not rules_asking(each, rules[0]) & {*rules}]
    assert missed == []


def test_sentences_that_only_look_alike_are_left_alone() -> None:
    assert {each: found for each in SILENT if (found := rules_asking(each))} == {}


def test_a_question_says_where_its_words_stand() -> None:
    text = "é😀 Mother was\r\naggressive."
    assert wording(text, ours()) == (
        Asked(15, 25, "aggressive", "aggressive", "2.9", ours().get("aggressive").ask),  # type: ignore[union-attr]
    )
    (asked,) = wording(text, ours())
    assert list(asked.as_json()) == ["start", "end", "text", "rule", "clause", "ask"]


def test_rules_for_one_service_hold_only_where_it_is_named() -> None:
    assert rules_asking("He is streetwise.") == set()
    assert rules_asking("children He is streetwise.") == {"older-than-they-are"}
    assert rules_asking("adults He is streetwise.") == set()


def test_a_rule_is_switched_off_and_one_that_is_off_is_switched_on() -> None:
    text = "Mother was aggressive and loud."
    assert [asked.rule for asked in wording(text, ours())] == ["aggressive"]
    assert wording(text, ours(), off=("aggressive",)) == ()
    both = [asked.rule for asked in wording(text, ours(), on=("describing-or-judging",))]
    assert both == ["aggressive", "describing-or-judging"]


def test_what_a_face_leaves_alone_is_left_alone() -> None:
    text = "He was aggressive. She was aggressive."
    assert [asked.start for asked in wording(text, ours(), alone=[(0, 18)])] == [27]
    assert wording(text, ours(), alone=[(0, len(text))]) == ()


def test_one_question_a_place() -> None:
    text = "She is mixed race: Somali, Irish and Indian."
    assert [asked.rule for asked in wording(text, ours())] == ["mixed-race-several"]
    text = "My colleague is aggressive."
    assert [asked.rule for asked in wording(text, ours())] == ["worker-label"]


@pytest.mark.parametrize(
    "text",
    [
        "A mixed race boy",
        "A MIXED RACE boy",
        "A mixed-race boy",
        "A mixed\u2011race boy",
        "A mixed – race boy",
        "A mixed / race boy",
        "A mixed\nrace boy",
        "A mixed-\r\nrace boy",
        "A mixed\u00a0race boy",
        "A *mixed* **race** boy",
        "A mi\u00adxed race boy",
        "Mixed-races",
    ],
)
def test_hyphens_slashes_capitals_and_line_ends_hide_nothing(text: str) -> None:
    assert rules_asking(text) == {"mixed-race"}


@pytest.mark.parametrize("text", ["mixed\n\nrace", "mixed. Race", "- mixed\n- race", "mixedrace"])
def test_words_that_stand_apart_are_no_expression(text: str) -> None:
    assert rules_asking(text) == set()


def test_an_abbreviation_is_asked_about_once_and_not_once_it_is_explained() -> None:
    text = "The LAC review and the LAC nurse. She is looked after (LAC) now."
    assert [(asked.start, asked.text) for asked in wording(text, ours())] == [(4, "LAC")]
    assert wording("A child protection plan. The CP plan ends.", ours()) == ()


_PIECES = (
    "race his mixed - aggressive Mother is not very “ ” \" ' ’ boys' 's . \n \n\n > # ``` ` | ( ) "
    "LAC (LAC) known to their culture the word describes herself as Amina said Report on and % : … "
    "\u00ad \u200d \u0301 é 😀 https://a.b a@b.c *A _B history of failed difficult"
)


@given(
    st.text() | st.lists(st.sampled_from(_PIECES.split(" ")) | st.just(" ")).map(" ".join),
    st.sampled_from([None, *Service]),
)
@example("s' 'a s' 'a", None)
@example("İ ǅ ß aggressive\x00", None)
def test_any_text_can_be_asked_about(text: str, service: Service | None) -> None:
    reached = 0
    for asked in wording(text, ours(), service, on=tuple(ROWS)):
        assert text[asked.start : asked.end] == asked.text != ""
        assert asked.start >= reached
        reached = asked.end
