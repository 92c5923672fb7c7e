"""`export`: the supervision note as a new file, said where, and never over another."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import ACTING, CommandLine
from tests.strategies import a_session


def kept(ask: CommandLine, brought: str) -> str:
    """The id of the oldest invented session about this."""
    return [each.id for each in ask.notebook.sessions() if each.brought == brought][-1]


def refused_writing(monkeypatch: pytest.MonkeyPatch, below: Path) -> None:
    """Nothing can be made below a folder any more, whoever asks."""
    real_open, real_mkdir = os.open, os.mkdir

    def opened(path: Any, flags: int, *rest: Any, **more: Any) -> int:
        if flags & os.O_CREAT and Path(path).is_relative_to(below):
            raise PermissionError(13, "Permission denied", str(path))
        return real_open(path, flags, *rest, **more)

    def made(path: Any, *rest: Any, **more: Any) -> None:
        if Path(path).is_relative_to(below):
            raise PermissionError(13, "Permission denied", str(path))
        real_mkdir(path, *rest, **more)

    monkeypatch.setattr(os, "open", opened)
    monkeypatch.setattr(os, "mkdir", made)


def test_a_note_is_written_and_one_is_told_where(filled: CommandLine) -> None:
    written = filled("export", kept(filled, "the blue folder"))
    assert (written.status, written.err) == (0, "")
    (line,) = written.lines
    path = Path(line)
    assert path.parent == filled.home / "notes"
    assert path.name.startswith("supervision-note-")
    text = path.read_text("utf-8")
    assert "She cannot leave the night work." in text
    assert "Reword the first page of the chronology" in text


def test_only_what_was_moved_into_the_note_is_in_it(filled: CommandLine) -> None:
    name = kept(filled, "the blue folder")
    theirs = "A good home had a full fridge"
    assert theirs in filled("show", name).out
    assert theirs not in filled("export", name, "--print").out


def test_a_second_note_goes_beside_the_first(filled: CommandLine) -> None:
    name = kept(filled, "winter, duty team")
    first = Path(filled("export", name).out.strip())
    first.write_text("changed by hand", "utf-8")
    second = Path(filled("export", name[:6]).out.strip())
    assert second != first
    assert second.is_file()
    assert first.read_text("utf-8") == "changed by hand"


def test_a_note_goes_into_the_folder_that_is_named(filled: CommandLine, tmp_path: Path) -> None:
    name = kept(filled, "the blue folder")
    written = filled("export", name, "--to", tmp_path / "my team" / "notes")
    assert Path(written.out.strip()).parent == tmp_path / "my team" / "notes"
    assert not (filled.home / "notes").exists()


def test_a_folder_is_named_from_where_one_stands_or_from_ones_own_home(
    filled: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = kept(filled, "the blue folder")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "me"))
    monkeypatch.setenv("USERPROFILE", str(tmp_path / "me"))
    assert Path(filled("export", name, "--to", "here").out.strip()).parent == tmp_path / "here"
    there = Path(filled("export", name, "--to", "~/notes").out.strip())
    assert there.parent == tmp_path / "me" / "notes"


def test_without_a_named_folder_the_settings_are_followed(
    filled: CommandLine, tmp_path: Path
) -> None:
    filled.choose(f"notes_folder = '{tmp_path / 'chosen'}'\n")
    written = filled("export", kept(filled, "the blue folder"))
    assert Path(written.out.strip()).parent == tmp_path / "chosen"


def test_settings_with_a_mistake_are_not_passed_over_in_silence(filled: CommandLine) -> None:
    path = filled.choose("note_folder = 'x'\n")
    written = filled("export", kept(filled, "the blue folder"))
    assert written.status == 0
    told = "note_folder: there is no such setting (did you mean notes_folder?)"
    assert f"{path}, line 1: {told}" in written.err


def test_printing_a_note_writes_no_file(filled: CommandLine) -> None:
    name = kept(filled, "the blue folder")
    printed = filled("export", name, "--print")
    assert printed.status == 0
    assert not (filled.home / "notes").exists()
    assert Path(filled("export", name).out.strip()).read_text("utf-8") == printed.out


@pytest.mark.parametrize("how", [(), ("--print",)])
def test_a_session_with_nothing_in_its_note_makes_none(
    ask: CommandLine, how: tuple[str, ...]
) -> None:
    ask.keep(a_session("mature for her age"))
    written = ask("export", "a", *how)
    assert (written.status, written.out) == (1, "")
    assert written.err == (
        "reflect-tui: Nothing was moved into the note yet. Choose “In the note” under an answer, "
        "or move it in the note's page.\n"
    )
    assert not (ask.home / "notes").exists()


def test_a_folder_that_cannot_be_written_to_is_said_and_nothing_is_left(
    filled: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = kept(filled, "the blue folder")
    folder = tmp_path / "locked"
    folder.mkdir()
    refused_writing(monkeypatch, folder)
    for place in (folder, folder / "deeper"):
        written = filled("export", name, "--to", place)
        assert (written.status, written.out) == (1, "")
        assert written.err == (
            "reflect-tui: The note was not written: the folder may not be written to "
            f"({place}). Choose another folder; the session itself is kept.\n"
        )
    assert list(folder.iterdir()) == []


def test_a_file_where_a_folder_should_be_is_said_and_left(
    filled: CommandLine, tmp_path: Path
) -> None:
    (tmp_path / "letter").write_text("dear", "utf-8")
    written = filled("export", kept(filled, "the blue folder"), "--to", tmp_path / "letter")
    assert written.status == 1
    assert "a file stands where a folder is needed" in written.err
    assert (tmp_path / "letter").read_text("utf-8") == "dear"


def test_a_home_of_nobodys_is_no_place_for_a_note(filled: CommandLine) -> None:
    name = kept(filled, "the blue folder")
    written = filled("export", name, "--to", "~nobody-of-that-name/notes")
    assert written.status == 1
    assert written.err == (
        "reflect-tui: There is no home folder of that name (~nobody-of-that-name/notes). "
        "Write the folder out from its beginning.\n"
    )


def test_an_unknown_session_has_no_note(filled: CommandLine) -> None:
    written = filled("export", "zzz")
    assert (written.status, written.out) == (1, "")
    assert "`reflect-tui list` shows them all." in written.err
    assert not (filled.home / "notes").exists()


def test_nothing_in_a_printed_note_or_a_folders_name_acts_on_a_terminal(
    ask: CommandLine, tmp_path: Path
) -> None:
    session = a_session(f"mature{ACTING} for her age", brought=f"the {ACTING}blue folder")
    moved = session.responses[0].model_copy(update={"in_note": True})
    ask.keep(session.model_copy(update={"responses": (moved,)}))
    printed = ask("export", "a", "--print")
    assert "for her age" in printed.out
    assert printed.plain
    written = ask("export", "a", "--to", tmp_path / f"my{ACTING}notes")
    assert written.status == 0
    assert written.plain


def test_each_note_is_written_under_its_own_name_in_the_format_that_was_asked_for(
    filled: CommandLine, tmp_path: Path
) -> None:
    name = kept(filled, "the blue folder")
    for note, begins in (("supervision", "supervision-note-"), ("own", "own-copy-")):
        for form, suffix in (("word", ".docx"), ("web", ".html"), ("text", ".txt")):
            asked = ("export", name, "--note", note, "--as", form, "--to", str(tmp_path / "out"))
            written = Path(filled(*asked).out.strip())
            assert written.name.startswith(begins)
            assert written.suffix == suffix
    assert len(list((tmp_path / "out").iterdir())) == 6


def test_all_notes_are_those_that_have_something_in_them(filled: CommandLine) -> None:
    done = filled("export", kept(filled, "winter, duty team"), "--note", "all")
    assert done.status == 0
    names = [Path(line).name.split("-20")[0] for line in done.lines]
    assert names[0] == "supervision-note"
    assert names[-1] == "own-copy"
    empty = [line for line in done.err.splitlines() if line.endswith("yet; left out.")]
    assert len(names) + len(empty) == 4


def test_what_was_not_moved_stands_in_the_own_copy_alone(filled: CommandLine) -> None:
    name = kept(filled, "the blue folder")
    theirs = "A good home had a full fridge"
    assert theirs in filled("export", name, "--note", "own", "--print").out
    assert theirs not in filled("export", name, "--note", "supervision", "--print").out


def test_an_empty_note_and_a_word_document_on_the_screen_are_refused(filled: CommandLine) -> None:
    name = kept(filled, "the blue folder")
    empty = filled("export", name, "--note", "case")
    assert (empty.status, empty.out) == (1, "")
    assert "Nothing was moved into the case insert yet." in empty.err
    word = filled("export", name, "--as", "word", "--print")
    assert (word.status, word.out) == (1, "")
    assert "can't be printed on the screen. Leave out --print" in word.err
