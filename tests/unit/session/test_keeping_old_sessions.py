"""A session goes on with the words it began with, and opens as it was kept or says why not."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from pydantic import ValidationError

from reflect_tui.errors import ReflectError
from reflect_tui.practice.exercise import Service, Way
from reflect_tui.practice.reading import read_exercise
from reflect_tui.session.address import parse_address
from reflect_tui.session.beginning import begin
from reflect_tui.session.model import SCHEMA_VERSION, Ending, Session, new_id, new_session_id
from reflect_tui.session.sitting import Sitting
from reflect_tui.session.values import Choice, Text
from tests.strategies import sessions
from tests.unit.session.making import BEGAN, WALK, Sat, a_session

ASKED = "What words are being used?"
WORDS = parse_address("walk/talk/words")
LATER = (
    WALK.replace("version: 1", "version: 2")
    .replace(ASKED, "Which words did you hear?")
    .replace(
        "## The board", "## Another page {#another}\n\n### What else? {#else .text}\n\n## The board"
    )
    .replace("- A worry {#worry}\n", "- A fear {#fear}\n")
    .replace("which is worry", "which is fear")
)
"""The same exercise, written anew: other words, another page, another option."""


def begun(file: Path) -> Session:
    """A session begun with what stands in a file now."""
    exercise = read_exercise(file).exercise
    assert exercise is not None
    return begin(Way.SOLO, Service.CHILDREN, {exercise.id: (exercise, False)}, now=lambda: BEGAN)


def put_away_and_opened(session: Session) -> Sat:
    """A sitting over what another day finds on the disk."""
    return Sat(Session.model_validate_json(session.model_dump_json()))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "walk.md"
    path.write_text(WALK, "utf-8")
    return path


# -- what a session is stamped with ----------------------------------------------------------


def test_a_session_is_stamped_with_each_exercise_as_it_stands() -> None:
    (stamped,) = a_session(short=True).exercises
    assert (stamped.id, stamped.version, stamped.short) == ("walk", 1, True)
    assert stamped.text == WALK
    assert stamped.hash == hashlib.sha256(WALK.encode()).hexdigest()


def test_an_exercise_that_was_written_anew_leaves_an_old_session_as_it_was(file: Path) -> None:
    session = begun(file)
    pages = Sat(session).pages()
    file.write_text(LATER, "utf-8")
    sat = put_away_and_opened(session)
    assert sat.pages() == pages
    assert sat.sitting.prompt(WORDS).title == ASKED
    sat.write("walk/talk/which", Choice(option="worry"))
    sat.write("walk/only/worried", Text(text="that nobody asked"))
    assert len(sat.session.responses) == 2


def test_a_new_session_takes_the_new_words(file: Path) -> None:
    file.write_text(LATER, "utf-8")
    sat = put_away_and_opened(begun(file))
    assert sat.session.exercises[0].version == 2
    assert sat.sitting.prompt(WORDS).title == "Which words did you hear?"
    assert "walk/another" in sat.pages()
    with pytest.raises(ReflectError, match="not an answer"):
        sat.write("walk/talk/which", Choice(option="worry"))


def test_a_session_outlives_the_file_of_its_exercise(file: Path) -> None:
    session = begun(file)
    file.unlink()
    sat = put_away_and_opened(session)
    while sat.sitting.next():
        pass
    assert str(sat.session.left_at) == "walk/last"
    sat.write(str(WORDS), Text(text="streetwise"))
    assert sat.session.response(WORDS).asked == ASKED


def test_a_stamped_text_that_cannot_be_read_is_said_and_changes_nothing() -> None:
    session = a_session()
    spoilt = session.exercises[0].model_copy(update={"text": "no exercise at all"})
    kept: list[Session] = []
    with pytest.raises(ReflectError) as caught:
        Sitting(session.model_copy(update={"exercises": (spoilt,)}), kept.append)
    assert caught.value.what == "This session's copy of an exercise cannot be read"
    assert caught.value.where.startswith("walk:1: ")
    assert "The session was not changed" in caught.value.do
    assert "reflect-tui show" in caught.value.do
    assert kept == []


# -- what was kept comes back ----------------------------------------------------------------


@settings(max_examples=50, deadline=None)
@given(sessions())
def test_any_session_is_read_back_as_it_was_kept(session: Session) -> None:
    assert Session.model_validate_json(session.model_dump_json()) == session
    assert Session.model_validate(session.model_dump(mode="json")) == session


def test_a_session_is_put_down_where_it_was_left() -> None:
    sat = Sat()
    sat.go("walk/board")
    assert str(put_away_and_opened(sat.session).sitting.here.place) == "walk/board"


def test_a_session_put_down_at_a_page_that_is_not_there_opens_beside_it() -> None:
    sat = Sat()
    sat.write("walk/talk/which", Choice(option="worry"))
    sat.go("walk/only")
    without = sat.session.model_copy(update={"responses": ()})
    assert str(put_away_and_opened(without).session.left_at) == "walk/talk"


def test_opening_alone_changes_nothing() -> None:
    sat = Sat()
    sat.write(str(WORDS), Text(text="streetwise"))
    again = put_away_and_opened(sat.session)
    assert again.session == sat.session
    assert again.kept == []


def test_a_kept_session_is_never_changed_only_followed_by_another() -> None:
    sat = Sat()
    before = sat.session
    was = before.model_dump_json()
    sat.write(str(WORDS), Text(text="streetwise"))
    assert sat.session is not before
    assert before.model_dump_json() == was
    with pytest.raises(ValidationError, match="frozen"):
        before.brought = "the red folder"


@pytest.mark.parametrize(
    ("field", "told", "words"),
    [
        ("schema_version", SCHEMA_VERSION + 1, f"Input should be {SCHEMA_VERSION}"),
        ("mood", "of the future", "Extra inputs are not permitted"),
        ("id", "../notebook", "should match pattern"),
        ("began", "2026-03-02T09:30:00", "should have timezone info"),
        ("way", "crowd", "Input should be 'one-to-one', 'group' or 'solo'"),
    ],
)
def test_what_this_program_does_not_know_is_refused_by_its_name(
    field: str, told: Any, words: str
) -> None:
    kept = {**json.loads(a_session().model_dump_json()), field: told}
    with pytest.raises(ValidationError, match=re.escape(words)) as caught:
        Session.model_validate(kept)
    assert [error["loc"] for error in caught.value.errors()] == [(field,)]


def test_every_session_and_entry_has_an_id_that_says_nothing() -> None:
    assert len({new_session_id() for _ in range(200)}) == 200
    assert len({new_id() for _ in range(200)}) == 200
    assert re.fullmatch("[a-z2-7]{16}", new_session_id())
    assert re.fullmatch("[a-z2-7]{8}", new_id())


# -- one session after another ---------------------------------------------------------------


def following(before: Session) -> Session:
    return begin(Way.SOLO, Service.CHILDREN, {}, follows=before, now=lambda: BEGAN)


def test_sessions_that_follow_each_other_share_the_thread_of_the_first() -> None:
    first = a_session()
    second = following(first)
    third = following(second)
    assert first.thread == second.thread == third.thread == first.id
    assert (first.follows, second.follows, third.follows) == ("", first.id, second.id)
    assert len({first.id, second.id, third.id}) == 3


def test_an_earlier_sessions_actions_stay_its_own_whatever_became_of_them() -> None:
    sat = Sat()
    action = sat.sitting.add_action("ask her")
    ending = Ending(action=action.id, became="changed", words="she asked us")
    later = following(sat.session).model_copy(update={"endings": (ending,)})
    opened = put_away_and_opened(later)
    assert opened.session.endings == (ending,)
    assert opened.session.actions == ()
    with pytest.raises(ReflectError, match="no such action in this session"):
        opened.sitting.change_action(action.model_copy(update={"what": "ask him"}))
    assert sat.session.actions == (action,)
