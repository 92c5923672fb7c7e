"""The password, locking, the other window, earlier states and the bin, a line at a time."""

from __future__ import annotations

from pathlib import Path

import pytest

from reflect_tui.errors import NotKept, WrongWords
from reflect_tui.idle import Idle
from reflect_tui.notebook import age
from reflect_tui.notebook.notebook import Notebook
from reflect_tui.plain.locking import Locking
from reflect_tui.plain.talk import Talk
from reflect_tui.session.values import Text
from reflect_tui.settings import Settings
from tests.plain.player import Lines, Player, _Keyboard, begin

PASSWORD = "blue kettle on a tall shelf"
WORDS = "She laughed, and said nobody had asked."


@pytest.fixture(autouse=True)
def _cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(age, "WORK_FACTOR", 4)


def sealed(home: Path) -> Player:
    """Somebody whose notebook has a password, and is locked."""
    player = Player(home)
    player.notebook.seal(PASSWORD)
    player.notebook.finish_sealing()
    player.notebook.key.lock()
    return player


def an_answer(player: Player) -> Lines:
    """Into a session, and some words in its first answer."""
    yield from begin(player)
    yield WORDS


def written(player: Player) -> list[str]:
    """What stands in the one session's answers."""
    return [r.value.text for r in player.session.responses if isinstance(r.value, Text)]


def test_a_first_start_gives_a_password_and_says_the_recovery_words(tmp_path: Path) -> None:
    player = Player(tmp_path, settings=Settings())
    lines = ["yes", "short", PASSWORD, "another", PASSWORD, PASSWORD, "again", "", "."]
    said = player.play(iter(lines))
    assert "too short" in said
    assert "The two differ" in said
    assert said.count("These are the recovery words") == 2
    assert PASSWORD not in said
    assert Notebook.open(tmp_path / "notebook").key.locked
    assert "\x1b" not in said


def test_one_can_be_made_up_and_nobody_has_to_take_one(tmp_path: Path) -> None:
    player = Player(tmp_path, settings=Settings())
    said = player.play(iter(["yes", "?", ".", "."]))
    assert "Made up for you" in said
    assert not player.notebook.key.sealed


def test_nothing_is_said_of_a_locked_notebook_before_the_password(tmp_path: Path) -> None:
    player = Player(tmp_path)
    player.play(an_answer)
    player.notebook.seal(PASSWORD)
    player.notebook.finish_sealing()
    player.notebook.key.lock()
    said = player.play(iter(["wrong words here", PASSWORD]))
    before, _, after = said.partition("That isn't it")
    assert "the tall house" not in before
    assert "the tall house" in after
    assert PASSWORD not in said


def test_the_recovery_words_open_it_after_three_tries_and_a_new_password_is_offered(
    tmp_path: Path,
) -> None:
    player = Player(tmp_path)
    recovery = player.notebook.seal(PASSWORD)
    player.notebook.finish_sealing()
    player.notebook.key.lock()
    other = "a red door behind the garden"
    lines = ["no", "no", "no", "yes", recovery.upper(), "yes", other, other]
    assert "What brings you here?" in player.play(iter(lines))
    again = Notebook.open(tmp_path / "notebook")
    again.key.unlock(other)
    assert not again.key.locked


def test_locked_in_the_middle_of_an_answer_it_goes_on_where_it_was(tmp_path: Path) -> None:
    player = sealed(tmp_path)

    def lines(player: Player) -> Lines:
        yield PASSWORD
        yield from an_answer(player)
        yield "/lock"
        assert player.notebook.key.locked
        kept = [path.read_bytes() for path in (tmp_path / "notebook" / "sessions").iterdir()]
        assert kept
        assert not any(WORDS.encode() in each for each in kept)
        yield PASSWORD
        yield "and more"
        yield "."

    said = player.play(lines)
    assert "Going on." in said
    assert written(player) == [f"{WORDS}\nand more"]


