"""Board, placement, ledger and both sides: one story, as both faces are walked through it."""

from __future__ import annotations

from pathlib import Path

from reflect_tui.notebook.notebook import Notebook
from reflect_tui.practice.exercise import Service, Way
from reflect_tui.session.beginning import begin
from reflect_tui.session.model import Session
from tests.plain.player import SHELF, Lines, Player
from tests.support.person import Keys, Person

BROUGHT = "the tall house"
SELF = "A good home had a full fridge."
SYSTEM = "The school wrote streetwise and nobody asked."
FIRST = ("asleep on the sofa", "On both visits, in his uniform.")
SECOND = ("sister collects him", "She is ten and knows every driver.")
TOLD = "My manager, this morning."
WEIGHED = "The sister carries part of the worry."

_MONEY = "What did having or lacking money teach you"
_TOUCHED = "Where might racism, ours included, have touched"
_PLACE = "Where does it stand"
_NAME = "What shall we call this one, in a few plain words?"
_SEEN = "What was seen or heard?"
_TODAY = "What have you done today, and whom have you told?"
_STRENGTHS = "What do the strengths change in how you see"


def kept_in(home: Path) -> Session:
    """A session over two exercises, not begun to be written in, in a notebook of its own."""
    two = {name: SHELF.get(name) for name in ("graces", "parenting")}
    walked = {name: (kept.exercise, False) for name, kept in two.items() if kept is not None}
    session = begin(Way.ONE_TO_ONE, Service.CHILDREN, walked, brought=BROUGHT)
    home.mkdir(parents=True)
    (home / "settings.toml").write_text("introduced = true\n", encoding="utf-8")
    return Notebook.open(home / "notebook").save(session)


# -- at the screen -----------------------------------------------------------------------------


def whole(person: Person) -> None:
    """From the board to both sides."""
    person.choose(f"Go on with “{BROUGHT}”")
    person.wait("Whose relationship?")
    _board(person)
    _expectations(person)


def _board(person: Person) -> None:
    person.next_to("Fifteen parts of who we are")
    person.pick("Class", 1, "Where I'll start")
    person.pick("Race", 2, "I would rather pass by")
    person.pick("Class", 0, "")
    person.choose("  Open this card  ")
    person.wait(lambda: person.step() == "Class")
    person.write(_MONEY, SELF)
    person.place(_PLACE, "│ seen and said")
    person.choose("  The board  ")
    person.wait(lambda: person.step() == "Fifteen parts of who we are")
    person.pick("Race", 0, "")
    person.choose("  Open this card  ")
    person.wait(lambda: person.step() == "Race")
    person.write_under_a_line(_TOUCHED, SYSTEM)
    person.choose("  The board  ")
    person.wait(lambda: person.step() == "Fifteen parts of who we are")
    person.choose("  Join two  ")
    person.wait(lambda: person.step() == "Join two")


def _expectations(person: Person) -> None:
    person.next_to("What was seen")
    person.write(_NAME, FIRST[0])
    person.write(_SEEN, FIRST[1])
    person.next_to("What sort of difference?")
    person.take("A worry: we need to know more", 1)
    person.write(_TODAY, TOLD)
    person.next_to("What it changes")
    person.choose("Another expectation")
    person.wait(lambda: person.step() == "What was seen")
    person.write(_NAME, SECOND[0])
    person.write(_SEEN, SECOND[1])
    person.next_to("What sort of difference?")
    person.take("A difference that protects or strengthens", 0)
    person.next_to("Both sides, level")
    assert FIRST[0] in person.text
    assert SECOND[0] in person.text
    person.next_to("What the two sides say")
    person.write(_STRENGTHS, WEIGHED)
    if isinstance(person, Keys):
        person.press("esc")
    else:
        person.choose("Esc home")
    person.wait("What brings you here?")


# -- line by line ------------------------------------------------------------------------------


def lines(player: Player) -> Lines:
    """The same, typed."""
    yield player.number("Go on with")
    yield from player.next_to("Fifteen parts of who we are")
    yield from (player.number("Class:"), player.number("Race:"), ".", ".")
    yield "."
    yield from ("/skip", "/skip", SYSTEM, ".", "/skip")
    yield from (SELF, ".", "/skip", "/skip")
    yield from ("1", ".", ".", "no")
    yield from player.next_to("What was seen")
    yield from (FIRST[0], FIRST[1], ".")
    yield from player.next_to("What sort of difference?")
    yield from ("2", TOLD, ".")
    yield from player.next_to("What it changes")
    yield from ("/skip", "/skip", "yes")
    yield from (SECOND[0], SECOND[1], ".")
    yield from player.next_to("What sort of difference?")
    yield "1"
    yield from player.next_to("What the two sides say")
    yield from (WEIGHED, ".", "/leave")
