"""Filling in local.yaml changes the values asked for, and not one character besides."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reflect_tui import files, paths
from reflect_tui.errors import ReflectError
from reflect_tui.practice.contacts import CONTACTS, comes_from, question, tidy
from reflect_tui.practice.local import KEYS, load_local
from reflect_tui.practice.local_file import changed, fill_in, own_file, read_own

SHIPPED = paths.shipped_data() / "local.yaml"
BY_HAND = """\
# Ours, by hand.
lado: 0300 123   # office hours

handling: >   # as the council wrote it
  OFFICIAL
  SENSITIVE

"duty-number" : '0100 ''old'' number'
complaints:
advocacy:   # nobody yet
# The end
"""
LAYOUTS = {
    "shipped": SHIPPED.read_text("utf-8"),
    "by hand": BY_HAND,
    "by hand on Windows": "\ufeff" + BY_HAND.replace("\n", "\r\n"),
    "no last line end": BY_HAND + "filed-in: here",
    "nothing but a comment": "# later",
    "empty": "",
    "in braces": '{lado: "1", # who\n handling: x}',
    "empty braces": "{ }\n",
    "indented": "  lado: x\n  # more\n",
    "with marks": "---\nlado: |-\n  one\n\n  two\n...\n",
    "block to the end": "lado: |+\n  one\n\n",
}
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)


def read(folder: Path, text: str) -> dict[str, str]:
    path = folder / "local.yaml"
    path.write_bytes(text.encode("utf-8"))
    local = load_local([path])
    assert local.problems == ()
    return local.lines


def test_every_line_there_is_can_be_filled_in() -> None:
    assert [contact.key for contact in CONTACTS] == list(KEYS)


@given(st.sampled_from(sorted(LAYOUTS)), st.dictionaries(st.sampled_from(KEYS), WORDS))
def test_any_words_survive_and_every_other_line_stays(
    tmp_path_factory: pytest.TempPathFactory, layout: str, values: dict[str, str]
) -> None:
    folder = tmp_path_factory.getbasetemp()
    before = read(folder, LAYOUTS[layout])
    new = changed(LAYOUTS[layout], values)
    wanted = before | {key: tidy(words) for key, words in values.items()}
    assert read(folder, new) == {key: words for key, words in wanted.items() if words}


@given(WORDS, WORDS)
def test_nothing_but_the_value_changes_in_a_file_written_by_hand(one: str, two: str) -> None:
    def quoted(words: str) -> str:
        return '"' + tidy(words).replace("\\", "\\\\").replace('"', '\\"') + '"'

    new = changed(BY_HAND, {"lado": one, "duty-number": f"x{one}", "advocacy": f"x{two}"})
    expected = (
        BY_HAND.replace("0300 123", quoted(one))
        .replace("'0100 ''old'' number'", quoted(f"x{one}"))
        .replace("advocacy:", f"advocacy: {quoted(f'x{two}')}")
    )
    assert new == expected


def test_words_over_several_lines_become_one_and_the_comment_beside_them_stays() -> None:
    new = changed(BY_HAND, {"handling": "OFFICIAL"})
    old = ">   # as the council wrote it\n  OFFICIAL\n  SENSITIVE"
    assert new == BY_HAND.replace(old, '"OFFICIAL" # as the council wrote it')


def test_the_same_words_again_leave_the_file_as_it_is() -> None:
    assert changed(BY_HAND, {"duty-number": "0100 'old' number", "filed-in": ""}) == BY_HAND


def test_where_there_is_no_file_one_is_made_with_the_comments_of_ours(tmp_path: Path) -> None:
    folder = tmp_path / "practice"
    file = fill_in(folder, {"duty-number": "0100"}, SHIPPED)
    made = file.read_text("utf-8")
    assert made == SHIPPED.read_text("utf-8").replace('\nduty-number: ""', '\nduty-number: "0100"')
    assert read_own(folder).lines == {"duty-number": "0100"}


def test_a_file_in_the_data_folder_is_the_one_that_is_filled_in(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "local.yaml").write_text("lado: x\n", "utf-8")
    assert fill_in(tmp_path, {"lado": "y"}, SHIPPED) == own_file(tmp_path).resolve()
    assert (tmp_path / "data" / "local.yaml").read_text("utf-8") == 'lado: "y"\n'


@pytest.mark.parametrize(
    ("mistake", "line"),
    [
        (b'lado: x\nduty-numbr: "0100"\n', 2),
        (b'lado: "x\n', 1),
        (b"handling: [a]\n", 1),
        (b"lado: x\nlado: y\n", 2),
        (b"\xff\xfel\x00", 1),
        (b"# caf\xe9\nlado: x\n", 1),
        (b"lado: &a x\n", 1),
        (b"just words\n", 1),
    ],
)
def test_a_file_with_a_mistake_is_never_written_over(
    tmp_path: Path, mistake: bytes, line: int
) -> None:
    file = tmp_path / "local.yaml"
    file.write_bytes(mistake)
    with pytest.raises(ReflectError, match="mistake") as told:
        fill_in(tmp_path, {"handling": "OURS"}, SHIPPED)
    assert told.value.where == f"{file}, line {line}"
    assert file.read_bytes() == mistake
    assert [problem.line for problem in read_own(tmp_path).problems][:1] == [line]


def test_a_disk_that_refuses_leaves_the_file_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "local.yaml"
    file.write_text("lado: x\n", "utf-8")

    def full(path: Path, data: bytes) -> None:
        raise files.not_kept(path, OSError(28, "full"))

    monkeypatch.setattr(files, "replace", full)
    with pytest.raises(ReflectError, match="the disk is full"):
        fill_in(tmp_path, {"lado": "y"}, SHIPPED)
    assert file.read_text("utf-8") == "lado: x\n"


@pytest.mark.parametrize(
    ("words", "odd"),
    [
        ("0207 946", "0207 946"),
        ("0100 000 0001 (9 to 5)", "0100 000 0001"),
        ("7946 0123", "7946 0123"),
        ("020 7946 0123 or 0207 946", "0207 946"),
        ("020 7946 0123 9 to 5; 09.00-17.00 0117 496 0123 ext 500", ""),
        ("+44 (0)20 7946 0123 (24 hours), account 12345678", ""),
        ("0800 1111", ""),
        ("ring 101", ""),
    ],
)
def test_a_number_that_cannot_be_rung_is_questioned(words: str, odd: str) -> None:
    whole = f"This doesn't look like a whole telephone number: {odd}. Is it right?"
    assert question(CONTACTS[0], words) == (whole if odd else "")


def test_a_duty_line_without_a_number_is_questioned_and_other_words_are_not() -> None:
    by_key = {contact.key: contact for contact in CONTACTS}
    assert "No telephone number" in question(by_key["duty-number"], "ask Ann")
    assert question(by_key["lado"], "lado@council.example") == ""
    assert question(by_key["review-schedule"], "section 0207 946") == ""


def test_a_line_says_whose_file_it_comes_from(tmp_path: Path) -> None:
    (tmp_path / "theirs").mkdir()
    (tmp_path / "theirs" / "local.yaml").write_text("lado: 1\nhandling: 2\n", "utf-8")
    own = fill_in(tmp_path / "own", {"lado": "3"}, SHIPPED)
    local = load_local([SHIPPED, tmp_path / "theirs" / "local.yaml", own])
    said = {contact.key: comes_from(contact, local, own) for contact in CONTACTS}
    assert said["lado"] == "yours"
    assert said["handling"] == "from your organisation's file"
    assert said["advocacy"] == "empty"