def test_without_a_password_locking_says_so_and_hides(tmp_path: Path) -> None:
    player = Player(tmp_path)
    said = player.play(iter(["/lock", ""]))
    assert "has no password" in said
    assert "Paused" in said


def test_when_nobody_types_it_hides_and_later_locks(tmp_path: Path) -> None:
    player = sealed(tmp_path)
    player.notebook.key.unlock(PASSWORD)
    now = [0.0]
    idle = Idle(15, 30, clock=lambda: now[0], wall=lambda: now[0])

    def lines() -> Lines:
        # Hidden, and waiting for Enter: half an hour goes by.
        assert "Paused" in player.text
        assert not player.notebook.key.locked
        now[0] += 31 * 60
        locking.look()
        now[0] += 1
        locking.look()
        now[0] += 31 * 60
        locking.look()
        assert player.notebook.key.locked
        yield ""
        yield PASSWORD

    locking = Locking(Talk(_Keyboard(lines()), player.out), player.world, idle)
    locking.look()
    assert player.text == ""
    now[0] = 16 * 60
    locking.look()
    assert not player.notebook.key.locked


@pytest.mark.parametrize("password", [True, False])
def test_a_computer_that_was_asleep_comes_back_locked_or_hidden(
    tmp_path: Path, password: bool
) -> None:
    player = sealed(tmp_path) if password else Player(tmp_path)
    player.notebook.key.unlock(PASSWORD)
    wall = [0.0]
    idle = Idle(0, 0, clock=lambda: 0.0, wall=lambda: wall[0])

    def lines() -> Lines:
        assert ("Locked." in player.text) is password
        assert ("Paused." in player.text) is not password
        assert player.notebook.key.locked is password
        yield PASSWORD

    locking = Locking(Talk(_Keyboard(lines()), player.out), player.world, idle)
    locking.look()
    assert player.text == ""
    wall[0] = 61.0
    locking.look()
    assert player.text.rstrip().endswith("Going on.")
    assert not player.notebook.key.locked


def look_after(player: Player, deed: str) -> Lines:
    """Choose one of the things under "Look after the notebook"."""
    yield player.number("Look after the notebook")
    yield player.number(deed)


def test_the_password_and_the_recovery_words_are_changed_and_taken_off(tmp_path: Path) -> None:
    player = Player(tmp_path)
    player.play(an_answer)
    recovery = player.notebook.seal(PASSWORD)
    player.notebook.finish_sealing()
    other = "a red door behind the garden"

    def changed(player: Player) -> Lines:
        yield from look_after(player, "Change the password")
        yield from (other, other)
        yield from look_after(player, "New recovery words")
        yield ""

    said = player.play(changed)
    assert "The new password holds from now on." in said
    assert said.count("These are the recovery words") == 1
    key = Notebook.open(tmp_path / "notebook").key
    for opens, words in ((key.unlock, PASSWORD), (key.unlock_by_recovery, recovery)):
        with pytest.raises(WrongWords):
            opens(words)
    key.unlock(other)
    assert not key.locked

    def off(player: Player) -> Lines:
        yield from look_after(player, "Take the password off")
        yield "no"
        assert player.notebook.key.sealed
        yield from look_after(player, "Take the password off")
        yield "yes"

    assert "The password is off." in player.play(off)
    player.notebook = Notebook.open(tmp_path / "notebook")
    assert not player.notebook.key.sealed
    assert written(player) == [WORDS]


def test_a_password_is_given_later(tmp_path: Path) -> None:
    player = Player(tmp_path)
    player.play(an_answer)

    def given(player: Player) -> Lines:
        yield from look_after(player, "Lock the notebook with a password")
        yield from (PASSWORD, PASSWORD, "")

    said = player.play(given)
    _, _, after = said.partition("These are the recovery words")
    assert "\n" * 50 in after.partition("What brings you here?")[0]
    kept = [path.read_bytes() for path in (tmp_path / "notebook").rglob("*") if path.is_file()]
    assert not any(WORDS.encode() in each for each in kept)


