"""Classes of sentences that one question is asked of, with those that only look alike.

"children" stands before what is said in one service.
"""

from __future__ import annotations

import pytest

from tests.unit.practice.wording.test_asking import rules_asking

ASKED: dict[str, dict[str, str]] = {
    "with adverbs": {
        "Mum is emotionally quite unavailable.": "emotionally-unavailable",
        "He can be really quite aggressive.": "aggressive",
        "Dad is emotionally or physically unavailable.": "emotionally-unavailable",
        "Her parents are emotionally and practically absent.": "emotionally-unavailable",
        "She is emotionally rather distant.": "emotionally-unavailable",
        "He is hard really to engage.": "engagement",
        "They are hard to really engage.": "engagement",
        "Mother did not really engage.": "engagement",
        "The parents do not always engage.": "engagement",
        "Dad has failed repeatedly to attend.": "failed-to",
        "She failed again to bring him.": "failed-to",
        "She is known also to the police.": "old-records",
        "He is known sometimes to be violent.": "old-records",
        "She is very nearly non-compliant.": "engagement",
        "He is in part resistant, and emotionally very cold.": "engagement emotionally-unavailable",
        "His race is sadly not recorded.": "race",
        "children She is mature well beyond her years.": "older-than-they-are",
        "children She seems very much older than her years.": "older-than-they-are",
        "children He is mature even for his age.": "older-than-they-are",
        "children She keeps placing herself knowingly at risk.": "blame-for-harm",
        "children He puts himself often at risk.": "blame-for-harm",
        "It is really just cultural.": "cultural",
        "It's quite probably cultural.": "cultural",
        "There is absolutely no evidence of racism.": "racism-doubted",
        "It was not really racist.": "racism-doubted",
        "It was a really inappropriate comment.": "racism-unnamed",
        "There was an inappropriate and hurtful comment.": "racism-unnamed",
        "Mum can be somewhat difficult.": "difficult",
        "He is at times really very difficult.": "difficult",
        "Amir is extremely challenging.": "difficult",
        "She remains fairly non engaging.": "engagement",
        "Father is manipulative, quite clearly.": "hostile-label",
    },
}
SILENT: dict[str, list[str]] = {
    "with adverbs": [
        "She is emotionally quite open with us.",
        "Mum is not really aggressive.",
        "He was not very hostile.",
        "He is emotionally and physically well.",
        "The bus was quite late and she was unavailable.",
        "She is known really to enjoy dancing.",
        "She is known to really like her garden.",
        "It is really difficult to say.",
        "The tumour is really quite aggressive.",
        "He has a history of quite severe asthma.",
        "His long standing and very painful heart condition is with the clinic.",
        "They met really hostile weather.",
        "We failed again to ask her.",
        "The human and very long race.",
        "I find it really hard to quite reach a view.",
        "She is emotionally available to him.",
        "He did not really fail.",
        "It was really a race against time.",
        "This is quite a challenging week.",
    ],
}


@pytest.mark.parametrize("kind", ASKED)
def test_each_of_a_class_is_asked_about(kind: str) -> None:
    found = {text: rules_asking(text) for text in ASKED[kind]}
    assert {
        text: ids for text, ids in found.items() if not ids & {*ASKED[kind][text].split()}
    } == {}


@pytest.mark.parametrize("kind", SILENT)
def test_what_only_looks_alike_is_left_alone(kind: str) -> None:
    assert {text: ids for text in SILENT[kind] if (ids := rules_asking(text))} == {}
