"""Line by line: which note, what to look at, words said otherwise, every way out of the program."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reflect_tui import clipboard
from reflect_tui.clipboard import Copied
from reflect_tui.errors import ReflectError
from reflect_tui.notes import formats, write
from reflect_tui.notes.document import Document
from reflect_tui.notes.formats import Format
from tests.plain.player import Lines, Player, begin

WORDS = "She is at 12 Larch Road. Call 020 7946 0123 about it."


def _note(player: Player, *typed: str) -> Lines:
    """On your own, one answer in the note, and what is typed at the question how."""
    yield from begin(player, way="on your own")
    yield from player.next_to("Catch the talk")
    yield from (WORDS, ".", "/in", "/note", ".", *typed)


def _files(player: Player) -> list[str]:
    folder = player.home / "notes"
    return sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []


def _flat(said: str) -> str:
    return " ".join(said.split())


def test_the_ordinary_way_is_short_and_yes_is_a_word_document(tmp_path: Path) -> None:
    player = Player(tmp_path)
    said = _flat(player.play(_note(player, "yes", "/leave")))
    assert "Type yes for a Word document" in said
    assert "Opens in Word and in LibreOffice." in said
    assert [name.rpartition(".")[2] for name in _files(player)] == ["docx"]


def test_yes_is_what_was_chosen_last_while_the_program_runs(tmp_path: Path) -> None:
    player = Player(tmp_path)
    said = _flat(player.play(_note(player, "text", ".", "/note", ".", "yes", "/leave")))
    assert "Type yes for plain text" in said
    assert [name.rpartition(".")[2] for name in _files(player)] == ["txt", "txt"]
    assert "-2." in _files(player)[1]


@pytest.mark.parametrize("fmt", Format)
def test_each_format_is_written_by_its_word(tmp_path: Path, fmt: Format) -> None:
    player = Player(tmp_path)
    player.play(_note(player, fmt.key, "/leave"))
    (name,) = _files(player)
    assert name.startswith("supervision-note-")
    assert name.endswith(fmt.suffix)


def test_it_is_copied_or_said_where_there_is_no_clipboard(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    player = Player(tmp_path)
    copied: list[str] = []
    answers: Iterator[Copied] = iter((Copied.SYSTEM, Copied.NOWHERE))

    def copy(text: str) -> Copied:
        copied.append(text)
        return next(answers)

    monkeypatch.setattr(clipboard, "copy", copy)
    said = player.play(_note(player, "copy", ".", "/note", ".", "copy", "/leave"))
    assert WORDS in copied[0]
    assert Copied.SYSTEM.value.split(":")[0] in _flat(said)
    assert copied[1] in said
    assert not _files(player)


def test_where_a_word_document_can_not_be_made_another_format_is_offered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    player = Player(tmp_path)

    def rendered(document: Document, fmt: Format) -> bytes:
        if fmt is Format.WORD:
            raise ReflectError("A Word document needs python-docx", do="Choose a web page.")
        return formats.rendered(document, fmt)

    monkeypatch.setattr(write, "rendered", rendered)

    def lines(player: Player) -> Lines:
        yield from _note(player, "yes")
        yield player.number("Write it as: Web page")
        yield "/leave"

    assert "needs python-docx" in player.play(lines)
    assert [name.rpartition(".")[2] for name in _files(player)] == ["html"]


def test_where_the_folder_can_not_be_written_to_another_one_is_offered(tmp_path: Path) -> None:
    (tmp_path / "notes").write_text("a file stands where the folder should")
    player = Player(tmp_path)
    elsewhere = tmp_path / "OneDrive - Council"

    def lines(player: Player) -> Lines:
        yield from _note(player, "text", "1")
        yield player.number("Write it into another folder")
        yield from (str(elsewhere), "/leave")

    said = _flat(player.play(lines))
    assert said.count("The note was not written") == 2
    assert "That folder is in OneDrive" in said
    assert WORDS in next(elsewhere.iterdir()).read_text("utf-8")


def test_a_note_with_nothing_in_it_is_said_and_not_asked_for(tmp_path: Path) -> None:
    player = Player(tmp_path)

    def lines(player: Player) -> Lines:
        yield from begin(player, way="on your own")
        yield from player.next_to("Catch the talk")
        yield from (WORDS, ".", "/note", ".", "/leave")

    said = _flat(player.play(lines))
    assert "Nothing was moved into it yet, so there is nothing to write." in said
    assert "Write this note to a file?" not in said


def test_pieces_move_into_each_note_by_themselves_and_the_list_is_said_once(
    tmp_path: Path,
) -> None:
    player = Player(tmp_path)

    def lines(player: Player) -> Lines:
        yield from begin(player, way="on your own")
        yield from player.next_to("Decisions, and who decided")
        yield from ("We ask her on Monday.", ".", "/note")
        yield from (player.number("not in the supervision note"), ".", "no", ".")
        assert player.text.count("What goes into the supervision note") == 1
        yield "/note insert"
        yield from (player.number("not in the case insert"), ".", "text", "/leave")

    player.play(lines)
    (kept,) = player.session.responses
    assert (kept.in_note, kept.in_insert, kept.in_cpd) == (True, True, False)
    (name,) = _files(player)
    assert name.startswith("case-insert-")


def test_what_is_its_owners_alone_is_not_said_while_somebody_listens(tmp_path: Path) -> None:
    player = Player(tmp_path)

    def lines(player: Player) -> Lines:
        yield from begin(player)
        yield from player.next_to("Catch the talk")
        yield from (WORDS, ".", "/note own")
        assert "The note as it will read" not in player.text
        yield from ("/note cpd", "/alone", "/note own", "text", "/leave")

    said = _flat(player.play(lines))
    assert said.count("is its owner's alone") == 2
    (name,) = _files(player)
    assert name.startswith("own-copy-")
    assert WORDS in (tmp_path / "notes" / name).read_text("utf-8")


def test_what_could_identify_is_said_with_its_sentence_and_said_otherwise_only_when_asked(
    tmp_path: Path,
) -> None:
    player = Player(tmp_path)

    def lines(player: Player) -> Lines:
        yield from _note(player, "look")
        assert "“020 7946 0123”, in: Call 020 7946 0123 about it." in _flat(player.text)
        yield from (player.number("Phone number"), "2", ".", "text")
        yield player.number("More for this note")
        yield player.number("Change words")
        yield from (player.number("put it back"), ".", ".", "/note", ".", "text", "/leave")

    player.play(lines)
    first, second = ((tmp_path / "notes" / name).read_text("utf-8") for name in _files(player))
    assert "020 7946 0123" not in first
    assert "Larch Road" in first
    assert "020 7946 0123" in second
    (kept,) = player.session.responses
    assert kept.value.model_dump()["text"] == WORDS


def test_one_can_leave_it_or_go_to_the_answer_and_write_on_there(tmp_path: Path) -> None:
    player = Player(tmp_path)

    def lines(player: Player) -> Lines:
        yield from _note(player, "look")
        yield player.number("Phone number")
        yield player.number("Leave it as it is")
        assert "“020 7946 0123”" not in player.text.rpartition("Look at these")[2]
        yield from (".", "no", ".")
        yield from player.next_to("What we know")
        yield from ("/note", ".", "look", player.number("Phone number"))
        yield player.number("Go to the answer")
        assert player.text.rpartition("What words")[2]
        yield from ("And on.", ".", "/leave")

    player.play(lines)
    (kept,) = player.session.responses
    assert kept.value.model_dump()["text"] == f"{WORDS}\nAnd on."


def test_names_stand_on_the_note_and_nowhere_else(tmp_path: Path) -> None:
    player = Player(tmp_path)

    def lines(player: Player) -> Lines:
        yield from begin(player)
        yield from player.next_to("Catch the talk")
        yield from (WORDS, ".", "/in", "/note", ".", "no")
        yield player.number("More for this note")
        yield player.number("Put names on it")
        yield from ("Ada Quill", ".")
        yield player.number("More for this note")
        yield from (player.number("Write it, or copy it"), "text", "/leave")

    player.play(lines)
    (name,) = _files(player)
    assert "Ada Quill" in (tmp_path / "notes" / name).read_text("utf-8")
    assert "Ada Quill" not in player.session.model_dump_json()
    assert b"Ada Quill" not in b"".join(
        path.read_bytes() for path in (tmp_path / "notebook").rglob("*") if path.is_file()
    )


@pytest.mark.parametrize("agreed", ["yes", "no"])
def test_in_a_group_a_name_needs_the_yes_of_whoever_it_belongs_to(
    tmp_path: Path, agreed: str
) -> None:
    player = Player(tmp_path)

    def lines(player: Player) -> Lines:
        yield from begin(player, way="group")
        yield from player.next_to("Catch the talk")
        yield from (WORDS, ".", "/in", "/note", ".", "no")
        yield player.number("More for this note")
        yield player.number("Put names on it")
        yield from ("Ada Quill", ".", agreed)
        yield player.number("More for this note")
        yield from (player.number("Write it, or copy it"), "text", "/leave")

    player.play(lines)
    (name,) = _files(player)
    text = (tmp_path / "notes" / name).read_text("utf-8")
    assert ("Ada Quill" in text) is (agreed == "yes")


def test_each_section_is_said_by_itself(tmp_path: Path) -> None:
    player = Player(tmp_path)

    def lines(player: Player) -> Lines:
        yield from _note(player, "no")
        yield player.number("More for this note")
        yield player.number("Hear it section by section")
        yield player.number("Handling")
        assert WORDS not in player.text.rpartition("Handling and review")[2]
        yield from (".", ".", "/leave")

    player.play(lines)


@pytest.mark.parametrize("when", ["before", "how", "look", "sections"])
def test_ones_own_copy_is_not_said_once_somebody_listens(tmp_path: Path, when: str) -> None:
    player = Player(tmp_path)

    def typed() -> Lines:
        yield from begin(player, way="on your own")
        yield from player.next_to("Catch the talk")
        yield from (WORDS, ".")
        if when == "before":
            yield from ("/beside", "/note own", "/alone", "/leave")
            return
        yield "/note own"
        yield from {"how": (), "look": ("look",), "sections": ("no", "1", "1")}[when]
        yield from ("/beside", "/next", "copy", ".", "/alone", "/note own", "/leave")

    said = _flat(player.play(typed()))
    _, then = said.split("Only what you did together is said", 1)
    overheard, *alone = then.split("You are alone", 1)
    assert "is its owner's alone" in overheard
    assert "Larch" not in overheard
    if when != "before":
        assert "Larch" in alone[0]
    assert not _files(player)
