"""What was agreed comes back line by line: the same endings, and any of it left."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from reflect_tui.practice.exercise import Service, Way
from reflect_tui.session.address import Place
from reflect_tui.session.beginning import begin
from reflect_tui.session.model import Action, Ending, Session
from tests.plain.player import SHELF, Lines, Player

NOW = datetime(2026, 11, 23, 14, 12, tzinfo=UTC)


def a_session(began: datetime = NOW) -> Session:
    opening = SHELF.get("opening")
    assert opening is not None
    exercises = {"opening": (opening.exercise, False)}
    brought = "the blue folder"
    return begin(Way.SOLO, Service.CHILDREN, exercises, brought=brought, now=lambda: began)


def a_month_later(player: Player) -> Session:
    first = a_session(began=NOW - timedelta(days=30))
    agreed = (
        Action(id="ask", what="Ask how they name it", who="you", by="Mon 2 Nov"),
        Action(id="reword", what="Reword page one"),
        Action(id="ring", what="Ring the school"),
    )
    player.notebook.save(first.model_copy(update={"actions": agreed}))
    update = {"thread": first.thread, "follows": first.id, "left_at": Place("opening", "since")}
    return player.notebook.save(a_session().model_copy(update=update))


def endings(player: Player, session: Session) -> list[tuple[str, str, str, bool]]:
    kept: tuple[Ending, ...] = player.notebook.load(session.id).endings
    return [(each.action, each.became, each.words, each.in_note) for each in kept]


def test_each_is_said_as_it_was_written_and_answered_or_left(tmp_path: Path) -> None:
    player = Player(tmp_path)
    session = a_month_later(player)

    def lines(player: Player) -> Lines:
        yield player.number("Go on with the blue folder")
        yield player.number("Done")
        yield from ("She laughed", "and said Ghanaian", ".")
        yield player.number("in the note")
        yield player.number("Left for now")
        yield from ("The system was down", ".", ".")
        yield "."
        yield "/read"
        yield "/leave"

    said = " ".join(player.play(lines).split())
    assert "Agreed: Ask how they name it you · by Mon 2 Nov" in said
    assert "What became of it? 1. Done 2. Changed 3. Let go" in said
    assert "overdue" not in said.casefold()
    assert endings(player, session) == [
        ("ask", "done", "She laughed\nand said Ghanaian", True),
        ("reword", "", "The system was down", False),
    ]
    assert "[in the note] Done She laughed" in said


def test_it_can_be_said_otherwise_later_copied_from_and_taken_back(tmp_path: Path) -> None:
    player = Player(tmp_path)
    session = a_month_later(player)

    def first(player: Player) -> Lines:
        yield player.number("Go on with the blue folder")
        yield from ("1", "She laughed", ".", ".", "/leave")

    def then(player: Player) -> Lines:
        yield player.number("Go on with the blue folder")
        assert "You said:\nDone\nShe laughed" in player.text
        yield from ("2", "again", "/copy", "no", ".", ".", "3", ".", ".", "/undo", "/leave")

    player.play(first)
    assert endings(player, session) == [("ask", "done", "She laughed", False)]
    said = player.play(then)
    assert "Their exact words, as written to “Agreed: Ask how they name it”." in said
    assert endings(player, session) == [("ask", "changed", "She laughed\nagain", False)]
    player.play(iter([player.number("Go on with"), "/note", ".", "/leave"]))
    assert "Agreed: Ask how they name it Changed" in " ".join(player.text.split())
