"""What each format of a note is made of, and what it says when it can't be made."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from reflect_tui.errors import ReflectError
from reflect_tui.notes.document import Actions, Document, Done, Heading, Rows, Said
from reflect_tui.notes.formats import Format, rendered
from reflect_tui.notes.supervision import build
from reflect_tui.notes.write import write_note
from reflect_tui.session.values import Text
from tests.unit.notes.readers import read
from tests.unit.notes.sectioned import SAID, TALK, moved, sat

TYPED = "She *said* **it**\nso:\n- at home\n- at school\n\n1. rang\n2. wrote\n\nand\n\n7. later"
MARKED = "Personal data. Marking: ………………"
MANY = Document(
    "Supervision note (draft)",
    (
        Rows((("Date", "today"), ("Handling", "OFFICIAL “x”; } body { }"))),
        Heading("What was brought"),
        Said("Asked", (TYPED,), own_words=True),
        Said("And again", (TYPED,)),
        Heading("Actions"),
        Actions((Done("Ring", "me", "", "by letter"), Done("Write"))),
    ),
    name="Supervision note",
)


def page(document: Document = MANY) -> str:
    return rendered(document, Format.WEB).decode()


def opened(document: Document = MANY) -> docx.document.Document:
    return docx.Document(BytesIO(rendered(document, Format.WORD)))


@pytest.mark.parametrize("fmt", Format)
def test_a_sessions_note_reads_back_from_every_format(fmt: Format, tmp_path: Path) -> None:
    made = sat()
    moved(made, f"{TALK}/brought", Text(text="quite mature for her age"))
    moved(made, SAID, Text(text="I just look after him"))
    document = build(made.session)
    assert (document.name, document.marking) == ("Supervision note", MARKED)
    path = write_note(document, made.session, tmp_path, fmt)
    assert path.suffix == fmt.suffix
    found = read(path.read_bytes(), fmt)
    assert [words.removesuffix(":") for words in found.headings][:2] == [
        "Supervision note (self-directed, draft)",
        "What was brought",
    ]
    for words in ("quite mature for her age", "I just look after him"):
        assert any(words in piece for piece in found.words)


def test_each_way_of_writing_a_note_takes_a_number_that_no_other_has(tmp_path: Path) -> None:
    made = sat()
    moved(made, f"{TALK}/brought", Text(text="x"))
    names = [write_note(build(made.session), made.session, tmp_path, fmt).name for fmt in Format]
    assert [re.findall(r"-(\d)\.", name) for name in names] == [["1"], ["2"], ["3"], ["4"]]
    other = write_note(build(made.session), made.session, tmp_path, note="case-insert")
    assert re.fullmatch(r"case-insert-\d{4}-\d\d-\d\d-solo-1\.md", other.name)


def test_every_format_has_words_to_be_chosen_by() -> None:
    for part in ("key", "suffix", "words", "use"):
        assert len({getattr(fmt, part) for fmt in Format}) == len(Format)


def test_no_format_is_loaded_before_it_is_asked_for() -> None:
    code = (
        "import sys; import reflect_tui.notes.write, reflect_tui.notes.formats as f\n"
        "print([m for m in ('docx', 'lxml', 'reflect_tui.notes.html') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_without_its_library_a_word_document_is_refused_and_others_are_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in [name for name in sys.modules if name.startswith("reflect_tui.notes.docx")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "docx", None)
    made = sat()
    moved(made, f"{TALK}/brought", Text(text="x"))
    with pytest.raises(ReflectError, match="python-docx") as caught:
        write_note(build(made.session), made.session, tmp_path / "notes", Format.WORD)
    assert "web page" in caught.value.do
    assert "Markdown" in caught.value.do
    assert not (tmp_path / "notes").exists()
    assert write_note(build(made.session), made.session, tmp_path, Format.WEB).exists()


# -- the Word document --------------------------------------------------------------------


def test_a_word_document_says_nothing_of_itself_but_its_name_and_the_moment() -> None:
    about = opened().core_properties
    assert (about.title, about.author, about.last_modified_by) == ("Supervision note", "", "")
    assert (about.comments, about.keywords, about.subject, about.language) == ("", "", "", "en-GB")
    for moment in (about.created, about.modified):
        assert moment is not None
        assert abs(datetime.now(UTC) - moment.replace(tzinfo=UTC)) < timedelta(minutes=5)
    with zipfile.ZipFile(BytesIO(rendered(MANY, Format.WORD))) as archive:
        names = archive.namelist()
        whole = b"\n".join(map(archive.read, names)).lower()
    assert [name for name in names if name.endswith((".jpeg", "app.xml")) or "custom" in name] == []
    for left_over in (b"python-docx", b"2013-", b"macintosh", b"en-us", b"ja-jp"):
        assert left_over not in whole


def test_a_word_document_is_a4_and_says_its_marking_and_pages_at_the_foot() -> None:
    made = opened()
    page = made.sections[0]
    assert (round(page.page_width.mm), round(page.page_height.mm)) == (210, 297)
    [foot] = page.footer.paragraphs
    assert foot.text.startswith("OFFICIAL “x”; } body { }\tPage ")
    fields = [field.get(qn("w:instr")) for field in foot._p.iter(qn("w:fldSimple"))]
    assert fields == ["PAGE", "NUMPAGES"]


def test_a_word_documents_lists_emphasis_and_quotations_are_words_own() -> None:
    made = opened()
    styles = [item.style.name for item in made.paragraphs]
    for wanted in ("Heading 1", "Heading 2", "Quote", "List Bullet", "List Number"):
        assert wanted in styles
    [first] = [item for item in made.paragraphs if item.style.name == "Normal"][:1]
    assert [(run.text, run.italic, run.bold) for run in first.runs][1:4] == [
        ("said", True, None),
        (" ", None, None),
        ("it", None, True),
    ]
    answer = read(rendered(MANY, Format.WORD), Format.WORD).answer
    assert answer[2:8] == ["- at home", "- at school", "1. rang", "2. wrote", "and", "7. later"]


def test_every_style_a_word_document_uses_is_in_it() -> None:
    made = opened()
    known = {style.style_id for style in made.styles}
    used = {mark.get(qn("w:val")) for mark in made.element.body.iter(qn("w:pStyle"))}
    used |= {mark.get(qn("w:val")) for mark in made.styles.element.iter(qn("w:basedOn"))}
    assert used <= known
    numbers = {num.numId for num in made.part.numbering_part.element.num_lst}
    of_lists = [*made.element.body.iter(qn("w:numId")), *made.styles.element.iter(qn("w:numId"))]
    assert {mark.val for mark in of_lists} <= numbers


def test_the_first_row_of_a_list_of_actions_stands_on_every_page() -> None:
    _, actions = opened().tables
    [head] = actions._tbl.iter(qn("w:tblHeader"))
    assert [cell.text for cell in actions.rows[0].cells] == [
        "What",
        "Who",
        "How they are told or asked",
    ]
    assert head.getparent().getparent() is actions.rows[0]._tr


# -- the web page -------------------------------------------------------------------------


def test_a_web_page_asks_for_nothing_and_runs_nothing() -> None:
    text = page()
    assert "default-src 'none'" in text
    assert not re.search(r"https?:|src=|href|url\(|@import|<script|<link|<img", text)
    assert "<title>Supervision note</title>" in text
    assert '<html lang="en-GB">' in text


def test_a_web_page_prints_on_a4_with_its_marking_and_pages_at_the_foot() -> None:
    [looks] = re.findall("<style>(.*)</style>", page(), re.DOTALL)
    assert "size: A4;" in looks
    _, on_paper = looks.split("@media print")
    assert "h1, h2, .asked { break-after: avoid; }" in on_paper
    assert "h2, tr, li { break-inside: avoid; }" in on_paper
    assert 'counter(page) " of " counter(pages)' in looks
    [marking] = re.findall(r'@bottom-left \{ content: "([^"]*)"', looks)
    letters = re.findall(r"\\([0-9a-f]{6})", marking)
    assert "".join(chr(int(letter, 16)) for letter in letters) == "OFFICIAL “x”; } body { }"
    assert marking == "".join(f"\\{letter}" for letter in letters)


def test_a_web_pages_tables_say_which_cells_are_labels() -> None:
    text = page()
    assert '<tr><th scope="row">Date</th><td>today</td></tr>' in text
    assert '<thead><tr><th scope="col">What</th><th scope="col">Who</th>' in text


@pytest.mark.parametrize(("length", "may_be_parted"), [(1500, False), (1501, True)])
def test_only_a_long_row_of_a_table_may_go_over_the_end_of_a_page(
    length: int, may_be_parted: bool
) -> None:
    document = Document("T", (Rows((("Label", "x" * length),)), Actions((Done("x" * length),))))
    assert page(document).count('<tr class="long">') == 2 * may_be_parted
    kept = list(opened(document).element.body.iter(qn("w:cantSplit")))
    assert len(kept) == 1 + 2 * (not may_be_parted)  # the row that names the columns always is


@pytest.mark.parametrize("fmt", Format)
def test_an_action_of_which_nothing_is_left_to_read_breaks_no_format(fmt: Format) -> None:
    blank = Document("A note", (Actions((Done("\u3000"),)), Said("Asked", ("after it",))))
    assert "after it" in " ".join(read(rendered(blank, fmt), fmt).words)


def test_words_that_run_from_right_to_left_do_so_in_both() -> None:
    document = Document("T", (Said("Asked", ("أنا لست كبيرا\n\nleft\n\n- שלום",), own_words=True),))
    text = page(document)
    assert '<p dir="rtl">أنا لست كبيرا</p>\n<p>left</p>\n<ul dir="rtl">\n<li>שלום</li>' in text
    marked = [bool(list(p._p.iter(qn("w:bidi")))) for p in opened(document).paragraphs]
    assert marked == [False, False, True, False, True]


# -- plain text ---------------------------------------------------------------------------


def test_plain_text_stands_as_it_is_read() -> None:
    assert rendered(MANY, Format.TEXT).decode() == PLAIN


PLAIN = """\
Supervision note (draft)
========================

Date: today
Handling: OFFICIAL “x”; } body { }


What was brought
----------------

Asked
  > She *said* **it**
  > so:
  >
  > - at home
  > - at school
  >
  > 1. rang
  > 2. wrote
  >
  > and
  >
  > 7. later

And again
  She *said* **it**
  so:

  - at home
  - at school

  1. rang
  2. wrote

  and

  7. later


Actions
-------

  - What: Ring
    Who: me
    How they are told or asked: by letter

  - What: Write
"""
