"""The list shows every session, newest first, and hides nothing that it cannot read."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from reflect_tui.errors import Damaged
from reflect_tui.notebook.notebook import Notebook
from reflect_tui.practice.exercise import Role, Service, Way
from reflect_tui.session.model import Action, Ending
from tests.strategies import a_session, stamped

MARCH = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
OPENING = '---\nexercise: open\ntitle: "How we \\"begin\\""\n---\n'


def test_the_list_says_of_a_session_what_one_knows_it_by(notebook: Notebook) -> None:
    opening = stamped(OPENING, "open").model_copy(update={"role": Role.OPENING})
    kept = notebook.save(
        a_session(
            "some words",
            exercises=(opening, stamped()),
            way=Way.GROUP,
            service=Service.ADULTS,
            follows="b" * 16,
            thread="b" * 16,
        )
    )
    (found,) = notebook.sessions()
    assert found.id == kept.id
    assert found.way is Way.GROUP
    assert found.service is Service.ADULTS
    assert found.brought == "the blue folder"
    assert found.whose == "practitioner"
    assert (found.began, found.changed) == (MARCH, MARCH)
    assert [each.title for each in found.exercises] == ['How we "begin"', "A small exercise"]
    assert [each.id for each in found.main] == ["small"]
    assert found.left_at == "small/talk"
    assert (found.thread, found.follows) == ("b" * 16, "b" * 16)
    assert found.revision == 1
    assert found.trouble is None


def test_the_list_can_be_given_out_as_json(notebook: Notebook) -> None:
    notebook.save(a_session("some words"))
    (found,) = notebook.sessions()
    said = json.loads(json.dumps(found.as_json()))
    assert said["exercises"] == [{"id": "small", "title": "A small exercise"}]
    assert said["began"] == "2026-03-02T09:30:00+00:00"
    assert "some words" not in json.dumps(said)


def test_newest_comes_first(notebook: Notebook) -> None:
    for days, name in ((3, "a" * 16), (1, "b" * 16), (2, "c" * 16)):
        notebook.save(a_session(id=name, began=MARCH - timedelta(days=days)))
    assert [kept.id[0] for kept in notebook.sessions()] == ["b", "c", "a"]


def test_an_exercise_without_a_title_goes_by_its_id(notebook: Notebook) -> None:
    notebook.save(a_session(exercises=(stamped("no front matter"),)))
    (found,) = notebook.sessions()
    assert found.exercises[0].title == "small"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"{}",
        b'{"session": {"1": {}}, "responses": {}, "actions": {}, "exercises": {}}',
        b'{"session": {}, "responses": {}, "actions": {}, "exercises": {}}',
        b"\x00\xff",
    ],
)
def test_a_file_that_cannot_be_read_is_listed_with_the_reason(
    place: Path, notebook: Notebook, data: bytes
) -> None:
    notebook.save(a_session())
    (place / "sessions" / ("b" * 16 + ".json")).write_bytes(data)
    found = {kept.id: kept.trouble for kept in notebook.sessions()}
    assert found.keys() == {a_session().id, "b" * 16}
    assert found[a_session().id] is None
    assert isinstance(found["b" * 16], Damaged)
    assert not (place / "damaged").exists()


@pytest.mark.parametrize("key", ["id", "way", "began", "thread", "endings", "revision"])
def test_a_file_with_a_part_missing_is_listed_with_the_reason(
    place: Path, notebook: Notebook, key: str
) -> None:
    notebook.save(a_session())
    file = place / "sessions" / f"{a_session().id}.json"
    found = json.loads(file.read_bytes())
    del found["session"]["1"][key]
    file.write_text(json.dumps(found))
    (kept,) = notebook.sessions()
    assert isinstance(kept.trouble, Damaged)


def test_a_session_of_a_newer_program_is_listed_with_the_reason(
    place: Path, notebook: Notebook
) -> None:
    notebook.save(a_session())
    file = place / "sessions" / f"{a_session().id}.json"
    file.write_text(file.read_text().replace('"schema_version": 1', '"schema_version": 2'))
    (kept,) = notebook.sessions()
    assert "newer version" in str(kept.trouble)
    assert not isinstance(kept.trouble, Damaged)


def test_a_copy_a_sync_client_made_is_listed_as_another_copy(
    place: Path, notebook: Notebook
) -> None:
    notebook.save(a_session())
    file = place / "sessions" / f"{a_session().id}.json"
    file.with_name(f"{file.stem} (1).json").write_bytes(file.read_bytes())
    found = {kept.id: kept.other_of for kept in notebook.sessions()}
    assert found == {file.stem: "", f"{file.stem} (1)": file.stem}


def test_what_the_operating_system_leaves_about_is_no_session(
    place: Path, notebook: Notebook
) -> None:
    for name in (".DS_Store", "._aaaaaaaaaaaaaaaa.json", "desktop.ini", "x.json.0badcafe.part"):
        (place / "sessions" / name).write_bytes(b"\0")
    assert notebook.sessions() == []


def test_the_list_needs_neither_tinydb_nor_pydantic(place: Path, notebook: Notebook) -> None:
    notebook.save(a_session("some words"))
    code = (
        "import sys; from pathlib import Path;"
        "from reflect_tui.notebook.notebook import Notebook;"
        f"found = Notebook.open(Path({str(place)!r})).sessions();"
        "print(len(found), sorted({'pydantic', 'tinydb'} & sys.modules.keys()))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "1 []"


# -- agreed, and not yet back to ---------------------------------------------------------------


def an_action(name: str, what: str) -> Action:
    return Action(id=name, what=what, who="you", by="by Fri 27 Nov", by_date=date(2026, 11, 27))


def test_what_was_agreed_stays_open_until_a_later_session_says_what_became_of_it(
    notebook: Notebook,
) -> None:
    first, second = "a" * 16, "b" * 16
    ask, reword = an_action("ask", "Ask how they name their heritage"), an_action("re", "Reword")
    notebook.save(a_session(id=first, actions=(ask, reword)))
    assert {kept.what for kept in notebook.open_actions()} == {ask.what, reword.what}
    notebook.save(
        a_session(
            id=second,
            thread=first,
            follows=first,
            began=MARCH + timedelta(days=28),
            endings=(Ending(action="re", became="let go"),),
        )
    )
    (open_still,) = notebook.open_actions()
    assert open_still.what == ask.what
    assert (open_still.session, open_still.thread) == (first, first)
    assert (open_still.who, open_still.by) == ("you", "by Fri 27 Nov")
    assert open_still.by_date == date(2026, 11, 27)
    assert open_still.agreed == MARCH
    assert open_still.brought == "the blue folder"


def test_an_ending_in_another_thread_ends_nothing_here(notebook: Notebook) -> None:
    notebook.save(a_session(id="a" * 16, actions=(an_action("ask", "Ask"),)))
    notebook.save(a_session(id="c" * 16, endings=(Ending(action="ask", became="done"),)))
    assert [kept.what for kept in notebook.open_actions()] == ["Ask"]


def test_another_copy_of_a_session_does_not_agree_everything_twice(
    place: Path, notebook: Notebook
) -> None:
    begun = a_session("here", actions=(an_action("ask", "Ask"),))
    notebook.save(begun)
    file = place / "sessions" / f"{begun.id}.json"
    file.write_bytes(file.read_bytes() + b"\n")
    assert notebook.save(begun).other_of == begun.id
    assert [kept.what for kept in notebook.open_actions()] == ["Ask"]


def test_a_list_that_was_read_already_is_not_read_again_for_what_was_agreed(
    place: Path, notebook: Notebook
) -> None:
    notebook.save(a_session(actions=(an_action("ask", "Ask"),)))
    found = notebook.sessions()
    (place / "sessions" / f"{a_session().id}.json").unlink()
    assert [kept.what for kept in notebook.open_actions(found)] == ["Ask"]
    assert notebook.open_actions() == []
