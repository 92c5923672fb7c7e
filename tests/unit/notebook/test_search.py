"""Sessions are found by words anywhere in them, by way of working, by what they follow on from."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reflect_tui.errors import Locked
from reflect_tui.notebook import search
from reflect_tui.notebook.folding import around, fold, marks
from reflect_tui.notebook.notebook import Notebook
from reflect_tui.notebook.search import Search, Wanted
from reflect_tui.practice.exercise import Way
from reflect_tui.session.address import Address
from reflect_tui.session.model import Action, Agreement, Ending, Response, Session, new_session_id
from reflect_tui.session.values import Choice, Contrast, Day, Line, Moment, Round, Text, Value
from tests import strategies

BEGAN = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
PASSWORD = "blue kettle on a tall shelf"


def a_session(words: str = "", **changes: object) -> Session:
    """A plain session under an id of its own."""
    return strategies.a_session(words, **{"id": new_session_id(), **changes})


def found(notebook: Notebook, typed: str = "", **wanted: object) -> list[str]:
    """What is called as in the last list somebody looking is handed."""
    *_, whole = Search(notebook).find(Wanted(typed, **wanted))  # type: ignore[arg-type]
    assert whole.whole
    return [each.summary.brought for each in whole.found]


def answered(*values: Value) -> tuple[Response, ...]:
    """An answer for each value, whatever the question."""
    return tuple(
        Response(prompt=Address("small", "talk", f"p{number}"), asked="What?", value=value)
        for number, value in enumerate(values)
    )


EVERYWHERE = {
    "responses": answered(
        Text(text="one two"),
        Line(text="three"),
        Contrast(left="four", right="five"),
        Day(moments=(Moment(part="morning", text="six"),)),
        Round(pieces=("seven", "eight"), shown=True),
        Round(pieces=("unseen",)),
        Choice(option="chosen"),
    ),
    "actions": (Action(id="act", what="nine", who="ten", by="eleven", told="twelve"),),
    "endings": (Ending(action="other", became="done", words="thirteen"),),
    "agreements": (
        Agreement(role="practitioner", said="disagrees because", words="fourteen", on=BEGAN.date()),
    ),
}


@pytest.mark.parametrize("sealed", [False, True])
@pytest.mark.usefixtures("cheap")
def test_words_are_found_wherever_somebody_wrote_them(notebook: Notebook, sealed: bool) -> None:
    notebook.save(a_session(brought="fifteen", **EVERYWHERE))
    notebook.save(a_session("one of nothing else", brought="another"))
    if sealed:
        notebook.seal(PASSWORD)
        notebook.finish_sealing()
    for typed in (
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen",
        "FIFTEEN hirt",
        "FOURTEEN",
    ):
        assert found(notebook, typed) == ["fifteen"], typed
    assert sorted(found(notebook, "small exercise one")) == ["another", "fifteen"]
    for typed in ("two missing", "chosen", "what?"):
        assert found(notebook, typed) == [], typed


def test_what_was_written_in_a_round_is_not_found_before_it_is_shown(notebook: Notebook) -> None:
    notebook.save(a_session(**EVERYWHERE))
    assert found(notebook, "unseen") == []


def test_by_way_of_working_and_by_what_follows_on_from_what(notebook: Notebook) -> None:
    first = notebook.save(a_session(brought="first", way=Way.GROUP, began=BEGAN))
    for days, name in enumerate(("second", "third"), start=1):
        began = BEGAN + timedelta(days=days)
        notebook.save(a_session(brought=name, thread=first.thread, follows=first.id, began=began))
    notebook.save(a_session(brought="alone", way=Way.SOLO, began=BEGAN))
    assert found(notebook, thread=first.thread) == ["first", "second", "third"]
    assert found(notebook, "third", thread=first.thread) == ["third"]
    assert found(notebook, way=Way.GROUP) == ["first"]


def test_what_was_found_is_handed_over_while_there_is_more_to_read(
    notebook: Notebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "_FIRST", 0.0)
    monkeypatch.setattr(search, "_PAUSE", 0.0)
    monkeypatch.setattr(search, "_SOME", 1)
    for number in range(5):
        notebook.save(a_session("a heron", began=BEGAN + timedelta(days=number)))
    lists = Search(notebook).find(Wanted("heron"))
    assert len(next(lists).found) == 1
    assert len([*lists][-1].found) == 5


def test_a_file_is_read_again_only_when_it_was_changed(
    notebook: Notebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = notebook.save(a_session("a heron"))
    notebook.save(a_session("a wren"))
    looking = Search(notebook)
    assert len([*looking.find(Wanted())][-1].found) == 2
    read: list[Path] = []
    original = search._read
    monkeypatch.setattr(
        search, "_read", lambda path, *rest: read.append(path) or original(path, *rest)
    )
    notebook.save(kept.model_copy(update={"brought": "the heron's folder"}))
    looking.look_again()
    (again,) = [*looking.find(Wanted("heron's"))][-1].found
    assert again.summary.brought == "the heron's folder"
    assert [path.name for path in read] == [f"{kept.id}.json"]


@pytest.mark.usefixtures("cheap")
def test_once_it_is_forgotten_or_locked_nothing_is_held_or_found(notebook: Notebook) -> None:
    for _ in range(3):
        notebook.save(a_session("a heron"))
    notebook.seal(PASSWORD)
    notebook.finish_sealing()
    looking = Search(notebook)
    assert len([*looking.find(Wanted())][-1].found) == looking.held == 3
    looking.forget()
    assert looking.held == 0
    assert [*looking.find(Wanted("heron"))] == []
    going = Search(notebook).find(Wanted("wren"), going=lambda: notebook.key.lock() is None)
    with pytest.raises(Locked):
        next(going)


def test_damaged_files_stand_in_the_list_and_are_not_found_by_words(notebook: Notebook) -> None:
    kept = notebook.save(a_session("a heron"))
    (notebook.top / "sessions" / f"{'a' * 16}.json").write_bytes(b"{")
    (notebook.top / "sessions" / f"{'b' * 16}.json").write_bytes(
        (notebook.top / "sessions" / f"{kept.id}.json")
        .read_bytes()
        .replace(b'"value": {', b'"valu": {')
    )
    whole = [*Search(notebook).find(Wanted())][-1].found
    assert len(whole) == 3
    assert sum(each.summary.trouble is not None for each in whole) == 1
    assert len(found(notebook, "heron")) == 1


# -- how words are compared ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("zoe", "Zoë"),
        ("ZOË", "zoe"),
        ("lukasz", "Łukasz"),
        ("nguyen", "NGUYỄN"),
        ("she's", "She’s"),
        ("well-being", "well–being"),
        ("strasse", "Straße"),
        ("محمد", "مُحَمَّد"),
        ("সুমি", "সুমি"),
    ],
)
def test_capitals_accents_and_kinds_of_quote_do_not_matter(typed: str, written: str) -> None:
    assert fold(typed) in fold(written)


@given(st.text(), st.text())
def test_two_texts_are_compared_as_each_of_them_is(one: str, other: str) -> None:
    assert fold(one + other) == fold(one) + fold(other)


def shown(text: str, typed: str, room: int = 40) -> tuple[str, list[str]]:
    """The words round a hit, and the pieces marked in them."""
    near = around(text, fold(text), fold(typed).split(), room)
    assert near is not None
    return near.text, [near.text[start:end] for start, end in near.marks]


def test_the_words_round_a_hit_are_one_line_with_the_hit_marked() -> None:
    long = "Æ first line\n" + "é before " * 30 + "she asked Zoë\tabout it " + "after ß " * 30
    text, marked = shown(long, "zoe ask")
    assert marked == ["ask", "Zoë"]
    assert text.startswith("… ")
    assert text.endswith(" …")
    assert len(text) <= 44
    assert shown("The\x1b[31m blue\u202e kettle", "blue") == ("The[31m blue kettle", ["blue"])


def test_the_line_with_most_of_the_words_is_shown() -> None:
    assert shown("a kettle\na blue kettle\nblue", "kettle blue")[0] == "a blue kettle"


def test_no_line_is_shown_where_no_word_stands() -> None:
    assert around("abc", "abc", ["x"], 10) is None


def test_marks_do_not_stand_over_each_other() -> None:
    assert marks("banana", ("ana", "nan")) == ((1, 5),)
    assert marks("Zo\u0308e", ("zo",)) == ((0, 3),)
