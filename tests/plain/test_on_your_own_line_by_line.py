"""Reading the standards, and fifteen minutes on one's own, without a screen."""

from __future__ import annotations

from pathlib import Path

from reflect_tui.practice.exercise import Service, Way
from reflect_tui.session.model import Session
from reflect_tui.settings import Settings
from tests.plain.player import Lines, Player


def _flat(said: str) -> str:
    return " ".join(said.split())


def _walked(session: Session) -> list[str]:
    assert session.way is Way.SOLO
    assert all(kept.short for kept in session.exercises)
    return [kept.id for kept in session.exercises]


def test_what_one_has_in_mind_is_the_only_question_in_one_service(tmp_path: Path) -> None:
    player = Player(tmp_path, settings=Settings(introduced=True, services=("adults",)))

    def lines(player: Player) -> Lines:
        yield player.number("Fifteen minutes on your own")
        assert "A child who seems older" not in player.text
        yield player.number("They told me about racism")
        assert "First things" not in player.text
        yield from player.next_to("First things")
        yield "/leave"

    said = _flat(player.play(lines))
    assert "What do you have in mind?" in said
    assert "In which service?" not in said
    assert player.session.service is Service.ADULTS
    assert _walked(player.session) == ["opening", "debrief", "closing"]


def test_in_both_services_there_is_one_more_choice_and_a_full_stop_leads_back(
    tmp_path: Path,
) -> None:
    player = Player(tmp_path)

    def lines(player: Player) -> Lines:
        yield player.number("Fifteen minutes on your own")
        yield "."
        yield player.number("Fifteen minutes on your own")
        yield player.number("What an old record says")
        yield "."
        yield player.number("Fifteen minutes on your own")
        yield player.number("What an old record says")
        yield player.number("adults'")
        yield "enough for today"
        yield "/leave"

    player.play(lines)
    assert player.session.service is Service.ADULTS
    assert _walked(player.session) == ["opening", "record", "closing"]
    assert player.session.responses


def test_a_standard_is_found_by_part_word_and_number_and_reflected_on(tmp_path: Path) -> None:
    player = Player(tmp_path)
    ends: list[int] = []

    def lines(player: Player) -> Lines:
        yield player.number("Read the standards")
        yield "/reflect"
        assert "no exercise to begin here" in player.text
        ends.append(len(player.text))
        yield "2"
        assert "2.12, No one right way to raise a child" in player.text
        assert "1.1," not in player.text[ends[-1] :]
        yield "zebra"
        assert "None has these words." in player.text
        yield "white families"
        ends.append(len(player.text))
        yield "6.1"
        assert "/reflect" not in player.text[ends[-1] :]
        yield "1.2"
        yield "/reflect"
        yield "."
        yield "2.13"
        yield "/reflect"
        yield "/leave"

    said = _flat(player.play(lines))
    # The one that has the words is said at once, with its terms and the exercises that meet it.
    assert "Standard 2.13, Whose expectations of parenting? Before we judge" in said
    assert "global majority: People of" in said
    assert "Exercises that meet it: Parenting expectations." in said
    assert "In the standards themselves it is number 2.13. For children's services." in said
    assert "Which exercise?" in said
    assert player.session.service is Service.CHILDREN
    assert _walked(player.session) == ["opening", "parenting", "closing"]


def test_the_reading_room_leaves_no_trace_of_what_was_read(tmp_path: Path) -> None:
    player = Player(tmp_path)

    def lines(player: Player) -> Lines:
        yield player.number("Read the standards")
        yield "2.7"
        yield "."
        yield "/leave"

    def kept() -> dict[Path, bytes]:
        files = (path for path in tmp_path.rglob("*") if path.is_file())
        return {path: path.read_bytes() for path in files}

    player.play(iter(["/leave"]))
    before = kept()
    player.play(lines)
    assert kept() == before
