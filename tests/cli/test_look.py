"""`look` points at what could identify someone in a file or in what is piped in."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from reflect_tui import texts
from tests.cli.running import ACTING, CommandLine, program

NOTE = """\
# Talk

I met Amina’s aunt 😀 on 3 March 2019.
Ring 07700 900123, or ask at 14 Acacia Road.
"""
HEADING = "Look at these before you hand it over:"
NOT_ALL = "This can't find everything: someone who knows the area may still work out who this is."


@pytest.fixture
def note(tmp_path: Path) -> Path:
    path = tmp_path / "note.md"
    path.write_bytes(NOTE.encode())
    return path


def piped(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    """Have `data` piped in."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data), "ascii"))


def test_a_file_is_told_line_by_line_in_plain_words(ask: CommandLine, note: Path) -> None:
    told = ask("look", note)
    assert (told.status, told.err) == (0, "")
    assert told.lines == [
        HEADING,
        "line 3: Amina (name)",
        "line 3: 3 March 2019 (date)",
        "line 4: 07700 900123 (phone number)",
        "line 4: 14 Acacia Road (address)",
        NOT_ALL,
    ]


@pytest.mark.parametrize("named", [[], ["-"]])
def test_what_is_piped_in_is_told_the_same(
    ask: CommandLine, note: Path, monkeypatch: pytest.MonkeyPatch, named: list[str]
) -> None:
    piped(monkeypatch, NOTE.encode())
    assert ask("look", *named).out == ask("look", note).out


def test_as_json_it_gives_places_counted_in_characters(ask: CommandLine, note: Path) -> None:
    told = ask("look", note, "--json")
    assert told.out.isascii()
    found = json.loads(told.out)
    assert found[0] == {"start": 14, "end": 19, "text": "Amina", "kind": "name"}
    for each in found:
        assert list(each) == ["start", "end", "text", "kind"]
        assert NOTE[each["start"] : each["end"]] == each["text"]


def test_where_nothing_is_found_it_says_so_and_that_it_cannot_find_everything(
    ask: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    piped(monkeypatch, b"We talked about the record.\n")
    told = ask("look")
    assert told.status == 0
    assert told.lines[0].startswith("Nothing was found")
    assert told.lines[1:] == [NOT_ALL]
    piped(monkeypatch, b"")
    assert ask("look", "--json").out == "[]\n"


def test_lines_are_counted_in_files_from_any_computer(ask: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "from-windows.txt"
    path.write_bytes(b"\xef\xbb\xbfOne.\r\nI met Amina.\r\n")
    assert "line 2: Amina (name)" in ask("look", path).lines
    (found,) = json.loads(ask("look", path, "--json").out)
    assert path.read_bytes().decode("utf-8")[found["start"] : found["end"]] == "Amina"


@pytest.mark.parametrize(
    ("data", "what", "step"),
    [
        (b"PK\x03\x04rest", "This is a Word document", "Save as, plain text"),
        (b"%PDF-1.7", "This is a PDF", "Save as, plain text"),
        ("Amina".encode("utf-16"), "in the coding UTF-16", "with the coding UTF-8"),
        (b"One.\nCaf\xe9", "not in the coding UTF-8 (", "with the coding UTF-8"),
        (b"a\x00b", "This is not text", "Choose a text file."),
    ],
)
def test_what_is_no_text_is_refused_with_what_to_do(
    ask: CommandLine, tmp_path: Path, data: bytes, what: str, step: str
) -> None:
    path = tmp_path / "note.txt"
    path.write_bytes(data)
    told = ask("look", path)
    assert (told.status, told.out) == (1, "")
    assert what in told.err
    assert str(path) in told.err
    assert step in told.err


def test_a_wrong_coding_is_told_with_its_line(
    ask: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    piped(monkeypatch, b"One.\nCaf\xe9")
    assert "(what was piped in, line 2)" in ask("look").err


def test_a_file_that_is_not_there_a_folder_and_one_too_large_are_refused(
    ask: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = ask("look", tmp_path / "gone.txt")
    assert (gone.status, "There is no such file" in gone.err) == (1, True)
    folder = ask("look", tmp_path)
    assert (folder.status, "it is a folder" in folder.err) == (1, True)
    monkeypatch.setattr(texts, "LARGEST", 5_000)
    (tmp_path / "long.txt").write_text("a" * 5_001)
    assert ask("look", tmp_path / "long.txt").status == 1
    piped(monkeypatch, b"a" * 5_001)
    assert "is larger than" in ask("look").err


def test_nothing_in_a_text_or_its_name_acts_on_a_terminal(ask: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "note.md"
    path.write_text(f"I met Mr{ACTING}Amina and Dr\tOkafor{ACTING}.", "utf-8")
    assert ask("look", path).plain
    assert ask("look", path, "--json").plain
    assert ask("look", tmp_path / f"a{ACTING}.md").plain


def test_as_a_program_it_needs_no_notebook_and_makes_none(tmp_path: Path, note: Path) -> None:
    done = program(["look", str(note)], tmp_path / "home")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(f"{HEADING}\nline 3: Amina (name)\n")
    assert not (tmp_path / "home").exists()
