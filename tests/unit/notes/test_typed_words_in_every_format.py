"""Any words in any field of any format stay words: the structure is ours, and they read back."""

from __future__ import annotations

import re
from itertools import cycle, islice

import pytest
from hypothesis import example, given, settings

from reflect_tui.clean import clean
from reflect_tui.notes.document import Actions, Document, Done, Heading, Ours, Rows, Said
from reflect_tui.notes.formats import Format, rendered
from tests.unit.notes.hostile import ACTING, SEEN, bare, bare_lines, one_line
from tests.unit.notes.readers import read

MORE_ACTING = [
    *(
        "=cmd|' /C calc'!A0",
        "=1+1",
        "@SUM(A1)",
        "gov.uk",
        "//x.example/a",
        "tel:0123",
        "\ufffe\uffff",
    ),
    *("%%hidden%%", "==marked==", "{#id .x}", "{{ include }}", "{% raw %}", ":::", "--- ---"),
    *("</style><script>x</script>", "</td></tr></table>", '" onload="x', "]]>", "<?php ?>"),
    *('{ HYPERLINK "https://x.example" }', "\\00003c", "*/", "</w:t></w:r>", "&amp;amp;"),
    *(
        "أنا لست كبيرا",
        "- مرحبا\n- left\n- שלום",
        "👩\u200d👧 🙂",
        "我没有长大",
        "e\u0301",
        "0. a\n1. b",
    ),
]
FIELDS = 16


def filled(words: list[str]) -> Document:
    """A note with every block there is and words in every field of each."""
    (title, ours, label, value, heading, asked, said, about, item, own, *rest) = words
    what, who, by, told, marking, last = rest
    return Document(
        title=f"Supervision note ({title})",
        blocks=(
            Ours(f"Who agrees: {ours}"),
            Rows((("Date", "today"), (label, value), ("Handling", marking))),
            Heading(f"Heading {heading}"),
            Said(f"Asked {asked}", (said, own), about=about),
            Heading("Their own view"),
            Said(asked, (item, said), listed=True),
            Said("What did they say?", (own, said), own_words=True),
            Said("What else?", (own, item), own_words=True, listed=True),
            Actions((Done(what, who, by, told), Done(told, by), Done("so"))),
            Heading("Agreement"),
            Rows(((label, "agreed"),)),
            Said(last, (last,)),
        ),
        name="Supervision note",
    )


HARMLESS = {fmt: read(rendered(filled(["they said so"] * FIELDS), fmt), fmt) for fmt in Format}


def assert_only_words_changed(words: list[str]) -> None:
    """Each format has the structure it has with harmless words, and all the words are in it."""
    document = filled(words)
    for fmt in Format:
        found = read(rendered(document, fmt), fmt)
        assert found.structure == HARMLESS[fmt].structure, fmt
        assert len(found.headings) == len(HARMLESS[fmt].headings)
        assert found.headings[2:] == HARMLESS[fmt].headings[2:]
        everything = squeezed("\n".join(found.words))
        for each in words:
            for line in bare_lines(clean(each).split("\n")):
                # A number at its beginning may have become that of an item.
                wanted = squeezed(line.split(" ", 1)[-1] if line[0].isdigit() else line)
                assert wanted in everything, (fmt, line)


def squeezed(text: str) -> str:
    """Text without spaces, stars, and the marks that stand before the lines of a list.

    What looks like an item's number may stand anywhere, several in a row: none keeps its mark.
    """
    lines = (bare(line.strip().removeprefix(">")) for line in text.split("\n"))
    return re.sub(r"(?<=\d)[.)]", "", "".join("".join(lines).replace("*", "").split()))


def test_the_structure_that_is_watched_is_that_of_the_whole_note() -> None:
    for fmt, found in HARMLESS.items():
        assert found.headings == [
            "Supervision note (they said so)",
            "Heading they said so",
            "Their own view",
            "Agreement",
        ], fmt
    structure = HARMLESS[Format.WORD].structure
    assert [part for part in structure if part.startswith("table")] == [
        "table 3 2",
        "table 4 4",
        "table 1 2",
    ]
    assert HARMLESS[Format.WEB].structure.count("blockquote ") == 2


def test_the_words_of_each_field_are_in_every_format() -> None:
    assert_only_words_changed([chr(ord("a") + field) * 3 for field in range(FIELDS)])


@pytest.mark.parametrize("text", ACTING + MORE_ACTING, ids=range(len(ACTING + MORE_ACTING)))
def test_each_text_that_acts_is_words_in_every_format(text: str) -> None:
    assert_only_words_changed([f"{text} x\n{text}"] * FIELDS)


@settings(max_examples=60, deadline=None)
@given(words=SEEN)
def test_every_format_keeps_its_structure_under_any_words(words: str) -> None:
    assert_only_words_changed([words] * FIELDS)


@pytest.mark.slow
@settings(max_examples=1000, deadline=None)
@given(words=SEEN, other=SEEN)
@example(words="# Decided", other="1. 1. one")
def test_every_format_keeps_its_structure_under_a_thousand_texts(words: str, other: str) -> None:
    assert_only_words_changed([*islice(cycle([words, other]), FIELDS)])


@pytest.mark.parametrize("fmt", Format)
@settings(max_examples=60, deadline=None)
@given(text=SEEN)
@example(text="1. first\n1. again\n7. later\n8. last")
@example(text="12. March\n\n3. April\n0. none\n1. one")
@example(text="ends in \\\nand on\n- item\n\n\n* *item*\n> they")
def test_an_answer_reads_back_line_by_line_from_every_format(fmt: Format, text: str) -> None:
    for own_words in (False, True):
        document = Document("T", (Said("Asked", (text,), own_words=own_words), Heading("End")))
        lines = read(rendered(document, fmt), fmt).answer
        if fmt is Format.TEXT:
            begins = "  > " if own_words else "  "
            assert all(line.startswith(begins.rstrip()) for line in lines)
            lines = [line.removeprefix(begins.rstrip()) for line in lines]
        assert bare_lines(lines) == bare_lines(clean(text).split("\n"))


@pytest.mark.parametrize("fmt", [Format.WORD, Format.MARKDOWN, Format.WEB])
def test_a_field_in_which_nothing_is_left_to_be_read_changes_nothing_else(fmt: Format) -> None:
    found = read(rendered(filled(["\ufeff"] * FIELDS), fmt), fmt)
    assert found.structure == HARMLESS[fmt].structure
    assert found.headings[2:] == HARMLESS[fmt].headings[2:]


@pytest.mark.parametrize("fmt", Format)
def test_no_control_or_letter_that_misleads_is_in_any_format(fmt: Format) -> None:
    bad = "".join(["\x00\x1b[2J\x9b\u202e\u2066\u2028\ufeff\ufffe\ud800\x0b\x0c"])
    found = read(rendered(filled([f"a{bad}b"] * FIELDS), fmt), fmt)
    text = "\n".join(found.words)
    assert clean(text) == text
    assert f"Supervision note ({one_line(f'a{bad}b')})" in text
