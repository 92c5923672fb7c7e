"""The invented notebook of `demo`: it plays through the exercises that come with the program."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from reflect_tui import paths
from reflect_tui.demo import fill
from reflect_tui.errors import ReflectError
from reflect_tui.notebook.notebook import Notebook
from reflect_tui.notes.read import as_text
from reflect_tui.notes.supervision import build
from reflect_tui.practice.exercise import Exercise, Service, Way
from reflect_tui.practice.shelf import Shelf
from reflect_tui.session.course import Course
from reflect_tui.session.model import Session
from tests.cli.running import program

FILE = paths.shipped_data() / "demo" / "sessions.json"
TOLD: list[dict[str, Any]] = json.loads(FILE.read_text("utf-8"))["sessions"]
NAMES = [f"{told['brought']}, {told['way']}" for told in TOLD]
each_session = pytest.mark.parametrize("number", range(len(TOLD)), ids=NAMES)


def played(told: dict[str, Any], exercise: str, shelf: Shelf) -> Exercise:
    """An exercise as this session's way of working, service and length meet it."""
    found = shelf.get(exercise)
    assert found is not None, exercise
    way, service = Way(told["way"]), Service(told["service"])
    short = bool(told.get("short")) and found.exercise.has_short_form()
    return found.exercise.played(way, service, short=short)


@pytest.fixture(scope="module")
def sessions(invented: Path) -> list[Session]:
    """The sessions as they were kept, in the order the file tells them."""
    notebook = Notebook.open(invented)
    kept = sorted(notebook.sessions(), key=lambda each: each.began)
    order = sorted(range(len(TOLD)), key=lambda number: -TOLD[number]["days_ago"])
    loaded = {number: notebook.load(each.id) for number, each in zip(order, kept, strict=True)}
    return [loaded[number] for number in range(len(TOLD))]


@each_session
def test_every_address_names_a_prompt_that_comes_with_the_program(
    number: int, shipped: Shelf
) -> None:
    told = TOLD[number]
    for step in told["written"]:
        exercise, stage, prompt = step["at"].split("/")
        assert exercise in ("opening", "closing", *told["exercises"])
        found = played(told, exercise, shipped).stage(stage)
        assert found is not None, step["at"]
        assert found.prompt(prompt) is not None, step["at"]


@each_session
def test_every_exercise_is_one_that_can_be_chosen_there(number: int, shipped: Shelf) -> None:
    told = TOLD[number]
    offered = shipped.offered(Way(told["way"]), Service(told["service"]))
    assert set(told["exercises"]) <= {kept.id for kept in offered}


@each_session
def test_every_answer_and_action_is_kept_as_it_is_told(
    number: int, sessions: list[Session]
) -> None:
    told, session = TOLD[number], sessions[number]
    assert len(session.responses) == len(told["written"])
    kept = sorted(f"{each.prompt.place.stage}/{each.prompt.prompt}" for each in session.responses)
    assert kept == sorted(step["at"].partition("/")[2] for step in told["written"])
    words = as_text(session)
    for step in told["written"]:
        for said in (step.get("text"), step.get("left"), step.get("right")):
            assert said is None or said in words
    assert [done.what for done in session.actions] == [
        action["what"] for action in told.get("actions", [])
    ]


@each_session
def test_it_was_left_at_a_page_one_can_go_on_from(number: int, sessions: list[Session]) -> None:
    session = sessions[number]
    course = Course(session.way, session.service, session.exercises)
    assert session.left_at is not None
    assert course.has(session.left_at, session)
    stage = TOLD[number]["left_at"].partition("/")[2]
    assert session.left_at.stage == stage


def test_all_ways_of_working_and_both_services_can_be_looked_at(sessions: list[Session]) -> None:
    assert {session.way for session in sessions} == set(Way)
    assert {session.service for session in sessions} == set(Service)


def test_something_can_be_seen_of_notes_actions_and_going_on(sessions: list[Session]) -> None:
    assert any(session.actions for session in sessions)
    assert sum(not build(session).empty for session in sessions) >= 2
    followed = {session.follows for session in sessions if session.follows}
    assert followed <= {session.id for session in sessions}
    assert len({session.thread for session in sessions}) == len(sessions) - len(followed) == 3


def test_the_days_are_counted_back_from_today(sessions: list[Session]) -> None:
    today = datetime.now(UTC).astimezone().date()
    for told, session in zip(TOLD, sessions, strict=True):
        began: date = session.began.astimezone().date()
        assert today - began - timedelta(days=told["days_ago"]) in (timedelta(0), timedelta(1))
        assert session.began < session.changed < datetime.now(UTC)


@pytest.mark.parametrize(
    ("was", "becomes"),
    [("graces/board/start", "graces/bord/start"), ("graces/board/start", "grace/board/start")],
)
def test_a_step_that_no_exercise_has_is_said_and_not_left_out(
    tmp_path: Path, shipped: Shelf, was: str, becomes: str
) -> None:
    (tmp_path / "sessions.json").write_text(FILE.read_text("utf-8").replace(was, becomes), "utf-8")
    with pytest.raises(ReflectError, match="names a step that isn't there"):
        fill(Notebook.open(tmp_path / "notebook"), shipped, tmp_path)


def test_a_look_round_shows_the_invented_sessions_and_leaves_nothing(tmp_path: Path) -> None:
    home, temporary = tmp_path / "home", tmp_path / "temporary"
    temporary.mkdir()
    looked = program(["demo", "--plain"], home, TMPDIR=str(temporary))
    assert (looked.returncode, looked.stderr) == (0, "")
    assert "Go on with the blue folder" in looked.stdout
    assert list(temporary.iterdir()) == []
    assert not home.exists()


def test_a_look_round_follows_nobodys_settings(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (home / "settings.toml").write_text("practice_folder = '/gone/nowhere'\nbad = 1\n", "utf-8")
    looked = program(["demo", "--plain"], home)
    assert (looked.returncode, looked.stderr) == (0, "")
    assert [path.name for path in home.iterdir()] == ["settings.toml"]
