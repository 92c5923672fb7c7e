"""What a thread carries to a session: what was agreed before it, and nobody came back to."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from reflect_tui.notebook import threads
from reflect_tui.notebook.notebook import Notebook
from reflect_tui.notebook.summary import Summary
from reflect_tui.practice.exercise import Way
from reflect_tui.session.model import Action, Ending, Session
from tests.strategies import a_session

BEGAN = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
FIRST = "a" * 16


def met(letter: str, month: int, *whats: str, **changes: Any) -> Session:
    """A session of the thread, some months after its first."""
    made: dict[str, Any] = {
        "id": letter * 16,
        "thread": FIRST,
        "follows": "" if letter == "a" else FIRST,
        "began": BEGAN + timedelta(days=30 * month),
        "actions": tuple(Action(id=f"{letter}{what}", what=what) for what in whats),
    }
    return a_session(**{**made, **changes})


def kept(notebook: Notebook, *sessions: Session) -> None:
    for session in sessions:
        notebook.save(session)


def carried(notebook: Notebook, session: Session) -> list[str]:
    return [action.id for action in notebook.carried_to(session)]


def ending(action: str, became: Any = "done") -> tuple[Ending, ...]:
    return (Ending(action=action, became=became, words="they said so"),)


def test_what_was_agreed_before_is_carried_the_newest_session_first(notebook: Notebook) -> None:
    now = met("c", 2, "here")
    kept(notebook, met("a", 0, "ask", "tell"), met("b", 1, "ring"), now, met("d", 3, "later"))
    kept(notebook, met("e", 1, "elsewhere", thread="e" * 16, follows=""))
    assert carried(notebook, now) == ["bring", "aask", "atell"]
    assert carried(notebook, met("a", 0)) == []


def test_what_another_session_came_back_to_is_carried_no_more(notebook: Notebook) -> None:
    between = met("b", 1, endings=ending("aask"))
    kept(notebook, met("a", 0, "ask", "tell"), between, met("d", 3, endings=ending("atell")))
    assert carried(notebook, met("c", 2)) == []
    assert carried(notebook, between) == ["aask"]


def test_what_is_left_for_now_is_carried_on_and_stands_on_the_first_screen(
    notebook: Notebook,
) -> None:
    kept(notebook, met("a", 0, "ask"), met("b", 1, endings=ending("aask", "")))
    assert carried(notebook, met("c", 2)) == ["aask"]
    assert [action.id for action in notebook.open_actions()] == ["aask"]


def test_another_copy_of_the_session_takes_nothing_away_from_it(notebook: Notebook) -> None:
    copy = met("d", 1, endings=ending("aask"), other_of="b" * 16)
    kept(notebook, met("a", 0, "ask"), met("b", 1), copy)
    assert carried(notebook, met("b", 1)) == ["aask"]


def test_nobody_sees_what_somebody_agreed_alone_or_with_somebody_else(notebook: Notebook) -> None:
    noted = (Action(id="noted", what="noted", in_note=True),)
    kept(
        notebook,
        met("a", 0, "alone", way=Way.SOLO),
        met("b", 1, "two", way=Way.ONE_TO_ONE),
        met("c", 2, "all", way=Way.GROUP),
        met("d", 3, way=Way.SOLO, actions=noted),
    )
    assert carried(notebook, met("e", 4, way=Way.ONE_TO_ONE)) == ["noted", "btwo"]
    assert carried(notebook, met("e", 4, way=Way.GROUP)) == ["noted", "call"]
    assert len(carried(notebook, met("e", 4, way=Way.SOLO))) == 4


def test_a_session_in_the_bin_carries_nothing_and_breaks_no_thread(notebook: Notebook) -> None:
    kept(notebook, met("a", 0, "ask"), met("b", 1, "ring"))
    assert carried(notebook, met("c", 2)) == ["bring", "aask"]
    notebook.take_over()
    notebook.bin.put("b" * 16)
    assert carried(notebook, met("c", 2)) == ["aask"]


def test_no_file_of_another_thread_is_read_once_it_is_known(
    notebook: Notebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept(notebook, met("a", 0, "ask"), met("b", 1))
    kept(notebook, *(a_session(id=letter * 16) for letter in "defg"))
    read: list[str] = []
    summarise = threads.summarise

    def noting(path: Path, name: str, coder: Any) -> Summary:
        read.append(name)
        return summarise(path, name, coder)

    monkeypatch.setattr(threads, "summarise", noting)
    notebook.sessions()
    assert carried(notebook, met("c", 2)) == ["aask"]
    assert sorted(read) == ["a" * 16, "b" * 16]
    kept(notebook, met("h", 1, "ring"))
    assert carried(notebook, met("c", 2)) == ["hring", "aask"]
