"""Keys that come faster than screens go: words are kept, and nothing stops."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.journeys import story
from tests.support.person import Keys

WORDS = "She is streetwise and nobody asked who feeds the twins at night"


def _ended_with(person: Keys, status: int) -> None:
    assert person.terminal.ended() == status, person.text


def quit_at_once(person: Keys) -> None:
    """Ctrl+Q in the same breath."""
    person.terminal.send(f"{WORDS}\x11")
    _ended_with(person, 0)


def quit_and_go_on_typing(person: Keys) -> None:
    """Ctrl+Q, and more keys before it is gone."""
    person.terminal.send(f"{WORDS}\x11\x0e\x0e")
    _ended_with(person, 0)


def pasted_and_quit(person: Keys) -> None:
    """A paste, and Ctrl+Q in the same breath."""
    person.terminal.send(f"\x1b[200~{WORDS}\x1b[201~\x11")
    _ended_with(person, 0)


def quit_and_pasted(person: Keys) -> None:
    """Ctrl+Q, and a paste before it is gone."""
    person.terminal.send(f"{WORDS}\x11\x1b[200~more\x1b[201~")
    _ended_with(person, 0)


def home_at_once(person: Keys) -> None:
    """Esc as soon as the last letter was sent."""
    person.terminal.send(WORDS)
    person.terminal.send("\x1b")
    person.wait("What brings you here?")
    assert person.leave() == 0


def next_at_once(person: Keys) -> None:
    """Ctrl+N in the same breath."""
    person.terminal.send(f"{WORDS}\x0e")
    person.wait(lambda: person.step() == "What we know")
    assert person.home_again() is None
    assert person.leave() == 0


def asked_to_end_at_once(person: Keys) -> None:
    """The computer shuts down in the same breath."""
    person.terminal.send(WORDS)
    os.kill(person.terminal.pid, signal.SIGTERM)
    _ended_with(person, 128 + signal.SIGTERM)


@pytest.mark.parametrize(
    "go",
    [
        quit_at_once,
        pytest.param(quit_and_go_on_typing, marks=pytest.mark.slow),
        pytest.param(pasted_and_quit, marks=pytest.mark.slow),
        quit_and_pasted,
        pytest.param(home_at_once, marks=pytest.mark.slow),
        next_at_once,
        pytest.param(asked_to_end_at_once, marks=pytest.mark.slow),
    ],
)
def test_what_was_typed_before_comes_first(tmp_path: Path, go: Callable[[Keys], None]) -> None:
    person = Keys(tmp_path, 80, 24)
    story.begin(person)
    person.next_to("Catch the talk")
    go(person)
    (response,) = story.kept(tmp_path).responses
    assert response.value.model_dump()["text"] == WORDS


def test_what_stands_in_the_form_of_an_action_is_kept_too(tmp_path: Path) -> None:
    person = Keys(tmp_path, 80, 24)
    story.begin(person)
    person.next_to("What now")
    person.terminal.send("Ask her mum\x11")
    _ended_with(person, 0)
    assert [action.what for action in story.kept(tmp_path).actions] == ["Ask her mum"]


def test_a_key_pressed_twice_does_once_what_it_does(tmp_path: Path) -> None:
    with Keys(tmp_path, 80, 24) as person:
        person.choose("Skip for now")
        person.wait("What brings you here?")
        person.choose("Begin a session")
        person.wait("How are you working?")
        person.terminal.send("\x0e\x0e\x0e\x0e")
        person.wait("Ctrl+N next")
        person.wait(lambda: person.step() != "")
        person.terminal.send("\x07")
        person.wait("Go anywhere.")
        person.terminal.send("\r\r")
        person.wait("Ctrl+N next")
        person.home_again()
        assert person.leave() == 0
    assert story.kept(tmp_path)


def test_what_is_typed_on_stands_on_the_page_that_comes_and_presses_nothing(tmp_path: Path) -> None:
    person = Keys(tmp_path, 80, 24)
    person.choose("Skip for now")
    person.wait("What brings you here?")
    person.choose("Begin a session")
    person.wait("How are you working?")
    person.terminal.send("\x0eNo record of it\x0ea phone call\x11")
    _ended_with(person, 0)
    kept = story.kept(tmp_path).responses
    assert [response.value.model_dump()["text"] for response in kept] == [
        "No record of it",
        "a phone call",
    ]
