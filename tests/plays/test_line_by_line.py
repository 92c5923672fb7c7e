"""The same plays, line by line, and never one escape byte."""

from __future__ import annotations

from pathlib import Path

import pytest

from reflect_tui.notebook import age
from reflect_tui.notebook.notebook import Notebook
from reflect_tui.practice.exercise import Way
from reflect_tui.session.address import Address, Place
from reflect_tui.session.sitting import Sitting
from reflect_tui.session.values import Round, Text
from reflect_tui.settings import Settings
from tests.journeys import story
from tests.plain.player import Lines, Player, begin
from tests.plays.people import OTHERS, a_session, with_others

FIRST, SECOND = "They call her streetwise.", "Nobody has asked who cooks."


@pytest.fixture(autouse=True)
def _cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(age, "WORK_FACTOR", 4)


def _plain(said: str) -> None:
    assert "\x1b" not in said
    assert "\x07" not in said


def test_new_without_help(tmp_path: Path) -> None:
    player = Player(tmp_path, settings=Settings())

    def lines(player: Player) -> Lines:
        yield from ("no", "3")
        yield player.number("Fifteen minutes on your own")
        yield player.number("A word somebody used about them")
        yield player.number("children's")
        yield from player.next_to("Catch the talk")
        # The input ends here, as when the window is closed.
        yield from (FIRST, SECOND)

    def again(player: Player) -> Lines:
        yield player.number("Go on with")
        yield "/read"

    player.play(lines)
    said = player.play(again)
    assert f"{FIRST}\n{SECOND}" in said
    assert "Catch the talk" in said
    _plain(player.text)


def test_ninety_minutes(tmp_path: Path) -> None:
    with_others(tmp_path)
    player = Player(tmp_path)

    def lines(player: Player) -> Lines:
        yield from begin(player, brought=story.BROUGHT)
        yield from player.next_to("Catch the talk")
        yield from (story.WORDS, ".", "/in", "/steps", ".", "/read", "/note", ".", "no")
        yield from player.next_to("I was assuming")
        yield from (story.ASSUMED.removeprefix("I was assuming "), ".", "/in")
        yield from player.next_to("Decisions, and who decided")
        yield from ("The manager decided it.", ".", "/in", "/note", ".", "markdown", "/leave")

    said = player.play(lines).partition("How are you working?")[2]
    for words in OTHERS:
        assert words not in said
    note = story.note(tmp_path)
    assert "The manager decided it." in note
    assert story.ASSUMED in note
    _plain(player.text)


def test_six_round_a_screen(tmp_path: Path) -> None:
    player = Player(tmp_path)

    def lines(player: Player) -> Lines:
        yield from begin(player, way="in a group")
        yield from player.next_to("What happens to our thinking?")
        yield from ("he would be coping", ".", "yes", ".", "yes", "a visit sooner", ".", "no")
        yield from ("yes", ".", "yes")
        yield "/risk"
        yield player.number("Something racist was said here")
        yield "/leave"

    said = player.play(lines)
    assert "Pause. Everyone stops" in said
    (told,) = (r for r in player.session.responses if isinstance(r.value, Round))
    assert isinstance(told.value, Round)
    assert sorted(told.value.pieces) == ["a visit sooner", "he would be coping"]
    assert told.at is None
    _plain(player.text)


def test_alone(tmp_path: Path) -> None:
    player = Player(tmp_path)
    exact = "He hits me with the belt when she is at work"

    def lines(player: Player) -> Lines:
        yield player.number("Fifteen minutes on your own")
        yield player.number("How a parent does something")
        yield from player.next_to("What was seen")
        yield from ("the belt", exact)
        # In the middle of the answer.
        yield from ("/risk", "1", "/copy", ".")
        yield from player.next_to("What sort of difference?")
        yield player.number("Harm, whoever does it")
        yield from ("The duty number, and my manager.", ".", "/leave")

    said = " ".join(player.play(lines).split())
    assert "What have you done today, and whom have you told?" in said
    assert said.count("ring 999") >= 2
    assert '"Nothing yet" is' not in said
    kept = {r.prompt.prompt: r.value for r in player.session.responses}
    assert kept["happened"] == Text(text=exact)
    assert kept["told-harm"] == Text(text="The duty number, and my manager.")
    _plain(player.text)


def test_a_month_later(tmp_path: Path) -> None:
    notebook = with_others(tmp_path)
    sitting = Sitting(
        a_session(Way.ONE_TO_ONE, "the blue folder", "counterfactual"), lambda _: None
    )
    words = Address("counterfactual", "talk", "words")
    sitting.write(words, Text(text="We called her streetwise."))
    sitting.move(words, in_note=True)
    sitting.add_action("Ask her what a night is like", who="practitioner", in_note=True)
    sitting.go(Place("counterfactual", "talk"))
    notebook.save(sitting.session)
    recovery = notebook.seal("four quiet green umbrellas")
    player = Player(tmp_path)
    player.notebook = Notebook.open(tmp_path / "notebook")
    player.world.notebook = player.notebook

    def lines(player: Player) -> Lines:
        yield "/beside"
        yield from ("wrong", "wrong", "wrong", "yes", recovery, "no")
        yield player.number("Go on with the blue folder")
        yield from ("/note", ".", "no")
        yield player.number("Say who agrees")
        yield player.number("practitioner, has not said yet")
        yield player.number("disagrees, because")
        yield from ("It leaves out what she said.", ".", ".", ".")
        yield from ("/note", ".", "markdown", "/leave")

    said = player.play(lines)
    for other in OTHERS:
        assert other not in said
    assert "Ask her what a night is like" in said
    assert "It leaves out what she said." in story.note(tmp_path)
    _plain(said)
