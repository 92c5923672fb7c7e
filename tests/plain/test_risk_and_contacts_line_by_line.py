"""The risk card with their exact words, and the local contacts it shows, without a screen."""

from __future__ import annotations

from pathlib import Path

import pytest

from reflect_tui import clipboard, paths
from reflect_tui.plain.exact_words import OFFER
from reflect_tui.practice.shelf import Place, Shelf
from reflect_tui.settings import Settings, load
from reflect_tui.settings_file import Keeper
from tests.plain.player import Lines, Player, begin


def words(player: Player) -> str:
    found = [kept.value for kept in player.session.responses if kept.prompt.prompt == "words"]
    return str(found[0].model_dump()["text"]) if found else ""


@pytest.fixture
def copied(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    taken: list[str] = []

    def to_system(text: str) -> bool:
        taken.append(text)
        return True

    monkeypatch.setattr(clipboard, "to_system", to_system)
    return taken


def to_the_card(player: Player) -> Lines:
    yield from begin(player)
    yield from player.next_to("Catch the talk")
    yield from ("He said: [go", " home].", "/risk", "1", "/copy")


def test_their_words_are_copied_and_the_answer_goes_on_behind_them(
    tmp_path: Path, copied: list[str]
) -> None:
    player = Player(tmp_path)

    def lines(player: Player) -> Lines:
        yield from to_the_card(player)
        yield from ("no", "And more.", ".", "/leave")

    said = player.play(lines)
    assert OFFER in " ".join(said.split())
    assert copied == ["He said: [go\n home]."]
    assert "this computer's clipboard" in said
    assert "Take those words out" not in said
    assert words(player) == "He said: [go\n home].\nAnd more."


def test_once_in_the_record_they_are_taken_out_and_undo_brings_them_back(
    tmp_path: Path, copied: list[str]
) -> None:
    player = Player(tmp_path)

    def lines(player: Player) -> Lines:
        yield from to_the_card(player)
        yield from ("yes", "1", "Something else.", "/undo", "/undo", "And more.", ".")
        yield "/leave"

    said = player.play(lines)
    assert "may still hold them" in " ".join(said.split())
    assert words(player) == "He said: [go\n home].\nAnd more."


def test_what_was_taken_out_does_not_come_back_with_the_next_line(
    tmp_path: Path, copied: list[str]
) -> None:
    player = Player(tmp_path)

    def lines(player: Player) -> Lines:
        yield from to_the_card(player)
        yield from ("yes", "1", "Something else.", ".", "/copy", "no", "/leave")

    player.play(lines)
    assert words(player) == "Something else."
    assert copied[1:] == ["Something else."]


def test_where_there_is_no_clipboard_the_words_are_said_as_they_stand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clipboard, "to_system", lambda text: False)
    player = Player(tmp_path)
    long = "  a  line that is not folded " + "however long it goes on " * 5

    def lines(player: Player) -> Lines:
        yield from begin(player)
        yield from player.next_to("Catch the talk")
        yield from (long, "/copy", "no", ".", "/leave")

    said = player.play(lines)
    assert f"\n{long}\n" in said
    assert "\x1b" not in said


def test_nothing_is_offered_where_nothing_is_written(tmp_path: Path, copied: list[str]) -> None:
    player = Player(tmp_path)

    def lines(player: Player) -> Lines:
        yield from ("/risk", "1", "/copy")
        yield from begin(player)
        yield from player.next_to("Catch the talk")
        yield from ("/risk", "1", "/leave")

    said = player.play(lines)
    assert "There is nothing written here to copy." in said
    assert OFFER not in " ".join(said.split())
    assert copied == []


@pytest.fixture
def at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Player:
    """Somebody whose own folder is read with the shelf."""
    monkeypatch.setenv(paths.HOME_VARIABLE, str(tmp_path))
    shipped = Place(paths.shipped_prompts().parent, "shipped")

    def make_shelf() -> Shelf:
        return Shelf.open([shipped, Place(paths.own_practice_folder(), "your own")])

    return Player(tmp_path, make_shelf=make_shelf)


def test_a_duty_number_is_questioned_kept_and_on_the_card_at_once(at_home: Player) -> None:
    def lines(player: Player) -> Lines:
        yield player.number("Settings")
        yield player.number("Local contacts")
        yield player.number("Duty number")
        yield from ("0207 946", "no", "0207 946, day and night", "yes")
        assert "Duty number: 0207 946, day and night (yours)" in player.text
        yield from (".", ".", "/risk", "1", "/leave")

    said = at_home.play(lines)
    asked = "This doesn't look like a whole telephone number: 0207 946. Is it right?"
    assert " ".join(said.split()).count(asked) == 2
    assert "   0207 946, day and night" in said.split("Tell the duty number today")[1]
    own = paths.own_practice_folder() / "local.yaml"
    assert '\nduty-number: "0207 946, day and night"\n' in own.read_text("utf-8")


def test_a_file_with_a_mistake_is_told_by_line_and_left_alone(at_home: Player) -> None:
    own = paths.own_practice_folder() / "local.yaml"
    own.parent.mkdir(parents=True)
    own.write_text("lado: x\nduty-numbr: y\n", "utf-8")

    def lines(player: Player) -> Lines:
        yield player.number("Settings")
        yield player.number("Local contacts")
        yield from (".", "/leave")

    said = " ".join(at_home.play(lines).split())
    assert f"{own}, line 2:" in said
    assert "write duty-number:" in said
    assert own.read_text("utf-8") == "lado: x\nduty-numbr: y\n"


def test_what_is_chosen_line_by_line_is_kept(tmp_path: Path) -> None:
    kept: list[Settings] = []
    player = Player(tmp_path, keep_settings=kept.append)

    def lines(player: Player) -> Lines:
        yield player.number("Settings")
        yield player.number("Hide what was said after")
        yield from ("ten", "10")
        yield player.number("Services")
        yield from ("2", ".", "/leave")

    player.play(lines)
    assert (kept[-1].hide_after, kept[-1].services) == (10, ("adults",))


def test_all_that_can_be_set_is_set_line_by_line_and_the_file_keeps_the_rest(
    at_home: Player, tmp_path: Path
) -> None:
    file = tmp_path / "settings.toml"
    file.write_text("introduced = true\n# ours\ntheme = “paper”\n", "utf-8")
    at_home.world.read_settings = lambda: load(file)
    at_home.world.keep_settings = Keeper(file, at_home.world.settings)

    def lines(player: Player) -> Lines:
        yield player.number("Settings")
        yield player.number("Clock on the full screen")
        assert "Not kept, because the settings file has a mistake" in player.text
        file.write_text("introduced = true\n# ours\nlock_after = 5\n", "utf-8")
        yield player.number("Look at the settings file again")
        yield player.number("Lock it, once hidden, after: 5 minutes")
        yield "7"
        yield player.number("Keys of the full screen: as usual")
        yield player.number("Hide screen: Ctrl+L or F9")
        yield from ("f3", "F10 and f11", ".")
        yield player.number("Review period of notes: empty")
        yield "3 years"
        yield player.number("Review period of notes: 3 years")
        yield "."
        yield player.number("Lock the notebook with a password")
        yield from (".", ".", "/leave")

    said = " ".join(at_home.play(lines).split())
    assert f"{file}, line 3: theme: curly quotes stand here" in said
    assert f"Kept in {file}, which can be written by hand too." in said
    assert "F3 is taken: it is for “Back a step”" in said
    assert "Several words that don't belong together" in said
    assert file.read_text("utf-8") == (
        'introduced = true\n# ours\nlock_after = 7\n\n[keys]\nhide = "f10, f11"\n'
    )
