"""A session given to the other opens with the words its receiver chose, and stands beside."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reflect_tui.errors import CannotRead, Damaged, ReflectError, WrongWords
from reflect_tui.notebook import age, giving, seal
from reflect_tui.notebook.coder import PLAIN
from reflect_tui.notebook.giving import How
from reflect_tui.notebook.notebook import Notebook
from reflect_tui.notebook.records import to_tables
from reflect_tui.notebook.tables import to_bytes
from reflect_tui.practice.exercise import Way
from reflect_tui.session.model import Ending, Replaced, Session
from tests.strategies import a_session, with_words, words_of

WORDS = "lamp river  café stone"


@pytest.fixture(autouse=True)
def _cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(age, "WORK_FACTOR", 4)


def held(words: str = "between us", **changes: object) -> Session:
    """A one-to-one session as a notebook keeps it."""
    return a_session(words, **{"way": Way.ONE_TO_ONE, "revision": 7, **changes})


def sealed(plain: bytes) -> bytes:
    key = age.new_file_key()
    return age.file(plain, [age.for_passphrase(key, seal.as_password(WORDS))], key)


def test_it_holds_one_session_and_nothing_of_the_notebook(tmp_path: Path) -> None:
    mine = Notebook.open(tmp_path / "mine")
    mine.save(a_session("of somebody else", id="b" * 16))
    kept = giving.make(mine.save(held(other_of="c" * 16)), WORDS)
    assert b"between us" not in kept
    got = giving.opened(kept, "lamp river cafe\u0301 stone ")
    assert got == held(revision=0)
    assert [stanza.words[0] for stanza in age.stanzas_of(kept)] == ["scrypt"]


def test_what_its_owner_wrote_alone_is_left_out_unless_they_moved_it_into_the_note() -> None:
    (response,) = held().responses
    alone = response.model_copy(update={"alone": True})
    moved = alone.model_copy(update={"in_note": True})
    for written, given in (
        (alone, ()),
        (moved, (response.model_copy(update={"in_note": True}),)),
    ):
        ending = Ending(action="ask", became="done", alone=True, in_note=written.in_note)
        session = held(responses=(written,), endings=(ending,))
        got = giving.opened(giving.make(session, WORDS), WORDS)
        assert got.responses == given
        assert [kept.in_note for kept in got.endings] == [True] * len(given)


def test_taken_in_it_is_a_session_of_ones_own(tmp_path: Path) -> None:
    theirs = Notebook.open(tmp_path / "theirs")
    theirs.seal("another password of theirs")
    theirs.finish_sealing()
    theirs.key.unlock("another password of theirs")
    taken = giving.take(theirs, giving.opened(giving.make(held(), WORDS), WORDS))
    assert taken.how is How.NEW
    again = theirs.load(held().id)
    assert words_of(again) == "between us"
    assert "from the practitioner's notebook" in giving.in_words(taken)
    assert words_of(theirs.save(with_words(again, "gone on with"))) == "gone on with"


def test_it_is_put_beside_what_is_there_and_never_over_it(tmp_path: Path) -> None:
    theirs = Notebook.open(tmp_path / "theirs")
    here = theirs.save(held())
    file = theirs.top / "sessions" / f"{here.id}.json"
    before = file.read_bytes()
    assert giving.take(theirs, held()).how is How.SAME
    taken = giving.take(theirs, held("another ending"))
    assert (taken.how, taken.session.other_of) == (How.OTHER, here.id)
    assert giving.take(theirs, held("another ending")).how is How.SAME
    assert file.read_bytes() == before
    assert {words_of(theirs.load(kept.id)) for kept in theirs.sessions()} == {
        "between us",
        "another ending",
    }


def test_a_file_that_cannot_be_read_is_not_written_over_either(tmp_path: Path) -> None:
    theirs = Notebook.open(tmp_path / "theirs")
    file = theirs.top / "sessions" / f"{theirs.save(held()).id}.json"
    file.write_bytes(b"broken off")
    assert giving.take(theirs, held()).how is How.OTHER
    assert file.read_bytes() == b"broken off"


@pytest.mark.parametrize("way", [Way.SOLO, Way.GROUP])
def test_only_a_one_to_one_is_given_or_taken(way: Way) -> None:
    session = a_session("mine", way=way)
    with pytest.raises(ReflectError, match="Only a one-to-one"):
        giving.make(session, WORDS)
    with pytest.raises(ReflectError, match="Only a one-to-one"):
        giving.opened(sealed(to_bytes(to_tables(session))), WORDS)


def test_a_short_password_makes_no_file() -> None:
    with pytest.raises(ReflectError, match="too short"):
        giving.make(held(), "short one")


def _foreign(kind: str) -> bytes:
    whole = giving.make(held(), WORDS)
    tables = to_tables(held())
    if kind == "newer":
        tables["session"]["1"]["schema_version"] = 99
    if kind == "lost a part":
        del tables["responses"]
    key = age.new_file_key()
    return {
        "cut": whole[:-9],
        "flipped": whole[:-5] + bytes([whole[-5] ^ 1]) + whole[-4:],
        "empty": b"",
        "something else": b"hello" * 99,
        "for a notebook": age.file(
            b"x", [age.for_recipient(key, seal.public_key(seal.new_identity()))], key
        ),
        "too dear": whole.replace(b" 4\n", b" 30\n", 1),
        "newer": sealed(to_bytes(tables)),
        "lost a part": sealed(PLAIN.encode(to_bytes(tables))),
        "no session": sealed(b"{}"),
    }[kind]


@pytest.mark.parametrize(
    ("kind", "error", "words"),
    [
        ("cut", Damaged, "broken off"),
        ("flipped", Damaged, "broken off"),
        ("empty", Damaged, "no session"),
        ("something else", Damaged, "no session"),
        ("for a notebook", ReflectError, "sealed for a notebook"),
        ("too dear", CannotRead, "more work"),
        ("newer", ReflectError, "newer version"),
        ("lost a part", Damaged, "no session"),
        ("no session", Damaged, "no session"),
    ],
)
def test_what_is_no_session_is_refused_with_what_to_do(
    kind: str, error: type[ReflectError], words: str
) -> None:
    with pytest.raises(error, match=words) as refused:
        giving.opened(_foreign(kind), WORDS, "given.age")
    assert refused.value.where == "given.age"
    assert refused.value.do


def test_another_password_opens_nothing() -> None:
    with pytest.raises(WrongWords):
        giving.opened(giving.make(held(), WORDS), "not these words at all")


def test_its_name_says_a_date_and_no_title_and_nothing_is_written_over(tmp_path: Path) -> None:
    session = held(brought="the tall house")
    paths = [giving.write_into(tmp_path, session, b"x") for _ in range(2)]
    assert len({path.name for path in paths}) == 2
    assert all("one-to-one" in path.name and "tall" not in path.name for path in paths)
    (tmp_path / "reflect-tui-backup-2026-11-24-1.age").write_bytes(b"x")
    assert set(giving.found_in([tmp_path, tmp_path / "not there"])) == set(paths)


@pytest.mark.parametrize("form", ["{0}", "'{0}'", '"{0}"', "file://{1}", " {2} "])
def test_a_file_dropped_on_a_terminal_is_found(tmp_path: Path, form: str) -> None:
    path = tmp_path / "my files" / "given (2).age"
    path.parent.mkdir()
    path.write_bytes(b"x")
    url, escaped = str(path).replace(" ", "%20"), re.sub(r"([ ()])", r"\\\1", str(path))
    assert giving.read(giving.as_dropped(form.format(path, url, escaped))) == b"x"


def test_what_its_owner_learned_and_names_of_what_is_left_out_stay_with_them() -> None:
    (response,) = held("Amina is here").responses
    mine = response.model_copy(update={"in_cpd": True})
    names = (Replaced(words="Amina", by="[name]"), Replaced(words="Olu", by="[name]"))
    session = held(responses=(mine,), replaced=names)
    got = giving.opened(giving.make(session, WORDS), WORDS)
    assert not got.responses[0].in_cpd
    assert got.replaced == names[:1]
