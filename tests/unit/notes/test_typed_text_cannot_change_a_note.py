"""Whatever is typed stays words: a note has the shape it would have with any other words."""

from __future__ import annotations

from datetime import date
from html import escape
from itertools import cycle, islice

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reflect_tui.clean import clean
from reflect_tui.notes.document import Actions, Document, Done, Heading, Rows, Said
from reflect_tui.notes.markdown import to_markdown
from reflect_tui.practice.exercise import Way
from reflect_tui.session.model import Agreement, Person, Session
from reflect_tui.session.values import Contrast, Day, Line, Moment, Round, Text
from tests.unit.notes.hostile import (
    ACTING,
    GENEROUS,
    HOSTILE,
    IN_LINES,
    OURS,
    SEEN,
    STRICT,
    bare,
    bare_lines,
    inside,
    kind,
    lines_read,
    one_line,
    plain,
    shape,
)
from tests.unit.notes.sectioned import SAID, TALK, moved, note, sat

HOLES = 16
"""How many places of the session below take words."""


def session_of(words: list[str]) -> Session:
    """A session with an answer of most kinds, an action and all else that can be typed."""
    made = sat(Way.ONE_TO_ONE)
    [entry] = made.session.entries_of("walk", "swap")
    moved(made, f"{TALK}/brought", Text(text=words[0]))
    moved(made, f"{TALK}/decisions", Text(text=words[1]))
    moved(made, SAID, Text(text=words[2]))
    moved(made, "walk/talk/line", Line(text=words[3]))
    moments = (Moment(part="morning", text=words[4]), Moment(part="night", text=words[5]))
    moved(made, "walk/talk/day", Day(moments=moments))
    moved(made, "walk/talk/round", Round(pieces=(words[6], words[7]), shown=True))
    moved(made, f"walk/swap[{entry.id}]/what", Line(text=words[8]))
    moved(made, f"walk/swap[{entry.id}]/again", Contrast(left=words[9], right="imagined"))
    moved(made, f"walk/happens[{entry.id}]/changes", Text(text=words[9]))
    made.sitting.add_action(words[10], who=words[11], by=words[12], told=words[13], in_note=True)
    said = Agreement(role="practitioner", said="agreed", words=words[15], on=date(2026, 3, 4))
    return made.session.model_copy(
        update={
            "brought": words[14],
            "people": (Person(role=words[14]),),
            "agreements": (said,),
            "responses": tuple(
                kept.model_copy(update={"asked": f"Asked: {kept.asked}"})
                for kept in made.session.responses
            ),
        }
    )


READERS = {"strict": STRICT, "generous": GENEROUS}
HARMLESS = {
    name: shape(reader.parse(note(session_of(["they said so"] * HOLES))))
    for name, reader in READERS.items()
}


def assert_only_words_changed(words: list[str]) -> None:
    """The note has the shape it has with harmless words, whoever reads it."""
    text = note(session_of(words))
    for name, reader in READERS.items():
        tokens = reader.parse(text)
        assert shape(tokens) == HARMLESS[name]
        assert {kind(token) for token in tokens} <= OURS
        assert inside(tokens) <= IN_LINES


def test_the_shape_that_is_watched_is_that_of_the_whole_note() -> None:
    headings, asked, others = HARMLESS["strict"]
    assert headings[:2] == ("h1 Supervision note (draft, not yet agreed)", "h2 What was brought")
    assert headings[-2:] == ("h2 Handling and review", "h2 Agreement")
    assert len(asked) == 8
    assert (others.count("table"), others.count("blockquote")) == (3, 1)


@pytest.mark.parametrize("text", ACTING, ids=range(len(ACTING)))
def test_each_text_that_acts_is_words_wherever_it_is_typed(text: str) -> None:
    assert_only_words_changed([f"{text} x\n{text}"] * HOLES)


@settings(max_examples=50, deadline=None)
@given(words=st.lists(HOSTILE, min_size=1, max_size=3))
def test_a_note_keeps_its_shape_under_any_words(words: list[str]) -> None:
    assert_only_words_changed([*islice(cycle(words), HOLES)])


