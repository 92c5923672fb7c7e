"""Local lines lie on top of each other, and nothing ever takes the risk card away."""

from __future__ import annotations

from pathlib import Path

import pytest

from reflect_tui.practice.exercise import Way
from reflect_tui.practice.local import KEYS, LAST_RESORT, Local, Step, load_local, load_risk

RISK = """\
title: "Someone may be at risk"
intro: "Reflection can wait."
unfilled: "Ring your duty manager."
roads:
  anyone:
    title: "A child or adult"
    steps:
      - text: "Ring 999."
      - text: "Tell duty."
        clause: "5.5"
        local: "duty-number"
  us:
    title: "It happened to me"
    steps:
      - text: "Stop here."
  room:
    title: "Something was said here"
    modes: [group]
    steps:
      - text: "Pause."
"""


def written(folder: Path, text: str, name: str) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text, "utf-8")
    return folder / name


def test_lines_are_merged_and_an_empty_one_wipes_nothing_out(tmp_path: Path) -> None:
    shipped = written(tmp_path / "a", 'duty-number: ""\nhandling: ""\n', "local.yaml")
    theirs = written(tmp_path / "b", 'duty-number: "0100"\nhandling: "OURS"\n', "local.yaml")
    own = written(tmp_path / "c", 'duty-number: ""\nhandling: "MINE"\n', "local.yaml")
    local = load_local([shipped, theirs, own])
    assert local.problems == ()
    assert local.get("duty-number") == "0100"
    assert local.get("handling") == "MINE"
    assert local.get("lado") == ""


def test_a_key_that_code_misspells_is_not_taken_for_an_empty_line() -> None:
    with pytest.raises(KeyError):
        Local().get("dutynumber")


def test_a_wrong_line_is_told_and_the_others_stay_in_use(tmp_path: Path) -> None:
    path = written(tmp_path, 'duty-numbr: "0100"\nlado: "0200"\nhandling: [a]\n', "local.yaml")
    local = load_local([path])
    assert [(problem.line, problem.code) for problem in local.problems] == [
        (1, "unknown-key"),
        (3, "wrong-type"),
    ]
    assert local.problems[0].message.endswith("(write duty-number:)")
    assert local.get("lado") == "0200"


def test_a_broken_local_file_leaves_the_lines_before_it(tmp_path: Path) -> None:
    sound = written(tmp_path / "a", 'duty-number: "0100"\n', "local.yaml")
    broken = written(tmp_path / "b", 'duty-number: "0200\n', "local.yaml")
    local = load_local([sound, broken])
    assert local.get("duty-number") == "0100"
    assert [problem.code for problem in local.problems] == ["bad-yaml"]


def test_the_risk_card_has_its_roads_in_order_and_by_way_of_working(tmp_path: Path) -> None:
    card = load_risk([written(tmp_path, RISK, "risk.yaml")], frozenset({"5.5"}))
    assert card.problems == ()
    assert [road.id for road in card.roads_for(None)] == ["anyone", "us"]
    assert [road.id for road in card.roads_for(Way.SOLO)] == ["anyone", "us"]
    assert [road.id for road in card.roads_for(Way.GROUP)] == ["anyone", "us", "room"]
    anyone = card.road("anyone")
    assert anyone is not None
    assert anyone.steps == (Step("Ring 999."), Step("Tell duty.", "5.5", "duty-number"))


def test_under_a_step_stands_its_local_line_or_that_nobody_filled_it_in(tmp_path: Path) -> None:
    card = load_risk([written(tmp_path, RISK, "risk.yaml")])
    step = Step("Tell duty.", local="duty-number")
    assert card.line_under(step, Local({"duty-number": "0100"})) == "0100"
    assert card.line_under(step, Local()) == "Ring your duty manager."
    assert card.line_under(Step("Listen."), Local()) == ""


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        (RISK.replace("duty-number", "duty-numbr"), "unknown-value"),
        (RISK.replace("  us:", "  they:"), "missing-road"),
        (RISK.replace('clause: "5.5"', 'clause: "5.55"'), "unknown-clause"),
        (RISK.replace("intro:", "intr:"), "unknown-key"),
        (RISK.replace("[group]", "[groups]"), "unknown-value"),
        (RISK.replace('      - text: "Pause."\n', ""), "missing-key"),
        (RISK.replace("  room:", "  The room:"), "bad-id"),
        (RISK.replace('"Ring 999."', '"Ring 999.'), "bad-yaml"),
        ("", "missing-key"),
        ("\x00", "control-character"),
    ],
)
def test_a_broken_risk_card_leaves_the_one_before_it(tmp_path: Path, fault: str, code: str) -> None:
    shipped = written(tmp_path / "a", RISK, "risk.yaml")
    broken = written(tmp_path / "b", fault, "risk.yaml")
    card = load_risk([shipped, broken], frozenset({"5.5"}))
    assert [road.id for road in card.roads] == ["anyone", "us", "room"]
    assert {code, "not-used"} <= {problem.code for problem in card.problems}
    assert {problem.file for problem in card.problems} == {str(broken)}


def test_without_any_file_there_is_still_a_risk_card(tmp_path: Path) -> None:
    for card in (load_risk([]), load_risk([tmp_path / "gone.yaml"])):
        assert card.roads == LAST_RESORT.roads
        assert card.title == "Someone may be at risk"
    assert all(step.local in ("", *KEYS) for road in LAST_RESORT.roads for step in road.steps)
