"""A session and the tables of its file are the same thing."""

from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, given, settings

from reflect_tui.errors import Damaged, ReflectError
from reflect_tui.notebook import records, summary, tables
from reflect_tui.session.model import SCHEMA_VERSION, Session
from tests.strategies import a_session, sessions


@given(sessions())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_session_comes_back_from_its_bytes_as_it_was(session: Session) -> None:
    data = tables.to_bytes(records.to_tables(session))
    assert records.from_tables(tables.from_bytes(data, "x"), "x") == session


def test_a_file_has_four_tables_and_each_document_a_number() -> None:
    kept = records.to_tables(a_session("some words"))
    assert list(kept) == ["session", "responses", "actions", "exercises"]
    assert list(kept["session"]) == ["1"]
    assert kept["responses"]["1"]["prompt"] == "small/talk/words"
    assert "responses" not in kept["session"]["1"]


def test_a_person_can_read_the_file_without_this_program() -> None:
    data = tables.to_bytes(records.to_tables(a_session("Zoë said “naïve” – twice")))
    text = data.decode("utf-8")
    assert "Zoë said “naïve” – twice" in text
    assert max(len(line) for line in text.splitlines() if '"text"' not in line) < 200


def test_more_than_nine_responses_keep_their_order() -> None:
    first = a_session("first").responses[0]
    many = tuple(first.model_copy(update={"asked": f"question {n}"}) for n in range(25))
    session = a_session(responses=many)
    data = json.loads(tables.to_bytes(records.to_tables(session)))
    shuffled = {**data, "responses": dict(sorted(data["responses"].items()))}
    assert records.from_tables(shuffled, "x").responses == many


def test_half_a_surrogate_pair_costs_one_mark_and_not_the_save() -> None:
    session = a_session("before").model_copy(update={"brought": "the blue \ud83d folder"})
    data = tables.to_bytes(records.to_tables(session))
    assert records.from_tables(tables.from_bytes(data, "x"), "x").brought == "the blue ? folder"


@pytest.mark.parametrize("lost", ["session", "responses", "actions", "exercises"])
def test_a_file_without_one_of_its_tables_is_damage_and_never_an_empty_session(lost: str) -> None:
    kept = records.to_tables(a_session("some words"))
    del kept[lost]
    with pytest.raises(Damaged):
        records.from_tables(kept, "x")


@pytest.mark.parametrize(
    "spoil",
    [
        lambda kept: kept["responses"].update({"one": {}}),
        lambda kept: kept["responses"]["1"].update(mood="secret words"),
        lambda kept: kept["responses"]["1"]["value"].update(kind="secret words"),
        lambda kept: kept["session"]["1"].update(id="../secret words"),
        lambda kept: kept["session"]["1"].update({"secret words": 1}),
        lambda kept: kept["session"].update({"2": {}}),
        lambda kept: kept.update({"_default": {"1": {"secret words": 1}}}),
    ],
)
def test_damage_is_told_by_its_place_and_never_quotes_what_stands_there(spoil: object) -> None:
    kept = records.to_tables(a_session("secret words"))
    assert callable(spoil)
    spoil(kept)
    with pytest.raises(Damaged) as caught:
        records.from_tables(kept, "sessions/x.json")
    assert "sessions/x.json" in str(caught.value)
    assert "secret" not in str(caught.value)


def test_a_newer_format_is_refused_before_anything_in_it_is_judged() -> None:
    kept = records.to_tables(a_session("some words"))
    kept["session"]["1"].update(schema_version=2, mood="from the future")
    with pytest.raises(ReflectError, match="newer version") as caught:
        records.from_tables(kept, "x")
    assert not isinstance(caught.value, Damaged)


def test_lists_and_sessions_agree_on_the_format() -> None:
    assert summary.SCHEMA == SCHEMA_VERSION
