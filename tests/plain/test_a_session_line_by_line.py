"""Whole sessions without a screen: every kind of prompt, and whatever happens in the middle."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from reflect_tui.errors import CannotRead
from reflect_tui.plain.asking import ASKING
from reflect_tui.plain.face import run
from reflect_tui.plain.talk import Talk
from reflect_tui.practice.exercise import Kind
from reflect_tui.session.address import parse_address
from reflect_tui.session.model import Session
from reflect_tui.session.pace import Pace
from reflect_tui.session.values import VALUES, Placement, Value
from reflect_tui.settings import Settings
from tests.plain.player import Lines, Player, begin

HOSTILE = "[@click=app.quit]x[/] [/] see [1] \x1b[31mred \x1b]52;c;aGk=\x07 \u202egnp"


def value(player: Player, address: str) -> Value | None:
    session = player.session
    entries = {entry.stage: entry.id for entry in session.entries}
    for stage, entry in entries.items():
        address = address.replace(f"{stage}[]", f"{stage}[{entry}]")
    response = session.response(parse_address(address))
    return response.value if response else None


def test_every_kind_can_be_asked() -> None:
    assert ASKING.keys() == VALUES.keys() | {Kind.ACTIONS}


def test_lines_up_to_a_full_stop_are_one_answer(tmp_path: Path) -> None:
    player = Player(tmp_path)

    def lines(player: Player) -> Lines:
        yield from begin(player)
        yield from player.next_to("Catch the talk")
        yield from ("She is streetwise.", "", "So they say.", ".", "1, 3", "/leave")

    player.play(lines)
    words = value(player, "counterfactual/talk/words")
    assert words is not None
    assert words.model_dump()["text"] == "She is streetwise.\n\nSo they say."
    whose = value(player, "counterfactual/talk/whose")
    assert whose is not None
    assert whose.model_dump()["options"] == ("ours", "partner")


def test_a_group_writes_in_turn_and_nobody_sees_who_wrote_what(tmp_path: Path) -> None:
    player = Player(tmp_path)

    def lines(player: Player) -> Lines:
        yield from begin(player, way="in a group")
        yield from player.next_to("What happens to our thinking?")
        yield from ("he would be coping", "/see", ".", "yes", "nothing changed", ".", "yes")
        # One passes, and one leaves theirs out after all.
        yield from (".", "yes", "I did it too", ".", "no")
        assert "I did it too" not in player.text
        # Nobody is alone with it yet; then whoever leads is.
        yield from ("no", "/change 1", "no", "yes")
        yield player.number("I did it too")
        yield from ("no", player.number("I did it too"), "yes", ".", "yes")
        yield "/leave"

    said = player.play(lines)
    session = player.session
    (found,) = [kept.value for kept in session.responses if kept.prompt.prompt == "changes"]
    assert sorted(found.model_dump()["pieces"]) == ["he would be coping", "nothing changed"]
    turns = said.split("Pass the keyboard")
    assert len(turns) == 5
    # /see says it once, to whoever wrote it; then nothing until the look.
    assert said.split("Now whoever leads looks first")[0].count("he would be coping") == 1
    assert "nothing changed" not in said.split("Could any of these")[0]
    together = said.split("All together, in no order:")[1]
    assert "- he would be coping" in together
    assert "I did it too" not in together


def test_a_group_hears_its_clock_and_leads_from_a_page_only_the_facilitator_hears(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    player = Player(tmp_path)
    monkeypatch.setattr(Pace, "minutes", lambda _: 12)

    def lines(player: Player) -> Lines:
        yield from begin(player, way="in a group")
        # The first step has been said.
        yield "/clock"
        assert "About 4 minutes." in player.text
        yield from ("/facilitator", "no")
        assert "go-round" not in player.text
        yield from ("/facilitator", "yes")
        assert "go-round" in player.text
        yield ""
        yield player.number("Not yet: we wait until they are")
        assert "Then we wait" in player.text
        yield "/leave"

    said = " ".join(player.play(lines).split())
    assert "How we'll talk: 12 min gone, about 4 meant. Then Who does what (about 2)." in said
    # Enter leaves nothing of it, whatever was typed before it.
    assert "Back to where you were." in said


def test_what_is_typed_in_a_turn_is_not_shown_at_a_terminal(tmp_path: Path) -> None:
    player = Player(tmp_path)
    shown: list[bool] = []

    @contextmanager
    def unseen(self: Talk) -> Iterator[None]:
        shown.append(False)
        yield
        shown.append(True)

    def lines(player: Player) -> Lines:
        yield from begin(player, way="in a group")
        yield from player.next_to("What happens to our thinking?")
        assert shown == [False]
        yield from ("mine", ".")
        assert shown == [False, True]
        yield "/leave"

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Talk, "unseen", unseen)
        player.play(lines)


def test_a_day_is_walked_part_by_part_with_how_we_know(tmp_path: Path) -> None:
    player = Player(tmp_path)

    def lines(player: Player) -> Lines:
        yield from begin(player, exercise="Parenting expectations")
        yield from player.next_to("The child's day")
        while "How do we know?" not in player.text:
            yield "grandmother wakes them" if "Waking" in player.text else "/skip"
            if "Waking" in player.text:
                yield "."
        yield "2"
        yield "/leave"

    player.play(lines)
    (day,) = [kept.value for kept in player.session.responses if kept.value.kind == "day"]
    (moment,) = day.model_dump()["moments"]
    assert moment["text"] == "grandmother wakes them"
    assert moment["known"] == "told"


def test_going_on_after_the_last_step_ends_the_session(tmp_path: Path) -> None:
    player = Player(tmp_path)

    def lines(player: Player) -> Lines:
        yield from begin(player)
        yield from player.next_to("Leave well")
        yield from ("/next", "/back", "/next", "/next")
        assert player.text.count("That was the last step.") == 2
        yield "/next"
        yield player.number("Leave")

    assert player.play(lines).count("What brings you here?") == 2


def test_a_card_is_opened_and_placed(tmp_path: Path) -> None:
    player = Player(tmp_path)

    def lines(player: Player) -> Lines:
        yield from begin(player, way="on your own", exercise="Social GGRRAAACCEEESSS")
        yield "/steps"
        yield player.number("Social GGRRAAACCEEESSS: Class")
        while "For me: where does it stand?" not in player.text:
            yield "/skip"
        yield from ("1", "4", ".", "yes", "/leave")

    player.play(lines)
    (placed,) = [
        kept.value for kept in player.session.responses if isinstance(kept.value, Placement)
    ]
    told = placed.model_dump()
    assert told["me"] == {"seen": True, "said": True}
    assert told["them"] == {"seen": False, "said": False}
    assert told["between"] is None
    assert told["moves"]


def test_the_end_of_the_input_in_the_middle_of_an_answer_loses_no_line(tmp_path: Path) -> None:
    player = Player(tmp_path)

    def lines(player: Player) -> Lines:
        yield from begin(player)
        yield from player.next_to("Catch the talk")
        yield "one line"
        yield "and one that nobody ended"

    said = player.play(lines)
    words = value(player, "counterfactual/talk/words")
    assert words is not None
    assert words.model_dump()["text"] == "one line\nand one that nobody ended"
    assert "Everything is kept" in said


def test_an_answer_is_taken_back_and_changed(tmp_path: Path) -> None:
    player = Player(tmp_path)

    def lines(player: Player) -> Lines:
        yield from begin(player)
        yield from player.next_to("Catch the talk")
        yield from ("first thought", ".", "/change 1", "second thought", ".", "/undo", "/leave")

    player.play(lines)
    words = value(player, "counterfactual/talk/words")
    assert words is not None
    assert words.model_dump()["text"] == "first thought"


def test_what_is_taken_for_a_command_can_be_kept_as_words(tmp_path: Path) -> None:
    player = Player(tmp_path)

    def lines(player: Player) -> Lines:
        yield from begin(player)
        yield from player.next_to("Catch the talk")
        yield from ("/nexd", "no", "/and or", "yes", "//next", ".", "/leave")

    said = player.play(lines)
    assert "There is no /nexd here. Did you mean /next?" in said
    words = value(player, "counterfactual/talk/words")
    assert words is not None
    assert words.model_dump()["text"] == "/and or\n/next"


@pytest.mark.parametrize("word", ["help", "where", "read", "standard", "undo", "in", "out", "note"])
def test_every_word_works_before_anything_is_written(tmp_path: Path, word: str) -> None:
    player = Player(tmp_path)

    def lines(player: Player) -> Lines:
        yield from begin(player)
        yield f"/{word}"
        yield "/leave"

    assert "Everything is kept" in player.play(lines)


def test_the_risk_page_leads_back_to_the_same_question(tmp_path: Path) -> None:
    player = Player(tmp_path)

    def lines(player: Player) -> Lines:
        yield from begin(player)
        yield from player.next_to("Catch the talk")
        yield from ("before", "/risk", "1", "after", ".", "/leave")

    said = player.play(lines)
    assert "999" in said
    words = value(player, "counterfactual/talk/words")
    assert words is not None
    assert words.model_dump()["text"] == "before\nafter"


def test_hostile_words_are_said_as_words_and_no_escape_ever_leaves(tmp_path: Path) -> None:
    player = Player(tmp_path)

    def lines(player: Player) -> Lines:
        yield from begin(player, brought=HOSTILE)
        yield from player.next_to("Catch the talk")
        yield from (HOSTILE, ".", "/in", "/read", "/where", "/note", ".", "yes", "/leave")

    said = player.play(lines)
    assert "[@click=app.quit]x[/] [/] see [1]" in said
    assert not {"\x1b", "\x07", "\u202e", "\x9b"} & set(said)


def test_a_notebook_that_keeps_nothing_is_said_to_keep_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    player = Player(tmp_path)
    monkeypatch.setattr("reflect_tui.plain.sitting._PATIENCE", 0.2)

    def full(session: object) -> None:
        raise CannotRead("The disk is full", do="Make room, then go on.")

    monkeypatch.setattr(player.notebook, "save", full)

    def lines(player: Player) -> Lines:
        yield from begin(player)
        yield from player.next_to("Catch the talk")
        yield from ("words", ".", "/leave", "no")
        assert player.text.endswith("Type yes or no.\n") or "What isn't kept is lost" in player.text
        yield from ("/leave", "yes")

    said = player.play(lines, ends=1)
    assert said.count("NOT KEPT") >= 2
    assert "The disk is full" in said
    assert "Everything is kept" not in said


def test_a_disk_that_has_room_again_keeps_all_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    player = Player(tmp_path)
    monkeypatch.setattr("reflect_tui.plain.sitting._PATIENCE", 0.2)
    save, full = player.notebook.save, [False]

    def save_if_there_is_room(session: Session) -> Session:
        if full:
            raise CannotRead("The disk is full", do="Make room, then go on.")
        return save(session)

    monkeypatch.setattr(player.notebook, "save", save_if_there_is_room)

    def lines(player: Player) -> Lines:
        full.clear()
        yield from begin(player)
        yield from player.next_to("Catch the talk")
        full.append(True)
        yield from ("words", ".")
        assert "NOT KEPT" in player.text
        full.clear()
        monkeypatch.setattr("reflect_tui.plain.sitting._PATIENCE", 20.0)
        yield "/leave"

    assert "Everything is kept" in player.play(lines)
    assert value(player, "counterfactual/talk/words") is not None


def test_somebody_new_hears_what_it_is_and_chooses_their_service(tmp_path: Path) -> None:
    kept: list[Settings] = []
    player = Player(tmp_path, settings=Settings(), keep_settings=kept.append)
    said = player.play(iter(["no", "2"]))
    assert "Never a test" in said
    assert "anyone who can open this account's files can" in " ".join(said.split())
    assert kept == [Settings(introduced=True, services=("adults",))]


def test_a_terminal_that_has_no_such_letters_gets_others(tmp_path: Path) -> None:
    player = Player(tmp_path)
    out = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    assert run(io.StringIO("1\n"), out, player.world) == 0
    out.seek(0)
    assert "What brings you here?" in out.read()


def test_with_somebody_beside_one_nothing_of_other_sessions_is_said(tmp_path: Path) -> None:
    player = Player(tmp_path)

    def before(player: Player) -> Lines:
        yield from begin(player, way="on your own", brought="the red book")
        yield "/leave"

    def together(player: Player) -> Lines:
        yield from begin(player, brought="the blue folder")
        yield from player.next_to("Catch the talk")
        yield "/alone"
        yield from ("I dread it", ".")
        yield "/beside"
        yield from ("/back", "/next", "/read")
        yield "/leave"

    player.play(before)
    said = player.play(together).partition("How are you working?")[2]
    assert "the red book" not in said
    hidden = said.partition("Only what you did together")[2]
    assert "I dread it" not in hidden
    assert "Written on your own" in hidden
    kept = next(
        player.notebook.load(each.id)
        for each in player.notebook.sessions()
        if each.brought == "the blue folder"
    )
    assert [response.alone for response in kept.responses if response.prompt.prompt == "words"] == [
        True
    ]


def test_home_beside_somebody_names_only_what_was_done_together(tmp_path: Path) -> None:
    player = Player(tmp_path)

    def one(player: Player) -> Lines:
        yield from begin(player, way="on your own", brought="the red book")
        yield "/leave"

    def other(player: Player) -> Lines:
        yield from begin(player, brought="the blue folder")
        yield "/leave"

    player.play(one)
    player.play(other)
    said = player.play(iter(["/beside", ".", "3", "."]))
    shared = said.partition("Only what you did together")[2].partition("You are alone")[0]
    assert "the blue folder" in shared
    assert "the red book" not in shared
    assert "the blue folder" in said