def test_it_is_said_when_writing_cannot_be_taken_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    player = Player(tmp_path)

    def refused() -> bool:
        raise NotKept("Not kept: the disk is full", where="there", do="Make room.")

    monkeypatch.setattr(player.notebook, "take_over", refused)
    said = player.play(iter([]))
    assert "the disk is full" in said
    assert "What brings you here?" in said


def test_a_password_given_in_the_other_window_is_asked_for_here(tmp_path: Path) -> None:
    player = Player(tmp_path)
    player.play(an_answer)
    player.notebook.hold.release()
    other = Notebook.open(tmp_path / "notebook")
    assert other.take_over()
    player.notebook = player.world.notebook = Notebook.open(tmp_path / "notebook")

    def lines(player: Player) -> Lines:
        other.seal(PASSWORD)
        other.finish_sealing()
        yield "."
        assert player.notebook.key.locked
        yield PASSWORD
        yield "2"
        yield "1"
        yield "yes"

    said = player.play(lines)
    assert WORDS in said
    assert "The note as it will read:" in said


def test_beside_another_window_it_reads_and_takes_over(tmp_path: Path) -> None:
    player = Player(tmp_path)
    player.play(an_answer)
    player.notebook.hold.release()
    other = Notebook.open(tmp_path / "notebook")
    assert other.take_over()
    player.notebook = Notebook.open(tmp_path / "notebook")
    player.world.notebook = player.notebook

    def lines(player: Player) -> Lines:
        yield "1"  # Begin: refused.
        yield "2"  # Go on: read it.
        yield "1"
        assert WORDS in player.text
        other.hold.release()
        yield "no"
        yield "."
        yield "2"

    said = " ".join(player.play(lines).split())
    assert "open in another window" in said
    assert "You can write here now" in said


def test_a_wiped_answer_is_brought_back(tmp_path: Path) -> None:
    player = Player(tmp_path)
    player.play(an_answer)

    def wiped(player: Player) -> Lines:
        yield "2"
        yield "/change 1"
        yield "something else"
        yield "."

    player.play(wiped)
    assert written(player) == ["something else"]

    def back(player: Player) -> Lines:
        yield player.number("Look after the notebook")
        yield "1"
        yield "1"
        yield "1"
        assert WORDS not in player.text[began:]
        yield player.number("Read all of it as it was then")
        assert WORDS in player.text[began:]
        yield "1"
        yield "."

    began = len(player.text)

    said = player.play(back)
    assert "It stands in its place again." in said
    assert written(player) == [WORDS]


def test_a_broken_session_is_mended_from_its_newest_earlier_state(tmp_path: Path) -> None:
    player = Player(tmp_path)
    player.play(an_answer)

    def on(player: Player) -> Lines:
        yield "2"
        yield "more"
        yield "."

    player.play(on)
    (path,) = (tmp_path / "notebook" / "sessions").iterdir()
    path.write_bytes(path.read_bytes()[:100])

    def mend(player: Player) -> Lines:
        yield player.number("Look after the notebook")
        yield "1"
        yield "1"
        yield "yes"

    said = player.play(mend)
    assert "broken off or written over" in said
    assert "Done." in said
    assert written(player) == [WORDS]
    assert list((tmp_path / "notebook" / "damaged").iterdir())


def test_the_bin_is_filled_emptied_and_taken_out_of(tmp_path: Path) -> None:
    player = Player(tmp_path)
    player.play(an_answer)

    def lines(player: Player) -> Lines:
        for deed, answers in (("2", ["1"]), ("3", ["1"]), ("2", ["1"]), ("4", ["no"])):
            yield player.number("Look after the notebook")
            yield deed
            yield from answers
        assert len(player.notebook.bin.sessions()) == 1
        yield player.number("Look after the notebook")
        yield "4"
        yield "yes"

    said = player.play(lines)
    assert "ask your information team" in " ".join(said.split())
    assert player.notebook.bin.sessions() == player.notebook.sessions() == []
