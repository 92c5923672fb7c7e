"""What is asked of an answer stands with its part; what is let be leaves no trace."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from reflect_tui import paths
from reflect_tui.practice.exercise import Imagined, Kind, Option, Prompt, Service
from reflect_tui.practice.hint_file import load_hints
from reflect_tui.practice.hints import Hints
from reflect_tui.session.values import (
    Choice,
    Contrast,
    Day,
    Line,
    Moment,
    Placement,
    Round,
    Text,
    Value,
)
from reflect_tui.session.wording import (
    HOW_LONG,
    Dismissed,
    Question,
    Until,
    asks_about,
    from_now_on,
    never_again,
)
from reflect_tui.settings import Settings, load
from reflect_tui.settings_file import Keeper

TEXT = Prompt("a", "What happened?", Kind.TEXT)
SAID = "He was aggressive."


@cache
def hints() -> Hints:
    return load_hints([paths.shipped_data() / "hints.yaml"])


def asked(prompt: Prompt, value: Value, **more: str) -> tuple[Question, ...]:
    return asks_about(prompt, value, hints(), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("kind", "value", "parts"),
    [
        (Kind.TEXT, Text(text=SAID), [""]),
        (Kind.LINE, Line(text=SAID), [""]),
        (Kind.CONTRAST, Contrast(left=SAID, right=SAID), ["left", "right"]),
        (
            Kind.DAY,
            Day(moments=(Moment(part="night", text=SAID), Moment(part="dawn", text=SAID))),
            ["dawn", "night"],
        ),
        (Kind.ROUND, Round(pieces=("Nothing.", SAID), shown=True), ["1"]),
        (Kind.ROUND, Round(pieces=("Nothing.", SAID)), []),
        (Kind.CHOOSE, Choice(option="aggressive"), []),
        (Kind.PLACE, Placement(moves=True), []),
    ],
)
def test_each_kind_is_asked_about_part_by_part(kind: Kind, value: Value, parts: list[str]) -> None:
    times = (Option("dawn", "At dawn"), Option("night", "At night"))
    questions = asked(Prompt("a", "Aggressive?", kind, options=times), value)
    assert [each.part for each in questions] == parts
    assert {(each.start, each.end, each.text) for each in questions} <= {(7, 17, "aggressive")}


@pytest.mark.parametrize(
    ("imagined", "parts"),
    [(Imagined.LEFT, ["right"]), (Imagined.RIGHT, ["left"]), (Imagined.ALL, [])],
)
def test_nothing_is_asked_of_what_is_imagined(imagined: Imagined, parts: list[str]) -> None:
    prompt = Prompt("a", "And if?", Kind.CONTRAST, imagined=imagined)
    assert [each.part for each in asked(prompt, Contrast(left=SAID, right=SAID))] == parts
    assert (asked(replace(TEXT, imagined=imagined), Text(text=SAID)) == ()) is (not parts)


def test_nothing_is_asked_of_somebodys_own_words() -> None:
    assert asked(replace(TEXT, own_words=True), Text(text=SAID)) == ()


def test_what_is_asked_depends_on_the_service_and_on_what_was_switched() -> None:
    value = Text(text="He is streetwise, loud and aggressive.")

    def rules(**more: object) -> list[str]:
        return [each.rule for each in asks_about(TEXT, value, hints(), **more)]  # type: ignore[arg-type]

    assert rules() == ["aggressive"]
    assert rules(service=Service.CHILDREN) == ["older-than-they-are", "aggressive"]
    assert rules(on=("describing-or-judging",), off=("aggressive",)) == ["describing-or-judging"]


def test_a_question_let_be_in_its_place_comes_back_once_its_words_change() -> None:
    dismissed = Dismissed()
    (first, second) = asked(TEXT, Text(text=f"{SAID} {'She went home. ' * 6} {SAID}"), where="a")
    dismissed.once(first)
    assert dismissed.filter((first, second)) == (second,)
    before = asked(TEXT, Text(text=f"We met. {'It rained on us. ' * 4}{SAID}"), where="a")
    dismissed.once(before[0])
    later = asked(TEXT, Text(text=f"Then we met. {'It rained on us. ' * 4}{SAID}"), where="a")
    assert dismissed.filter(later) == ()
    elsewhere = asked(TEXT, Text(text=f"We met. {'It rained on us. ' * 4}{SAID}"), where="b")
    assert dismissed.filter(elsewhere) == elsewhere
    changed = asked(TEXT, Text(text=f"We met. {'It snowed on us. ' * 4}{SAID}"), where="a")
    assert dismissed.filter(changed) == changed


def test_a_rule_let_be_is_silent_everywhere_until_the_program_is_closed() -> None:
    dismissed = Dismissed()
    questions = asked(TEXT, Text(text="He is aggressive. His race is Black."))
    dismissed.for_session("aggressive")
    assert [each.rule for each in dismissed.filter(questions)] == ["race"]
    dismissed.forget()
    assert dismissed.filter(questions) == questions


def test_never_again_is_a_setting_and_can_be_taken_back(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    keep = Keeper(file, Settings())
    keep(never_again(Settings(hints_on=("race", "broad-label")), "race"))
    kept = load(file).settings
    assert (kept.hints_off, kept.hints_on) == (("race",), ("broad-label",))
    assert never_again(kept, "race") == kept
    back = from_now_on(kept, "race")
    assert (back.hints_off, back.hints_on) == ((), ("broad-label", "race"))


def test_each_way_to_let_a_question_be_has_its_words() -> None:
    assert set(HOW_LONG) == set(Until)


def test_a_question_shows_nothing_of_what_stands_round_it() -> None:
    (question,) = asked(TEXT, Text(text=f"Quillwort. {SAID}"))
    assert "Quillwort" not in repr(question)
