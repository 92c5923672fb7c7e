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
    "of what was written before": {
        "He is well known to housing and the police.": "old-records",
        "The family is known to several services.": "old-records",
        "There is a history of missed visits.": "old-records",
        "She has a history of not opening the door.": "old-records",
        "There is a long standing history of conflict.": "old-records",
        "They are known to education and to health.": "old-records",
        "The family is well-known to the duty team.": "old-records",
        "He is known to a number of agencies.": "old-records",
        "Mum is known to adult social care.": "old-records",
        "She's known to the school as a late payer.": "old-records",
        "The address is known to police.": "old-records",
        "They have been known to us since 2012.": "old-records",
        "He has a history of refusing support.": "old-records",
        "There's a history of going missing.": "old-records",
        "The history of non-attendance worries us.": "old-records",
        "Longstanding history of poor school attendance.": "old-records",
        "A long-standing pattern of arrears.": "old-records",
        "Given his history of absconding, we said no.": "old-records",
        "She has a long history of being evicted.": "old-records",
        "A known history of violence.": "old-records",
        "The father is known to immigration.": "old-records",
        "Mother is known to the ward.": "old-records",
        "This household is known to environmental health.": "old-records",
        "He is known to both teams.": "old-records",
        "She has a history of late rent and lost keys.": "old-records",
        "They are known to three boroughs.": "old-records",
        "The couple are known to many professionals.": "old-records",
        "History of anger.": "old-records",
        "She has a history of hospital admissions she did not choose.": "old-records",
        "He is known to the Home Office.": "old-records",
        "She was known to the youth justice service.": "old-records",
        "Grandad is known to the crisis team.": "old-records",
        "They are well known to the out-of-hours team.": "old-records",
        "Nan is known to us from earlier visits.": "old-records",
        "Known to police.": "old-records",
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
    "of what was written before": [
        "He has a history of asthma.",
        "She has a history of high blood pressure and falls.",
        "There is a family history of diabetes.",
        "She has a long standing heart condition.",
        "She is known to like swimming.",
        "He is known to enjoy a long walk.",
        "He is known to everyone in the street as Uncle.",
        "She is well known for her cooking.",
        "He is a well known singer.",
        "Her wishes are known to the ward.",
        "She is known to her neighbours as a good cook.",
        "We made the plan known to the family.",
        "The estate has a long history of organising.",
        "A history of racism explains it.",
        "Black history of this street.",
        "The history of the borough is on the wall.",
        "He is well known and liked at the temple.",
        "He has a history of strokes and takes tablets.",
        "Her past history of miscarriages is hers to tell.",
        "She has a history of chest infections.",
        "She studies the history of art.",
        "He has a history of epilepsy, known to the clinic.",
        "It is not known to us whether she agrees.",
        "The reason is not known to the school.",
        "She has a long history of volunteering.",
        "He has a history of winning prizes.",
        "They have a longstanding friendship.",
        "His allergy is known to the kitchen.",
        "Her medication is known to the ward.",
        "They share a history of migration.",
        "He is known to sleep well.",
        "The nurse is known to the family.",
        "Our address is known to them.",
        "The risk is known to all services.",
        "She is known to her friends as Bee.",
        "He has a history of steady work.",
        "The plan should be known to the school.",
        "His history of kindness is what the neighbours told us about.",
        "She has a medical history of falls.",
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
