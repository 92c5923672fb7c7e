"""Files cut, flipped and written over: a clear message each, and the file is left alone."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reflect_tui.errors import CannotRead, Damaged, ReflectError
from reflect_tui.notebook import age
from reflect_tui.notebook.notebook import Notebook
from tests.faults.conftest import CHEAP, DEAR
from tests.faults.houses import BOTH, PASSWORD, House
from tests.faults.mutating import BLUE, by_chance, open_keys, open_sessions
from tests.strategies import a_session, words_of

MEGABYTES = 300
"""What no file may make the program take."""


@pytest.mark.parametrize("house", BOTH, ids=str)
def test_a_changed_session_is_told_clearly_and_left_alone(house: House, tmp_path: Path) -> None:
    figures = open_sessions(tmp_path / "notebook", house, by_chance(150, 1))
    assert figures.said["Damaged"] > 100


def test_a_changed_key_is_told_clearly_and_left_alone(tmp_path: Path) -> None:
    figures = open_keys(tmp_path / "notebook", by_chance(100, 2))
    assert figures.said["Damaged"] > 60


@st.composite
def changes(draw: st.DrawFn) -> Callable[[bytes], bytes]:
    """Something put in the place of some bytes: cut off, cut out, put in, written over."""
    at = draw(st.floats(0, 1))
    many = draw(st.integers(0, 200) | st.just(1_000_000))
    instead = draw(st.binary(max_size=20) | st.sampled_from([b"1e999", b"[" * 2_000, b'"\\ud800"']))

    def change(data: bytes) -> bytes:
        start = int(at * len(data))
        return data[:start] + instead + data[start + many :]

    return change


@pytest.mark.parametrize("house", BOTH, ids=str)
@settings(
    max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(made=st.lists(changes(), min_size=8, max_size=8))
def test_whatever_is_changed_in_a_session_is_told_clearly(
    house: House, made: list[Callable[[bytes], bytes]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    open_sessions(tmp_path_factory.mktemp("changed") / "notebook", house, iter(made))


@settings(
    max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(made=st.lists(changes(), min_size=8, max_size=8))
def test_whatever_is_changed_in_a_key_is_told_clearly(
    made: list[Callable[[bytes], bytes]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    open_keys(tmp_path_factory.mktemp("changed") / "notebook", iter(made))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("what", "house", "count", "work_factor"),
    [
        ("sessions", House.PLAIN, 4_000, CHEAP),
        ("sessions", House.SEALED, 4_000, CHEAP),
        ("keys", House.SEALED, 2_000, CHEAP),
        ("keys", House.SEALED, 40, DEAR),
    ],
    ids=["sessions", "sealed sessions", "keys", "keys at full cost"],
)
def test_ten_thousand_changed_files_are_told_clearly_and_take_little_memory(
    what: str, house: House, count: int, work_factor: int
) -> None:
    figures = in_a_program(what, house, count, work_factor)
    print(f"{what}, {house}, {work_factor}: {figures}", file=sys.stderr)
    assert figures["tried"] > count * 0.98
    assert figures["megabytes"] < MEGABYTES


def in_a_program(what: str, house: House, count: int, work_factor: int) -> dict[str, Any]:
    """The figures of a program of its own, whose memory can be measured."""
    told = subprocess.run(
        [
            *(sys.executable, "-m", "tests.faults.mutating"),
            *(what, str(house), str(count), "7", str(work_factor)),
        ],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[2],
    )
    assert told.returncode == 0, told.stderr[-3_000:]
    figures: dict[str, Any] = json.loads(told.stdout)
    return figures


@pytest.mark.parametrize(
    ("was", "instead"),
    [
        ('"revision": 1', '"revision": 1e999'),
        ('"revision": 1', f'"revision": {"9" * 5_000}'),
        ('"schema_version": 1', '"schema_version": NaN'),
        ('"began": "2026', '"began": "0000'),
        ('"entries": []', f'"entries": {"[" * 5_000}'),
    ],
)
def test_one_file_with_an_impossible_number_does_not_take_the_list_with_it(
    was: str, instead: str, tmp_path: Path
) -> None:
    notebook = House.PLAIN.opened(tmp_path / "notebook")
    notebook.save(a_session("some words"))
    notebook.save(a_session("other words", id="b" * 16))
    path = tmp_path / "notebook" / "sessions" / f"{BLUE}.json"
    text = path.read_text("utf-8")
    assert was in text
    path.write_text(text.replace(was, instead, 1), "utf-8")
    assert len(notebook.sessions()) == 2
    with pytest.raises(ReflectError):
        notebook.load(BLUE)
    assert words_of(notebook.load("b" * 16)) == "other words"


def test_half_a_character_in_a_file_is_read_as_it_would_have_been_written(tmp_path: Path) -> None:
    notebook = House.PLAIN.opened(tmp_path / "notebook")
    notebook.save(a_session("some words", brought="a folder"))
    path = tmp_path / "notebook" / "sessions" / f"{BLUE}.json"
    text = path.read_text("utf-8").replace("some words", "some \\ud83d words")
    path.write_text(text.replace("a folder", "\\uD83D\\uDCD8 \\uDCD8"), "utf-8")
    (listed,) = notebook.sessions()
    assert listed.brought == "📘 ?"
    assert words_of(notebook.load(BLUE)) == "some ? words"


# -- a key that asks for too much ----------------------------------------------------------------


@pytest.mark.parametrize("asked", ["18", "30", "99", "030", "+30", "0" * 12 + "30", "1" * 400])
def test_a_key_that_asks_for_more_work_is_refused_before_any_is_done(
    asked: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = a_notebook_whose_key_asks(tmp_path, asked)
    refuse_all_work(monkeypatch, folder, (CannotRead, Damaged))


def test_a_key_in_the_text_form_of_age_is_refused_before_any_work_is_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = a_notebook_whose_key_asks(tmp_path, "19")
    identity = folder / "identity.age"
    identity.write_bytes(in_text_form(identity.read_bytes()))
    refuse_all_work(monkeypatch, folder, (Damaged,))


def test_a_key_asks_for_more_work_behind_a_long_line_and_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = a_notebook_whose_key_asks(tmp_path, "19", age.Stanza(("grease",), b"x" * 4_000))
    refuse_all_work(monkeypatch, folder, (CannotRead,))


def a_notebook_whose_key_asks(tmp_path: Path, asked: str, *before: age.Stanza) -> Path:
    """A sealed notebook with a well-made `identity.age` at another work factor."""
    folder = tmp_path / "notebook"
    House.SEALED.opened(folder)
    key = age.new_file_key()
    cheap = age.for_passphrase(key, PASSWORD)
    dear = age.Stanza((*cheap.words[:2], asked), cheap.body)
    (folder / "identity.age").write_bytes(age.file(b"nothing", [*before, dear], key))
    return folder


def refuse_all_work(
    monkeypatch: pytest.MonkeyPatch, folder: Path, kinds: tuple[type[ReflectError], ...]
) -> None:
    """Fail unless the key is refused without a try, and stays as it is."""
    import pyrage

    def worked(sealed: bytes, words: str) -> bytes:
        asks = [stanza.words[-1] for stanza in age.stanzas_of(sealed)]
        # What it does not take for a number it refuses itself, before any work.
        assert not any(one.isdecimal() and len(one) < 3 for one in asks), "it was tried"
        return bytes(real(sealed, words))

    real = pyrage.passphrase.decrypt
    monkeypatch.setattr(pyrage.passphrase, "decrypt", worked)
    before = (folder / "identity.age").read_bytes()
    with pytest.raises(kinds):
        Notebook.open(folder).key.unlock(PASSWORD)
    assert (folder / "identity.age").read_bytes() == before


def in_text_form(data: bytes) -> bytes:
    """An age file in letters."""
    import base64
    import textwrap

    lines = textwrap.wrap(base64.b64encode(data).decode(), 64)
    marks = ("-----BEGIN AGE ENCRYPTED FILE-----", "-----END AGE ENCRYPTED FILE-----")
    return "\n".join((marks[0], *lines, marks[1], "")).encode()
