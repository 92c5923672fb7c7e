"""Six round a screen: roles by chair, a round with one left out, one pass, racism in the room."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reflect_tui.notebook.notebook import Notebook
from reflect_tui.practice.exercise import Way
from tests.plays.people import BOTH, a_session, introduced
from tests.support.person import Person
from tests.support.terminal import KEYS

BROUGHT = "winter, duty team"
ROLES = ("Facilitator: leads, and speaks last", "Presenter")
PIECES = ("he would be coping", "nothing would change", "we would offer help", "a visit sooner")
LEFT_OUT = "I said it myself"
ASKED = "Where did you want a different word?"


def _turn(person: Person, words: str, *, adds: bool) -> None:
    """One of them takes the keyboard, writes, and hands it on."""
    person.choose("Pass the keyboard")
    person.wait("drawn as dots")
    person.terminal.send(words)
    person.still()
    assert words not in person.text
    person.choose("Add mine" if adds else "Leave mine out")
    person.wait("Pass the keyboard")


@pytest.mark.slow
@pytest.mark.parametrize(("by", "size"), BOTH)
def test_a_round_leaves_no_author_and_racism_is_two_keys_away(
    tmp_path: Path, by: type[Person], size: tuple[int, int]
) -> None:
    introduced(tmp_path)
    session = a_session(Way.GROUP, BROUGHT, "counterfactual")
    Notebook.open(tmp_path / "notebook").save(session)
    with by(tmp_path, *size) as person:
        person.choose("Go on")
        person.wait("Ctrl+N next")
        person.next_to("Who does what")
        person.take_some(ROLES)
        person.next_to("What happens to our thinking?")
        person.wait("Pass the keyboard")
        for words in PIECES[:2]:
            _turn(person, words, adds=True)
        _turn(person, LEFT_OUT, adds=False)
        for words in PIECES[2:]:
            _turn(person, words, adds=True)
        # The sixth passes: nothing at all is done.
        person.choose("The facilitator looks")
        person.wait("Only I can see the screen now")
        person.choose("Only I can see the screen now")
        person.wait("Show them together")
        assert all(words in person.text for words in PIECES)
        person.choose("Show them together")
        person.wait("Cover them again")

        # Something racist is said.
        person.terminal.send(KEYS["ctrl+t"])
        person.wait("Something racist was said here")
        person.terminal.send("3")
        person.wait("Pause. Everyone stops")
        person.terminal.send(KEYS["esc"])
        person.wait("Cover them again")
        person.home_again()
        status = person.leave()
    assert status == 0
    _no_trace(tmp_path)


def _no_trace(home: Path) -> None:
    """Nowhere an author or a time of anybody's words, nor what was left out."""
    files = [path for path in home.rglob("*") if path.is_file()]
    for path in files:
        assert LEFT_OUT not in path.read_text(encoding="utf-8", errors="replace"), path
    sessions = [json.loads(path.read_text("utf-8")) for path in home.glob("notebook/sessions/*")]
    (kept,) = sessions
    rounds = [
        response for response in kept["responses"].values() if response["value"]["kind"] == "round"
    ]
    (told,) = rounds
    assert sorted(told["value"]["pieces"]) == sorted(PIECES)
    assert set(told["value"]) == {"kind", "pieces", "shown"}
    assert not told["at"]
    # No earlier state holds some of the pieces without the others.
    for path in home.glob("notebook/earlier/*/*"):
        words = path.read_text("utf-8")
        assert sum(piece in words for piece in PIECES) in (0, len(PIECES)), path