@settings(max_examples=50, deadline=None)
@given(words=HOSTILE)
def test_nothing_in_a_note_can_act_on_a_terminal_or_fail_to_be_written(words: str) -> None:
    text = note(session_of([words, f"\ud800{words}"] * (HOLES // 2)))
    assert clean(text) == text
    assert text.encode().decode() == text


@settings(max_examples=150, deadline=None)
@given(text=HOSTILE, quoted=st.booleans())
@example(text="1. first\n1. again\n7. later", quoted=False)
@example(text="12. March\n\n3. April", quoted=False)
@example(text="٣. one\n٣. two", quoted=False)
@example(text="ends in \\\nand on", quoted=True)
def test_an_answer_reads_back_line_by_line_as_it_was_typed(text: str, quoted: bool) -> None:
    document = Document("T", (Said("Asked", (text,), own_words=quoted), Heading("End")))
    tokens = STRICT.parse(to_markdown(document))
    body = [token for token in tokens if token.type == "inline"][2:-1]
    assert all(token.level > quoted for token in body)
    assert bare_lines(lines_read(tokens)[2:-1]) == bare_lines(clean(text).split("\n"))


@settings(max_examples=100, deadline=None)
@given(text=SEEN, other=SEEN)
@example(text="* star", other="**")
def test_one_line_answers_read_back_in_lists_cells_and_beside_a_question(
    text: str, other: str
) -> None:
    said = Said(other, (text, other), about=text, listed=True)
    document = Document("T", (said, Rows(((text, other),))))
    tokens = [token for token in STRICT.parse(to_markdown(document)) if token.type == "inline"]
    _, lead, first, second, _, _, label, cell = map(plain, tokens)
    assert lead == f"{one_line(other)} ({one_line(text)})"
    assert bare(first) == bare(label) == bare(one_line(text))
    assert bare(second) == bare(cell) == bare(one_line(other))


@settings(max_examples=100, deadline=None)
@given(fields=st.tuples(HOSTILE, HOSTILE, HOSTILE, HOSTILE))
@example(fields=("*so", "so*", "**so", "so**"))
def test_each_field_of_an_action_reads_back_beside_its_own_name(
    fields: tuple[str, str, str, str],
) -> None:
    tokens = STRICT.parse(to_markdown(Document("T", (Actions((Done(*fields),)),))))
    [item] = [token for token in tokens if token.type == "inline" and token.level > 1]
    named = zip(("What", "Who", "By", "How they are told or asked"), fields, strict=True)
    wanted = [f"{name}: {one_line(field)}".strip() for name, field in named]
    assert [line.strip() for line in plain(item).split("\n")] == wanted


def test_a_list_and_an_emphasis_that_were_typed_survive() -> None:
    text = "She *said* it:\n- at home\n* at school\nand then\n1. rang\n2) wrote"
    rendered = STRICT.render(to_markdown(Document("T", (Said("Asked", (text,)),))))
    for wanted in ("<em>said</em>", "<li>at home</li>", "<li>at school</li>", "<p>and then</p>"):
        assert wanted in rendered
    assert "<ol>\n<li>rang</li>\n<li>wrote</li>\n</ol>" in rendered


@pytest.mark.parametrize("line", ["- - -", "***", "_ _ _", "===", "*", "1.", "# so", "> so"])
def test_a_line_that_looks_like_markdown_of_another_sort_stays_a_line(line: str) -> None:
    rendered = STRICT.render(to_markdown(Document("T", (Said("Asked", (line,)),))))
    assert f"<p>{escape(line)}</p>" in rendered


def test_a_paragraph_and_a_new_line_that_were_typed_survive() -> None:
    text = "one\ntwo\n\n\n\nthree\n"
    rendered = STRICT.render(to_markdown(Document("T", (Said("Asked", (text,)),))))
    assert "<p>one<br />\ntwo</p>\n<p>three</p>" in rendered
