"""A notebook of every format there ever was opens for ever; one of a format to come is left alone.

`formats/<n>-plain` and `formats/<n>-sealed` were written by the program of that time, and are never
written anew: a newer program that cannot read them is wrong.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from reflect_tui.errors import ReflectError
from reflect_tui.notebook import folder
from reflect_tui.notebook.folder import About
from reflect_tui.notebook.migrate import STEPS, Tables, to_newest
from reflect_tui.notebook.notebook import Notebook
from reflect_tui.notebook.records import SESSION
from reflect_tui.practice.exercise import Service, Way
from reflect_tui.session.model import SCHEMA_VERSION, Action, Response, Session, Stamped
from tests.strategies import words_of
from tests.unit.notebook.full import everything_in

KEPT = Path(__file__).parent / "formats"
PASSWORD = "lantern orchard café seven"
RECOVERY = "hole kitchen surge survey spirit crouch leisure ostrich noise since elder purity"
WORDS = "Hard to reach. “Non-compliant”, it says — whose word is that? 👂🏾"


def copy_of(name: str, place: Path) -> Path:
    shutil.copytree(KEPT / name, place)
    return place


def says_all_of_it(notebook: Notebook, own: str) -> None:
    """Whether everything in a notebook of format 1 is read as it was written."""
    assert [kept.id for kept in notebook.sessions()] == [own]
    (action,) = notebook.open_actions()
    assert action.what == "Ask her what she would call it"
    session = notebook.load(own)
    assert words_of(session) == WORDS
    values = {str(kept.prompt): kept.value.model_dump(mode="json") for kept in session.responses}
    assert values["small/talk/line"]["text"] == "one line"
    assert values["small/talk/whose"]["option"] == "record"
    assert values["small/talk/also"]["options"] == ["worry", "strength"]
    assert values["small/talk/day"]["moments"][0]["text"] == "up before six"
    assert values["small/talk/round"]["pieces"] == ["hers", "his"]
    assert values["small/board/start"]["option"] == "class"
    assert values["small/class/place"]["me"]["seen"] is True
    assert values["small/class/place"]["me"]["said"] is False
    assert values["small/class/place"]["them"] is None
    assert values["small/swap[roundaaa]/what"]["text"] == "her class"
    assert values["small/swap[roundaaa]/again"]["right"] == "as it might be"
    assert len(values) == 10
    assert session.responses[0].in_note
    assert session.endings[0].words == "differently"
    assert session.agreements[0].words == "yes, but"
    assert str(session.left_at) == "small/talk"
    assert session.exercises[0].text.startswith("---\nexercise: small\n")
    assert session.schema_version == SCHEMA_VERSION
    (state,) = notebook.earlier(own)
    assert words_of(notebook.load_earlier(state)) == WORDS
    assert len(notebook.load_earlier(state).responses) == 1
    (binned,) = notebook.bin.sessions()
    assert (binned.id, binned.brought) == ("formatoneinbin22", "the blue folder")


def test_format_1_without_a_password_reads_for_ever(tmp_path: Path) -> None:
    place = copy_of("1-plain", tmp_path / "notebook")
    before = everything_in(place)
    says_all_of_it(Notebook.open(place), "formatoneplain22")
    assert everything_in(place) == before


@pytest.mark.parametrize("by", ["password", "recovery words"])
def test_format_1_with_a_password_reads_for_ever(tmp_path: Path, by: str) -> None:
    place = copy_of("1-sealed", tmp_path / "notebook")
    before = everything_in(place)
    notebook = Notebook.open(place)
    if by == "password":
        notebook.key.unlock(PASSWORD)
    else:
        notebook.key.unlock_by_recovery(RECOVERY)
    says_all_of_it(notebook, "formatonesealed2")
    assert everything_in(place) == before


@pytest.mark.parametrize("name", ["1-plain", "1-sealed"])
def test_a_folder_of_a_format_to_come_is_refused_with_every_byte_as_it_was(
    tmp_path: Path, name: str
) -> None:
    place = copy_of(name, tmp_path / "notebook")
    about = place / "notebook.toml"
    text = about.read_text("utf-8")
    about.write_text(text.replace("format = 1", f"format = {folder.FORMAT + 1}"), "utf-8")
    before = everything_in(place)
    with pytest.raises(ReflectError, match="newer version"):
        Notebook.open(place)
    assert everything_in(place) == before


def test_a_session_of_a_format_to_come_is_listed_as_such_and_never_touched(tmp_path: Path) -> None:
    place = copy_of("1-plain", tmp_path / "notebook")
    (path,) = (place / "sessions").iterdir()
    newer = f'"schema_version": {SCHEMA_VERSION + 1}, "mood": "new"'
    path.write_text(path.read_text("utf-8").replace('"schema_version": 1', newer), "utf-8")
    before = everything_in(place)
    notebook = Notebook.open(place)
    (kept,) = notebook.sessions()
    assert "newer version" in str(kept.trouble)
    with pytest.raises(ReflectError, match="newer version"):
        notebook.load(kept.id)
    assert everything_in(place) == before


def test_every_version_that_was_ever_released_is_kept_here() -> None:
    assert set(STEPS) == set(range(1, SCHEMA_VERSION))
    for version in range(1, SCHEMA_VERSION + 1):
        for kind in ("plain", "sealed"):
            assert list((KEPT / f"{version}-{kind}" / "sessions").iterdir())


def test_the_document_names_every_part_of_a_sessions_file() -> None:
    said = (Path(__file__).parents[3] / "docs" / "format.md").read_text("utf-8")
    parts = [*Session.model_fields, *Response.model_fields, *Action.model_fields]
    parts += [*Stamped.model_fields, *Way, *Service, SESSION]
    assert [part for part in parts if f"`{part}`" not in said] == []
    assert f"`schema_version` ({SCHEMA_VERSION})" in said
    for key in re.findall(r"^(\w+) = ", About(True, "age1", True).to_bytes().decode(), re.M):
        assert f"| `{key}` |" in said


# -- steps from one version to the next -----------------------------------------------------------


def at_version(version: object) -> Tables:
    return {"session": {"1": {"schema_version": version, "walked": []}}, "responses": {}}


def step_to(version: int) -> Callable[[Tables], Tables]:
    def step(tables: Tables) -> Tables:
        whole = tables["session"]["1"]
        walked = [*whole["walked"], version]
        return {**tables, "session": {"1": {"schema_version": version, "walked": walked}}}

    return step


INVENTED = {3: step_to(4), 1: step_to(2), 2: step_to(3)}


@pytest.mark.parametrize(
    ("begins", "walks"), [(1, [2, 3, 4]), (2, [3, 4]), (3, [4]), (4, []), (5, [])]
)
def test_steps_are_walked_in_their_order_from_a_files_own_version_on(
    begins: int, walks: list[int]
) -> None:
    before = at_version(begins)
    found = to_newest(before, INVENTED)
    assert found["session"]["1"]["walked"] == walks
    assert found["session"]["1"]["schema_version"] == max(begins, 4)
    assert before == at_version(begins)


@pytest.mark.parametrize(
    "tables",
    [
        {},
        {"session": {}},
        {"session": {"1": {}}},
        at_version("1"),
        at_version(True),
        at_version(None),
        at_version(0),
        at_version(-1),
    ],
)
def test_what_says_no_version_is_handed_on_as_it_is(tables: Tables) -> None:
    assert to_newest(tables, INVENTED) is tables


def test_an_older_session_is_read_through_its_steps_and_its_file_left_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = copy_of("1-plain", tmp_path / "notebook")
    (path,) = (place / "sessions").iterdir()
    older = path.read_text("utf-8").replace('"schema_version": 1', '"schema_version": -1')
    # A round that is not shown yet is in no earlier state.
    older = older.replace('"brought"', '"subject"').replace('"shown": false', '"shown": true')
    path.write_text(older, "utf-8")

    def rename(tables: Tables) -> Tables:
        whole = dict(tables["session"]["1"])
        whole |= {"brought": whole.pop("subject"), "schema_version": 1}
        return {**tables, "session": {"1": whole}}

    monkeypatch.setattr(to_newest, "__defaults__", ({-1: rename},))
    notebook = Notebook.open(place)
    (kept,) = notebook.sessions()
    assert kept.brought == "the blue folder"
    session: Session = notebook.load(kept.id)
    assert (session.brought, session.schema_version) == ("the blue folder", 1)
    assert path.read_text("utf-8") == older
    notebook.save(session)
    assert '"schema_version": 1' in path.read_text("utf-8")
    (state,) = (one for one in notebook.earlier(kept.id) if one.path.read_text("utf-8") == older)
    assert notebook.load_earlier(state).brought == "the blue folder"
