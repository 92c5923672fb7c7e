"""Line by line: look at wording in the middle of an answer, and let a question be."""

from __future__ import annotations

from pathlib import Path

from reflect_tui.settings import Settings
from tests.plain.player import SHELF, Lines, Player, begin

WORDS = "Mother presented as aggressive."
ASKED = "Standard 2.9, “aggressive”:"


def _flat(said: str) -> str:
    return " ".join(said.split())


def _to(player: Player, title: str = "Catch the talk") -> Lines:
    yield from begin(player)
    yield from player.next_to(title)


def test_in_the_middle_of_an_answer_each_question_is_said_and_one_writes_on(
    tmp_path: Path,
) -> None:
    player = Player(tmp_path)

    def lines(player: Player) -> Lines:
        yield from _to(player)
        yield "/wording"
        assert "Nothing is written yet." in player.text
        yield from (WORDS, "/wording", "And on.", ".", "/leave")

    said = _flat(player.play(lines))
    assert f"1. {ASKED}" in said
    (kept,) = player.session.responses
    assert kept.value.model_dump()["text"] == f"{WORDS}\nAnd on."


def test_a_question_from_the_preface_is_told_as_such(tmp_path: Path) -> None:
    player = Player(tmp_path)

    def lines(player: Player) -> Lines:
        yield from _to(player)
        yield from ("BAME carers came.", "/wording", ".", "/leave")

    assert "1. The standards’ preface, “BAME”:" in _flat(player.play(lines))


def _bytes(player: Player) -> dict[Path, bytes]:
    """Everything the notebook keeps, but for who holds it."""
    files = (path for path in (player.home / "notebook").rglob("*.json") if path.is_file())
    return {path: path.read_bytes() for path in files}


def test_letting_a_question_be_changes_no_byte_of_the_session(tmp_path: Path) -> None:
    kept: list[Settings] = []
    player = Player(tmp_path, keep_settings=kept.append)

    def lets_be(until: str) -> Lines:
        before = _bytes(player)
        assert before
        yield "/wording 1"
        yield player.number(until)
        yield "/wording"
        assert _flat(player.text).endswith("Nothing to ask about these words.")
        assert _bytes(player) == before

    def lines(player: Player) -> Lines:
        yield from _to(player)
        yield from (WORDS, ".")
        yield from lets_be("Leave it as it is here")
        # Other words of the same rule are asked about again; after that, none until it is closed.
        yield from ("/change 1", f"Again: {WORDS}", ".")
        yield from lets_be("Not again until I next open the program")
        yield from ("/change 1", f"Once more: {WORDS}", ".", "/wording", "/leave")

    said = _flat(player.play(lines))
    assert said.count(ASKED) == 2
    assert said.count("Nothing to ask about these words.") == 3
    assert not kept

    def later(player: Player) -> Lines:
        yield player.number("Go on with")
        yield from ("/change 1", WORDS, ".")
        yield from lets_be("Never ask this again")
        yield "/leave"

    assert _flat(player.play(later)).count(ASKED) == 1
    (settings,) = kept
    assert settings == Settings(introduced=True, hints_off=settings.hints_off)
    (rule,) = settings.hints_off
    assert SHELF.hints.get(rule) is not None


def test_nothing_is_asked_of_what_is_imagined(tmp_path: Path) -> None:
    player = Player(tmp_path)

    def lines(player: Player) -> Lines:
        yield from _to(player, "Change one thing")
        yield from ("their accent", "They say so.", ".", f"{WORDS} And so on.", "/wording", ".")
        assert _flat(player.text).count("Nothing to ask about these words.") == 1
        yield "/leave"

    player.play(lines)


def test_a_note_is_looked_at_for_wording_as_well_and_leads_to_the_answer(tmp_path: Path) -> None:
    player = Player(tmp_path)

    def lines(player: Player) -> Lines:
        yield from _to(player)
        yield from (WORDS, ".", "/in", "/note", ".", "look")
        yield player.number(ASKED)
        yield player.number("Go to the answer")
        yield from ("And on.", ".", "/leave")

    player.play(lines)
    (kept,) = player.session.responses
    assert kept.value.model_dump()["text"] == f"{WORDS}\nAnd on."


def test_a_question_is_switched_off_and_on_again_in_the_settings(tmp_path: Path) -> None:
    kept: list[Settings] = []
    player = Player(tmp_path, keep_settings=kept.append)

    def lines(player: Player) -> Lines:
        yield player.number("Settings")
        yield player.number("Questions about wording: as usual")
        for rule in ("asked: Aggressive, standard 2.9", "not asked: Describing or judging"):
            yield player.number(rule)
            yield "yes"
        yield player.number("not asked: Aggressive")
        yield from ("yes", ".")
        assert "asked as well: Describing or judging" in _flat(player.text)
        yield "/leave"

    player.play(lines)
    off = ("aggressive",)
    on = ("describing-or-judging",)
    assert [(each.hints_off, each.hints_on) for each in kept] == [(off, ()), (off, on), ((), on)]
